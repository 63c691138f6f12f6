"""Whoever works away reads along in private what everybody reads in the group (A14).

The same words and cards, at the same steps; what is said to a topic stands on its card.
"""

from governance.residents import Residency, ResidentStatus
from services.ports import Shelf


def readers(shelf: Shelf) -> tuple[int, ...]:
    """Return who is registered as working away and can be reached, by account."""
    buildings = sorted(b.key for b in shelf.community.buildings)
    away = {
        r.person
        for r in shelf.residents.within(buildings)
        if r.status is ResidentStatus.VERIFIED and r.residency is Residency.AWAY
    }
    return tuple(p for p in sorted(away) if shelf.people.get(p).reachable is not False)
