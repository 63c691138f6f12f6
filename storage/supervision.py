"""What supervision said, and what was answered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
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
from governance.supervision import Matter, Measure, MeasureStatus, Said
from storage.database import METADATA, key, number
from storage.rows import moment, ms

WORDS = ("officer", "text", "note", "closed_by")

MEASURES = Table(
    "supervision_measures",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("number"),
    *(Column(name, Text, nullable=False) for name in ("said", "matter")),
    number("about"),
    number("at"),
    *(Column(name, Text, nullable=False) for name in WORDS),
    *(Column(name, Text, nullable=False) for name in ("due", "status")),
    number("closed_at", nullable=True),
    Column("missed", Boolean, nullable=False),
    number("version"),
    UniqueConstraint("community_id", "number"),
)
_HERE = MEASURES.c.community_id == bindparam("community")
_NEXT = select(func.coalesce(func.max(MEASURES.c.number), 0) + 1).where(_HERE)
_ADD = insert(MEASURES).returning(MEASURES.c.id)
_GET = select(MEASURES).where(_HERE, MEASURES.c.id == bindparam("wanted"))
_NUMBERED = select(MEASURES).where(_HERE, MEASURES.c.number == bindparam("wanted"))
_OF = (
    select(MEASURES)
    .where(
        _HERE,
        MEASURES.c.matter == bindparam("matter"),
        MEASURES.c.about == bindparam("about"),
    )
    .order_by(MEASURES.c.number)
)
_OPINIONS = (
    select(MEASURES)
    .where(_HERE, MEASURES.c.said == Said.OPINION)
    .order_by(MEASURES.c.number.desc())
)
_SAVE = (
    update(MEASURES)
    .where(MEASURES.c.id == bindparam("b_id"), MEASURES.c.version == bindparam("b_version"))
    .values(
        status=bindparam("b_status"),
        note=bindparam("b_note"),
        closed_by=bindparam("b_by"),
        closed_at=bindparam("b_at"),
        missed=bindparam("b_missed"),
        version=MEASURES.c.version + 1,
    )
)


class Measures:
    """The reminders and opinions of one community's supervision."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, measure: Measure) -> Measure:
        """Write a reminder or an opinion; return it with its id and number."""
        found = self._db.execute(_NEXT, {"community": self._community}).scalar_one()
        row = {
            "community_id": self._community,
            "number": found,
            "said": measure.said,
            "matter": measure.matter,
            "about": measure.about,
            "at": ms(measure.at),
            "due": measure.due.isoformat(),
            "status": measure.status,
            "closed_at": None,
            "missed": False,
            "version": 0,
            **{name: getattr(measure, name) for name in WORDS},
        }
        return replace(measure, id=self._db.execute(_ADD, row).scalar_one(), number=found)

    def get(self, measure: int) -> Measure:
        """Return one by its id; Unknown if there is none."""
        return self._one(self._db.execute(_GET, self._here(wanted=measure)).first())

    def numbered(self, wanted: int) -> Measure:
        """Return one by its number; Unknown if there is none."""
        return self._one(self._db.execute(_NUMBERED, self._here(wanted=wanted)).first())

    def about(self, matter: Matter, about: int) -> Sequence[Measure]:
        """Return what was said about a matter, oldest first."""
        asked = self._here(matter=matter, about=about)
        return [_measure(row) for row in self._db.execute(_OF, asked)]

    def opinions(self) -> Sequence[Measure]:
        """Return every opinion, newest first."""
        return [_measure(row) for row in self._db.execute(_OPINIONS, self._here())]

    def save(self, measure: Measure) -> Measure:
        """Write what became of it unless somebody else did since it was read (then Conflict)."""
        row = {
            "b_id": measure.id,
            "b_version": measure.version,
            "b_status": measure.status,
            "b_note": measure.note,
            "b_by": measure.closed_by,
            "b_missed": measure.missed,
            "b_at": ms(measure.closed_at) if measure.closed_at else None,
        }
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(measure, version=measure.version + 1)

    def _one(self, row: Row[Any] | None) -> Measure:
        if row is None:
            raise Unknown("refusal-no-measure")
        return _measure(row)

    def _here(self, **asked: object) -> dict[str, object]:
        return {"community": self._community, **asked}


def _measure(row: Row[Any]) -> Measure:
    return Measure(
        id=row.id,
        number=row.number,
        said=Said(row.said),
        matter=Matter(row.matter),
        about=row.about,
        officer=row.officer,
        at=moment(row.at),
        text=row.text,
        due=date.fromisoformat(row.due),
        status=MeasureStatus(row.status),
        note=row.note,
        closed_by=row.closed_by,
        closed_at=moment(row.closed_at) if row.closed_at else None,
        missed=row.missed,
        version=row.version,
    )
