"""Who hears of a topic: its proposer, those who lead or check it, and the whole community."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from governance.deliberations.advance import Given
from governance.deliberations.states import TopicAction
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue
from governance.directory import Officer, Role
from governance.notices import Address, Fact, Priority
from services import attention, deliveries, near
from services.ports import Work

A = TopicAction
EVERYBODY = 0  # the reader of a card that stands in the group
REPLIED = "topic-replied"  # the same answer, to whoever made the statement
# said in the group in words; all else is only drawn on the card there, or told by its ballot
ALOUD = frozenset(
    {A.DISCUSS, A.SUMMARISE, A.RESUME, A.AGREE, A.RETRY, A.REFER, A.DIRECT, A.MISS, A.ARCHIVE}
)


def card(
    work: Work, topic: Topic, reader: int, priority: Priority, *, afresh: bool = False
) -> None:
    """Show a topic to somebody in private; afresh where it must be seen at the end of the chat."""
    subject = f"topic:{topic.id}:{reader}:0"
    if afresh:
        work.afresh(subject)
    deliveries.card(work, subject, Address(chat=reader), reader=reader, priority=priority)


def public(work: Work, topic: Topic, *, afresh: bool = False) -> None:
    """Show a topic in the group of those whom it is for, where there is one."""
    chat = near.group(work, topic)
    if chat is None:
        return
    deliveries.card(
        work,
        f"topic:{topic.id}:{EVERYBODY}:0",
        Address(chat=chat.id, topic=topic.thread or None),
        reader=EVERYBODY,
        priority=Priority.BROADCAST,
        afresh=afresh,
    )


def waits(work: Work, topic: Topic) -> int:
    """Return when the group is shown a topic that waits for its morning, in ms; else 0."""
    at = attention.held(work, f"topic:{topic.id}:{EVERYBODY}:0")
    return int(at.timestamp() * 1000) if at else 0


def group(work: Work, talk: Dialogue) -> int:
    """Return the group that hears the end of a talk about a topic; 0 where it has none."""
    chat = near.group(work, work.topics.get(talk.whole("matter")))
    return chat.id if chat else 0


def leaders(work: Work, topic: Topic, *, afresh: bool = False) -> None:
    """Show a topic to each of the committee."""
    for officer in _seated(work, Role.COMMITTEE):
        card(work, topic, officer.telegram, Priority.ASSIGNMENT, afresh=afresh)


def redraw(work: Work, topic: Topic) -> None:
    """Draw every card of a topic anew."""
    work.redraw(f"topic:{topic.id}:")


def facts(topic: Topic, **more: Fact) -> dict[str, Fact]:
    """Return what every sentence about a topic may use; its title is read when it is drawn."""
    return {"topic": topic.id, "number": topic.number, **more}


def step(
    work: Work, topic: Topic, action: TopicAction, given: Given, tells: tuple[Role, ...]
) -> None:
    """Tell those whom the table names of a step; whoever took it knows."""
    said = facts(topic, note=given.note, by=given.by.officer)
    for role in tells:
        key = f"topic-told-{role}-{action}"
        if role is not Role.RESIDENT:
            officers(work, key, said, role, but=given.by.id)
            continue
        told = residents(work, key, said, topic, but=given.by.id)
        if action in ALOUD:
            aloud(work, key, said, topic)
            privately(work, key, said, (r for r in near.readers(work, topic) if r not in told))


def officers(work: Work, key: str, said: dict[str, Fact], role: Role, but: int = 0) -> None:
    """Tell those who hold an office, each in private."""
    readers = (o.telegram for o in _seated(work, role))
    privately(work, key, said, (r for r in readers if r != but))


def residents(
    work: Work, key: str, said: dict[str, Fact], topic: Topic, but: int = 0
) -> frozenset[int]:
    """Tell the proposer, and those whose cases grew into the topic; return all who know now."""
    readers = {int(topic.proposer), *(work.cases.get(c).reporter for c in topic.cases)}
    privately(work, key, said, sorted(r for r in readers - {but} if met(work, r)))
    return frozenset(readers | {but})


def from_afar(work: Work, topic: Topic) -> None:
    """Show a topic that is made known to whoever hears of it in private (A11, A14)."""
    for reader in near.readers(work, topic):
        if str(reader) != topic.proposer:  # he has it already
            card(work, topic, reader, Priority.BROADCAST)


def met(work: Work, person: int) -> bool:
    """Whether an account stands behind a number: not the clock's, nor that of one forgotten."""
    return bool(work.people.get(person).name)


def aloud(work: Work, key: str, said: dict[str, Fact], topic: Topic) -> None:
    """Say something in the group of those whom it is for, under the card of the topic."""
    if place := thread(work, topic):
        deliveries.notice(
            work, key, place, reader=EVERYBODY, priority=Priority.BROADCAST, facts=said
        )


def thread(work: Work, topic: Topic) -> Address | None:
    """Return where a topic is talked over: under its card in the group, in its thread if any."""
    chat = near.group(work, topic)
    if chat is None:
        return None
    here = work.placed(f"topic:{topic.id}:{EVERYBODY}:0") or Address(chat=chat.id)
    return replace(here, topic=topic.thread or here.topic)


def privately(work: Work, key: str, said: dict[str, Fact], readers: Iterable[int]) -> None:
    """Tell people, each in private."""
    for reader in readers:
        deliveries.notice(work, key, Address(chat=reader), reader=reader, facts=said)


def _seated(work: Work, role: Role) -> Iterator[Officer]:
    return (o for o in work.community.holders(role) if o.seated)
