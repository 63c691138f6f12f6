"""How an edition is written in a test: begun, filled by a spreadsheet, and what was said of it."""

from datetime import date
from pathlib import Path

from governance.disclosures import contents
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.pages import Table
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.notices import Kind
from handlers.drafting import worded
from handlers.texts import Library
from services.disclosures import drafting, sheets
from tests.services.town import HE

LIBRARY = Library(Path(__file__).parents[3] / "config" / "locales")
WORDED = worded(LIBRARY.speak("zh-CN"))
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 10, 1))
HEAD = ("收支", "日期", "事由", "金额（元）", "票据号", "对方", "批准依据", "决议编号")
OPENING = ("期初", "", "上期剩下的", "1000.00")
RENT = ("收入", "2026-10-05", "门面租金", "500", "A1")
LAMPS = ("支出", "10月9日", "楼道灯", "200.50", "B1")
CLOSING = ("期末", "", "现在还剩的", "1299.50")
GOOD = (HEAD, OPENING, RENT, LAMPS, CLOSING)


def edition(town, item="ledger", period=OCTOBER, **more):
    """Return the id of an edition that is due."""
    with town.work(0) as work:
        return work.disclosures.add(Edition(item=item, period=period, **more)).id


def ledger(period=SEPTEMBER, opening=60_000, lines=(), **more):
    """Return the accounts of a month; what is left is what adds up."""
    whole = Ledger(period=period, opening=opening, lines=tuple(lines), closing=0, **more)
    return Ledger(
        period=period, opening=opening, lines=tuple(lines), closing=whole.reckoned, **more
    )


def line(number, amount, side=Side.EXPENSE, on=date(2026, 9, 9), **more):
    """Return a line of accounts."""
    what = more.pop("what", f"第{number}笔")
    return Line(number=number, side=side, on=on, what=what, amount=amount, **more)


def shown(town, content, item="ledger", period=SEPTEMBER, occasion=""):
    """Let an edition have been published."""
    with town.work(0) as work:
        made = work.disclosures.add(
            Edition(item=item, period=period, occasion=occasion, status=EditionStatus.PUBLISHED)
        )
        work.disclosures.write(made.id, contents.written(content))
        return made.id


def table(*rows, name="收支账", merged=()):
    """Return a page as it is read: rows count from 1, and nothing else is empty."""
    numbered = ((n, tuple(row)) for n, row in enumerate(rows, 1) if any(row))
    return Table(name=name, rows=tuple(numbered), merged=frozenset(merged))


def begun(town, edition_id, by=HE):
    """Begin an edition; return the talk."""
    return town.do(by, drafting.begin, edition_id)


def send(town, talk, *rows, by=HE, wrong="", tables=None, **more):
    """Let a spreadsheet arrive that was sent in a talk."""
    found = tables if tables is not None else [table(*rows, **more)]
    return town.do(by, sheets.arrived, talk.id, wrong, found, WORDED)


def stands(town, edition_id):
    """Return the document of an edition."""
    with town.work(0) as work:
        return work.disclosures.content(edition_id)


def problems(town, edition_id):
    """Return what is wrong with an edition, by kind and line."""
    with town.work(0) as work:
        found = drafting.problems(work, work.disclosures.get(edition_id))
    return [(str(p.wrong), p.line) for p in found]


def said(town):
    """Return the keys of the notices that wait, in order."""
    return [d.key for d in town.deliveries() if d.kind is Kind.NOTICE]


def wanted(town):
    """Return the sheets that are to be drawn."""
    with town.work(0) as work:
        return [work.papers.get(n) for n in work.papers.wanted()]
