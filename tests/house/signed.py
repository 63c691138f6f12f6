"""What the house may say of editions on paper, signed and published."""

from governance.disclosures import asking, signing
from governance.disclosures.states import EditionStatus
from handlers.views.disclosures.cards import ANSWERS, SIGNING
from tests.house.forming import of_form

COLUMNS = (
    *("number", "day", "what", "amount", "month", "income", "expense", "together"),
    *("name", "text", "support", "people", "standard", "asset", "term", "price"),
)
FACTS = (
    *("what", "whom", "how", "until", "contact", "text", "done", "undone", "next"),
    *("why", "budget", "contractor", "chosen", "dates", "paid", "changes"),
    *("halfway", "cost", "compared", "accepted", "warranty"),
)
UNDER = ("payee", "receipt", "basis", "resolution", "holder", "contract", "paid")
TAPS = ("files", "answer", "wrong", "rewrite")
STANDING = (*EditionStatus, "approved-alone", "countersigned", "digest")
SIGNED = {
    **of_form(signing.STEP),
    **of_form(asking.ASK, line=()),
    **of_form(asking.ANSWER),
    "sheet-column-": {f"sheet-column-{c}" for c in COLUMNS},
    "sheet-fact-": {f"sheet-fact-{f}" for f in FACTS},
    "sheet-entry-": {f"sheet-entry-{u}" for u in UNDER},
    "edition-review-": {f"edition-review-{s}" for s in STANDING if s != EditionStatus.DUE},
    "edition-action-": {f"edition-action-{a}" for a in (*SIGNING, "correct")},
    "edition-tap-": {f"edition-tap-{a}" for a in (*ANSWERS, *TAPS)},
}
