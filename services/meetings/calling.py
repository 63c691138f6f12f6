"""Calling a meeting from a topic under discussion, with its invitation and its reminders (E17)."""

from governance import powers
from governance.dialogues import Dialogue, DialogueKind
from governance.meetings import meeting as meetings
from governance.meetings.forms import CONVENE
from governance.meetings.meeting import COUNCIL_TAKES, Meeting
from governance.meetings.states import MeetingKind
from governance.powers import Verb
from services.meetings import filling, telling, waiting
from services.meetings.filling import Gathering
from services.ports import Work


def begin(work: Work, topic_id: int) -> Dialogue:
    """Ask the committee what, when and where; NotAllowed or Refusal before anything is asked."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    topic = work.topics.get(topic_id)
    meetings.agenda(MeetingKind.TALK, topic, ())
    return filling.opened(
        work, DialogueKind.CONVENE, matter=topic.id, number=topic.number, text=topic.text
    )


def finish(work: Work, talk: Dialogue) -> Meeting:
    """Announce the meeting of which a talk gathered all."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    kind, topic = MeetingKind(talk.text("sort")), work.topics.get(talk.whole("matter"))
    opens = filling.moment_of(work, talk)
    meetings.check_ahead(kind, opens, work.now, work.community.deliberation)
    meeting = work.meetings.add(
        Meeting(
            agenda=meetings.agenda(kind, topic, work.topics.standing(sorted(COUNCIL_TAKES))),
            kind=kind,
            place=talk.text("place"),
            opens=opens,
            called_by=work.by.officer,
            at=work.now,
        )
    )
    work.note("convene", f"meeting:{meeting.id}", {"kind": kind, "agenda": list(meeting.agenda)})
    telling.invite(work, meeting)
    telling.sheet(work, meeting)
    waiting.arm(work, meeting)
    return meeting


TALK = Gathering(CONVENE, finish)
