### Words used everywhere

when = { $weekday } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }, { $time }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
mention = <a href="tg://user?id={ $person }">{ $name }</a>, please look:
## What the levels and two posts are called, unless the community's file says otherwise

term-area = area
term-grid = grid
term-grid-worker = grid worker
term-grid-head = grid head

apology = Sorry, that did not work just now; the fault is ours. Please send it once more. If it still fails, please go straight to your { $grid_worker }.
toast-taken = Noted
stale-dropped = Reminders that were out of date by the time the line was back, and were not sent: { $count }.

## When something cannot be done

refusal-not-allowed = This cannot be done now: the case has moved on.
refusal-not-yours = Thank you for caring! This button is for the person in charge.
refusal-closed = This case is closed. If something is still wrong, please send /report again.
refusal-conflict = Someone was just a moment faster; please look at how things stand now.
refusal-no-case = There is no case with this number. Please check the number, or send /my to see your own reports.
refusal-no-dialogue = This step is already over. To start again, please send /report.
refusal-dialogue-done = This step is done already; you need not do it again. Send /my to see what you have reported, /report for something new.
refusal-not-author = Someone else is filling this in. If you have something to report too, please send /report.
refusal-reason = Please give a reason.
refusal-proof = Please send a photo, or write a sentence about what was done.
refusal-receiver = Please choose someone.
refusal-own-case = They reported this themselves, so somebody else has to deal with it. Please choose another person.
refusal-incomplete = Nearly there: please add what it is about, the category and the place.
refusal-number = Please add the number, for example: /status 1
refusal-anonymous = A message sent anonymously or in the name of a channel cannot be answered. Please send it again from your own account.
refusal-tap = Please answer with one of the buttons above, or send /cancel to leave.

## While filling in

tap-cancel = Cancel
tap-back = Back
tap-skip = Skip
tap-submit = Submit

group-list = 📋 <b>Put together in one message</b> ({ $count }, so as not to disturb)
group-list-line = · { $line }
group-list-below = · { $line } ↓
