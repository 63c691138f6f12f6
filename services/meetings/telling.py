"""Who hears of meetings and soundings: the residents' groups in numbers, the committee whole."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from governance.directory import AMONG_NEIGHBOURS, Chat, ChatKind, Officer, Role
from governance.meetings.meeting import Meeting
from governance.meetings.sounding import Sounding
from governance.notices import Address, Fact, Policy, Priority
from services import deliveries, near
from services.deliveries import NO_FACTS
from services.ports import Shelf, Work


def groups(shelf: Shelf, topic: int = 0) -> tuple[Chat, ...]:
    """Return where everybody hears of it: the group of the whole community, else each other.

    Of a topic of a few neighbours, their own group alone, if they have one (A11).
    """
    if topic and (found := shelf.topics.get(topic)).node:
        here = near.group(shelf, found)
        return (here,) if here else ()
    whole = shelf.community.chat(ChatKind.COMMUNITY)
    if whole:
        return (whole,)
    return tuple(c for c in shelf.community.chats if c.kind in AMONG_NEIGHBOURS)


def everybody(
    work: Work,
    key: str,
    facts: Mapping[str, Fact] = NO_FACTS,
    *,
    priority: Priority = Priority.ANSWER,
    policy: Policy = Policy.RESEND,
) -> None:
    """Tell words in the groups; of a few neighbours' topic, in theirs."""
    for chat in groups(work, _about(work, facts)):
        deliveries.notice(
            work,
            key,
            Address(chat=chat.id),
            reader=chat.id,
            priority=priority,
            policy=policy,
            facts=facts,
        )


def _about(shelf: Shelf, facts: Mapping[str, Fact]) -> int:
    """Return of which topic something is told; 0 of none."""
    if meeting := facts.get("meeting"):
        return shelf.meetings.get(int(meeting)).agenda[0]
    sounding = facts.get("sounding")
    return shelf.soundings.get(int(sounding)).topic if sounding else 0


def officers(work: Work, role: Role) -> Iterable[Officer]:
    """Return those who hold an office and can be written to."""
    return (o for o in work.community.holders(role) if o.seated)


def office(
    work: Work, role: Role, key: str, facts: Mapping[str, Fact], priority: Priority
) -> None:
    """Tell words to each who holds an office."""
    for officer in officers(work, role):
        here = deliveries.to_officer(work, officer.key)
        reader = officer.telegram
        deliveries.notice(work, key, here, reader=reader, priority=priority, facts=facts)


def of_meeting(meeting: Meeting, **more: Fact) -> dict[str, Fact]:
    """Return what every sentence about a meeting may use."""
    facts: dict[str, Fact] = {"meeting": meeting.id, "number": meeting.number}
    return facts | {"sort": meeting.kind, "opens": ms(meeting.opens), **more}


def of_sounding(sounding: Sounding, **more: Fact) -> dict[str, Fact]:
    """Return what every sentence about a notice or a survey may use."""
    facts: dict[str, Fact] = {"sounding": sounding.id, "number": sounding.number}
    return facts | {"instrument": sounding.kind, **more}


def ms(at: datetime) -> int:
    """Return a time as facts hold it, in milliseconds."""
    return int(at.timestamp() * 1000)


def invite(work: Work, meeting: Meeting) -> None:
    """Put the invitation into the groups: one card each, edited in place."""
    for chat in groups(work, meeting.agenda[0]):
        here = Address(chat=chat.id)
        subject = f"meeting:{meeting.id}:{abs(chat.id)}"
        deliveries.card(work, subject, here, reader=chat.id, priority=Priority.BROADCAST)


def post(work: Work, sounding: Sounding) -> None:
    """Put a notice into the groups: one card each, edited in place."""
    for chat in groups(work, sounding.topic):
        here = Address(chat=chat.id)
        subject = f"sounding:{sounding.id}:{abs(chat.id)}"
        deliveries.card(work, subject, here, reader=chat.id, priority=Priority.BROADCAST)


def sheet(work: Work, meeting: Meeting) -> None:
    """Show a meeting to whoever leads it, in private."""
    me = work.by.id
    subject = f"gathering:{meeting.id}:{me}"
    deliveries.card(work, subject, Address(chat=me), reader=me, priority=Priority.ANSWER)


def redraw(work: Work, meeting: Meeting) -> None:
    """Draw every card of a meeting anew."""
    work.redraw(f"meeting:{meeting.id}:")
    work.redraw(f"gathering:{meeting.id}:")
