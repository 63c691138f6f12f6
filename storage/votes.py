"""The frozen roll of a ballot, and the votes of its units (8.10, E09).

A press is one row a unit, written over by the next: the later in the inbox stands, in whatever
order they are done. Entered votes stand beside, each with its own steps. Nothing of a press says
who of a household gave it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.ballots.roll import Participant, Roll, VotingUnit
from governance.ballots.states import Channel, VoteStatus
from governance.ballots.votes import Vote
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, key, number
from storage.rows import moment, ms

UNITS = Table(
    "ballot_units",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("participant", Text, nullable=False),
    number("area"),
)
VOTERS = Table(
    "ballot_voters",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    Column("person", Text, primary_key=True),
    Column("unit", Text, primary_key=True),
    Index(None, "person"),
)
VOTES = Table(
    "votes",
    METADATA,
    number("ballot_id", ForeignKey("ballots.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    document("marks"),
    number("order"),
    number("at"),
    Column("status", Text, nullable=False),
    Column("note", Text, nullable=False),
)
TEXTS = ("channel", "status", "entered_by", "photo", "confirmed_by", "note")
ENTERED = Table(
    "entered_votes",
    METADATA,
    key(),
    number("ballot_id", ForeignKey("ballots.id")),
    Column("unit", Text, nullable=False),
    document("marks"),
    number("order"),
    number("at"),
    number("entrant"),
    *(Column(name, Text, nullable=False) for name in TEXTS),
    Index(None, "ballot_id", "unit"),
)

_UNIT = UNITS.c.ballot_id == bindparam("ballot")
_ROLL = select(UNITS).where(_UNIT).order_by(UNITS.c.unit)
_ONE = _ROLL.where(UNITS.c.unit == bindparam("wanted"))
_SIZE = select(func.count()).select_from(UNITS).where(_UNIT)
_VOTERS = select(VOTERS).where(VOTERS.c.ballot_id == bindparam("ballot"))
_OF_UNIT = _VOTERS.where(VOTERS.c.unit == bindparam("wanted"))
# in the order of the voters' own key: by that of the units SQLite would walk the whole roll
_OF_PERSON = (
    select(UNITS)
    .join(VOTERS, (VOTERS.c.ballot_id == UNITS.c.ballot_id) & (VOTERS.c.unit == UNITS.c.unit))
    .where(VOTERS.c.ballot_id == bindparam("ballot"), VOTERS.c.person == bindparam("person"))
    .order_by(VOTERS.c.unit)
)
_BALLOTS_OF = select(VOTERS.c.ballot_id).distinct().where(VOTERS.c.person == bindparam("person"))
_CAST = upsert(VOTES)
_CAST = _CAST.on_conflict_do_update(
    index_elements=["ballot_id", "unit"],
    set_={name: _CAST.excluded[name] for name in ("marks", "order", "at", "status", "note")},
    where=VOTES.c.order < _CAST.excluded.order,
)
_PRESSED = select(VOTES).where(VOTES.c.ballot_id == bindparam("ballot"))
_PRESS = _PRESSED.where(VOTES.c.unit == bindparam("wanted"))
_ENTER = insert(ENTERED).returning(ENTERED.c.id)
_ENTRIES = select(ENTERED).where(ENTERED.c.ballot_id == bindparam("ballot")).order_by(ENTERED.c.id)
_ENTRIES_OF = _ENTRIES.where(ENTERED.c.unit == bindparam("wanted"))
_ENTRY = select(ENTERED).where(ENTERED.c.id == bindparam("wanted"))
_SETTLE = (
    update(ENTERED)
    .where(ENTERED.c.id == bindparam("b_id"), ENTERED.c.status == bindparam("b_was"))
    .values({n: bindparam(f"b_{n}") for n in ("status", "confirmed_by", "note", "photo")})
)
_STRIKE = (
    update(VOTES)
    .where(VOTES.c.ballot_id == bindparam("b_ballot"), VOTES.c.unit == bindparam("b_unit"))
    .values(status=bindparam("b_status"), note=bindparam("b_note"))
)
_CAST_BY, _LOCKED = str(VoteStatus.CAST), str(VoteStatus.LOCKED)
_LOCK_PRESSES = (
    update(VOTES)
    .where(VOTES.c.ballot_id == bindparam("b_ballot"), VOTES.c.status == _CAST_BY)
    .values(status=_LOCKED)
)
_LOCK_ENTERED = (
    update(ENTERED)
    .where(ENTERED.c.ballot_id == bindparam("b_ballot"), ENTERED.c.status == _CAST_BY)
    .values(status=_LOCKED)
)


class Votes:
    """The rolls and the votes of ballots."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def freeze(self, ballot: int, roll: Roll) -> None:
        """Write down who may vote; once."""
        units = [
            {"ballot_id": ballot, "unit": u.key, "participant": u.participant, "area": u.area}
            for u in roll.units
        ]
        voters = [
            {"ballot_id": ballot, "person": person, "unit": u.key}
            for u in roll.units
            for person in sorted(u.voters)
        ]
        for table, rows in ((UNITS, units), (VOTERS, voters)):
            if rows:
                self._db.execute(insert(table), rows)

    def units(self, ballot: int) -> Sequence[VotingUnit]:
        """Return every unit on the roll in the order of their keys; none where none is frozen."""
        voters = defaultdict(set)
        for row in self._db.execute(_VOTERS, {"ballot": ballot}):
            voters[row.unit].add(row.person)
        rows = self._db.execute(_ROLL, {"ballot": ballot}).all()
        return [_unit(row, frozenset(voters[row.unit])) for row in rows]

    def size(self, ballot: int) -> int:
        """Return how many units stand on the roll."""
        return int(self._db.execute(_SIZE, {"ballot": ballot}).scalar_one())

    def units_of(self, ballot: int, person: int | str) -> Sequence[VotingUnit]:
        """Return the units for which somebody may vote, each with him alone as its voter."""
        whose = {"ballot": ballot, "person": str(person)}
        rows = self._db.execute(_OF_PERSON, whose).all()
        return [_unit(row, frozenset({str(person)})) for row in rows]

    def unit(self, ballot: int, unit: str) -> VotingUnit | None:
        """Return one unit with all its voters, if it is on the roll."""
        asked = {"ballot": ballot, "wanted": unit}
        row = self._db.execute(_ONE, asked).first()
        if row is None:
            return None
        return _unit(row, frozenset(v.person for v in self._db.execute(_OF_UNIT, asked)))

    def ballots_of(self, person: int | str) -> Sequence[int]:
        """Return the ballots on whose roll somebody stands, by id."""
        found = self._db.execute(_BALLOTS_OF, {"person": str(person)}).scalars().all()
        return sorted(found)

    def cast(self, ballot: int, vote: Vote, at: datetime) -> None:
        """Write a press over the unit's earlier one; over a later one it is not written."""
        row = {
            "ballot_id": ballot,
            "unit": vote.unit,
            "marks": dict(vote.marks),
            "order": vote.order,
            "at": ms(at),
            "status": vote.status,
            "note": vote.note,
        }
        self._db.execute(_CAST, row)

    def pressed(self, ballot: int, unit: str) -> Vote | None:
        """Return the press that stands for a unit."""
        row = self._db.execute(_PRESS, {"ballot": ballot, "wanted": unit}).first()
        return _press(row) if row else None

    def strike(self, ballot: int, vote: Vote) -> None:
        """Write down the status and the note of a unit's press."""
        row = {"b_ballot": ballot, "b_unit": vote.unit}
        self._db.execute(_STRIKE, row | {"b_status": vote.status, "b_note": vote.note})

    def lock(self, ballot: int) -> None:
        """Let no vote that counts be changed any more."""
        for locking in (_LOCK_PRESSES, _LOCK_ENTERED):
            self._db.execute(locking, {"b_ballot": ballot})

    def enter(self, ballot: int, vote: Vote, at: datetime) -> Vote:
        """Write a vote that was entered for a unit; return it with its id."""
        row = {name: getattr(vote, name) for name in (*TEXTS, "unit", "order", "entrant")}
        row |= {"ballot_id": ballot, "marks": dict(vote.marks), "at": ms(at)}
        return replace(vote, id=self._db.execute(_ENTER, row).scalar_one())

    def entry(self, entered: int) -> tuple[int, Vote, datetime]:
        """Return an entered vote: its ballot, itself, when; Unknown if there is none."""
        row = self._db.execute(_ENTRY, {"wanted": entered}).first()
        if row is None:
            raise Unknown("refusal-no-ballot")
        return row.ballot_id, _entry(row), moment(row.at)

    def settle(self, vote: Vote, was: VoteStatus) -> None:
        """Write how an entered vote stands; Conflict unless it stood as it was."""
        row = {f"b_{n}": getattr(vote, n) for n in ("status", "confirmed_by", "note", "photo")}
        if self._db.execute(_SETTLE, row | {"b_id": vote.id, "b_was": was}).rowcount != 1:
            raise Conflict

    def entries(self, ballot: int, unit: str = "") -> Sequence[Vote]:
        """Return the votes that were entered, oldest first; of one unit, or of all."""
        statement = _ENTRIES_OF if unit else _ENTRIES
        asked = {"ballot": ballot} | ({"wanted": unit} if unit else {})
        return [_entry(row) for row in self._db.execute(statement, asked).all()]

    def votes(self, ballot: int, unit: str = "") -> Sequence[Vote]:
        """Return every vote of a ballot, or of one of its units: presses, then entered ones."""
        if unit:
            own = self.pressed(ballot, unit)
            return [*([own] if own else []), *self.entries(ballot, unit)]
        presses = self._db.execute(_PRESSED, {"ballot": ballot}).all()
        return [*map(_press, presses), *self.entries(ballot)]


def _unit(row: Row[Any], voters: frozenset[str]) -> VotingUnit:
    return VotingUnit(
        key=row.unit, voters=voters, participant=Participant(row.participant), area=row.area
    )


def _press(row: Row[Any]) -> Vote:
    return Vote(
        unit=row.unit,
        marks=row.marks,
        order=row.order,
        status=VoteStatus(row.status),
        note=row.note,
    )


def _entry(row: Row[Any]) -> Vote:
    return Vote(
        id=row.id,
        unit=row.unit,
        marks=row.marks,
        order=row.order,
        channel=Channel(row.channel),
        status=VoteStatus(row.status),
        entered_by=row.entered_by,
        entrant=row.entrant,
        photo=row.photo,
        confirmed_by=row.confirmed_by,
        note=row.note,
    )
