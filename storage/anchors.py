"""What was told of the audit chain each day (F10, idea 18)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Row,
    Table,
    Text,
    and_,
    bindparam,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from governance.anchors import Anchor, Held
from storage.audit import SEALS
from storage.database import METADATA, number
from storage.raw import raw, spoken
from storage.rows import ms

ANCHORS = Table(
    "anchors",
    METADATA,
    number("community_id", ForeignKey("communities.id"), primary_key=True),
    Column("day", Text, primary_key=True),
    number("count"),
    number("entry"),
    Column("hash", Text, nullable=False),
    number("at"),
)
_HERE = ANCHORS.c.community_id == bindparam("here")
_HEAD = (
    select(SEALS.c.seq, SEALS.c.audit_id, SEALS.c.hash)
    .where(SEALS.c.community == bindparam("here"))
    .order_by(SEALS.c.seq.desc())
    .limit(1)
)
_DROP = insert(ANCHORS).on_conflict_do_nothing(index_elements=["community_id", "day"])
_HELD = (
    select(
        ANCHORS.c.day,
        ANCHORS.c["count"],
        ANCHORS.c.entry,
        ANCHORS.c.hash,
        SEALS.c.audit_id.label("sealed"),
        raw(SEALS.c.hash).label("now"),
    )
    .outerjoin(
        SEALS,
        and_(SEALS.c.community == ANCHORS.c.community_id, SEALS.c.seq == ANCHORS.c["count"]),
    )
    .where(_HERE)
    .order_by(ANCHORS.c.day)
)
_OF_DAY = _HELD.where(ANCHORS.c.day == bindparam("on"))
_LIKE = _HELD.where(ANCHORS.c.hash.startswith(bindparam("letters")))


class Anchors:
    """The anchors of one community."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def drop(self, day: date, at: datetime) -> Anchor | None:
        """Keep the head of the chain as what is told on a day; None where a day has one already.

        None too where nothing was sealed yet.
        """
        head = self._db.execute(_HEAD, {"here": self._community}).first()
        if head is None:
            return None
        row = {
            "community_id": self._community,
            "day": day.isoformat(),
            "count": head.seq,
            "entry": head.audit_id,
            "hash": head.hash,
            "at": ms(at),
        }
        if self._db.execute(_DROP, row).rowcount != 1:
            return None
        return Anchor(day=day, count=head.seq, entry=head.audit_id, hash=head.hash)

    def held(self) -> Sequence[Held]:
        """Return every anchor with what stands at its place in the chain now, by their days."""
        return [_held(row) for row in self._db.execute(_HELD, {"here": self._community}).all()]

    def of(self, day: date) -> Held | None:
        """Return the anchor of a day, if it has one."""
        row = self._db.execute(_OF_DAY, {"here": self._community, "on": day.isoformat()}).first()
        return _held(row) if row else None

    def like(self, letters: str) -> Sequence[Held]:
        """Return the anchors whose hash begins so."""
        asked = {"here": self._community, "letters": letters}
        return [_held(row) for row in self._db.execute(_LIKE, asked).all()]


def _held(row: Row[*tuple[Any, ...]]) -> Held:
    day, count, entry, told, sealed, now = row
    anchor = Anchor(day=date.fromisoformat(day), count=count, entry=entry, hash=told)
    return Held(anchor=anchor, entry=sealed or 0, hash=spoken(now or ""))
