"""Accounts in plain words: what came in, what went out, what changed, what cost most (G01-G03)."""

from collections.abc import Iterator, Mapping

from governance.disclosures import telling
from governance.disclosures.contents import Large, Year
from governance.disclosures.ledger import Ledger, Side
from governance.disclosures.telling import yuan
from governance.papers import Table
from handlers.sheets.editions.telling import BRIEF, Told, entries, top
from services.disclosures import beside

BESIDE = 3  # what was spent a household, behind what is left: only with it there are seven


def ledger(told: Told) -> Told:
    """Tell the accounts of a period."""
    content = told.content
    assert isinstance(content, Ledger)  # noqa: S101 -- the table of tellers says so
    before = beside.last(told.shelf, told.edition, Ledger)
    found = telling.figures(content, before, _households(told))
    return told.saying(
        lines=[*_ledger(told, content, found)],
        beside=BESIDE,
        top=top(told, "sheet-edition-most", found.top),
        tables=[entries(told, content.lines)] if content.lines else [],
    )


def _ledger(told: Told, content: Ledger, found: telling.Figures) -> Iterator[str]:
    for side, amount in ((Side.INCOME, found.income), (Side.EXPENSE, found.expense)):
        yield told.texts(
            "sheet-side", side=side, amount=yuan(amount), **_change(found.change, side)
        )
    yield told.texts("sheet-left", amount=yuan(found.closing), before=yuan(content.opening))
    if found.a_household:
        yield told.texts("sheet-household", amount=yuan(found.a_household))
    yield from _explained(told, content.explained)


def _households(told: Told) -> int:
    roster = told.shelf.flats.roster()
    return len(roster.units) if roster else 0


def _change(change: Mapping[Side, int] | None, side: Side) -> Mapping[str, str]:
    if change is None:
        return {"turn": "none", "by": ""}
    turn = "more" if change[side] > 0 else "less" if change[side] < 0 else "same"
    return {"turn": turn, "by": yuan(abs(change[side]))}


def _explained(told: Told, explained: Mapping[Side, str]) -> Iterator[str]:
    for side in Side:
        if why := explained.get(side):
            yield told.texts("sheet-explained", side=side, why=told.said(why, BRIEF))


def large(told: Told) -> Told:
    """Tell a quarter's large payments."""
    content = told.content
    assert isinstance(content, Large)  # noqa: S101 -- as above
    total = sum(line.amount for line in content.lines)
    limit = told.shelf.community.disclosing.large
    lines = [
        told.texts("sheet-large", count=len(content.lines), amount=yuan(total)),
        told.texts("sheet-large-from", amount=yuan(limit)),
    ]
    most = sorted(content.lines, key=lambda line: (-line.amount, line.number))
    return told.saying(
        lines=lines,
        top=top(told, "sheet-edition-most", most[: telling.TOP]),
        tables=[entries(told, content.lines)] if content.lines else [],
    )


def year(told: Told) -> Told:
    """Tell a year's totals, with its months and the year before."""
    content = told.content
    assert isinstance(content, Year)  # noqa: S101 -- as above
    change = {s: content.sums[s] - content.last[s] for s in Side} if content.last else None
    lines = [
        told.texts("sheet-side-year", side=s, amount=yuan(content.sums[s]), **_change(change, s))
        for s in Side
    ]
    closing, opening = yuan(content.closing), yuan(content.opening)
    lines.append(told.texts("sheet-left", amount=closing, before=opening))
    households = _households(told)
    if households and content.sums[Side.EXPENSE]:
        each = yuan(content.sums[Side.EXPENSE] // households)
        lines.append(told.texts("sheet-household", amount=each))
    lines += _explained(told, content.explained)
    return told.saying(lines=lines, beside=BESIDE, tables=[_months(told, content)])


def _months(told: Told, content: Year) -> Table:
    rows = [
        [f"{month.number}", f"{month.start:%Y-%m}", yuan(month.income), yuan(month.expense)]
        for month in content.months
    ]
    sums = [yuan(content.sums[side]) for side in Side]
    rows.append(["", told.words("together"), *sums])
    columns = [told.words(key) for key in ("number", "month", "income", "expense")]
    heading = told.texts.plain("sheet-edition-months")
    return Table(heading=heading, columns=columns, rows=rows, right=[2, 3], wide=1)
