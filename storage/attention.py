"""How many messages a group has heard in a day, and what waits for its list (idea 16)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Row,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from governance.notices import Address, Delivery, Kind, Priority
from governance.refusals import Unknown
from storage.database import METADATA, document, key, number

HEARD = Table(
    "group_days",
    METADATA,
    number("chat", primary_key=True),
    Column("day", Text, primary_key=True),
    number("count"),
)
HELD = Table(
    "held_messages",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("chat"),
    number("topic", nullable=True),
    number("reply_to", nullable=True),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("subject", Text, nullable=False),
    number("reader"),
    document("facts"),
    Column("day", Text, nullable=False),  # the day on whose list it stands; empty: it waits
    Index(None, "chat", "day"),
)
_COUNT = select(HEARD.c.count).where(
    HEARD.c.chat == bindparam("where"), HEARD.c.day == bindparam("on")
)
_ONE_MORE = upsert(HEARD)
_ONE_MORE = _ONE_MORE.on_conflict_do_update(
    index_elements=["chat", "day"], set_={"count": HEARD.c.count + 1}
)
_HOLD = insert(HELD)
_LISTED = (
    select(HELD)
    .where(
        HELD.c.community_id == bindparam("community"),
        HELD.c.chat == bindparam("where"),
        HELD.c.day == bindparam("on"),
    )
    .order_by(HELD.c.id)
)
_LIST = (
    update(HELD)
    .where(
        HELD.c.community_id == bindparam("b_community"),
        HELD.c.chat == bindparam("b_chat"),
        HELD.c.day == "",
    )
    .values(day=bindparam("b_day"))
)
_WAITING = (
    select(HELD)
    .where(HELD.c.community_id == bindparam("community"), HELD.c.day == "")
    .order_by(HELD.c.id)
)
_TAKE = delete(HELD).where(
    HELD.c.community_id == bindparam("community"),
    HELD.c.day == "",
    or_(
        HELD.c.id == bindparam("wanted"),
        # a card that waits twice is told once
        and_(
            HELD.c.subject != "",
            HELD.c.subject == bindparam("about"),
            HELD.c.chat == bindparam("where"),
        ),
    ),
)


class Attention:
    """What the groups of one community heard, and what waits."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def heard(self, chat: int, day: str) -> int:
        """Return how many messages a group has heard on a day."""
        return int(self._db.execute(_COUNT, {"where": chat, "on": day}).scalar() or 0)

    def hear(self, chat: int, day: str) -> None:
        """Count one message more."""
        self._db.execute(_ONE_MORE, {"chat": chat, "day": day, "count": 1})

    def hold(self, delivery: Delivery) -> None:
        """Keep a message for the next list of its group."""
        row = {
            "community_id": self._community,
            "chat": delivery.address.chat,
            "topic": delivery.address.topic,
            "reply_to": delivery.address.reply_to,
            "kind": delivery.kind,
            "words": delivery.key,
            "subject": delivery.subject,
            "reader": delivery.reader,
            "facts": dict(delivery.facts),
            "day": "",
        }
        self._db.execute(_HOLD, row)

    def waiting(self) -> Mapping[int, Delivery]:
        """Return what waits in every group by its number, oldest first."""
        rows = self._db.execute(_WAITING, {"community": self._community}).all()
        return {row.id: _delivery(row) for row in rows}

    def take(self, number: int) -> Delivery:
        """Take one message out of what waits; Unknown where it does not, or does no longer."""
        found = self.waiting().get(number)
        if found is None:
            raise Unknown("refusal-urgent-number")
        asked = {"wanted": number, "about": found.subject, "where": found.address.chat}
        self._db.execute(_TAKE, {"community": self._community, **asked})
        return found

    def put_on_list(self, chat: int, day: str) -> Sequence[Delivery]:
        """Put all that waits on the list of a day, and return that list."""
        self._db.execute(_LIST, {"b_community": self._community, "b_chat": chat, "b_day": day})
        return self.listed(chat, day)

    def listed(self, chat: int, day: str) -> Sequence[Delivery]:
        """Return what stands on the list of a day, oldest first."""
        asked = {"community": self._community, "where": chat, "on": day}
        return [_delivery(row) for row in self._db.execute(_LISTED, asked).all()]


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        key=row.words,
        kind=Kind(row.kind),
        address=Address(chat=row.chat, topic=row.topic, reply_to=row.reply_to),
        subject=row.subject,
        reader=row.reader,
        facts=row.facts,
        priority=Priority.BROADCAST,
    )
