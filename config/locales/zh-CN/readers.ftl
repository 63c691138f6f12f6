# 公示下面的疑问和答复

toast-ask-line = 在私聊里问您是哪一条。没收到的话，先点开我，按“开始”，再点一次
form-ask-line = <b>❓ 有疑问</b>　公示 { $number }
form-ask-line-line = 哪一条：{ $value }
form-ask-line-text = 您问的：{ $value }
ask-ask-line-line = 您问的是哪一条？点编号，或者把编号写给我，例如：7。群里看不到是谁问的。
ask-ask-line-text = 请把要问的写给我，一两句话就行。问的人不公开，答复大家都能看到。上面已经有答复、够用了，就点“取消”。
talk-ask-line-done = 已经交上去了。
talk-ask-line-cancelled = 没有提问。
talk-ask-line-expired = 太久没有回复，没有提问。
form-answer-line = <b>答复</b>　公示 { $number }
form-answer-line-answer = 答复：{ $value }
ask-answer-line-answer = 请写答复。它会挂在这一条下面，大家都能看到：请不要写人名、电话、门牌号。
ask-answer-line-submit = 大家都会看到这个答复。就这样发吗？
talk-answer-line-done = 已经答复，挂在这一条下面了。
talk-answer-line-cancelled = 没有答复，疑问还在等。
talk-answer-line-expired = 太久没有回复，没有答复。疑问还在等，请再点“答复”。
edition-line =
    { $line ->
        [0] 整份
       *[other] 第{ $line }条
    }
edition-line-named =
    { $line ->
        [0] <b>整份公示</b>
       *[other] <b>第{ $line }条</b>　{ $what ->
            [none] （这一版里没有这一条了）
           *[other] { $what }
        }
    }
edition-answer = 答：{ $answer }
edition-answers = 💬 { $name }（公示 { $serial } 第{ $version }版）的答复
edition-question = ❓ { $name }（公示 { $serial } 第{ $version }版）有一条被问到
edition-question-due = 请在 { $at } 以前答复。
edition-question-asks = 问：{ $text }
edition-tap-answer = ✍️ 答复
edition-tap-wrong = ✏️ 数字错了，出更正版
edition-asked = 您的疑问交上去了：公示 { $serial }，{ $line }。最晚 { $at } 答复您。没有人知道是您问的。
edition-answered = 您问的有答复了：公示 { $serial }，{ $line }。
    答：{ $answer }
edition-ask-late = 您问的公示 { $serial }，{ $line }，说好 { $at } 以前答复，还没有答复。居委会和监督委员会已经知道。
edition-question-late = ⏰ 公示 { $serial } 第{ $version }版：{ $line ->
        [0] 整份
       *[other] 第{ $line }条
    }的疑问过了日子还没有答复。
edition-rates = 📊 { $year }年{ $month }月，公示 { $editions } 份：
    看懂了 { $yes } 次，没看懂 { $no } 次，没有表示的 { $silent } 次（按登记的居民，每份各算一次）。
    疑问 { $asked } 条：按时答复 { $in_time } 条，过期的 { $late } 条，还没到日子的 { $open } 条。
edition-rewrite = 🖍 { $name }（公示 { $serial } 第{ $version }版）：{ $all } 人表示，只有 { $yes } 人看懂了。请用大白话重写一版。
edition-rewrite-begun = 🖍 { $name }（公示 { $serial } 第{ $version }版）：已经有新的一版在写，或者已经归档。
edition-tap-rewrite = ✏️ 重写一版
sheet-edition-unanswered = 以前的公示还有 { $count } 条疑问没有答复
refusal-no-line = 这份公示里没有这一条。请点编号，或者写公示上有的编号，例如：7
refusal-line-answered = 这一条已经有人答复了。
refusal-answer-private = 答复里有电话、证件号或者门牌号，大家都会看到。请点“上一步”，去掉再发。
