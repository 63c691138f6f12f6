### 议题：提议、预审、协商

command-topics = 正在议的事
command-topic = 一件议题怎么样了：/topic 编号
command-propose = 提议大家商量一件事
topic-words-new = new|新|新建|新议题

refusal-no-topic = 没有找到这个议题。请核对编号，或发 /topics 看正在议的事。
refusal-topic-number = 请写上编号，例如：/topic 3。居委会提新议题，请发 /topic 新。
refusal-topic-verified = 这要由核实过的住户来做。请私聊我发 /join 登记，核实后再来。
refusal-topic-waiting = 您已有两件提议在等答复，请等有了答复再提。
refusal-topic-seconding = 这件事已经有了答复，附议结束了。
refusal-topic-criteria = 请至少选一项：涉及公共利益、切身困难，或者有矛盾纠纷。都不是的话，请用 /report 反映。
refusal-statement-long = 最多 { $count } 个字，请写短一点。发言可以分两条说。
refusal-statement-answered = 这一条已经答复过了，或者还没有公开。

## 卡片

topic-number = 议题{ $number }
topic-heading = <b>议题{ $number } / T{ $number }</b> · { $status }
topic-title = <b>{ $title }</b>
topic-from-cases = { $place } { $category }（{ $count } 件反映）
topic-by-resident = 提议：一位核实过的住户
topic-by-committee = 提出：{ $who }
topic-cases = 来自 { $count } 件反映：{ $numbers }
topic-criteria = 为什么要议：{ $names }
topic-criterion-public-interest = 涉及公共利益
topic-criterion-vital-difficulty = 切身困难
topic-criterion-dispute = 矛盾纠纷
topic-seconds = 附议：{ $count } 户（满 { $most } 户，居委会必须答复）
topic-study-none = 党组织研究：还没有登记
topic-study = 党组织研究：{ $day }，{ $conclusion }
topic-overdue = ⚠️ <b>已过期未答复</b>：居委会应在 { $days } 天内答复，到现在没有。
topic-answered =
    { $action }：{ $note }{ $who ->
        [none] { "" }
       *[other] （{ $who }）
    }
topic-summary = <b>小结</b>：{ $text }
topic-element = { $name }：{ $value }
topic-label-participants = 参加人
topic-label-question = 议什么
topic-label-form = 形式
topic-label-timetable = 时间安排
topic-label-use = 结果怎么用、谁来办
topic-counts = 发言：赞成 { $for }，反对 { $against }，有条件赞成 { $condition }
topic-questions =
    提问：{ $count } 个，{ $open ->
        [0] 都已答复
       *[other] 还有 { $open } 个没有答复
    }
topic-needs-talk = 表决前还要：至少 { $count } 个人发言（现在 { $had }），最早 { $at }；或开过一次会（现在 { $meetings } 次）
topic-needs-summary =
    表决前还要：写出小结{ $there ->
        [yes] （已写）
       *[no] （还没有）
    }
topic-needs-consultation =
    表决前还要：民意调查、公示或听证至少一种{ $there ->
        [yes] （已做）
       *[no] （还没有）
    }
topic-objections = <b>直接受影响的人还有 { $count } 条反对没有解决：</b>
topic-objection = { $count }. { $text }
topic-objection-was-met = 反对“{ $text }”，已这样解决：{ $met }
topic-voice = （语音）
topic-review = <b>预审</b>（只有居委会和监督委员会看得到）
topic-open-question = 还没有回答
topic-check-in-scope =
    属于自治范围：{ $answer ->
        [yes] 是
        [no] 不是
       *[none] 还没有回答
    }
topic-check-lawful =
    合法：{ $answer ->
        [yes] 是
        [no] 不是
       *[none] 还没有回答
    }
topic-check-already-decided =
    以前已有决定：{ $answer ->
        [yes] 有
        [no] 没有
       *[none] 还没有回答
    }
topic-check-personal-data =
    涉及个人信息：{ $answer ->
        [yes] 涉及
        [no] 不涉及
       *[none] 还没有回答
    }
topic-check-level = 由谁定：{ $answer }
topic-check-affected = 影响谁：{ $answer }
topic-check-money = 钱从哪来：{ $answer }

topic-status-proposed = 等附议
topic-status-pre-review = 预审中
topic-status-returned = 退回修改
topic-status-rejected = 不予采纳
topic-status-redirected = 转到别处
topic-status-admitted = 已采纳
topic-status-noticed = 公示中
topic-status-discussion = 协商中
topic-status-summary = 已小结
topic-status-polling = 表决中
topic-status-consensus = 达成一致
topic-status-no-consensus = 没有达成一致
topic-status-invalid = 表决无效
topic-status-referred = 已上报
topic-status-directed = 上级已答复
topic-status-await-meeting = 等会议决定
topic-status-meeting-passed = 会议通过，待核对
topic-status-meeting-failed = 会议未通过
topic-status-resolving = 正在形成决议
topic-status-resolved = 已有决议
topic-status-evaluated = 已评议
topic-status-archived = 已归档

topic-next-proposed = 下一步：邻居附议，够了户数居委会就必须答复。
topic-next-pre-review = 下一步：居委会采纳、退回、不予采纳或转到别处，都要写明理由。
topic-next-returned = 下一步：提议人改好后再提交。
topic-next-rejected = 到此为止。不同意的，可以向监督委员会反映，也可以打 12345。
topic-next-redirected = 到此为止，请按上面写的去处办理。
topic-next-admitted = 下一步：五项写全后公示；议的事多时排队。
topic-next-noticed = 下一步：先公示，再开始协商。
topic-next-discussion = 大家都可以说：点“我来说”，赞成、反对、有条件赞成、提问都行。先商量，后表决。
topic-next-summary = 下一步：表决，或者没有人反对就定为一致同意；有新情况就接着商量。
topic-next-polling = 下一步：等表决结果。
topic-next-consensus = 下一步：写成决议，说清谁来办、花多少钱、什么时候办完。
topic-next-no-consensus = 下一步：再商量一轮，或者上报。
topic-next-invalid = 下一步：再商量，或者说明理由后归档。
topic-next-referred = 下一步：等上级的答复，答复会公布在这里。
topic-next-directed = 下一步：按答复再商量、形成决议或归档。
topic-next-await-meeting = 下一步：由会议依法决定，这里只登记会议记录。
topic-next-meeting-passed = 下一步：监督委员会核对会议记录。
topic-next-meeting-failed = 下一步：再商量，或者说明理由后归档。
topic-next-resolving = 下一步：公布决议。
topic-next-resolved = 下一步：按决议落实，最后请大家说说做到了没有。
topic-next-evaluated = 下一步：归档。
topic-next-archived = 这件事到此为止。

topic-action-review = 开始预审
topic-action-overdue = 过期未答复
topic-action-admit = 采纳
topic-action-return = 退回修改
topic-action-reject = 不予采纳
topic-action-redirect = 转到别处
topic-action-resubmit = 改好再提交
topic-action-notice = 公示议题
topic-action-discuss = 开始协商
topic-action-summarise = 写小结
topic-action-resume = 接着商量
topic-action-poll = 进入表决
topic-action-agree = 定为一致同意
topic-action-carry = 表决通过
topic-action-fail = 表决未通过
topic-action-lack = 表决无效
topic-action-retry = 再商量一轮
topic-action-refer = 上报
topic-action-direct = 登记答复
topic-action-await = 交会议决定
topic-action-pass = 登记会议通过
topic-action-miss = 登记会议未通过
topic-action-check = 核对无误
topic-action-doubt = 有疑问
topic-action-resolve = 形成决议
topic-action-conclude = 决议生效
topic-action-evaluate = 评议
topic-action-archive = 归档

topic-second =
    附议{ $count ->
        [0] { "" }
       *[other] （{ $count } 户）
    }
topic-speak = 我来说
topic-open = 看这个议题
topic-check = 填预审清单
topic-elements = 填五项
topic-study-button = 登记党组织研究
topic-meet = 反对 { $count }：写明怎么解决
topic-ballot = 表决
topic-enter = 替人发言
topic-said-button = 看全部发言
topic-withdraw = 撤回我的反对
topic-answer = 答复第 { $count } 条
topic-toast-second = 已附议，谢谢
topic-toast-again = 您家已经附议过了
topic-toast-lacking = 还不能表决，请看差什么

## 发言

topic-statement =
    <b>第 { $number } 条 · { $stance }</b>{ $affected ->
        [yes] （直接受影响）
       *[no] { "" }
    }
    { $by ->
        [none] { $name ->
            [none] 一位邻居（不显示名字）
           *[other] { $name }
        }{ $office ->
            [none] { "" }
           *[other] （{ $office }）
        }
       *[other] 一位不用手机的住户，由{ $by }代录
    }：{ $text }
topic-statement-reply = ↳ 居委会：{ $text }
topic-reply = <b>议题{ $number } · 答复第 { $count } 条</b>（{ $stance }：{ $said }）
    { $by }：{ $text }
topic-replied =
    <b>议题{ $number }</b> { $title }
    您的第 { $count } 条发言有答复了（{ $stance }：{ $said }）
    { $by }：{ $text }
topic-replied-hidden =
    <b>议题{ $number }</b> { $title }
    有了新的答复，点下面看。
topic-said-whole = 太长的没有写全。看全文：私聊我发 <code>/topic { $number }</code>，点“看全部发言”。
topic-said-older = 更早的 { $count } 条
topic-said = <b>议题{ $number } 的发言</b>（{ $count } 条）

## 清单

topics =
    <b>正在议的事</b>（{ $others ->
        [0] 全社区进行中 { $running } 件，最多同时 { $most } 件
       *[other] 公示、协商、小结、表决中的占名额：全社区 { $running } 件，最多同时 { $most } 件；其余的不占名额
    }）
topics-none = 现在没有正在议的事。
topics-how = 看一件：<code>/topic 编号</code>；提议一件：私聊我发 <code>/propose 想商量的事</code>
topics-line = <b>议题{ $number }</b> · { $status } · { $title }
topic-lacking = <b>议题{ $number }</b> { $title }：先商量，后表决。现在还不能表决，因为：
topic-lacks-discussion =
    • 商量还不够：要满 { $days } 天，至少 { $count } 个人发言（现在 { $had } 个），或者开过一次有记录、到会至少 { $heads } 人的会。代录的发言，一位代录人只算一个，先要有 { $own } 个人自己发言。{ $from ->
        [none] 协商还没有开始。
       *[other] 协商从 { $from } 开始。
    }
topic-lacks-summary = • 还没有小结：要写出大家赞成什么、反对什么、有什么条件。
topic-lacks-consultation = • 这是关系切身利益的事：民意调查、公示、听证至少要做一种。

## 告诉谁

topic-told-resident-overdue = <b>议题{ $number }</b> { $title }：居委会过了期限还没有答复，监督委员会已经知道。
topic-told-resident-admit = <b>议题{ $number }</b> { $title }：居委会采纳了。理由：{ $note }
topic-told-resident-return = <b>议题{ $number }</b> { $title }：请改一改再提交。理由：{ $note }
topic-told-resident-reject = <b>议题{ $number }</b> { $title }：不予采纳。理由：{ $note } 不同意的，可以向监督委员会反映，也可以打 12345。
topic-told-resident-redirect = <b>议题{ $number }</b> { $title }：这件事不在这里议。{ $note }
topic-told-resident-notice = <b>议题{ $number }</b> { $title }：已经公示。
topic-told-resident-discuss = <b>议题{ $number }</b> { $title }：现在开始商量，请点“我来说”。
topic-told-resident-summarise = <b>议题{ $number }</b> { $title }：小结写好了：{ $note }
topic-told-resident-resume = <b>议题{ $number }</b> { $title }：接着商量。{ $note }
topic-told-resident-poll = <b>议题{ $number }</b> { $title }：商量够了，进入表决。
topic-told-resident-agree = <b>议题{ $number }</b> { $title }：没有人再反对，定为一致同意。
topic-told-resident-carry = <b>议题{ $number }</b> { $title }：表决通过了。
topic-told-resident-fail = <b>议题{ $number }</b> { $title }：没有达成一致。
topic-told-resident-lack = <b>议题{ $number }</b> { $title }：这次表决不算数。
topic-told-resident-retry = <b>议题{ $number }</b> { $title }：再商量一轮。{ $note }
topic-told-resident-refer = <b>议题{ $number }</b> { $title }：已经上报。{ $note }
topic-told-resident-direct = <b>议题{ $number }</b> { $title }：上级的答复：{ $note }
topic-told-resident-miss = <b>议题{ $number }</b> { $title }：会议没有通过。{ $note }
topic-told-resident-conclude = <b>议题{ $number }</b> { $title }：决议生效了。
topic-told-resident-evaluate = <b>议题{ $number }</b> { $title }：评议结束了。
topic-told-resident-archive = <b>议题{ $number }</b> { $title }：归档了。{ $note }
topic-told-supervision-overdue = <b>议题{ $number }</b> { $title }：居委会过了期限还没有答复提议人。
topic-told-supervision-reject = <b>议题{ $number }</b> { $title }：{ $by }不予采纳。理由：{ $note }
topic-told-supervision-redirect = <b>议题{ $number }</b> { $title }：{ $by }转到别处。{ $note }
topic-told-supervision-poll = <b>议题{ $number }</b> { $title }：进入表决。
topic-told-supervision-agree = <b>议题{ $number }</b> { $title }：{ $by }定为一致同意。
topic-told-supervision-carry = <b>议题{ $number }</b> { $title }：表决通过了。
topic-told-supervision-fail = <b>议题{ $number }</b> { $title }：没有达成一致。
topic-told-supervision-lack = <b>议题{ $number }</b> { $title }：这次表决不算数。
topic-told-supervision-refer = <b>议题{ $number }</b> { $title }：{ $by }上报了。{ $note }
topic-told-supervision-direct = <b>议题{ $number }</b> { $title }：{ $by }登记了上级的答复：{ $note }
topic-told-supervision-pass = <b>议题{ $number }</b> { $title }：{ $by }登记会议通过，请核对会议记录。
topic-told-supervision-miss = <b>议题{ $number }</b> { $title }：{ $by }登记会议没有通过。{ $note }
topic-told-supervision-conclude = <b>议题{ $number }</b> { $title }：决议生效了。
topic-told-supervision-evaluate = <b>议题{ $number }</b> { $title }：评议结束了。
topic-told-supervision-archive = <b>议题{ $number }</b> { $title }：{ $by }归档了。{ $note }
topic-told-committee-overdue = <b>议题{ $number }</b> { $title }：已经过了答复期限，监督委员会和提议人都知道了。请尽快答复。
topic-told-committee-resubmit = <b>议题{ $number }</b> 改好后又提交了：{ $title }
topic-told-committee-check = <b>议题{ $number }</b> { $title }：监督委员会核对无误，请写成决议。
topic-told-committee-doubt = <b>议题{ $number }</b> { $title }：监督委员会对会议记录有疑问：{ $note }
topic-objection-met = <b>议题{ $number }</b> { $title }：您的反对，居委会写明已这样解决：{ $note } 如果您觉得没有解决，请再点“我来说”说一遍。

## 填写

form-propose =
    { $reaches ->
        [near] <b>提议跟附近邻居商量一件事</b>（只发给住在那里的邻居，不显示您的名字）
       *[all] <b>提议大家商量一件事</b>（内容会发到居民群，不显示您的名字）
    }
form-propose-text = 想商量：{ $value }
ask-propose-text = 想请大家商量什么？用一两句话写出来，不要写谁的姓名、电话和门牌。
ask-propose-submit =
    { $reaches ->
        [near] { $waits ->
            [none] 对吗？点“提交”就会发给住在那里的邻居，您家算第一个附议。
           *[other] 对吗？点“提交”后不马上发：{ -why-later }{ $waits } 再发给住在那里的邻居。您家算第一个附议。
        }
       *[all] { $waits ->
            [none] 对吗？点“提交”就会发到群里，您家算第一个附议。
           *[other] 对吗？点“提交”后不马上发：{ -why-later }{ $waits } 再发到群里。您家算第一个附议。
        }
    }
talk-propose-done = 已经提议。
-why-later = 夜里不打扰大家，一天的消息也有限，
sent-later = { -why-later }{ $at } 再和别的消息一起发到群里。
talk-propose-cancelled = 没有提议。
talk-propose-expired = 放得太久，没有提议。要提请再发 /propose。

form-lay-topic = <b>新议题</b>
form-lay-topic-interest = 涉及公共利益：{ $value }
form-lay-topic-difficulty = 切身困难：{ $value }
form-lay-topic-conflict = 矛盾纠纷：{ $value }
form-lay-topic-entry = 目录：{ $value }
form-lay-topic-text = 内容：{ $value }
ask-lay-topic-interest = 这件事涉及公共利益吗？
ask-lay-topic-difficulty = 是居民的切身困难吗？
ask-lay-topic-conflict = 有矛盾纠纷吗？
ask-lay-topic-entry = 在议事目录里是哪一项？
ask-lay-topic-text = 要议什么？用一两句话写出来。
ask-lay-topic-submit = 对吗？提交后进入预审，采纳和公示以前不会发到群里。
choice-lay-topic-interest-yes = 是
choice-lay-topic-interest-no = 不是
choice-lay-topic-difficulty-yes = 是
choice-lay-topic-difficulty-no = 不是
choice-lay-topic-conflict-yes = 有
choice-lay-topic-conflict-no = 没有
choice-lay-topic-entry-other = 目录里没有
talk-lay-topic-done = 已经提出，进入预审。
talk-lay-topic-cancelled = 没有提出。
talk-lay-topic-expired = 放得太久，没有提出。

form-prereview = <b>议题{ $number } 预审清单</b>
form-prereview-interest = 涉及公共利益：{ $value }
form-prereview-difficulty = 切身困难：{ $value }
form-prereview-conflict = 矛盾纠纷：{ $value }
form-prereview-entry = 目录：{ $value }
form-prereview-in_scope = 属于自治范围：{ $value }
form-prereview-lawful = 合法：{ $value }
form-prereview-already_decided = 以前已有决定：{ $value }
form-prereview-level = 由谁定：{ $value }
form-prereview-major = 重大事项：{ $value }
form-prereview-vital = 关系切身利益：{ $value }
form-prereview-affected = 影响谁：{ $value }
form-prereview-money = 钱从哪来：{ $value }
form-prereview-personal_data = 涉及个人信息：{ $value }
ask-prereview-interest = 这件事涉及公共利益吗？
ask-prereview-difficulty = 是居民的切身困难吗？
ask-prereview-conflict = 有矛盾纠纷吗？
ask-prereview-entry = 在议事目录里是哪一项？
ask-prereview-in_scope = 属于居民（村民）自治范围吗？
ask-prereview-lawful = 合法吗？
ask-prereview-already_decided = 以前已经有决定了吗？
ask-prereview-level = 依法由谁来定？
ask-prereview-major = 是重大事项，要先由党组织研究吗？
ask-prereview-vital = 关系大家切身利益，要做民意调查、公示或听证吗？
ask-prereview-affected = 影响到谁？写一句，例如：三号楼全体住户。
ask-prereview-money = 钱从哪来？不花钱就写“不花钱”。
ask-prereview-personal_data = 讨论时会涉及谁的个人信息吗？
ask-prereview-submit = 对吗？提交后再点“采纳”“退回修改”“不予采纳”或“转到别处”，都要写理由。
choice-prereview-interest-yes = 是
choice-prereview-interest-no = 不是
choice-prereview-difficulty-yes = 是
choice-prereview-difficulty-no = 不是
choice-prereview-conflict-yes = 有
choice-prereview-conflict-no = 没有
choice-prereview-entry-other = 目录里没有
choice-prereview-in_scope-yes = 是
choice-prereview-in_scope-no = 不是
choice-prereview-lawful-yes = 合法
choice-prereview-lawful-no = 不合法
choice-prereview-already_decided-yes = 有
choice-prereview-already_decided-no = 没有
choice-prereview-level-meeting = 会议决定
choice-prereview-level-delegated = 会议授权，协商决定
choice-prereview-level-other = 协商一致就行
choice-prereview-major-yes = 是
choice-prereview-major-no = 不是
choice-prereview-vital-yes = 是
choice-prereview-vital-no = 不是
choice-prereview-personal_data-yes = 涉及
choice-prereview-personal_data-no = 不涉及
talk-prereview-done = 预审清单已记下。
talk-prereview-cancelled = 没有记。
talk-prereview-expired = 放得太久，没有记。

form-elements = <b>议题{ $number } 五项</b>（写全了才能公示）
form-elements-participants = 参加人：{ $value }
form-elements-question = 议什么：{ $value }
form-elements-form = 形式：{ $value }
form-elements-timetable = 时间安排：{ $value }
form-elements-use = 结果怎么用、谁来办：{ $value }
ask-elements-participants = 谁来参加？写一句，例如：三号楼全体住户和物业。
ask-elements-question = 要议的问题是什么，有什么材料？写出来，或用提议的原话。
ask-elements-form = 用什么形式？
ask-elements-timetable = 时间怎么安排？例如：3月2日到3月9日发言，3月10日小结。
ask-elements-use = 结果怎么用，谁来办？
ask-elements-submit = 对吗？议的事太多时，采纳的议题按先后自动排队公示。
choice-elements-question-as-proposed = 用提议的原话
choice-elements-form-online = 线上
choice-elements-form-offline = 线下
choice-elements-form-mixed = 线上加线下
talk-elements-done = 五项已写好。
talk-elements-cancelled = 没有记。
talk-elements-expired = 放得太久，没有记。

form-study = <b>议题{ $number } 党组织研究</b>（只记日期和结论）
form-study-day = 日期：{ $value }
form-study-conclusion = 结论：{ $value }
ask-study-day = 哪一天研究的？写月和日，例如 3-1。
ask-study-conclusion = 结论是什么？
ask-study-submit = 对吗？“同意提交”才能公示。
choice-study-day-today = 今天
choice-study-conclusion-agree = 同意提交
choice-study-conclusion-adjust = 调整
choice-study-conclusion-postpone = 暂缓
talk-study-done = 已登记。
talk-study-cancelled = 没有登记。
talk-study-expired = 放得太久，没有登记。

form-step-topic = <b>议题{ $number } · { $name }</b>
form-step-topic-note = 已写：{ $value }
form-step-topic-proof = 已写：{ $value }
ask-step-topic-note =
    { $action ->
        [resubmit] 请把改好的内容写出来。
        [direct] 请写上级怎么答复的。
        [redirect] 请写这件事该去哪里办，为什么。
       *[other] 请写理由，大家都看得到。
    }
ask-step-topic-proof = 会议记录在哪里？写一句，例如：3月10日居民代表会议记录，存居委会。
talk-step-topic-done = 已记下。
talk-step-topic-cancelled = 没有做。
talk-step-topic-expired = 放得太久，没有做。

form-speak =
    <b>议题{ $number } · { $for ->
        [yes] 替不用手机的人发言
       *[no] 我来说
    }</b>
form-speak-stance = 态度：{ $value }
form-speak-affected = 直接受影响：{ $value }
form-speak-text = 内容：{ $value }
form-speak-name = 名字：{ $value }
ask-speak-stance = 是赞成、反对、有条件赞成，还是想问一句？
ask-speak-affected =
    这件事直接影响到{ $for ->
        [yes] 他（她）家
       *[no] 您家
    }吗？直接受影响的反对没有解决以前，不能算一致同意。
ask-speak-text = 想说什么？写几句，或发一段语音（语音会带着名字发到群里）。
ask-speak-name =
    { $group ->
        [no] 邻居看的时候，显示您的名字吗？不显示的，攒到中午 12 点或晚上 8 点打乱次序一起放进去。
       *[yes] 发到群里时，显示您的名字吗？不显示的，攒到中午 12 点或晚上 8 点打乱次序一起发。
    }
ask-speak-submit =
    { $group ->
        [no] 对吗？住在这里的邻居没有单独的群：提交后大家点“看全部发言”就看得到。
       *[yes] 对吗？点“提交”{ $name ->
            [hidden] 就会在下一批里发出去，群里看不到是谁。那一批赶上夜里，或者当天群里的消息满了，就等到早上再发。
           *[other] { $waits ->
                [none] 就会发到群里。
               *[other] 后不马上发：{ -why-later }{ $waits } 再发到群里。
            }
        }
    }
choice-speak-stance-for = 赞成
choice-speak-stance-against = 反对
choice-speak-stance-condition = 有条件赞成
choice-speak-stance-question = 提问
choice-speak-affected-yes = 直接受影响
choice-speak-affected-no = 没有直接影响
choice-speak-name-open = 显示名字
choice-speak-name-hidden = 不显示名字
talk-speak-done = 说好了，谢谢。
sent-nowhere = 住在这里的邻居没有单独的群，点“看全部发言”看得到；不显示名字的，到中午 12 点或晚上 8 点才放进去。
sent-said =
    { $waits ->
        [none] 显示名字的发言已经发到群里；
       *[other] 夜里不打扰大家，一天的消息也有限：显示名字的发言，{ $waits } 再发到群里；
    }不显示名字的，攒到中午 12 点或晚上 8 点打乱次序一起发；那时群里的消息满了，就等到早上。
talk-speak-cancelled = 没有说。
talk-speak-expired = 放得太久，没有发出去。

form-answer-statement = <b>议题{ $number } · 答复第 { $count } 条</b>
form-answer-statement-text = 答复：{ $value }
ask-answer-statement-text = 请写答复。
ask-answer-statement-submit =
    { $group ->
        [no] 对吗？提交后大家点“看全部发言”就看得到。一条只答复一次。
       *[yes] 对吗？提交后{ $waits ->
            [none] 发到群里
           *[other] 不马上发：{ -why-later }{ $waits } 再发到群里
        }。一条只答复一次。
    }
talk-answer-statement-done = 已答复。
talk-answer-statement-cancelled = 没有答复。
talk-answer-statement-expired = 放得太久，没有答复。

form-meet-objection =
    <b>议题{ $number } · 反对怎么解决的</b>
    反对：{ $said }
form-meet-objection-text = 解决：{ $value }
ask-meet-objection-text = 请写明怎么解决的：做了什么改动，和本人谈得怎么样。
ask-meet-objection-submit = 对吗？提交后大家都看得到，也会告诉提出反对的人。
talk-meet-objection-done = 已记下。
talk-meet-objection-cancelled = 没有记。
talk-meet-objection-expired = 放得太久，没有记。
