"""Posts and who took them up: invitations, claims, terms (8.2)."""

from sqlalchemy import Column, Connection, ForeignKey, Index, Table, Text, bindparam, select, text

from storage.database import METADATA, key, number

GRANTS = Table(
    "grants",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    Column("officer", Text, nullable=False),
    Column("status", Text, nullable=False),
    number("person"),
    Column("token_hash", Text, nullable=True, unique=True),
    number("invited_at"),
    number("expires"),
    number("claimed_at", nullable=True),
    Column("confirmed_by", Text, nullable=False),
    number("confirmed_at", nullable=True),
    number("ends", nullable=True),
    number("ended_at", nullable=True),
    Column("reason", Text, nullable=False),
    number("version"),
    Index(
        "uq_grants_active_officer",
        "community_id",
        "officer",
        unique=True,
        sqlite_where=text("status = 'active'"),
        postgresql_where=text("status = 'active'"),
    ),
    Index(
        "uq_grants_active_person",
        "community_id",
        "person",
        unique=True,
        sqlite_where=text("status = 'active'"),
        postgresql_where=text("status = 'active'"),
    ),
)

_SEATED = select(GRANTS.c.officer, GRANTS.c.person).where(
    GRANTS.c.community_id == bindparam("community"), GRANTS.c.status == "active"
)


def seated(connection: Connection, community: int) -> dict[str, int]:
    """Return the account behind each post that is taken up, by the officer's key."""
    rows = connection.execute(_SEATED, {"community": community}).all()
    return {row.officer: row.person for row in rows}
