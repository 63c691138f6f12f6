"""What lies before supervision: what is late, what came back, what somebody objects to (F03)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from governance.ballots.states import BallotStatus
from governance.cases import WORKING
from governance.deliberations.states import RUNNING, TopicAction, TopicStatus
from governance.disclosures.states import EditionStatus
from governance.resolutions import fulfilment
from governance.resolutions.states import PUBLIC, ResolutionAction, ResolutionStatus
from governance.resolutions.states import WORKING as UNDER_WAY
from governance.supervision import Matter, Measure, returned
from services.disclosures import owing
from services.ports import Shelf

B, D, R, T = BallotStatus, EditionStatus, ResolutionStatus, TopicStatus
CARRIED_OUT = UNDER_WAY | {R.IMPLEMENTED, R.RESULT_PUBLISHED, R.DISPUTED}


class List(StrEnum):
    """What supervision can look at."""

    OVERDUE = "overdue"
    RETURNED = "returned"
    OBJECTIONS = "objections"
    DOUBTED = "doubted"
    AHEAD = "ahead"
    OPINIONS = "opinions"
    URGENT = "urgent"
    UNMATCHED = "unmatched"
    LAPSED = "lapsed"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line: which matter, since or until which day, and how many are behind it."""

    matter: Matter
    about: int
    day: date | None = None
    count: int = 0


def overdue(shelf: Shelf, at: datetime) -> Sequence[Point]:
    """Return what should have been shown or done by now, each matter once, the oldest first."""
    found = [*_absent(shelf, at), *_late(shelf, at)]
    oldest: dict[tuple[Matter, int], Point] = {}
    for point in sorted(found, key=_oldest):
        oldest.setdefault((point.matter, point.about), point)
    return tuple(oldest.values())


def _oldest(point: Point) -> tuple[date, str, int]:
    return point.day or date.max, point.matter, point.about


def _absent(shelf: Shelf, at: datetime) -> Iterator[Point]:
    for owed in owing.calendar(shelf, owing.local(shelf, at)):
        if owed.absent and owed.edition:
            yield Point(matter=Matter.DISCLOSURE, about=owed.edition, day=owed.day)
        elif owed.absent:
            yield Point(matter=Matter.RESOLUTION, about=owed.resolution, day=owed.day)


def _late(shelf: Shelf, at: datetime) -> Iterator[Point]:
    for resolution in shelf.resolutions.standing([R.OVERDUE]):
        days = [c.finish_by for c in resolution.clauses if not c.settled]
        yield Point(matter=Matter.RESOLUTION, about=resolution.id, day=min(days, default=None))
    for case in shelf.desks.lying(sorted(WORKING)):
        if case.status in WORKING and case.finish_by < at:
            day = owing.local(shelf, case.finish_by)
            yield Point(matter=Matter.CASE, about=case.id, day=day)
    for topic in shelf.topics.standing([T.PRE_REVIEW]):
        steps = [s for s in shelf.topics.passages(topic.id) if s.action is TopicAction.OVERDUE]
        if steps:
            day = owing.local(shelf, steps[-1].at)
            yield Point(matter=Matter.TOPIC, about=topic.id, day=day)


def sent_back(shelf: Shelf, _at: datetime) -> Sequence[Point]:
    """Return what was sent back and lies there since."""
    return tuple(sorted(_sent_back(shelf), key=_oldest))


def _sent_back(shelf: Shelf) -> Iterator[Point]:
    for edition in shelf.disclosures.standing([D.DRAFT]):
        if step := returned(shelf.disclosures.passages(edition.id)):
            day = owing.local(shelf, step.at)
            yield Point(matter=Matter.DISCLOSURE, about=edition.id, day=day)
    for resolution in shelf.resolutions.standing([R.DRAFTED]):
        steps = shelf.resolutions.passages(resolution.id)
        if steps and steps[-1].action is ResolutionAction.RETURN:
            day = owing.local(shelf, steps[-1].at)
            yield Point(matter=Matter.RESOLUTION, about=resolution.id, day=day)
    for topic in shelf.topics.standing([T.RETURNED]):
        yield Point(matter=Matter.TOPIC, about=topic.id)


def objections(shelf: Shelf, _at: datetime) -> Sequence[Point]:
    """Return what somebody objects to and nobody has answered."""
    return tuple(_objections(shelf))


def _objections(shelf: Shelf) -> Iterator[Point]:
    for resolution in shelf.resolutions.standing([R.OBJECTION_WINDOW, R.DISPUTED]):
        count = len(resolution.unanswered)
        if count or resolution.status is R.DISPUTED:
            yield Point(matter=Matter.RESOLUTION, about=resolution.id, count=count)
    for ballot in shelf.ballots.standing([B.CONTESTED]):
        yield Point(matter=Matter.BALLOT, about=ballot.id)
    for topic in shelf.topics.standing(sorted(RUNNING)):
        if count := len(topic.standing_objections):
            yield Point(matter=Matter.TOPIC, about=topic.id, count=count)


def doubted(shelf: Shelf, _at: datetime) -> Sequence[Point]:
    """Return the resolutions of which residents say that they are not carried out (F04).

    How many say so, never who; whoever changes his mind is not among them any more.
    """
    said = (
        (r.id, fulfilment.seen(shelf.replies.said(r.id)).no)
        for r in shelf.resolutions.standing(sorted(CARRIED_OUT))
    )
    found = [Point(matter=Matter.RESOLUTION, about=a, count=count) for a, count in said if count]
    return sorted(found, key=lambda p: (-p.count, p.about))


def let_ahead(shelf: Shelf, _at: datetime) -> Sequence[Point]:
    """Return the resolutions of which supervision let stages go on before what was missing."""
    said = (
        (r.id, sum(len(s.aheads) for c in r.clauses for s in c.stages))
        for r in shelf.resolutions.standing(sorted(PUBLIC))
    )
    return [Point(matter=Matter.RESOLUTION, about=a, count=count) for a, count in said if count]


POINTS: Mapping[List, Callable[[Shelf, datetime], Sequence[Point]]] = {
    List.OVERDUE: overdue,
    List.RETURNED: sent_back,
    List.OBJECTIONS: objections,
    List.DOUBTED: doubted,
    List.AHEAD: let_ahead,
}


def opinions(shelf: Shelf, at: datetime) -> Sequence[Measure]:
    """Return every opinion: those without their reply first, then the newest."""
    found, today = shelf.measures.opinions(), owing.local(shelf, at)
    return sorted(found, key=lambda m: (not m.unanswered(today), -m.number))
