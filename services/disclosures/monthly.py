"""/ledger: a month's workbook out of what is there already: nobody keeps it twice (D22)."""

from datetime import UTC, date, datetime, time, timedelta

from governance import powers
from governance.disclosures.periods import Period
from governance.papers import Format, Paper
from governance.powers import Verb
from governance.refusals import Refusal
from services.disclosures import sheets
from services.disclosures.owing import local
from services.ports import Shelf, Work

SHEET = "ledger_book"
DECEMBER = 12


def month(day: date) -> Period:
    """Return the month of a day."""
    start = day.replace(day=1)
    after = date(day.year + day.month // DECEMBER, day.month % DECEMBER + 1, 1)
    return Period(start, after)


def ask(work: Work, year: int = 0, number: int = 0) -> Paper:
    """Have the workbook of a month drawn, of the last one where none is named.

    NotAllowed to all but committee and supervision; Refusal of a month that has not begun.
    """
    powers.require(work.by, Verb.SEE_LEDGER)
    today = local(work, work.now)
    wanted = month(month(today).start - timedelta(days=1))
    if year:
        try:
            wanted = month(date(year, number, 1))
        except ValueError:
            raise Refusal("refusal-drafting-month") from None
    if wanted.start > today:
        raise Refusal("refusal-drafting-month")
    paper = Paper(
        key=f"{SHEET}:{wanted.start}:{work.token()}",
        sheet=SHEET,
        format=Format.WORKBOOK,
        name=f"{wanted.start:%Y-%m}.xlsx",
        language=work.people.get(work.by.id).language,
        facts={"start": wanted.start.isoformat(), "end": wanted.end.isoformat()},
        at=work.now,
    )
    work.note("ledger_seen", f"month:{wanted.start}", {})
    return work.papers.want(paper, sheets.DRAWN, person=work.by.id, sheet=SHEET)


def instants(shelf: Shelf, period: Period) -> tuple[datetime, datetime]:
    """Return when a period begins and ends where the community is, in UTC."""
    zone = shelf.community.calendar.zone
    began, over = (datetime.combine(day, time(), zone) for day in (period.start, period.end))
    return began.astimezone(UTC), over.astimezone(UTC)
