### The desk of supervision: what it sees, whom it reminds, its opinions and the replies

command-supervise = supervision: what is late, sent back, objected to

refusal-no-measure = There is no such reminder or opinion. Please check the number.
refusal-supervise-reminded = This was reminded of once today. If nothing moves until tomorrow, remind again or give an opinion.
refusal-supervise-over = This is over: there is nobody to remind. If something is to be said, give an opinion.
refusal-supervise-private = There is a phone, an ID number or a door number in it, and everybody would read it. Please go back one step and take it out.

## The desk

supervise =
    <b>The desk of supervision</b>
    Here you can read, remind and give an opinion. You can change nothing.
supervise-count-overdue = · late: { $count }
supervise-count-returned = · sent back and not handed in again: { $count }
supervise-count-objections = · objected to: { $count }
supervise-count-doubted = · said not to be carried out: { $count }
supervise-count-opinions =
    · opinions that wait for a reply: { $waiting }{ $count ->
        [0] { "" }
       *[other] , <b>{ $count } of them past the day</b>
    }
supervise-list-overdue = Late
supervise-list-returned = Sent back
supervise-list-objections = Objections
supervise-list-doubted = Not carried out
supervise-list-opinions = Opinions
supervise-list-lapsed = What lapsed
supervise-list-audit = Audit
supervise-head-overdue =
    <b>Late</b>{ $count ->
        [0] : nothing.
       *[other] , the earliest day first. Tap one to remind or to give an opinion:
    }
supervise-head-returned =
    <b>Sent back</b>{ $count ->
        [0] : nothing.
       *[other] and not handed in again:
    }
supervise-head-objections =
    <b>Objections</b>{ $count ->
        [0] : none is waiting.
       *[other] that are not settled:
    }
supervise-head-doubted =
    <b>Residents say: not carried out</b>{ $count ->
        [0] : none.
       *[other] , most voices first. Tap one to remind, or to give an opinion:
    }
supervise-head-opinions =
    <b>Opinions</b>{ $count ->
        [0] : none was given yet.
       *[other] , those without their reply first:
    }
supervise-head-lapsed =
    <b>What lapsed</b>{ $count ->
        [0] : nothing.
       *[other] , newest first; supervision was told of each when it did:
    }
supervise-head-audit =
    <b>The audit</b>{ $count ->
        [0] : nothing more.
       *[other] , newest first; a word stands for each person, and that you read it is written down:
    }
supervise-point-overdue =
    · { $title }, { $day ->
        [none] late
       *[other] due { $day }
    }
supervise-point-returned =
    · { $title }{ $day ->
        [none] { "" }
       *[other] , sent back { $day }
    }
supervise-point-objections =
    · { $title }{ $count ->
        [0] { "" }
       *[other] , { $count } without an answer
    }
supervise-point-doubted = · { $title }, said by { $count }
supervise-point-opinions = · S{ $number }: { $title }, { $standing }
supervise-look = { $name }
supervise-number = S{ $number }
supervise-entry = { $id } · { $at } · { $done } · { $what } · { $who }
supervise-verb-absent-edition = due and not shown
supervise-verb-undisclosed = a result was not shown by its day
supervise-verb-unshown = a stage of a project was not shown by its day
supervise-verb-early-stage = a stage was to be reached before the one before it was shown
supervise-verb-unreported = progress was not reported by its day
supervise-verb-topic-overdue = a topic was not answered by its day
supervise-verb-resolution-late = a resolution was not carried out by its day
supervise-verb-missing-reply = an opinion was not answered by its day
supervise-verb-supervise-remind = supervision reminded
supervise-verb-give-opinion = gave an opinion
supervise-verb-answer-opinion = answered an opinion
supervise-verb-withdraw-opinion = withdrew an opinion
supervise-verb-adopt-item = put into the programme
supervise-verb-owe-edition = put into the calendar
supervise-verb-archive-edition = archived a disclosure
supervise-verb-read_trail = read the audit

## One matter

supervise-matter =
    <b>{ $title }</b>
    { $count ->
        [0] Supervision has said nothing about it yet.
       *[other] What supervision said:
    }
supervise-remind = Remind
supervise-opinion = Opinion
supervise-open = Open
supervise-return = Send back
supervise-toast-remind = Reminded
supervise-reminded = <b>Supervision reminds you</b> (S{ $number }): { $title } waits for your step. Please see to it.
supervise-line-reminder = · { $at } supervision reminded (S{ $number })
supervise-line-opinion =
    · { $at } opinion of supervision (S{ $number }): { $text }
    ↳ { $standing }{ $note ->
        [none] { "" }
       *[other] : { $note }
    }

## Opinions

measure-card =
    <b>Opinion of supervision</b> (S{ $number }): { $title }
    { $at }, { $who }: { $text }
    { $standing }{ $note ->
        [none] { "" }
       *[other] : { $note }
    }
measure-standing-told = no reply is needed
measure-standing-open = written reply due by { $due }
measure-standing-missing = written reply was due by { $due }, and there is none
measure-standing-answered =
    { $late ->
        [0] the committee replied in time
        [1] the committee replied one day late (due { $due })
       *[other] the committee replied { $late } days late (due { $due })
    }
measure-standing-withdrawn = withdrawn by supervision
measure-action-answer = Reply
measure-action-withdraw = Withdraw
measure-open = Open
measure-due = Today is the last day to reply to opinion S{ $number }: { $title }. After today its absence is told in the group.
measure-missing = ⚠️ <b>No reply to supervision</b>: opinion S{ $number } about “{ $title }” was to be answered in writing by { $due }, and is not. To read the opinion, send /history S{ $number }.
measure-told-answered =
    Opinion S{ $number } has its reply: { $title }
    { $standing }: { $note }
measure-told-withdrawn = Opinion S{ $number } is withdrawn: { $title }. Why: { $note }

form-give-opinion = <b>Opinion of supervision</b>: { $name }
form-give-opinion-text = Opinion: { $value }
form-give-opinion-days = Reply within: { $value }
ask-give-opinion-text = Say plainly what is wrong and what the committee should do. Everybody reads it: nothing about private people.
ask-give-opinion-days = Within how many days is a written reply due?
ask-give-opinion-submit = Give this opinion? If no reply comes in time, supervision is told and it is said in the group.
submit-give-opinion = Give it
talk-give-opinion-done = Done: the committee has it.
talk-give-opinion-cancelled = All right, it was not given.
talk-give-opinion-expired = This lay too long and is void. Please begin anew.
form-reply-opinion = <b>Reply to supervision</b>: { $name }
form-reply-opinion-text = Reply: { $value }
ask-reply-opinion-text = Write the reply: what was found, what changes, by which day. Everybody reads it: nothing about private people.
ask-reply-opinion-submit = Reply so? It cannot be changed afterwards.
submit-reply-opinion = Reply
talk-reply-opinion-done = Done: it is answered.
talk-reply-opinion-cancelled = All right, nothing was answered.
talk-reply-opinion-expired = This lay too long and is void. Please begin anew.
form-withdraw-opinion = <b>Withdraw an opinion</b>: { $name }
form-withdraw-opinion-text = Why: { $value }
ask-withdraw-opinion-text = Why is it withdrawn? One sentence; everybody reads it. The opinion itself stays readable.
ask-withdraw-opinion-submit = Withdraw this opinion?
submit-withdraw-opinion = Withdraw
talk-withdraw-opinion-done = Done: it is withdrawn.
talk-withdraw-opinion-cancelled = All right, it stands.
talk-withdraw-opinion-expired = This lay too long and is void. Please begin anew.
