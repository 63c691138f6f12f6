"""What stands in an edition, and what was shown before it."""

from collections.abc import Sequence
from typing import TypeVar

from governance.disclosures import contents
from governance.disclosures.contents import Content, Register, Year
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger
from governance.disclosures.states import EditionStatus
from governance.programme import Item
from services.disclosures import asking
from services.ports import Shelf

STANDING = frozenset({EditionStatus.PUBLISHED, EditionStatus.ARCHIVED})
C = TypeVar("C", Ledger, Register, Year)


def content(shelf: Shelf, edition: Edition) -> Content | None:
    """Return what stands in an edition; None while nothing does."""
    document = shelf.disclosures.content(edition.id)
    if document is None:
        return None
    template = asking.item_of(shelf, edition).template
    return contents.read(template, document, edition.period)


def shown(shelf: Shelf, item: Item, kind: type[C]) -> Sequence[tuple[Edition, C]]:
    """Return what stands shown of an item, in the order of its periods, and nothing replaced."""
    found = []
    for edition in shelf.disclosures.of(item.key):
        if edition.status in STANDING:
            known = content(shelf, edition)
            if isinstance(known, kind):
                found.append((edition, known))
    return found


def last(shelf: Shelf, edition: Edition, kind: type[C]) -> C | None:
    """Return what was shown of the same item before this period; None for the first."""
    item = asking.item_of(shelf, edition)
    before = [known for other, known in shown(shelf, item, kind) if _before(other, edition)]
    return before[-1] if before else None


def _before(other: Edition, edition: Edition) -> bool:
    if other.period is None or edition.period is None:
        return other.id < edition.id
    return other.period.end <= edition.period.start
