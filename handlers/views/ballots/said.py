"""What stands beside an open ballot: who votes as what, what was said, what is still objected."""

from collections import Counter
from collections.abc import Iterator, Sequence

from governance.ballots.ballot import Ballot
from governance.ballots.result import Bloc
from governance.ballots.roll import VOTING, Participant, VotingUnit
from governance.ballots.secrecy import SMALLEST
from governance.deliberations.statements import SIDES
from governance.deliberations.topic import Topic
from handlers.views.shown import BESIDE, Page

MOST = 5  # objections in words under one ballot; the topic's card has them all
SUMMARY = 300  # characters of a summary that stand on a ballot's card


def talked(page: Page, ballot: Ballot) -> Iterator[str]:
    """Say in short what the talk came to: on which side how many, and the summary (E05, E06)."""
    topic = page.shelf.topics.get(ballot.topic)
    if not topic.summary:
        return
    shown = (s for s in page.shelf.statements.of(topic.id) if s.shown)
    count = Counter(s.stance for s in shown)
    yield page.texts("ballot-said", **{str(s): count[s] for s in SIDES})
    yield page.texts("ballot-summary", text=page.gate(topic.summary, SUMMARY))


def objections(page: Page, topic: Topic) -> Iterator[str]:
    """Say what those directly affected have against it and nobody met, without names (E06)."""
    standing = topic.standing_objections
    if not standing:
        return
    yield page.texts("ballot-objections", count=len(standing))
    for each in standing[:MOST]:
        words = page.gate(each.text, BESIDE) or page.texts.plain("topic-voice")
        yield page.texts("ballot-objection", text=words)
    if len(standing) > MOST:
        yield page.texts("ballot-objections-more", number=topic.number)


def classes(page: Page, ballot: Ballot, roll: Sequence[Bloc]) -> Iterator[str]:
    """Say how many of each class stand on the roll, where there are several (E09, E10)."""
    sizes = sized(roll)
    if len(sizes) > 1:
        each = (
            page.texts.plain("ballot-size", name=called(page, p), count=n)
            for p, n in sizes.items()
        )
        comma = page.texts.plain("list-comma")
        yield page.texts("ballot-classes", each=comma.join(each), kind=ballot.scope.kind)


def sized(roll: Sequence[Bloc]) -> dict[Participant, int]:
    """Return how many units stand on a roll, by class."""
    found = {p: sum(b.count for b in roll if b.participant is p) for p in Participant}
    return {p: n for p, n in found.items() if n}


def called(page: Page, participant: Participant) -> str:
    """Return how a class is called."""
    return page.texts.plain(f"participant-{participant}")


def voters(page: Page, ballot: Ballot) -> Iterator[str]:
    """Say which classes alone have a vote; all others are told that they may speak (E09)."""
    if ballot.scope.participants != VOTING:
        names = (called(page, p) for p in Participant if p in ballot.scope.participants)
        yield page.texts("ballot-voters", names=page.texts.plain("list-comma").join(names))


def own(page: Page, ballot: Ballot, unit: VotingUnit, roll: Sequence[Bloc]) -> Iterator[str]:
    """Say to a unit as what it is counted, and where its row would show how it voted (N21)."""
    sizes = sized(roll)
    if len(sizes) < 2:  # noqa: PLR2004 -- of one class there are no rows
        return
    few = sizes[unit.participant] < SMALLEST and not ballot.secret
    yield page.texts(
        "ballot-own-class",
        name=called(page, unit.participant),
        count=sizes[unit.participant],
        few="yes" if few else "no",
        kind=ballot.scope.kind,
    )
