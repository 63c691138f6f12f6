"""What reporters and handlers said to each other about a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
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
    bindparam,
    func,
    insert,
    select,
    update,
)

from governance.refusals import Unknown
from governance.relays import Relay, RelayKind
from storage.database import METADATA, key, number
from storage.rows import moment, ms

RELAYS = Table(
    "relays",
    METADATA,
    key(),
    number("case_id", ForeignKey("cases.id"), index=True),
    Column("kind", Text, nullable=False),
    number("sender"),
    Column("officer", Text, nullable=False),
    number("at"),
    Column("text", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("dealt", Boolean, nullable=False),
    Index(None, "sender", "at"),
)

_ADD = insert(RELAYS).returning(RELAYS.c.id)
_GET = select(RELAYS).where(RELAYS.c.id == bindparam("wanted"))
_OF = select(RELAYS).where(RELAYS.c.case_id == bindparam("wanted")).order_by(RELAYS.c.id)
_COUNT = (
    select(func.count())
    .select_from(RELAYS)
    .where(RELAYS.c.sender == bindparam("person"), RELAYS.c.at > bindparam("since"))
)
_DEALT = (
    update(RELAYS)
    .where(RELAYS.c.case_id == bindparam("wanted"), RELAYS.c.dealt.is_(False))
    .values(dealt=True)
)


class Relays:
    """What was said about the cases."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, relay: Relay) -> Relay:
        """Keep what was said; return it with its id."""
        row = {
            "case_id": relay.case,
            "kind": relay.kind,
            "sender": relay.sender,
            "officer": relay.officer,
            "at": ms(relay.at),
            "text": relay.text,
            "photo": relay.photo,
            "voice": relay.voice,
            "dealt": relay.dealt,
        }
        return replace(relay, id=self._db.execute(_ADD, row).scalar_one())

    def get(self, relay: int) -> Relay:
        """Return what was said; Unknown if there is none."""
        row = self._db.execute(_GET, {"wanted": relay}).first()
        if row is None:
            raise Unknown("refusal-no-case")
        return _relay(row)

    def of_case(self, case: int) -> Sequence[Relay]:
        """Return what was said about a case, oldest first."""
        return [_relay(row) for row in self._db.execute(_OF, {"wanted": case})]

    def count(self, person: int, since: datetime) -> int:
        """Return how often a person spoke after a time."""
        found: int = self._db.execute(_COUNT, {"person": person, "since": ms(since)}).scalar_one()
        return found

    def deal(self, case: int) -> None:
        """Count all that was said about a case so far as dealt with."""
        self._db.execute(_DEALT, {"wanted": case})


def _relay(row: Row[Any]) -> Relay:
    return Relay(
        id=row.id,
        case=row.case_id,
        kind=RelayKind(row.kind),
        sender=row.sender,
        officer=row.officer,
        at=moment(row.at),
        text=row.text,
        photo=row.photo,
        voice=row.voice,
        dealt=row.dealt,
    )
