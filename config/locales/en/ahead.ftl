### An earlier stage was not shown; supervision lets a later one go on, with its reason (8.12)

refusal-resolution-free = Every earlier stage was shown, or was let go already. Nothing more is needed: show this stage.

resolution-stage-name =
    { $stage ->
        [before] “before it begins”
        [halfway] “halfway”
       *[settled] “settled”
    }
resolution-let =
    Let { $count } go on: { $stage ->
        [halfway] halfway
       *[settled] settled
    }
resolution-ahead =
    ⚠️ Part { $count }: on { $day } { $missing } was not shown yet; supervision ({ $who }) let { $stage ->
        [halfway] “halfway”
       *[settled] “settled”
    } go on: “{ $why }”. What is missing is still owed
resolution-ahead-told =
    ⚠️ <b>R{ $number }</b> “{ $text }”, part { $clause }: { $missing ->
        [before] “before it begins”
       *[halfway] “halfway”
    } was not shown; supervision ({ $by }) let { $stage ->
        [halfway] “halfway”
       *[settled] “settled”
    } go on: “{ $note }”. What was not shown is still overdue, and owed.
sheet-ahead = { $missing } not shown; supervision ({ $who }) let this go on: “{ $why }”

supervise-count-ahead = · let go on before what was not shown: { $count }
supervise-list-ahead = Let go on
supervise-head-ahead =
    <b>Let go on before what was not shown</b>{ $count ->
        [0] : none.
       *[other] ; what was not shown is still overdue:
    }
supervise-point-ahead = · { $title }, { $count } times
supervise-verb-let-ahead = let a later stage of a project go on

form-let-ahead =
    <b>R{ $number }, part { $count }</b>: { $missing ->
        [before] “before it begins”
       *[halfway] “halfway”
    } was not shown; let { $stage ->
        [halfway] “halfway”
       *[settled] “settled”
    } go on
form-let-ahead-why = Reason: { $value }
ask-let-ahead-why = Please write why it may go on. Everybody reads it in the group, on the notice and in the record: nothing about private people.
ask-let-ahead-submit = Let it go on? What was not shown is still overdue, and owed.
submit-let-ahead = Let it go on
talk-let-ahead-done = Noted, and said in the group.
talk-let-ahead-cancelled = All right, it was not let.
talk-let-ahead-expired = This lay too long and is void. Send /resolutions, open the resolution and tap again.
