"""What keeps an edition from being submitted (G01)."""

from collections.abc import Sequence

from governance.disclosures import ledger
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Problem
from services.disclosures import beside
from services.ports import Shelf


def problems(shelf: Shelf, edition: Edition) -> Sequence[Problem]:
    """Return all that keeps an edition from being submitted; nothing of one that is empty."""
    content = beside.content(shelf, edition)
    if not isinstance(content, Ledger):
        return ()
    last = beside.last(shelf, edition, Ledger)
    return ledger.check(content, last, ledger.limits(shelf.community.disclosing))
