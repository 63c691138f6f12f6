"""The fund for micro-projects: what of it is bound, reserved, and still left (G16)."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.ballots.ballot import Ballot
from governance.ballots.result import Verdict
from governance.ballots.states import BallotStatus, Instrument
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from governance.refusals import Refusal
from governance.resolutions.prices import FEN, yuan
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import BOUND, ResolutionKind
from services.ports import Shelf

B, T = BallotStatus, TopicStatus
PROMISED = sorted(frozenset(B) - {B.DRAFT, B.CANCELLED, B.VOIDED})
OPENED = [status for status in PROMISED if status is not B.SCHEDULED]
# here nothing is bound any more by what was chosen
GIVEN_UP = frozenset({T.NO_CONSENSUS, T.INVALID, T.MEETING_FAILED, T.EVALUATED, T.ARCHIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """A fund in fen: what resolutions in force bind, what menus on their way may yet bind."""

    whole: int
    bound: int
    reserved: int

    @property
    def left(self) -> int:
        """Return what nobody has a claim to; nothing where more is promised than there is."""
        return max(self.whole - self.bound - self.reserved, 0)


def balance(shelf: Shelf, beside: int = 0, held: Sequence[BallotStatus] = PROMISED) -> Fund | None:
    """Return how the fund stands beside one ballot; None where the community has none.

    Bound is what projects chosen from a menu promise, from when their resolution is in force.
    Until then the whole budget of a menu is reserved, from when it is scheduled.
    """
    whole = shelf.community.deliberation.pot_yuan * FEN
    if not whole:
        return None
    every = shelf.resolutions.standing(sorted(BOUND))
    menus = (b for b in shelf.ballots.standing(held) if b.id != beside)
    return Fund(
        whole=whole,
        bound=sum(c.money for r in every if _of_menu(shelf, r) for c in r.clauses),
        reserved=sum(b.paper.budget for b in menus if _reserves(shelf, b)),
    )


def _of_menu(shelf: Shelf, resolution: Resolution) -> bool:
    ballots = shelf.ballots.of_topic(resolution.topic)
    project = resolution.kind is ResolutionKind.PROJECT
    return project and any(b.instrument is Instrument.MENU for b in ballots)


def _reserves(shelf: Shelf, ballot: Ballot) -> bool:
    """Whether a menu may still come to bind money, and does not bind it yet."""
    if ballot.instrument is not Instrument.MENU:
        return False
    if ballot.status is not B.PUBLISHED:
        return True
    result = shelf.ballots.result(ballot.id)
    if result is None or result.verdict is not Verdict.CARRIED:
        return False
    resolution = shelf.resolutions.of_topic(ballot.topic)
    bound = resolution is not None and resolution.status in BOUND
    return not bound and _goes_on(shelf.topics.get(ballot.topic), ballot)


def _goes_on(topic: Topic, ballot: Ballot) -> bool:
    """Whether a topic still rests on what a menu chose: not once it is talked over anew."""
    anew = topic.discussed_from is not None and topic.discussed_from > ballot.opens
    return not anew and topic.status not in GIVEN_UP


def check(shelf: Shelf, budget: int) -> None:
    """Raise Refusal where a menu would spend more than is left of the fund."""
    fund = balance(shelf)
    if fund and budget > fund.left:
        raise Refusal("refusal-ballot-pot", left=yuan(fund.left))


def overspent(shelf: Shelf, ballot: Ballot) -> bool:
    """Whether a menu wants more than the fund has left beside it.

    As it opens, those that only stand scheduled have to wait: of several the first opens, and
    not all of them stop each other.
    """
    if ballot.instrument is not Instrument.MENU:
        return False
    held = OPENED if ballot.status is B.SCHEDULED else PROMISED
    fund = balance(shelf, ballot.id, held)
    return fund is not None and ballot.paper.budget > fund.left
