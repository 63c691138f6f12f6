### 决议：起草、公开、落实、问效

command-resolutions = 大家定下的事办得怎么样了

refusal-no-resolution = 没有找到这份决议。请核对编号，或发 /resolutions 看有哪些。
refusal-resolution-number = 请写上编号，例如：/resolutions 3。
refusal-resolution-clause = 这一项还不完整：谁办、办什么、怎样算办成，都要写明。
refusal-resolution-date = 办成的日期要晚于异议期结束，最长不超过三年。请改日期。
refusal-resolution-disclose = 公开结果的日期不能早于办成的日期。请改日期。
refusal-resolution-evidence = 要有凭据才能往前算：请写一句做了什么，或发一张照片。
refusal-resolution-progress = 最多报到 90%。剩下的要等验收的人确认办成。
refusal-resolution-law = 请写明依据哪部法规的哪一条。
refusal-resolution-incomplete = 还不能送审：要有决议文字，并且至少有一项“谁在什么时候办成什么”。
refusal-resolution-topic = 这件事还没有定下来，或者会议记录还没有核实，现在不能形成决议。
refusal-resolution-basis = 没有协商、表决或会议的记录，不能公布决议。
refusal-resolution-own = 这件事由您起草或承办，要由别人来评价。
refusal-resolution-money = 请用数字写多少元，例如：1200 或 1200.50。不花钱就点“跳过”。
refusal-resolution-stage =
    要按次序公开。请先公开{ $stage ->
        [before] “开工前”
        [halfway] “进展到一半”
       *[settled] “项目结算”
    }这一次，再做这一步。
refusal-resolution-unsettled = 还没有验收，不能公开结算。验收的人确认以后再公开。
refusal-resolution-unlisted = 公开目录里现在没有“项目”这一项，或者它暂停了。请让管理员在社区文件里加上（template = "stage"），或者先恢复公开，再做这一步。
refusal-resolution-unshown =
    第 { $clause } 项还没有公开{ $stage ->
        [before] “开工前”
        [halfway] “进展到一半”
       *[settled] “项目结算”
    }的情况。三次都公开了，才能公开总结果。请点“公开第 { $clause } 项”。
refusal-resolution-winner = 大家点单选出的“{ $project }”还没有写成承诺。请点“加一项承诺”。
refusal-resolution-price = 大家点单选“{ $project }”时定价 { $price } 元，不能写成 { $cost } 元。请改成不超过定价的数；钱真的不够，要请大家重新表决。
refusal-resolution-project = 大家点单选出的是项目。请点“改文字”，形式选“项目”。
refusal-resolution-resident = 这要由核实过的住户来做。请私聊我发 /join 登记，核实后再来。

## 卡片

resolution-number = 决议{ $number }
resolution-heading = <b>决议{ $number } / R{ $number }</b> · { $kind } · { $standing }
resolution-text = { $text }
resolution-of-topic = 来自议题{ $number }：{ $title }
resolution-status-drafted = 起草中
resolution-status-legal-checked = 已审查
resolution-status-published = 已公布
resolution-status-objection-window = 异议期
resolution-status-in-force = 已生效
resolution-status-implementing = 落实中
resolution-status-overdue = 逾期
resolution-status-implemented = 已办完
resolution-status-result-published = 结果已公开
resolution-status-disputed = 有人说没落实
resolution-status-under-correction = 改正中
resolution-status-closed = 已了结
resolution-next-drafted = 下一步：写好每一项承诺，送监督委员会审查是否合法。
resolution-next-submitted = 已送审：等监督委员会看是否合法。改了文字就要重新送。
resolution-next-legal-checked = 下一步：居委会连同表决结果和异议一起公布。
resolution-next-published = 下一步：进入异议期。
resolution-next-objection-window = 下一步：有异议的住户请在期限内提出，监督委员会逐条答复；期满后生效。
resolution-next-in-force = 下一步：每一项承诺都变成一件事，派给承办人。
resolution-next-implementing = 下一步：承办人按期报告，有照片或说明才算进度。
resolution-next-overdue = 已过承诺的日期，还没有办完。监督委员会已知道。
resolution-next-implemented = 下一步：居委会公开结果。
resolution-next-result-published = 正在问大家：做到了吗？
resolution-next-disputed = 监督委员会要去核实：重新落实，或者说明理由后了结。
resolution-next-under-correction = 居委会要重新起草，再走一遍审查和公布。改正意见不改决议的文字。
resolution-next-closed = 这份决议已经了结。
resolution-basis-talk = 怎么定的：发言 { $statements } 人，开会 { $meetings } 次，反对意见 { $objections } 条（已解决或收回 { $met } 条）
resolution-basis-ballot =
    表决{ $number }{ $secret ->
        [yes] （不记名）
       *[no] { "" }
    }：名册 { $roll }，参加 { $turnout }（{ $way ->
        [papers] 其中纸质票：发出 { $handed } 张，经两个人清点计入 { $entered } 张
        [counted] 其中纸质票 { $entered } 张，由两个人一起清点
        [phone] 没有纸质票
       *[entered] 其中代录 { $entered }
    }）；{ $tally }
resolution-figure = { $name } { $count }
resolution-basis-minutes = 会议记录：{ $text }
resolution-basis-directed = 上级研究结果：{ $text }
resolution-checked = 合法性审查：{ $who }
resolution-window = 异议期到：{ $at }
resolution-contest =
    异议 { $count }：{ $text }{ $answer ->
        [none] （还没有答复）
       *[other] 。{ $who }答复：{ $answer }
    }
resolution-clause =
    <b>{ $number }. { $who }</b>：{ $what }，{ $day } 前办成{ $until ->
        [none] { "" }
       *[other] （重新落实，到 { $until }）
    }
resolution-clause-more =
    怎样算办成：{ $proof }；{ $money ->
        [none] 不花钱
       *[other] 花费 { $money } 元
    }；{ $day } 前公开结果
resolution-clause-open = 进度 { $progress }%
resolution-clause-kept =
    ✅ 已办成，验收的人确认了{ $late ->
        [yes] （晚于承诺的日期）
       *[no] { "" }
    }
resolution-clause-partly = 部分办成，进度 { $progress }%
resolution-clause-unconfirmed = 报告已办成，验收的人没有答复
resolution-clause-broken = 没有办成，进度 { $progress }%
resolution-missed =
    ⚠️ { $day } 未报告{ $there ->
        [yes] （后来补报了）
       *[no] { "" }
    }
resolution-three = 项目生效以后，每一项都要公开三次：开工前、进展到一半、结算。
resolution-clause-price = 大家点单时定价 { $price } 元，这里写的是 { $money } 元
resolution-stages = 三次公开：{ $text }
resolution-stage-one =
    { $stage ->
        [before] 开工前
        [halfway] 进展到一半
       *[settled] 结算
    }{ " " }{ $there ->
        [yes] { $late ->
            [yes] ✅（晚了）
           *[no] ✅
        }{ $serial ->
            [none] { "" }
           *[other] { " " }公示 { $serial }
        }
       *[no] { $late ->
            [yes] ⚠️ 到 { $day } 没有公开
           *[no] { $day } 前
        }
    }
resolution-show =
    公开第 { $count } 项：{ $stage ->
        [before] 开工前
        [halfway] 进展到一半
       *[settled] 结算
    }
resolution-show-waiting =
    第 { $count } 项{ $stage ->
        [before] 开工前
        [halfway] 进展到一半
       *[settled] 结算
    }：等前一次公开
resolution-shown =
    <b>决议{ $number }</b> 第 { $count } 项“{ $what }” · <b>{ $stage ->
        [before] 开工前公开
        [halfway] 进展到一半公开
       *[settled] 结算公开
    }</b>
    { $text }
    { $who }公开
resolution-shown-planned = 决议定的花费是 { $money } 元，请和上面写的实际花费对一对。
resolution-unshown =
    ⚠️ <b>决议{ $number }</b> 第 { $clause } 项：{ $by }到今天应公开{ $stage ->
        [before] 开工前
        [halfway] 进展到一半
       *[settled] 结算
    }的情况，<b>没有公开</b>。
resolution-early =
    ⚠️ <b>决议{ $number }</b>“{ $text }”第 { $clause } 项：{ $missing ->
        [before] “开工前”
        [halfway] “进展到一半”
       *[settled] “项目结算”
    }的情况还没有公开，{ $stage ->
        [halfway] 还不能算进展到一半
       *[settled] 还不能结算
    }。请先公开那一次，再做这一步。监督委员会会看到这个提醒。
resolution-progress = 总进度 { $count }%
resolution-seen = 住户看到的：已落实 { $yes }，没落实 { $no }，有疑问 { $unsure }
resolution-result = <b>结果</b>：{ $text }
resolution-kept = 兑现：答应 { $count } 项，办成 { $kept } 项（其中晚了 { $late } 项），部分办成 { $partly }，没人确认 { $unconfirmed }，没办成 { $broken }，还在办 { $open }
resolution-voters = 参加表决（或附议、发言）的人说做到了吗
resolution-answers = { $name }：是 { $yes }，不是 { $no }，说不清 { $unsure }（问了 { $asked } 人，回答 { $answered } 人，没回答 { $silent } 人）
resolution-answers-few = { $name }：回答的人太少，不公布分项（问了 { $asked } 人，回答 { $answered } 人，没回答 { $silent } 人）
resolution-question-done = 做到了吗？
resolution-question-heard = 居民的意见被听取了吗？
resolution-question-openly = 程序公开吗？
resolution-correction = 改正意见（{ $who }，{ $at }）：{ $note }。依据：{ $law }。
resolution-earlier = 以前公布的第 { $count } 稿：{ $text }

## 按钮

resolution-open = 看决议
resolution-object = 我有异议
resolution-add = 加一项承诺
resolution-drop = 去掉第 { $count } 项
resolution-draft = 起草决议：议题{ $number }
resolution-record = 登记结果：议题{ $number }
resolution-dossier = 看全部材料
resolution-report = 报告进度
resolution-photo = 照片
resolution-seen-yes-tap = 已看到落实
resolution-seen-no-tap = 没落实
resolution-seen-unsure-tap = 有疑问
resolution-toast-yes = 记下了：已看到落实。以后可以改。
resolution-toast-no = 记下了：没落实。监督委员会会知道有几个人这么说，不会知道是谁。
resolution-toast-unsure = 记下了：有疑问。居委会会知道有几个人这么说，不会知道是谁。
resolution-action-edit = 改文字
resolution-action-hand-in = 送审
resolution-action-return = 退回
resolution-action-check = 合法，通过
resolution-action-publish = 公布
resolution-action-open = 进入异议期
resolution-action-object = 我有异议
resolution-action-answer = 答复异议
resolution-action-uphold = 异议成立
resolution-action-enter = 生效
resolution-action-begin = 开始落实
resolution-action-late = 逾期
resolution-action-catch-up = 赶上
resolution-action-finish = 办完
resolution-action-disclose = 公开结果
resolution-action-dispute = 没落实
resolution-action-resume = 重新落实
resolution-action-close = 了结
resolution-action-correct = 提改正意见
resolution-action-redraft = 重新起草

## 通知

resolution-told-supervision-hand-in = <b>决议{ $number }</b>“{ $text }”请您审查是否合法。您没有起草、也不承办，才由您来看。
resolution-told-committee-return = <b>决议{ $number }</b>“{ $text }”被{ $by }退回：{ $note }
resolution-told-committee-check = <b>决议{ $number }</b>“{ $text }”已由{ $by }审查，合法。请公布。
resolution-told-supervision-publish = <b>决议{ $number }</b>“{ $text }”已公布，异议期开始。
resolution-told-committee-object = <b>决议{ $number }</b>“{ $text }”有一条异议，等监督委员会答复。
resolution-told-supervision-object = <b>决议{ $number }</b>“{ $text }”有一条异议，请答复；不答复，决议不会生效。
resolution-told-committee-answer = <b>决议{ $number }</b>“{ $text }”的异议，{ $by }已答复：{ $note }
resolution-told-resident-uphold = <b>决议{ $number }</b>“{ $text }”：异议成立，退回改正。{ $by }：{ $note }
resolution-told-committee-uphold = <b>决议{ $number }</b>“{ $text }”：异议成立，请重新起草。{ $by }：{ $note }
resolution-told-supervision-uphold = <b>决议{ $number }</b>“{ $text }”：异议成立，退回改正。{ $by }：{ $note }
resolution-told-resident-enter = <b>决议{ $number }</b>“{ $text }”已生效。每一项都有人承办，进度在决议卡片上看。
resolution-told-committee-enter = <b>决议{ $number }</b>“{ $text }”已生效，各项已派给承办人。
resolution-told-supervision-enter = <b>决议{ $number }</b>“{ $text }”已生效，请监督落实。
resolution-told-committee-finish = <b>决议{ $number }</b>“{ $text }”各项都有了结果，请公开。
resolution-told-supervision-finish = <b>决议{ $number }</b>“{ $text }”各项都有了结果，居委会要在期限内公开。
resolution-told-resident-late = ⚠️ <b>决议{ $number }</b>“{ $text }”过了承诺的日期，还没有办完。
resolution-told-committee-late = ⚠️ <b>决议{ $number }</b>“{ $text }”已逾期，群里已经公布。
resolution-told-supervision-late = ⚠️ <b>决议{ $number }</b>“{ $text }”已逾期，请督促。
resolution-told-supervision-disclose = <b>决议{ $number }</b>“{ $text }”的结果已公开，正在问大家做到了没有。
resolution-told-committee-dispute = <b>决议{ $number }</b>“{ $text }”：有住户说没落实，由监督委员会核实。
resolution-told-supervision-dispute = <b>决议{ $number }</b>“{ $text }”：有住户说没落实。请去看看，再定重新落实还是了结，都要写理由。
resolution-told-resident-resume = <b>决议{ $number }</b>“{ $text }”重新落实。{ $by }：{ $note }
resolution-told-committee-resume = <b>决议{ $number }</b>“{ $text }”要重新落实。{ $by }：{ $note }
resolution-told-supervision-resume = <b>决议{ $number }</b>“{ $text }”重新落实。{ $by }：{ $note }
resolution-told-committee-close = <b>决议{ $number }</b>“{ $text }”已了结。{ $by }：{ $note }
resolution-told-supervision-close = <b>决议{ $number }</b>“{ $text }”已了结，兑现和评价在决议卡片上。
resolution-told-resident-correct = <b>决议{ $number }</b>“{ $text }”收到改正意见。{ $by }：{ $note }。依据：{ $law }。决议的文字没有动，由居民重新商量。
resolution-told-committee-correct = <b>决议{ $number }</b>“{ $text }”收到改正意见，请组织重新商量、起草。{ $by }：{ $note }。依据：{ $law }。
resolution-told-supervision-correct = <b>决议{ $number }</b>“{ $text }”收到改正意见。{ $by }：{ $note }。依据：{ $law }。
resolution-told-resident-redraft = <b>决议{ $number }</b>“{ $text }”重新起草。{ $by }：{ $note }。改好后再审查、再公布。
resolution-told-supervision-redraft = <b>决议{ $number }</b>“{ $text }”重新起草。{ $by }：{ $note }
resolution-unreported = ⚠️ <b>决议{ $number }</b> 第 { $clause } 项：{ $by }今天（{ $day }）应报告进度，<b>未报告</b>。
resolution-undisclosed = ⚠️ <b>决议{ $number }</b>“{ $text }”的结果过了期限还<b>没有公开</b>。
resolution-disclose = <b>决议{ $number }</b>“{ $text }”的结果今天必须公开。过了今天没公开，群里会公布“没有公开”。
resolution-seen-no = <b>决议{ $number }</b>“{ $text }”：又有住户说没落实。人数在决议卡片上，请核实。
resolution-seen-unsure = <b>决议{ $number }</b>“{ $text }”：又有住户有疑问。人数在决议卡片上，请在群里说明。
resolution-reported =
    <b>决议{ $number }</b> 第 { $count } 项 · { $who }报告：{ $what }，进度 { $progress }%{ $text ->
        [none] { "" }
       *[other] 。{ $text }
    }
resolution-wanted = <b>议题{ $number }</b>“{ $title }”已经定下来了。请在 { $days } 天内形成决议：谁办、办什么、什么时候办成。
resolution-late = ⚠️ <b>议题{ $number }</b>“{ $title }”定下来已超过 { $days } 天，还没有公布决议。
referral-recorded = <b>议题{ $number }</b>“{ $title }”上报的结果：{ $outcome }（{ $day }）。依据：{ $note }。登记：{ $by }

## 报告和询问

resolution-checkin = <b>决议{ $number }</b>：今天（{ $day }）请报告进度
resolution-checkin-wanted = 请发一张照片或写一句做了什么，会发到居民群。今天不报告，群里会公布“未报告”。
resolution-checkin-missed = 今天没有报告，已经公布。现在还可以补报。
resolution-checkin-there = 已经报告，谢谢。
resolution-checkin-over = 这一项不用再报告了。
resolution-checkin-gone = 决议{ $number } 已经没有这一项。
resolution-asked =
    <b>决议{ $number }</b>：{ $text }
    居委会公开的结果：{ $result }
resolution-asked-why =
    { $voted ->
        [yes] 这件事您参加定的，所以来问您。
       *[no] 您是核实过的住户，所以来问您。
    }只公布人数，不公布谁怎么答；可以改。
resolution-asked-over = 询问已经结束，谢谢。结果看 /resolutions。
resolution-reply-done-yes = 做到了
resolution-reply-done-no = 没做到
resolution-reply-done-unsure = 不清楚
resolution-reply-heard-yes = 听取了
resolution-reply-heard-no = 没听取
resolution-reply-heard-unsure = 说不清
resolution-reply-openly-yes = 公开
resolution-reply-openly-no = 不公开
resolution-reply-openly-unsure = 没留意

## 清单和上报材料

resolutions = <b>大家定下的事</b>
resolutions-none = 还没有决议。议题商量出结果以后，在这里看落实。
resolutions-line = 决议{ $number } · { $standing } · { $count }% · { $text }
dossier = <b>议题{ $number } 上报材料</b>：{ $title }
dossier-question = 要议的问题：{ $text }
dossier-summary = 小结：{ $text }
dossier-why = 为什么上报：{ $text }
dossier-positions = 发言：赞成 { $for }，反对 { $against }，有条件赞成 { $condition }（不写谁说的）
dossier-statement = { $number }. { $stance }：{ $text }
dossier-objection =
    反对意见 { $count }：{ $text }{ $met ->
        [none] （没有解决）
       *[other] 。已这样解决：{ $met }
    }
dossier-outcome = 结果：{ $outcome }（{ $day }）。依据：{ $note }
dossier-record = <b>议题{ $number }</b>“{ $title }”已上报。上面研究以后，请登记结果、日期和依据，登记了就会公布。

## 问答

form-resolve = <b>议题{ $number } 起草决议</b>
form-resolve-form = 形式：{ $value }
form-resolve-text = 文字：{ $value }
ask-resolve-form = 用什么形式固定下来？
ask-resolve-text = 决议怎么写？写明定了什么。谁办、什么时候办成，后面一项一项填。
ask-resolve-submit = 对吗？提交以后接着填第一项承诺。审查和公布以前不会发到群里。
choice-resolve-form-pact = 村规民约（居民公约）
choice-resolve-form-agreement = 协议
choice-resolve-form-plan = 实施方案
choice-resolve-form-project = 项目
talk-resolve-done = 决议草稿已写好。
talk-resolve-cancelled = 没有起草。
talk-resolve-expired = 放得太久，没有起草。要写请发 /resolutions。

form-clause = <b>决议{ $number }：一项承诺</b>
form-clause-officer = 谁办：{ $value }
form-clause-what = 办什么：{ $value }
form-clause-money = 花费（元）：{ $value }
form-clause-finish = 办成日期：{ $value }
form-clause-proof = 怎样算办成：{ $value }
form-clause-rhythm = 多久报告一次：{ $value }
form-clause-disclose = 公开结果的日期：{ $value }
ask-clause-officer = 谁来办？
ask-clause-what = 办什么？写一句。
ask-clause-money = 要花多少元？写数字，例如 1200.50。不花钱就点“跳过”。
ask-clause-finish = 哪一天以前办成？例如：12月31日，或 2027-06-30。
ask-clause-proof = 怎样算办成？例如：验收单和照片。
ask-clause-rhythm = 承办人多久向大家报告一次？
ask-clause-disclose = 哪一天以前公开结果？
ask-clause-submit = 对吗？提交后还可以再加。
choice-clause-rhythm-weekly = 每周
choice-clause-rhythm-fortnightly = 每两周
choice-clause-rhythm-monthly = 每月
choice-clause-rhythm-once = 只在办成那天
choice-clause-disclose-week-after = 办成后一周内
talk-clause-done = 这一项写好了。
talk-clause-cancelled = 没有加这一项。
talk-clause-expired = 放得太久，没有加这一项。要加请发 /resolutions。

form-resolution-step = <b>决议{ $number }：{ $name }</b>
form-resolution-step-note = 内容：{ $value }
form-resolution-step-law = 依据：{ $value }
ask-resolution-step-note = 请写一两句：理由，或者结果。写的会公开，不要写谁的姓名、电话和门牌。
ask-resolution-step-law = 依据哪部法规的哪一条？
ask-resolution-step-submit = 对吗？
talk-resolution-step-done = 已经记下。
talk-resolution-step-cancelled = 没有提交。
talk-resolution-step-expired = 放得太久，没有提交。要接着办请发 /resolutions。

form-check-in = <b>决议{ $number } 第 { $count } 项</b>：{ $what }（{ $day }）
form-check-in-text = 做了什么：{ $value }
form-check-in-progress = 进度：{ $value }
ask-check-in-text = 请发一张照片，或写一句做了什么。会发到居民群。
ask-check-in-progress = 做了多少？
ask-check-in-submit = 对吗？提交后发到居民群；夜里，或者当天群里的消息满了，就等到早上再发。
choice-check-in-progress-0 = 还没开始
choice-check-in-progress-25 = 四分之一
choice-check-in-progress-50 = 一半
choice-check-in-progress-75 = 四分之三
choice-check-in-progress-90 = 快好了
talk-check-in-done = 已经报告，谢谢。
talk-check-in-cancelled = 没有报告。
talk-check-in-expired = 放得太久，没有报告。请再点卡片上的“报告进度”。

form-outcome = <b>议题{ $number } 上报的结果</b>
form-outcome-outcome = 结果：{ $value }
form-outcome-day = 日期：{ $value }
form-outcome-basis = 依据：{ $value }
ask-outcome-outcome = 上面怎么定的？
ask-outcome-day = 哪一天？
ask-outcome-basis = 依据什么文件或会议？会公布。
ask-outcome-submit = 对吗？提交后公布。
choice-outcome-outcome-studied = 研究决定
choice-outcome-outcome-corrected = 依法纠正
choice-outcome-outcome-again = 再协商
choice-outcome-day-today = 今天
talk-outcome-done = 已经登记，公布了。
talk-outcome-cancelled = 没有登记。
talk-outcome-expired = 放得太久，没有登记。要登记请发 /resolutions。
