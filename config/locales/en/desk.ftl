### The desk, words carried over, leave, tasks, the record

case-status-needs-info = Waiting for the reporter
case-status-answer-proposed = Answer proposed, to be countersigned
case-status-decline-proposed = Refusal proposed, to be countersigned
case-status-under-review = Under review by supervision
case-status-merged = Merged into another
case-status-referred = Referred
case-status-declined = Not taken up
case-status-closed = Closed (not taken up)

case-action-release = Agree to withdraw
case-action-ask-info = Ask back
case-action-inform = Add
case-action-resume = Nothing was added
case-action-merge = Merge
case-action-concur = Solved for me too
case-action-refer = Refer
case-action-decline = Not take up
case-action-propose-decline = Propose a refusal
case-action-propose-answer = Propose an answer
case-action-countersign = Countersign
case-action-overrule = Send back
case-action-appeal = Ask for a review
case-action-uphold = Uphold
case-action-close = Review time over
case-action-hand-up = Hand up

passage-release = the committee agreed to the withdrawal
passage-ask-info = asked the reporter for more
passage-inform = the reporter added to it
passage-resume = nothing was added; back at the desk
passage-merge = merged into another
passage-concur = somebody who reported it too: solved
passage-refer = referred
passage-decline = not taken up
passage-propose-decline = proposed not to take it up; supervision must sign
passage-propose-answer = proposed an answer; supervision must sign
passage-countersign = countersigned
passage-overrule = sent it back to think again
passage-appeal = the reporter asked supervision to review
passage-uphold = reviewed it: upheld
passage-close = time for review is over, closed
passage-hand-up = handed up to the committee

toast-release = #{ $number } may be withdrawn
toast-ask-info = #{ $number } asked back
toast-inform = #{ $number } added
toast-resume = #{ $number } back at the desk
toast-merge = #{ $number } merged
toast-concur = Noted, thank you!
toast-refer = #{ $number } referred
toast-decline = #{ $number } not taken up
toast-propose-decline = #{ $number } sent to supervision
toast-propose-answer = #{ $number } sent to supervision
toast-countersign = #{ $number } countersigned
toast-overrule = #{ $number } sent back
toast-appeal = #{ $number } will be reviewed by supervision
toast-uphold = #{ $number } upheld
toast-close = #{ $number } closed
toast-hand-up = #{ $number } handed up

told-reporter-release = #{ $number } { $category }: the committee agrees to the withdrawal: { $note }
told-reporter-merge =
    #{ $number } { $category }: this is the same as { $other }; they are handled together: { $note }
    Your words stay yours. You will hear how { $other } goes on, and be asked in the end whether it is solved.
told-reporter-refer =
    #{ $number } { $category }: this is not for the community to handle. The committee found out who does:
    { $note }
    You can also call 12345; petition, arbitration and court stay open to you.
told-reporter-decline =
    #{ $number } { $category }: the committee does not take it up, because: { $note }
    If you disagree, you may ask supervision once within 7 days to review it; or call 12345; petition, arbitration and court stay open to you.
told-reporter-countersign =
    #{ $number } { $category }: the committee's view, countersigned by supervision: { $note }
    If you disagree, call 12345; petition, arbitration and court stay open to you.
told-reporter-overrule = #{ $number } { $category }: supervision sent it back to the committee; { $owner } answers for it: { $note }
told-reporter-uphold =
    #{ $number } { $category }: supervision reviewed it and upholds the refusal: { $note }
    You can still call 12345; petition, arbitration and court stay open to you.
told-reporter-close = #{ $number } { $category }: no review was asked for in 7 days; it is closed. If something is new, send /report again.
told-reporter-hand-up = #{ $number } { $category }: handed to the committee; { $owner } answers for it now.
told-assignee-release = #{ $number } { $category }: the committee agrees to the withdrawal; nothing more to do.
told-assignee-resume = #{ $number } { $category }: nothing was added; it lies on the desk again, see /desk.
told-committee-appeal = #{ $number } { $category }: the reporter asked supervision to review; { $owner } looks at it now.
told-committee-countersign = #{ $number } { $category }: supervision has countersigned.
told-committee-overrule = #{ $number } { $category }: supervision sent it back to think again: { $note }
told-committee-uphold = #{ $number } { $category }: supervision reviewed and upholds: { $note }
info-awaited = #{ $number } { $category }: the committee still waits for more from you. Tap /my, open it, and add.
case-joined = #{ $number } { $category }: somebody else reported the same; it is merged into this: { $text }
case-stays = #{ $number }: this may be dangerous; the committee has to finish it before it ends. To say something, tap /my and open it.
receipt-over = Outcome: { $status }
receipt-five = New here: how your data is kept, in five lines, below.
receipt-five-button = The five lines

step-ask-note-ask-info = What is missing? Write a line; the reporter reads it as it is and answers in his own words.
step-ask-note-decline = Why is it not taken up? The reporter reads your words and how to have it reviewed.
step-ask-note-overrule = Why think again? Write a line.
step-ask-note-uphold = Why uphold it? The reporter reads your words.
step-ask-note-release = Is the danger gone? Write a line why it may be withdrawn.

form-refer = <b>Refer #{ $number }</b> (not for the community: tell the reporter whom to ask)
form-refer-office = Who: { $value }
form-refer-where = Where: { $value }
form-refer-phone = Phone: { $value }
form-refer-reason = Reason: { $value }
ask-refer-office = Who handles this? The full name of the office.
ask-refer-where = Where? An address or a counter.
ask-refer-phone = Which phone number?
ask-refer-reason = Why is it not for the community?
ask-refer-submit = Right? Tap Submit; the reporter will read all of it.
talk-refer-done = Referred.
talk-refer-cancelled = Not referred.
talk-refer-expired = It lay too long; not referred.

form-merge = <b>Merge #{ $number }</b> (it is about the same)
form-merge-reason = Reason: { $value }
form-merge-other = Into: { $value }
ask-merge-reason = Why is it the same matter?
ask-merge-other = Into which one? Write its number, for example 3
talk-merge-done = Merged.
talk-merge-cancelled = Not merged.
talk-merge-expired = It lay too long; not merged.

form-inform =
    <b>#{ $number }</b> The committee would like to know:
    { $question }
form-inform-message = You: { $value }
ask-inform-message = Just write, or send a photo or a voice message.
talk-inform-done = Thank you, added.
talk-inform-cancelled = Nothing added for now. Tap /my later and open it.
talk-inform-expired = Nothing was added in all this time.

form-supplement = <b>#{ $number }</b> Add to it
form-supplement-message = You: { $value }
ask-supplement-message = What would you add? Write, or send a photo or a voice message.
talk-supplement-done = Added; whoever handles it will see it.
talk-supplement-cancelled = Nothing added.
talk-supplement-expired = It lay too long; nothing added.

form-relay = <b>#{ $number }</b> Carry a message (your number is not shown)
form-relay-message = You: { $value }
form-relay-sure = { $value }
ask-relay-message = What would you like to say? Write, or send a photo or a voice message.
ask-relay-sure = There seems to be a phone, identity or door number in it. Send it as it is? Otherwise go back and write it anew.
choice-relay-sure-yes = Send as it is
talk-relay-done = Carried over.
talk-relay-cancelled = Not sent.
talk-relay-expired = It lay too long; not sent.
relay-word =
    <b>#{ $number }</b> { $category } · { $who ->
        [none] The reporter
       *[other] { $who }
    } says:
    { $text }
relay-supplement =
    <b>#{ $number }</b> { $category } · The reporter adds:
    { $text }
relay-inform =
    <b>#{ $number }</b> { $category } · The reporter answers:
    { $text }
relay-file = (a photo or a voice message)
said-word =
    · { $at } { $who ->
        [none] the reporter
       *[other] { $who }
    }: { $text }
said-supplement = · { $at } the reporter added: { $text }
said-inform = · { $at } the reporter answered: { $text }

history-heading =
    <b>#{ $number }</b> { $category }{ $grid ->
        [none] { "" }
       *[other] { " " }· { $grid }
    } · { $status }
history-revised = · the words were edited { $count } times later; all versions are kept

mine-owner = { $owner } answers for it now
mine-merged = merged into #{ $number }; see how that goes on
mine-muted = (Muted: you are not told of single steps; the last question still comes)
mine-add = Add
mine-write = Write to the handler
mine-mute = Mute
mine-unmute = Unmute
mine-history = Record
mine-leave = Ask to withdraw

desk-heading = <b>Desk</b>: { $heaps }
desk-empty = The desk is empty; all is done.
desk-heap-triage = to take up { $count }
desk-heap-informed = added to { $count }
desk-heap-bounced = to dispatch { $count }
desk-heap-escalated = support wanted { $count }
desk-heap-contested = to answer { $count }
desk-heap-leaving = withdrawal asked { $count }
desk-heap-asked = questions { $count }
desk-heap-signing = to countersign { $count }
desk-heap-review = to review { $count }
desk-why-triage = Next: take up and dispatch; or ask back, merge, refer, not take up.
desk-why-informed = Next: it was added to (or nothing came); please decide.
desk-why-bounced = Next: nobody could take it; please give it to somebody.
desk-why-escalated = Next: its handler wants support; please give it to somebody who can.
desk-why-contested = Next: not solved several times; answer in words, or dispatch once more.
desk-why-leaving = Next: the reporter would withdraw, but it may be dangerous; look and decide.
desk-why-asked = Next: the reporter asks something; please reply.
desk-why-signing = Next: countersign, or send back to think again.
desk-why-review = Next: review it: uphold, or send back to think again.
desk-next = Next ›
desk-admit-dispatch = Take up and dispatch
desk-write = Reply
desk-done = Answered in person
desk-open = Open the worksheet
desk-stay = Keep it open
desk-toast-stay = The reporter is told
desk-toast-leave = The committee is asked to look
desk-toast-mute = Well: no more single steps
desk-toast-unmute = Well: every step again
desk-toast-done = Noted
desk-toast-back = Well
desk-toast-hush = Well: nothing in the morning
desk-toast-unhush = Well: when work begins
worksheet-write = Write to the reporter

tasks-heading = <b>In your hands</b> ({ $count }; hazards and the first due on top)
tasks-none = Nothing is in your hands.
task =
    { $hazard ->
        [yes] ⚠️{ " " }
       *[no] { "" }
    }<b>#{ $number }</b> { $category } · { $place } · { $status } · by { $at }{ $asked ->
        [yes] { " " }· the reporter asks something
       *[no] { "" }
    }
tasks-more = { $count } more fall due later and are not listed; finish some, then send /tasks again.
tasks-hush = Not in the morning
tasks-unhush = Send it in the morning

form-leave = <b>Off duty, on leave</b>
form-leave-until = Until: { $value }
form-leave-from = From: { $value }
form-leave-to = To: { $value }
form-leave-officer = Who stands in: { $value }
form-leave-held = What you hold: { $value }
ask-leave-until = From now on, until when?
ask-leave-from = From which day? For example 3-5
ask-leave-to = To which day (inclusive)? For example 3-9
ask-leave-officer = Who stands in? Skip: the { $level_grid }'s substitute.
ask-leave-held = What about the cases you are working on?
ask-leave-submit = Right? Tap Submit and it begins. New cases go to whoever stands in; the committee is told.
choice-leave-until-open = Until I am back
choice-leave-until-evening = Today 18:00
choice-leave-until-tomorrow = Tomorrow's first shift
choice-leave-until-dates = Some days of leave
choice-leave-held-hand-over = Ask my stand-in to take over
choice-leave-held-keep = I keep them
talk-leave-done = Noted.
talk-leave-cancelled = Nothing changed; you are on duty.
talk-leave-expired = It lay too long; nothing changed, you are on duty.
leave-on =
    You are off duty now{ $ends ->
        [none] { "" }
       *[other] { " " }(until { $ends })
    }; { $substitute ->
        [none] nobody stands in
       *[other] { $substitute } stands in
    }.
leave-begun =
    Well: from now on no new cases for you{ $ends ->
        [none] { "" }
       *[other] , until { $ends }
    }. { $substitute ->
        [none] Nobody stands in; the next in line is asked.
       *[other] { $substitute } stands in.
    }
leave-planned = Noted: { $starts } until { $ends ->
        [none] you are back
       *[other] { $ends }
    }; { $substitute ->
        [none] nobody stands in
       *[other] { $substitute } stands in
    }.
leave-cancelled = Called off; you are on duty as usual.
leave-told =
    { $officer } is off duty{ $ends ->
        [none] { "" }
       *[other] { " " }(until { $ends })
    }; { $substitute ->
        [none] nobody stands in
       *[other] { $substitute } stands in
    }.
leave-stands =
    { $officer } is off duty{ $ends ->
        [none] { "" }
       *[other] { " " }(until { $ends })
    }; you stand in: new cases come to you first.
leave-over = Welcome back! New cases come to you again.
leave-relieved = { $officer } is back; you need not stand in any more. Thank you!
leave-what-gone = What left your hands meanwhile:
leave-what-held = What is in your hands:
leave-case = · #{ $number } { $category } · { $status } · { $owner }
leave-back = I am back
leave-call-off = Call it off

command-desk = the desk: what waits for the committee
command-tasks = what is in my hands
command-leave = off duty, on leave
command-history = the record of anything numbered: /history number

alarm-vacant = nobody holds the post: a case waits { $what }
alarm-unheld = nobody who is not involved can take it; please fill a post soon { $what }

refusal-other-case = It cannot be merged into itself; write the number of another.
refusal-other-closed = #{ $number } is closed; nothing can be merged into it. Write the number of an open one, or /cancel.
refusal-no-reviewer = Nobody of supervision can review it now. You can turn to the street office or township, or call 12345.
refusal-day = That is no day I understand, or not one that fits. Write month and day, for example 3-5, within a year.
refusal-away = You are noted as off duty in that time already. See /leave, or call that off first.
refusal-often = At most { $count } messages an hour are carried; please wait a little. In an emergency call 110, 119, 120.
refusal-talk-private = Please tap this in our private chat.

### The watch list

watch-button = Watched ({ $count })
watch-heading = <b>Watched</b>: { $count } not settled, the oldest first
watch-none = Nothing is watched any more.
watch-line =
    <b>#{ $number }</b> { $category } · { $place } · { $status }
    With { $owner } now; last moved { $moved }
    Next: { $next }
watch-open = #{ $number } Open the worksheet
watch-desk = #{ $number } See to it at the desk
watch-more = Later ones ›
watch-show = See what is watched
watch-week = Watched: { $count } not settled, the oldest is #{ $number }, reported { $at }.
watch-next-submitted = the committee takes it up
watch-next-needs-info = the reporter adds to it
watch-next-accepted = give it to somebody
watch-next-dispatched = be accepted; else the next is asked
watch-next-in-progress = finish it and say how
watch-next-escalated = give it to somebody who can
watch-next-done-reported = the reporter says whether it is solved
watch-next-reopened = dispatch it once more
watch-next-contested = answer in words, or dispatch once more
watch-next-answer-proposed = supervision countersigns the answer
watch-next-decline-proposed = supervision countersigns the refusal
watch-next-under-review = supervision reviews it
