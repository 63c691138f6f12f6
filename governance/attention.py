"""A group's attention is a budget: so many messages a day, none by night, the rest as one list.

Idea 16 of the peers. What answers somebody, gives somebody work or warns of danger is never held.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from governance.procedure import Requirements


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """A message told at once though it would have waited, with the reason that everybody read."""

    chat: int
    at: datetime
    month: str
    officer: str
    why: str


def quiet(at: datetime, zone: ZoneInfo, required: Requirements) -> bool:
    """Whether it is a time at which a group is left in peace; from and until are full hours."""
    hour, first, last = at.astimezone(zone).hour, required.quiet_from, required.quiet_until
    if first <= last:
        return first <= hour < last
    return hour >= first or hour < last


def may(at: datetime, zone: ZoneInfo, told: int, required: Requirements) -> bool:
    """Whether a group may hear one message more; the last of the day is kept for the list."""
    return room(at, zone, told, required) > 0


def room(at: datetime, zone: ZoneInfo, told: int, required: Requirements) -> int:
    """Return how many messages more a group may hear today."""
    return 0 if quiet(at, zone, required) else max(0, required.messages_a_day - 1 - told)


def list_at(at: datetime, zone: ZoneInfo, required: Requirements) -> datetime:
    """Return when what was held is told as one list: the end of the quiet hours to come.

    By day this is tomorrow's morning; before a morning, it is that one.
    """
    local = at.astimezone(zone)
    morning = datetime.combine(local.date(), time(required.quiet_until % 24), zone)
    if morning <= local:
        morning += timedelta(days=1)
    return morning


def reminder(
    since: datetime, until: datetime, zone: ZoneInfo, required: Requirements
) -> datetime | None:
    """Return when to remind of what ends: a day before, of what is short in its last quarter.

    Never in quiet hours: before them then, and not at all where that is too early.
    """
    at = awake(until - min(timedelta(days=1), (until - since) / 4), zone, required)
    return at if at > since else None


def awake(at: datetime, zone: ZoneInfo, required: Requirements) -> datetime:
    """Return a time, or the last minute before the quiet hours in which it falls."""
    if not quiet(at, zone, required):
        return at
    local = at.astimezone(zone)
    first = datetime.combine(local.date(), time(required.quiet_from), zone)
    if first > local:
        first -= timedelta(days=1)
    return first - timedelta(minutes=1)
