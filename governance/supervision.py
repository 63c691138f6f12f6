"""What supervision says to those who execute: a reminder, or an opinion to be answered (F03)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.dialogues import DialogueKind
from governance.directory import Actor, Role
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction
from governance.forms import Form, Question, these
from governance.lifecycle import Lifecycle, step
from governance.powers import POWER_OF, POWERS, Power, Verb
from governance.refusals import NotAllowed, Refusal
from governance.smallpowers import SmallPower


class Matter(StrEnum):
    """What supervision may speak of; a person is none of it."""

    DISCLOSURE = "disclosure"
    RESOLUTION = "resolution"
    CASE = "case"
    TOPIC = "topic"
    BALLOT = "ballot"


class Said(StrEnum):
    """In which form it speaks."""

    REMINDER = "reminder"
    OPINION = "opinion"


class MeasureStatus(StrEnum):
    """Whether an answer is still waited for."""

    TOLD = "told"  # a reminder waits for nothing
    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class MeasureAction(StrEnum):
    """What can be done to an opinion once it is given."""

    ANSWER = "answer"
    WITHDRAW = "withdraw"


S, A, R = MeasureStatus, MeasureAction, Role

LIFECYCLE = Lifecycle(
    # an answer that comes late is taken all the same, and shown as late
    step(A.ANSWER, {S.OPEN}, S.ANSWERED, POWERS[Verb.ANSWER_OPINION], R.SUPERVISION, reason=True),
    step(A.WITHDRAW, {S.OPEN}, S.WITHDRAWN, POWERS[Verb.GIVE_OPINION], R.COMMITTEE, reason=True),
)
DAYS = (3, 7, 15)  # until a reply is due; calendar days, as an opinion says
# what sends an edition back to its drafter
RETURNING = frozenset({EditionAction.SEND_BACK, EditionAction.OBJECT})

OPINION = Form(
    kind=DialogueKind.GIVE_OPINION,
    questions=(
        Question(field="text", words=True),
        Question(field="days", choices=these(*map(str, DAYS))),
    ),
    confirm=True,
)
REPLY = Form(
    kind=DialogueKind.REPLY_OPINION,
    questions=(Question(field="text", words=True),),
    confirm=True,
)
WITHDRAWAL = Form(
    kind=DialogueKind.WITHDRAW_OPINION,
    questions=(Question(field="text", words=True),),
    confirm=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One reminder or opinion about one matter; `due` is the last day for the written reply.

    Of a reminder, which waits for none, it is the day itself.
    `note` is the reply, or why it was withdrawn; both are public, as the opinion is.
    """

    id: int = 0
    number: int = 0
    said: Said
    matter: Matter
    about: int
    officer: str
    at: datetime
    text: str = ""
    due: date
    status: MeasureStatus = MeasureStatus.TOLD
    note: str = ""
    closed_by: str = ""
    closed_at: datetime | None = None
    missed: bool = False  # whether it was told that the reply was not there in time
    version: int = 0

    @property
    def subject(self) -> str:
        """What it is about, as the audit names it."""
        return f"{self.matter}:{self.about}"

    def unanswered(self, today: date) -> bool:
        """Whether the reply should be there by now, and is not."""
        return self.status is S.OPEN and today > self.due

    def late(self, zone: ZoneInfo) -> int:
        """Return by how many days the reply came too late; 0 for one in time, or for none."""
        if self.status is not S.ANSWERED or self.closed_at is None:
            return 0
        return max((self.closed_at.astimezone(zone).date() - self.due).days, 0)


def remind(known: Iterable[Measure], given: Measure, zone: ZoneInfo) -> Measure:
    """Return a reminder; Refusal for a second one about the same matter on the same day."""
    today = given.at.astimezone(zone).date()
    for each in known:
        same = each.said is Said.REMINDER and each.subject == given.subject
        if same and each.at.astimezone(zone).date() == today:
            raise Refusal("refusal-supervise-reminded")
    return given


def opine(given: Measure, days: int, zone: ZoneInfo) -> Measure:
    """Return an opinion whose reply is due so many days later; Refusal without words."""
    if not given.text:
        raise Refusal("refusal-reason")
    due = given.at.astimezone(zone).date() + timedelta(days=days)
    return replace(given, status=S.OPEN, due=due)


def advance(
    measure: Measure, action: MeasureAction, by: Actor, at: datetime, note: str
) -> Measure:
    """Return an opinion answered or withdrawn; NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(measure.status, action, by.offices)
    if not note:
        raise Refusal("refusal-reason")
    if action is A.ANSWER and by.officer == measure.officer:
        raise NotAllowed("refusal-conflicted")
    return replace(measure, status=taken.target, note=note, closed_by=by.officer, closed_at=at)


def missed(measure: Measure, today: date) -> Measure | None:
    """Return an opinion as one whose reply is missing; None while it is not, or no more."""
    return replace(measure, missed=True) if measure.unanswered(today) else None


def choices(measure: Measure, by: Actor) -> tuple[MeasureAction, ...]:
    """Return what somebody may do to an opinion now: nobody answers what he gave himself."""
    found = LIFECYCLE.choices(measure.status, by.offices)
    return tuple(a for a in found if a is not A.ANSWER or by.officer != measure.officer)


def unmatched(listed: Iterable[SmallPower]) -> tuple[Verb, ...]:
    """Return what the committee carries out under no entry of the list of small powers (F05)."""
    covered = {verb for power in listed for verb in power.covers}
    executed = (v for v in Verb if POWER_OF[v] is Power.EXECUTE and R.COMMITTEE in POWERS[v])
    return tuple(v for v in executed if v not in covered)


def returned(passages: Sequence[Passage]) -> Passage | None:
    """Return the step by which an edition was sent back, if nothing was done to it since."""
    last = passages[-1] if passages else None
    return last if last and last.action in RETURNING else None
