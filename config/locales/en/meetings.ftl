### Meetings, hearings, notices, surveys, the six steps

command-meetings = Meetings, hearings, notices and surveys
day =
    { $weekday } { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
period-days = { $days } days
meeting-topic = T{ $number }: { $text }
meeting-heading = <b>E{ $number } · { $sort }</b>
meeting-where = { $opens }, { $place }
meeting-coming =
    Coming { $come }, not coming { $stay }{ $hearing ->
        [yes] , registered to speak { $speak }
       *[no] { "" }
    }. Numbers only: nobody sees who.
meeting-status-announced = Changed: { $note }
meeting-status-recorded = Held: { $count } people came; the minutes are on record.
meeting-status-cancelled = Called off: { $note }
meeting-speaker = { $turn }. { $name } (registered to speak)
meeting-tap-come = I am coming
meeting-tap-stay = I cannot come
meeting-tap-speak = I want to speak
meeting-toast-come = Noted: you are coming.
meeting-toast-stay = Noted: you cannot come. You can still speak in the topic.
meeting-toast-speak = You are registered to speak, as number { $turn }.
meeting-action-record = Enter the minutes
meeting-action-move = Move it
meeting-action-cancel = Call it off
meeting-action-state = Enter what was said
meeting-told-move = E{ $number } ({ $sort }) is moved to { $opens }, { $place }. Reason: { $note }
meeting-told-cancel = E{ $number } ({ $sort }) is called off. Reason: { $note }
meeting-told-record =
    <b>Minutes of E{ $number } · { $sort }</b>
    { $opens }, { $place }, { $count } people came.
    { $minutes }
meeting-reminder = Reminder: E{ $number } ({ $sort }) begins { $opens } at { $place }. You are welcome.
meeting-reminder-own =
    Reminder: E{ $number } ({ $sort }), to which you are coming, begins { $opens } at { $place }.{ $coming ->
        [speak] { " " }You are registered to speak.
       *[come] { "" }
    }
meeting-unminuted = E{ $number } ({ $sort }, { $opens }) has no minutes yet. Please enter them, or call the meeting off and say why.
meeting-silent = The minutes of E{ $number } ({ $sort }, { $opens }) are due and missing.
meetings = <b>Meetings, notices and surveys</b>
meetings-none = There is no meeting, notice or survey now.
meeting-begin-convene = T{ $number }: meeting
meeting-begin-notice = T{ $number }: notice
meeting-begin-survey = T{ $number }: survey
meeting-open = Open E{ $number }
sounding-withdraw = Withdraw C{ $number }
fourstep-open = T{ $number }: the six steps

## Notices and surveys

sounding-heading =
    <b>C{ $number } · { $instrument ->
        [survey] survey
       *[notice] notice
    }</b>
sounding-until = Until { $until }.
sounding-text = { $text }
notice-until =
    { $status ->
        [open] If you object, say so before { $until }.
        [closed] The time to object is over.
       *[withdrawn] It was withdrawn.
    } Objections so far: { $count }.
notice-object = Object
notice-result = The notice has run its time. Objections: { $count }. Silence is not consent.
sounding-withdrawn = Withdrawn; it counts for nothing. Reason: { $note }
survey-question = For opinions, not a decision · C{ $number }: { $text }
survey-asked = Question: { $text }
survey-option = { $text }: { $count }
survey-voters = { $count } people answered.
survey-untold = Telegram did not tell the counts: this survey has no result.
survey-label = This asked for opinions and decides nothing: anybody could answer, there was no roll, and silence is not consent.
survey-unposted = The survey could not be put into the group, or nobody knows whether it was. Please look; if it is not there, withdraw it and ask again.
object-taken = Your objection is on record and will be answered with the topic. The group sees a number, not who you are.
object-told =
    An objection to C{ $number } ({ $affected ->
        [yes] it touches its author directly
       *[no] it does not touch its author directly
    }): { $text }

## The six steps

fourstep-step-propose = 1 Party branch proposes
fourstep-step-consider = 2 Both committees consider
fourstep-step-examine = 3 Party members' meeting examines
fourstep-step-decide = 4 Representatives' or residents' meeting decides
fourstep-step-show-decision = 5 Decision is shown
fourstep-step-show-result = 6 Result is shown
fourstep-minutes = <b>Record of the six steps</b>
fourstep-met =
    { $step }: { $on }, { $present } of { $expected } present{ $least ->
        [none] { "" }
       *[other] { " " }(at least { $least } must be)
    }, { $passed ->
        [yes] agreed
       *[no] not agreed
    }{ $result ->
        [none] { "" }
       *[other] . { $result }
    } (entered by { $who })
fourstep-was-shown =
    { $step }: { $on }{ $result ->
        [none] { "" }
       *[other] . { $result }
    } (entered by { $who })
fourstep-next =
    Next: { $step }{ $since ->
        [none] { "" }
       *[other] {" "}(not before { $since })
    }. No step can be skipped.
fourstep-over = All six steps are done.
fourstep-record = Record the next step
fourstep-unshown = The decision was not shown on its day. Please show it, then record the day and a photo.

## Forms

form-convene = <b>A meeting about T{ $number }</b>
form-convene-sort = Kind: { $value }
form-convene-day = Day: { $value }
form-convene-hour = Hour: { $value }
form-convene-place = Place: { $value }
ask-convene-sort = What kind of meeting? A hearing is called days ahead, and people register to speak.
ask-convene-day = On which day? Tap one, or write month and day, such as 3-5.
ask-convene-hour = At what time? Tap one, or write it, such as 19:30.
ask-convene-place = Where?
ask-convene-submit = Submit if all is right: it goes to the group; by night, or when the day’s messages are spent, it waits for the morning.
talk-convene-done = Noted.
talk-convene-cancelled = Left; nothing was changed.
talk-convene-expired = Left too long; nothing was changed.
choice-convene-sort-talk = Open talk
choice-convene-sort-courtyard = Courtyard meeting
choice-convene-sort-evening = Evening talk
choice-convene-sort-forum = Residents' forum
choice-convene-sort-council = Council session
choice-convene-sort-hearing = Hearing
form-move-meeting = <b>Moving E{ $number }</b>
form-move-meeting-day = Day: { $value }
form-move-meeting-hour = Hour: { $value }
form-move-meeting-place = Place: { $value }
form-move-meeting-note = Reason: { $value }
ask-move-meeting-day = To which day? Tap one, or write month and day, such as 3-5.
ask-move-meeting-hour = At what time? Tap one, or write it, such as 19:30.
ask-move-meeting-place = A new place? Write it, or skip if it stays.
ask-move-meeting-note = Why? The group will read it.
ask-move-meeting-submit = Submit if all is right: the group sees it at once.
talk-move-meeting-done = Noted.
talk-move-meeting-cancelled = Left; nothing was changed.
talk-move-meeting-expired = Left too long; nothing was changed.
form-call-off = <b>Calling off or withdrawing number { $number }</b>
form-call-off-note = Reason: { $value }
ask-call-off-note = Why? The group will read it.
ask-call-off-submit = Submit to do it; it cannot be undone.
talk-call-off-done = Noted.
talk-call-off-cancelled = Left; nothing was changed.
talk-call-off-expired = Left too long; nothing was changed.
form-minutes = <b>Minutes of E{ $number }</b>
form-minutes-attendance = Present: { $value }
form-minutes-minutes = Minutes: { $value }
form-minutes-photo = Photo: { $value }
ask-minutes-attendance = How many people came? Write a figure.
ask-minutes-minutes = What was said, and what came of it? No names, doors or phone numbers of residents.
ask-minutes-photo = Send a photo of the minutes or the room, or skip.
ask-minutes-submit = Submit if all is right: the group reads all of it.
talk-minutes-done = Noted.
talk-minutes-cancelled = Left; nothing was changed.
talk-minutes-expired = Left too long; nothing was changed.
form-spoken = <b>Something said at E{ $number }</b> (it stands in the topic, marked as entered by you)
form-spoken-matter = Topic: { $value }
form-spoken-stance = Stance: { $value }
form-spoken-text = Words: { $value }
ask-spoken-matter = About which topic?
ask-spoken-stance = On which side was it?
ask-spoken-text = What was said? In the speaker's words, without the name.
talk-spoken-done = Noted.
talk-spoken-cancelled = Left; nothing was changed.
talk-spoken-expired = Left too long; nothing was changed.
choice-spoken-stance-for = For
choice-spoken-stance-against = Against
choice-spoken-stance-condition = For, on a condition
choice-spoken-stance-question = A question
form-post-notice = <b>A notice about T{ $number }</b>
form-post-notice-text = Words: { $value }
form-post-notice-days = Days: { $value }
ask-post-notice-text = What is to be made known? Say what is planned and whom it touches.
ask-post-notice-days = For how many days? During them people may object.
ask-post-notice-submit = Submit if all is right: it goes to the group; by night, or when the day’s messages are spent, it waits for the morning.
talk-post-notice-done = Noted.
talk-post-notice-cancelled = Left; nothing was changed.
talk-post-notice-expired = Left too long; nothing was changed.
form-post-survey = <b>A survey about T{ $number }</b> (for opinions, not a decision)
form-post-survey-text = Question: { $value }
form-post-survey-options = Answers: { $value }
form-post-survey-days = Days: { $value }
ask-post-survey-text = What is asked? One sentence, one matter, not leading.
ask-post-survey-options = Which answers? One in each line, 2 to 10.
ask-post-survey-days = For how many days?
ask-post-survey-submit = Submit if all is right: it goes to the group; by night, or when the day’s messages are spent, it waits for the morning.
talk-post-survey-done = Noted.
talk-post-survey-cancelled = Left; nothing was changed.
talk-post-survey-expired = Left too long; nothing was changed.
form-object = <b>Objecting to C{ $number }</b> (the group does not see who you are)
form-object-affected = Touches my home: { $value }
form-object-text = Why: { $value }
ask-object-affected = Does it touch your home directly?
ask-object-text = What do you object to, and why? What change would you accept?
ask-object-submit = Submit if all is right.
talk-object-done = Noted.
talk-object-cancelled = Left; nothing was changed.
talk-object-expired = Left too long; nothing was changed.
choice-object-affected-yes = Yes
choice-object-affected-no = No
form-fourstep =
    <b>The six steps: T{ $number }</b>
    { $step ->
        [propose] 1 Party branch proposes
        [consider] 2 Both committees consider
        [examine] 3 Party members' meeting examines
        [decide] 4 Representatives' or residents' meeting decides
        [show-decision] 5 Decision is shown
       *[show-result] 6 Result is shown
    }
form-fourstep-on = Day: { $value }
form-fourstep-expected = Expected: { $value }
form-fourstep-present = Present: { $value }
form-fourstep-passed = Result: { $value }
form-fourstep-result = In words: { $value }
form-fourstep-photo = Photo: { $value }
ask-fourstep-on = On which day was it? Tap one, or write month and day, such as 3-5.
ask-fourstep-expected = How many should have come? Write a figure.
ask-fourstep-present = How many came? Write a figure.
ask-fourstep-passed = Was it agreed? If not, the body meets again later.
ask-fourstep-result = The result in one sentence? Or skip.
ask-fourstep-photo =
    { $step ->
        [propose] Send a photo of the conclusion (a letter or a posted note). Minutes of a party body do not belong here.
        [examine] Send a photo of the conclusion (a letter or a posted note). Minutes of a party body do not belong here.
       *[other] Send a photo of the minutes, or of the notice board.
    }
ask-fourstep-submit = Submit if all is right. What is on record cannot be changed.
talk-fourstep-done = Noted.
talk-fourstep-cancelled = Left; nothing was changed.
talk-fourstep-expired = Left too long; nothing was changed.
choice-fourstep-passed-yes = Agreed
choice-fourstep-passed-no = Not agreed

## When it does not work

refusal-day-past = That is no day I understand, or it has not come yet. Write month and day, such as 3-5, within the last year.
refusal-hour = That is no time I understand. Write it like 19:30.
refusal-count = Please write only the number of people, such as 21.
refusal-no-meeting = There is no such meeting, notice or survey. Send /meetings for those there are.
refusal-meeting-soon =
    { $days ->
        [0] The time must lie ahead. Please choose another.
       *[other] A hearing is called at least { $days } days ahead. Please choose another time.
    }
refusal-meeting-ahead = The meeting has not begun. Come back after it.
refusal-meeting-empty = If nobody came, it was no meeting. Please call it off and say why.
refusal-meeting-over = The meeting has begun, is over or was called off; nobody registers any more.
refusal-meeting-speakers = Only hearings register speakers; here you may simply come and speak.
refusal-sounding-short = That is too short: at least { $days } days are needed.
refusal-sounding-open = Its time is not over yet; it cannot end early.
refusal-sounding-over = The time to object is over, or the notice was withdrawn. You can speak in the topic, or go to the committee.
refusal-survey-options = Between { $fewest } and { $most } different answers are needed, one in each line, each at most { $longest } characters.
refusal-survey-question = The question is too long: at most { $longest } characters.
refusal-survey-group = No group of the whole community is registered, so there is nowhere to ask. Send /bind in the group first.
refusal-object-resident = Only registered residents object here. Send /join first, or go to the committee.
refusal-object-again = You already have an objection to this topic that is being dealt with.
refusal-picture = A photo is needed here, not words. Please send one.
refusal-step-photo = It takes a photo of the minutes, or of the board, to record this.
refusal-step-ahead = That day has not come yet. Record it afterwards.
refusal-step-early = Too soon after the step before: the earliest day is { $day }/{ $month } (day/month).
refusal-step-present = The numbers cannot be right: at least one was present, and no more than expected.
