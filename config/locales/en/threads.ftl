### Topics: rights, ideas, summaries, reminders, threads

command-idea = A bright idea for the neighbours
command-myrights = My four rights

refusal-summary-part = All four parts of the summary must be answered: for, against, on condition, objections not met yet. Where nobody said so, tap “nobody said this”.
refusal-summary-nobody =
    { $part ->
        [for] There are { $count } statements for
        [against] There are { $count } statements against
        [condition] There are { $count } statements on condition
       *[unresolved] { $count } objections of people directly affected are not met
    }: write that in. Cancel and tap “summarise” anew; what was said without a name can be read at noon or at eight.
refusal-topic-unweighed = Before a matter is closed without a talk, three questions must be answered: public interest? a vital difficulty? a dispute? Tap the button on the card once more.

## Ideas

topic-by-idea =
    💡 A bright idea by { $name ->
        [none] a verified resident (name not shown)
       *[other] { $name }
    }
form-idea = <b>💡 A bright idea</b> (it goes to the residents’ group, where neighbours can second it; with enough households the committee must answer)
form-idea-text = Idea: { $value }
form-idea-name = Name: { $value }
ask-idea-text = What is your idea? Write it in a sentence or two, without anybody’s name, phone or door number.
ask-idea-name = Shall the group see your name?
ask-idea-submit =
    { $waits ->
        [none] Is this right? “Submit” sends it to the group; your household is the first that seconds it.
       *[other] Is this right? After “Submit” it waits: { -why-later } it goes to the group on { $waits }. Your household is the first that seconds it.
    }
choice-idea-name-hidden = Do not show my name
choice-idea-name-open = Show my name
talk-idea-done = Your idea is in. Thank you.
talk-idea-cancelled = Nothing was sent.
talk-idea-expired = It lay too long; nothing was sent. Send /idea to begin again.

## Closed without a talk; the steps

topic-undeliberated =
    ⚠️ This was closed without being talked over. { $names ->
        [none] The committee holds that none of the three boxes applies.
       *[other] It meets the boxes for what must be talked over: { $names }.
    } Whoever closed it gave this reason:
topic-history-button = The steps
topic-history = <b>Topic { $number }</b> { $title }: the steps
topic-passage =
    { $at } <b>{ $action }</b>{ $who ->
        [none] { "" }
       *[other] { " " }({ $who })
    }{ $note ->
        [none] { "" }
       *[other] : { $note }
    }
form-step-topic-interest = Public interest: { $value }
form-step-topic-difficulty = Vital difficulty: { $value }
form-step-topic-conflict = Dispute: { $value }
ask-step-topic-interest = Before it is closed without a talk, three questions. Does this concern the public interest?
ask-step-topic-difficulty = Is it a vital difficulty of residents?
ask-step-topic-conflict = Is there a dispute?
choice-step-topic-interest-yes = Yes
choice-step-topic-interest-no = No
choice-step-topic-difficulty-yes = Yes
choice-step-topic-difficulty-no = No
choice-step-topic-conflict-yes = Yes
choice-step-topic-conflict-no = No

## The summary

topic-nobody = nobody said this
topic-summary-for = • For: { $text }
topic-summary-against = • Against: { $text }
topic-summary-condition = • On condition: { $text }
topic-summary-unresolved = • Objections not met: { $text }
form-summary = <b>Topic { $number } · summary</b> (all four parts; everybody reads it)
form-summary-for = For: { $value }
form-summary-against = Against: { $value }
form-summary-condition = On condition: { $value }
form-summary-unresolved = Objections not met: { $value }
ask-summary-for = What did those in favour say?
ask-summary-against = What did those against say?
ask-summary-condition = On which conditions do people agree?
ask-summary-unresolved = Which objections of people directly affected are not met?
ask-summary-submit =
    Is this right? { $waits ->
        [none] It goes to the group.
       *[other] It waits: { -why-later } it goes to the group on { $waits }.
    }
choice-summary-for-nobody = Nobody said this
choice-summary-against-nobody = Nobody said this
choice-summary-condition-nobody = Nobody said this
choice-summary-unresolved-nobody = No objection is left
talk-summary-done = The summary is written.
talk-summary-cancelled = Nothing was written.
talk-summary-expired = It lay too long; nothing was written.

## Wording

wording-hints = <i>Only a hint; it is for you to decide:</i>
wording-leading = • “{ $said }” leads people to an answer; it could be left out.
wording-double =
    • This seems to ask two things at once{ $said ->
        [none] { "" }
       *[other] { " " }(“{ $said }”)
    }; better ask one.
wording-jargon = • Not everybody knows “{ $said }”; “{ $instead }” says the same.
wording-long = • This sentence is long; it could be taken apart: “{ $said }”

## Four rights

my-rights =
    <b>You have four rights</b>
    1. <b>To know</b>: all matters, their material, their steps and who acts. /topics lists them, <code>/topic NUMBER</code> shows one.
    2. <b>To take part</b>: propose (/propose), bring an idea (/idea), second, come to meetings (/meetings); whoever is on the roll votes, and may change the vote until the close.
    3. <b>To speak</b>: while a matter is talked over tap “I want to speak”: for, against, on condition, or with a question; without your name if you wish.
    4. <b>To supervise</b>: question a result (/ballot, /resolutions), say whether it was done, turn to the supervision committee or call 12345.
    What you may do in one matter now: <code>/myrights NUMBER</code>
my-rights-button = What I may do now
my-rights-in =
    <b>Your four rights in topic { $number }</b> · { $status }
    { $title }
my-rights-know = 1. <b>To know</b>: { $told }
my-rights-take-part = 2. <b>To take part</b>: { $told }
my-rights-speak = 3. <b>To speak</b>: { $told }
my-rights-supervise = 4. <b>To supervise</b>: { $told }
my-rights-more = If you disagree with how it is done, turn to the supervision committee at any time, or call 12345.
my-rights-way-open = You may read all the material.
my-rights-way-read = You may read every statement.
my-rights-way-steps = You may read each step: who took it, and why.
my-rights-way-second = You may second it now, once a household.
my-rights-way-seconded = Your household has seconded it.
my-rights-way-speak = You may speak now: for, against, on condition, or with a question; without your name if you wish.
my-rights-way-vote = You may vote now and change it until the close; the last vote counts.
my-rights-way-contest = You may contest the result of the ballot.
my-rights-way-object = You may object to the resolution.
my-rights-way-verify = For this you must be registered and met by your { $grid_worker }: send me /join in private.
my-rights-way-off-roll = A ballot is held, and you are not on its roll. If that is wrong, ask the committee or the supervision committee to check.
my-rights-way-not-yet = Not yet; everybody will be told when it is time.
my-rights-way-over = This step is over.
my-rights-do-open = The material
my-rights-do-read = All statements
my-rights-do-steps = The steps
my-rights-do-second = Second it
my-rights-do-speak = I want to speak
my-rights-do-vote = Vote or change my vote
my-rights-do-contest = Contest the result
my-rights-do-object = Object to the resolution

## Threads

topic-thread = Topic { $number } · { $title }

## Reminders

topic-reminder = 🔔 <b>Topic { $number }</b> { $title }: from { $at } it may be summed up. Whoever has not spoken yet, can.
ballot-reminder = 🔔 <b>Ballot { $number }</b> { $question }: it closes { $at }. Vote if you have not; if you have, you may still change it.
ballot-reminder-own = 🔔 You asked to be reminded: <b>ballot { $number }</b> { $question } closes { $at }, and your vote is missing.
ballot-remind = 🔔 Remind me before it closes
ballot-remind-no = 🔕 Do not remind me

## The roundup of a day

topic-roundup = 🗒 <b>Topic { $number } · today’s roundup</b> { $title }
topic-roundup-said =
    { $first ->
        [1] Statements up to this morning: { $count } (no. { $first } to { $last })
       *[other] New statements since the last roundup: { $count } (no. { $first } to { $last })
    }
    { $for } for, { $against } against, { $condition } on condition, questions: { $question }
    { $replies ->
        [0] No new answers of the committee
       *[other] Answers of the committee: { $replies }
    }
topic-roundup-how = Not spoken yet, or something to add? Tap “Speak”.
