### Topics: proposal, review, discussion

command-topics = What is being talked over
command-topic = How a topic stands: /topic NUMBER
command-propose = Propose something to be talked over
topic-words-new = new

refusal-no-topic = There is no such topic. Please check the number, or send /topics.
refusal-topic-number = Please add the number, for example: /topic 3. The committee opens one by /topic new.
refusal-topic-verified = Only residents who have been verified can do this. Send me /join in private, and come back once you are.
refusal-topic-waiting = Two of your proposals wait for an answer. Please wait for it first.
refusal-topic-seconding = This was answered already; seconding is over.
refusal-topic-criteria = Choose one at least: public interest, a vital difficulty, or a dispute. If it is none of these, please use /report.
refusal-statement-long = At most { $count } characters, please. A statement can be made in two.
refusal-statement-answered = This one was answered already, or is not shown yet.

## The card

topic-number = T{ $number }
topic-heading = <b>Topic { $number } / T{ $number }</b> · { $status }
topic-title = <b>{ $title }</b>
topic-from-cases = { $place }: { $category } (reports: { $count })
topic-by-resident = Proposed by a verified resident
topic-by-committee = Brought by { $who }
topic-cases = Grown from reports ({ $count }): { $numbers }
topic-criteria = Why it must be talked over: { $names }
topic-criterion-public-interest = public interest
topic-criterion-vital-difficulty = a vital difficulty
topic-criterion-dispute = a dispute
topic-seconds = Households that second it: { $count } (at { $most } the committee must answer)
topic-study-none = Party organisation's study: not recorded yet
topic-study = Party organisation's study: { $day }, { $conclusion }
topic-overdue = ⚠️ <b>Overdue, not answered</b>: the committee had { $days } days to answer and has not.
topic-answered =
    { $action }: { $note }{ $who ->
        [none] { "" }
       *[other] { " " }({ $who })
    }
topic-summary = <b>Summary</b>: { $text }
topic-element = { $name }: { $value }
topic-label-participants = Who takes part
topic-label-question = The question
topic-label-form = Form
topic-label-timetable = Timetable
topic-label-use = What the result is for, who carries it out
topic-counts = Statements: { $for } for, { $against } against, { $condition } on condition
topic-questions =
    Questions: { $count }, { $open ->
        [0] all answered
       *[other] { $open } not answered yet
    }
topic-needs-talk = Before a ballot: { $count } people at least have spoken (now { $had }), and not before { $at }; or one meeting was held (now { $meetings })
topic-needs-summary =
    Before a ballot: a summary { $there ->
        [yes] (written)
       *[no] (not yet)
    }
topic-needs-consultation =
    Before a ballot: a survey, a notice or a hearing { $there ->
        [yes] (held)
       *[no] (not yet)
    }
topic-objections = <b>Objections of people directly affected, not met yet: { $count }</b>
topic-objection = { $count }. { $text }
topic-objection-was-met = The objection “{ $text }” was met so: { $met }
topic-voice = (a voice message)
topic-review = <b>Review</b> (read by the committee and supervision only)
topic-open-question = not answered yet
topic-check-in-scope =
    Within self-government: { $answer ->
        [yes] yes
        [no] no
       *[none] not answered yet
    }
topic-check-lawful =
    Lawful: { $answer ->
        [yes] yes
        [no] no
       *[none] not answered yet
    }
topic-check-already-decided =
    Decided before: { $answer ->
        [yes] yes
        [no] no
       *[none] not answered yet
    }
topic-check-personal-data =
    Touches personal data: { $answer ->
        [yes] yes
        [no] no
       *[none] not answered yet
    }
topic-check-level = Who decides: { $answer }
topic-check-affected = Who is affected: { $answer }
topic-check-money = Where the money comes from: { $answer }

topic-status-proposed = waits for seconds
topic-status-pre-review = under review
topic-status-returned = returned for changes
topic-status-rejected = not admitted
topic-status-redirected = sent elsewhere
topic-status-admitted = admitted
topic-status-noticed = made known
topic-status-discussion = under discussion
topic-status-summary = summed up
topic-status-polling = in a ballot
topic-status-consensus = agreed
topic-status-no-consensus = no consensus
topic-status-invalid = ballot invalid
topic-status-referred = referred upwards
topic-status-directed = answered from above
topic-status-await-meeting = waits for the meeting
topic-status-meeting-passed = passed by the meeting, to be checked
topic-status-meeting-failed = not passed by the meeting
topic-status-resolving = being put into a resolution
topic-status-resolved = resolved
topic-status-evaluated = evaluated
topic-status-archived = archived

topic-next-proposed = Next: neighbours second it; with enough households the committee must answer.
topic-next-pre-review = Next: the committee admits, returns, rejects or redirects it, each with a reason.
topic-next-returned = Next: the proposer mends it and hands it in again.
topic-next-rejected = It ends here. If you disagree, turn to the supervision committee, or call 12345.
topic-next-redirected = It ends here; please go where it says above.
topic-next-admitted = Next: it is made known once all five points are said; it waits its turn where many are open.
topic-next-noticed = Next: it is made known first, then talked over.
topic-next-discussion = Everybody may speak: press “Speak”, for, against, on condition, or with a question. Talk first, a ballot second.
topic-next-summary = Next: a ballot, or agreement where nobody objects; with something new, more talk.
topic-next-polling = Next: the result of the ballot.
topic-next-consensus = Next: a resolution that says who does it, for how much, until when.
topic-next-no-consensus = Next: another round of talk, or it is referred upwards.
topic-next-invalid = Next: more talk, or it is archived with a reason.
topic-next-referred = Next: the answer from above, which will stand here.
topic-next-directed = Next: by that answer more talk, a resolution, or the archive.
topic-next-await-meeting = Next: the meeting decides by law; here only its minutes are recorded.
topic-next-meeting-passed = Next: supervision checks the minutes.
topic-next-meeting-failed = Next: more talk, or it is archived with a reason.
topic-next-resolving = Next: the resolution is published.
topic-next-resolved = Next: it is carried out; at the end all are asked whether it was done.
topic-next-evaluated = Next: the archive.
topic-next-archived = This is over.

topic-action-review = Begin the review
topic-action-overdue = Overdue, not answered
topic-action-admit = Admit
topic-action-return = Return for changes
topic-action-reject = Reject
topic-action-redirect = Redirect
topic-action-resubmit = Hand in again
topic-action-notice = Make it known
topic-action-discuss = Begin the talk
topic-action-summarise = Sum up
topic-action-resume = Talk on
topic-action-poll = Go to a ballot
topic-action-agree = Record agreement
topic-action-carry = Carried
topic-action-fail = Not carried
topic-action-lack = Invalid
topic-action-retry = Another round
topic-action-refer = Refer upwards
topic-action-direct = Record the answer
topic-action-await = Hand to the meeting
topic-action-pass = Passed by the meeting
topic-action-miss = Not passed by the meeting
topic-action-check = Minutes are right
topic-action-doubt = I have doubts
topic-action-resolve = Write the resolution
topic-action-conclude = In force
topic-action-evaluate = Evaluated
topic-action-archive = Archive

topic-second =
    Second it{ $count ->
        [0] { "" }
       *[other] { " " }({ $count })
    }
topic-speak = Speak
topic-open = See the topic
topic-check = Review checklist
topic-elements = Five points
topic-study-button = Record the party's study
topic-meet = Objection { $count }: how it was met
topic-ballot = Ballot
topic-enter = Speak for somebody
topic-said-button = All statements
topic-withdraw = Take back my objection
topic-answer = Answer no. { $count }
topic-toast-second = Seconded, thank you
topic-toast-again = Your household seconded it already
topic-toast-lacking = No ballot yet: see what is missing

## Statements

topic-statement =
    <b>No. { $number } · { $stance }</b>{ $affected ->
        [yes] { " " }(directly affected)
       *[no] { "" }
    }
    { $by ->
        [none] { $name ->
            [none] A neighbour (name not shown)
           *[other] { $name }
        }{ $office ->
            [none] { "" }
           *[other] { " " }({ $office })
        }
       *[other] A resident without a phone, entered by { $by }
    }: { $text }
topic-statement-reply = ↳ The committee: { $text }
topic-reply = <b>T{ $number } · answer to no. { $count }</b> ({ $stance }: { $said })
    { $by }: { $text }
topic-replied =
    <b>T{ $number }</b> { $title }
    Your statement no. { $count } was answered ({ $stance }: { $said })
    { $by }: { $text }
topic-replied-hidden =
    <b>T{ $number }</b> { $title }
    There is a new answer; tap below to read it.
topic-said-whole = What was too long is cut. For all of it send me <code>/topic { $number }</code> in private, then tap “All statements”.
topic-said-older = { $count } older
topic-said = <b>Statements on T{ $number }</b> ({ $count })

## Lists

topics =
    <b>What is being talked over</b> ({ $others ->
        [0] { $running } open in the whole community, at most { $most } at once
       *[other] made known, talked over, summed up or voted on: { $running } in the whole community, at most { $most } at once; the others do not count
    })
topics-none = Nothing is being talked over now.
topics-how = See one: <code>/topic NUMBER</code>; propose one: send me <code>/propose WHAT</code> in private
topics-line = <b>T{ $number }</b> · { $status } · { $title }
topic-lacking = <b>T{ $number }</b> { $title }: talk first, a ballot second. No ballot yet, because:
topic-lacks-discussion =
    • It was not talked over enough: { $days } days and statements by { $count } people (now { $had }), or one recorded meeting of { $heads } people at least. Whatever one officer entered for others counts as one, once { $own } people have spoken for themselves. { $from ->
        [none] The talk has not begun.
       *[other] The talk began { $from }.
    }
topic-lacks-summary = • There is no summary of what speaks for it, against it, and on which conditions.
topic-lacks-consultation = • This is vital to everybody: a survey, a notice or a hearing must be held.

## Who is told

topic-told-resident-overdue = <b>T{ $number }</b> { $title }: the committee is past its time and has not answered; supervision knows.
topic-told-resident-admit = <b>T{ $number }</b> { $title }: admitted. Reason: { $note }
topic-told-resident-return = <b>T{ $number }</b> { $title }: please change it and hand it in again. Reason: { $note }
topic-told-resident-reject = <b>T{ $number }</b> { $title }: not admitted. Reason: { $note } If you disagree, turn to the supervision committee, or call 12345.
topic-told-resident-redirect = <b>T{ $number }</b> { $title }: this is not settled here. { $note }
topic-told-resident-notice = <b>T{ $number }</b> { $title }: made known.
topic-told-resident-discuss = <b>T{ $number }</b> { $title }: the talk begins now; press “Speak”.
topic-told-resident-summarise = <b>T{ $number }</b> { $title }: the summary: { $note }
topic-told-resident-resume = <b>T{ $number }</b> { $title }: the talk goes on. { $note }
topic-told-resident-poll = <b>T{ $number }</b> { $title }: talked over enough; it goes to a ballot.
topic-told-resident-agree = <b>T{ $number }</b> { $title }: nobody objects any more; agreed.
topic-told-resident-carry = <b>T{ $number }</b> { $title }: carried.
topic-told-resident-fail = <b>T{ $number }</b> { $title }: no consensus.
topic-told-resident-lack = <b>T{ $number }</b> { $title }: this ballot does not count.
topic-told-resident-retry = <b>T{ $number }</b> { $title }: another round of talk. { $note }
topic-told-resident-refer = <b>T{ $number }</b> { $title }: referred upwards. { $note }
topic-told-resident-direct = <b>T{ $number }</b> { $title }: the answer from above: { $note }
topic-told-resident-miss = <b>T{ $number }</b> { $title }: the meeting did not pass it. { $note }
topic-told-resident-conclude = <b>T{ $number }</b> { $title }: the resolution is in force.
topic-told-resident-evaluate = <b>T{ $number }</b> { $title }: evaluated.
topic-told-resident-archive = <b>T{ $number }</b> { $title }: archived. { $note }
topic-told-supervision-overdue = <b>T{ $number }</b> { $title }: the committee is past its time and has not answered the proposer.
topic-told-supervision-reject = <b>T{ $number }</b> { $title }: { $by } rejected it. Reason: { $note }
topic-told-supervision-redirect = <b>T{ $number }</b> { $title }: { $by } sent it elsewhere. { $note }
topic-told-supervision-poll = <b>T{ $number }</b> { $title }: it goes to a ballot.
topic-told-supervision-agree = <b>T{ $number }</b> { $title }: { $by } recorded agreement.
topic-told-supervision-carry = <b>T{ $number }</b> { $title }: carried.
topic-told-supervision-fail = <b>T{ $number }</b> { $title }: no consensus.
topic-told-supervision-lack = <b>T{ $number }</b> { $title }: this ballot does not count.
topic-told-supervision-refer = <b>T{ $number }</b> { $title }: { $by } referred it upwards. { $note }
topic-told-supervision-direct = <b>T{ $number }</b> { $title }: { $by } recorded the answer from above: { $note }
topic-told-supervision-pass = <b>T{ $number }</b> { $title }: { $by } recorded that the meeting passed it; please check the minutes.
topic-told-supervision-miss = <b>T{ $number }</b> { $title }: { $by } recorded that the meeting did not pass it. { $note }
topic-told-supervision-conclude = <b>T{ $number }</b> { $title }: the resolution is in force.
topic-told-supervision-evaluate = <b>T{ $number }</b> { $title }: evaluated.
topic-told-supervision-archive = <b>T{ $number }</b> { $title }: { $by } archived it. { $note }
topic-told-committee-overdue = <b>T{ $number }</b> { $title }: the time to answer is past; supervision and the proposer know. Please answer soon.
topic-told-committee-resubmit = <b>T{ $number }</b> was mended and handed in again: { $title }
topic-told-committee-check = <b>T{ $number }</b> { $title }: supervision found the minutes right; please write the resolution.
topic-told-committee-doubt = <b>T{ $number }</b> { $title }: supervision doubts the minutes: { $note }
topic-objection-met = <b>T{ $number }</b> { $title }: the committee says that your objection was met so: { $note } If you think it was not, press “Speak” and say so again.

## Filling in

form-propose =
    { $reaches ->
        [near] <b>Propose something to the neighbours around you</b> (it goes to those who live there alone, without your name)
       *[all] <b>Propose something to be talked over</b> (it goes to the residents' group, without your name)
    }
form-propose-text = To talk over: { $value }
ask-propose-text = What should be talked over? Say it in a sentence or two, without anybody's name, phone or door.
ask-propose-submit =
    { $reaches ->
        [near] { $waits ->
            [none] Right? “Submit” sends it to the neighbours who live there; your household is the first to second it.
           *[other] Right? After “Submit” it waits: { -why-later } it goes to the neighbours who live there on { $waits }. Your household is the first to second it.
        }
       *[all] { $waits ->
            [none] Right? “Submit” puts it into the group; your household is the first to second it.
           *[other] Right? After “Submit” it waits: { -why-later } it goes to the group on { $waits }. Your household is the first to second it.
        }
    }
talk-propose-done = Proposed.
-why-later = nobody is disturbed by night, and a day has only so many messages;
sent-later = It waits: { -why-later } it goes to the group on { $at }, with the other messages.
talk-propose-cancelled = Nothing was proposed.
talk-propose-expired = It lay too long; nothing was proposed. To propose it, send /propose again.

form-lay-topic = <b>A new topic</b>
form-lay-topic-interest = Public interest: { $value }
form-lay-topic-difficulty = Vital difficulty: { $value }
form-lay-topic-conflict = Dispute: { $value }
form-lay-topic-entry = Catalogue: { $value }
form-lay-topic-text = About: { $value }
ask-lay-topic-interest = Does it touch the public interest?
ask-lay-topic-difficulty = Is it a vital difficulty of residents?
ask-lay-topic-conflict = Is there a dispute?
ask-lay-topic-entry = Which entry of the catalogue is it?
ask-lay-topic-text = What is to be talked over? Say it in a sentence or two.
ask-lay-topic-submit = Right? It goes into review; the group sees nothing before it is admitted and made known.
choice-lay-topic-interest-yes = Yes
choice-lay-topic-interest-no = No
choice-lay-topic-difficulty-yes = Yes
choice-lay-topic-difficulty-no = No
choice-lay-topic-conflict-yes = Yes
choice-lay-topic-conflict-no = No
choice-lay-topic-entry-other = None of these
talk-lay-topic-done = Brought; it is under review.
talk-lay-topic-cancelled = Nothing was brought.
talk-lay-topic-expired = It lay too long; nothing was brought.

form-prereview = <b>T{ $number }: review checklist</b>
form-prereview-interest = Public interest: { $value }
form-prereview-difficulty = Vital difficulty: { $value }
form-prereview-conflict = Dispute: { $value }
form-prereview-entry = Catalogue: { $value }
form-prereview-in_scope = Within self-government: { $value }
form-prereview-lawful = Lawful: { $value }
form-prereview-already_decided = Decided before: { $value }
form-prereview-level = Who decides: { $value }
form-prereview-major = Major matter: { $value }
form-prereview-vital = Vital to residents: { $value }
form-prereview-affected = Who is affected: { $value }
form-prereview-money = Money: { $value }
form-prereview-personal_data = Personal data: { $value }
ask-prereview-interest = Does it touch the public interest?
ask-prereview-difficulty = Is it a vital difficulty of residents?
ask-prereview-conflict = Is there a dispute?
ask-prereview-entry = Which entry of the catalogue is it?
ask-prereview-in_scope = Is it within self-government?
ask-prereview-lawful = Is it lawful?
ask-prereview-already_decided = Was it decided before?
ask-prereview-level = Who must decide it by law?
ask-prereview-major = Is it a major matter that the party organisation studies first?
ask-prereview-vital = Is it so vital that a survey, a notice or a hearing is needed?
ask-prereview-affected = Who is affected? One line, for example: all households of building 3.
ask-prereview-money = Where does the money come from? If it costs nothing, say so.
ask-prereview-personal_data = Would the talk touch anybody's personal data?
ask-prereview-submit = Right? Then press “Admit”, “Return for changes”, “Reject” or “Redirect”, each with a reason.
choice-prereview-interest-yes = Yes
choice-prereview-interest-no = No
choice-prereview-difficulty-yes = Yes
choice-prereview-difficulty-no = No
choice-prereview-conflict-yes = Yes
choice-prereview-conflict-no = No
choice-prereview-entry-other = None of these
choice-prereview-in_scope-yes = Yes
choice-prereview-in_scope-no = No
choice-prereview-lawful-yes = Yes
choice-prereview-lawful-no = No
choice-prereview-already_decided-yes = Yes
choice-prereview-already_decided-no = No
choice-prereview-level-meeting = The meeting
choice-prereview-level-delegated = Here, as the meeting allowed
choice-prereview-level-other = Agreement is enough
choice-prereview-major-yes = Yes
choice-prereview-major-no = No
choice-prereview-vital-yes = Yes
choice-prereview-vital-no = No
choice-prereview-personal_data-yes = Yes
choice-prereview-personal_data-no = No
talk-prereview-done = The checklist is recorded.
talk-prereview-cancelled = Nothing was recorded.
talk-prereview-expired = It lay too long; nothing was recorded.

form-elements = <b>T{ $number }: five points</b> (all are needed before it is made known)
form-elements-participants = Who takes part: { $value }
form-elements-question = The question: { $value }
form-elements-form = Form: { $value }
form-elements-timetable = Timetable: { $value }
form-elements-use = What the result is for: { $value }
ask-elements-participants = Who takes part? One line, for example: all of building 3 and the property company.
ask-elements-question = What is the question, and which material is there? Write it, or take the words of the proposal.
ask-elements-form = In which form?
ask-elements-timetable = What is the timetable? For example: statements from 2 to 9 March, the summary on the 10th.
ask-elements-use = What is the result for, and who carries it out?
ask-elements-submit = Right? Where too many are open, admitted topics wait their turn by themselves.
choice-elements-question-as-proposed = As proposed
choice-elements-form-online = Online
choice-elements-form-offline = Face to face
choice-elements-form-mixed = Both
talk-elements-done = The five points are recorded.
talk-elements-cancelled = Nothing was recorded.
talk-elements-expired = It lay too long; nothing was recorded.

form-study = <b>T{ $number }: the party organisation's study</b> (date and conclusion only)
form-study-day = Date: { $value }
form-study-conclusion = Conclusion: { $value }
ask-study-day = On which day? Month and day, for example 3-1.
ask-study-conclusion = What did it conclude?
ask-study-submit = Right? Only “agreed” lets it be made known.
choice-study-day-today = Today
choice-study-conclusion-agree = agreed
choice-study-conclusion-adjust = to be adjusted
choice-study-conclusion-postpone = postponed
talk-study-done = Recorded.
talk-study-cancelled = Nothing was recorded.
talk-study-expired = It lay too long; nothing was recorded.

form-step-topic = <b>T{ $number } · { $name }</b>
form-step-topic-note = Written: { $value }
form-step-topic-proof = Written: { $value }
ask-step-topic-note =
    { $action ->
        [resubmit] Please write it as it should read now.
        [direct] Please write the answer from above.
        [redirect] Please write where this belongs, and why.
       *[other] Please write the reason; everybody can read it.
    }
ask-step-topic-proof = Where are the minutes? One line, for example: minutes of the residents' representatives, 10 March, kept by the committee.
talk-step-topic-done = Done.
talk-step-topic-cancelled = Nothing was done.
talk-step-topic-expired = It lay too long; nothing was done.

form-speak =
    <b>T{ $number } · { $for ->
        [yes] Speak for somebody without a phone
       *[no] Speak
    }</b>
form-speak-stance = Stance: { $value }
form-speak-affected = Directly affected: { $value }
form-speak-text = Words: { $value }
form-speak-name = Name: { $value }
ask-speak-stance = Is it for, against, on condition, or a question?
ask-speak-affected =
    Is { $for ->
        [yes] that household
       *[no] your household
    } directly affected? While such an objection is not met, nothing counts as agreed.
ask-speak-text = What is to be said? Write it, or send a voice message (a voice goes to the group with the name).
ask-speak-name =
    { $group ->
        [no] Shall your neighbours read your name? Without it, statements are put there shuffled and together, at noon or at 8 in the evening.
       *[yes] Shall the group read your name? Without it, statements are shown shuffled and together, at noon or at 8 in the evening.
    }
ask-speak-submit =
    { $group ->
        [no] Right? Whoever lives here has no group of their own: after “Submit” all of them can read it under “All statements”.
       *[yes] Right? { $name ->
            [hidden] “Submit” puts it into the next batch; the group does not see who said it. A batch that falls into the night, or on a day whose messages are spent, goes in the morning.
           *[other] { $waits ->
                [none] “Submit” puts it into the group.
               *[other] After “Submit” it waits: { -why-later } it goes to the group on { $waits }.
            }
        }
    }
choice-speak-stance-for = For
choice-speak-stance-against = Against
choice-speak-stance-condition = On condition
choice-speak-stance-question = A question
choice-speak-affected-yes = Directly affected
choice-speak-affected-no = Not directly
choice-speak-name-open = Show my name
choice-speak-name-hidden = Hide my name
talk-speak-done = Said, thank you.
sent-nowhere = Whoever lives here has no group of their own; all of them can read it under “All statements”, what has no name from noon or 8 in the evening on.
sent-said =
    { $waits ->
        [none] A statement with its name is in the group now;
       *[other] Nobody is disturbed by night, and a day has only so many messages: a statement with its name goes to the group on { $waits };
    } those without are shown shuffled and together, at noon or at 8 in the evening, or in the morning where the day’s messages are spent by then.
talk-speak-cancelled = Nothing was said.
talk-speak-expired = It lay too long; nothing was sent.

form-answer-statement = <b>T{ $number } · answer to no. { $count }</b>
form-answer-statement-text = Answer: { $value }
ask-answer-statement-text = Please write the answer.
ask-answer-statement-submit =
    { $group ->
        [no] Right? All who live there can read it under “All statements”. Each statement is answered once.
       *[yes] Right? { $waits ->
            [none] It goes to the group.
           *[other] It waits: { -why-later } it goes to the group on { $waits }.
        } Each statement is answered once.
    }
talk-answer-statement-done = Answered.
talk-answer-statement-cancelled = Nothing was answered.
talk-answer-statement-expired = It lay too long; nothing was answered.

form-meet-objection =
    <b>T{ $number } · how an objection was met</b>
    Objection: { $said }
form-meet-objection-text = Met by: { $value }
ask-meet-objection-text = Please write how it was met: what was changed, and what its author said to it.
ask-meet-objection-submit = Right? Everybody will read it, and whoever objected is told.
talk-meet-objection-done = Recorded.
talk-meet-objection-cancelled = Nothing was recorded.
talk-meet-objection-expired = It lay too long; nothing was recorded.
