### The programme: what is to be shown, by which day, and whether it was

command-disclosures = what is to be public, and whether it is
command-subscribe = send me every new disclosure in private

refusal-programme = Pausing, resuming or retiring an item is for the committee and supervision.
refusal-programme-asked = Something was already asked for this item. Wait for the answer first.
refusal-programme-other = Your own side asked for this; the other side confirms it.
refusal-disclosure-account = Party affairs are written by the authorised account alone. Please speak to that person.
refusal-disclosure-drafter = This is not yours to write. /disclosures says who does.
refusal-disclosure-private = There seems to be a name, a phone, an ID number or a door number in it, and everybody would read it. Please take it out.
refusal-disclosure-twice = There is one for this already. /disclosures shows it.

## Names

programme-period =
    { $kind ->
        [month] { $year }-{ $month }
        [quarter] quarter { $number } of { $year }
        [year] { $year }
       *[days] { $start } to { $last }
    }
programme-title =
    { $about ->
        [none] { $name }
       *[other] { $name } ({ $about })
    }
programme-corrected = { $title }, version { $version } (a correction)
programme-promised =
    { $stage ->
        [before] R{ $number }, promise { $clause }: before work begins
        [halfway] R{ $number }, promise { $clause }: halfway
        [settled] R{ $number }, promise { $clause }: settled accounts
       *[none] R{ $number }, promise { $clause }: the result
    }
programme-kind-village = village affairs
programme-kind-residents = residents' affairs
programme-kind-finance = finance
programme-kind-party = party affairs
programme-content-policy = policies
programme-content-spending = spending
programme-content-project = projects
programme-content-assets = funds, assets, resources
programme-content-beneficiaries = who is supported
programme-content-resolution = resolutions
programme-content-other = other
programme-status-due = not begun
programme-status-draft = being written
programme-status-in-review = waits for approval
programme-status-approved = approved, supervision checks
programme-status-published = public
programme-status-superseded = wrong, a new version takes its place
programme-status-archived = archived

## The calendar

programme-calendar =
    <b>Calendar of disclosures</b>
    { $count ->
        [0] Nothing is due now.
       *[other]
            { $absent ->
                [0] Nothing is late. Coming next:
               *[other] <b>Due and not shown</b>: { $absent }, at the top:
            }
    }
programme-absent-line = ⚠️ <b>Due and not shown</b>: { $title }, by { $day }, to be written by { $by }
programme-due-line =
    { $day ->
        [none] ⏸ { $title }, paused; its day is set once it resumes; to be written by { $by }
       *[other]
            { $known ->
                [no] · by { $day } (holidays are not published yet, it may move): { $title }, { $by }
               *[yes] · by { $day }: { $title }, { $by }
            }
    }
programme-standing =
    { $standing ->
        [retired] ⏹ { $name }: no longer shown since { $day }, committee and supervision agreed. Why: { $why }
       *[paused] ⏸ { $name }: paused since { $day }, committee and supervision agreed. Why: { $why }
    }
programme-list-calendar = Calendar
programme-list-archive = What was shown
programme-list-coverage = What had nothing
programme-list-items = Pause or resume
programme-newer = ‹ Page before
programme-older = Next page ›
programme-open =
    { $name ->
        [none] Open
       *[other] { $name }
    }
programme-event = Write: { $name }

## What was shown

programme-archive = <b>What was shown</b>, { $count } in all, newest first:
programme-archive-none = <b>What was shown</b>: nothing yet.
programme-archive-line = · { $day } No. { $serial }, version { $version }: { $title } · { $standing }

## What had nothing

programme-coverage =
    <b>What was shown in { $period }</b>
    { $count ->
        [0] Something of each content.
       *[other] Contents with nothing: { $count }.
    }
programme-coverage-line =
    { $count ->
        [0] ✗ { $name }: nothing
       *[other] ✓ { $name }: { $count }
    }
programme-quarter-before = ‹ Quarter before
programme-quarter-after = Next quarter ›

## An item of the programme

programme-items =
    <b>The programme</b>
    { $count ->
        [0] This list is for the committee and supervision.
       *[other] { $count } items. To pause, resume or retire one, tap its name. Both sides must agree.
    }
programme-item =
    · { $name } ({ $kind }, { $content }), written by { $by }{ $standing ->
        [paused] , <b>paused</b>
        [retired] , <b>over</b>
       *[active] {""}
    }{ $asked ->
        [yes] , something is asked for
       *[no] {""}
    }
programme-item-button = { $name }

## The worksheet

disclosure-work = <b>{ $title }</b> · { $standing }
programme-due =
    { $day ->
        [none] Paused: its day is set once it resumes.
       *[other] To be shown by <b>{ $day }</b>. The day after, its absence is told in the groups.
    }
programme-people =
    { $drafters ->
        [none] Writes: nobody now
       *[other] Writes: { $drafters }
    } · { $approvers ->
        [none] Approves: nobody now (never who wrote it)
       *[other] Approves: { $approvers }
    }
programme-template-ledger = Form: a month's income and spending, a line each.
programme-template-large = Form: a quarter's large payments, a line each.
programme-template-totals = Form: the year, agreeing with its twelve months.
programme-template-stage = Form: one stage of a project.
programme-template-beneficiaries = Form: how many are supported, how much each, how much in all.
programme-template-policy = Form: what, for whom, how, until when, whom to ask.
programme-template-assets = Form: the register of assets and contracts.
programme-template-use = Form: what came in of the common income and what it was spent on, each payment with its resolution.
programme-template-duties = Form: a duty report.
programme-template-text = Form: plain words.
programme-privacy-none = People: nobody is spoken of.
programme-privacy-numbers = People: numbers only, no names.
programme-privacy-named = People: who holds an office or a contract may be named; no phone, ID or door number.
programme-party = Party affairs: handed in by the authorised account alone; the bot adds no word.
programme-why = Why it is corrected: { $why }
programme-gone = This item is no longer in the programme.
programme-action-begin = Begin
programme-action-submit = Hand in
programme-action-approve = Approve
programme-action-countersign = Countersign
programme-action-send-back = Send back
programme-action-object = Object
programme-action-publish = Publish
programme-action-correct = Correct
programme-action-supersede = Replace
programme-action-archive = Archive

## Reminders and what is told

programme-remind =
    { $days ->
        [0] Due today
        [1] Due tomorrow
       *[other] Due in { $days } days
    }: { $title } (by { $day }). It waits for you.
programme-absences = ⚠️ <b>Due and not shown</b>: { $count } items are not there yet. Once they are, they will be shown here:
programme-absences-line = · { $title }, by { $day }, to be written by { $by }
programme-absent = ⚠️ <b>Due and not shown</b>: { $title }. It was to be shown by { $day }, written by { $by }, and is not there yet. Once it is, it will be shown here.

## Pausing, resuming, retiring

form-programme = <b>{ $name }</b>
form-programme-action = To do: { $value }
form-programme-why = Why: { $value }
ask-programme-action = What is to be done to this item? It counts once the other side confirms it.
ask-programme-why = Why? One sentence; everybody reads it.
ask-programme-submit = Put it before the other side? A pause only puts off: what is left out is shown afterwards.
choice-programme-action-pause = pause
choice-programme-action-resume = resume
choice-programme-action-retire = retire
submit-programme = Ask for it
talk-programme-done = Done: the other side is asked.
talk-programme-cancelled = All right, nothing was asked.
talk-programme-expired = This lay too long and is void. Please begin anew.
programme-change =
    <b>{ $name }</b>: { $who } asks to { $action } it
    Why: { $why }
    { $status ->
        [confirmed] { $other } confirmed it.
        [refused] { $other } did not agree.
       *[asked] It counts only if your side agrees.
    }
programme-change-confirm = Agree
programme-change-refuse = Do not agree
programme-decided =
    { $status ->
        [confirmed] To { $action } “{ $name }”: { $other } confirmed it; it holds from now on. Why: { $why }
       *[refused] To { $action } “{ $name }”: { $other } did not agree; nothing changes.
    }

## What happened

form-event = <b>{ $name }</b>
form-event-what = What: { $value }
ask-event-what = What is it about? A title, such as “heating allowance, winter 2026”.
ask-event-submit = Put it into the calendar? It counts from today; what is late is told in the groups.
submit-event = Put it in
talk-event-done = Done: it stands in the calendar.
talk-event-cancelled = All right, it was not put in.
talk-event-expired = This lay too long and is void. Please begin anew.

## Reading along

subscribe =
    { $on ->
        [yes] You read along: every new disclosure comes to you in private. Tap below to stop at any time.
       *[no] If you read along, every new disclosure comes to you in private. The groups have it all the same.
    }
programme-join = Read along
programme-leave = Stop
forget-store-subscriptions = that you read disclosures in private
