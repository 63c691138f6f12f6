# Disclosures: what stands on paper, signing, publishing

sheet-edition-title = { $name } · { $period }
sheet-edition-number = Notice { $serial } · version { $version }
sheet-edition-period =
    { $kind ->
        [month] { $month ->
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
        } { $year }
        [quarter] quarter { $quarter } of { $year }
        [year] { $year }
       *[days] { $start } to { $end }
    }
sheet-edition-top = { $heading }:
sheet-edition-most = The largest payments
sheet-line = No. { $number } · { $what }
sheet-edition-entry = – { $what } · { $amount } yuan
sheet-edition-entries = Every entry ({ $count } in all, in yuan)
sheet-edition-months = Month by month (in yuan)
sheet-edition-facts = In full
sheet-edition-support = Kinds of support (in yuan)
sheet-edition-register = Every contract (in yuan)
sheet-edition-said = In words
sheet-edition-whole = Only the main points are here. All of it hangs on the board; tap “All of it” and I will send you the files.
sheet-edition-ask = If a line is not clear, note its number and tap “I have a question” in the group, or ask the committee.
sheet-side =
    { $side ->
        [income] { $amount } yuan came in
       *[expense] { $amount } yuan went out
    }{ $turn ->
        [more] , { $by } yuan more than last time
        [less] , { $by } yuan less than last time
        [same] , as last time
       *[none] .
    }
sheet-side-year =
    { $side ->
        [income] { $amount } yuan came in over the year
       *[expense] { $amount } yuan went out over the year
    }{ $turn ->
        [more] , { $by } yuan more than the year before
        [less] , { $by } yuan less than the year before
        [same] , as the year before
       *[none] .
    }
sheet-left = { $amount } yuan are left ({ $before } yuan at the start)
sheet-household = { $amount } yuan were spent for each household
sheet-joined = { $one }; { $other }
sheet-explained =
    { $side ->
        [income] Why the income changed
       *[expense] Why the spending changed
    }: { $why }
sheet-large = { $count } large payments, { $amount } yuan together
sheet-large-from = All payments of { $amount } yuan and more are here
sheet-said = { $text }
sheet-subject = It is about: { $text }
sheet-stage =
    { $stage ->
        [before] Shown before the work begins
        [halfway] Shown half way
       *[settled] Shown when the accounts are settled
    }
sheet-budget =
    { $stage ->
        [before] Budget { $budget } yuan
       *[other] Budget { $budget } yuan, paid { $paid } yuan
    }
sheet-cost =
    Budget { $budget } yuan, spent { $cost } yuan: { $turn ->
        [more] { $by } yuan more
        [less] { $by } yuan less
       *[same] exactly that
    }
sheet-since-halfway = Paid half way { $before } yuan, since then { $since } yuan
sheet-resolution = By resolution { $number }
sheet-fact = { $name }: { $text }
sheet-fact-what = What it is
sheet-fact-whom = For whom
sheet-fact-how = How to get it
sheet-fact-until = Until when
sheet-fact-contact = Whom to ask
sheet-fact-text = Text
sheet-fact-done = What was done
sheet-fact-undone = What was not done
sheet-fact-next = What comes next
sheet-fact-why = Why
sheet-fact-budget = Budget (yuan)
sheet-fact-contractor = Who does it
sheet-fact-chosen = How they were chosen
sheet-fact-dates = From when until when
sheet-fact-paid = Paid (yuan)
sheet-fact-changes = What changed
sheet-fact-cost = What it cost (yuan)
sheet-fact-halfway = Paid half way (yuan)
sheet-fact-compared = Against the budget
sheet-fact-accepted = Acceptance
sheet-fact-warranty = Warranty
sheet-supported = { $count } people in all, { $amount } yuan a month together
sheet-support-first = Shown for the first time: there is nothing to compare it with
sheet-support-change = Since the last time (disclosure { $serial }): { $people ->
        [more] { $count } people more
        [less] { $count } people fewer
       *[same] as many people
    }, { $total ->
        [more] { $amount } yuan a month more
        [less] { $amount } yuan a month less
       *[same] the same money a month
    }
sheet-support = { $name }: { $count } people, { $amount } yuan each a month
sheet-look-up = Where to look it up: { $text }
sheet-object = Whom to tell if it is wrong: { $text }
sheet-register = { $count } contracts, { $amount } yuan in all
sheet-contract = { $asset }: until { $end }
sheet-column-number = No.
sheet-column-day = Day
sheet-column-what = What
sheet-column-amount = Amount
sheet-column-month = Month
sheet-column-income = In
sheet-column-expense = Out
sheet-column-together = Together
sheet-column-name = Item
sheet-column-text = Text
sheet-column-support = Kind
sheet-column-people = People
sheet-column-standard = Each a month
sheet-column-asset = Asset
sheet-column-term = Term
sheet-column-price = Price
sheet-entry-payee = With: { $value }
sheet-entry-receipt = Receipt: { $value }
sheet-entry-basis = Approved: { $value }
sheet-entry-resolution = By resolution { $number }
sheet-entry-holder = Used by: { $value }
sheet-entry-contract = Contract: { $value }
sheet-entry-paid = Paid until: { $value }

edition-review-in-review = Please check this: if you have read it and agree, sign it. Once signed, not a letter can be changed.
edition-review-approved =
    { $who } has signed. Until { $at } it can be sent back with a reason; then it is published by itself.
edition-review-approved-alone =
    { $who } has signed. Secretary and chair are one person here, so supervision must sign too before it is published; until { $at } it can also be sent back with a reason.
edition-review-countersigned = Supervision has signed too; it is published at { $at }.
edition-review-draft = It was sent back. When it is submitted again I will send you the new version.
edition-review-published = It is published.
edition-review-superseded = This version was corrected; see the new one.
edition-review-archived = It is in the archive.
edition-review-digest = Check code: { $short } (the published files have the same code as what you sign)
edition-superseded-by = ❗ This version was corrected: see version { $version }. Why: { $note }
edition-superseded = ❗ There is a mistake in this version; it is being corrected. Why: { $note }
edition-corrects = ✏️ This corrects the version before. Why: { $note }
edition-tap-yes = 👍 I understand
edition-tap-no = 🤔 I do not
edition-tap-ask = ❓ I have a question
edition-tap-files = 📄 All of it
edition-action-approve = ✅ I agree and sign
edition-action-countersign = ✅ Sign for supervision
edition-action-send-back = ↩️ Send back
edition-action-object = ↩️ Object and send back
edition-action-correct = ✏️ Correct
edition-photo = The photo of notice { $serial }, version { $version }
edition-file =
    { $part ->
        [a4] Notice { $serial } version { $version }: A4, to print
        [a3] Notice { $serial } version { $version }: A3, for the board
       *[book] Notice { $serial } version { $version }: the workbook
    }
edition-drawing = Notice { $serial } version { $version } is being set in type; then it goes to be signed.
edition-changed = Notice { $serial } version { $version } changed while it was being set in type, so it was not submitted. Please tap “Submit” again.
edition-undrawn = Notice { $serial } version { $version } could not be set in type, so it was not submitted. Please tap “Submit” again; if it fails again, the operator knows.
edition-returned = Notice { $serial } version { $version } was sent back by { $by }: { $note }
edition-countersigned = Notice { $serial } version { $version }: supervision has signed.
edition-unsigned = Notice { $serial } version { $version } is due and waits for supervision to sign; then it is published at once.
edition-altered = Notice { $serial } version { $version } was not published: the files kept here are not those that were signed. Please send it back and submit it again.
edition-corrected = Notice { $serial } version { $version } is to be corrected: { $note }
edition-begun = Notice { $serial } version { $version } has begun with what stood before; please correct it and submit it.
edition-parted = ⚠️ The next period (notice { $serial } version { $version }) no longer begins with what is left in the corrected one. Once the correction is published, please correct that one too.
edition-unpinned =
    Notice { $serial } version { $version }: in { $count } groups I may not pin messages. If it is to be pinned there, an administrator must allow me to pin messages.
form-edition-step = <b>{ $name }</b> · notice { $number }
form-edition-step-note = Why: { $value }
ask-edition-step-note = Please say why, in a sentence or two.
command-coverage = Which groups a notice reached
coverage = Notice { $serial } version { $version }: { $all } groups in all, { $sent } have it, { $waiting } are waiting, { $lost } cannot be reached.
coverage-lost = · { $title }: { $why ->
        [out] I am no longer in the group; please add me again
        [muted] I may not write there; an administrator must allow it
       *[other] Telegram did not take it
    }
coverage-more = … and { $count } more
coverage-pins = Pinned: in { $done } groups; in { $missing } I may not pin.
refusal-coverage = Please add the number of the notice, for example /coverage 2026-031
alarm-altered = files differ from what was signed { $what }
talk-edition-step-done = Done.
talk-edition-step-cancelled = Nothing was changed.
talk-edition-step-expired = There was no answer for too long; nothing was changed.
refusal-edition-replaced = This version was corrected or archived, so it takes no more answers. If there is a new one, please tap under that.
refusal-edition-correcting = A correction of this version has begun already. Please change the new version instead.
toast-understood = Noted: you understood it. If you change your mind, tap the other one
toast-not-understood = Noted: not understood. Others only see how many said so, never who
