"""How much waits at the doors and for how long; counts and seconds, nothing of anybody."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from storage import inbox
from storage.inbox import INBOX
from storage.outbox import OUTBOX, PARKED, WAITS

_INBOX = select(func.count(), func.min(INBOX.c.at)).where(inbox.STILL_OPEN)
_OUTBOX = (
    select(OUTBOX.c.priority, func.count(), func.min(OUTBOX.c.at))
    .where(WAITS, ~PARKED)
    .group_by(OUTBOX.c.priority)
)
_PARKED = select(func.count()).where(WAITS, PARKED)


@dataclass(frozen=True, slots=True)
class Lag:
    """How many wait, and for how many seconds the oldest of them."""

    count: int
    seconds: float


def of_inbox(connection: Connection, now: int) -> Lag:
    """Return what is not yet done, at a time in UTC ms."""
    count, oldest = connection.execute(_INBOX).one()
    return _lag(count, oldest, now)


def of_outbox(connection: Connection, now: int) -> dict[int, Lag]:
    """Return what could be sent, by priority, at a time in UTC ms."""
    return {row[0]: _lag(row[1], row[2], now) for row in connection.execute(_OUTBOX).all()}


def parked(connection: Connection) -> int:
    """Return how many deliveries wait for a chat that is closed to the bot."""
    count: int = connection.execute(_PARKED).scalar_one()
    return count


def _lag(count: int, oldest: int | None, now: int) -> Lag:
    # a clock set back must not make an age negative
    return Lag(count, 0.0 if oldest is None else max(0, now - oldest) / 1000)
