"""What resolutions in force still allow to be spent of the common income (G15)."""

from collections.abc import Mapping, Sequence

from governance.disclosures.contents import read
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.states import EditionStatus
from governance.programme import Template
from governance.resolutions.states import ALLOWING
from services.ports import Shelf

S = EditionStatus
# what is frozen counts as spent: two editions at once must not spend the same money
SPENT = frozenset({S.IN_REVIEW, S.APPROVED, S.PUBLISHED, S.ARCHIVED})


def left(shelf: Shelf, edition: Edition) -> Mapping[int, int]:
    """Return of each resolution in force, by its number, how much other editions leave of it."""
    spent = _spent(shelf, edition)
    return {
        r.number: sum(c.money for c in r.clauses)
        - sum(line.amount for line in spent if line.resolution == r.number)
        for r in shelf.resolutions.standing(sorted(ALLOWING))
    }


def _spent(shelf: Shelf, but: Edition) -> Sequence[Line]:
    """Return the payments of every other edition, of each in its newest version."""
    keys = {i.key for i in shelf.community.disclosures if i.template is Template.USE}
    frozen = [e for e in shelf.disclosures.standing(sorted(SPENT)) if e.item in keys]
    newest = {e.serial: e for e in sorted(frozen, key=lambda e: e.version)}
    others = [e for e in newest.values() if but.id != e.id and but.serial != e.serial]
    known = [(shelf.disclosures.content(e.id), e.period) for e in others]
    found = [read(Template.USE, document, period) for document, period in known if document]
    ledgers = [content for content in found if isinstance(content, Ledger)]
    return [x for ledger in ledgers for x in ledger.lines if x.side is Side.EXPENSE]
