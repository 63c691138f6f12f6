"""Calendars to try: an office, its own days, clocks that change during work."""

from datetime import date, time
from zoneinfo import ZoneInfo

from governance.calendar import Shift, WorkCalendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
MORNING = Shift(start=time(8, 30), end=time(12))
AFTERNOON = Shift(start=time(14), end=time(17, 30))
NIGHT = Shift(start=time(1), end=time(3, 30))
OFFICE = WorkCalendar(zone=SHANGHAI, shifts=(MORNING, AFTERNOON))
CALENDARS = (
    OFFICE,
    WorkCalendar(
        zone=SHANGHAI,
        shifts=(MORNING, AFTERNOON),
        days_off=frozenset({date(2026, 10, 9), date(2027, 1, 4)}),
        work_days=frozenset({date(2026, 10, 3), date(2027, 1, 2)}),
    ),
    # Clocks change at 02:00, in the middle of the night shift, on Sundays that are worked.
    WorkCalendar(
        zone=ZoneInfo("America/New_York"),
        shifts=(NIGHT, MORNING, Shift(start=time(19), end=time(22))),
        work_days=frozenset({date(2026, 3, 8), date(2026, 11, 1)}),
    ),
    # One shift ends in the hour that is left out, the next starts right after it.
    WorkCalendar(
        zone=ZoneInfo("Europe/Berlin"),
        shifts=(Shift(start=time(1), end=time(2, 30)), Shift(start=time(3), end=time(4))),
        work_days=frozenset({date(2026, 3, 29), date(2026, 10, 25)}),
    ),
)
