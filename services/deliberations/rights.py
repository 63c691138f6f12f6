"""Telling somebody his four rights, and what he may do in a topic now (E27)."""

from governance.ballots.ballot import Ballot
from governance.ballots.states import BallotStatus
from governance.deliberations.rights import Reader, Way, ways
from governance.deliberations.topic import Topic
from governance.notices import Address, Fact
from governance.resolutions.states import ResolutionStatus
from services import deliveries, near
from services.hearing import Asked
from services.ports import Work

B = BallotStatus


def ask(work: Work, number: int, under: int, asked: Asked) -> None:
    """Explain the four rights; in a topic what they come to, to this reader alone, in private.

    The topic is that of the number, else the one whose card or thread this stands under.
    """
    topic = work.topics.numbered(number) if number else _here(work, under, asked)
    if asked.chat < 0:
        said: dict[str, Fact] = {"topic": topic.id if topic else 0}
        deliveries.notice(work, "my-rights-here", asked.address, reader=work.by.id, facts=said)
    else:
        _tell(work, topic)


def show(work: Work, topic_id: int) -> None:
    """Show in private what somebody's rights come to in a topic; 0 is none: the rights alone."""
    work.people.reach(work.by.id, reachable=True)
    _tell(work, work.topics.get(topic_id) if topic_id else None)


def _here(work: Work, under: int, asked: Asked) -> Topic | None:
    subject = work.card_at(asked.chat, under) if under else ""
    kind, _, rest = subject.partition(":")
    number = rest.partition(":")[0]
    if kind == "topic" and number.isdecimal():
        return work.topics.get(int(number))
    return near.threaded(work, asked.chat, asked.topic or 0)


def _tell(work: Work, topic: Topic | None) -> None:
    here, me = Address(chat=work.by.id), work.by.id
    if topic is None:
        deliveries.notice(work, "my-rights", here, reader=me)
        return
    near.require(work, topic)
    open_now, settled, resolution = _objects(work, topic)
    reader = _reader(work, topic, open_now, settled, resolution)
    objects = {Way.VOTE: open_now, Way.CONTEST: settled}
    said: dict[str, Fact] = {"topic": topic.id, "number": topic.number, Way.OBJECT: resolution}
    said |= {way: ",".join(str(b.id) for b in found) for way, found in objects.items()}
    said |= {right: ",".join(found) for right, found in ways(topic, reader).items()}
    deliveries.notice(work, "my-rights-in", here, reader=me, facts=said)


def _objects(work: Work, topic: Topic) -> tuple[list[Ballot], list[Ballot], int]:
    """Return the ballots that are open, those that can be contested, the resolution that can."""
    ballots = work.ballots.of_topic(topic.id)
    mine = {b.id for b in ballots if work.ballots.units_of(b.id, work.by.id)}
    open_now = [b for b in ballots if b.status is B.OPEN]
    own = [b for b in open_now if b.id in mine]
    settled = [b for b in ballots if b.id in mine and _contestable(work, b)]
    found = work.resolutions.of_topic(topic.id)
    window = found is not None and found.status is ResolutionStatus.OBJECTION_WINDOW
    return own or open_now, settled, found.id if found and window else 0


def _contestable(work: Work, ballot: Ballot) -> bool:
    until = ballot.contest_until
    return ballot.status is B.PUBLISHED and until is not None and work.now <= until


def _reader(
    work: Work, topic: Topic, open_now: list[Ballot], settled: list[Ballot], resolution: int
) -> Reader:
    home = near.home(work, work.by.id, topic.node)
    behind = work.topics.seconds(topic.id)
    return Reader(
        verified=bool(near.homes(work, work.by.id)),
        seconded=any(s.person == work.by.id or s.household == str(home) for s in behind),
        balloting=bool(open_now),
        votes=any(work.ballots.units_of(b.id, work.by.id) for b in open_now),
        contests=bool(settled),
        objects=bool(resolution),
    )
