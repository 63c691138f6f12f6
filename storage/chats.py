"""The groups that belong to a community, and how the bot stands in each (A01, A13)."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Table,
    Text,
    bindparam,
    select,
)

from governance.directory import Chat, ChatKind
from storage.database import METADATA, document, number

CHATS = Table(
    "chats",
    METADATA,
    number("id", primary_key=True, autoincrement=False),
    number("community_id", ForeignKey("communities.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("scope", Text, nullable=False),
    number("organiser"),
    Column("status", Text, nullable=False),
    Column("can_write", Boolean, nullable=False),
    document("standing"),
    number("at"),
    number("version"),
)

_BOUND = (
    select(CHATS)
    .where(CHATS.c.community_id == bindparam("community"), CHATS.c.status == "bound")
    .order_by(CHATS.c.at, CHATS.c.id)
)


def bound(connection: Connection, community: int) -> tuple[Chat, ...]:
    """Return the community's chats in the order in which they were bound."""
    rows = connection.execute(_BOUND, {"community": community}).all()
    return tuple(
        Chat(id=row.id, kind=ChatKind(row.kind), name=row.name, scope=row.scope) for row in rows
    )
