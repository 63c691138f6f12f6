"""Ballots in a number series of their own, with their steps and what came of them (8.9)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
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
    cast,
    func,
    insert,
    select,
    update,
)

from governance.ballots.ballot import Ballot
from governance.ballots.passages import Passage
from governance.ballots.result import Bloc, Result
from governance.ballots.roll import Roll
from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.refusals import Conflict, Unknown
from storage import terms
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms
from storage.steps import Steps
from storage.turnout import turnout
from storage.votes import Votes

WORDS = ("method", "question", "body", "drafted_by", "void_asked_by")
MOMENTS = ("opens", "closes")
DOCUMENTS = ("paper", "rule", "scope", "carried_by", "offline")
READERS: Mapping[str, Callable[[Any], Any]] = {
    "paper": terms.paper,
    "rule": terms.rule,
    "scope": terms.scope,
}
OTHERS = ("instrument", "secret", "status", "contest_until", "persons")
MOVING = (*WORDS, *MOMENTS, *DOCUMENTS, *OTHERS)

BALLOTS = Table(
    "ballots",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    number("topic_id", ForeignKey("topics.id"), index=True),
    number("version"),
    Column("status", Text, nullable=False),
    Column("instrument", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in WORDS),
    Column("secret", Boolean, nullable=False),
    *(number(name) for name in MOMENTS),
    number("contest_until", nullable=True),
    *(document(name) for name in DOCUMENTS),
    Column("persons", Text, nullable=False),  # as `,1,2,`: found by `,1,`
    document("result", nullable=True),
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "status"),
)
PASSAGES = Table(
    "ballot_passages",
    METADATA,
    key(),
    number("ballot_id", ForeignKey("ballots.id"), index=True),
    Column("action", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("person"),
    number("at"),
    Column("note", Text, nullable=False),
)

_HERE = BALLOTS.c.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(BALLOTS.c.number), 0) + 1).where(_HERE)
_ADD = insert(BALLOTS).returning(BALLOTS.c.id)
# the terms as they were written: at each press they are the same, and need not be read anew
_TERMS = (cast(BALLOTS.c[name], Text).label(name) for name in DOCUMENTS)
_OTHERS = (c for c in BALLOTS.c if c.name not in {*DOCUMENTS, "result"})
_ALL = select(*_OTHERS, *_TERMS).where(_HERE).order_by(BALLOTS.c.id)
_GET = _ALL.where(BALLOTS.c.id == bindparam("wanted"))
_NUMBERED = _ALL.where(BALLOTS.c.number == bindparam("wanted"))
_OF_TOPIC = _ALL.where(BALLOTS.c.topic_id == bindparam("wanted"))
_IN = _ALL.where(BALLOTS.c.status.in_(bindparam("statuses", expanding=True)))
_RESULT = select(BALLOTS.c.result).where(_HERE, BALLOTS.c.id == bindparam("wanted"))
_SAVE = (
    update(BALLOTS)
    .where(BALLOTS.c.id == bindparam("b_id"), BALLOTS.c.version == bindparam("b_version"))
    .values({name: bindparam(f"b_{name}") for name in MOVING} | {"version": BALLOTS.c.version + 1})
)
_KEEP = (
    update(BALLOTS).where(BALLOTS.c.id == bindparam("b_id")).values(result=bindparam("b_result"))
)
_STEPS = Steps(PASSAGES, "ballot_id", Passage, BallotAction)


class Ballots(Votes):
    """Every ballot of one community: its roll and votes, its steps, its result."""

    def __init__(self, connection: Connection, community: int) -> None:
        super().__init__(connection)
        self._community = community

    def add(self, ballot: Ballot) -> Ballot:
        """Write a new ballot; return it with its id and number."""
        count = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        row = {name: _stored(ballot, name) for name in MOVING} | {
            "community_id": self._community,
            "number": count,
            "topic_id": ballot.topic,
            "version": 0,
            "result": None,
        }
        return replace(ballot, number=count, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, ballot: int) -> Ballot:
        """Return a ballot; Unknown if there is none."""
        return _known(self._db.execute(_GET, self._wanted(ballot)).first())

    def numbered(self, number: int) -> Ballot:
        """Return the ballot of that number in its own series; Unknown if there is none."""
        return _known(self._db.execute(_NUMBERED, self._wanted(number)).first())

    def of_topic(self, topic: int) -> Sequence[Ballot]:
        """Return the ballots of a topic, oldest first."""
        return [_ballot(row) for row in self._db.execute(_OF_TOPIC, self._wanted(topic)).all()]

    def standing(self, statuses: Sequence[BallotStatus]) -> Sequence[Ballot]:
        """Return the ballots that stand in one of these statuses, oldest first."""
        asked = {"community": self._community, "statuses": [str(s) for s in statuses]}
        return [_ballot(row) for row in self._db.execute(_IN, asked).all()]

    def save(self, ballot: Ballot) -> Ballot:
        """Write the ballot unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": _stored(ballot, name) for name in MOVING}
        row |= {"b_id": ballot.id, "b_version": ballot.version}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(ballot, version=ballot.version + 1)

    def roll(self, ballot: int) -> Roll:
        """Return the whole frozen roll, without units where none is frozen; Unknown as above."""
        return Roll(kind=self.get(ballot).scope.kind, units=tuple(self.units(ballot)))

    def turnout(self, ballot: int) -> Sequence[Bloc]:
        """Return the roll in blocs of units that count alike, by whether they voted."""
        return turnout(self._db, ballot)

    def keep_result(self, ballot: int, result: Result) -> None:
        """Write down what a ballot came to, in the place of what stood there."""
        self._db.execute(_KEEP, {"b_id": ballot, "b_result": terms.of_result(result)})

    def result(self, ballot: int) -> Result | None:
        """Return what a ballot came to, if it was tallied; Unknown if there is no such ballot."""
        row = self._db.execute(_RESULT, self._wanted(ballot)).first()
        if row is None:
            raise Unknown("refusal-no-ballot")
        return terms.result(row.result) if row.result else None

    def passed(self, ballot: int, passage: Passage) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, ballot, passage)

    def passages(self, ballot: int) -> Sequence[Passage]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, ballot)

    def _wanted(self, wanted: int) -> dict[str, int]:
        return {"community": self._community, "wanted": wanted}


def _known(row: Row[Any] | None) -> Ballot:
    if row is None:
        raise Unknown("refusal-no-ballot")
    return _ballot(row)


def _ballot(row: Row[Any]) -> Ballot:
    found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
    return Ballot(
        id=row.id,
        number=row.number,
        topic=row.topic_id,
        version=row.version,
        status=BallotStatus(row.status),
        instrument=Instrument(row.instrument),
        secret=row.secret,
        opens=moment(row.opens),
        closes=moment(row.closes),
        contest_until=moment(row.contest_until) if row.contest_until is not None else None,
        persons=tuple(int(each) for each in row.persons.split(",") if each),
        **_terms(*(found[name] for name in DOCUMENTS)),
        **{name: found[name] for name in WORDS},
    )


@lru_cache(maxsize=256)  # of the same text the same comes, whoever wrote it
def _terms(*written: str) -> Mapping[str, Any]:
    return {
        name: READERS.get(name, tuple)(json.loads(text))
        for name, text in zip(DOCUMENTS, written, strict=True)
    }


def _stored(ballot: Ballot, name: str) -> Any:  # noqa: ANN401 -- as the column takes it
    value = getattr(ballot, name)
    if name in {*MOMENTS, "contest_until"}:
        return ms(value) if value else None
    if name == "persons":
        return "".join(f",{each}" for each in value) + "," if value else ""
    if name in terms.WRITERS:
        return terms.WRITERS[name](value)
    return list(value) if name in DOCUMENTS else value
