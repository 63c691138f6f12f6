"""Which periods an item has, and what falls due of each on which day (G07)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, pairwise, takewhile

from governance.calendar import LONGEST_REST, WorkCalendar
from governance.programme import Counted, DueDay, Item, recurring

REMINDERS = (7, 3, 1)  # days before the due day
READY = 10  # days before its due day, if not earlier, an edition exists
MORNING = time(9)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` on and before `end`."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """When an edition exists, when its drafter is reminded, its due day, and the day after.

    Not `known` where a day counted is not published yet as one of work or of rest.
    """

    ready: date
    reminders: tuple[date, ...]
    due: date
    absent: date
    known: bool


def periods(item: Item, covered: date | None, last: date) -> Iterator[Period]:
    """Yield the periods that begin up to a day, from where those known already end.

    They follow each other without a gap, also where the rule was changed: what is left of time
    before the new rule's first day is a period of its own. None after the item has ended.
    """
    start = max(item.since, covered or item.since)
    end = min(last, item.until or last)
    if not item.rule or start > end:
        return
    later = recurring(item.rule, item.since).xafter(_midnight(start))
    begins = chain([start], (moment.date() for moment in later))
    for one, other in takewhile(lambda days: days[0] <= end, pairwise(begins)):
        yield Period(one, other)


def timetable(item: Item, period: Period, calendar: WorkCalendar) -> Timetable:
    """Return the days of an edition; ValueError for a calendar without work."""
    due, known = due_day(item.due, period.end, calendar)
    ready = min(period.end, due - READY * _DAY)
    reminders = (due - days * _DAY for days in REMINDERS)
    return Timetable(
        ready=ready,
        reminders=tuple(day for day in reminders if day >= ready),
        due=due,
        absent=due + _DAY,
        known=known,
    )


def due_day(due: DueDay, first: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """Return the day that is so many days from the first on, and whether that is sure."""
    if due.counted is Counted.CALENDAR:
        return first + (due.days - 1) * _DAY, True
    day, left, known, rest = first, due.days, True, 0
    while True:
        known = known and calendar.is_known(day)
        working = calendar.is_working_day(day)
        left, rest = left - working, 0 if working else rest + 1
        if not left:
            return day, known
        if rest > LONGEST_REST:
            raise ValueError(f"no work in the {LONGEST_REST} days before {day}")
        day += _DAY


def instant(day: date, calendar: WorkCalendar) -> datetime:
    """Return the morning of a day where the community is, in UTC."""
    return datetime.combine(day, MORNING, calendar.zone).astimezone(UTC)


def ready(
    item: Item, covered: date | None, today: date, calendar: WorkCalendar
) -> Sequence[Period]:
    """Return the periods whose edition must exist by today, oldest first."""
    found = periods(item, covered, today)
    return [each for each in found if timetable(item, each, calendar).ready <= today]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
