### 监督委员会的案头：看什么、提醒谁、提什么意见、答没答复

command-supervise = 监督：该公开没公开的、退回的、有异议的

refusal-no-measure = 没有找到这条提醒或监督意见。请核对编号。
refusal-supervise-reminded = 这件事今天已经提醒过一次。明天还没有动静，可以再提醒，或者提监督意见。
refusal-supervise-over = 这件事已经办完，没有要提醒的人。有话要说，可以提监督意见。
refusal-supervise-private = 里面有电话、证件号或门牌之类的个人信息，大家都会看到。请退回上一步，去掉再写。

## 案头

supervise =
    <b>监督委员会案头</b>
    您在这里能看、能提醒、能提意见，不能改任何内容。
supervise-count-overdue = · 逾期：{ $count } 件
supervise-count-returned = · 退回后还没重新提交：{ $count } 件
supervise-count-objections = · 有异议：{ $count } 件
supervise-count-doubted = · 有住户说没落实：{ $count } 件
supervise-count-opinions =
    · 监督意见等答复：{ $waiting } 条{ $count ->
        [0] { "" }
       *[other] ，其中 <b>逾期未答复 { $count } 条</b>
    }
supervise-list-overdue = 逾期
supervise-list-returned = 退回的
supervise-list-objections = 异议
supervise-list-doubted = 没落实的
supervise-list-opinions = 监督意见
supervise-list-lapsed = 到期没做的
supervise-list-audit = 审计记录
supervise-head-overdue =
    <b>逾期</b>{ $count ->
        [0] ：没有。
       *[other] ，日子早的在前。点一件，可以提醒或提意见：
    }
supervise-head-returned =
    <b>退回的</b>{ $count ->
        [0] ：没有。
       *[other] ，退回以后还没有重新提交：
    }
supervise-head-objections =
    <b>异议</b>{ $count ->
        [0] ：没有等处理的。
       *[other] ，还没有处理完的：
    }
supervise-head-doubted =
    <b>住户说没落实</b>{ $count ->
        [0] ：没有。
       *[other] ，人多的在前。点一件，可以提醒或提意见：
    }
supervise-head-opinions =
    <b>监督意见</b>{ $count ->
        [0] ：还没有提过。
       *[other] ，没有按时答复的在最前面：
    }
supervise-head-lapsed =
    <b>到期没做的</b>{ $count ->
        [0] ：没有。
       *[other] ，新的在前；每一件到期时都告诉过监督委员会：
    }
supervise-head-audit =
    <b>审计记录</b>{ $count ->
        [0] ：没有了。
       *[other] ，新的在前；人名都用代号，您看过也会记下来：
    }
supervise-point-overdue =
    · { $title }，{ $day ->
        [none] 已逾期
       *[other] 应在 { $day } 前
    }
supervise-point-returned =
    · { $title }{ $day ->
        [none] { "" }
       *[other] ，{ $day } 退回
    }
supervise-point-objections =
    · { $title }{ $count ->
        [0] { "" }
       *[other] ，{ $count } 条没有答复
    }
supervise-point-doubted = · { $title }，{ $count } 人说没落实
supervise-point-opinions = · 监督{ $number }：{ $title }，{ $standing }
supervise-look = { $name }
supervise-number = 监督{ $number }
supervise-entry = { $id } · { $at } · { $done } · { $what } · { $who }
supervise-verb-absent-edition = 应公开未公开
supervise-verb-undisclosed = 决议结果到期没有公开
supervise-verb-unshown = 项目阶段到期没有公开
supervise-verb-early-stage = 前一阶段没有公开就要进入下一阶段
supervise-verb-unreported = 决议进展到期没有报告
supervise-verb-topic-overdue = 议题过期没有答复
supervise-verb-resolution-late = 决议逾期没有落实
supervise-verb-missing-reply = 监督意见逾期没有答复
supervise-verb-supervise-remind = 监督委员会提醒
supervise-verb-give-opinion = 提出监督意见
supervise-verb-answer-opinion = 答复监督意见
supervise-verb-withdraw-opinion = 撤回监督意见
supervise-verb-adopt-item = 列入公开目录
supervise-verb-owe-edition = 列入公开日历
supervise-verb-archive-edition = 公示归档
supervise-verb-read_trail = 看了审计记录

## 一件事

supervise-matter =
    <b>{ $title }</b>
    { $count ->
        [0] 监督委员会还没有提醒过，也没有提过意见。
       *[other] 监督委员会说过的：
    }
supervise-remind = 提醒
supervise-opinion = 监督意见
supervise-open = 打开看看
supervise-return = 退回
supervise-toast-remind = 已提醒
supervise-reminded = <b>监督委员会提醒</b>（监督{ $number }）：{ $title } 还等着您这一步，请抓紧。
supervise-line-reminder = · { $at } 监督委员会提醒（监督{ $number }）
supervise-line-opinion =
    · { $at } 监督意见（监督{ $number }）：{ $text }
    ↳ { $standing }{ $note ->
        [none] { "" }
       *[other] ：{ $note }
    }

## 监督意见

measure-card =
    <b>监督意见</b>（监督{ $number }）：{ $title }
    { $at } { $who }提出：{ $text }
    { $standing }{ $note ->
        [none] { "" }
       *[other] ：{ $note }
    }
measure-standing-told = 不用答复
measure-standing-open = 请在 { $due } 前书面答复
measure-standing-missing = 应在 { $due } 前书面答复，逾期没有答复
measure-standing-answered =
    { $late ->
        [0] 居（村）委会按时答复
       *[other] 居（村）委会迟了 { $late } 天才答复（应在 { $due } 前）
    }
measure-standing-withdrawn = 监督委员会已撤回
measure-action-answer = 答复
measure-action-withdraw = 撤回
measure-open = 打开
measure-due = 今天是答复的最后一天：监督意见（监督{ $number }），{ $title }。今天过后没有答复，会在群里写明。
measure-missing = ⚠️ <b>监督意见没有答复</b>：关于“{ $title }”的监督意见（监督{ $number }），居（村）委会应在 { $due } 前书面答复，到今天没有答复。想看意见的原文，发 /history 监督{ $number }。
measure-told-answered =
    监督意见（监督{ $number }）有了答复：{ $title }
    { $standing }：{ $note }
measure-told-withdrawn = 监督意见（监督{ $number }）已撤回：{ $title }。理由：{ $note }

form-give-opinion = <b>监督意见</b>：{ $name }
form-give-opinion-text = 意见：{ $value }
form-give-opinion-days = 几天内答复：{ $value }
ask-give-opinion-text = 请写清楚：哪里不对，要居（村）委会做什么。大家都看得到，不要写个人信息。
ask-give-opinion-days = 要在几天内书面答复？
ask-give-opinion-submit = 提出这条监督意见吗？到期没有答复，会告诉监督委员会，并在群里写明。
submit-give-opinion = 提出
talk-give-opinion-done = 好的，意见已经送到居（村）委会。
talk-give-opinion-cancelled = 好的，没有提。
talk-give-opinion-expired = 放得太久，这一步作废了。要提请再来一次。
form-reply-opinion = <b>答复监督意见</b>：{ $name }
form-reply-opinion-text = 答复：{ $value }
ask-reply-opinion-text = 请写答复：查到什么、怎么改、到哪天。大家都看得到，不要写个人信息。
ask-reply-opinion-submit = 就这样答复吗？答复以后不能改。
submit-reply-opinion = 答复
talk-reply-opinion-done = 好的，已经答复。
talk-reply-opinion-cancelled = 好的，没有答复。
talk-reply-opinion-expired = 放得太久，这一步作废了。要答复请再来一次。
form-withdraw-opinion = <b>撤回监督意见</b>：{ $name }
form-withdraw-opinion-text = 理由：{ $value }
ask-withdraw-opinion-text = 为什么撤回？请写一句话，大家都看得到。意见的原文还留着。
ask-withdraw-opinion-submit = 撤回这条监督意见吗？
submit-withdraw-opinion = 撤回
talk-withdraw-opinion-done = 好的，已经撤回。
talk-withdraw-opinion-cancelled = 好的，没有撤回。
talk-withdraw-opinion-expired = 放得太久，这一步作废了。要撤回请再来一次。
