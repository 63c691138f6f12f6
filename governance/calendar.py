"""Working time (B08): which days a community works, and when a promise falls due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import chinese_calendar

LONGEST_REST = 400
"""Days in a row without work after which a calendar is taken for broken."""

Hours = tuple[tuple[datetime, datetime], ...]
_NO_TIME = timedelta(0)
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@lru_cache(maxsize=4096)  # the library looks through all its years at each question: 18 µs a day
def _published(day: date) -> bool | None:
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A stretch of work within one local day; ValueError unless it ends after it starts."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a shift must end after it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a promise falls due, in UTC; not `known` if a day until then is not published yet."""

    at: datetime
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A time in which a promise does not run; ValueError if it ends before it starts."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if _utc(self.end) < _utc(self.start):
            raise ValueError(f"a pause cannot end before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """When a community works: China's published days (2004 to 2026), above them its own.

    ValueError without shifts, with overlapping ones, or where a day is both off and worked.
    """

    zone: ZoneInfo
    shifts: tuple[Shift, ...]
    days_off: frozenset[date] = frozenset()
    work_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.shifts:
            raise ValueError("a calendar needs at least one shift")
        for one, other in pairwise(self.shifts):
            if other.start < one.end:
                raise ValueError(f"shifts must follow each other: {one.end}, then {other.start}")
        if both := self.days_off & self.work_days:
            raise ValueError(f"days cannot be both off and worked: {sorted(map(str, both))}")

    def is_known(self, day: date) -> bool:
        """Whether the day is settled, by the community or by the published holidays."""
        return self._is_own(day) or _published(day) is not None

    def is_working_day(self, day: date) -> bool:
        """Whether work is done on the day; Monday to Friday in years not yet published."""
        if self._is_own(day):
            return day in self.work_days
        published = _published(day)
        return day.weekday() < _SATURDAY if published is None else published

    def due(self, start: datetime, span: timedelta) -> Due:
        """Return when `span` of working time after `start` is over: the earliest such instant.

        No span is due at once, even at night. ValueError for a naive start, a negative span,
        or a calendar with no work in LONGEST_REST days.
        """
        if span < _NO_TIME:
            raise ValueError(f"a promise cannot be negative: {span}")
        now, left, known, rest = _utc(start), span, True, 0
        day = self._day(now)
        while left:
            known = known and self.is_known(day)
            rest = 0 if self.is_working_day(day) else rest + 1
            if rest > LONGEST_REST:
                raise ValueError(f"no work in the {LONGEST_REST} days before {day}")
            for opens, closes in self._hours(day):
                step = min(left, max(_NO_TIME, closes - max(now, opens)))
                if step:
                    now, left = max(now, opens) + step, left - step
            day += _ONE_DAY
        return Due(at=now, known=known)

    def opens(self, after: datetime) -> datetime:
        """Return when work next begins on a working day after an instant: its first shift."""
        now = _utc(after)
        day, last = self._day(now), self._day(now) + LONGEST_REST * _ONE_DAY
        while day <= last:
            for start, _ in self._hours(day):
                if start > now:
                    return start
                break
            day += _ONE_DAY
        raise ValueError(f"no work in the {LONGEST_REST} days after {now}")

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time from one instant to another; negative if they are reversed."""
        now, last, total = _utc(start), _utc(end), _NO_TIME
        if last < now:
            return -self.between(end, start)
        day = self._day(now)
        while day <= self._day(last):
            for opens, closes in self._hours(day):
                opens, closes = max(now, opens), min(last, closes)  # noqa: PLW2901 -- the part of it that is asked for
                if opens < closes:
                    now, total = closes, total + (closes - opens)
            day += _ONE_DAY
        return total

    def resume(self, due: Due, pause: Pause) -> Due:
        """Return the due date after a pause: what was left at its start is left at its end.

        Never earlier than before (B08); a promise already broken when the pause began stays so.
        """
        if _utc(due.at) <= _utc(pause.start):
            return due
        moved = self.due(pause.end, self.between(pause.start, due.at))
        return Due(at=max(_utc(due.at), moved.at), known=due.known and moved.known)

    def due_with_pauses(self, start: datetime, span: timedelta, pauses: Iterable[Pause]) -> Due:
        """Return when `span` of working time outside the pauses is over; these may overlap."""
        due, reached = self.due(start, span), _utc(start)
        for begin, end in sorted((_utc(pause.start), _utc(pause.end)) for pause in pauses):
            if end > reached:
                due = self.resume(due, Pause(start=max(begin, reached), end=end))
                reached = end
        return due

    def _is_own(self, day: date) -> bool:
        return day in self.days_off or day in self.work_days

    def _day(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def _hours(self, day: date) -> Hours:
        return _hours(self.shifts, day, self.zone) if self.is_working_day(day) else ()


@lru_cache(maxsize=4_096)  # every promise asks for the same few days
def _hours(shifts: tuple[Shift, ...], day: date, zone: ZoneInfo) -> Hours:
    """Return the shifts of a day in UTC, where differences are real time whatever clocks do."""
    ends = ((shift.start, shift.end) for shift in shifts)
    at = [[datetime.combine(day, end, zone).astimezone(UTC) for end in each] for each in ends]
    return tuple((opens, closes) for opens, closes in at)


def _utc(instant: datetime) -> datetime:
    """Python compares times of one zone by the wall, also in the hour that comes twice."""
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs its zone: {instant}")
    return instant.astimezone(UTC)
