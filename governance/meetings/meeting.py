"""A meeting or a hearing about topics: called ahead of time, on record only once held (E17)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.deliberations.states import Consultation, TopicStatus
from governance.deliberations.topic import Topic, consulted, met
from governance.directory import Actor, Role
from governance.lifecycle import Lifecycle, step
from governance.meetings.states import Coming, MeetingAction, MeetingKind, MeetingStatus
from governance.powers import POWERS, Verb
from governance.procedure import Requirements
from governance.refusals import Refusal

S, A = MeetingStatus, MeetingAction

LEAD = POWERS[Verb.LEAD_TOPIC]
HEARD = (Role.RESIDENT,)
LIFECYCLE = Lifecycle(
    step(A.RECORD, {S.ANNOUNCED}, S.RECORDED, LEAD, *HEARD, proof=True),
    step(A.MOVE, {S.ANNOUNCED}, S.ANNOUNCED, LEAD, *HEARD, reason=True),
    step(A.CANCEL, {S.ANNOUNCED}, S.CANCELLED, LEAD, *HEARD, reason=True),
)
BEFORE = (timedelta(days=1), timedelta(hours=2))  # reminders
TOGETHER = 3  # fewer heads are no meeting in which a matter is talked over (E05)
COUNCIL_TAKES = frozenset({TopicStatus.ADMITTED, TopicStatus.DISCUSSION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting; `agenda` are topics by id, the one it was called for first.

    `opens` is when it begins; `attendance` counts heads; `photo` shows the minutes or the room.
    """

    id: int = 0
    number: int = 0
    agenda: tuple[int, ...]
    kind: MeetingKind
    place: str
    opens: datetime
    called_by: str
    at: datetime
    status: MeetingStatus = MeetingStatus.ANNOUNCED
    attendance: int = 0
    minutes: str = ""
    photo: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What comes with an action: who, when, a reason; where and when instead; the record."""

    by: Actor
    at: datetime
    note: str = ""
    place: str = ""
    opens: datetime | None = None
    attendance: int = 0
    minutes: str = ""
    photo: str = ""


def agenda(kind: MeetingKind, topic: Topic, every: Iterable[Topic]) -> tuple[int, ...]:
    """Return what a meeting talks about; a council takes all that wait or are talked over (E24).

    Refusal where the topic is not under discussion.
    """
    if topic.status is not TopicStatus.DISCUSSION:
        raise Refusal("refusal-topic-discussion")
    if kind is not MeetingKind.COUNCIL or topic.node:
        return (topic.id,)
    found = (t for t in every if t.status in COUNCIL_TAKES and not t.node)
    others = (t.id for t in found if t.id != topic.id)
    return (topic.id, *others)


def session(every: Iterable[Topic]) -> tuple[int, ...]:
    """Return what a session by the calendar talks about, what was admitted first (E24)."""
    found = [t for t in every if t.status in COUNCIL_TAKES and not t.node]
    return tuple(t.id for t in sorted(found, key=lambda t: t.status is not TopicStatus.ADMITTED))


def check_ahead(kind: MeetingKind, opens: datetime, at: datetime, required: Requirements) -> None:
    """Raise Refusal where people would hear of it too late: a hearing is called days ahead."""
    days = required.hearing_days if kind is MeetingKind.HEARING else 0
    if opens <= at or opens - at < timedelta(days=days):
        raise Refusal("refusal-meeting-soon", days=days)


def advance(
    meeting: Meeting, action: MeetingAction, given: Held, required: Requirements
) -> Meeting:
    """Return the meeting one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(meeting.status, action, given.by.offices)
    if taken.reason and not given.note:
        raise Refusal("refusal-reason")
    if taken.proof and not given.minutes:
        raise Refusal("refusal-proof")
    changed = CHANGES[action](meeting, given, required)
    return replace(changed, status=taken.target, note=given.note)


def _moved(meeting: Meeting, given: Held, required: Requirements) -> Meeting:
    opens = given.opens or meeting.opens
    check_ahead(meeting.kind, opens, given.at, required)
    return replace(meeting, opens=opens, place=given.place or meeting.place)


def _recorded(meeting: Meeting, given: Held, _required: Requirements) -> Meeting:
    if given.at < meeting.opens:
        raise Refusal("refusal-meeting-ahead")
    if given.attendance < 1:
        raise Refusal("refusal-meeting-empty")
    return replace(meeting, attendance=given.attendance, minutes=given.minutes, photo=given.photo)


def _same(meeting: Meeting, _given: Held, _required: Requirements) -> Meeting:
    return meeting


CHANGES: Mapping[MeetingAction, Callable[[Meeting, Held, Requirements], Meeting]] = {
    A.MOVE: _moved,
    A.RECORD: _recorded,
    A.CANCEL: _same,
}


def check_coming(meeting: Meeting, coming: Coming, at: datetime) -> None:
    """Raise Refusal where nobody is asked any more, or speakers are not registered (E18)."""
    if meeting.status is not S.ANNOUNCED or at >= meeting.opens:
        raise Refusal("refusal-meeting-over")
    if coming is Coming.SPEAK and meeting.kind is not MeetingKind.HEARING:
        raise Refusal("refusal-meeting-speakers")


def reminders(opens: datetime, at: datetime) -> tuple[datetime, ...]:
    """Return when to remind of a meeting: the day and two hours before, what is still to come."""
    return tuple(opens - each for each in BEFORE if opens - each > at)


def minutes_due(meeting: Meeting, required: Requirements) -> datetime:
    """Return by when the minutes are awaited (E24)."""
    return meeting.opens + timedelta(days=required.minutes_days)


def may_state(meeting: Meeting, topic: Topic, at: datetime) -> None:
    """Raise Refusal unless what was said at a meeting can still be entered into its topic."""
    if meeting.status is S.CANCELLED or at < meeting.opens:
        raise Refusal("refusal-meeting-ahead")
    if topic.id not in meeting.agenda or topic.status is not TopicStatus.DISCUSSION:
        raise Refusal("refusal-topic-discussion")


def counts(meeting: Meeting, topic: Topic) -> bool:
    """Whether a meeting belongs to the talk that runs now: not to an earlier round, nor later."""
    began = topic.discussed_from
    running = topic.status is TopicStatus.DISCUSSION and began is not None
    return running and began is not None and meeting.opens >= began


def counted(meeting: Meeting, topic: Topic) -> Topic:
    """Return the topic with this meeting on its record; a hearing hears everybody too (E18).

    A meeting of fewer than TOGETHER heads is on record, and counts for nothing.
    """
    if meeting.attendance < TOGETHER or not counts(meeting, topic):
        return topic
    talked = met(topic)
    hearing = meeting.kind is MeetingKind.HEARING
    return consulted(talked, Consultation.HEARING) if hearing else talked
