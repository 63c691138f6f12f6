### Writing what is disclosed: templates, spreadsheets, answers

## The template: a heading may have several names, between | ; the first stands in the template

drafting-sheet-ledger = Accounts
drafting-sheet-use = Use of income
drafting-sheet-assets = Contracts
drafting-sheet-notes = How to
drafting-column-entry = Entry|Kind|Type
drafting-column-day = Day|Date
drafting-column-what = What|Description
drafting-column-amount = Amount (yuan)|Amount
drafting-column-receipt = Receipt|Receipt number
drafting-column-payee = Other side|Payee
drafting-column-basis = Approved by|Basis
drafting-column-resolution = Resolution|Resolution number
drafting-column-asset = Asset
drafting-column-holder = Tenant|Holder
drafting-column-contract = Contract|Contract number
drafting-column-start = From|Start
drafting-column-end = Until|End
drafting-column-price = Price in all (yuan)|Price
drafting-column-paid = Paid until
drafting-hint-entry = One of four: Opening, Income, Expense, Closing. One row each for opening and closing.
drafting-hint-day = Such as 2026-09-03. Not needed for opening and closing.
drafting-hint-what = One plain sentence, such as: new lamps for the stairs. No names, phones or doors of people.
drafting-hint-amount = In yuan, at most two decimals, such as 1280.50. A number, no formula.
drafting-hint-receipt = Never the same twice in a year.
drafting-hint-payee = A firm; for a person write "person".
drafting-hint-basis = Needed for large amounts, such as: residents' meeting of 2 September.
drafting-hint-resolution = The number of the resolution that decided it; leave empty if none.
drafting-hint-asset = Such as: the shop at the east gate.
drafting-hint-holder = A firm; for a person write "person".
drafting-hint-contract = Its number, or leave empty.
drafting-hint-start = Such as 2026-01-01.
drafting-hint-end = Such as 2028-12-31. You are reminded 90, 30 and 7 days before.
drafting-hint-price = In yuan for the whole term, at most two decimals.
drafting-hint-paid = Until which day the rent is paid, or leave empty.
drafting-entry-opening = Opening
drafting-entry-income = Income
drafting-entry-expense = Expense
drafting-entry-closing = Closing
drafting-opening = Left from before
drafting-closing = Left now
drafting-notes-ledger =
    1. One row an entry; opening and closing one row each, anywhere.
    2. Opening + income − expense = closing, to the fen.
    3. Amounts in yuan, at most two decimals, numbers and no formulas.
    4. No merged cells.
    5. No names, phones, doors, identity or card numbers, plates of people.
    6. Send this file to me in private. With one mistake nothing is taken, and I mark what to mend.
drafting-notes-use =
    1. One entry a row. One row "opening", one row "closing", anywhere.
    2. Every payment names the resolution that approved it, and stays within what that allows.
    3. Opening + income − expense = closing, to the cent.
    4. Amounts in yuan, at most two decimals, figures only, no formulas.
    5. No names, phones, doors, identity numbers, bank cards or plates of people.
    6. Send me this file in private when it is filled in. With one mistake nothing is taken; I mark them all.
drafting-notes-assets =
    1. One row a contract.
    2. Days like 2026-01-01.
    3. Amounts in yuan, at most two decimals.
    4. No names, phones or doors of people.
    5. Send this file to me in private. With one mistake nothing is taken, and I mark what to mend.

## Taking a spreadsheet

drafting-ask =
    <b>{ $name }</b> ({ $period })
    Send me the spreadsheet (.xlsx or .csv). If you have none, tap "Get the template"; what was left last stands in it, if it was published.
drafting-get = Get the template
drafting-template = The template. Fill it in and send the file to me.
drafting-marked = What is to be mended is red; its comment says how. Then send it to me again.
drafting-file-gone = The file could not be fetched. Please send it again.
drafting-file-large = The file is too large, or has too many rows. Keep only this period, save it as .xlsx and send it again.
drafting-file-old = This is an old .xls file. Save it as .xlsx and send it again.
drafting-file-locked = The file has a password. Take it away and send it again.
drafting-file-unreadable = This file cannot be opened. Save it as .xlsx or .csv and send it again.
drafting-file-headings = The headings were not found. Tap "Get the template" and keep its first row.
drafting-faults = { $count } to mend; nothing was taken:
drafting-fault-line = · { $sheet ->
        [none] Row
       *[other] Sheet "{ $sheet }", row
    } { $row }, "{ $column }": { $fault }
drafting-faults-more = And { $count } more, in the marked copy.
drafting-faults-next = The marked copy comes in a moment. Mend it and send it to me again.
drafting-fault-missing = this is empty; please fill it in
drafting-fault-merged = merged cells: take them apart and fill in each row
drafting-fault-formula = a formula without a value: write the number, or open and save it in your program
drafting-fault-error = "{ $found }" is a formula's error: write the number
drafting-fault-long = { $count } characters are too many: at most { $most }
drafting-fault-no-amount = "{ $found }" is no amount: yuan with at most two decimals, such as 1280.50
drafting-fault-no-day = "{ $found }" is no day: write it like 2026-09-03
drafting-fault-entry = "{ $found }" is not known: one of Opening, Income, Expense, Closing
drafting-fault-twice = stands in row { $other } already: keep one
drafting-fault-no-opening = no row "Opening": add one with what was left last
drafting-fault-no-closing = no row "Closing": add one with what is left now
drafting-fault-many = { $count } rows are too many: at most { $most }
drafting-fault-empty = no row at all: begin below the headings
drafting-fault-unbalanced = says { $found } yuan; by the accounts it is { $right } yuan
drafting-fault-opening = says { $found } yuan; what was left last is { $right } yuan
drafting-fault-amount = an amount is more than zero: the entry says whether it came or went
drafting-fault-receipt =
    receipt "{ $found }" was used { $where ->
        [row] in row { $right }
       *[before] in the period from { $right }
    }: look again, and take one away
drafting-fault-day = { $found } is not of this period: { $right }
drafting-fault-basis = { $found } yuan is a large amount: say who approved it, such as which meeting on which day
drafting-fault-private =
    { $found ->
        [identity] it looks like an identity number; take it away
        [card] it looks like a bank card; take it away
        [phone] it looks like a phone number; take it away
       *[other] it looks like a name, a door or a plate; take it away
    }
drafting-fault-term = the end { $found } is not after the start: look at both days

## Once it is taken

drafting-taken = <b>{ $name }</b> ({ $period }) is taken.
drafting-nothing = Nothing yet: no month was published that could be added up. Publish the months first.
drafting-has-ledger = Left before { $opening } yuan, income { $income }, expense { $expense }, left now { $closing }; { $count } entries.
drafting-has-large = { $count } large payments, { $total } yuan in all, taken from the months.
drafting-has-year = Income of the year { $income } yuan, expense { $expense }, left { $closing }.
drafting-has-groups = { $count } kinds, { $people } people in all.
drafting-has-contracts = { $count } contracts.
drafting-has-report = { $count } parts are written.
drafting-unfinished = It can be submitted once these are mended. What you filled in is kept.
drafting-ready = No mistake was found. Look it over; then it can be submitted, and somebody else approves it.
drafting-plainer = This could be said more plainly (a suggestion; nothing of yours is changed):
drafting-plainer-word = · "{ $said }" could be "{ $instead }"
drafting-plainer-long = · A long sentence, which could be two: { $said }
drafting-problem-unbalanced = · Closing says { $found } yuan; by the accounts it is { $right }.
drafting-problem-opening = · Opening says { $found } yuan; what was left last is { $right }.
drafting-problem-months =
    · { $place ->
        [gap] The month from { $found } is not published yet; publish it first.
       *[other] It does not agree with the months: here { $found } yuan, there { $right }.
    }
drafting-problem-amount = · The figures of number { $line } must be more than zero.
drafting-problem-receipt = · "{ $found }" of number { $line } stands twice.
drafting-problem-day = · { $found } of number { $line } is not of this period.
drafting-problem-basis = · Number { $line }, { $found } yuan, is large, and nobody is named who approved it.
drafting-problem-jump =
    · { $side ->
        [income] Income
       *[expense] Expense
    } went from { $right } to { $found } yuan; say why.
drafting-problem-private =
    · { $line ->
        [0] The title
       *[other] Number { $line }
    } says what must not be public: { $found ->
        [identity] it looks like an identity number; take it away
        [card] it looks like a bank card; take it away
        [phone] it looks like a phone number; take it away
       *[other] it looks like a name, a door or a plate; take it away
    }
drafting-problem-name =
    · { $place ->
        [look_up] "Look up"
        [object] "Object"
       *[other] Kind { $line }
    } looks like it has somebody's name: { $line ->
        [0] write the office or the post alone.
       *[other] write numbers and standards alone.
    }
drafting-problem-missing = · Something is not written yet; please fill it in again.
drafting-problem-term = · Contract { $line } ends on { $found }, not after it starts.
drafting-problem-stage =
    · First show { $right ->
        [before] "before it begins"
        [halfway] "halfway"
       *[settled] "settled"
    }.

refusal-drafting-file = Please send a spreadsheet (.xlsx or .csv). If you have none, tap "Get the template"; to leave, tap "Cancel".
refusal-drafting-money = Please write yuan in figures with at most two decimals, such as 1200 or 1200.50.
refusal-drafting-groups = Line { $line } is not understood. One kind a line: name, people, yuan each a month, yuan in all, such as: allowance 12 650 7800. Figures, no names.
refusal-drafting-months = No month of this year was published that could be added up. Publish the months first.
refusal-drafting-long = Too long: at most { $most } characters. Please write it shorter.
refusal-drafting-private =
    This must not be public: it looks like { $kind ->
        [identity] an identity number
        [card] a bank card
        [phone] a phone number
       *[other] a name, a door or a plate
    }. Take it away and send it again.

## Answers

form-policy = <b>A policy in plain words</b>: { $name }
form-policy-title = Name: { $value }
form-policy-what = What: { $value }
form-policy-whom = For whom: { $value }
form-policy-how = How: { $value }
form-policy-until = Until: { $value }
form-policy-contact = Ask: { $value }
ask-policy-title = What is it called? Such as: grants for lifts in old houses.
ask-policy-what = <b>What is it?</b> In a plain sentence or two, such as: 200 000 yuan for each lift.
ask-policy-whom = <b>For whom?</b> Such as: houses from before 2000 where two thirds agree.
ask-policy-how = <b>How?</b> Such as: fill in the form at the committee.
ask-policy-until = <b>Until when?</b> Such as: 31 December; or "always".
ask-policy-contact = <b>Whom to ask?</b> A desk and its hours, no phone number.
ask-policy-submit = Look it over; if it is right, tap "Submit".
talk-policy-done = The policy card is written.
talk-policy-cancelled = Nothing was written; what was there stays.
talk-policy-expired = It took too long, and was stopped. Begin again to go on.

form-support = <b>Who is supported</b>: { $name }. Numbers, never names.
form-support-groups = Kinds: { $value }
form-support-lookup = Look up: { $value }
form-support-protest = Object: { $value }
ask-support-groups =
    One kind a line: name, people, yuan each a month, yuan in all. Such as:
    allowance 12 650 7800
    old-age 30 100 3000
ask-support-lookup = Where does one look up one's own? Such as: the desk of the committee.
ask-support-protest = How does one object? Such as: in writing within 7 days, or with supervision.
ask-support-submit = Look it over; if it is right, tap "Submit".
talk-support-done = It is written.
talk-support-cancelled = Nothing was written; what was there stays.
talk-support-expired = It took too long, and was stopped. Begin again to go on.

form-announce = <b>{ $name }</b>
form-announce-title = Title: { $value }
form-announce-text = Text: { $value }
ask-announce-title = What is it, in one sentence?
ask-announce-text = Write it in plain words and short sentences.
ask-announce-submit = Look it over; if it is right, tap "Submit".
talk-announce-done = It is written.
talk-announce-cancelled = Nothing was written; what was there stays.
talk-announce-expired = It took too long, and was stopped. Begin again to go on.

form-duties = <b>Report of the year</b>: { $name }
form-duties-done = Done: { $value }
form-duties-undone = Not done: { $value }
form-duties-next = Next year: { $value }
ask-duties-done = What did you get done this year? In plain words, without residents' names.
ask-duties-undone = What was not done, and why?
ask-duties-next = What comes first next year?
ask-duties-submit = Look it over; if it is right, tap "Submit". Once it is public, people may ask for 7 days.
talk-duties-done = The report is written.
talk-duties-cancelled = Nothing was written; what was there stays.
talk-duties-expired = It took too long, and was stopped. Begin again to go on.

form-project =
    <b>A project is shown</b>: { $stage ->
        [before] before it begins
        [halfway] halfway
       *[settled] settled
    }
form-project-title = Project: { $value }
form-project-why = Why: { $value }
form-project-budget = Budget: { $value } yuan
form-project-contractor = Who does it: { $value }
form-project-chosen = How they were chosen: { $value }
form-project-dates = When: { $value }
form-project-contact = Ask: { $value }
form-project-done = Done so far: { $value }
form-project-paid = Paid so far: { $value } yuan
form-project-changes = Changed: { $value }
form-project-halfway = Paid half way: { $value } yuan
form-project-cost = Cost in all: { $value } yuan
form-project-compared = Against the budget: { $value }
form-project-accepted = Accepted by: { $value }
form-project-warranty = Warranty: { $value }
ask-project-title = What is the project called? Such as: a new gate for house 3.
ask-project-why = Why is it done?
ask-project-budget = What is the budget in yuan? Such as 12000.50.
ask-project-contractor = Who does it? Name the firm.
ask-project-chosen = How were they chosen? Such as: the lowest of three offers.
ask-project-dates = From when until when?
ask-project-contact = Whom to ask? An office, no phone number.
ask-project-done = What is done so far? A photo may come with it.
ask-project-paid = How much was paid so far, in yuan?
ask-project-changes = What changed since it began? If nothing, write "nothing".
ask-project-halfway = How much was shown as paid half way, in yuan?
ask-project-cost = What did it cost in all, in yuan?
ask-project-compared = What was spent differs from the budget, or from what was shown half way. More or less, and why? Everybody will read it.
ask-project-accepted = Who accepted it, and with what result?
ask-project-warranty = Until when is the warranty, and whom to ask?
ask-project-submit = Look it over; if it is right, tap "Submit".
talk-project-done = This stage is written.
talk-project-cancelled = Nothing was written; what was there stays.
talk-project-expired = It took too long, and was stopped. Begin again to go on.

form-yearly = <b>Accounts of the year</b>: { $name }
form-yearly-income = Income: { $value }
form-yearly-why-income = Why it differs from the months: { $value }
form-yearly-expense = Expense: { $value }
form-yearly-why-expense = Why it differs from the months: { $value }
ask-yearly-income = What was the income of the year? If it is the sum of the months, tap below, else write yuan.
ask-yearly-why-income = Why does the income differ from the sum of the months?
ask-yearly-expense = What was the expense of the year? If it is the sum of the months, tap below, else write yuan.
ask-yearly-why-expense = Why does the expense differ from the sum of the months?
ask-yearly-submit = Look it over; if it is right, tap "Submit".
choice-yearly-income-summed = The sum of the months
choice-yearly-expense-summed = The sum of the months
talk-yearly-done = The year is written.
talk-yearly-cancelled = Nothing was written; what was there stays.
talk-yearly-expired = It took too long, and was stopped. Begin again to go on.

form-jump = <b>{ $name }</b>: a large change is explained
form-jump-why = Why: { $value }
ask-jump-why =
    { $side ->
        [income] Income
       *[expense] Expense
    } was { $before } yuan last time and is { $now } now. Please say why in a sentence or two; everybody will read it.
talk-jump-done = The reason is written down.
talk-jump-cancelled = No reason was written. It is needed before it can be submitted.
talk-jump-expired = It took too long. A reason is needed before it can be submitted.

talk-accounts-done = The spreadsheet is taken.
talk-accounts-cancelled = No spreadsheet was taken; what was there stays.
talk-accounts-expired = It took too long; no spreadsheet is waited for any more. Begin again to go on.

## Contracts, and the ledger of a month

contract-ends = A contract ends soon: { $asset } ({ $contract }), on { $day }, in { $days } days. Talk over whether to go on, and how it is shown.
command-ledger = The ledger of a month (committee, supervision)
ledger-book = The ledger, out of what the bot knows already: nothing is to be filled in. It says nothing of persons.
ledger-page-cases = Cases
ledger-page-meetings = Meetings
ledger-page-disclosed = Disclosed
ledger-column-number = Number
ledger-column-day = Day
ledger-column-category = Category
ledger-column-grid = { $level_grid }
ledger-column-status = Stands
ledger-column-heads = Heads
ledger-column-minutes = Minutes
ledger-column-serial = Serial
ledger-column-item = Item
ledger-column-period = Period
ledger-minutes-yes = there
ledger-minutes-no = not yet
refusal-drafting-month = Please name a month that has begun, such as /ledger 2026-10; without one it is the last.
refusal-drafting-own = This report is written by whoever holds that office. Please write your own.
drafting-fault-resolution = "{ $found }" is no number of a public resolution: such as 3, or empty
drafting-problem-resolution = · Resolution { $found } of number { $line } was never public; look at the number again.
drafting-problem-unsettled = · The work is not accepted yet. It is settled once whoever checks it has confirmed.
drafting-problem-cost =
    · { $place ->
        [budget] The budget is written as { $found } yuan; the resolution says { $right } yuan. Please fill it in again.
        [halfway] For half way { $found } yuan is written; { $right } yuan was shown then. Please fill it in again.
       *[why] { $found } yuan was spent of a budget of { $right } yuan: please say why they differ.
    }
drafting-problem-undecided =
    · Number { $line } is a payment and needs the number of the resolution that approved it. { $found ->
        [none] { "" }
       *[other] { $found } is no resolution in force. { "" }
    }{ $right ->
        [none] No resolution is in force now.
       *[other] In force now: { $right }.
    }
drafting-problem-exceeded = · Number { $line }, { $found } yuan, is more than its resolution allows: { $right } yuan is left of it.
drafting-fault-undecided =
    a payment needs the number of the resolution that approved it{ $found ->
        [none] { "" }
       *[other] , and { $found } is none in force
    }: { $right ->
        [none] none is in force now; first decide, then spend
       *[other] one of { $right }
    }
drafting-fault-exceeded = { $found } yuan is more than the resolution allows: { $right } yuan is left of it
