### 案头、转话、请假、待办、经过

case-status-needs-info = 等反映人补充
case-status-answer-proposed = 拟答复，待会签
case-status-decline-proposed = 拟不予受理，待会签
case-status-under-review = 监督复核中
case-status-merged = 已并入另一件
case-status-referred = 已转介
case-status-declined = 不予受理
case-status-closed = 已关闭（不予受理）

case-action-release = 同意撤回
case-action-ask-info = 追问
case-action-inform = 补充
case-action-resume = 到期未补充
case-action-merge = 并入
case-action-concur = 我也认为解决了
case-action-refer = 转介
case-action-decline = 不予受理
case-action-propose-decline = 拟不予受理
case-action-propose-answer = 拟答复
case-action-countersign = 会签
case-action-overrule = 退回重新考虑
case-action-appeal = 请监督委员会复核
case-action-uphold = 维持
case-action-close = 复核期满
case-action-hand-up = 上交居委会

passage-release = 居委会同意撤回
passage-ask-info = 请反映人补充
passage-inform = 反映人已补充
passage-resume = 一直没有等到补充，回到案头
passage-merge = 并入另一件
passage-concur = 一起反映的人说：解决了
passage-refer = 转介
passage-decline = 不予受理
passage-propose-decline = 提出不予受理，等监督会签
passage-propose-answer = 提出答复，等监督会签
passage-countersign = 会签
passage-overrule = 退回重新考虑
passage-appeal = 反映人请监督委员会复核
passage-uphold = 复核后维持
passage-close = 复核期满，关闭
passage-hand-up = 上交居委会

toast-release = #{ $number } 已同意撤回
toast-ask-info = #{ $number } 已追问
toast-inform = #{ $number } 已补充
toast-resume = #{ $number } 回到案头
toast-merge = #{ $number } 已并入
toast-concur = 记下了，谢谢！
toast-refer = #{ $number } 已转介
toast-decline = #{ $number } 已不予受理
toast-propose-decline = #{ $number } 已送监督会签
toast-propose-answer = #{ $number } 已送监督会签
toast-countersign = #{ $number } 已会签
toast-overrule = #{ $number } 已退回重新考虑
toast-appeal = #{ $number } 已请监督委员会复核
toast-uphold = #{ $number } 复核维持
toast-close = #{ $number } 已关闭
toast-hand-up = #{ $number } 已上交居委会

told-reporter-release = #{ $number } { $category }：居委会同意撤回：{ $note }
told-reporter-merge =
    #{ $number } { $category }：和 { $other } 是同一件事，已并在一起办：{ $note }
    您的话还是您的。{ $other } 的进展会告诉您，办完也会问您解决了没有。
told-reporter-refer =
    #{ $number } { $category }：这件事不归社区办。居委会查到该找谁：
    { $note }
    您也可以打 12345；信访、仲裁、诉讼都不受影响。
told-reporter-decline =
    #{ $number } { $category }：居委会不予受理，原因：{ $note }
    不同意，7 天内可以请居务监督委员会复核一次；也可以打 12345；信访、仲裁、诉讼都不受影响。
told-reporter-countersign =
    #{ $number } { $category }：居委会的意见，监督委员会已会签：{ $note }
    不同意，可以打 12345；信访、仲裁、诉讼都不受影响。
told-reporter-overrule = #{ $number } { $category }：监督委员会认为应当再看，已退回居委会，由{ $owner }负责：{ $note }
told-reporter-uphold =
    #{ $number } { $category }：监督委员会复核后，维持不予受理：{ $note }
    您还可以打 12345；信访、仲裁、诉讼都不受影响。
told-reporter-close = #{ $number } { $category }：7 天里没有申请复核，这件事关闭了。有新情况，请再发 /report。
told-reporter-hand-up = #{ $number } { $category }：已交给居委会，现在由{ $owner }负责。
told-assignee-release = #{ $number } { $category }：居委会同意撤回，不用再办。
told-assignee-resume = #{ $number } { $category }：一直没有等到补充，回到案头了，请看 /desk。
told-committee-appeal = #{ $number } { $category }：反映人请监督委员会复核，现在由{ $owner }看。
told-committee-countersign = #{ $number } { $category }：监督委员会已会签。
told-committee-overrule = #{ $number } { $category }：监督委员会退回，请重新考虑：{ $note }
told-committee-uphold = #{ $number } { $category }：监督委员会复核后维持：{ $note }
info-awaited = #{ $number } { $category }：居委会还在等您补充。点 /my 打开这一件，就能补充。
case-joined = #{ $number } { $category }：又有人反映了同一件事，已并进来：{ $text }
case-stays = #{ $number }：这件事可能有危险，居委会要办完才能结束，先不撤回。有话想说，点 /my 打开这一件。
receipt-over = 结果：{ $status }
receipt-five = 第一次用：您的信息怎么保管，请点下面看五条。
receipt-five-button = 看五条

step-ask-note-ask-info = 还缺什么？写一句话，反映人会看到原话，用自己的话回答。
step-ask-note-decline = 为什么不予受理？反映人会看到原话和复核的办法。
step-ask-note-overrule = 为什么要重新考虑？写一句话。
step-ask-note-uphold = 为什么维持？反映人会看到原话。
step-ask-note-release = 危险消除了吗？写一句话说明为什么可以撤回。

form-refer = <b>转介 #{ $number }</b>（不归社区办的事，告诉反映人该找谁）
form-refer-office = 找谁：{ $value }
form-refer-where = 在哪里：{ $value }
form-refer-phone = 电话：{ $value }
form-refer-reason = 原因：{ $value }
ask-refer-office = 这件事归谁办？写单位全称。
ask-refer-where = 在哪里？写地址或办事窗口。
ask-refer-phone = 电话多少？
ask-refer-reason = 为什么不归社区办？
ask-refer-submit = 对吗？点“提交”，反映人会看到全部内容。
talk-refer-done = 已转介。
talk-refer-cancelled = 没有转介。
talk-refer-expired = 放了太久，没有转介。

form-merge = <b>并入 #{ $number }</b>（说的是同一件事）
form-merge-reason = 原因：{ $value }
form-merge-other = 并入：{ $value }
ask-merge-reason = 为什么是同一件事？
ask-merge-other = 并入哪一件？写编号，例如 3
talk-merge-done = 已并入。
talk-merge-cancelled = 没有并入。
talk-merge-expired = 放了太久，没有并入。

form-inform =
    <b>#{ $number }</b> 居委会想问您：
    { $question }
form-inform-message = 您说：{ $value }
ask-inform-message = 直接写几句话，或发照片、语音。
talk-inform-done = 谢谢，已经补充。
talk-inform-cancelled = 先不补充。想起来了，点 /my 打开这一件。
talk-inform-expired = 等了很久，没有等到补充。

form-supplement = <b>#{ $number }</b> 补充
form-supplement-message = 您说：{ $value }
ask-supplement-message = 要补充什么？写几句话，或发照片、语音。
talk-supplement-done = 补充好了，办理的人会看到。
talk-supplement-cancelled = 没有补充。
talk-supplement-expired = 放了太久，没有补充。

form-relay = <b>#{ $number }</b> 转话（对方看不到您的电话）
form-relay-message = 您说：{ $value }
form-relay-sure = { $value }
ask-relay-message = 要说什么？写几句话，或发照片、语音。
ask-relay-sure = 这里面好像有电话、证件号或门牌号。照原样转给对方吗？不转就点“返回”重写。
choice-relay-sure-yes = 照原样转
talk-relay-done = 已经转给对方。
talk-relay-cancelled = 没有转。
talk-relay-expired = 放了太久，没有转。
relay-word =
    <b>#{ $number }</b> { $category } · { $who ->
        [none] 反映人
       *[other] { $who }
    }说：
    { $text }
relay-supplement =
    <b>#{ $number }</b> { $category } · 反映人补充：
    { $text }
relay-inform =
    <b>#{ $number }</b> { $category } · 反映人回答：
    { $text }
relay-file = （照片或语音）
said-word =
    · { $at } { $who ->
        [none] 反映人
       *[other] { $who }
    }说：{ $text }
said-supplement = · { $at } 反映人补充：{ $text }
said-inform = · { $at } 反映人回答：{ $text }

history-heading =
    <b>#{ $number }</b> { $category }{ $grid ->
        [none] { "" }
       *[other] { " " }· { $grid }
    } · { $status }
history-revised = · 原文后来改过{ $count }次，改前改后都留着

mine-owner = 现在由{ $owner }负责
mine-merged = 并入 #{ $number }，进展看那一件
mine-muted = （已静音：中间的步骤不再告诉您，最后还会问您）
mine-add = 补充
mine-write = 联系办理人
mine-mute = 静音
mine-unmute = 恢复提醒
mine-history = 经过
mine-leave = 请求撤回

desk-heading = <b>案头</b>：{ $heaps }
desk-empty = 案头是空的，都办完了。
desk-heap-triage = 待受理 { $count }
desk-heap-informed = 已补充 { $count }
desk-heap-bounced = 待派单 { $count }
desk-heap-escalated = 请求支援 { $count }
desk-heap-contested = 等答复 { $count }
desk-heap-leaving = 请求撤回 { $count }
desk-heap-asked = 来问 { $count }
desk-heap-signing = 待会签 { $count }
desk-heap-review = 待复核 { $count }
desk-why-triage = 下一步：受理并派单，或追问、并入、转介、不予受理。
desk-why-informed = 下一步：补充来了（或没等到），请决定。
desk-why-bounced = 下一步：没有人能接，请派给一个人。
desk-why-escalated = 下一步：办理的人请求支援，请派给能办的人。
desk-why-contested = 下一步：多次没有解决，请用话答复，或再派一次。
desk-why-leaving = 下一步：反映人想撤回，但可能有危险，请核实后决定。
desk-why-asked = 下一步：反映人有话问，请回复。
desk-why-signing = 下一步：请会签，或退回重新考虑。
desk-why-review = 下一步：请复核：维持，或退回重新考虑。
desk-next = 下一件 ›
desk-admit-dispatch = 受理并派单
desk-write = 回复
desk-done = 已当面答过
desk-open = 打开工单
desk-stay = 先不撤回
desk-toast-stay = 已告诉反映人
desk-toast-leave = 已请居委会看
desk-toast-mute = 好的，中间的步骤不再告诉您
desk-toast-unmute = 好的，每一步都会告诉您
desk-toast-done = 记下了
desk-toast-back = 好的
desk-toast-hush = 好的，早上不再发
desk-toast-unhush = 好的，上班时发
worksheet-write = 联系反映人

tasks-heading = <b>手上的事</b>（{ $count }件，急的和先到期的在前）
tasks-none = 手上没有要办的事。
task =
    { $hazard ->
        [yes] ⚠️{ " " }
       *[no] { "" }
    }<b>#{ $number }</b> { $category } · { $place } · { $status } · { $at }前办结{ $asked ->
        [yes] { " " }· 反映人有话问
       *[no] { "" }
    }
tasks-more = 另有 { $count } 件到期更晚，没有列出；办掉几件再发 /tasks。
tasks-hush = 早上不用发
tasks-unhush = 早上发给我

form-leave = <b>不在岗、请假</b>
form-leave-until = 到什么时候：{ $value }
form-leave-from = 从哪天：{ $value }
form-leave-to = 到哪天：{ $value }
form-leave-officer = 谁代班：{ $value }
form-leave-held = 手上的事：{ $value }
ask-leave-until = 从现在起，到什么时候？
ask-leave-from = 从哪天开始？例如 3-5
ask-leave-to = 到哪天（含这一天）？例如 3-9
ask-leave-officer = 谁代班？点“跳过”就由{ $level_grid }的替补代。
ask-leave-held = 手上正在办的事怎么办？
ask-leave-submit = 对吗？点“提交”就开始。新的事派给代班的人，居委会会知道。
choice-leave-until-open = 到我回来为止
choice-leave-until-evening = 今天18点
choice-leave-until-tomorrow = 明天上班
choice-leave-until-dates = 请假几天
choice-leave-held-hand-over = 都请代班的人接手
choice-leave-held-keep = 我自己留着
talk-leave-done = 记下了。
talk-leave-cancelled = 没有改动，您还在岗。
talk-leave-expired = 放了太久，没有改动，您还在岗。
leave-on =
    您现在不在岗{ $ends ->
        [none] { "" }
       *[other] （到{ $ends }）
    }，{ $substitute ->
        [none] 没有人代班
       *[other] 由{ $substitute }代班
    }。
leave-begun =
    好的，从现在起新的事不派给您{ $ends ->
        [none] { "" }
       *[other] ，到{ $ends }
    }。{ $substitute ->
        [none] 没有人代班，会派给下一位。
       *[other] 由{ $substitute }代班。
    }
leave-planned = 记下了：{ $starts }到{ $ends ->
        [none] 您回来
       *[other] { $ends }
    }，{ $substitute ->
        [none] 没有人代班
       *[other] 由{ $substitute }代班
    }。
leave-cancelled = 已取消，您照常在岗。
leave-told =
    { $officer }不在岗{ $ends ->
        [none] { "" }
       *[other] （到{ $ends }）
    }，{ $substitute ->
        [none] 没有人代班
       *[other] 由{ $substitute }代班
    }。
leave-stands =
    { $officer }不在岗{ $ends ->
        [none] { "" }
       *[other] （到{ $ends }）
    }，由您代班：新的事会先派给您。
leave-over = 欢迎回来！新的事又会派给您。
leave-relieved = { $officer }回来了，您不用再代班。谢谢！
leave-what-gone = 您不在时转出去的：
leave-what-held = 您手上的：
leave-case = · #{ $number } { $category } · { $status } · { $owner }
leave-back = 我回来了
leave-call-off = 取消请假

command-desk = 案头：等居委会看的事
command-tasks = 我手上的事
command-leave = 不在岗、请假
command-history = 一件事、议题、表决、决议、公示的经过：/history 编号

alarm-vacant = 没有人上任，事情没有人接 { $what }
alarm-unheld = 没有不牵涉的人可以接，请尽快让人上任 { $what }

refusal-other-case = 不能并入它自己，请写另一件的编号。
refusal-other-closed = #{ $number } 已经结束，不能并进去。请写一件还在办的编号，或发 /cancel 退出。
refusal-no-reviewer = 现在没有可以复核的监督人员。您可以找街道（乡镇），也可以打 12345。
refusal-day = 没看懂这个日期，或日期不合适。请写月和日，例如 3-5，一年以内。
refusal-away = 这段时间您已经登记不在岗了。发 /leave 看看，或先取消那一次。
refusal-often = 一个小时最多转 { $count } 次，请稍后再说。急事请直接打 110、119、120。
refusal-talk-private = 这个请到和我的私聊里点。

### 揪心关注

watch-button = 揪心关注（{ $count }）
watch-heading = <b>揪心关注</b>：{ $count }件没办完，从最早的开始
watch-none = 没有要关注的揪心事了。
watch-line =
    <b>#{ $number }</b> { $category } · { $place } · { $status }
    现在由{ $owner }负责；上次有动静：{ $moved }
    下一步：{ $next }
watch-open = #{ $number } 打开工单
watch-desk = #{ $number } 到案头办
watch-more = 后面的 ›
watch-show = 看关注的事
watch-week = 揪心关注：还有 { $count } 件没办完，最早的是 #{ $number }，{ $at }反映的。
watch-next-submitted = 居委会受理
watch-next-needs-info = 等反映人补充
watch-next-accepted = 派给一个人
watch-next-dispatched = 等接单；没人接会问下一位
watch-next-in-progress = 办结并说明
watch-next-escalated = 派给能办的人
watch-next-done-reported = 等反映人评价
watch-next-reopened = 再派一次
watch-next-contested = 用话答复，或再派一次
watch-next-answer-proposed = 监督会签答复
watch-next-decline-proposed = 监督会签不予受理
watch-next-under-review = 监督复核
