### 急发：本来要等到早上的一条消息，写明理由马上发

command-urgent = 急发：等着明早的消息，写明理由马上发
urgent-waiting =
    { $count ->
        [0] 现在没有等着发的消息。
       *[other] <b>等着早上合在一起发的消息</b>：{ $count } 条
            确实等不得的，请发：/urgent 编号 理由。群里看得到理由，监督委员会会看到次数。
    }
urgent-waiting-line = { $number }（{ $group }）{ $line }
urgent-told = <b>急：</b>{ $why }（居委会决定现在就发，不等早上。）
urgent-sent = 已经发到{ $group }，理由写在前面。这个月急发 { $count } 次。
urgent-month = { $month }：急发 { $count } 次
urgent-line = · { $at } { $who }：{ $why }
refusal-urgent-number = 等着发的消息里没有这个编号，也许已经发过了。请发 /urgent 看看有哪些。
refusal-urgent-reason = 急发要写明理由，例如：/urgent 12 今晚就停水，等不到早上
refusal-urgent-private = 理由里有电话、证件号或门牌之类的个人信息，群里都会看到。请去掉再发。
supervise-list-urgent = 急发的
supervise-head-urgent =
    <b>急发的消息</b>{ $count ->
        [0] ：没有。
       *[other] ，每月次数和理由，新的在前：
    }
supervise-verb-send-urgent = 急发一条消息
power-verb-send-urgent = 急发一条消息，不等早上
