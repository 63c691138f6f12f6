### Resolutions: drafted, public, carried out, asked after

command-resolutions = What was agreed, and how far it has come

refusal-no-resolution = There is no such resolution. Please check the number, or send /resolutions.
refusal-resolution-number = Please add the number, for example: /resolutions 3.
refusal-resolution-clause = This promise lacks something: who does it, what, and what shows that it is done.
refusal-resolution-date = The day must come after the time for objections, and within three years. Please change it.
refusal-resolution-disclose = The result cannot be public before it is done. Please change the day.
refusal-resolution-evidence = Only what is shown counts: please write what was done, or send a photo.
refusal-resolution-progress = Report 90% at most. The rest is for whoever checks that it is done.
refusal-resolution-law = Please say by which article of which law.
refusal-resolution-incomplete = It cannot be checked yet: it needs words, and one promise at least of who does what until when.
refusal-resolution-topic = This matter is not settled yet, or its minutes are not verified, so there can be no resolution now.
refusal-resolution-basis = Without any record of a discussion, a ballot or a meeting no resolution can be published.
refusal-resolution-own = You drafted this or carry it out, so others say how it is.
refusal-resolution-money = Please write the yuan in figures, for example: 1200 or 1200.50. If it costs nothing, tap the button that skips it.
refusal-resolution-stage =
    The stages are shown in their order. Please show { $stage ->
        [before] “before it begins”
        [halfway] “halfway”
       *[settled] “settled”
    } first.
refusal-resolution-unsettled = It is not accepted yet, so it cannot be shown as settled. Show it once whoever checks it has confirmed.
refusal-resolution-unlisted = The programme has no item for projects now, or it is paused. Have the operator add one to the community file (template = "stage"), or resume it, then do this.
refusal-resolution-unshown =
    Of part { $clause } nothing was shown { $stage ->
        [before] before it began
        [halfway] halfway
       *[settled] as settled
    } yet. The result is public once all three are. Please tap “Show { $clause }”.
refusal-resolution-winner = “{ $project }”, which people chose from the menu, is no promise yet. Please tap “Add a promise”.
refusal-resolution-price = People chose “{ $project }” from the menu at { $price } yuan; it cannot become { $cost } yuan. Please write no more than that price. If it truly does not suffice, people have to vote again.
refusal-resolution-project = What people chose from the menu are projects. Please tap “Change the text” and choose “Project”.
refusal-resolution-resident = Only residents who have been verified can do this. Send me /join in private, and come back once you are.

## The card

resolution-number = R{ $number }
resolution-heading = <b>Resolution { $number } / R{ $number }</b> · { $kind } · { $standing }
resolution-text = { $text }
resolution-of-topic = From topic T{ $number }: { $title }
resolution-status-drafted = draft
resolution-status-legal-checked = checked
resolution-status-published = published
resolution-status-objection-window = open to objections
resolution-status-in-force = in force
resolution-status-implementing = being carried out
resolution-status-overdue = overdue
resolution-status-implemented = carried out
resolution-status-result-published = result published
resolution-status-disputed = disputed
resolution-status-under-correction = under correction
resolution-status-closed = closed
resolution-next-drafted = Next: each promise is written down, then supervision checks that it is lawful.
resolution-next-submitted = Handed in: supervision checks whether it is lawful. Any change takes it back.
resolution-next-legal-checked = Next: the committee publishes it with the tally and the objections.
resolution-next-published = Next: the time for objections.
resolution-next-objection-window = Next: residents object until the day below, supervision answers each objection; then it is in force.
resolution-next-in-force = Next: each promise becomes a case with somebody who does it.
resolution-next-implementing = Next: whoever does it reports on time; only what is shown counts as progress.
resolution-next-overdue = The day that was promised has passed, and it is not done. Supervision knows.
resolution-next-implemented = Next: the committee publishes the result.
resolution-next-result-published = Everybody is being asked: was it done?
resolution-next-disputed = Supervision looks into it: carried out anew, or closed with a reason.
resolution-next-under-correction = The committee drafts it anew, and it is checked and published again. The opinion changes no word of it.
resolution-next-closed = This resolution is closed.
resolution-basis-talk = How it came about: { $statements } people spoke, { $meetings } meetings, { $objections } objections ({ $met } met or withdrawn)
resolution-basis-ballot =
    Ballot B{ $number }{ $secret ->
        [yes] { " " }(secret)
       *[no] { "" }
    }: roll { $roll }, took part { $turnout } ({ $way ->
        [papers] papers handed out { $handed }, counted by two people and included { $entered }
        [counted] of these { $entered } on paper, counted by two people together
        [phone] none on paper
       *[entered] of them entered { $entered }
    }); { $tally }
resolution-figure = { $name } { $count }
resolution-basis-minutes = Minutes: { $text }
resolution-basis-directed = What came of the referral: { $text }
resolution-checked = Checked as lawful by { $who }
resolution-window = Open to objections until { $at }
resolution-contest =
    Objection { $count }: { $text }{ $answer ->
        [none] { " " }(not answered yet)
       *[other] . { $who } answered: { $answer }
    }
resolution-clause =
    <b>{ $number }. { $who }</b>: { $what }, done by { $day }{ $until ->
        [none] { "" }
       *[other] { " " }(anew, by { $until })
    }
resolution-clause-more =
    Shown by: { $proof }; { $money ->
        [none] costs nothing
       *[other] costs { $money } yuan
    }; result public by { $day }
resolution-clause-open = Progress { $progress }%
resolution-clause-kept =
    ✅ Done, and confirmed by whoever checks it{ $late ->
        [yes] { " " }(after the day that was promised)
       *[no] { "" }
    }
resolution-clause-partly = Done in part, progress { $progress }%
resolution-clause-unconfirmed = Reported as done; whoever checks it has not answered
resolution-clause-broken = Not done, progress { $progress }%
resolution-missed =
    ⚠️ { $day } no report{ $there ->
        [yes] { " " }(it came later)
       *[no] { "" }
    }
resolution-three = Once in force, each part of a project is shown three times: before it begins, halfway, and as it is settled.
resolution-clause-price = Chosen from the menu at { $price } yuan; here it costs { $money } yuan
resolution-stages = Shown three times: { $text }
resolution-stage-one =
    { $stage ->
        [before] before it begins
        [halfway] halfway
       *[settled] settled
    }{ " " }{ $there ->
        [yes] { $late ->
            [yes] ✅ (late)
           *[no] ✅
        }{ $serial ->
            [none] { "" }
           *[other] { " " }notice { $serial }
        }
       *[no] { $late ->
            [yes] ⚠️ not shown by { $day }
           *[no] by { $day }
        }
    }
resolution-show =
    Show { $count }: { $stage ->
        [before] before
        [halfway] halfway
       *[settled] settled
    }
resolution-show-waiting =
    { $count } { $stage ->
        [before] before
        [halfway] halfway
       *[settled] settled
    }: waits for the one before
resolution-shown =
    <b>R{ $number }</b>, part { $count } “{ $what }” · <b>{ $stage ->
        [before] before it begins
        [halfway] halfway
       *[settled] settled
    }</b>
    { $text }
    Shown by { $who }
resolution-shown-planned = The resolution allows { $money } yuan: please compare it with what was spent.
resolution-unshown =
    ⚠️ <b>R{ $number }</b>, part { $clause }: by today { $by } was to show it { $stage ->
        [before] before it begins
        [halfway] halfway
       *[settled] as settled
    }, and <b>did not</b>.
resolution-early =
    ⚠️ <b>R{ $number }</b> “{ $text }”, part { $clause }: it was not shown { $missing ->
        [before] before it begins
        [halfway] halfway
       *[settled] as settled
    } yet, so it cannot be { $stage ->
        [halfway] halfway
       *[settled] settled
    } now. Please show that first, then do this. Supervision reads this warning.
resolution-progress = Progress of the whole { $count }%
resolution-seen = What residents see: done { $yes }, not done { $no }, in doubt { $unsure }
resolution-result = <b>Result</b>: { $text }
resolution-kept = Kept: of { $count } promises { $kept } were kept (of them { $late } late), in part { $partly }, unconfirmed { $unconfirmed }, not kept { $broken }, still open { $open }
resolution-voters = Those who voted (or seconded or spoke) say it was done
resolution-answers = { $name }: yes { $yes }, no { $no }, unsure { $unsure } (asked { $asked }, answered { $answered }, did not answer { $silent })
resolution-answers-few = { $name }: too few answered, so no figures (asked { $asked }, answered { $answered }, did not answer { $silent })
resolution-question-done = Was it done?
resolution-question-heard = Were residents heard?
resolution-question-openly = Was it decided openly?
resolution-correction = Correction asked for ({ $who }, { $at }): { $note }. By: { $law }.
resolution-earlier = Text { $count } that was public before: { $text }

## Buttons

resolution-open = See the resolution
resolution-object = I object
resolution-add = Add a promise
resolution-drop = Drop part { $count }
resolution-draft = Draft a resolution: T{ $number }
resolution-record = Record the outcome: T{ $number }
resolution-dossier = See all of it
resolution-report = Report
resolution-photo = photo
resolution-seen-yes-tap = I saw it done
resolution-seen-no-tap = Not done
resolution-seen-unsure-tap = In doubt
resolution-toast-yes = Noted: you saw it done. You can change this.
resolution-toast-no = Noted: not done. Supervision learns how many say so, not who.
resolution-toast-unsure = Noted: in doubt. The committee learns how many say so, not who.
resolution-action-edit = Change the text
resolution-action-hand-in = Hand in
resolution-action-return = Return
resolution-action-check = Lawful
resolution-action-publish = Publish
resolution-action-open = Open to objections
resolution-action-object = I object
resolution-action-answer = Answer objection
resolution-action-uphold = Objection holds
resolution-action-enter = Enters into force
resolution-action-begin = Begin
resolution-action-late = Overdue
resolution-action-catch-up = Caught up
resolution-action-finish = Carried out
resolution-action-disclose = Publish the result
resolution-action-dispute = Not done
resolution-action-resume = Carry out anew
resolution-action-close = Close
resolution-action-correct = Ask for correction
resolution-action-redraft = Draft anew

## What is told

resolution-told-supervision-hand-in = <b>R{ $number }</b> “{ $text }”: please check whether it is lawful. You neither drafted it nor carry it out, so it is for you.
resolution-told-committee-return = <b>R{ $number }</b> “{ $text }” was returned by { $by }: { $note }
resolution-told-committee-check = <b>R{ $number }</b> “{ $text }” was checked by { $by } and is lawful. Please publish it.
resolution-told-supervision-publish = <b>R{ $number }</b> “{ $text }” is public; the time for objections begins.
resolution-told-committee-object = <b>R{ $number }</b> “{ $text }”: there is an objection, which supervision answers.
resolution-told-supervision-object = <b>R{ $number }</b> “{ $text }”: there is an objection. Please answer it; without an answer it does not enter into force.
resolution-told-committee-answer = <b>R{ $number }</b> “{ $text }”: { $by } answered the objection: { $note }
resolution-told-resident-uphold = <b>R{ $number }</b> “{ $text }”: the objection holds, it is to be corrected. { $by }: { $note }
resolution-told-committee-uphold = <b>R{ $number }</b> “{ $text }”: the objection holds, please draft it anew. { $by }: { $note }
resolution-told-supervision-uphold = <b>R{ $number }</b> “{ $text }”: the objection holds, it is to be corrected. { $by }: { $note }
resolution-told-resident-enter = <b>R{ $number }</b> “{ $text }” is in force. Somebody answers for each part; the card shows how far it is.
resolution-told-committee-enter = <b>R{ $number }</b> “{ $text }” is in force; each part was given to whoever does it.
resolution-told-supervision-enter = <b>R{ $number }</b> “{ $text }” is in force; please watch over it.
resolution-told-committee-finish = <b>R{ $number }</b> “{ $text }”: every part has its outcome. Please publish the result.
resolution-told-supervision-finish = <b>R{ $number }</b> “{ $text }”: every part has its outcome, which the committee publishes in time.
resolution-told-resident-late = ⚠️ <b>R{ $number }</b> “{ $text }”: the day that was promised has passed, and it is not done.
resolution-told-committee-late = ⚠️ <b>R{ $number }</b> “{ $text }” is overdue; the group reads so.
resolution-told-supervision-late = ⚠️ <b>R{ $number }</b> “{ $text }” is overdue. Please see to it.
resolution-told-supervision-disclose = <b>R{ $number }</b> “{ $text }”: the result is public, and everybody is asked whether it was done.
resolution-told-committee-dispute = <b>R{ $number }</b> “{ $text }”: a resident says that it was not done; supervision looks into it.
resolution-told-supervision-dispute = <b>R{ $number }</b> “{ $text }”: a resident says that it was not done. Please look, then have it carried out anew or close it, with a reason.
resolution-told-resident-resume = <b>R{ $number }</b> “{ $text }” is carried out anew. { $by }: { $note }
resolution-told-committee-resume = <b>R{ $number }</b> “{ $text }” is to be carried out anew. { $by }: { $note }
resolution-told-supervision-resume = <b>R{ $number }</b> “{ $text }” is carried out anew. { $by }: { $note }
resolution-told-committee-close = <b>R{ $number }</b> “{ $text }” is closed. { $by }: { $note }
resolution-told-supervision-close = <b>R{ $number }</b> “{ $text }” is closed; the card shows what was kept and what people say.
resolution-told-resident-correct = <b>R{ $number }</b> “{ $text }”: a correction is asked for. { $by }: { $note }. By: { $law }. No word of it was changed; the residents deliberate anew.
resolution-told-committee-correct = <b>R{ $number }</b> “{ $text }”: a correction is asked for; please deliberate and draft it anew. { $by }: { $note }. By: { $law }.
resolution-told-supervision-correct = <b>R{ $number }</b> “{ $text }”: a correction is asked for. { $by }: { $note }. By: { $law }.
resolution-told-resident-redraft = <b>R{ $number }</b> “{ $text }” is drafted anew. { $by }: { $note }. It will be checked and published again.
resolution-told-supervision-redraft = <b>R{ $number }</b> “{ $text }” is drafted anew. { $by }: { $note }
resolution-unreported = ⚠️ <b>R{ $number }</b>, part { $clause }: { $by } was to report today ({ $day }) and <b>did not</b>.
resolution-undisclosed = ⚠️ <b>R{ $number }</b> “{ $text }”: its time has passed, and the result is <b>not public</b>.
resolution-disclose = <b>R{ $number }</b> “{ $text }”: the result must be public today. If it is not, the group will read so.
resolution-seen-no = <b>R{ $number }</b> “{ $text }”: one more resident says that it was not done. The card shows how many; please look into it.
resolution-seen-unsure = <b>R{ $number }</b> “{ $text }”: one more resident is in doubt. The card shows how many; please explain in the group.
resolution-reported =
    <b>R{ $number }</b>, part { $count } · { $who } reports: { $what }, progress { $progress }%{ $text ->
        [none] { "" }
       *[other] . { $text }
    }
resolution-wanted = <b>Topic T{ $number }</b> “{ $title }” is settled. Please make it a resolution within { $days } days: who does what until when.
resolution-late = ⚠️ <b>Topic T{ $number }</b> “{ $title }” was settled more than { $days } days ago, and no resolution is public.
referral-recorded = <b>Topic T{ $number }</b> “{ $title }”, what came of the referral: { $outcome } ({ $day }). By: { $note }. Recorded by { $by }

## Reports and questions

resolution-checkin = <b>R{ $number }</b>: please report today ({ $day })
resolution-checkin-wanted = Please send a photo or write what was done; the group reads it. Without a report the group reads that there was none.
resolution-checkin-missed = There was no report today, and the group reads so. You can still report.
resolution-checkin-there = Reported. Thank you.
resolution-checkin-over = There is nothing to report here any more.
resolution-checkin-gone = R{ $number } has no such part any more.
resolution-asked =
    <b>R{ $number }</b>: { $text }
    The result as the committee published it: { $result }
resolution-asked-why =
    { $voted ->
        [yes] You took part in deciding this, so you are asked.
       *[no] You are a verified resident, so you are asked.
    } Only numbers are published, never who said what; you can change your answers.
resolution-asked-over = The questions are over. Thank you. See /resolutions for the result.
resolution-reply-done-yes = Done
resolution-reply-done-no = Not done
resolution-reply-done-unsure = Not sure
resolution-reply-heard-yes = Heard
resolution-reply-heard-no = Not heard
resolution-reply-heard-unsure = Cannot say
resolution-reply-openly-yes = Openly
resolution-reply-openly-no = Not openly
resolution-reply-openly-unsure = Did not notice

## Lists, and what goes up

resolutions = <b>What was agreed</b>
resolutions-none = There is no resolution yet. Once a topic is settled, this shows how it is carried out.
resolutions-line = R{ $number } · { $standing } · { $count }% · { $text }
dossier = <b>Topic T{ $number }, all that was said</b>: { $title }
dossier-question = The question: { $text }
dossier-summary = Summary: { $text }
dossier-why = Why it goes up: { $text }
dossier-positions = Statements: for { $for }, against { $against }, on condition { $condition } (it does not say whose)
dossier-statement = { $number }. { $stance }: { $text }
dossier-objection =
    Objection { $count }: { $text }{ $met ->
        [none] { " " }(not met)
       *[other] . Met by: { $met }
    }
dossier-outcome = Outcome: { $outcome } ({ $day }). By: { $note }
dossier-record = <b>Topic T{ $number }</b> “{ $title }” was referred. Once it is decided, please record the outcome, the day and the ground; it is then published.

## Questions and answers

form-resolve = <b>Topic T{ $number }: drafting a resolution</b>
form-resolve-form = Form: { $value }
form-resolve-text = Text: { $value }
ask-resolve-form = In what form is it fixed?
ask-resolve-text = What is resolved? Say what was settled. Who does it until when comes next, one by one.
ask-resolve-submit = Is this right? The first promise comes next. Nothing is shown in the group before it is checked and published.
choice-resolve-form-pact = Residents' pact
choice-resolve-form-agreement = Agreement
choice-resolve-form-plan = Plan
choice-resolve-form-project = Project
talk-resolve-done = The draft is written.
talk-resolve-cancelled = Nothing was drafted.
talk-resolve-expired = This waited too long; nothing was drafted. Send /resolutions to begin again.

form-clause = <b>R{ $number }: a promise</b>
form-clause-officer = Who: { $value }
form-clause-what = What: { $value }
form-clause-money = Costs (yuan): { $value }
form-clause-finish = Done by: { $value }
form-clause-proof = Shown by: { $value }
form-clause-rhythm = Reports: { $value }
form-clause-disclose = Result public by: { $value }
ask-clause-officer = Who does it?
ask-clause-what = What is to be done? One line.
ask-clause-money = What does it cost in yuan? In figures, for example 1200.50. Skip it if it costs nothing.
ask-clause-finish = Done by which day? For example 12-31, or 2027-06-30.
ask-clause-proof = What shows that it is done? For example a receipt and a photo.
ask-clause-rhythm = How often is it reported on?
ask-clause-disclose = By which day is the result public?
ask-clause-submit = Is this right? You can add more afterwards.
choice-clause-rhythm-weekly = Every week
choice-clause-rhythm-fortnightly = Every two weeks
choice-clause-rhythm-monthly = Every month
choice-clause-rhythm-once = On the day alone
choice-clause-disclose-week-after = Within a week after
talk-clause-done = The promise is written.
talk-clause-cancelled = Nothing was added.
talk-clause-expired = This waited too long; nothing was added. Send /resolutions to begin again.

form-resolution-step = <b>R{ $number }: { $name }</b>
form-resolution-step-note = Words: { $value }
form-resolution-step-law = By: { $value }
ask-resolution-step-note = Please write a line or two: the reason, or the result. It is public: no names, phone numbers or doors.
ask-resolution-step-law = By which article of which law?
ask-resolution-step-submit = Is this right?
talk-resolution-step-done = Noted.
talk-resolution-step-cancelled = Nothing was sent.
talk-resolution-step-expired = This waited too long; nothing was sent. Send /resolutions to go on.

form-check-in = <b>R{ $number }, part { $count }</b>: { $what } ({ $day })
form-check-in-text = What was done: { $value }
form-check-in-progress = Progress: { $value }
ask-check-in-text = Please send a photo, or write what was done. The group reads it.
ask-check-in-progress = How far is it?
ask-check-in-submit = Is this right? It goes to the group; by night, or when the day’s messages are spent, it waits for the morning.
choice-check-in-progress-0 = Not begun
choice-check-in-progress-25 = A quarter
choice-check-in-progress-50 = Half
choice-check-in-progress-75 = Three quarters
choice-check-in-progress-90 = Nearly done
talk-check-in-done = Reported. Thank you.
talk-check-in-cancelled = Nothing was reported.
talk-check-in-expired = This waited too long; nothing was reported. Please tap the button on the card again.

form-outcome = <b>Topic T{ $number }: what came of the referral</b>
form-outcome-outcome = Outcome: { $value }
form-outcome-day = Day: { $value }
form-outcome-basis = By: { $value }
ask-outcome-outcome = How was it decided?
ask-outcome-day = On which day?
ask-outcome-basis = By which document or meeting? It is published.
ask-outcome-submit = Is this right? It is published then.
choice-outcome-outcome-studied = Decided
choice-outcome-outcome-corrected = Corrected by law
choice-outcome-outcome-again = Deliberate again
choice-outcome-day-today = Today
talk-outcome-done = Recorded and published.
talk-outcome-cancelled = Nothing was recorded.
talk-outcome-expired = This waited too long; nothing was recorded. Send /resolutions to go on.
