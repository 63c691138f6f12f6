### 表决：起草、投票、代录、结果

command-ballot = 表决：/ballot，或加编号
command-owner = 登记哪个账号是哪套房的业主
toast-voted =
    已记下：{ $marks }{ $units ->
        [1] {""}
       *[other] （代表 { $units } 份产权）
    }。截止前可以改。
toast-voted-anew =
    已改为：{ $marks }{ $units ->
        [1] {""}
       *[other] （代表 { $units } 份产权）
    }。截止前还可以改。

refusal-vote-elsewhere = 这张卡片不在它该在的群里，在这里按不算数。请回社区的群，或在私聊里发 /ballot。
refusal-vote-nameless = 匿名管理员和频道身份不能投票：没有人能为这一票负责。请换成自己的账号再按。
refusal-vote-moved = 您现在没有登记在这一户，这次投不了。名册在表决开始时已经定下，如有误请找居委会。
refusal-vote-overtaken = 这一次没有改动：之后已经有更晚的一次选择，以那次为准。要看或再改，请在私聊里发 /ballot。
refusal-vote-most = 最多选 { $most } 项。请先点掉一项，再选别的。
refusal-vote-place = 没看出是哪一户。请写楼栋和门牌，例如：3号楼2单元301
refusal-vote-unlisted = 这一户不在这次表决的名册里。名册在表决开始时已经定下，如有误请找居委会。
refusal-ballot-options = 请写 2 到 { $most } 个选项，一行一个，不要重复，每个不超过 { $longest } 个字。
refusal-ballot-costs = 每个项目后面要写明多少钱，一行一个，例如：长椅 2000元
refusal-ballot-money = 没看出是多少钱。请写数字，例如：30000元
refusal-ballot-offline = 请一行写一位：楼栋门牌，空一格，再写称呼，例如：3号楼2单元301 王奶奶
refusal-ballot-roster = 还没有导入产权名册，不知道有哪些业主。请先用 linli roster import 导入。
refusal-owner-nobody = 名册里没有这套房，或者这一户还没有核实过的住户。请核对门牌，或请住户先发 /join。

## 卡片

ballot-number = 表决{ $number } / B{ $number }
ballot-heading = 🗳 <b>表决{ $number } / B{ $number }</b> · { $question }
ballot-opinion = <b>征求意见，不是决议</b>
ballot-no-election = 居民协商的表决，不代替选举，也不代替依法召开的会议。
ballot-of-topic = 所属议题：议题{ $number } / T{ $number }
ballot-method-motion = 方式：赞成、反对或弃权
ballot-method-choice =
    方式：{ $most ->
        [1] 选一项
       *[other] 最多选 { $most } 项
    }
ballot-method-score = 方式：给每个选项打分，分高的在前
ballot-method-borda = 方式：按喜欢的程度排序，计分（波达计数）
ballot-method-schulze = 方式：按喜欢的程度排序，两两比较（舒尔茨法）
ballot-method-menu =
    方式：点单，每{ $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }最多选 { $most } 项；得票多的先办，预算不够的跳过
ballot-method-evaluation = 方式：每个问题选一个回答
ballot-budget = 总预算：{ $sum } 元
ballot-priced = · { $option }：{ $sum } 元
ballot-options = 选项：{ $options }
ballot-option-for = 赞成
ballot-option-against = 反对
ballot-option-abstain = 弃权
ballot-option-open = 程序公开吗
ballot-option-heard = 意见被听取吗
ballot-option-done = 落实了吗
ballot-answer-1 = 没有
ballot-answer-2 = 部分
ballot-answer-3 = 是
ballot-marked = { $option }：{ $mark }
ballot-blank = 空白票
list-equal = ＝
ballot-scope-person =
    范围：{ $where ->
        [all] 全社区
       *[other] { $where }
    }，一人一票{ $adults ->
        [yes] （满 18 周岁）
       *[no] {""}
    }
ballot-scope-household =
    范围：{ $where ->
        [all] 全社区
       *[other] { $where }
    }，一户一票{ $adults ->
        [yes] （由满 18 周岁的人投）
       *[no] {""}
    }
ballot-scope-owner =
    范围：{ $where ->
        [all] 全社区
       *[other] { $where }
    }，业主投票；一人多套算一人，共有的合算一人
ballot-source =
    按哪条算：{ $sure ->
        [own] 本社区自己定的数，法律没有规定
        [read] { $law }（{ $year } 年）第 { $article } 条
       *[to-check] { $law }（{ $year } 年）第 { $article } 条。人数改过，没写依据，请按现行法核对
    }
ballot-law-civil-code = 民法典
ballot-law-villagers-committees = 村民委员会组织法
ballot-law-residents-committees = 城市居民委员会组织法
ballot-law-own-rules = 本社区的规定
ballot-offline = 没有手机也在名册上的：{ $count } 位
ballot-carried = 由谁主持或来办：{ $who }
ballot-opens = 开始：{ $at }
ballot-closes = 截止：{ $at }
ballot-turnout =
    名册 { $roll } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }，已投 { $there } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位
    }
ballot-needed =
    至少还要 { $count } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }参加，结果才有效
ballot-enough = 参加的人数已经够了，截止前都可以投
ballot-hint = 截止前可以改，以最后一次为准。谁投了什么，群里看不到。
ballot-contestable = 对结果有异议，请在{ $at }前提出
ballot-go = 去投票
ballot-look = 看结果、提异议
ballot-open = 看表决
ballot-new =
    为议题{ $number }起草{ $kind ->
        [survey] 征求意见
        [evaluation] 评议
       *[other] 表决
    }
ballot-enter = 代录一票
ballot-unopened-yet = 表决{ $number } 还没有开始。
ballot-not-on-roll = 您不在这次表决的名册里。如果认为有误，请向居委会或监督委员会反映。
ballot-unit-person = 您在名册上：一人一票
ballot-unit-household = 您代表的一户：{ $name }
ballot-unit-owner = 您的产权：{ $name }
ballot-unvoted = 还没有投
ballot-voted =
    { $by ->
        [entered] 由工作人员代录
       *[own] 您投的
    }：{ $marks }

ballot-status-draft = 草稿，还没有公布
ballot-status-scheduled = 已安排，还没有开始
ballot-status-open = 正在投票
ballot-status-closed = 已截止，正在计票
ballot-status-tallied = 已截止，等监督委员会核对
ballot-status-certified = 已核对
ballot-status-published = 结果已公布
ballot-status-contested = 有人提出异议，正在复核
ballot-status-cancelled = 已取消
ballot-status-voided = 已作废，不算数
ballot-action-schedule = 安排表决
ballot-action-cancel = 取消表决
ballot-action-certify = 核对无误
ballot-action-contest = 提出异议
ballot-action-uphold = 复核：维持结果
ballot-action-ask-void = 申请作废
ballot-action-void = 同意作废
ballot-action-keep = 不同意作废

## 结果

ballot-verdict-carried = <b>结果：达到规定人数，多数同意</b>
ballot-verdict-chosen = <b>结果：达到规定人数，选出来了</b>
ballot-verdict-failed = <b>结果：没有通过，同意的不够</b>
ballot-verdict-tied = <b>结果：票数相同，分不出先后，要由大家再商量</b>
ballot-verdict-invalid = <b>结果：参加的不够，无效</b>
ballot-verdict-counted = <b>结果：只统计，不作决定</b>
ballot-short-turnout-heads =
    · { $part ->
        [party] 当事人里
        [stakeholder] 利益相关人里
        [representative] 代表里
        [resident] 其他居民里
        [observer] 列席里
       *[all] {""}
    }参加的还差 { $count } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }
ballot-short-turnout-area =
    · { $part ->
        [party] 当事人里
        [stakeholder] 利益相关人里
        [representative] 代表里
        [resident] 其他居民里
        [observer] 列席里
       *[all] {""}
    }参加的面积还差 { $count } 平方米
ballot-short-assent-heads =
    · { $part ->
        [party] 当事人里
        [stakeholder] 利益相关人里
        [representative] 代表里
        [resident] 其他居民里
        [observer] 列席里
       *[all] {""}
    }同意的还差 { $count } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }
ballot-short-assent-area =
    · { $part ->
        [party] 当事人里
        [stakeholder] 利益相关人里
        [representative] 代表里
        [resident] 其他居民里
        [observer] 列席里
       *[all] {""}
    }同意的面积还差 { $count } 平方米
ballot-class-party = <b>当事人</b>
ballot-class-stakeholder = <b>利益相关人</b>
ballot-class-representative = <b>代表</b>
ballot-class-resident = <b>其他居民</b>
ballot-class-observer = <b>列席</b>
ballot-turnout-heads =
    名册 { $roll } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }，参加 { $there } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位
    }
ballot-turnout-area = 名册面积 { $roll } 平方米，参加的 { $there } 平方米
ballot-quorum-heads =
    · 至少要有 { $wanted } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }参加才有效
ballot-quorum-area = · 至少要有 { $wanted } 平方米参加才有效
ballot-assent-heads =
    · 至少要有 { $wanted } { $kind ->
        [person] 人
        [household] 户
       *[owner] 位业主
    }同意才通过
ballot-assent-area = · 至少要有 { $wanted } 平方米同意才通过
ballot-figure-heads = · { $option }：{ $count }
ballot-figure-area = · { $option }：{ $count } 平方米
ballot-evaluated = · { $option }：是 { $a3 }，部分 { $a2 }，没有 { $a1 }
ballot-blanks = · 空白：{ $count }
ballot-order = 排序：{ $order }
ballot-chosen = 选出：{ $options }
ballot-spent = 选出的一共 { $sum } 元，预算 { $budget } 元，还剩 { $left } 元
ballot-tied = 并列，分不出先后：{ $options }
ballot-lacked = 参加人数还差至少 { $count }
ballot-entered = 其中代录 { $count } 票（占 { $share }%）
ballot-objections = 直接受影响、还没有解决的反对意见：{ $count } 条
ballot-note-contest = { $at } 有人提出异议：{ $note }
ballot-note-uphold = { $at } 复核后维持结果：{ $note }
ballot-note-void = { $at } 作废：{ $note }

## 名单和通知

ballots = <b>表决</b>
ballots-none = 现在没有表决。
ballots-line = 表决{ $number } · { $question } · { $status }
ballot-lacking = 表决{ $number } 还不能安排。先商量，后表决，还差：
ballot-lacks-discussion = · 商量还不够：规定的天数和发言数没有满，也没有开过会
ballot-lacks-summary = · 还没有写小结：赞成什么、反对什么、有什么条件
ballot-lacks-consultation = · 重大事项还没有做过问卷、公示或听证
ballot-lacks-polling = · 议题还没有进入表决这一步，请先在议题卡片上点“表决”
ballot-lacks-resolution = · 议题还没有形成决议，现在没有什么可评的
ballot-lacks-notice = · 公示的天数还不够，请把开始的日子往后推
ballot-lacks-another = · 这个议题已经有一次表决在进行，或者已经有结果
ballot-unopened = 表决{ $number } 到了开始的时间，但是没有开始：{ $reason }
ballot-told-supervision-schedule = 居委会安排了表决{ $number }：{ $question }
ballot-told-supervision-cancel = 居委会取消了表决{ $number }：{ $note }
ballot-told-supervision-tally = 表决{ $number } 已经计票，请核对后公布。
ballot-told-supervision-contest = 有人对表决{ $number } 的结果提出异议：{ $note }
ballot-told-supervision-ask-void = { $by }申请把表决{ $number } 作废：{ $note }
ballot-told-committee-certify = 表决{ $number } 已核对，结果公布了。
ballot-told-committee-contest = 有人对表决{ $number } 的结果提出异议：{ $note }
ballot-told-committee-void = 表决{ $number } 作废了：{ $note }
ballot-told-committee-keep = 作废表决{ $number } 的申请没有同意：{ $note }
ballot-told-resident-uphold = 表决{ $number } 复核后维持结果：{ $note }
ballot-told-resident-void = 表决{ $number } 作废了，不算数：{ $note }

## 起草

form-ballot = <b>起草表决</b>（议题{ $number } / T{ $number }；安排以前别人看不到）
form-ballot-instrument = 种类：{ $value }
form-ballot-question = 问题：{ $value }
form-ballot-method = 方式：{ $value }
form-ballot-options = 选项：{ $value }
form-ballot-budget = 预算：{ $value }
form-ballot-most = 最多选：{ $value }
form-ballot-best = 最高分：{ $value }
form-ballot-body = 谁来定：{ $value }
form-ballot-grid = 范围：{ $value }
form-ballot-building = 楼栋：{ $value }
form-ballot-offline = 没有手机的人：{ $value }
form-ballot-officer = 由谁来办：{ $value }
form-ballot-opens = 什么时候开始：{ $value }
form-ballot-days = 投几天：{ $value }
ask-ballot-instrument = 这是哪一种？
ask-ballot-question = 要大家表决的问题是什么？请写一句话，或用议题的原话。
ask-ballot-method = 怎么投？
ask-ballot-options = 有哪些选项？一行一个。点单请写明在哪里、方便谁、什么时候做好，最后写多少钱，例如：3号楼前长椅（老人，6月底前）2000元
ask-ballot-budget = 一共有多少钱可以用？例如：30000元
ask-ballot-most = 每份最多选几项？
ask-ballot-best = 最高打几分？
ask-ballot-body = 由谁来定？规定的人数跟着走，依据哪年的哪一条写在草稿上。本省另有实施办法的，请一并核对。
ask-ballot-grid = 只给一个{ $level_grid }投吗？点“跳过”就是全社区。
ask-ballot-building = 只给一栋楼投吗？点“跳过”就是整个{ $level_grid }。
ask-ballot-offline = 有没有没有手机、也没有登记、能投票的人（规定满 18 周岁的，要满）？一行一位：3号楼2单元301 王奶奶。没有就点“跳过”。
ask-ballot-officer = 定了以后由谁来办？这个人不能核对结果，也不能代录。还没定就点“跳过”。
ask-ballot-opens = 什么时候开始？
ask-ballot-days = 投几天？
ask-ballot-submit = 对吗？提交后是草稿，还要您点“安排表决”才会开始。
choice-ballot-instrument-survey = 征求意见
choice-ballot-instrument-deliberative = 表决
choice-ballot-instrument-menu = 点单（微实事）
choice-ballot-instrument-evaluation = 评议
choice-ballot-question-as-topic = 用议题的原话
choice-ballot-method-motion = 赞成／反对／弃权
choice-ballot-method-choice = 选一项或几项
choice-ballot-method-score = 打分
choice-ballot-method-borda = 排序计分
choice-ballot-method-schulze = 排序，两两比较
choice-ballot-method-menu = 点单
choice-ballot-method-evaluation = 逐题评议
choice-ballot-most-1 = 1 项
choice-ballot-most-2 = 2 项
choice-ballot-most-3 = 3 项
choice-ballot-most-5 = 5 项
choice-ballot-best-3 = 3 分
choice-ballot-best-5 = 5 分
choice-ballot-best-10 = 10 分
choice-ballot-body-owners-ordinary = 业主（一般事项）
choice-ballot-body-owners-major = 业主（重大事项）
choice-ballot-body-villagers-meeting = 村民
choice-ballot-body-villagers-households = 村民户代表
choice-ballot-body-villagers-representatives = 村民代表
choice-ballot-body-residents-representatives = 居民代表
choice-ballot-body-residents-meeting = 居民
choice-ballot-body-residents-households = 居民户代表
choice-ballot-opens-now = 安排好就开始
choice-ballot-opens-1 = 明天早上
choice-ballot-opens-3 = 3 天后
choice-ballot-opens-10 = 10 天后
choice-ballot-days-1 = 1 天
choice-ballot-days-3 = 3 天
choice-ballot-days-5 = 5 天
choice-ballot-days-7 = 7 天
choice-ballot-days-14 = 14 天
talk-ballot-done = 草稿写好了，请看下面的卡片。
talk-ballot-cancelled = 已取消，没有起草。
talk-ballot-expired = 太久没有写完，草稿作废了。要表决请再发 /ballot。

form-step-ballot = <b>表决{ $number } / B{ $number }</b>
form-step-ballot-note = 理由：{ $value }
ask-step-ballot-note = 请写明理由，大家会看到。
talk-step-ballot-done = 已提交。
talk-step-ballot-cancelled = 已取消。
talk-step-ballot-expired = 太久没有写理由，这一步没有做。

## 投票

mark-heading = 🗳 <b>表决{ $number } / B{ $number }</b> · { $question }
mark-motion = 点一项，再点“提交”。
mark-choice =
    { $most ->
        [1] 点一项，再点“提交”。
       *[other] 最多点 { $most } 项，再点“提交”。
    }
mark-menu = 最多点 { $most } 项，再点“提交”。
mark-score = 给每项打分，最高 { $best } 分；不打分就是 0 分。打完点“提交”。
mark-borda = 按喜欢的先后一个个点，再点一次取消。排完点“提交”。
mark-schulze = 按喜欢的先后一个个点，再点一次取消。排完点“提交”。
mark-evaluation = 每个问题点一个回答，再点“提交”。
mark-for = 代录：{ $unit }
mark-spent =
    已选 { $sum } 元，预算 { $budget } 元{ $fits ->
        [yes] ，够
       *[no] ，超出了：得票多的先办
    }
mark-cost = { $sum } 元
mark-submit = 提交
talk-mark-done = 已提交。截止前可以再投，以最后一次为准。
talk-mark-cancelled = 没有提交，不算票。
talk-mark-expired = 没有提交，不算票。要投请再发 /ballot。

## 代录

form-enter-vote = <b>代录一票</b>（表决{ $number } / B{ $number }）
form-enter-vote-place = 哪一户：{ $value }
form-enter-vote-unit = 名册上：{ $value }
form-enter-vote-channel = 怎么投来的：{ $value }
form-enter-vote-photo = 签名的照片：有
ask-enter-vote-place = 是哪一户？请写楼栋和门牌，例如：3号楼2单元301
ask-enter-vote-unit = 是哪一位？
ask-enter-vote-channel = 这一票是怎么投来的？
ask-enter-vote-photo = 有本人签名的纸吗？请发照片，马上就算数。没有就点“跳过”，要另一位工作人员核实。
choice-enter-vote-channel-phone = 电话
choice-enter-vote-channel-doorstep = 上门
choice-enter-vote-channel-paper = 纸票
talk-enter-vote-done = 请在下面的选票上点选。
talk-enter-vote-cancelled = 已取消，没有代录。
talk-enter-vote-expired = 太久没有填完，没有代录。
entry-heading =
    表决{ $number } 代录的一票
    名册上：{ $unit }
    投的是：{ $marks }
    { $by }在{ $at }代录，{ $channel ->
        [phone] 电话
        [doorstep] 上门
       *[paper] 纸票
    }
entry-ask = 请您另外向本人问一声，对就点“属实”。不能由代录的人自己核实。
entry-confirm = 属实
entry-refuse = 不属实
entry-status-entered = 等另一位工作人员核实。
entry-status-cast = 已核实，算数。本人在截止前可以改。
entry-status-changed = 本人自己投了，以本人为准。
entry-status-locked = 已核实，已截止。
entry-status-refused = 核实不属实，不算数。
entry-status-lapsed = 截止前没有人核实，不算数。
entry-status-invalidated = 已撤销，不算数。
vote-entered =
    { $by }替您这一户（{ $unit }）代录了表决{ $number } 的一票（{ $channel ->
        [phone] 电话
        [doorstep] 上门
       *[paper] 纸票
    }）：{ $marks }
    不对的话，请点下面自己投，截止前以您自己投的为准。
vote-tell = 表决{ $number }：{ $unit } 的一票（{ $marks }）算数了。这一户收不到消息，请您当面或打电话告诉他们，截止前可以改。
vote-lapsed = 表决{ $number }：您代录的 { $unit } 的一票，截止前没有人核实，不算数。
vote-refused = 表决{ $number }：您代录的 { $unit } 的一票核实不属实，不算数：{ $note }

## 业主的账号

form-owner = <b>登记业主的账号</b>（您认识本人才登记）
form-owner-place = 哪套房：{ $value }
form-owner-owner = 业主：{ $value }
form-owner-person = 账号：{ $value }
ask-owner-place = 哪套房？请写楼栋和门牌，例如：3号楼2单元301
ask-owner-owner = 名册上的哪一位业主？
ask-owner-person = 是这一户里的哪个账号？
ask-owner-submit = 对吗？登记后，这个账号可以投业主的票，本人会收到通知。
talk-owner-done = 已登记，并告诉了本人。
talk-owner-cancelled = 已取消，没有登记。
talk-owner-expired = 太久没有填完，没有登记。
owner-linked = 工作人员登记您是 { $place } 的业主，业主表决时可以投票。不对的话，请马上告诉居委会。

## 版面

sheet-ballot = 表决{ $number } · { $question }
sheet-option = 选项
sheet-measure-heads = 票数
sheet-measure-area = 面积（平方米）
ballot-paper = 表决{ $number } 的结果（大字版，可以打印张贴）
