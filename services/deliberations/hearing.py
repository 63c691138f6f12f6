"""As which classes people spoke to a topic, where its kind wants some of them heard (E02)."""

from collections.abc import Iterable, Iterator

from governance.ballots.roll import Participant
from governance.deliberations.statements import Statement
from governance.deliberations.topic import Topic
from governance.directory import Role
from services import near
from services.ports import Shelf


def heard(shelf: Shelf, topic: Topic, every: Iterable[Statement]) -> frozenset[str]:
    """Return the classes of which somebody was heard in this round; a guest is of none."""
    since = topic.discussed_from
    said = (s for s in every if s.shown and not s.guest)
    here = (s for s in said if since is not None and s.at >= since)
    return frozenset(str(c) for each in here for c in _classes(shelf, topic, each))


def _classes(shelf: Shelf, topic: Topic, statement: Statement) -> Iterator[Participant]:
    if statement.affected:  # what was entered for somebody has no other word of who he is
        yield Participant.STAKEHOLDER
    yield from near.concerned(shelf, topic, statement.person)
    if Role.REPRESENTATIVE in shelf.community.offices_of(statement.person):
        yield Participant.REPRESENTATIVE
