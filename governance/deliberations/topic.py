"""A topic, and what was done to talk it over (E01 to E06, E18)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from governance.deliberations.concerned import Concerned
from governance.deliberations.statements import Statement, voices
from governance.deliberations.states import (
    RUNNING,
    UNDELIBERATED,
    Consultation,
    Criterion,
    Lack,
    Step,
    TopicStatus,
)
from governance.procedure import Level, Requirements
from governance.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """The five without which nothing is made public (E04)."""

    participants: str = ""
    question: str = ""
    form: str = ""
    timetable: str = ""
    use: str = ""  # what the result is for, and who carries it out

    @property
    def complete(self) -> bool:
        """Whether all five are said."""
        return all((self.participants, self.question, self.form, self.timetable, self.use))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The checklist before admission (E03); None where a question was not answered."""

    in_scope: bool | None = None
    lawful: bool | None = None
    level: Level | None = None
    affected: str = ""
    money: str = ""
    personal_data: bool | None = None
    already_decided: bool | None = None

    @property
    def passed(self) -> bool:
        """Whether every question is answered, and no answer stands against it."""
        answered = self.level and self.affected and self.money and self.personal_data is not None
        open_to_it = self.in_scope and self.lawful and self.already_decided is False
        return bool(answered and open_to_it)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What somebody has against it, who may be directly affected; `met` is how that was met."""

    id: int = 0
    person: str
    text: str = ""
    affected: bool
    met: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One matter and its road; the counts are those of the discussion that runs now.

    `proposer` is an account; `lead` the officer who drafts and answers; `cases` what it grew from.
    An `idea` shows its proposer's name where he `signed` it (B21). `thread` is its own in
    a forum; 0 where it is talked over under its card. `summing` is the summary, part by part.
    """

    id: int = 0
    number: int = 0
    at: datetime | None = None
    proposer: str
    text: str = ""
    entry: str = ""  # of the catalogue (E02)
    node: str = ""  # the grid or building whose neighbours it is for alone (A11)
    theme: str = ""  # under which the head of its group opened it (A10)
    lead: str = ""
    cases: tuple[int, ...] = ()
    idea: bool = False
    signed: bool = False
    thread: int = 0
    criteria: frozenset[Criterion]
    status: TopicStatus = TopicStatus.PROPOSED
    elements: Elements = field(default_factory=Elements)
    review: Review = field(default_factory=Review)
    major: bool = False  # needs the party organisation's study first (E11)
    vital: bool = False  # needs a survey, a notice or a hearing (E18)
    reserved: bool = False  # may be talked over here, and is decided elsewhere (F12)
    party_studied: date | None = None
    party_conclusion: str = ""
    summary: str = ""
    summing: Mapping[str, str] = field(default_factory=dict)
    admitted_at: datetime | None = None
    discussed_from: datetime | None = None
    summarised_at: datetime | None = None
    statements: int = 0
    meetings: int = 0
    consultations: frozenset[Consultation] = frozenset()
    heard: frozenset[str] = frozenset()  # as which classes somebody spoke in this round (E02)
    objections: tuple[Objection, ...] = ()
    concerned: tuple[Concerned, ...] = ()  # whom the organiser named as directly concerned (E09)
    retried: int = 0
    roundup: int = 0  # the number of the last statement that a day's roundup told (E16)
    replied: int = 0  # how many replies of the organiser stood by then
    version: int = 0

    @property
    def undeliberated(self) -> bool:
        """Whether it was closed before anybody could talk about it (E01)."""
        return self.status in UNDELIBERATED

    @property
    def level(self) -> Level | None:
        """Who must decide, as the review said."""
        return self.review.level

    @property
    def standing_objections(self) -> tuple[Objection, ...]:
        """Those of people directly affected that nobody has met (E06)."""
        open_ones = (o for o in self.objections if not (o.met or o.withdrawn))
        return tuple(o for o in open_ones if o.affected)


def lacking(topic: Topic, required: Requirements, at: datetime) -> tuple[str, ...]:
    """Return what is missing before a ballot may be held: nothing, or one name each (E05, E18)."""
    began = topic.discussed_from
    ran = began is not None and at - began >= timedelta(days=required.days)
    talked = ran and topic.statements >= required.statements
    summed = began is not None and topic.summarised_at is not None
    missing = {
        Lack.DISCUSSION: not (talked or (began is not None and topic.meetings)),
        Lack.SUMMARY: not summed,
        Lack.CONSULTATION: topic.vital and not topic.consultations,
        Lack.STAGES: bool(unpassed(topic, required)),
        Lack.PARTICIPANTS: bool(required.participants - topic.heard),
    }
    return tuple(name for name, lacks in missing.items() if lacks)


def unpassed(topic: Topic, required: Requirements) -> frozenset[str]:
    """Return what a topic of this kind must pass and has not (E02)."""
    met = {str(Step.MEETING)} if topic.meetings else set[str]()
    return required.stages - met - set(map(str, topic.consultations))


def waited(topic: Topic, required: Requirements, at: datetime) -> bool:
    """Whether everybody had the time to object to a summary (8.8)."""
    window = timedelta(days=required.objection_days)
    return topic.summarised_at is not None and at - topic.summarised_at >= window


def stated(topic: Topic, said: Iterable[Statement]) -> Topic:
    """Return the topic with its voices counted anew, of what is shown and of this round.

    Refusal where it is not under discussion.
    """
    began = discussed(topic).discussed_from
    heard = (s for s in said if s.shown and began is not None and s.at >= began)
    return replace(topic, statements=voices(heard))


def met(topic: Topic) -> Topic:
    """Return the topic with one recorded meeting more (E17); Refusal as above."""
    return replace(discussed(topic), meetings=topic.meetings + 1)


def consulted(topic: Topic, consultation: Consultation) -> Topic:
    """Return the topic with a survey, a notice or a hearing held (E18); Refusal as above."""
    return replace(discussed(topic), consultations=topic.consultations | {consultation})


def answerable(topic: Topic) -> Topic:
    """Return the topic while the committee may say how an objection was met.

    Refusal during a ballot: whoever knows its result must not decide what it is worth (E06).
    """
    if topic.status is TopicStatus.POLLING:
        raise Refusal("refusal-topic-objection-ballot")
    return topic


def discussed(topic: Topic) -> Topic:
    """Return the topic while it is talked over; Refusal where it is not."""
    if topic.status is not TopicStatus.DISCUSSION:
        raise Refusal("refusal-topic-discussion")
    return topic


def next_in_queue(topics: Iterable[Topic], required: Requirements) -> Topic | None:
    """Return the admitted topic whose turn it is; nobody's while enough are open."""
    every = tuple(topics)
    if sum(t.status in RUNNING for t in every) >= required.open_at_once:
        return None
    waiting = (t for t in every if t.status is TopicStatus.ADMITTED)
    return min(waiting, key=_turn, default=None)


def _turn(topic: Topic) -> tuple[float, int]:
    return topic.admitted_at.timestamp() if topic.admitted_at else 0.0, topic.id
