"""Residents, their households, and what each agreed to (8.1, A12, A14)."""

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
    false,
    insert,
    select,
    update,
)

from governance.consent import Consent
from governance.refusals import Conflict, Unknown
from governance.residents import Residency, Resident, ResidentStatus
from storage.database import METADATA, key, number
from storage.rows import moment, ms

RESIDENTS = Table(
    "residents",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("person"),
    Column("building", Text, nullable=False),
    Column("door", Text, nullable=False),
    Column("residency", Text, nullable=False),
    Column("status", Text, nullable=False),
    number("asked_at"),
    number("decided_at", nullable=True),
    Column("decided_by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("doubted", Boolean, nullable=False),
    Column("adult", Boolean, nullable=False, server_default=false()),
    number("version"),
    UniqueConstraint("community_id", "person", "building", "door"),
    Index(None, "community_id", "building", "door"),
)
CONSENTS = Table(
    "consents",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("person"),
    number("version"),
    number("at"),
    Column("given", Boolean, nullable=False),
    Index(None, "community_id", "person"),
)

_HERE = RESIDENTS.c.community_id == bindparam("community")
_ALL = select(RESIDENTS).where(_HERE).order_by(RESIDENTS.c.id)
_GET = _ALL.where(RESIDENTS.c.id == bindparam("wanted"))
_OF = _ALL.where(RESIDENTS.c.person == bindparam("whose"))
_HOUSEHOLD = _ALL.where(
    RESIDENTS.c.building == bindparam("where"), RESIDENTS.c.door == bindparam("which")
)
_WITHIN = _ALL.where(RESIDENTS.c.building.in_(bindparam("where", expanding=True)))
_MOVING = ("residency", "status", "decided_by", "note", "doubted", "adult")
_ADD = insert(RESIDENTS).returning(RESIDENTS.c.id)
_SAVE = (
    update(RESIDENTS)
    .where(RESIDENTS.c.id == bindparam("b_id"), RESIDENTS.c.version == bindparam("b_version"))
    .values(
        {name: bindparam(f"b_{name}") for name in (*_MOVING, "asked_at", "decided_at")}
        | {"version": RESIDENTS.c.version + 1}
    )
)
_ANSWER = insert(CONSENTS)
_CONSENT = (
    select(CONSENTS)
    .where(
        CONSENTS.c.community_id == bindparam("community"), CONSENTS.c.person == bindparam("whose")
    )
    .order_by(CONSENTS.c.id.desc())
    .limit(1)
)


class Residents:
    """The residents of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def get(self, resident: int) -> Resident:
        """Return a binding; Unknown if there is none."""
        found = self._some(_GET, wanted=resident)
        if not found:
            raise Unknown("refusal-no-resident")
        return found[0]

    def of(self, person: int) -> Sequence[Resident]:
        """Return the bindings of a person, oldest first."""
        return self._some(_OF, whose=person)

    def household(self, building: str, door: str) -> Sequence[Resident]:
        """Return the bindings to one household, oldest first."""
        return self._some(_HOUSEHOLD, where=building, which=door)

    def within(self, buildings: Sequence[str]) -> Sequence[Resident]:
        """Return the bindings in these buildings, oldest first."""
        return self._some(_WITHIN, where=list(buildings))

    def save(self, resident: Resident) -> Resident:
        """Write a binding, a new one too; Conflict if somebody else did since it was read."""
        decided = resident.decided_at
        row: dict[str, Any] = {name: getattr(resident, name) for name in _MOVING} | {
            "asked_at": ms(resident.asked_at),
            "decided_at": ms(decided) if decided else None,
        }
        if not resident.id:
            row |= {name: getattr(resident, name) for name in ("person", "building", "door")}
            row |= {"community_id": self._community, "version": 0}
            return replace(resident, id=self._db.execute(_ADD, row).scalar_one())
        written = {f"b_{name}": value for name, value in row.items()}
        written |= {"b_id": resident.id, "b_version": resident.version}
        if self._db.execute(_SAVE, written).rowcount != 1:
            raise Conflict
        return replace(resident, version=resident.version + 1)

    def consent(self, person: int) -> Consent | None:
        """Return the newest answer of a person to the five lines, if there is one."""
        whose = {"community": self._community, "whose": person}
        row = self._db.execute(_CONSENT, whose).first()
        return Consent(version=row.version, at=moment(row.at), given=row.given) if row else None

    def answer(self, person: int, consent: Consent) -> None:
        """Write down an answer to the five lines."""
        row = {
            "community_id": self._community,
            "person": person,
            "version": consent.version,
            "at": ms(consent.at),
            "given": consent.given,
        }
        self._db.execute(_ANSWER, row)

    def _some(self, statement: Any, **wanted: Any) -> list[Resident]:  # noqa: ANN401 -- as execute takes them
        rows = self._db.execute(statement, {"community": self._community, **wanted})
        return [_resident(row) for row in rows.all()]


def _resident(row: Row[Any]) -> Resident:
    return Resident(
        id=row.id,
        person=row.person,
        building=row.building,
        door=row.door,
        residency=Residency(row.residency),
        status=ResidentStatus(row.status),
        asked_at=moment(row.asked_at),
        decided_at=moment(row.decided_at) if row.decided_at else None,
        decided_by=row.decided_by,
        note=row.note,
        doubted=row.doubted,
        adult=row.adult,
        version=row.version,
    )
