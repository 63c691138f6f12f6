### 上报、派单、办结、评价

case-status-submitted = 待受理
case-status-accepted = 已受理，待派单
case-status-dispatched = 已派单，待接单
case-status-in-progress = 处理中
case-status-escalated = 已上报居委会
case-status-done-reported = 已办结，待反映人确认
case-status-reopened = 已退回重办
case-status-contested = 等居委会答复
case-status-confirmed = 已解决（本人确认）
case-status-partial = 部分解决
case-status-unconfirmed = 已办结（未确认）
case-status-answered = 居委会已答复
case-status-withdrawn = 已撤回

case-action-admit = 受理
case-action-dispatch = 派单
case-action-accept = 接单
case-action-pass-on = 转给下一位
case-action-finish = 办结
case-action-transfer = 转派
case-action-receive = 接收
case-action-keep = 不接
case-action-escalate = 需支援
case-action-hand-back = 退单
case-action-confirm = 解决了
case-action-settle-part = 部分
case-action-reopen = 没有
case-action-contest = 请居委会答复
case-action-lapse = 到期未确认
case-action-answer = 答复
case-action-withdraw = 撤回

passage-admit = 受理
passage-dispatch = 派单
passage-accept = 接单
passage-pass-on = 没有人接，转给下一位
passage-finish = 办结
passage-transfer = 请别人接手
passage-receive = 接手
passage-keep = 没有接手，仍由原来的人办
passage-escalate = 请居委会支援
passage-hand-back = 退单
passage-confirm = 反映人说：解决了
passage-settle-part = 反映人说：解决了一部分
passage-reopen = 反映人说：没有解决，重办
passage-contest = 请居委会答复
passage-lapse = 到期没有人确认
passage-answer = 居委会答复
passage-withdraw = 反映人撤回

toast-admit = #{ $number } 已受理
toast-dispatch = #{ $number } 已派单
toast-accept = #{ $number } 已接单
toast-pass-on = #{ $number } 已转给下一位
toast-finish = #{ $number } 已办结
toast-transfer = #{ $number } 已请对方接手
toast-receive = #{ $number } 已接手
toast-keep = #{ $number } 仍由原来的人办
toast-escalate = #{ $number } 已请居委会支援
toast-hand-back = #{ $number } 已退单
toast-confirm = 谢谢！#{ $number } 已确认解决
toast-settle-part = #{ $number } 记为部分解决，剩下的可以接着报
toast-reopen = #{ $number } 已退回重办
toast-contest = #{ $number } 已请居委会答复
toast-lapse = #{ $number } 已到期
toast-answer = #{ $number } 已答复
toast-withdraw = #{ $number } 已撤回

receipt =
    <b>#{ $number }</b> 收到了 · { $category }
    负责：{ $owner }{ $grid ->
        [none] { "" }
       *[other] （{ $grid }）
    }
    承诺：{ $accept_by ->
        [none] { "" }
       *[other] { $accept_by }前接单，
    }{ $finish_by }前办结{ $known ->
        [no] （节假日安排未公布，可能调整）
       *[other] 。
    }
    查进度：/status { $number }
status =
    <b>#{ $number }</b> { $category } · { $status }
    现在由{ $owner }负责
    承诺{ $finish_by }前办结{ $known ->
        [no] （节假日安排未公布，可能调整）
       *[other] { "" }
    }
status-closed = <b>#{ $number }</b> { $category } · { $status }
status-text = 内容：{ $text }
passage =
    · { $at } { $who ->
        [none] { "" }
       *[other] { $who }
    }{ $action }
passage-to = （{ $to }）
passage-note = ：{ $note }
my-cases = 您反映过的事：
my-none = 您还没有反映过事情。要反映，请发 /report 加一句话。
my-case = <b>#{ $number }</b> { $category } · { $status } · { $text }

told-reporter-admit = #{ $number } { $category }：居委会已受理。
told-reporter-dispatch = #{ $number } { $category }：已派给{ $owner }。
told-reporter-accept = #{ $number } { $category }：{ $owner }已接单。
told-reporter-pass-on = #{ $number } { $category }：原来的人没有接单，已转给{ $owner }。
told-reporter-receive = #{ $number } { $category }：已由{ $owner }接手。
told-reporter-escalate = #{ $number } { $category }：需要居委会支援，现在由{ $owner }负责。
told-reporter-hand-back = #{ $number } { $category }：办理的人退了单，由{ $owner }重新安排。
told-reporter-contest = #{ $number } { $category }：多次没有解决，已请居委会答复，由{ $owner }负责。
told-reporter-lapse = #{ $number } { $category }：一直没有等到您的确认，先记为“未确认”，不算满意。还没解决，请再发 /report。
told-reporter-answer =
    #{ $number } { $category }：居委会答复：{ $note }
    不同意，可以找居务监督委员会，也可以打 12345；信访、仲裁、诉讼都不受影响。
told-assignee-confirm = #{ $number } { $category }：反映人说解决了，辛苦了！
told-assignee-settle-part = #{ $number } { $category }：反映人说解决了一部分。
told-assignee-lapse = #{ $number } { $category }：反映人没有确认，记为“未确认”。
told-assignee-withdraw = #{ $number } { $category }：反映人撤回了，不用再办。
told-assignee-keep = #{ $number } { $category }：对方没有接手，仍由您办。
told-supervision-contest = #{ $number } { $category }：多次重办没有解决，已请居委会答复。
told-supervision-answer = #{ $number } { $category }：居委会已答复：{ $note }
unanswered = #{ $number } { $category }：一直没有人接单，现在等{ $owner }。
overdue = #{ $number } { $category }：超过了承诺时间（{ $finish_by }），现在由{ $owner }负责。

worksheet-heading =
    <b>#{ $number }</b> { $category } · { $place }
    状态：{ $status }
worksheet-text = { $text }
worksheet-revised = （后来改为）{ $text }
worksheet-more = （太长，全文请发 /status { $number }）
worksheet-finish-by = 承诺{ $at }前办结
worksheet-accept-by = 请在{ $at }前接单
worksheet-with = 现在由{ $owner }负责
worksheet-transfer = { $sender }请{ $receiver }接手：{ $note }
worksheet-reopened = 第{ $count }次重办
place-unknown = 地点待定
place-elsewhere = 其他地方

verdict-done =
    <b>#{ $number }</b> { $category }：{ $owner }说办结了{ $note ->
        [none] 。
       *[other] ：{ $note }
    }
verdict-question = 真的解决了吗？（{ $days }天内请点一下）
verdict-over = { $status }

step-heading = <b>#{ $number }</b> { $action }
step-given = 已写下：{ $words }
step-ask-to = 交给谁？
step-ask-note = 什么原因？点一个，或直接写一句话。
step-ask-note-answer = 请写下居委会的答复，反映人会看到原话。
step-ask-proof = 请发一张现场照片，可以附一句话。
step-ask-photo = 话记下了。请再发一张现场照片；没有照片就点下面。
step-ask-line = 请写一句话：怎么处理的？
step-no-photo = 没有照片
step-cancel = 返回
talk-step-done = 已办。
talk-step-cancelled = 已返回，没有改动。
talk-step-expired = 放了太久，已作废，没有改动。
reason-not-mine = 不是我的{ $level_grid }
reason-skill = 需要专业人员
reason-away = 我不在岗
reason-authority = 需要居委会出面
reason-money = 需要经费
reason-hands = 人手不够
