"""Resolutions in a number series of their own, with what was said against them (8.11)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
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

from governance.refusals import Conflict, Unknown
from governance.resolutions.fulfilment import Answers
from governance.resolutions.resolution import (
    Basis,
    Count,
    Edition,
    Passage,
    Resolution,
)
from governance.resolutions.states import ResolutionAction, ResolutionKind, ResolutionStatus
from storage import against, clauses
from storage.clauses import CLAUSES
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms
from storage.steps import Steps

WORDS = ("text", "checked_by", "result")
MOMENTS = ("published_at", "window_until", "in_force_at", "disclosed_at", "asked_until")
DOCUMENTS = ("earlier", "final")
MOVING = (*WORDS, *MOMENTS, *DOCUMENTS, "basis", "kind", "status", "submitted")

RESOLUTIONS = Table(
    "resolutions",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    number("topic_id", ForeignKey("topics.id"), index=True),
    number("at"),
    number("version"),
    Column("status", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("drafted_by", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in WORDS),
    Column("submitted", Boolean, nullable=False),
    *(number(name, nullable=True) for name in MOMENTS),
    *(document(name) for name in DOCUMENTS),
    document("basis", nullable=True),
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "status"),
)
PASSAGES = Table(
    "resolution_passages",
    METADATA,
    key(),
    number("resolution_id", ForeignKey("resolutions.id"), index=True),
    Column("action", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("note", Text, nullable=False),
)

R = RESOLUTIONS.c
_HERE = R.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(R.number), 0) + 1).where(_HERE)
_ADD = insert(RESOLUTIONS).returning(R.id)
_GET = select(RESOLUTIONS).where(_HERE, R.id == bindparam("wanted"))
_NUMBERED = select(RESOLUTIONS).where(_HERE, R.number == bindparam("wanted"))
_OF_TOPIC = (
    select(RESOLUTIONS)
    .where(_HERE, R.topic_id == bindparam("wanted"))
    .order_by(R.id.desc())
    .limit(1)
)
_OF_CASE = (
    select(RESOLUTIONS)
    .join(CLAUSES, CLAUSES.c.resolution_id == R.id)
    .where(_HERE, CLAUSES.c.case_id == bindparam("wanted"))
)
_IN = (
    select(RESOLUTIONS)
    .where(_HERE, R.status.in_(bindparam("statuses", expanding=True)))
    .order_by(R.id.desc())
)
_SAVE = (
    update(RESOLUTIONS)
    .where(R.id == bindparam("b_id"), R.version == bindparam("b_version"))
    .values({name: bindparam(f"b_{name}") for name in MOVING} | {"version": R.version + 1})
)
_STEPS = Steps(PASSAGES, "resolution_id", Passage, ResolutionAction)


class Resolutions:
    """Every resolution of one community, with its promises, objections, corrections and steps."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, resolution: Resolution) -> Resolution:
        """Write a new resolution; return it with its id and number."""
        count = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        row = {name: _stored(resolution, name) for name in MOVING} | {
            "community_id": self._community,
            "number": count,
            "topic_id": resolution.topic,
            "at": ms(resolution.at),
            "drafted_by": resolution.drafted_by,
            "version": 0,
        }
        made = self._db.execute(_ADD, row).scalar_one()
        clauses.write(self._db, made, resolution.clauses)
        return self.get(made)

    def get(self, resolution: int) -> Resolution:
        """Return a resolution; Unknown if there is none."""
        return self._known(self._db.execute(_GET, self._wanted(resolution)).first())

    def numbered(self, number: int) -> Resolution:
        """Return the resolution of that number in its own series; Unknown if there is none."""
        return self._known(self._db.execute(_NUMBERED, self._wanted(number)).first())

    def of_topic(self, topic: int) -> Resolution | None:
        """Return the newest resolution of a topic, if it has one."""
        row = self._db.execute(_OF_TOPIC, self._wanted(topic)).first()
        return self._known(row) if row else None

    def of_case(self, case: int) -> Resolution | None:
        """Return the resolution of which a case carries out a promise, if there is one."""
        row = self._db.execute(_OF_CASE, self._wanted(case)).first()
        return self._known(row) if row else None

    def standing(self, statuses: Sequence[ResolutionStatus]) -> Sequence[Resolution]:
        """Return the resolutions that stand in one of these statuses, newest first."""
        asked = {"community": self._community, "statuses": [str(s) for s in statuses]}
        return [self._known(row) for row in self._db.execute(_IN, asked).all()]

    def save(self, resolution: Resolution) -> Resolution:
        """Write it with all its parts unless somebody else did since it was read (then Conflict).

        Returns it with the ids of what was new.
        """
        row = {f"b_{name}": _stored(resolution, name) for name in MOVING}
        row |= {"b_id": resolution.id, "b_version": resolution.version}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        clauses.write(self._db, resolution.id, resolution.clauses)
        against.write(self._db, resolution)
        return self.get(resolution.id)

    def passed(self, resolution: int, passage: Passage) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, resolution, passage)

    def passages(self, resolution: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, resolution)

    def _wanted(self, wanted: int) -> dict[str, int]:
        return {"community": self._community, "wanted": wanted}

    def _known(self, row: Row[Any] | None) -> Resolution:
        if row is None:
            raise Unknown("refusal-no-resolution")
        found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
        whole: dict[str, Any] = {name: found[name] for name in WORDS}
        whole |= {n: moment(found[n]) if found[n] is not None else None for n in MOMENTS}
        return Resolution(
            id=row.id,
            number=row.number,
            topic=row.topic_id,
            at=moment(row.at),
            version=row.version,
            status=ResolutionStatus(row.status),
            kind=ResolutionKind(row.kind),
            drafted_by=row.drafted_by,
            submitted=row.submitted,
            basis=_basis(row.basis) if row.basis else None,
            earlier=tuple(_edition(each) for each in row.earlier),
            final={name: Answers(**count) for name, count in row.final.items()},
            clauses=clauses.read(self._db, row.id),
            contests=against.contests(self._db, row.id),
            corrections=against.corrections(self._db, row.id),
            **whole,
        )


def _stored(resolution: Resolution, name: str) -> Any:  # noqa: ANN401 -- as the column takes it
    value = getattr(resolution, name)
    if name in MOMENTS:
        return ms(value) if value else None
    if name == "basis":
        return asdict(value) if value else None
    if name == "earlier":
        return [asdict(each) for each in value]
    if name == "final":
        return {key: asdict(count) for key, count in value.items()}
    return value


def _basis(said: Mapping[str, Any]) -> Basis:
    counts = (
        Count(**{**each, "tally": tuple((o, n) for o, n in each["tally"])})
        for each in said["counts"]
    )
    return Basis(**{**said, "counts": tuple(counts)})


def _edition(said: Mapping[str, Any]) -> Edition:
    return Edition(text=said["text"], clauses=tuple(tuple(each) for each in said["clauses"]))
