# The opinion map: a few statements a day by a tap; what all share, and where they differ

command-map = What people think of a topic
opinion-ask =
    Topic T{ $number }: { $title }
    Statement { $statement }: { $text }
    What do you think? (no. { $turn } today, { $most } a day at most)
    Only what five or more say together is shown; who chose what is told to nobody.
opinion-answer-agree = Agree
opinion-answer-disagree = Disagree
opinion-answer-pass = Not sure
opinion-toast-agree = Noted: agree
opinion-toast-disagree = Noted: disagree
opinion-toast-pass = Noted: not sure
opinion-enough = Topic T{ $number }: { $title }
    That was all for today, thank you! More tomorrow. What people think: /map { $number }
opinion-all = Topic T{ $number }: { $title }
    You have seen every statement there is, thank you! What people think: /map { $number }
opinion-over = Topic T{ $number }: { $title }
    The discussion is over. What people think: /map { $number }
opinion-begin = Say what you think
opinion-map = <b>Topic T{ $number }: { $title }</b>
    What people think ({ $count ->
        [0] fewer than 5 have answered
       *[other] { $count } have answered
    })
opinion-by-grid = By { $level_grid }: { $groups }
opinion-by-building = By building: { $groups }
opinion-by-views = By like views: { $groups }
opinion-size = { $group } ({ $count })
opinion-group = group { $group }
opinion-shared = <b>Shared everywhere</b>
opinion-divided = <b>Where views differ</b>
opinion-together = <b>All together</b>
opinion-typical = <b>What matters most to { $group }</b>
opinion-line-agree = · Statement { $statement }, most agree: { $text }
opinion-line-disagree = · Statement { $statement }, most disagree: { $text }
opinion-line-mixed = · Statement { $statement }, some agree, some do not: { $text }
opinion-differs = · Statement { $statement }: { $text }
    { $sides }
opinion-side-agree = in { $group } most agree
opinion-side-disagree = in { $group } most disagree
opinion-side-mixed = in { $group } views are mixed
opinion-none = Nothing shared or divided can be seen yet: too few have answered.
opinion-thin = { $count } more: fewer than 5 people answered, so nothing is shown.
opinion-limits = This asks for opinions; it is no ballot and no resolution. What those think who did not answer, it cannot say.
refusal-opinion-resident = For this you need to be registered as a resident here. Write /join to me in private; once the { $grid_worker } has met you, you can go on.
refusal-opinion-enough = That was all for today, thank you! Please come back tomorrow.
refusal-opinion-button = This button is from before and works no more; nothing was noted. Please send /map, and tap “Say what you think”.
refusal-opinion-topic = Please add the number of the topic, for example: /map 3
