"""What is asked before a meeting is called, put on record, or people are sounded."""

from datetime import date, timedelta

from governance.deliberations.statements import Stance
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question, these
from governance.meetings.states import MeetingKind

HOURS = ("09:00", "10:00", "14:30", "15:30", "19:00", "19:30")
YES, NO = "yes", "no"
DAYS_SHOWN = 8
PERIODS = ("3", "5", "7", "15")  # days that a notice or a survey runs


def days_ahead(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    """Offer the next days; later ones are written."""
    today = date.fromisoformat(talk.text("today"))
    return tuple((today + timedelta(days=n)).isoformat() for n in range(1, DAYS_SHOWN + 1))


def days_behind(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    """Offer the last days; earlier ones are written."""
    today = date.fromisoformat(talk.text("today"))
    return tuple((today - timedelta(days=n)).isoformat() for n in range(DAYS_SHOWN))


def _agenda(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    return tuple(talk.text("agenda").split(","))


def _several(talk: Dialogue) -> bool:
    return "," in talk.text("agenda")


WHEN = (
    Question(field="day", choices=days_ahead, words=True),
    Question(field="hour", choices=these(*HOURS), words=True),
)
CONVENE = Form(
    kind=DialogueKind.CONVENE,
    confirm=True,
    questions=(
        Question(field="sort", choices=these(*MeetingKind)),
        *WHEN,
        Question(field="place", words=True),
    ),
)
MOVE = Form(
    kind=DialogueKind.MOVE_MEETING,
    confirm=True,
    questions=(
        *WHEN,
        Question(field="place", words=True, optional=True),
        Question(field="note", words=True),
    ),
)
CALL_OFF = Form(
    kind=DialogueKind.CALL_OFF, questions=(Question(field="note", words=True),), confirm=True
)
MINUTES = Form(
    kind=DialogueKind.MINUTES,
    confirm=True,
    questions=(
        Question(field="attendance", words=True),
        Question(field="minutes", words=True),
        Question(field="photo", optional=True),
    ),
)
SPOKEN = Form(
    kind=DialogueKind.SPOKEN,
    questions=(
        Question(field="matter", choices=_agenda, when=_several),
        Question(field="stance", choices=these(*Stance)),
        Question(field="text", words=True),
    ),
)
NOTICE = Form(
    kind=DialogueKind.POST_NOTICE,
    confirm=True,
    questions=(
        Question(field="text", words=True),
        Question(field="days", choices=these(*PERIODS)),
    ),
)
SURVEY = Form(
    kind=DialogueKind.POST_SURVEY,
    confirm=True,
    questions=(
        Question(field="text", words=True),
        Question(field="options", words=True),
        Question(field="days", choices=these(*PERIODS)),
    ),
)
OBJECT = Form(
    kind=DialogueKind.OBJECT,
    confirm=True,
    questions=(
        Question(field="affected", choices=these(YES, NO)),
        Question(field="text", words=True),
    ),
)
