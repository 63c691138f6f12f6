"""What the programme must have made and told by now, reckoned day by day, without its code."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from governance.calendar import WorkCalendar
from governance.programme import Counted, DueDay

DAY = timedelta(days=1)
MONTHLY, QUARTERLY = "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"
LAST, LEAP = "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
LONG = "FREQ=MONTHLY;BYMONTHDAY=31"
# whether a day begins a period; every rule counts from a first of January
BEGINS = {
    MONTHLY: lambda day: day.day == 1,
    QUARTERLY: lambda day: day.day == 1 and day.month in {1, 4, 7, 10},
    LAST: lambda day: (day + DAY).day == 1,
    LEAP: lambda day: (day.month, day.day) == (2, 29),
    LONG: lambda day: day.day == 31,
}


@dataclass
class Foretold:
    """The editions that must be there, by their first day and the day after their last."""

    calendar: WorkCalendar
    counted: DueDay
    adopted: date | None = None
    made: dict[tuple[date, date], date] = field(default_factory=dict)  # and when each is due
    pauses: list[list[date | None]] = field(default_factory=list)
    missed: dict[tuple[date, date], datetime] = field(default_factory=dict)  # and when it is told

    def day(self, now: datetime) -> date:
        return now.astimezone(self.calendar.zone).date()

    @property
    def paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1][1] is None

    def look(self, rule: str, since: date, now: datetime) -> None:
        """Let the bot look at a moment, by the rule that stands in the file then."""
        today = self.day(now)
        self.adopted = self.adopted or today
        if self.paused:
            return
        start = max((end for _, end in self.made), default=since)
        while start <= today:
            end = max(start + DAY, since)
            while not BEGINS[rule](end):
                end += DAY
            due = self.due(end)
            # it is there ten days before its day, or once its period is over
            if end > self.adopted and (end <= today or due - 10 * DAY <= today):
                self.made[start, end] = due
            start = end

    def due(self, end: date) -> date:
        if self.counted.counted is Counted.CALENDAR:
            return end + (self.counted.days - 1) * DAY
        days = (end + n * DAY for n in range(100))
        return [day for day in days if self.calendar.is_working_day(day)][self.counted.days - 1]

    def press(self, now: datetime) -> None:
        """Let both sides pause it, or resume what is paused."""
        if self.paused:
            self.pauses[-1][1] = self.day(now)
        else:
            self.pauses.append([self.day(now), None])

    def owed(self, period: tuple[date, date]) -> date | None:
        """Return by which day it is owed: ten days after a pause that began before it was."""
        due = self.made[period]
        for start, end in self.pauses:
            if start <= due:
                if end is None:
                    return None
                due = max(due, end + 10 * DAY)
        return due

    def tell(self, now: datetime) -> None:
        """Let it be told what is missing on the morning after its day, or as soon as it wakes."""
        for period in self.made.keys() - self.missed.keys():
            owed = self.owed(period)
            if owed is None:
                continue
            if now >= datetime.combine(owed + DAY, time(9), self.calendar.zone):
                self.missed[period] = now
