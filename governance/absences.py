"""Being off duty, and leave: from when to when, and who answers meanwhile (A06, 8.5)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from governance.calendar import WorkCalendar
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community, Officer, Role
from governance.forms import Form, Question, these
from governance.refusals import Refusal

EVENING = time(18)


class AbsenceStatus(StrEnum):
    """Whether an absence is still to come, is on, or is over."""

    PLANNED = "planned"
    ON = "on"
    OVER = "over"


class Until(StrEnum):
    """How long an officer will be away, as a button says it."""

    OPEN = "open"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    DATES = "dates"


class Held(StrEnum):
    """What becomes of the cases that an officer holds when leaving."""

    HAND_OVER = "hand-over"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One officer's time away; `ends` is None until he says that he is back."""

    id: int = 0
    officer: str
    starts: datetime
    ends: datetime | None
    substitute: str
    held: Held
    status: AbsenceStatus = AbsenceStatus.PLANNED


def _between_dates(dialogue: Dialogue) -> bool:
    return dialogue.text("until") == Until.DATES


def _busy(dialogue: Dialogue) -> bool:
    return bool(dialogue.text("busy"))


def _colleagues(community: Community, dialogue: Dialogue) -> tuple[str, ...]:
    own = dialogue.text("own")
    return tuple(
        o.key for o in community.officers if o.key != own and o.present and o.offices & FIELD
    )


FIELD = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.DISPATCHER, Role.COMMITTEE})
FORM = Form(
    kind=DialogueKind.LEAVE,
    questions=(
        Question(field="until", choices=these(*Until)),
        Question(field="from", words=True, when=_between_dates),
        Question(field="to", words=True, when=_between_dates),
        Question(field="officer", choices=_colleagues, optional=True),
        Question(field="held", choices=these(*Held), when=_busy),
    ),
    confirm=True,
)


def span(
    calendar: WorkCalendar, dialogue: Dialogue, now: datetime
) -> tuple[datetime, datetime | None]:
    """Return from when to when somebody will be away; Refusal if it would end before it begins."""
    today = now.astimezone(calendar.zone).date()
    match Until(dialogue.text("until")):
        case Until.OPEN:
            return now, None
        case Until.EVENING:
            ends = _local(calendar, today, EVENING)
            return now, ends if ends > now else _local(calendar, today + timedelta(1), EVENING)
        case Until.TOMORROW:
            opens = calendar.shifts[0].start
            return now, _local(calendar, today + timedelta(1), opens)
    first, last = (date.fromisoformat(dialogue.text(field)) for field in ("from", "to"))
    if last < first:
        raise Refusal("refusal-day")
    starts = max(now, _local(calendar, first, time()))
    return starts, _local(calendar, last + timedelta(1), time())


def _local(calendar: WorkCalendar, day: date, at: time) -> datetime:
    return datetime.combine(day, at, calendar.zone).astimezone(UTC)


def clashes(one: Absence, other: Absence) -> bool:
    """Whether two absences of one officer overlap."""
    return (one.ends is None or other.starts < one.ends) and (
        other.ends is None or one.starts < other.ends
    )


def usual_substitute(community: Community, officer: Officer) -> str:
    """Return who stands in where nobody is named: of a grid's worker the substitute; or nobody."""
    for grid in community.grids:
        if grid.worker == officer.key:
            return grid.substitute
        if grid.substitute == officer.key:
            return grid.worker
    return ""
