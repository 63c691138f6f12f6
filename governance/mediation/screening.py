"""When grid workers are asked whether they have heard of new disputes, and who is asked (C01)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from governance.calendar import WorkCalendar
from governance.directory import Community, Officer

WEEK = timedelta(days=7)
MOST = 3  # 3 stands for three and more
_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """How many new disputes a grid's worker has heard of in a week: a number, no names (N07)."""

    id: int = 0
    grid: str
    week: str
    count: int | None = None


def week_of(calendar: WorkCalendar, at: datetime) -> date:
    """Return the Monday of the week in which an instant lies, by the community's clocks."""
    day = at.astimezone(calendar.zone).date()
    return day - timedelta(days=day.weekday())


def next_opening(calendar: WorkCalendar, after: datetime) -> datetime:
    """Return the first working moment of the next week in which there is work at all."""
    monday = week_of(calendar, after) + WEEK
    while not any(calendar.is_working_day(monday + timedelta(days=n)) for n in range(7)):
        monday += WEEK
    midnight = datetime.combine(monday, time(), calendar.zone)
    return calendar.due(midnight, _MOMENT).at - _MOMENT


def keeper(community: Community, grid: str) -> Officer | None:
    """Return who is asked for a grid: its worker, else the substitute, where one is on duty."""
    found = community.grid(grid)
    both = (community.officer(found.worker), community.officer(found.substitute))
    return next((o for o in both if o.present), None)
