# 公示：写在纸上的话、签字、公布

sheet-edition-title = { $name }　{ $period }
sheet-edition-number = 公示 { $serial }　第{ $version }版
sheet-edition-period =
    { $kind ->
        [month] { $year }年{ $month }月
        [quarter] { $year }年第{ $quarter }季度
        [year] { $year }年
       *[days] { $start } 到 { $end }
    }
sheet-edition-top = { $heading }：
sheet-edition-most = 花得最多的几笔
sheet-line = 第{ $number }条　{ $what }
sheet-edition-entry = – { $what }　{ $amount }元
sheet-edition-entries = 全部明细（共{ $count }条，单位：元）
sheet-edition-months = 各月合计（单位：元）
sheet-edition-facts = 全文
sheet-edition-support = 各类人数和标准（单位：元）
sheet-edition-register = 全部合同（单位：元）
sheet-edition-said = 说明
sheet-edition-whole = 图上只有主要的几项。全部内容在公示栏里，也可以点“要全文”，我发给您文件。
sheet-edition-ask = 对哪一条有疑问，请记下它的编号，在群里点“有疑问”，或到居委会问。
sheet-side =
    { $side ->
        [income] 收进来 { $amount } 元
       *[expense] 花出去 { $amount } 元
    }{ $turn ->
        [more] ，比上期多 { $by } 元
        [less] ，比上期少 { $by } 元
        [same] ，和上期一样
       *[none] 。
    }
sheet-side-year =
    { $side ->
        [income] 全年收进来 { $amount } 元
       *[expense] 全年花出去 { $amount } 元
    }{ $turn ->
        [more] ，比上一年多 { $by } 元
        [less] ，比上一年少 { $by } 元
        [same] ，和上一年一样
       *[none] 。
    }
sheet-left = 现在还有 { $amount } 元（开始时 { $before } 元）
sheet-household = 平均每户花了 { $amount } 元
sheet-joined = { $one }；{ $other }
sheet-explained =
    { $side ->
        [income] 收入变化的原因
       *[expense] 支出变化的原因
    }：{ $why }
sheet-large = 大额支出 { $count } 笔，共 { $amount } 元
sheet-large-from = { $amount } 元以上的都在这里
sheet-said = { $text }
sheet-subject = 说的是：{ $text }
sheet-stage =
    { $stage ->
        [before] 开工前公开
        [halfway] 进展到一半公开
       *[settled] 项目结算公开
    }
sheet-budget =
    { $stage ->
        [before] 预算 { $budget } 元
       *[other] 预算 { $budget } 元，已付 { $paid } 元
    }
sheet-cost =
    预算 { $budget } 元，实际花了 { $cost } 元，{ $turn ->
        [more] 多了 { $by } 元
        [less] 少了 { $by } 元
       *[same] 正好
    }
sheet-since-halfway = 进展到一半时付了 { $before } 元，之后又付了 { $since } 元
sheet-resolution = 依据：决议{ $number }
sheet-fact = { $name }：{ $text }
sheet-fact-what = 是什么
sheet-fact-whom = 给谁
sheet-fact-how = 怎么办
sheet-fact-until = 到哪天
sheet-fact-contact = 问谁
sheet-fact-text = 内容
sheet-fact-done = 做了什么
sheet-fact-undone = 没做成什么
sheet-fact-next = 下一步
sheet-fact-why = 为什么做
sheet-fact-budget = 预算（元）
sheet-fact-contractor = 谁来做
sheet-fact-chosen = 怎么选的
sheet-fact-dates = 起止日期
sheet-fact-paid = 已付（元）
sheet-fact-changes = 有哪些变化
sheet-fact-cost = 最后花了（元）
sheet-fact-halfway = 进展到一半时已付（元）
sheet-fact-compared = 和预算比
sheet-fact-accepted = 验收
sheet-fact-warranty = 保修
sheet-supported = 一共 { $count } 人，每月共 { $amount } 元
sheet-support-first = 首次公开，没有上次可比
sheet-support-change = 和上次（公示 { $serial }）比：{ $people ->
        [more] 多 { $count } 人
        [less] 少 { $count } 人
       *[same] 人数没变
    }，{ $total ->
        [more] 每月多 { $amount } 元
        [less] 每月少 { $amount } 元
       *[same] 每月的钱没变
    }
sheet-support = { $name }：{ $count } 人，每人每月 { $amount } 元
sheet-look-up = 在哪里查：{ $text }
sheet-object = 有意见找谁：{ $text }
sheet-register = 合同 { $count } 份，合同总价 { $amount } 元
sheet-contract = { $asset }：到 { $end } 为止
sheet-column-number = 编号
sheet-column-day = 日期
sheet-column-what = 事项
sheet-column-amount = 金额
sheet-column-month = 月份
sheet-column-income = 收入
sheet-column-expense = 支出
sheet-column-together = 合计
sheet-column-name = 项目
sheet-column-text = 内容
sheet-column-support = 类别
sheet-column-people = 人数
sheet-column-standard = 每人每月
sheet-column-asset = 资产
sheet-column-term = 起止
sheet-column-price = 总价
sheet-entry-payee = 对方：{ $value }
sheet-entry-receipt = 凭证：{ $value }
sheet-entry-basis = 批准：{ $value }
sheet-entry-resolution = 依据：决议{ $number }
sheet-entry-holder = 使用人：{ $value }
sheet-entry-contract = 合同：{ $value }
sheet-entry-paid = 已付到：{ $value }

edition-review-in-review = 请您审：内容您看过、同意，就签字。签了以后一个字也改不了。
edition-review-approved =
    { $who } 已签字。{ $at } 以前可以提意见退回，到时自动公布。
edition-review-approved-alone =
    { $who } 已签字。书记、主任一肩挑，要监督委员会会签才能公布；{ $at } 以前也可以提意见退回。
edition-review-countersigned = 监督委员会已会签，{ $at } 公布。
edition-review-draft = 已退回修改。改好再提交时，我会把新的一版发给您。
edition-review-published = 已经公布。
edition-review-superseded = 这一版已经更正，请看新的一版。
edition-review-archived = 已经归档。
edition-review-digest = 核对码：{ $short }（公布的文件和您签的，核对码相同）
edition-superseded-by = ❗ 这一版已更正，请看第{ $version }版。原因：{ $note }
edition-superseded = ❗ 这一版有错，正在更正。原因：{ $note }
edition-corrects = ✏️ 更正了上一版。原因：{ $note }
edition-tap-yes = 👍 看懂了
edition-tap-no = 🤔 没看懂
edition-tap-ask = ❓ 有疑问
edition-tap-files = 📄 要全文
edition-action-approve = ✅ 同意，签字
edition-action-countersign = ✅ 会签
edition-action-send-back = ↩️ 退回修改
edition-action-object = ↩️ 有意见，退回
edition-action-correct = ✏️ 更正
edition-photo = 公示 { $serial } 第{ $version }版的照片
edition-file =
    { $part ->
        [a4] 公示 { $serial } 第{ $version }版：A4，可以打印贴出来
        [a3] 公示 { $serial } 第{ $version }版：A3 大张，贴公示栏
       *[book] 公示 { $serial } 第{ $version }版：表格
    }
edition-drawing = 公示 { $serial } 第{ $version }版：正在排版，排好就送审。
edition-changed = 公示 { $serial } 第{ $version }版：排版的时候内容又变了，没有送审。请再点一次“提交”。
edition-undrawn = 公示 { $serial } 第{ $version }版：没有排成，没有送审。请再点一次“提交”；还不行，管理员已经知道。
edition-returned = 公示 { $serial } 第{ $version }版被{ $by }退回了：{ $note }
edition-countersigned = 公示 { $serial } 第{ $version }版：监督委员会已会签。
edition-unsigned = 公示 { $serial } 第{ $version }版：到时间了，还等监督委员会会签，会签后马上公布。
edition-altered = 公示 { $serial } 第{ $version }版没有公布：存着的文件和签字时不一样。请退回，重新提交。
edition-corrected = 公示 { $serial } 第{ $version }版要更正：{ $note }
edition-begun = 公示 { $serial } 第{ $version }版已经开始，内容照旧，请改好再提交。
edition-parted = ⚠️ 下一期（公示 { $serial } 第{ $version }版）的期初，和更正后的这一期期末对不上了。更正版公布以后，请接着更正下一期。
edition-unpinned =
    公示 { $serial } 第{ $version }版：有 { $count } 个群我不能置顶，因为没有“置顶消息”的权限。要置顶，请群管理员给我这个权限。
form-edition-step = <b>{ $name }</b>　公示 { $number }
form-edition-step-note = 原因：{ $value }
ask-edition-step-note = 请写明原因，一两句话就行。
command-coverage = 一份公示送到了哪些群
coverage = 公示 { $serial } 第{ $version }版：一共 { $all } 个群，已送到 { $sent }，还在送 { $waiting }，送不到 { $lost }。
coverage-lost = · { $title }：{ $why ->
        [out] 我不在群里了，请把我重新拉进去
        [muted] 群里不许我发言，请群管理员放开
       *[other] Telegram 没有收
    }
coverage-more = ……还有 { $count } 个
coverage-pins = 置顶：{ $done } 个群已置顶，{ $missing } 个群没有权限。
refusal-coverage = 请写公示的编号，例如：/coverage 2026-031
alarm-altered = 存着的文件和签字时不一样 { $what }
talk-edition-step-done = 好了。
talk-edition-step-cancelled = 没有做任何改动。
talk-edition-step-expired = 太久没有回复，没有做任何改动。
refusal-edition-replaced = 这一版已经更正或者归档，不再收了。有新的一版，请在新的那条下面点。
refusal-edition-correcting = 这一版已经有人在更正了。请在新的那一版上改。
toast-understood = 记下了：看懂了。改主意了，点另一个就行
toast-not-understood = 记下了：没看懂。别人只看到有几个人，看不到是谁
