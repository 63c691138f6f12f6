"""The workbook of a month: cases, meetings, disclosures; nothing that says who (D22, N06)."""

from collections.abc import Iterator
from datetime import date, datetime

from governance.disclosures.periods import Period
from governance.disclosures.states import SHOWN
from governance.meetings.states import MeetingStatus
from governance.papers import Book, Leaf
from handlers.sheets.printing import Print
from services.disclosures.monthly import instants

CASES = ("number", "day", "category", "grid", "status")
MEETINGS = ("number", "day", "heads", "minutes")
DISCLOSED = ("serial", "item", "period", "day")
TIGHT = "-"


def book(given: Print) -> Book:
    """Return the workbook of a month."""
    facts = given.paper.facts
    start, end = (date.fromisoformat(str(facts[name])) for name in ("start", "end"))
    period = Period(start, end)
    pages = (
        ("cases", CASES, _cases(given, period)),
        ("meetings", MEETINGS, _meetings(given, period)),
        ("disclosed", DISCLOSED, _disclosed(given, period)),
    )
    return Book(
        leaves=[
            Leaf(
                name=given.texts.plain(f"ledger-page-{name}"),
                columns=[given.texts.plain(f"ledger-column-{column}") for column in columns],
                rows=[*rows],
            )
            for name, columns, rows in pages
        ]
    )


def _day(given: Print, at: datetime) -> str:
    return at.astimezone(given.shelf.community.calendar.zone).date().isoformat()


def _cases(given: Print, period: Period) -> Iterator[list[str]]:
    """Yield what was reported: its kind, where, how it stands; never its words, nor by whom."""
    community = given.shelf.community
    for case in given.shelf.desks.filed(*instants(given.shelf, period)):
        names = community.category(case.category).names
        yield [
            str(case.number),
            _day(given, case.at),
            names.get(given.texts.language) or names["zh-CN"],
            community.grid(case.grid).name if case.grid else TIGHT,
            given.texts.plain(f"case-status-{case.status}"),
        ]


def _meetings(given: Print, period: Period) -> Iterator[list[str]]:
    held = given.shelf.meetings.standing([MeetingStatus.ANNOUNCED, MeetingStatus.RECORDED])
    for meeting in held:
        day = _day(given, meeting.opens)
        if period.holds(date.fromisoformat(day)):
            recorded = "yes" if meeting.status is MeetingStatus.RECORDED else "no"
            yield [
                str(meeting.number),
                day,
                str(meeting.attendance),
                given.texts.plain(f"ledger-minutes-{recorded}"),
            ]


def _disclosed(given: Print, period: Period) -> Iterator[list[str]]:
    for edition in given.shelf.disclosures.standing(sorted(SHOWN)):
        if edition.published_at is None:
            continue
        day = _day(given, edition.published_at)
        item = given.shelf.community.item(edition.item)
        if item and period.holds(date.fromisoformat(day)):
            yield [
                edition.serial or TIGHT,
                item.names.get(given.texts.language) or item.names["zh-CN"],
                f"{edition.period.start} – {edition.period.end}" if edition.period else TIGHT,
                day,
            ]
