"""The fund for micro-projects: what of it is not bound yet (G16)."""

from governance.ballots.states import Instrument
from governance.refusals import Refusal
from governance.resolutions.prices import FEN, yuan
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import BOUND, ResolutionKind
from services.ports import Shelf


def balance(shelf: Shelf) -> int | None:
    """Return what is left of the fund, in fen; None where the community has none.

    Bound is what projects chosen from a menu promise, from when their resolution is in force.
    """
    fund = shelf.community.deliberation.pot_yuan * FEN
    if not fund:
        return None
    every = shelf.resolutions.standing(sorted(BOUND))
    return fund - sum(c.money for r in every if _of_menu(shelf, r) for c in r.clauses)


def _of_menu(shelf: Shelf, resolution: Resolution) -> bool:
    ballots = shelf.ballots.of_topic(resolution.topic)
    project = resolution.kind is ResolutionKind.PROJECT
    return project and any(b.instrument is Instrument.MENU for b in ballots)


def check(shelf: Shelf, budget: int) -> None:
    """Raise Refusal where a menu would spend more than is left of the fund."""
    left = balance(shelf)
    if left is not None and budget > left:
        raise Refusal("refusal-ballot-pot", left=yuan(max(left, 0)))
