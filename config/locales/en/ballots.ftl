### Ballots: drafting, voting, entering, results

command-ballot = ballots: /ballot, or with a number
command-owner = say which account is which flat owner's
toast-voted =
    Written down: { $marks }{ $units ->
        [1] {""}
       *[other] {" "}(for { $units } ownerships)
    }. You may change it until the close.
toast-voted-anew =
    Changed to: { $marks }{ $units ->
        [1] {""}
       *[other] {" "}(for { $units } ownerships)
    }. You may change it again until the close.

refusal-vote-elsewhere = This card is not in the group where it belongs, so a press here does not count. Please go back to the community's group, or send /ballot in private.
refusal-vote-nameless = Anonymous administrators and channels cannot vote: nobody answers for such a vote. Please press from your own account.
refusal-vote-moved = You are not registered in this household now, so you cannot vote this time. The roll was fixed when voting began; if that is wrong, please tell the committee.
refusal-vote-overtaken = This press changed nothing: a later choice already stands, and it counts. To see or change it, send /ballot in private.
refusal-vote-most = At most { $most } may be marked. Please take one back first, then mark another.
refusal-vote-place = I could not tell which household. Please write building and door, for example: building 3, 2-301
refusal-vote-unlisted = This household is not on the roll. The roll was fixed when voting began; if that is wrong, please tell the committee.
refusal-ballot-options = Please write 2 to { $most } options, one a line, none twice, each of at most { $longest } characters.
refusal-ballot-costs = Please write after each project what it costs, one a line, for example: benches 2000 yuan
refusal-ballot-money = I could not read the sum. Please write figures, for example: 30000 yuan
refusal-ballot-offline = Please write one person a line: building and door, a blank, then the name, for example: building 3, 2-301 Wang
refusal-ballot-roster = No register of owners was imported, so nobody knows who they are. Please import it first with linli roster import.
refusal-owner-nobody = This flat is not in the register, or nobody there is a verified resident yet. Please check the door, or ask them to send /join first.

## Cards

ballot-number = B{ $number }
ballot-heading = 🗳 <b>B{ $number }</b> · { $question }
ballot-opinion = <b>This asks for opinions. It decides nothing.</b>
ballot-no-election = A ballot among neighbours: it takes the place of no election and of no meeting under the law.
ballot-of-topic = Topic: T{ $number }
ballot-method-motion = How: for, against, or abstain
ballot-method-choice =
    How: { $most ->
        [1] mark one
       *[other] mark up to { $most }
    }
ballot-method-score = How: give each option points; the highest sum comes first
ballot-method-borda = How: rank the options; places are counted as points (Borda)
ballot-method-schulze = How: rank the options; they are compared in pairs (Schulze)
ballot-method-menu =
    How: each { $kind ->
        [person] person
        [household] household
       *[owner] owner
    } marks up to { $most }; the most wanted are done first, what the budget cannot pay is passed over
ballot-method-evaluation = How: one answer to each question
ballot-budget = Budget: { $sum } yuan
ballot-priced = · { $option }: { $sum } yuan
ballot-options = Options: { $options }
ballot-option-for = For
ballot-option-against = Against
ballot-option-abstain = Abstain
ballot-option-open = Was the procedure open?
ballot-option-heard = Were people heard?
ballot-option-done = Was it done?
ballot-answer-1 = no
ballot-answer-2 = partly
ballot-answer-3 = yes
ballot-marked = { $option }: { $mark }
ballot-blank = a blank paper
list-equal = =
ballot-scope-person =
    For: { $where ->
        [all] the whole community
       *[other] { $where }
    }, one vote a person{ $adults ->
        [yes] {" "}(18 or older)
       *[no] {""}
    }
ballot-scope-household =
    For: { $where ->
        [all] the whole community
       *[other] { $where }
    }, one vote a household{ $adults ->
        [yes] {" "}(cast by somebody of 18 or older)
       *[no] {""}
    }
ballot-scope-owner =
    For: { $where ->
        [all] the whole community
       *[other] { $where }
    }, flat owners; several flats of one owner are one head, joint owners are one head
ballot-source =
    Counted by: { $sure ->
        [own] numbers that the community set itself; no law gives any
        [read] { $law } ({ $year }), article { $article }
       *[to-check] { $law } ({ $year }), article { $article }. The numbers were changed and cite nothing: check them against the law in force
    }
ballot-law-civil-code = Civil Code
ballot-law-villagers-committees = Organic Law of Villagers' Committees
ballot-law-residents-committees = Organic Law of Urban Residents' Committees
ballot-law-own-rules = the community's own rules
ballot-offline = On the roll without a phone: { $count }
ballot-carried = Led or carried out by: { $who }
ballot-opens = Opens: { $at }
ballot-closes = Closes: { $at }
ballot-turnout =
    Roll: { $roll } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    }; voted: { $there } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    }
ballot-needed =
    At least { $count } more { $kind ->
        [person] people
        [household] households
       *[owner] owners
    } must take part for a valid result
ballot-enough = Enough have taken part; you may vote until the close
ballot-hint = You may change your vote until the close; the last one counts. Nobody in the group sees who voted how.
ballot-contestable = Objections to the result: until { $at }
ballot-go = Vote
ballot-look = See the result, object
ballot-open = See the ballot
ballot-new =
    { $kind ->
        [survey] Draft a survey
        [evaluation] Draft an evaluation
       *[other] Draft a ballot
    } for T{ $number }
ballot-enter = Enter a vote for somebody
ballot-unopened-yet = Ballot { $number } has not opened.
ballot-not-on-roll = You are not on the roll of this ballot. If you think that is wrong, please tell the committee or supervision.
ballot-unit-person = You are on the roll: one vote
ballot-unit-household = You vote for the household: { $name }
ballot-unit-owner = Your ownership: { $name }
ballot-unvoted = No vote yet
ballot-voted =
    { $by ->
        [entered] Entered by an officer
       *[own] You voted
    }: { $marks }

ballot-status-draft = A draft, not public
ballot-status-scheduled = Scheduled, not open yet
ballot-status-open = Voting goes on
ballot-status-closed = Closed, being counted
ballot-status-tallied = Closed, waits for supervision to check it
ballot-status-certified = Checked
ballot-status-published = The result is public
ballot-status-contested = Somebody objected; it is being looked at again
ballot-status-cancelled = Cancelled
ballot-status-voided = Void, it does not count
ballot-action-schedule = Schedule it
ballot-action-cancel = Cancel it
ballot-action-certify = Checked, it is right
ballot-action-contest = Object
ballot-action-uphold = Looked again: it stands
ballot-action-ask-void = Ask to void it
ballot-action-void = Agree: void it
ballot-action-keep = Do not void it

## Results

ballot-verdict-carried = <b>Result: enough took part, and enough agree</b>
ballot-verdict-chosen = <b>Result: enough took part, and the count chose</b>
ballot-verdict-failed = <b>Result: not carried, too few agree</b>
ballot-verdict-tied = <b>Result: a tie; people must decide between them</b>
ballot-verdict-invalid = <b>Result: too few took part, it is invalid</b>
ballot-verdict-counted = <b>Result: counted, and nothing decided</b>
ballot-short-turnout-heads =
    · { $count } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    } too few took part{ $part ->
        [party] { " " }(parties)
        [stakeholder] { " " }(stakeholders)
        [representative] { " " }(representatives)
        [resident] { " " }(other residents)
        [observer] { " " }(observers)
       *[all] { "" }
    }
ballot-short-turnout-area =
    · { $count } m² too few took part{ $part ->
        [party] { " " }(parties)
        [stakeholder] { " " }(stakeholders)
        [representative] { " " }(representatives)
        [resident] { " " }(other residents)
        [observer] { " " }(observers)
       *[all] { "" }
    }
ballot-short-assent-heads =
    · { $count } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    } too few agree{ $part ->
        [party] { " " }(parties)
        [stakeholder] { " " }(stakeholders)
        [representative] { " " }(representatives)
        [resident] { " " }(other residents)
        [observer] { " " }(observers)
       *[all] { "" }
    }
ballot-short-assent-area =
    · { $count } m² too few agree{ $part ->
        [party] { " " }(parties)
        [stakeholder] { " " }(stakeholders)
        [representative] { " " }(representatives)
        [resident] { " " }(other residents)
        [observer] { " " }(observers)
       *[all] { "" }
    }
ballot-class-party = <b>Parties</b>
ballot-class-stakeholder = <b>Stakeholders</b>
ballot-class-representative = <b>Representatives</b>
ballot-class-resident = <b>Other residents</b>
ballot-class-observer = <b>Observers</b>
ballot-turnout-heads =
    Roll: { $roll } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    }; took part: { $there } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    }
ballot-turnout-area = Floor space on the roll: { $roll } m²; took part: { $there } m²
ballot-quorum-heads =
    · at least { $wanted } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    } must take part
ballot-quorum-area = · at least { $wanted } m² must take part
ballot-assent-heads =
    · at least { $wanted } { $kind ->
        [person] people
        [household] households
       *[owner] owners
    } must agree
ballot-assent-area = · at least { $wanted } m² must agree
ballot-figure-heads = · { $option }: { $count }
ballot-figure-area = · { $option }: { $count } m²
ballot-evaluated = · { $option } yes { $a3 }, partly { $a2 }, no { $a1 }
ballot-blanks = · blank: { $count }
ballot-order = Order: { $order }
ballot-chosen = Chosen: { $options }
ballot-spent = Together { $sum } yuan of a budget of { $budget } yuan; { $left } yuan left
ballot-tied = Tied, the count does not choose: { $options }
ballot-lacked = At least { $count } more would have had to take part
ballot-entered = Entered for others: { $count } ({ $share }%)
ballot-objections = Objections of people directly affected that nobody has met: { $count }
ballot-note-contest = { $at } somebody objected: { $note }
ballot-note-uphold = { $at } looked at again, it stands: { $note }
ballot-note-void = { $at } voided: { $note }

## Lists and notices

ballots = <b>Ballots</b>
ballots-none = There is no ballot now.
ballots-line = B{ $number } · { $question } · { $status }
ballot-lacking = Ballot { $number } cannot be scheduled yet. Talk first, then vote. Still missing:
ballot-lacks-discussion = · talk: neither the days and statements required, nor a meeting
ballot-lacks-summary = · a summary of what speaks for and against, and under which conditions
ballot-lacks-consultation = · a survey, a notice or a hearing: this is a vital matter
ballot-lacks-polling = · the topic is not at the step of voting: press the ballot button on its card first
ballot-lacks-resolution = · there is no resolution yet that could be evaluated
ballot-lacks-notice = · days of notice: please let it open later
ballot-lacks-another = · this topic has a ballot already that goes on, or that has a result
ballot-unopened = It was time to open ballot { $number }, and it did not open: { $reason }
ballot-told-supervision-schedule = The committee scheduled ballot { $number }: { $question }
ballot-told-supervision-cancel = The committee cancelled ballot { $number }: { $note }
ballot-told-supervision-tally = Ballot { $number } is counted: please check it, then it is published.
ballot-told-supervision-contest = Somebody objects to the result of ballot { $number }: { $note }
ballot-told-supervision-ask-void = { $by } asks to void ballot { $number }: { $note }
ballot-told-committee-certify = Ballot { $number } was checked, and its result published.
ballot-told-committee-contest = Somebody objects to the result of ballot { $number }: { $note }
ballot-told-committee-void = Ballot { $number } was voided: { $note }
ballot-told-committee-keep = Ballot { $number } is not voided: { $note }
ballot-told-resident-uphold = Ballot { $number } was looked at again, and stands: { $note }
ballot-told-resident-void = Ballot { $number } is void and does not count: { $note }

## Drafting

form-ballot = <b>Draft of a ballot</b> (T{ $number }; nobody sees it before you schedule it)
form-ballot-instrument = Kind: { $value }
form-ballot-question = Question: { $value }
form-ballot-method = Way of voting: { $value }
form-ballot-options = Options: { $value }
form-ballot-budget = Budget: { $value }
form-ballot-most = At most: { $value }
form-ballot-best = Highest score: { $value }
form-ballot-body = Who decides: { $value }
form-ballot-grid = For: { $value }
form-ballot-building = Building: { $value }
form-ballot-offline = People without a phone: { $value }
form-ballot-officer = Carried out by: { $value }
form-ballot-opens = Opens: { $value }
form-ballot-days = Lasts: { $value }
ask-ballot-instrument = Which kind is it?
ask-ballot-question = What is the question? Write one sentence, or take the topic's own words.
ask-ballot-method = How will people vote?
ask-ballot-options = Which options? One a line. For a menu say where, for whom and until when, and last what it costs, for example: benches by building 3 (the old, by June 30) 2000 yuan
ask-ballot-budget = How much money is there? For example: 30000 yuan
ask-ballot-most = How many may each paper mark?
ask-ballot-best = What is the highest score?
ask-ballot-body = Who decides? The numbers required come with it; which article of which year they are from stands on the draft. Where your province has rules of its own, check those too.
ask-ballot-grid = For one { $level_grid } alone? "Skip" means the whole community.
ask-ballot-building = For one building alone? "Skip" means the whole { $level_grid }.
ask-ballot-offline = Is there anybody without a phone who is not registered and may vote (of 18 or older where the law says so)? One a line: building 3, 2-301 Wang. If not, skip.
ask-ballot-officer = Who will carry it out? He can neither check the result nor enter votes. If nobody knows yet, skip.
ask-ballot-opens = When does it open?
ask-ballot-days = For how many days?
ask-ballot-submit = Is that right? It becomes a draft; it begins only after you press "Schedule it".
choice-ballot-instrument-survey = Survey
choice-ballot-instrument-deliberative = Ballot
choice-ballot-instrument-menu = Menu of small projects
choice-ballot-instrument-evaluation = Evaluation
choice-ballot-question-as-topic = The topic's own words
choice-ballot-method-motion = For / against / abstain
choice-ballot-method-choice = One option or several
choice-ballot-method-score = Scores
choice-ballot-method-borda = Ranking, points
choice-ballot-method-schulze = Ranking, pairs
choice-ballot-method-menu = Menu
choice-ballot-method-evaluation = Question by question
choice-ballot-most-1 = 1
choice-ballot-most-2 = 2
choice-ballot-most-3 = 3
choice-ballot-most-5 = 5
choice-ballot-best-3 = 3 points
choice-ballot-best-5 = 5 points
choice-ballot-best-10 = 10 points
choice-ballot-body-owners-ordinary = Owners (ordinary)
choice-ballot-body-owners-major = Owners (major)
choice-ballot-body-villagers-meeting = Villagers
choice-ballot-body-villagers-households = Villagers' households
choice-ballot-body-villagers-representatives = Villagers' representatives
choice-ballot-body-residents-representatives = Residents' representatives
choice-ballot-body-residents-meeting = Residents
choice-ballot-body-residents-households = Residents' households
choice-ballot-opens-now = As soon as it is scheduled
choice-ballot-opens-1 = Tomorrow morning
choice-ballot-opens-3 = In 3 days
choice-ballot-opens-10 = In 10 days
choice-ballot-days-1 = 1 day
choice-ballot-days-3 = 3 days
choice-ballot-days-5 = 5 days
choice-ballot-days-7 = 7 days
choice-ballot-days-14 = 14 days
talk-ballot-done = The draft is written: see the card below.
talk-ballot-cancelled = Cancelled, nothing was drafted.
talk-ballot-expired = It was not finished in time, and is gone. Send /ballot to begin anew.

form-step-ballot = <b>B{ $number }</b>
form-step-ballot-note = Reason: { $value }
ask-step-ballot-note = Please write the reason; everybody will read it.
talk-step-ballot-done = Taken.
talk-step-ballot-cancelled = Cancelled.
talk-step-ballot-expired = No reason came in time, so nothing was done.

## Voting

mark-heading = 🗳 <b>B{ $number }</b> · { $question }
mark-motion = Tap one, then "Hand in".
mark-choice =
    { $most ->
        [1] Tap one, then "Hand in".
       *[other] Tap up to { $most }, then "Hand in".
    }
mark-menu = Tap up to { $most }, then "Hand in".
mark-score = Give points, at most { $best } each; without any it is 0. Then "Hand in".
mark-borda = Tap them in the order in which you like them; tap again to take one back. Then "Hand in".
mark-schulze = Tap them in the order in which you like them; tap again to take one back. Then "Hand in".
mark-evaluation = Tap one answer to each question, then "Hand in".
mark-for = Entered for: { $unit }
mark-spent =
    Marked: { $sum } yuan of { $budget } yuan{ $fits ->
        [yes] , it fits
       *[no] , more than there is: what has most votes comes first
    }
mark-cost = { $sum } yuan
mark-submit = Hand in
talk-mark-done = Handed in. You may vote again until the close; the last one counts.
talk-mark-cancelled = Not handed in: no vote.
talk-mark-expired = Not handed in: no vote. Send /ballot to vote.

## Entering

form-enter-vote = <b>Enter a vote for somebody</b> (B{ $number })
form-enter-vote-place = Household: { $value }
form-enter-vote-unit = On the roll: { $value }
form-enter-vote-channel = How it came: { $value }
form-enter-vote-photo = Photo of the signature: yes
ask-enter-vote-place = Which household? Write building and door, for example: building 3, 2-301
ask-enter-vote-unit = Who is it?
ask-enter-vote-channel = How did this vote come?
ask-enter-vote-photo = Is there a paper with a signature? Send a photo, and it counts at once. If not, skip: another officer must confirm it.
choice-enter-vote-channel-phone = By phone
choice-enter-vote-channel-doorstep = At the door
choice-enter-vote-channel-paper = On paper
talk-enter-vote-done = Please mark the paper below.
talk-enter-vote-cancelled = Cancelled, nothing was entered.
talk-enter-vote-expired = It was not finished in time; nothing was entered.
entry-heading =
    A vote entered in ballot { $number }
    On the roll: { $unit }
    Marked: { $marks }
    Entered by { $by } at { $at }, { $channel ->
        [phone] by phone
        [doorstep] at the door
       *[paper] on paper
    }
entry-ask = Please ask that person yourself. If it is true, press "It is true". Whoever entered it cannot confirm it.
entry-confirm = It is true
entry-refuse = It is not true
entry-status-entered = Waits for another officer to confirm it.
entry-status-cast = Confirmed, it counts. That person may change it until the close.
entry-status-changed = That person voted himself, and that counts.
entry-status-locked = Confirmed, and closed.
entry-status-refused = Found untrue; it does not count.
entry-status-lapsed = Nobody confirmed it before the close; it does not count.
entry-status-invalidated = Taken back; it does not count.
vote-entered =
    { $by } entered a vote for { $unit } in ballot { $number } ({ $channel ->
        [phone] by phone
        [doorstep] at the door
       *[paper] on paper
    }): { $marks }
    If that is wrong, vote yourself below: until the close your own vote counts.
vote-tell = Ballot { $number }: the vote of { $unit } ({ $marks }) counts. They get no messages: please tell them in person or by phone; they may change it until the close.
vote-lapsed = Ballot { $number }: nobody confirmed before the close what you entered for { $unit }; it does not count.
vote-refused = Ballot { $number }: what you entered for { $unit } was found untrue and does not count: { $note }

## Owners' accounts

form-owner = <b>An owner's account</b> (only if you know that person)
form-owner-place = Flat: { $value }
form-owner-owner = Owner: { $value }
form-owner-person = Account: { $value }
ask-owner-place = Which flat? Write building and door, for example: building 3, 2-301
ask-owner-owner = Which owner of the register is it?
ask-owner-person = Which account of that household?
ask-owner-submit = Is that right? This account can then vote as the owner, and is told so.
talk-owner-done = Written down, and that person was told.
talk-owner-cancelled = Cancelled, nothing was written down.
talk-owner-expired = It was not finished in time; nothing was written down.
owner-linked = An officer wrote down that you own { $place }: you can vote when owners vote. If that is wrong, please tell the committee at once.

## Sheets

sheet-ballot = Ballot { $number } · { $question }
sheet-option = Option
sheet-measure-heads = Votes
sheet-measure-area = Floor space (m²)
ballot-paper = Result of ballot { $number } (large type, for print)
