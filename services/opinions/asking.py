"""Statements put to a resident one after another, a few a day, in private (idea 19 of peers)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo

from governance import residents
from governance.deliberations import charts
from governance.deliberations.opinions import Answer
from governance.deliberations.statements import Statement
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from governance.notices import Address, Priority
from governance.refusals import Refusal, Unknown
from services import deliveries, near
from services.ports import Shelf, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody is asked now: nothing where all is answered, or enough for this day."""

    topic: Topic
    statement: Statement | None
    answered: int  # today
    most: int

    @property
    def enough(self) -> bool:
        """Whether it was enough for one day."""
        return self.answered >= self.most


def begin(work: Work, topic_id: int) -> None:
    """Put the next statement to whoever asks; Refusal to a stranger, or where the talk is over."""
    work.people.reach(work.by.id, reachable=True)
    topic = _open(work, topic_id)
    subject = _subject(topic.id, work.by.id)
    work.afresh(subject)
    here = Address(chat=work.by.id)
    deliveries.card(work, subject, here, reader=work.by.id, priority=Priority.ANSWER)


def answer(work: Work, topic_id: int, number: int, said: Answer) -> Answer:
    """Write an answer to a statement down, and go on to the next; the newest answer counts.

    Refusal where the talk is over or enough was answered today; Unknown for what is not shown.
    """
    topic = _open(work, topic_id)
    statement = work.statements.numbered(topic.id, number)
    if statement not in charts.readable([statement]) or statement.person == work.by.id:
        raise Unknown("refusal-no-dialogue")
    before = (str(work.by.id), statement.number) in work.statements.said(topic.id)
    if not before and question(work, topic.id, work.by.id, work.now).enough:
        raise Refusal("refusal-opinion-enough")
    # no line in the audit: it would say who answered what, and when
    work.statements.answer(statement.id, work.by.id, said, work.now)
    work.redraw(_subject(topic.id, work.by.id))
    return said


def question(shelf: Shelf, topic_id: int, person: int, at: datetime) -> Question:
    """Return what somebody is asked at a time; Unknown if there is no such topic."""
    topic = shelf.topics.get(topic_id)
    since = _midnight(at, shelf.community.calendar.zone)
    said = shelf.statements.said(topic.id)
    return Question(
        topic=topic,
        statement=charts.upcoming(shelf.statements.of(topic.id), said, person),
        answered=shelf.statements.answered(topic.id, person, since),
        most=shelf.community.deliberation.statements_a_day,
    )


def _midnight(at: datetime, zone: tzinfo) -> datetime:
    return datetime.combine(at.astimezone(zone).date(), time.min, zone).astimezone(UTC)


def _open(work: Work, topic_id: int) -> Topic:
    topic = near.among(work, work.topics.get(topic_id))
    if residents.primary(work.residents.of(work.by.id)) is None:
        raise Refusal("refusal-opinion-resident")
    if topic.status is not TopicStatus.DISCUSSION:
        raise Refusal("refusal-topic-discussion")
    return topic


def _subject(topic: int, person: int) -> str:
    return f"opinion:{topic}:{person}"
