### 公示的填写：样表、表格、问答

## 样表：表头可以有几种写法，用 | 隔开；发出去的样表用第一种

drafting-sheet-ledger = 收支账
drafting-sheet-use = 收益用途
drafting-sheet-assets = 资产合同
drafting-sheet-notes = 怎么填
drafting-column-entry = 收支|类别|收/支|类型
drafting-column-day = 日期|时间|发生日期
drafting-column-what = 事由|摘要|用途|事项|项目
drafting-column-amount = 金额（元）|金额
drafting-column-receipt = 票据号|凭证号|收据号|发票号
drafting-column-payee = 对方|收款人|付款人|收款单位|付款单位
drafting-column-basis = 批准依据|依据|谁批准的
drafting-column-resolution = 决议编号|决议
drafting-column-asset = 资产|资产名称|资源
drafting-column-holder = 承租（承包）方|承租方|承包方|使用人
drafting-column-contract = 合同编号|合同号
drafting-column-start = 开始日期|起始日期|起
drafting-column-end = 到期日期|截止日期|止
drafting-column-price = 合同总价（元）|合同总价|合同金额|总价
drafting-column-paid = 已付到|交费到
drafting-hint-entry = 从这四种里选：期初、收入、支出、期末。期初和期末各写一行。
drafting-hint-day = 例如 2026-09-03、2026年9月3日、9月3日。期初、期末两行不用写。
drafting-hint-what = 一句大白话，例如：换三号楼楼道灯。不写个人姓名、电话、门牌。
drafting-hint-amount = 写元，最多两位小数，例如 1280.50。只写数，不写算式。
drafting-hint-receipt = 同一年里不能重复。
drafting-hint-payee = 写单位；是个人的写“个人”。
drafting-hint-basis = 大额开支一定要写，例如：9月2日居民会议。
drafting-hint-resolution = 是哪份决议定下来的，写编号；没有就空着。
drafting-hint-asset = 例如：小区东门门面房。
drafting-hint-holder = 写单位；是个人的写“个人”。
drafting-hint-contract = 合同上的编号，没有就空着。
drafting-hint-start = 例如 2026-01-01。
drafting-hint-end = 例如 2028-12-31。到期前 90 天、30 天、7 天会提醒。
drafting-hint-price = 整个合同期一共多少元，最多两位小数。
drafting-hint-paid = 租金已经交到哪一天，没有就空着。
drafting-entry-opening = 期初|上期结余|期初余额
drafting-entry-income = 收入|收
drafting-entry-expense = 支出|支
drafting-entry-closing = 期末|本期结余|期末余额
drafting-opening = 上期剩下的
drafting-closing = 现在还剩的
drafting-notes-ledger =
    一、一笔一行。“期初”“期末”各一行，放在哪里都可以。
    二、期初 + 收入 − 支出 = 期末，差一分钱也收不进去。
    三、金额写元，最多两位小数，只写数，不写算式。
    四、不要合并单元格。
    五、不写个人的姓名、电话、门牌、身份证号、银行卡号、车牌。
    六、填好以后把这个文件私聊发给我。有一处不对就整份不收，我会标出来。
drafting-notes-use =
    一、一笔一行。“期初”“期末”各一行，放在哪里都可以。
    二、每笔支出都要写批准它的决议编号，而且不能超出决议批准的数。
    三、期初 + 收入 − 支出 = 期末，差一分钱也收不进去。
    四、金额写元，最多两位小数，只写数，不写算式。
    五、不写个人的姓名、电话、门牌、身份证号、银行卡号、车牌。
    六、填好以后把这个文件私聊发给我。有一处不对就整份不收，我会标出来。
drafting-notes-assets =
    一、一份合同一行。
    二、日期写成 2026-01-01 这样。
    三、金额写元，最多两位小数。
    四、不写个人的姓名、电话、门牌。
    五、填好以后把这个文件私聊发给我。有一处不对就整份不收，我会标出来。

## 收表

drafting-ask =
    <b>{ $name }</b>（{ $period }）
    请把填好的表格发给我（.xlsx 或 .csv）。没有样表就点“下载样表”；上期公布过的，结余已经填好。
drafting-get = 下载样表
drafting-template = 样表。填好以后把文件直接发给我。
drafting-marked = 要改的地方标成了红色，点开批注看怎么改。改好以后再发给我。
drafting-file-gone = 文件没取到。请再发一次。
drafting-file-large = 文件太大，或者行数太多，打不开。请只留这一期的账，存成 .xlsx 再发。
drafting-file-old = 这是旧的 .xls 文件。请用“另存为”存成 .xlsx 再发。
drafting-file-locked = 文件有密码，打不开。请去掉密码再发。
drafting-file-unreadable = 打不开这个文件。请存成 .xlsx 或 .csv 再发。
drafting-file-headings = 在表里没有找到表头。请点“下载样表”，照样表第一行的表头来填。
drafting-faults = 表里有 { $count } 处要改，一处也没有收进去：
drafting-fault-line = · { $sheet ->
        [none] {""}
       *[other] 表“{ $sheet }”
    }第 { $row } 行“{ $column }”：{ $fault }
drafting-faults-more = 还有 { $count } 处，在标好的表里。
drafting-faults-next = 标好的表马上发给您。改好以后把文件再发给我。
drafting-fault-missing = 这里空着，要填
drafting-fault-merged = 合并单元格了：请取消合并，每一行都写上自己的内容
drafting-fault-formula = 只有算式，没有算出来的数：请写上数，或者用表格软件打开、存一次再发
drafting-fault-error = “{ $found }”是算式出的错：请写上数
drafting-fault-long = 有 { $count } 个字，太长：最多 { $most } 个字
drafting-fault-no-amount = “{ $found }”不是金额：写元，最多两位小数，例如 1280.50
drafting-fault-no-day = “{ $found }”看不出是哪一天：写成 2026-09-03 这样
drafting-fault-entry = “{ $found }”看不懂：从 期初、收入、支出、期末 里选一个
drafting-fault-twice = 第 { $other } 行已经写过了：只留一行
drafting-fault-no-opening = 没有“期初”这一行：加一行，写上期剩下多少
drafting-fault-no-closing = 没有“期末”这一行：加一行，写现在还剩多少
drafting-fault-many = 有 { $count } 行，太多了：最多 { $most } 行，请分开
drafting-fault-empty = 一行也没有：从表头下面一行开始写
drafting-fault-unbalanced = 写的是 { $found } 元；照上面的账算，应是 { $right } 元
drafting-fault-opening = 写的是 { $found } 元；上期公布的结余是 { $right } 元
drafting-fault-amount = 金额要大于零：收和支用“收支”那一列来分
drafting-fault-receipt =
    票据号“{ $found }”{ $where ->
        [row] 第 { $right } 行用过了
       *[before] 在从 { $right } 开始的那一期用过了
    }：核对一下，重复的删去一行
drafting-fault-day = { $found } 不在这一期里：应在 { $right } 之间
drafting-fault-basis = { $found } 元算大额开支：要写清楚谁批准的，例如哪天的什么会
drafting-fault-private =
    { $found ->
        [identity] 像是身份证号，请去掉
        [card] 像是银行卡号，请去掉
        [phone] 像是电话号码，请去掉
       *[other] 像是姓名、门牌或车牌，请去掉
    }
drafting-fault-term = 到期日 { $found } 不比开始日期晚：核对两个日期

## 填好以后

drafting-taken = <b>{ $name }</b>（{ $period }）收下了。
drafting-nothing = 还没有内容：前面的月份还没有公布，没有可以汇总的。请先公布各个月的账。
drafting-has-ledger = 上期剩 { $opening } 元，收入 { $income } 元，支出 { $expense } 元，还剩 { $closing } 元，一共 { $count } 笔。
drafting-has-large = 大额开支 { $count } 笔，一共 { $total } 元，是从各个月的账里汇总出来的。
drafting-has-year = 全年收入 { $income } 元，支出 { $expense } 元，还剩 { $closing } 元。
drafting-has-groups = { $count } 类，一共 { $people } 人。
drafting-has-contracts = { $count } 份合同。
drafting-has-report = 写好了 { $count } 项。
drafting-unfinished = 上面这些改好才能提交。已经填的都留着。
drafting-ready = 没有发现问题。核对一遍就可以提交，由另一个人批准。
drafting-plainer = 这些话可以说得更明白（只是建议，我不会改您写的）：
drafting-plainer-word = · “{ $said }”可以说成“{ $instead }”
drafting-plainer-long = · 这句太长，可以分成两句：{ $said }
drafting-problem-unbalanced = · 期末写的是 { $found } 元，照账算应是 { $right } 元。
drafting-problem-opening = · 期初写的是 { $found } 元，上期结余是 { $right } 元。
drafting-problem-months =
    · { $place ->
        [gap] 从 { $found } 开始的那个月还没有公布，请先公布。
       *[other] 和各个月的账对不上：这里 { $found } 元，各个月是 { $right } 元。
    }
drafting-problem-amount = · 第 { $line } 项的数要大于零。
drafting-problem-receipt = · 第 { $line } 笔的“{ $found }”重复了。
drafting-problem-day = · 第 { $line } 笔的日期 { $found } 不在这一期里。
drafting-problem-basis = · 第 { $line } 笔 { $found } 元是大额，没写谁批准的。
drafting-problem-jump =
    · { $side ->
        [income] 收入
       *[expense] 支出
    }从 { $right } 元变成 { $found } 元，变化大，要说明原因。
drafting-problem-private =
    · { $line ->
        [0] 标题里
       *[other] 第 { $line } 项里
    }有不能公开的：{ $found ->
        [identity] 像是身份证号，请去掉
        [card] 像是银行卡号，请去掉
        [phone] 像是电话号码，请去掉
       *[other] 像是姓名、门牌或车牌，请去掉
    }
drafting-problem-name =
    · { $place ->
        [look_up] “到哪里查”里
        [object] “有异议找谁”里
       *[other] 第 { $line } 类里
    }像是有人的姓名：{ $line ->
        [0] 只写找哪个部门、哪个职务。
       *[other] 只写人数和标准。
    }
drafting-problem-missing = · 还有没写的，请再填一遍。
drafting-problem-term = · 第 { $line } 份合同的到期日 { $found } 不比开始日期晚。
drafting-problem-stage =
    · 要先公开{ $right ->
        [before] “开工前”
        [halfway] “进展到一半”
       *[settled] “项目结算”
    }这一次。

refusal-drafting-file = 请发表格文件（.xlsx 或 .csv）。没有样表就点“下载样表”，不填了就点“取消”。
refusal-drafting-money = 请用数字写多少元，最多两位小数，例如：1200 或 1200.50。
refusal-drafting-groups = 第 { $line } 行看不懂。一类一行：名称 人数 每人每月多少元 一共多少元，例如：低保 12 650 7800。只写数，不写姓名。
refusal-drafting-months = 这一年还没有公布过月度账，没有可以汇总的。请先公布各个月的账。
refusal-drafting-long = 太长了，最多 { $most } 个字。请写短一点。
refusal-drafting-private =
    这里面有不能公开的：{ $kind ->
        [identity] 像是身份证号
        [card] 像是银行卡号
        [phone] 像是电话号码
       *[other] 像是姓名、门牌或车牌
    }。请去掉再发。

## 问答

form-policy = <b>政策明白卡</b>：{ $name }
form-policy-title = 名称：{ $value }
form-policy-what = 是什么：{ $value }
form-policy-whom = 给谁：{ $value }
form-policy-how = 怎么办：{ $value }
form-policy-until = 到哪天：{ $value }
form-policy-contact = 问谁：{ $value }
ask-policy-title = 这项政策叫什么？例如：老旧小区加装电梯补贴。
ask-policy-what = <b>是什么？</b>一两句大白话，例如：装电梯，政府给每台补 20 万元。
ask-policy-whom = <b>给谁？</b>例如：2000 年以前建的楼，同意的户数够三分之二。
ask-policy-how = <b>怎么办？</b>例如：带身份证到居委会填表，居委会帮着报。
ask-policy-until = <b>到哪天？</b>例如：今年 12 月 31 日；没有期限就写“一直有”。
ask-policy-contact = <b>问谁？</b>写科室或办公电话以外的办法，例如：居委会一楼窗口，工作日上午。
ask-policy-submit = 看一遍。对了就点“提交”。
talk-policy-done = 政策卡填好了。
talk-policy-cancelled = 没有填，原来的不变。
talk-policy-expired = 隔得太久，这次填写停了。要填请重新开始。

form-support = <b>保障对象</b>：{ $name }。只写人数，不写姓名。
form-support-groups = 各类：{ $value }
form-support-lookup = 到哪里查：{ $value }
form-support-protest = 有异议找谁：{ $value }
ask-support-groups =
    一类一行：名称 人数 每人每月多少元 一共多少元。例如：
    低保 12 650 7800
    高龄津贴 30 100 3000
ask-support-lookup = 自己的情况到哪里查？例如：居委会一楼窗口，带身份证。
ask-support-protest = 觉得不对怎么提？例如：7 天里到居委会写意见，也可以找监督委员会。
ask-support-submit = 看一遍。对了就点“提交”。
talk-support-done = 保障对象填好了。
talk-support-cancelled = 没有填，原来的不变。
talk-support-expired = 隔得太久，这次填写停了。要填请重新开始。

form-announce = <b>{ $name }</b>
form-announce-title = 标题：{ $value }
form-announce-text = 内容：{ $value }
ask-announce-title = 用一句话说是什么事？
ask-announce-text = 写清楚内容。用大白话，一句话不要太长。
ask-announce-submit = 看一遍。对了就点“提交”。
talk-announce-done = 内容填好了。
talk-announce-cancelled = 没有填，原来的不变。
talk-announce-expired = 隔得太久，这次填写停了。要填请重新开始。

form-duties = <b>年底述职</b>：{ $name }
form-duties-done = 办成的：{ $value }
form-duties-undone = 没办成的：{ $value }
form-duties-next = 明年打算：{ $value }
ask-duties-done = 这一年您办成了哪几件事？用大白话，不写居民的姓名。
ask-duties-undone = 哪几件没办成？为什么？
ask-duties-next = 明年打算先办什么？
ask-duties-submit = 看一遍。对了就点“提交”。公布以后大家有 7 天可以问。
talk-duties-done = 述职填好了。
talk-duties-cancelled = 没有填，原来的不变。
talk-duties-expired = 隔得太久，这次填写停了。要填请重新开始。

form-project =
    <b>项目公开</b>：{ $stage ->
        [before] 开工前
        [halfway] 进展到一半
       *[settled] 项目结算
    }
form-project-title = 项目：{ $value }
form-project-why = 为什么做：{ $value }
form-project-budget = 预算：{ $value } 元
form-project-contractor = 谁来做：{ $value }
form-project-chosen = 怎么选的：{ $value }
form-project-dates = 什么时候做：{ $value }
form-project-contact = 有事找谁：{ $value }
form-project-done = 做了哪些：{ $value }
form-project-paid = 付了多少：{ $value } 元
form-project-changes = 有什么变动：{ $value }
form-project-halfway = 进展到一半时付了：{ $value } 元
form-project-cost = 一共花了：{ $value } 元
form-project-compared = 和预算比：{ $value }
form-project-accepted = 谁验收的：{ $value }
form-project-warranty = 保修到哪天：{ $value }
ask-project-title = 项目叫什么？例如：三号楼加装门禁。
ask-project-why = 为什么要做？
ask-project-budget = 预算多少元？例如：12000.50。
ask-project-contractor = 谁来做？写单位名称。
ask-project-chosen = 是怎么选的？例如：三家比价，选最低的。
ask-project-dates = 从哪天做到哪天？
ask-project-contact = 有事找谁？写岗位，不写电话。
ask-project-done = 到现在做了哪些？可以附一张照片。
ask-project-paid = 到现在付了多少元？
ask-project-changes = 和开工前说的比，有什么变动？没有就写“没有”。
ask-project-halfway = 进展到一半时公开过，付了多少元？
ask-project-cost = 一共花了多少元？
ask-project-compared = 实际花的和预算、和进展到一半时公开的对不上。多了还是少了？为什么？大家会看到。
ask-project-accepted = 谁验收的？结果怎么样？
ask-project-warranty = 保修到哪天？坏了找谁？
ask-project-submit = 看一遍。对了就点“提交”。
talk-project-done = 这一阶段填好了。
talk-project-cancelled = 没有填，原来的不变。
talk-project-expired = 隔得太久，这次填写停了。要填请重新开始。

form-yearly = <b>全年收支</b>：{ $name }
form-yearly-income = 全年收入：{ $value }
form-yearly-why-income = 为什么和各月不一样：{ $value }
form-yearly-expense = 全年支出：{ $value }
form-yearly-why-expense = 为什么和各月不一样：{ $value }
ask-yearly-income = 全年收入是多少？和各个月加起来一样就点下面，不一样就写多少元。
ask-yearly-why-income = 收入为什么和各个月加起来不一样？
ask-yearly-expense = 全年支出是多少？和各个月加起来一样就点下面，不一样就写多少元。
ask-yearly-why-expense = 支出为什么和各个月加起来不一样？
ask-yearly-submit = 看一遍。对了就点“提交”。
choice-yearly-income-summed = 和各月加起来一样
choice-yearly-expense-summed = 和各月加起来一样
talk-yearly-done = 全年收支填好了。
talk-yearly-cancelled = 没有填，原来的不变。
talk-yearly-expired = 隔得太久，这次填写停了。要填请重新开始。

form-jump = <b>{ $name }</b>：变化大的要说明
form-jump-why = 原因：{ $value }
ask-jump-why =
    { $side ->
        [income] 收入
       *[expense] 支出
    }上期是 { $before } 元，这期是 { $now } 元，变化很大。请用一两句话说明为什么，大家会看到。
talk-jump-done = 原因记下了。
talk-jump-cancelled = 原因没有写。提交以前还要写。
talk-jump-expired = 隔得太久，这次提问停了。提交以前还要写原因。

talk-accounts-done = 表格收下了。
talk-accounts-cancelled = 没有收表格，原来的不变。
talk-accounts-expired = 隔得太久，不再等表格了。要填请重新开始。

## 资产合同、一个月的台账

contract-ends = 合同快到期了：{ $asset }（{ $contract }），{ $day } 到期，还有 { $days } 天。请商量好续不续，怎么公开。
command-ledger = 一个月的台账（居委会、监督）
ledger-book = 台账，都是机器人里已经有的，不用再填。里面没有个人信息。
ledger-page-cases = 事项
ledger-page-meetings = 会议
ledger-page-disclosed = 公开
ledger-column-number = 编号
ledger-column-day = 日期
ledger-column-category = 类别
ledger-column-grid = { $level_grid }
ledger-column-status = 现在怎样
ledger-column-heads = 到会人数
ledger-column-minutes = 会议记录
ledger-column-serial = 公示编号
ledger-column-item = 公开事项
ledger-column-period = 哪一期
ledger-minutes-yes = 有
ledger-minutes-no = 还没有
refusal-drafting-month = 请写已经开始的月份，例如：/ledger 2026-10。不写就是上个月。
refusal-drafting-own = 这份述职要由本人来写。请写您自己的那一份。
drafting-fault-resolution = “{ $found }”不是已经公布的决议编号：只写数，例如 3；没有就空着
drafting-problem-resolution = · 第 { $line } 笔写的决议 { $found } 没有公布过，请核对编号。
drafting-problem-unsettled = · 还没有验收。验收的人确认以后才能结算。
drafting-problem-cost =
    · { $place ->
        [budget] 预算写的是 { $found } 元，决议定的是 { $right } 元。请再填一遍。
        [halfway] 进展到一半时写的是 { $found } 元，那时公开的是 { $right } 元。请再填一遍。
       *[why] 花了 { $found } 元，预算 { $right } 元：请说明为什么不一样。
    }
drafting-problem-undecided =
    · 第 { $line } 笔是支出，要写批准它的决议编号。{ $found ->
        [none] { "" }
       *[other] { $found } 不是现在生效的决议。
    }{ $right ->
        [none] 现在没有生效的决议。
       *[other] 现在生效的决议：{ $right }。
    }
drafting-problem-exceeded = · 第 { $line } 笔 { $found } 元，超出决议批准的数：那份决议还剩 { $right } 元。
drafting-fault-undecided =
    支出要写批准它的决议编号{ $found ->
        [none] { "" }
       *[other] ，{ $found } 不是现在生效的决议
    }：{ $right ->
        [none] 现在没有生效的决议，先有决议才能花
       *[other] 从这些里选 { $right }
    }
drafting-fault-exceeded = { $found } 元超出决议批准的数：那份决议还剩 { $right } 元
