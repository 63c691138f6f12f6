"""On what ground a resolution stands: what was said, objected, voted and written down (E21)."""

from collections.abc import Mapping

from governance.ballots.ballot import ADVISORY
from governance.ballots.result import Result, Verdict
from governance.ballots.states import BallotStatus, Instrument
from governance.deliberations.states import TopicAction
from governance.deliberations.topic import Topic
from governance.quorum import Measure
from governance.resolutions.resolution import Basis, Count
from services.ports import Shelf

HEADS = Measure.HEADS
DECIDED = frozenset({BallotStatus.CERTIFIED, BallotStatus.PUBLISHED})


def of(shelf: Shelf, topic: Topic) -> Basis:
    """Gather what is published with a resolution: talk, objections, ballots, minutes."""
    passages = shelf.topics.passages(topic.id)
    minutes = [p.proof for p in passages if p.action is TopicAction.PASS]
    directed = [p.note for p in passages if p.action is TopicAction.DIRECT]
    return Basis(
        statements=topic.statements,
        meetings=topic.meetings,
        objections=len(topic.objections),
        met=sum(bool(o.met) or o.withdrawn for o in topic.objections),
        counts=counts(shelf, topic),
        minutes=minutes[-1] if minutes else "",
        directed=directed[-1] if directed else "",
    )


def counts(shelf: Shelf, topic: Topic) -> tuple[Count, ...]:
    """Return the certified ballots of a topic that could decide something, in heads."""
    found = []
    for ballot in shelf.ballots.of_topic(topic.id):
        result = shelf.ballots.result(ballot.id)
        decided = ballot.status in DECIDED and ballot.instrument not in ADVISORY
        if decided and result:
            found.append(_count(ballot.number, result, secret=ballot.secret))
    return tuple(found)


def winners(shelf: Shelf, topic: Topic) -> Mapping[str, int]:
    """Return the projects that a topic's certified menu chose, each with its cost in fen (E19)."""
    found: dict[str, int] = {}
    for ballot in shelf.ballots.of_topic(topic.id):
        result = shelf.ballots.result(ballot.id)
        menu = ballot.instrument is Instrument.MENU and ballot.status in DECIDED
        if menu and result and result.verdict is Verdict.CARRIED:
            found |= {o: ballot.paper.costs[o] for o in result.standing.chosen}
    return found


def _count(number: int, result: Result, *, secret: bool) -> Count:
    figures = result.whole.tallies[HEADS].figures
    return Count(
        number=number,
        roll=result.whole.roll[HEADS],
        turnout=result.whole.taking_part[HEADS],
        entered=result.entered,
        handed=result.handed,
        secret=secret,
        tally=tuple((figure[0], int(n)) for figure, n in figures.items() if len(figure) == 1),
    )
