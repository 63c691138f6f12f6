"""Once a day, what was newly said to a topic, in a few lines under it (E16)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from governance import attention
from governance.deliberations.statements import Statement
from governance.procedure import Requirements

ENOUGH = 6  # one more than stand together in one message: fewer are taken in at one look
AFTER = timedelta(minutes=30)  # the list of what was held by night comes first


def next_at(now: datetime, zone: ZoneInfo, required: Requirements) -> datetime:
    """Return when the next roundup is told: in the morning, soon after the quiet hours."""
    return attention.list_at(now - AFTER, zone, required) + AFTER


def fresh(said: Iterable[Statement], told: int, held: Iterable[int] = ()) -> tuple[Statement, ...]:
    """Return what was said since the last roundup, in the order of the numbers.

    Never what waits for its batch, nor what the group has not read yet: from the first number
    that is `held` for its list on, all is for another day.
    """
    until = min(held, default=None)
    return tuple(s for s in said if s.shown and s.number > told and _before(s, until))


def _before(statement: Statement, until: int | None) -> bool:
    return until is None or statement.number < until
