"""Who is off duty or on leave, and who stands in."""

from collections.abc import Sequence
from dataclasses import replace
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
    insert,
    select,
    update,
)

from governance.absences import Absence, AbsenceStatus, Held
from governance.refusals import Unknown
from storage.database import METADATA, key, number
from storage.rows import moment, ms

ABSENCES = Table(
    "absences",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("officer", Text, nullable=False),
    number("starts"),
    number("ends", nullable=True),
    Column("substitute", Text, nullable=False),
    Column("held", Text, nullable=False),
    Column("status", Text, nullable=False),
    Index(None, "community_id", "status"),
)

_HERE = ABSENCES.c.community_id == bindparam("community")
_ADD = insert(ABSENCES).returning(ABSENCES.c.id)
_GET = select(ABSENCES).where(_HERE, ABSENCES.c.id == bindparam("wanted"))
_OPEN = (
    select(ABSENCES)
    .where(_HERE, ABSENCES.c.officer == bindparam("who"), ABSENCES.c.status != AbsenceStatus.OVER)
    .order_by(ABSENCES.c.starts, ABSENCES.c.id)
)
_AWAY = select(ABSENCES.c.officer, ABSENCES.c.substitute).where(
    _HERE, ABSENCES.c.status == AbsenceStatus.ON
)
_TURN = (
    update(ABSENCES)
    .where(ABSENCES.c.id == bindparam("b_id"))
    .values(status=bindparam("b_status"), ends=bindparam("b_ends"))
)


def away(connection: Connection, community: int) -> dict[str, str]:
    """Return who is away now, each with who stands in; keys of officers."""
    rows = connection.execute(_AWAY, {"community": community}).all()
    return {row.officer: row.substitute for row in rows}


class Absences:
    """The absences of one community's officers."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, absence: Absence) -> Absence:
        """Write an absence down; return it with its id."""
        row = {
            "community_id": self._community,
            "officer": absence.officer,
            "starts": ms(absence.starts),
            "ends": ms(absence.ends) if absence.ends else None,
            "substitute": absence.substitute,
            "held": absence.held,
            "status": absence.status,
        }
        return replace(absence, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, absence: int) -> Absence:
        """Return an absence; Unknown if there is none."""
        where = {"community": self._community, "wanted": absence}
        row = self._db.execute(_GET, where).first()
        if row is None:
            raise Unknown("refusal-no-dialogue")
        return _absence(row)

    def going_on(self, officer: str) -> Sequence[Absence]:
        """Return an officer's absences that are on or still to come, the earliest first."""
        where = {"community": self._community, "who": officer}
        return [_absence(row) for row in self._db.execute(_OPEN, where)]

    def save(self, absence: Absence) -> None:
        """Write down how an absence stands, and when it ends."""
        ends = ms(absence.ends) if absence.ends else None
        row = {"b_id": absence.id, "b_status": absence.status, "b_ends": ends}
        self._db.execute(_TURN, row)


def _absence(row: Row[Any]) -> Absence:
    return Absence(
        id=row.id,
        officer=row.officer,
        starts=moment(row.starts),
        ends=None if row.ends is None else moment(row.ends),
        substitute=row.substitute,
        held=Held(row.held),
        status=AbsenceStatus(row.status),
    )
