"""The roster as imported: each import is kept, the newest counts."""

from collections import defaultdict

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    insert,
    select,
)

from governance.roster import Owner, Roster, Unit
from storage.database import METADATA, key, number

ROSTERS = Table(
    "rosters",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("seq"),
    number("at"),
    Column("applied_by", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("community_id", "seq"),
)
UNITS = Table(
    "roster_units",
    METADATA,
    key(),
    number("roster_id", ForeignKey("rosters.id")),
    Column("building", Text, nullable=False),
    Column("door", Text, nullable=False),
    number("area"),
    Column("vacant", Boolean, nullable=False),
    UniqueConstraint("roster_id", "building", "door"),
)
OWNERS = Table(
    "roster_owners",
    METADATA,
    number("unit_id", ForeignKey("roster_units.id")),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    PrimaryKeyConstraint("unit_id", "owner"),
)

_NEWEST = (
    select(ROSTERS.c.id, ROSTERS.c.seq)
    .where(ROSTERS.c.community_id == bindparam("community"))
    .order_by(ROSTERS.c.seq.desc())
    .limit(1)
)
_UNITS = select(UNITS).where(UNITS.c.roster_id == bindparam("roster")).order_by(UNITS.c.id)
_OWNERS = (
    select(OWNERS)
    .join(UNITS, UNITS.c.id == OWNERS.c.unit_id)
    .where(UNITS.c.roster_id == bindparam("roster"))
    .order_by(OWNERS.c.unit_id, OWNERS.c.owner)
)


def newest(connection: Connection, community: int) -> Roster | None:
    """Return the roster in force, if one was ever imported."""
    found = connection.execute(_NEWEST, {"community": community}).first()
    if found is None:
        return None
    owners = defaultdict(list)
    for row in connection.execute(_OWNERS, {"roster": found.id}):
        owners[row.unit_id].append(Owner(key=row.owner, name=row.name))
    units = connection.execute(_UNITS, {"roster": found.id}).all()
    return Roster(
        units=tuple(
            Unit(
                building=row.building,
                door=row.door,
                area=row.area,
                vacant=row.vacant,
                owners=tuple(owners[row.id]),
            )
            for row in units
        )
    )


def put(connection: Connection, community: int, roster: Roster, *, at: int, digest: str) -> int:
    """Write the next roster, imported by the operator, and return its number."""
    last = connection.execute(_NEWEST, {"community": community}).first()
    seq = last.seq + 1 if last else 1
    head = {
        "community_id": community,
        "seq": seq,
        "at": at,
        "applied_by": "operator",
        "digest": digest,
    }
    roster_id = connection.execute(insert(ROSTERS).returning(ROSTERS.c.id), head).scalar_one()
    for unit in roster.units:
        row = {
            "roster_id": roster_id,
            "building": unit.building,
            "door": unit.door,
            "area": unit.area,
            "vacant": unit.vacant,
        }
        unit_id = connection.execute(insert(UNITS).returning(UNITS.c.id), row).scalar_one()
        owners = [{"unit_id": unit_id, "owner": o.key, "name": o.name} for o in unit.owners]
        connection.execute(insert(OWNERS), owners)
    return seq
