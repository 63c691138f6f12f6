"""The versions of an edition: which one follows it, and whether that one is shown yet (N24)."""

from collections.abc import Sequence

from governance.disclosures.edition import Edition
from services.ports import Shelf


def follower(shelf: Shelf, edition: Edition) -> Edition | None:
    """Return the version that corrects an edition, shown or not; None where none was begun."""
    versions = shelf.disclosures.of(edition.item)
    return next((e for e in versions if e.follows == edition.id), None)


def correcting(shelf: Shelf, edition: Edition) -> bool:
    """Whether a correction of an edition was begun and is not shown yet: until then it stands."""
    found = follower(shelf, edition)
    return found is not None and found.published_at is None


def family(shelf: Shelf, edition: Edition) -> Sequence[Edition]:
    """Return all versions of an edition, the first one first; of one without a number itself."""
    if not edition.serial:
        return [edition]
    return [e for e in shelf.disclosures.of(edition.item) if e.serial == edition.serial]


def newest(shelf: Shelf, edition: Edition) -> Edition:
    """Return the version that stands shown now: that is where later readers look."""
    shown = [e for e in family(shelf, edition) if e.published_at]
    return max(shown, key=lambda e: e.version)
