"""What was told at once though it would have waited: which message, who let it, and why."""

from collections.abc import Sequence

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Table,
    Text,
    bindparam,
    insert,
    select,
)

from governance.attention import Urgent
from storage.database import METADATA, key, number
from storage.rows import moment, ms

URGENT = Table(
    "urgent_messages",
    METADATA,
    key(),
    number("community_id", ForeignKey("communities.id")),
    number("chat"),
    number("at"),
    Column("month", Text, nullable=False),  # by the community's own calendar
    Column("officer", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "community_id", "month"),
)
_ADD = insert(URGENT)
_HERE = select(URGENT).where(URGENT.c.community_id == bindparam("community"))
_ALL = _HERE.order_by(URGENT.c.id.desc())
_MONTH = _ALL.where(URGENT.c.month == bindparam("wanted"))


class Urgents:
    """The urgent messages of one community, newest first; none is ever struck off."""

    def __init__(self, connection: Connection, community: int) -> None:
        self._db = connection
        self._community = community

    def add(self, said: Urgent) -> None:
        """Write one down."""
        row = {
            "community_id": self._community,
            "chat": said.chat,
            "at": ms(said.at),
            "month": said.month,
            "officer": said.officer,
            "why": said.why,
        }
        self._db.execute(_ADD, row)

    def told(self, month: str = "") -> Sequence[Urgent]:
        """Return those of a month, or all."""
        asked = {"community": self._community} | ({"wanted": month} if month else {})
        return [
            Urgent(chat=r.chat, at=moment(r.at), month=r.month, officer=r.officer, why=r.why)
            for r in self._db.execute(_MONTH if month else _ALL, asked)
        ]
