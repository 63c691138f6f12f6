"""What the operator must know, until it is told him; ids and keys, never what people wrote."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
    text,
    update,
)

from storage import inbox
from storage.database import METADATA, key, number

BETWEEN = 60_000  # milliseconds: at most one message a minute
VERB, ALARM = "alarms", "alarm"
ALARMS = Table(
    "alarms",
    METADATA,
    key(),
    number("at"),
    Column("key", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("told", Boolean, nullable=False),
    number("told_at"),
    Index(
        "ix_alarms_untold",
        "id",
        sqlite_where=text("told = 0"),
        postgresql_where=text("NOT told"),
    ),
)

_SOUND = insert(ALARMS)
_LAST = select(func.max(ALARMS.c.told_at))
# in one statement: what comes in between two would be counted as told, and was not
_TOLD = (
    update(ALARMS)
    .where(ALARMS.c.told.is_(False))
    .values(told=True, told_at=bindparam("b_at"))
    .returning(ALARMS.c.id, ALARMS.c.key, ALARMS.c.what)
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing to know: its key, and the id of what it is about."""

    key: str
    what: str


def sound(connection: Connection, at: int, key: str, what: str) -> None:
    """Write an alarm down at a time in UTC ms, and ask for it to be told as soon as may be."""
    last: int = connection.execute(_LAST).scalar() or 0
    connection.execute(_SOUND, {"at": at, "key": key, "what": what, "told": False, "told_at": 0})
    # a clock that was set back must not silence alarms until it is where it was
    when = min(max(at, last + BETWEEN), at + BETWEEN)
    inbox.ask(connection, when, VERB, f"{VERB}:{when}", {})


def take(connection: Connection, at: int) -> Sequence[Alarm]:
    """Return the alarms not told yet, and count them as told at this time in UTC ms."""
    told = connection.execute(_TOLD, {"b_at": at}).all()
    return [Alarm(row.key, row.what) for row in sorted(told, key=lambda row: int(row.id))]
