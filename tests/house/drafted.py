"""What the house may say while an edition is written."""

from governance.disclosures import answers
from governance.disclosures.ledger import Wrong
from governance.disclosures.pages import COLUMNS
from governance.disclosures.sheets import ENDS, Entry
from services.disclosures.drafting import SHEETS
from tests.house.forming import of_form

NAMES = {name for columns in COLUMNS.values() for name in columns}
# what can be wrong in a cell (governance/disclosures/sheets.py), beside what adds up to nothing
FAULTS = ("missing", "merged", "formula", "error", "long", "no-amount", "no-day", "entry", "twice")
FAULTS += ("no-opening", "no-closing", "resolution", "many", "empty", "line")
FAULTS += (Wrong.UNBALANCED, Wrong.OPENING, Wrong.AMOUNT, Wrong.RECEIPT, Wrong.DAY, Wrong.BASIS)
FAULTS += (Wrong.PRIVATE, Wrong.TERM, Wrong.UNDECIDED, Wrong.EXCEEDED)
FILES = ("gone", "large", "locked", "old", "unreadable", "headings")
LEDGER = ("number", "day", "category", "grid", "status", "heads", "minutes", "serial", "item")
FORMS = (*answers.FORMS.values(), answers.JUMP)
DRAFTED = {
    **{key: words for form in FORMS for key, words in of_form(form).items()},
    "drafting-column-": {f"drafting-column-{name}" for name in NAMES},
    "drafting-hint-": {f"drafting-hint-{name}" for name in NAMES},
    "drafting-entry-": {f"drafting-entry-{e}" for e in Entry},
    "drafting-sheet-": {f"drafting-sheet-{t}" for t in (*SHEETS, "notes")},
    "drafting-notes-": {f"drafting-notes-{t}" for t in SHEETS},
    "drafting-fault-": {f"drafting-fault-{f}" for f in FAULTS},
    "drafting-file-": {f"drafting-file-{f}" for f in FILES},
    "drafting-problem-": {f"drafting-problem-{w}" for w in Wrong},
    "ledger-page-": {f"ledger-page-{p}" for p in ("cases", "meetings", "disclosed")},
    "ledger-column-": {f"ledger-column-{c}" for c in (*LEDGER, "period")},
    "ledger-minutes-": {"ledger-minutes-yes", "ledger-minutes-no"},
    "drafting-opening": {f"drafting-{e}" for e in ENDS if e is Entry.OPENING},
    "drafting-closing": {f"drafting-{e}" for e in ENDS if e is Entry.CLOSING},
}
