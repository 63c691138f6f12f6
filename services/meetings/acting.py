"""What the committee does with a meeting: move it, call it off, put it on record (E17, E18)."""

from collections.abc import Mapping
from dataclasses import replace

from governance import powers
from governance.dialogues import Dialogue, DialogueKind
from governance.meetings import meeting as meetings
from governance.meetings.forms import MINUTES, MOVE
from governance.meetings.meeting import LIFECYCLE, Held, Meeting
from governance.meetings.states import MeetingAction
from governance.powers import Verb
from governance.refusals import Refusal
from services.meetings import filling, telling, waiting
from services.meetings.filling import Gathering
from services.ports import Work

A = MeetingAction
FORMED: Mapping[MeetingAction, DialogueKind] = {
    A.MOVE: DialogueKind.MOVE_MEETING,
    A.CANCEL: DialogueKind.CALL_OFF,
    A.RECORD: DialogueKind.MINUTES,
}


def show(work: Work, meeting_id: int) -> Meeting:
    """Show a meeting to whoever leads it."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    meeting = work.meetings.get(meeting_id)
    telling.sheet(work, meeting)
    return meeting


def press(work: Work, meeting_id: int, action: MeetingAction) -> Dialogue:
    """Open the talk that a step needs; NotAllowed or Refusal where it cannot be taken."""
    meeting = work.meetings.get(meeting_id)
    LIFECYCLE.step(meeting.status, action, work.by.offices)
    if action is A.RECORD and work.now < meeting.opens:
        raise Refusal("refusal-meeting-ahead")
    return filling.opened(work, FORMED[action], meeting=meeting.id, number=meeting.number)


def act(work: Work, meeting_id: int, action: MeetingAction, given: Held) -> Meeting:
    """Take a step: saved, noted, told in the groups; what was held counts for its topics."""
    meeting = work.meetings.get(meeting_id)
    needed = work.community.deliberation
    meeting = work.meetings.save(meetings.advance(meeting, action, given, needed))
    work.note(action, f"meeting:{meeting.id}", {"note": given.note, "heads": given.attendance})
    if action is A.RECORD:
        _count(work, meeting)
    if action is A.MOVE:
        waiting.arm(work, meeting)
    telling.everybody(work, f"meeting-told-{action}", telling.of_meeting(meeting))
    if meeting.photo:
        telling.everybody(work, "meeting-photo", telling.of_meeting(meeting))
    telling.redraw(work, meeting)
    return meeting


def _count(work: Work, meeting: Meeting) -> None:
    for number in meeting.agenda:
        topic = work.topics.get(number)
        counted = meetings.counted(meeting, topic)
        if counted != topic:
            work.topics.save(counted)
            work.redraw(f"topic:{topic.id}:")


def _given(work: Work, talk: Dialogue) -> Held:
    given = Held(by=work.by, at=work.now, note=talk.text("note"))
    return replace(given, place=talk.text("place"))


def moved(work: Work, talk: Dialogue) -> Meeting:
    """Move a meeting for which a talk gathered when, where and why."""
    given = replace(_given(work, talk), opens=filling.moment_of(work, talk))
    return act(work, talk.whole("meeting"), A.MOVE, given)


def recorded(work: Work, talk: Dialogue) -> Meeting:
    """Put a meeting on record: heads, minutes, a picture."""
    given = replace(
        _given(work, talk),
        attendance=talk.whole("attendance"),
        minutes=talk.text("minutes"),
        photo=talk.text("photo"),
    )
    return act(work, talk.whole("meeting"), A.RECORD, given)


def cancelled(work: Work, talk: Dialogue) -> Meeting:
    """Call a meeting off."""
    return act(work, talk.whole("meeting"), A.CANCEL, _given(work, talk))


MOVING, RECORDING = Gathering(MOVE, moved), Gathering(MINUTES, recorded)
