"""What resolutions in force still allow to be spent of the common income (G15)."""

from collections.abc import Iterator, Mapping

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
    found = {
        r.number: sum(c.money for c in r.clauses)
        for r in shelf.resolutions.standing(sorted(ALLOWING))
    }
    for line in _spent(shelf, edition):
        if line.resolution in found:
            found[line.resolution] -= line.amount
    return found


def _spent(shelf: Shelf, but: Edition) -> Iterator[Line]:
    """Yield the payments of every other edition, not of the versions of this one."""
    newest = {e.serial: e for e in sorted(_frozen(shelf), key=lambda e: e.version)}
    for edition in newest.values():
        if edition.id == but.id or edition.serial == but.serial:
            continue
        document = shelf.disclosures.content(edition.id)
        content = read(Template.USE, document, edition.period) if document else None
        if isinstance(content, Ledger):
            yield from (line for line in content.lines if line.side is Side.EXPENSE)


def _frozen(shelf: Shelf) -> Iterator[Edition]:
    """Yield the editions of common income that are frozen or shown."""
    for edition in shelf.disclosures.standing(sorted(SPENT)):
        item = shelf.community.item(edition.item)
        if item is not None and item.template is Template.USE:
            yield edition
