"""Disputes in a number series of their own, their steps, and the weekly screening (8.4, C01)."""

from collections.abc import Sequence
from dataclasses import replace
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

from governance.mediation import (
    CLOSED,
    OPEN,
    Dispute,
    DisputeAction,
    DisputeStatus,
    DisputeType,
    Entry,
    PartyPair,
)
from governance.mediation.screening import Screening
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms
from storage.steps import Steps

WORDS: tuple[str, ...] = ("behalf", "since", "tried", "wishes", "text", "voice")
WORDS += ("acknowledged_by", "mediator", "office", "place", "phone")
WHETHER = ("named", "declared", "kin_named", "flagged", "anyone", "withdrawal_asked")
LISTS = ("parties", "kin", "called", "declined")
NUMBERS = ("entered_by", "raised", "rounds")
MOVING = (*WORDS, *WHETHER, *LISTS, *NUMBERS, "persons", "status", "type", "pair", "building")

DISPUTES = Table(
    "disputes",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    number("reporter"),
    number("at"),
    number("version"),
    Column("status", Text, nullable=False),
    Column("type", Text, nullable=True),
    Column("pair", Text, nullable=True),
    Column("building", Text, nullable=True),
    *(Column(name, Text, nullable=False) for name in WORDS),
    *(Column(name, Boolean, nullable=False) for name in WHETHER),
    *(document(name) for name in LISTS),
    *(number(name) for name in NUMBERS),
    Column("persons", Text, nullable=False, server_default=""),  # as `,1,2,`: found by `,1,`
    UniqueConstraint("community_id", "number"),
    Index(None, "community_id", "reporter"),
)
ENTRIES = Table(
    "dispute_entries",
    METADATA,
    key(),
    number("dispute_id", ForeignKey("disputes.id"), index=True),
    Column("action", Text, nullable=False),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("note", Text, nullable=False),
)
SCREENINGS = Table(
    "screenings",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("grid", Text, nullable=False),
    Column("week", Text, nullable=False),
    number("count", nullable=True),
    UniqueConstraint("community_id", "grid", "week"),
)

_HERE = DISPUTES.c.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(DISPUTES.c.number), 0) + 1).where(_HERE)
_ADD = insert(DISPUTES).returning(DISPUTES.c.id)
_GET = select(DISPUTES).where(_HERE, DISPUTES.c.id == bindparam("wanted"))
_NUMBERED = select(DISPUTES).where(_HERE, DISPUTES.c.number == bindparam("wanted"))
_OWN = (
    select(DISPUTES)
    .where(_HERE, DISPUTES.c.reporter == bindparam("person"))
    .order_by(DISPUTES.c.status.in_(sorted(CLOSED)), DISPUTES.c.id.desc())
    .limit(10)
)
_QUEUE = (
    select(DISPUTES)
    .where(_HERE, DISPUTES.c.status.in_(sorted(OPEN)))
    .order_by(DISPUTES.c.flagged.desc(), DISPUTES.c.id)
)
_SAVE = (
    update(DISPUTES)
    .where(DISPUTES.c.id == bindparam("b_id"), DISPUTES.c.version == bindparam("b_version"))
    .values(
        {name: bindparam(f"b_{name}") for name in MOVING} | {"version": DISPUTES.c.version + 1}
    )
)
_STEPS = Steps(ENTRIES, "dispute_id", Entry, DisputeAction)
_BEGIN = upsert(SCREENINGS).on_conflict_do_nothing(index_elements=["community_id", "grid", "week"])
_WEEK = (
    select(SCREENINGS)
    .where(
        SCREENINGS.c.community_id == bindparam("community"),
        SCREENINGS.c.week == bindparam("wanted"),
    )
    .order_by(SCREENINGS.c.id)
)
_SCREENING = select(SCREENINGS).where(
    SCREENINGS.c.community_id == bindparam("community"), SCREENINGS.c.id == bindparam("wanted")
)
_COUNT = (
    update(SCREENINGS)
    .where(SCREENINGS.c.id == bindparam("b_id"))
    .values(count=bindparam("b_count"))
)


class Disputes:
    """Every dispute of one community, and how many its grid workers heard of."""

    def __init__(self, connection: Connection, community: int, key: str) -> None:
        self._db = connection
        self._community = community
        self._key = key

    def add(self, dispute: Dispute) -> Dispute:
        """Write a new dispute; return it with its id and number."""
        count = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        dispute = replace(dispute, number=count)
        row = {name: _stored(dispute, name) for name in MOVING} | {
            "community_id": self._community,
            "number": count,
            "reporter": dispute.reporter,
            "at": ms(dispute.at),
            "version": 0,
        }
        return replace(dispute, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, dispute: int) -> Dispute:
        """Return a dispute; Unknown if there is none."""
        return self._known(self._db.execute(_GET, self._wanted(dispute)).first())

    def numbered(self, number: int) -> Dispute:
        """Return the dispute of that number in its own series; Unknown if there is none."""
        return self._known(self._db.execute(_NUMBERED, self._wanted(number)).first())

    def save(self, dispute: Dispute) -> Dispute:
        """Write the dispute unless somebody else did since it was read (then Conflict)."""
        row = {f"b_{name}": _stored(dispute, name) for name in MOVING}
        row |= {"b_id": dispute.id, "b_version": dispute.version}
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(dispute, version=dispute.version + 1)

    def of_reporter(self, person: int) -> Sequence[Dispute]:
        """Return the newest disputes that a person reported, open ones first, at most ten."""
        rows = self._db.execute(_OWN, {"community": self._community, "person": person})
        return [self._dispute(row) for row in rows.all()]

    def queue(self) -> Sequence[Dispute]:
        """Return the open disputes, flagged ones first, else the oldest first."""
        rows = self._db.execute(_QUEUE, {"community": self._community})
        return [self._dispute(row) for row in rows.all()]

    def entered(self, dispute: int, entry: Entry) -> None:
        """Write down a step taken."""
        _STEPS.write(self._db, dispute, entry)

    def entries(self, dispute: int) -> Sequence[Entry]:
        """Return the steps taken, oldest first."""
        return _STEPS.read(self._db, dispute)

    def ask_week(self, grid: str, week: str) -> None:
        """Make room for the count of a grid in a week, if there is none yet."""
        row = {"community_id": self._community, "grid": grid, "week": week, "count": None}
        self._db.execute(_BEGIN, row)

    def week(self, week: str) -> Sequence[Screening]:
        """Return what was asked and answered in a week, grid by grid."""
        found = self._db.execute(_WEEK, {"community": self._community, "wanted": week})
        return [_screening(row) for row in found]

    def screening(self, screening: int) -> Screening:
        """Return one grid's question of a week; Unknown if there is none."""
        row = self._db.execute(_SCREENING, self._wanted(screening)).first()
        if row is None:
            raise Unknown("refusal-no-dialogue")
        return _screening(row)

    def count(self, screening: int, heard_of: int) -> None:
        """Write down of how many new disputes a worker heard; the newest answer counts."""
        self._db.execute(_COUNT, {"b_id": screening, "b_count": heard_of})

    def _wanted(self, wanted: int) -> dict[str, int]:
        return {"community": self._community, "wanted": wanted}

    def _known(self, row: Row[Any] | None) -> Dispute:
        if row is None:
            raise Unknown("refusal-no-dispute")
        return self._dispute(row)

    def _dispute(self, row: Row[Any]) -> Dispute:
        found = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for it
        whole: dict[str, Any] = {name: found[name] for name in (*WORDS, *WHETHER, *NUMBERS)}
        whole |= {name: tuple(found[name]) for name in LISTS}
        whole["persons"] = tuple(int(each) for each in row.persons.split(",") if each)
        return Dispute(
            id=row.id,
            number=row.number,
            community=self._key,
            reporter=row.reporter,
            at=moment(row.at),
            version=row.version,
            status=DisputeStatus(row.status),
            type=DisputeType(row.type) if row.type else None,
            pair=PartyPair(row.pair) if row.pair else None,
            building=row.building,
            **whole,
        )


def _stored(dispute: Dispute, name: str) -> Any:  # noqa: ANN401 -- as the column takes it
    value = getattr(dispute, name)
    if name == "persons":
        return "".join(f",{each}" for each in value) + "," if value else ""
    return list(value) if name in LISTS else value


def _screening(row: Row[Any]) -> Screening:
    found = row._mapping  # noqa: SLF001 -- as above; a row has a method named count
    return Screening(id=row.id, grid=row.grid, week=row.week, count=found["count"])
