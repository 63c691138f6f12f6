"""Topics in a number series of their own, with what was said, seconded and objected (8.8)."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.deliberations.concerned import Concerned
from governance.deliberations.statements import Passage, Second
from governance.deliberations.states import Consultation, Criterion, TopicAction, TopicStatus
from governance.deliberations.topic import Elements, Objection, Review, Topic
from governance.procedure import Level
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms
from storage.steps import Steps

WORDS = ("text", "entry", "node", "theme", "lead", "party_conclusion", "summary")
WHETHER = ("major", "vital", "reserved", "idea", "signed")
MOMENTS = ("admitted_at", "discussed_from", "summarised_at")
NUMBERS = ("statements", "meetings", "retried", "thread", "roundup", "replied")
SETS = ("criteria", "consultations", "cases", "heard")
DOCUMENTS = (*SETS, "elements", "review", "summing")
OBJECTED = ("id", "text", "affected", "met", "withdrawn")
MOVING = ("concerned", *WORDS, *WHETHER, *MOMENTS, *NUMBERS, *DOCUMENTS, "status", "party_studied")

TOPICS = Table(
    "topics",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    number("proposer"),
    number("at"),
    number("version"),
    Column("status", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in WORDS),
    *(Column(name, Boolean, nullable=False) for name in WHETHER),
    *(number(name, nullable=True) for name in MOMENTS),
    *(number(name) for name in NUMBERS),
    *(document(name) for name in DOCUMENTS),
    Column("concerned", Text, nullable=False, server_default=""),  # one a line
    Column("party_studied", Text, nullable=True),
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "status"),
)
OBJECTIONS = Table(
    "topic_objections",
    METADATA,
    key(),
    number("topic_id", ForeignKey("topics.id"), index=True),
    number("person"),
    number("at"),
    Column("affected", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("met", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
)
SECONDS = Table(
    "topic_seconds",
    METADATA,
    number("topic_id", ForeignKey("topics.id"), primary_key=True),
    Column("household", Text, primary_key=True),
    number("person"),
    number("at"),
)
PASSAGES = Table(
    "topic_passages",
    METADATA,
    key(),
    number("topic_id", ForeignKey("topics.id"), index=True),
    Column("action", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("note", Text, nullable=False),
    Column("proof", Text, nullable=False),
)

_HERE = TOPICS.c.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(TOPICS.c.number), 0) + 1).where(_HERE)
_ADD = insert(TOPICS).returning(TOPICS.c.id)
_GET = select(TOPICS).where(_HERE, TOPICS.c.id == bindparam("wanted"))
_NUMBERED = select(TOPICS).where(_HERE, TOPICS.c.number == bindparam("wanted"))
_IN = (
    select(TOPICS)
    .where(_HERE, TOPICS.c.status.in_(bindparam("statuses", expanding=True)))
    .order_by(TOPICS.c.id)
)
_SAVE = (
    update(TOPICS)
    .where(TOPICS.c.id == bindparam("b_id"), TOPICS.c.version == bindparam("b_version"))
    .values({name: bindparam(f"b_{name}") for name in MOVING} | {"version": TOPICS.c.version + 1})
)
_OBJECT = insert(OBJECTIONS).returning(OBJECTIONS.c.id)
_OBJECTED = (
    select(OBJECTIONS)
    .where(OBJECTIONS.c.topic_id == bindparam("wanted"))
    .order_by(OBJECTIONS.c.id)
)
_SETTLE = (
    update(OBJECTIONS)
    .where(OBJECTIONS.c.id == bindparam("b_id"))
    .values(met=bindparam("b_met"), withdrawn=bindparam("b_withdrawn"))
)
_THREADED = select(TOPICS).where(_HERE, TOPICS.c.thread == bindparam("wanted"))
_SECOND = upsert(SECONDS).on_conflict_do_nothing(index_elements=["topic_id", "household"])
_SECONDED = (
    select(SECONDS)
    .where(SECONDS.c.topic_id == bindparam("wanted"))
    .order_by(SECONDS.c.at, SECONDS.c.household)
)
_STEPS = Steps(PASSAGES, "topic_id", Passage, TopicAction)


class Topics:
    """Every topic of one community, its seconds, objections and steps."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, topic: Topic) -> Topic:
        """Write a new topic; return it with its id and number."""
        count = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        row = {name: _stored(topic, name) for name in MOVING} | {
            "community_id": self._community,
            "number": count,
            "proposer": int(topic.proposer),
            "at": ms(topic.at) if topic.at else 0,
            "version": 0,
        }
        return replace(topic, number=count, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, topic: int) -> Topic:
        """Return a topic; Unknown if there is none."""
        return self._known(self._db.execute(_GET, self._wanted(topic)).first())

    def numbered(self, number: int) -> Topic:
        """Return the topic of that number in its own series; Unknown if there is none."""
        return self._known(self._db.execute(_NUMBERED, self._wanted(number)).first())

    def threaded(self, thread: int) -> Sequence[Topic]:
        """Return the topics talked over in a thread of this number, each in a group of its own."""
        rows = self._db.execute(_THREADED, self._wanted(thread)).all() if thread else ()
        return [self._topic(row) for row in rows]

    def standing(self, statuses: Sequence[TopicStatus]) -> Sequence[Topic]:
        """Return the topics that stand in one of these statuses, oldest first."""
        asked = {"community": self._community, "statuses": [str(s) for s in statuses]}
        return [self._topic(row) for row in self._db.execute(_IN, asked).all()]

    def save(self, topic: Topic) -> Topic:
        """Write the topic unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": _stored(topic, name) for name in MOVING}
        row |= {"b_id": topic.id, "b_version": topic.version}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(topic, version=topic.version + 1)

    def object(self, topic: int, objection: Objection, at: datetime) -> int:
        """Write an objection down; return its id."""
        row = {
            "topic_id": topic,
            "person": int(objection.person),
            "at": ms(at),
            "affected": objection.affected,
            "text": objection.text,
            "met": objection.met,
            "withdrawn": objection.withdrawn,
        }
        return int(self._db.execute(_OBJECT, row).scalar_one())

    def settle(self, objection: Objection) -> None:
        """Write down how an objection was met, or that it was withdrawn."""
        row = {"b_id": objection.id, "b_met": objection.met, "b_withdrawn": objection.withdrawn}
        self._db.execute(_SETTLE, row)

    def second(self, second: Second) -> bool:
        """Count a household's support once; say whether it was the first of that household."""
        row = {
            "topic_id": second.topic,
            "household": second.household,
            "person": second.person,
            "at": ms(second.at),
        }
        return self._db.execute(_SECOND, row).rowcount == 1

    def seconds(self, topic: int) -> Sequence[Second]:
        """Return the support of a topic, oldest first, one a household."""
        return [
            Second(topic=r.topic_id, household=r.household, person=r.person, at=moment(r.at))
            for r in self._db.execute(_SECONDED, {"wanted": topic})
        ]

    def passed(self, topic: int, passage: Passage) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, topic, passage)

    def passages(self, topic: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, topic)

    def _wanted(self, wanted: int) -> dict[str, int]:
        return {"community": self._community, "wanted": wanted}

    def _known(self, row: Row[Any] | None) -> Topic:
        if row is None:
            raise Unknown("refusal-no-topic")
        return self._topic(row)

    def _topic(self, row: Row[Any]) -> Topic:
        found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
        whole: dict[str, Any] = {name: found[name] for name in (*WORDS, *WHETHER, *NUMBERS)}
        whole |= {n: moment(found[n]) if found[n] is not None else None for n in MOMENTS}
        review = {**found["review"], "level": _level(found["review"]["level"])}
        return Topic(
            id=row.id,
            number=row.number,
            at=moment(row.at),
            proposer=str(row.proposer),
            version=row.version,
            status=TopicStatus(row.status),
            criteria=frozenset(map(Criterion, row.criteria)),
            consultations=frozenset(map(Consultation, row.consultations)),
            cases=tuple(row.cases),
            heard=frozenset(row.heard),
            summing=row.summing,
            elements=Elements(**row.elements),
            review=Review(**review),
            party_studied=date.fromisoformat(row.party_studied) if row.party_studied else None,
            objections=self._objections(row.id),
            concerned=tuple(map(Concerned.read, row.concerned.splitlines())),
            **whole,
        )

    def _objections(self, topic: int) -> tuple[Objection, ...]:
        return tuple(
            Objection(person=str(row.person), **{n: getattr(row, n) for n in OBJECTED})
            for row in self._db.execute(_OBJECTED, {"wanted": topic})
        )


def _level(value: str | None) -> Level | None:
    return Level(value) if value else None


def _stored(topic: Topic, name: str) -> Any:  # noqa: ANN401 -- as the column takes it
    value = getattr(topic, name)
    if name in MOMENTS:
        return ms(value) if value else None
    if name == "party_studied":
        return value.isoformat() if value else None
    if name in {"elements", "review"}:
        return _plain(value)
    if name == "concerned":
        return "\n".join(map(str, value))
    return sorted(value) if name in SETS else value


def _plain(part: Elements | Review) -> Mapping[str, Any]:
    return {f.name: getattr(part, f.name) for f in fields(part)}
