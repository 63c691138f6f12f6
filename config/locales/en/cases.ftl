### Reporting, dispatching, finishing, judging

case-status-submitted = Waiting to be registered
case-status-accepted = Registered, waiting to be dispatched
case-status-dispatched = Dispatched, waiting to be accepted
case-status-in-progress = Being dealt with
case-status-escalated = With the committee for support
case-status-done-reported = Finished, waiting to be confirmed
case-status-reopened = Sent back to be done again
case-status-contested = Waiting for the committee’s answer
case-status-confirmed = Fixed (confirmed by the person who reported it)
case-status-partial = Partly fixed
case-status-unconfirmed = Finished (not confirmed)
case-status-answered = Answered by the committee
case-status-withdrawn = Withdrawn

case-action-admit = Register
case-action-dispatch = Dispatch
case-action-accept = Accept
case-action-pass-on = Pass on
case-action-finish = Finished
case-action-transfer = Transfer
case-action-receive = Take over
case-action-keep = Decline
case-action-escalate = Need support
case-action-hand-back = Hand back
case-action-confirm = Fixed
case-action-settle-part = Partly
case-action-reopen = Not fixed
case-action-contest = Ask the committee
case-action-lapse = Not confirmed
case-action-answer = Answer
case-action-withdraw = Withdraw

passage-admit = registered
passage-dispatch = dispatched
passage-accept = accepted
passage-pass-on = nobody accepted; passed on to the next person
passage-finish = finished
passage-transfer = asked someone else to take over
passage-receive = took over
passage-keep = not taken over; stays with the same person
passage-escalate = asked the committee for support
passage-hand-back = handed back
passage-confirm = the person who reported it says: fixed
passage-settle-part = the person who reported it says: partly fixed
passage-reopen = the person who reported it says: not fixed; to be done again
passage-contest = the committee was asked for an answer
passage-lapse = nobody confirmed in time
passage-answer = answer of the committee
passage-withdraw = withdrawn by the person who reported it

toast-admit = #{ $number } is registered
toast-dispatch = #{ $number } is dispatched
toast-accept = #{ $number } is accepted
toast-pass-on = #{ $number } is passed on to the next person
toast-finish = #{ $number } is finished
toast-transfer = #{ $number }: your colleague has been asked to take over
toast-receive = #{ $number } is now yours
toast-keep = #{ $number } stays with the same person
toast-escalate = #{ $number }: the committee has been asked for support
toast-hand-back = #{ $number } is handed back
toast-confirm = Thank you! #{ $number } is confirmed as fixed
toast-settle-part = #{ $number } is noted as partly fixed; you can report what is left
toast-reopen = #{ $number } goes back to be done again
toast-contest = #{ $number }: the committee has been asked for an answer
toast-lapse = #{ $number }: time is up
toast-answer = #{ $number } is answered
toast-withdraw = #{ $number } is withdrawn

receipt =
    <b>#{ $number }</b> Got it, thank you · { $category }
    In charge: { $owner }{ $grid ->
        [none] { "" }
       *[other] { " " }({ $grid })
    }
    Promise: { $accept_by ->
        [none] { "" }
       *[other] accepted by { $accept_by };{ " " }
    }finished by { $finish_by }{ $known ->
        [no] { " " }(public holidays are not announced yet, so this may change)
       *[other] .
    }
    Follow it: /status { $number }
status =
    <b>#{ $number }</b> { $category } · { $status }
    Now with { $owner }
    Promised to be finished by { $finish_by }{ $known ->
        [no] { " " }(public holidays are not announced yet, so this may change)
       *[other] { "" }
    }
status-closed = <b>#{ $number }</b> { $category } · { $status }
status-text = What was said: { $text }
passage =
    · { $at } { $who ->
        [none] { $action }
       *[other] { $who } { $action }
    }
passage-to = {" "}({ $to })
passage-note = : { $note }
my-cases = What you have reported:
my-none = You have not reported anything yet. To report something, send /report and one sentence.
my-case = <b>#{ $number }</b> { $category } · { $status } · { $text }

told-reporter-admit = #{ $number } { $category }: registered by the committee.
told-reporter-dispatch = #{ $number } { $category }: dispatched to { $owner }.
told-reporter-accept = #{ $number } { $category }: accepted by { $owner }.
told-reporter-pass-on = #{ $number } { $category }: nobody accepted it in time, so it now goes to { $owner }.
told-reporter-receive = #{ $number } { $category }: { $owner } has taken over.
told-reporter-escalate = #{ $number } { $category }: this needs support from the committee; { $owner } is now in charge.
told-reporter-hand-back = #{ $number } { $category }: it was handed back; { $owner } will decide who takes it next.
told-reporter-contest = #{ $number } { $category }: it was not fixed after several tries, so the committee has been asked for an answer. { $owner } is in charge.
told-reporter-lapse = #{ $number } { $category }: we did not hear from you, so it is noted as “not confirmed”; that does not count as satisfied. If it is still not fixed, please send /report again.
told-reporter-answer =
    #{ $number } { $category }: the committee answers: { $note }
    If you disagree, you can turn to the supervision committee or call 12345. Your right to petition, to arbitration and to go to court stays as it is.
told-assignee-confirm = #{ $number } { $category }: the person who reported it says it is fixed. Thank you for your work!
told-assignee-settle-part = #{ $number } { $category }: the person who reported it says it is partly fixed.
told-assignee-lapse = #{ $number } { $category }: the person who reported it did not confirm; it is noted as “not confirmed”.
told-assignee-withdraw = #{ $number } { $category }: the person who reported it has withdrawn it; there is nothing more to do.
told-assignee-keep = #{ $number } { $category }: your colleague did not take over; it stays with you.
told-supervision-contest = #{ $number } { $category }: it was not fixed after several tries, so the committee has been asked for an answer.
told-supervision-answer = #{ $number } { $category }: the committee has answered: { $note }
unanswered = #{ $number } { $category }: nobody has accepted it yet; it is now with { $owner }.
overdue = #{ $number } { $category }: the promised time ({ $finish_by }) has passed; { $owner } is now in charge.

worksheet-heading =
    <b>#{ $number }</b> { $category } · { $place }
    Status: { $status }
worksheet-text = { $text }
worksheet-revised = (later changed to) { $text }
worksheet-more = (Too long to show here. Read it all: /status { $number })
worksheet-finish-by = Promised to be finished by { $at }
worksheet-accept-by = Please accept by { $at }
worksheet-with = Now with { $owner }
worksheet-transfer = { $sender } asks { $receiver } to take over: { $note }
worksheet-reopened = Sent back { $count ->
        [1] once
        [2] twice
       *[other] { $count } times
    }
place-unknown = place not known yet
place-elsewhere = Somewhere else

verdict-done =
    <b>#{ $number }</b> { $category }: { $owner } says it is finished{ $note ->
        [none] .
       *[other] : { $note }
    }
verdict-question = Is it really fixed? (Please tap within { $days ->
        [1] one day
       *[other] { $days } days
    }.)
verdict-over = { $status }

step-heading = <b>#{ $number }</b> { $action }
step-given = Given so far: { $words }
step-ask-to = Who should take it?
step-ask-note = What is the reason? Tap one, or simply write a sentence.
step-ask-note-answer = Please write the committee’s answer; the person who reported it will read it word for word.
step-ask-proof = Please send a photo of the place; you can add a sentence.
step-ask-photo = Your words are noted. Now please send a photo of the place, or tap below if you have none.
step-ask-line = Please write one sentence: what was done about it?
step-no-photo = No photo
step-cancel = Back
talk-step-done = Done.
talk-step-cancelled = You went back; nothing was changed.
talk-step-expired = This was left too long and is no longer valid; nothing was changed.
reason-not-mine = Not in my { $level_grid }
reason-skill = Needs a specialist
reason-away = I am off duty
reason-authority = Needs the committee
reason-money = Needs money
reason-hands = Not enough people
