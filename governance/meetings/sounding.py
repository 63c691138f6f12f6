"""A notice with its time to object, and a survey that decides nothing (E18)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance.deliberations.states import Consultation, TopicStatus
from governance.deliberations.topic import Topic, consulted
from governance.directory import THE_CLOCK, Actor, Role
from governance.lifecycle import Lifecycle, step
from governance.meetings.meeting import LEAD
from governance.meetings.states import SoundingAction, SoundingStatus
from governance.procedure import Requirements
from governance.refusals import Refusal

S, A = SoundingStatus, SoundingAction

LIFECYCLE = Lifecycle(
    step(A.CLOSE, {S.OPEN}, S.CLOSED, THE_CLOCK.offices, Role.RESIDENT),
    step(A.WITHDRAW, {S.OPEN}, S.WITHDRAWN, LEAD, Role.RESIDENT, reason=True),
)
# what one message of Telegram holds of a poll (Bot API, sendPoll)
LONGEST_QUESTION, LONGEST_OPTION, FEWEST, MOST = 240, 100, 2, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounding:
    """One notice or survey, open until a time: of a topic, or of a duty report that was shown.

    `topic` or `edition` is 0. A report's survey has no words of its own, its options are those of
    the rules, and its `roster` is how many residents were on record when it was opened (F07).
    A survey's `counts` are those of its options, as Telegram told them last; None: never.
    """

    id: int = 0
    number: int = 0
    topic: int = 0
    edition: int = 0
    roster: int = 0
    kind: Consultation
    text: str
    options: tuple[str, ...] = ()
    by: str
    at: datetime
    until: datetime
    status: SoundingStatus = SoundingStatus.OPEN
    note: str = ""
    chat: int = 0
    message: int = 0
    poll: str = ""
    counts: tuple[int, ...] | None = None
    answered: int = 0
    version: int = 0

    @property
    def told(self) -> bool:
        """Whether there is something that it told: objections were possible, or votes are known.

        A survey that nobody answered heard nobody.
        """
        return self.kind is not Consultation.SURVEY or self.answered > 0


def check_open(topic: Topic) -> None:
    """Raise Refusal unless the topic is under discussion: it belongs to the talk."""
    if topic.status is not TopicStatus.DISCUSSION:
        raise Refusal("refusal-topic-discussion")


def open_until(kind: Consultation, days: int, at: datetime, required: Requirements) -> datetime:
    """Return when it ends; Refusal where a notice leaves less time to object than is required."""
    least = required.notice_days if kind is Consultation.NOTICE else 1
    if days < least:
        raise Refusal("refusal-sounding-short", days=least)
    return at + timedelta(days=days)


def options_of(text: str) -> tuple[str, ...]:
    """Return the answers of a survey, one in each line; Refusal where it could not be asked so."""
    found = tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if not FEWEST <= len(found) <= MOST or any(_long(o, LONGEST_OPTION) for o in found):
        raise Refusal("refusal-survey-options", fewest=FEWEST, most=MOST, longest=LONGEST_OPTION)
    return found


def check_question(text: str) -> None:
    """Raise Refusal where a question is too long for a poll of Telegram."""
    if _long(text, LONGEST_QUESTION):
        raise Refusal("refusal-survey-question", longest=LONGEST_QUESTION)


def _long(text: str, most: int) -> bool:
    return len(text.encode("utf-16-le")) // 2 > most


def advance(
    sounding: Sounding, action: SoundingAction, by: Actor, at: datetime, note: str = ""
) -> Sounding:
    """Return it one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(sounding.status, action, by.offices)
    check_withdraw(sounding, action)
    if taken.reason and not note:
        raise Refusal("refusal-reason")
    if action is A.CLOSE and at < sounding.until:
        raise Refusal("refusal-sounding-open")
    return replace(sounding, status=taken.target, note=note)


def check_withdraw(sounding: Sounding, action: SoundingAction) -> None:
    """Raise Refusal where those whom a survey is about would call it off."""
    if action is A.WITHDRAW and sounding.edition:
        raise Refusal("refusal-survey-duties")


def counted(sounding: Sounding, topic: Topic) -> Topic:
    """Return the topic with this on its record, where it ran to its end within the talk."""
    began = topic.discussed_from
    within = began is not None and sounding.at >= began
    talked = topic.status is TopicStatus.DISCUSSION and within
    if sounding.status is S.CLOSED and talked and sounding.told:
        return consulted(topic, sounding.kind)
    return topic


def may_object(sounding: Sounding, at: datetime) -> bool:
    """Whether the time to object still runs."""
    open_now = sounding.status is S.OPEN and at < sounding.until
    return open_now and sounding.kind is Consultation.NOTICE
