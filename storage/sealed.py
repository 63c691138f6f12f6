"""Secret ballots: sealed rows while one is open, a box of loose marks and slips after (8.10, E10).

While a ballot is open each unit has one row, whose envelope the database cannot look into; an
empty one says that a paper was handed out. At the close the rows are gone, and what was in them
stands in two tables that know no unit and no time, each in an order of its own.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    Row,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.ballots.base import Marks
from governance.ballots.batches import Batch, BatchStatus
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number

KEYS = Table(
    "ballot_keys",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    Column("public", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("shredded", Boolean, nullable=False),
)
SEALED = Table(
    "sealed_votes",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("envelope", LargeBinary, nullable=False),
    number("order"),
)
MARKS = Table(
    "box_marks",
    METADATA,
    key(),
    number("ballot_id", ForeignKey("ballots.id"), index=True),
    document("marks"),
)
SLIPS = Table(
    "box_slips",
    METADATA,
    key(),
    number("ballot_id", ForeignKey("ballots.id"), index=True),
    Column("slip", Text, nullable=False),
)
BATCHES = Table(
    "paper_batches",
    METADATA,
    key(),
    number("ballot_id", ForeignKey("ballots.id"), index=True),
    number("papers"),
    Column("envelope", LargeBinary, nullable=False),
    Column("status", Text, nullable=False),
    Column("entered_by", Text, nullable=False),
    number("entrant"),
    Column("confirmed_by", Text, nullable=False),
)
BOX = (SEALED, MARKS, SLIPS, BATCHES)  # what is written anew once a ballot is over

_BEGIN = insert(KEYS)
_KEY = select(KEYS.c.public).where(KEYS.c.ballot_id == bindparam("ballot"))
_OWED = (
    select(KEYS.c.ballot_id, KEYS.c.public)
    .where(KEYS.c.closed.is_(True), KEYS.c.shredded.is_(False))
    .order_by(KEYS.c.ballot_id)
)
_CLOSED = update(KEYS).where(KEYS.c.ballot_id == bindparam("b_ballot")).values(closed=True)
_SHREDDED = update(KEYS).where(KEYS.c.ballot_id == bindparam("b_ballot")).values(shredded=True)
_PUT = upsert(SEALED)
_PUT = _PUT.on_conflict_do_update(
    index_elements=["ballot_id", "unit"],
    set_={name: _PUT.excluded[name] for name in ("envelope", "order")},
    where=SEALED.c.order < _PUT.excluded.order,
)
_ALL = select(SEALED.c.unit, SEALED.c.envelope).where(SEALED.c.ballot_id == bindparam("ballot"))
_ONE = _ALL.where(SEALED.c.unit == bindparam("wanted"))
_UNITS = select(SEALED.c.unit).where(SEALED.c.ballot_id == bindparam("ballot"))
_HANDED = _UNITS.where(SEALED.c.envelope == b"").order_by(SEALED.c.unit)
_TAKE = delete(SEALED).where(
    SEALED.c.ballot_id == bindparam("b_ballot"),
    SEALED.c.unit == bindparam("b_unit"),
    SEALED.c.envelope == b"",
)
_ALONE = _KEY.with_for_update()  # SQLite has one writer at a time anyhow
_CLEAR = delete(SEALED).where(SEALED.c.ballot_id == bindparam("b_ballot"))
_BLANK = update(BATCHES).where(BATCHES.c.ballot_id == bindparam("b_ballot")).values(envelope=b"")
_MARKS = select(MARKS.c.marks).where(MARKS.c.ballot_id == bindparam("ballot")).order_by(MARKS.c.id)
_SLIPS = (
    select(SLIPS.c.slip).where(SLIPS.c.ballot_id == bindparam("ballot")).order_by(SLIPS.c.slip)
)
_BATCH = insert(BATCHES).returning(BATCHES.c.id)
_GET = select(BATCHES).where(BATCHES.c.id == bindparam("wanted"))
_BATCHES = select(BATCHES).where(BATCHES.c.ballot_id == bindparam("ballot")).order_by(BATCHES.c.id)
_SETTLE = (
    update(BATCHES)
    .where(BATCHES.c.id == bindparam("b_id"), BATCHES.c.status == bindparam("b_was"))
    .values(status=bindparam("b_status"), confirmed_by=bindparam("b_confirmed"))
)


class Sealed:
    """The envelopes and boxes of secret ballots."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def begin(self, ballot: int, public: str) -> None:
        """Write down to which key the envelopes of a ballot are sealed; once."""
        row = {"ballot_id": ballot, "public": public, "closed": False, "shredded": False}
        self._db.execute(_BEGIN, row)

    def public(self, ballot: int) -> str:
        """Return the public half of a ballot's key; Unknown if it has none."""
        found: str | None = self._db.execute(_KEY, {"ballot": ballot}).scalar()
        if found is None:
            raise Unknown("refusal-no-ballot")
        return found

    def put(self, ballot: int, unit: str, envelope: bytes, order: int) -> bool:
        """Write a unit's envelope over its earlier one; False where a later one stands."""
        row = {"ballot_id": ballot, "unit": unit, "envelope": envelope, "order": order}
        return self._db.execute(_PUT, row).rowcount == 1

    def envelope(self, ballot: int, unit: str) -> bytes | None:
        """Return a unit's envelope, empty where it was handed a paper; None where it has none."""
        row = self._db.execute(_ONE, {"ballot": ballot, "wanted": unit}).first()
        return bytes(row.envelope) if row else None

    def units(self, ballot: int) -> frozenset[str]:
        """Return the units that voted by now; nobody knows any more once the ballot is closed."""
        return frozenset(self._db.execute(_UNITS, {"ballot": ballot}).scalars())

    def handed(self, ballot: int) -> Sequence[str]:
        """Return the units that have a paper, in order; none once the ballot is closed."""
        return self._db.execute(_HANDED, {"ballot": ballot}).scalars().all()

    def take(self, ballot: int, unit: str) -> None:
        """Let a unit's paper be as if it had never been handed out."""
        with self._thoroughly():
            self._db.execute(_TAKE, {"b_ballot": ballot, "b_unit": unit})

    def alone(self, ballot: int) -> None:
        """Let nobody else change the papers of a ballot until this unit of work is done."""
        self._db.execute(_ALONE, {"ballot": ballot}).close()

    def envelopes(self, ballot: int) -> Sequence[tuple[str, bytes]]:
        """Return each unit that voted with its envelope."""
        rows = self._db.execute(_ALL, {"ballot": ballot}).all()
        return [(row.unit, bytes(row.envelope)) for row in rows]

    def spill(self, ballot: int, marks: Sequence[Marks], slips: Sequence[str]) -> None:
        """Write what was in the envelopes, each list in its own order, and let the rows go."""
        loose = [{"ballot_id": ballot, "marks": dict(each)} for each in marks]
        apart = [{"ballot_id": ballot, "slip": each} for each in slips]
        for table, rows in ((MARKS, loose), (SLIPS, apart)):
            if rows:
                self._db.execute(insert(table), rows)
        self.clear(ballot)

    def clear(self, ballot: int) -> None:
        """Let the rows of a ballot go; its key is to be destroyed from now on."""
        with self._thoroughly():
            self._db.execute(_CLEAR, {"b_ballot": ballot})
            self._db.execute(_BLANK, {"b_ballot": ballot})
        self._db.execute(_CLOSED, {"b_ballot": ballot})

    @contextmanager
    def _thoroughly(self) -> Iterator[None]:
        """Let SQLite write zeros over what is deleted meanwhile."""
        if self._db.dialect.name != "sqlite":
            yield
            return
        before = self._db.exec_driver_sql("PRAGMA secure_delete").scalar_one()
        self._db.exec_driver_sql("PRAGMA secure_delete = 1").close()
        yield
        self._db.exec_driver_sql(f"PRAGMA secure_delete = {int(before)}").close()

    def owed(self) -> Sequence[tuple[int, str]]:
        """Return the ballots that are over with keys that may not be destroyed yet."""
        return [(row.ballot_id, row.public) for row in self._db.execute(_OWED).all()]

    def shredded(self, ballot: int) -> None:
        """Write down that a ballot's key is destroyed and its rows stand nowhere any more."""
        self._db.execute(_SHREDDED, {"b_ballot": ballot})

    def marks(self, ballot: int) -> Sequence[Marks]:
        """Return what is marked on the papers in the box, one after another."""
        return self._db.execute(_MARKS, {"ballot": ballot}).scalars().all()

    def slips(self, ballot: int) -> Sequence[str]:
        """Return the slips in the box in the order of their letters."""
        return self._db.execute(_SLIPS, {"ballot": ballot}).scalars().all()

    def enter(self, batch: Batch) -> Batch:
        """Write a batch of papers that was counted; return it with its id."""
        row = {
            "ballot_id": batch.ballot,
            "papers": batch.papers,
            "envelope": batch.envelope,
            "status": batch.status,
            "entered_by": batch.entered_by,
            "entrant": batch.entrant,
            "confirmed_by": batch.confirmed_by,
        }
        found = self._db.execute(_BATCH, row).scalar_one()
        return self.batch(found)

    def batch(self, batch: int) -> Batch:
        """Return a batch; Unknown if there is none."""
        row = self._db.execute(_GET, {"wanted": batch}).first()
        if row is None:
            raise Unknown("refusal-no-ballot")
        return _batch(row)

    def batches(self, ballot: int) -> Sequence[Batch]:
        """Return the batches of a ballot, oldest first."""
        return [_batch(row) for row in self._db.execute(_BATCHES, {"ballot": ballot}).all()]

    def settle(self, batch: Batch, was: BatchStatus) -> None:
        """Write how a batch stands; Conflict unless it stood as it was."""
        row = {"b_id": batch.id, "b_status": batch.status, "b_was": was}
        row |= {"b_confirmed": batch.confirmed_by}
        if self._db.execute(_SETTLE, row).rowcount != 1:
            raise Conflict


def _batch(row: Row[Any]) -> Batch:
    return Batch(
        id=row.id,
        ballot=row.ballot_id,
        papers=row.papers,
        envelope=bytes(row.envelope),
        status=BatchStatus(row.status),
        entered_by=row.entered_by,
        entrant=row.entrant,
        confirmed_by=row.confirmed_by,
    )
