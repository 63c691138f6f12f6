"""What was said at a meeting, entered into the same topic by whoever led it (E06, E17)."""

from governance import powers
from governance.deliberations import topic as topics
from governance.deliberations.statements import Stance, Statement
from governance.dialogues import Dialogue, DialogueKind
from governance.meetings import meeting as meetings
from governance.meetings.forms import SPOKEN
from governance.powers import Verb
from services.meetings import filling
from services.meetings.filling import Gathering
from services.ports import Work


def begin(work: Work, meeting_id: int) -> Dialogue:
    """Ask what was said; Refusal where no topic of the meeting takes it any more."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    meeting = work.meetings.get(meeting_id)
    if len(meeting.agenda) == 1:
        meetings.may_state(meeting, work.topics.get(meeting.agenda[0]), work.now)
    return filling.opened(
        work,
        DialogueKind.SPOKEN,
        meeting=meeting.id,
        number=meeting.number,
        agenda=",".join(map(str, meeting.agenda)),
    )


def finish(work: Work, talk: Dialogue) -> Statement:
    """Enter one statement, marked by who wrote it down; it is nobody's by account."""
    powers.require(work.by, Verb.LEAD_TOPIC)
    meeting = work.meetings.get(talk.whole("meeting"))
    topic = work.topics.get(talk.whole("matter") or meeting.agenda[0])
    meetings.may_state(meeting, topic, work.now)
    said = work.statements.add(
        Statement(
            topic=topic.id,
            person=0,
            stance=Stance(talk.text("stance")),
            text=talk.text("text"),
            shown=True,
            entered_by=work.by.officer,
            at=work.now,
        )
    )
    work.topics.save(topics.stated(topic, work.statements.of(topic.id)))
    work.note("enter", f"topic:{topic.id}", {"statement": said.number, "meeting": meeting.id})
    work.redraw(f"topic:{topic.id}:")
    return said


TALK = Gathering(SPOKEN, finish)
