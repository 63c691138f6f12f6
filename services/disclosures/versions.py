"""The versions of an edition: which one follows it, and whether that one is shown yet (N24)."""

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
