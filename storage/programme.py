"""How the items of the programme were changed, and who reads their editions in private."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
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

from governance.directory import Role
from governance.disclosures.changes import Change
from governance.disclosures.states import ChangeStatus, ProgrammeAction
from governance.refusals import Conflict, Unknown
from storage.database import METADATA, key, number
from storage.rows import moment, ms

CHANGES = Table(
    "programme_changes",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id"), index=True),
    *(Column(name, Text, nullable=False) for name in ("item", "action", "why", "side")),
    Column("asked_by", Text, nullable=False),
    number("asked_at"),
    Column("status", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    number("decided_at", nullable=True),
)
SUBSCRIBERS = Table(
    "disclosure_subscribers",
    METADATA,
    number("community_id", ForeignKey("communities.id"), primary_key=True, autoincrement=False),
    number("person", primary_key=True, autoincrement=False),
    number("at"),
)
_HERE = CHANGES.c.community_id == bindparam("community")
_ASK = insert(CHANGES).returning(CHANGES.c.id)
_GET = select(CHANGES).where(_HERE, CHANGES.c.id == bindparam("wanted"))
_ALL = select(CHANGES).where(_HERE).order_by(CHANGES.c.id)
_DECIDE = (
    update(CHANGES)
    .where(CHANGES.c.id == bindparam("b_id"), CHANGES.c.status == ChangeStatus.ASKED)
    .values(
        status=bindparam("b_status"),
        decided_by=bindparam("b_by"),
        decided_at=bindparam("b_at"),
    )
)
_READERS = SUBSCRIBERS.c.community_id == bindparam("b_community")
_SUBSCRIBE = upsert(SUBSCRIBERS).on_conflict_do_nothing(index_elements=["community_id", "person"])
_LEAVE = delete(SUBSCRIBERS).where(_READERS, SUBSCRIBERS.c.person == bindparam("b_person"))
_SUBSCRIBED = select(SUBSCRIBERS.c.person).where(_READERS).order_by(SUBSCRIBERS.c.person)


class Programme:
    """The changes of one community's items, and its subscribers."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, change: Change) -> Change:
        """Write a change down; return it with its id."""
        row = {
            "community_id": self._community,
            "item": change.item,
            "action": change.action,
            "why": change.why,
            "side": change.side,
            "asked_by": change.asked_by,
            "asked_at": ms(change.asked_at),
            "status": change.status,
            "decided_by": change.decided_by,
            "decided_at": ms(change.decided_at) if change.decided_at else None,
        }
        return replace(change, id=self._db.execute(_ASK, row).scalar_one())

    def change(self, change: int) -> Change:
        """Return a change; Unknown if there is none."""
        row = self._db.execute(_GET, {"community": self._community, "wanted": change}).first()
        if row is None:
            raise Unknown("refusal-no-edition")
        return _change(row)

    def changes(self) -> Sequence[Change]:
        """Return every change of every item, oldest first."""
        return [_change(r) for r in self._db.execute(_ALL, {"community": self._community}).all()]

    def decide(self, change: Change) -> None:
        """Write down what became of a change that was asked for; Conflict where it was decided."""
        row = {
            "b_id": change.id,
            "b_status": change.status,
            "b_by": change.decided_by,
            "b_at": ms(change.decided_at) if change.decided_at else None,
        }
        if self._db.execute(_DECIDE, row).rowcount != 1:
            raise Conflict

    def subscribe(self, person: int, at: datetime) -> None:
        """Let somebody read every edition in private, once."""
        row = {"community_id": self._community, "person": person, "at": ms(at)}
        self._db.execute(_SUBSCRIBE, row)

    def unsubscribe(self, person: int) -> None:
        """Let somebody read them no longer."""
        self._db.execute(_LEAVE, {"b_community": self._community, "b_person": person})

    def subscribers(self) -> Sequence[int]:
        """Return who reads every edition in private, by account."""
        return list(self._db.execute(_SUBSCRIBED, {"b_community": self._community}).scalars())


def _change(row: Row[Any]) -> Change:
    return Change(
        id=row.id,
        item=row.item,
        action=ProgrammeAction(row.action),
        why=row.why,
        side=Role(row.side),
        asked_by=row.asked_by,
        asked_at=moment(row.asked_at),
        status=ChangeStatus(row.status),
        decided_by=row.decided_by,
        decided_at=moment(row.decided_at) if row.decided_at else None,
    )
