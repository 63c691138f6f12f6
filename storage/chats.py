"""The groups that belong to a community, and how the bot stands in each (A01, A13)."""

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Row,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)

from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import Chat, ChatKind
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, document, number
from storage.rows import moment, ms

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

_OF_ALL = select(CHATS).where(CHATS.c.community_id == bindparam("community"))
_ALL = _OF_ALL.order_by(CHATS.c.at, CHATS.c.id)
_BOUND = _ALL.where(CHATS.c.status == "bound")
_THIS = select(CHATS).where(CHATS.c.id == bindparam("wanted"))
_ADD = insert(CHATS)
_SAVE = (
    update(CHATS)
    .where(CHATS.c.id == bindparam("b_id"), CHATS.c.version == bindparam("b_version"))
    .values(
        kind=bindparam("b_kind"),
        name=bindparam("b_name"),
        scope=bindparam("b_scope"),
        organiser=bindparam("b_organiser"),
        status=bindparam("b_status"),
        can_write=bindparam("b_can_write"),
        standing=bindparam("b_standing"),
        version=CHATS.c.version + 1,
    )
)


def bound(connection: Connection, community: int) -> tuple[Chat, ...]:
    """Return the community's chats in the order in which they were bound."""
    rows = connection.execute(_BOUND, {"community": community}).all()
    return tuple(_registration(row).chat for row in rows)


class Chats:
    """The register of one community's groups."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def get(self, chat: int) -> Registration | None:
        """Return what is known of a group; Unknown if it is another community's."""
        row = self._db.execute(_THIS, {"wanted": chat}).first()
        if row is not None and row.community_id != self._community:
            raise Unknown("refusal-chat-elsewhere")
        return _registration(row) if row else None

    def all(self) -> list[Registration]:
        """Return every group that was ever registered, the oldest first."""
        rows = self._db.execute(_ALL, {"community": self._community}).all()
        return [_registration(row) for row in rows]

    def add(self, found: Registration) -> Registration:
        """Write a group down for the first time."""
        row = {
            "id": found.id,
            "community_id": self._community,
            "kind": found.kind,
            "name": found.name,
            "scope": found.scope,
            "organiser": found.organiser,
            "status": found.status,
            "can_write": found.can_write,
            "standing": _standing(found.standing),
            "at": ms(found.at),
            "version": 0,
        }
        self._db.execute(_ADD, row)
        return found

    def save(self, found: Registration) -> Registration:
        """Write a group unless somebody else did since it was read (then Conflict)."""
        row = {
            "b_id": found.id,
            "b_version": found.version,
            "b_kind": found.kind,
            "b_name": found.name,
            "b_scope": found.scope,
            "b_organiser": found.organiser,
            "b_status": found.status,
            "b_can_write": found.can_write,
            "b_standing": _standing(found.standing),
        }
        if self._db.execute(_SAVE, row).rowcount != 1:
            raise Conflict
        return replace(found, version=found.version + 1)


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "membership": standing.membership,
        "can_send": standing.can_send,
        "inside": standing.inside,
        "topics": standing.topics,
    }


def _registration(row: Row[Any]) -> Registration:
    told = {"membership": Membership.MEMBER, "can_send": row.can_write, **row.standing}
    return Registration(
        id=row.id,
        kind=ChatKind(row.kind),
        name=row.name,
        scope=row.scope,
        organiser=row.organiser,
        status=ChatStatus(row.status),
        standing=Standing(**told | {"membership": Membership(told["membership"])}),
        at=moment(row.at),
        version=row.version,
    )
