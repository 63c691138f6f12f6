"""The council's calendar: on which days it sits, and how long before it is called (E24)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import takewhile

from governance.programme import recurring


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """When and where it sits, as the community's file says; `rule` is one of RFC 5545.

    `ahead` are the days before a session on which it is called, with its agenda.
    """

    rule: str
    since: date
    hour: time
    place: str
    ahead: int = 5

    def sessions(self, after: date) -> Iterator[date]:
        """Yield the days of the sessions after a day, the next first."""
        found = recurring(self.rule, self.since)
        return (at.date() for at in found.xafter(datetime.combine(after, time())))

    def called(self, after: date) -> tuple[date, ...]:
        """Return the sessions after a day that are to be called by then."""
        until = after + timedelta(days=self.ahead)
        return tuple(takewhile(lambda day: day <= until, self.sessions(after)))

    def opens(self, day: date, zone: tzinfo) -> datetime:
        """Return when a session begins."""
        return datetime.combine(day, self.hour, zone)
