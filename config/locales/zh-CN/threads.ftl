### 议题：权利、金点子、小结、提醒、话题

command-idea = 出个金点子
command-myrights = 我有哪四项权利

refusal-summary-part = 小结四个部分都要写：赞成的、反对的、有条件赞成的、还没解决的反对。没有人这样说的，请点“没有人这样说”。
refusal-summary-nobody =
    { $part ->
        [for] 有 { $count } 条赞成的发言
        [against] 有 { $count } 条反对的发言
        [condition] 有 { $count } 条有条件赞成的发言
       *[unresolved] 还有 { $count } 条直接受影响的人的反对没有解决
    }，要写进去。请取消后重新点“写小结”；不显示名字的发言，中午 12 点或晚上 8 点公布以后再写。
refusal-topic-unweighed = 没有协商就了结一件事，要先回答三项：涉及公共利益吗、是切身困难吗、有矛盾纠纷吗。请在卡片上重新点一次按钮。

## 金点子

topic-by-idea =
    💡 金点子，提出：{ $name ->
        [none] 一位核实过的住户（不显示名字）
       *[other] { $name }
    }
form-idea = <b>💡 出个金点子</b>（内容会发到居民群，邻居可以附议；附议够了户数，居委会必须答复）
form-idea-text = 点子：{ $value }
form-idea-name = 名字：{ $value }
ask-idea-text = 有什么好点子？用一两句话写出来，不要写谁的姓名、电话和门牌。
ask-idea-name = 发到群里时，显示您的名字吗？
ask-idea-submit =
    { $waits ->
        [none] 对吗？点“提交”就会发到群里，您家算第一个附议。
       *[other] 对吗？点“提交”后不马上发：{ -why-later }{ $waits } 再发到群里。您家算第一个附议。
    }
choice-idea-name-hidden = 不显示名字
choice-idea-name-open = 显示名字
talk-idea-done = 点子收下了，谢谢。
talk-idea-cancelled = 没有发。
talk-idea-expired = 放得太久，没有发。要发请再发 /idea。

## 没有协商就了结的事、经过

topic-undeliberated =
    ⚠️ 这件事没有协商就了结了。{ $names ->
        [none] 居委会认为应当协商的三项条件都不符合。
       *[other] 它符合应当协商的条件：{ $names }。
    }了结的人写明了理由：
topic-history-button = 看经过
topic-history = <b>议题{ $number }</b> { $title } 的经过
topic-passage =
    { $at } <b>{ $action }</b>{ $who ->
        [none] { "" }
       *[other] （{ $who }）
    }{ $note ->
        [none] { "" }
       *[other] ：{ $note }
    }
form-step-topic-interest = 涉及公共利益：{ $value }
form-step-topic-difficulty = 切身困难：{ $value }
form-step-topic-conflict = 矛盾纠纷：{ $value }
ask-step-topic-interest = 没有协商就了结，先回答三项。这件事涉及公共利益吗？
ask-step-topic-difficulty = 是居民的切身困难吗？
ask-step-topic-conflict = 有矛盾纠纷吗？
choice-step-topic-interest-yes = 是
choice-step-topic-interest-no = 不是
choice-step-topic-difficulty-yes = 是
choice-step-topic-difficulty-no = 不是
choice-step-topic-conflict-yes = 有
choice-step-topic-conflict-no = 没有

## 小结

topic-nobody = 没有人这样说
topic-summary-for = • 赞成的说：{ $text }
topic-summary-against = • 反对的说：{ $text }
topic-summary-condition = • 有条件赞成的说：{ $text }
topic-summary-unresolved = • 还没解决的反对：{ $text }
form-summary = <b>议题{ $number } · 写小结</b>（四个部分都要写；大家都看得到）
form-summary-for = 赞成的说：{ $value }
form-summary-against = 反对的说：{ $value }
form-summary-condition = 有条件赞成的说：{ $value }
form-summary-unresolved = 还没解决的反对：{ $value }
ask-summary-for = 赞成的说了什么？
ask-summary-against = 反对的说了什么？
ask-summary-condition = 有条件赞成的，条件是什么？
ask-summary-unresolved = 直接受影响的人，还有哪些反对没有解决？
ask-summary-submit =
    对吗？提交后{ $waits ->
        [none] 发到群里。
       *[other] 不马上发：{ -why-later }{ $waits } 再发到群里。
    }
choice-summary-for-nobody = 没有人这样说
choice-summary-against-nobody = 没有人这样说
choice-summary-condition-nobody = 没有人这样说
choice-summary-unresolved-nobody = 没有还没解决的反对
talk-summary-done = 小结写好了。
talk-summary-cancelled = 没有写。
talk-summary-expired = 放得太久，没有写。

## 说法

wording-hints = <i>只是提醒，改不改由您：</i>
wording-leading = • “{ $said }”会引着人这样回答，可以去掉。
wording-double =
    • 好像一次问了两件事{ $said ->
        [none] { "" }
       *[other] （“{ $said }”）
    }，最好一次只问一件。
wording-jargon = • “{ $said }”有人不懂，可以说“{ $instead }”。
wording-long = • 这一句太长，可以拆开：“{ $said }”

## 四项权利

my-rights =
    <b>您有四项权利</b>
    1. <b>知情权</b>：议的事、材料、经过、谁在办，都可以看。发 /topics 看清单，发 <code>/topic 编号</code> 看一件。
    2. <b>参与权</b>：可以提议（/propose）、出点子（/idea）、附议、参加会议（/meetings）、在名册上的可以投票，截止前可以改。
    3. <b>表达权</b>：协商时点“我来说”，赞成、反对、有条件、提问都行，可以不显示名字。
    4. <b>监督权</b>：对结果可以提异议（/ballot、/resolutions），可以说落实了没有，可以向监督委员会反映，也可以打 12345。
    看自己在某件事上现在能做什么：<code>/myrights 编号</code>
my-rights-button = 看我现在能做什么
my-rights-in =
    <b>您在议题{ $number }的四项权利</b> · { $status }
    { $title }
my-rights-know = 1. <b>知情权</b>：{ $told }
my-rights-take-part = 2. <b>参与权</b>：{ $told }
my-rights-speak = 3. <b>表达权</b>：{ $told }
my-rights-supervise = 4. <b>监督权</b>：{ $told }
my-rights-more = 对怎么办的有意见，随时可以向监督委员会反映，也可以打 12345。
my-rights-way-open = 全部材料都可以看。
my-rights-way-read = 每一条发言都可以看。
my-rights-way-steps = 每一步谁做的、为什么，都可以看。
my-rights-way-second = 现在可以附议，一户一次。
my-rights-way-seconded = 您家已经附议过了。
my-rights-way-speak = 现在可以发言，赞成、反对、有条件、提问都行，可以不显示名字。
my-rights-way-vote = 现在可以投票，截止前可以改，以最后一次为准。
my-rights-way-contest = 您可以对表决结果提出异议。
my-rights-way-object = 您可以对决议提出异议。
my-rights-way-verify = 这一项要先登记、由{ $grid_worker }核实：请私聊我发 /join。
my-rights-way-off-roll = 正在表决，您不在这次的名册上。觉得不对的，请找居委会或监督委员会核对。
my-rights-way-not-yet = 还没到这一步，到了会通知大家。
my-rights-way-over = 这一步已经过了。
my-rights-do-open = 看材料
my-rights-do-read = 看全部发言
my-rights-do-steps = 看经过
my-rights-do-second = 附议
my-rights-do-speak = 我来说
my-rights-do-vote = 去投票、改票
my-rights-do-contest = 对表决结果提异议
my-rights-do-object = 对决议提异议

## 话题

topic-thread = 议题{ $number } · { $title }

## 提醒

topic-reminder = 🔔 <b>议题{ $number }</b> { $title }：{ $at } 以后就可以小结了，还没说的请说。
ballot-reminder = 🔔 <b>表决{ $number }</b> { $question }：{ $at } 截止。还没投的请投，投了的也可以改。
ballot-reminder-own = 🔔 您让我提醒的：<b>表决{ $number }</b> { $question }，{ $at } 截止，您家还没有投。
ballot-remind = 🔔 截止前提醒我
ballot-remind-no = 🔕 不用提醒我了

## 每日简报

topic-roundup = 🗒 <b>议题{ $number } · 每日简报</b> { $title }
topic-roundup-said =
    { $first ->
        [1] 到今早，发言 { $count } 条（第 { $first } 到第 { $last } 条）
       *[other] 上次简报以后，新发言 { $count } 条（第 { $first } 到第 { $last } 条）
    }
    赞成 { $for }，反对 { $against }，有条件赞成 { $condition }，提问 { $question }
    { $replies ->
        [0] 居委会没有新的答复
       *[other] 居委会答复了 { $replies } 条
    }
topic-roundup-how = 还没说的、想补充的，请点“我来说”。
