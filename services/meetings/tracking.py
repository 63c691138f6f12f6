"""The six steps of a topic: one record each, in order; what is to be shown is awaited (E13)."""

from datetime import date, datetime, time, timedelta

from governance import fourstep, powers
from governance.deliberations.states import OVER
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.fourstep import FORM, MEETINGS, FourStep, Minuted, Track
from governance.meetings.forms import NO
from governance.notices import Address, Priority
from governance.powers import Verb
from governance.refusals import Refusal
from services import deliveries
from services.meetings import filling, telling
from services.meetings.filling import Gathering
from services.ports import Shelf, Work

READERS = frozenset({Role.COMMITTEE, Role.SUPERVISION})
MORNING = time(9)


def track_of(shelf: Shelf, topic_id: int) -> Track:
    """Return the way of a topic; one that was not begun has no records."""
    return shelf.tracks.of(topic_id) or Track(topic=topic_id)


def show(work: Work, topic_id: int) -> None:
    """Show the record of the steps so far, to committee and supervision."""
    if not READERS & work.by.offices:
        powers.require(work.by, Verb.SEE_POSTS)
    topic = work.topics.get(topic_id)
    facts = {"topic": topic.id}
    deliveries.notice(
        work, "fourstep-minutes", Address(chat=work.by.id), reader=work.by.id, facts=facts
    )


def begin(work: Work, topic_id: int) -> Dialogue:
    """Ask for the next step's record: no other can be asked for."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    step = fourstep.next_step(track_of(work, topic.id))
    if step is None or topic.status in OVER:
        raise Refusal("refusal-closed")
    return filling.opened(
        work, DialogueKind.FOURSTEP, matter=topic.id, number=topic.number, step=step
    )


def finish(work: Work, talk: Dialogue) -> Track:
    """Record one step; a disclosure is told in the groups, the next one is awaited."""
    topic = work.topics.get(talk.whole("matter"))
    minuted = Minuted(
        step=FourStep(talk.text("step")),
        on=date.fromisoformat(talk.text("on")),
        expected=talk.whole("expected"),
        present=talk.whole("present"),
        passed=talk.text("passed") != NO,
        result=talk.text("result"),
        photo=talk.text("photo"),
        by=work.by.officer,
        at=work.now,
    )
    here, needed = filling.today(work.community, work.now), work.community.deliberation
    track = fourstep.record(track_of(work, topic.id), minuted, work.by, here, needed)
    track = work.tracks.save(track)
    work.note(minuted.step, f"topic:{topic.id}", {"on": talk.text("on"), "ok": minuted.passed})
    if minuted.step not in MEETINGS:
        telling.everybody(work, "fourstep-shown", {"topic": topic.id})
    _await(work, track)
    show(work, topic.id)
    return track


def _await(work: Work, track: Track) -> None:
    """Ask to be woken once the decision should have been shown, on the morning after that day."""
    if due := fourstep.disclosure_due(track, work.community.deliberation):
        zone = work.community.calendar.zone
        at = datetime.combine(due + timedelta(days=1), MORNING, zone)
        key = f"fourstep_unshown:{track.topic}"
        work.due(at, "fourstep_unshown", key, topic=track.topic)


def unshown(work: Work, topic: int) -> None:
    """Say to committee and supervision that a decision was not shown on its day."""
    if fourstep.next_step(track_of(work, topic)) is not FourStep.SHOW_DECISION:
        return
    facts = {"topic": topic}
    for role in sorted(READERS):
        telling.office(work, role, "fourstep-unshown", facts, Priority.REMINDER)


TALK = Gathering(FORM, finish)
