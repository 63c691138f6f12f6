"""The result of a ballot on a sheet: everything that is published, and its limits (N20)."""

from governance.ballots.ballot import Ballot
from governance.ballots.result import Part, Result
from governance.notices import Address, Delivery, Kind
from governance.papers import Sheet, Table
from governance.quorum import Measure
from handlers.sheets.printing import Print
from handlers.texts import unmarked
from handlers.views.ballots import parts, results
from handlers.views.shown import Page

A_GROUP = -1  # none of ours: whatever is shown there may be read by everybody
TABLED = ("motion", "choice", "score", "borda", "menu")


def result(given: Print) -> Sheet:
    """Return what stands on the sheet of a published result."""
    page = _page(given)
    ballot = given.shelf.ballots.get(int(given.paper.facts["ballot"] or 0))
    found = given.shelf.ballots.result(ballot.id)
    if found is None:
        raise LookupError(f"ballot {ballot.id} was not counted")
    heading = parts.heading(page, ballot)[1:]
    short = results.lacked(page, ballot, found)
    lines = [*short, *heading, parts.scope(page, ballot), *_figures(page, ballot, found)]
    notes = [*results.chosen(page, ballot, found), *results.come(page, ballot, found)]
    return Sheet(
        title=_plain(results.verdict(page, ballot, found)),
        under=page.texts.plain(
            "sheet-ballot", number=ballot.number, question=page.gate(ballot.question)
        ),
        lines=[_plain(line) for line in lines],
        tables=[*_tables(page, ballot, found)],
        notes=[_plain(line) for line in (*notes, *results.objections(page, ballot))],
        foot=f"{given.shelf.community.name} · {page.when(given.paper.at)}",
    )


def _page(given: Print) -> Page:
    """Return the page as everybody reads it: what a residents' group may see (N21)."""
    delivery = Delivery(key=given.paper.sheet, kind=Kind.NOTICE, address=Address(chat=A_GROUP))
    return Page(delivery=delivery, shelf=given.shelf, texts=given.texts, bot="")


def _figures(page: Page, ballot: Ballot, found: Result) -> list[str]:
    """Return who took part, of all and of each class; figures where no table holds them."""
    shown = results.turnout if ballot.method in TABLED else results.part
    lines = [*shown(page, ballot, found.whole, ballot.rule.whole)]
    for participant, each, demand in results.by_class(ballot, found):
        lines.append(page.texts(f"ballot-class-{participant}"))
        lines += shown(page, ballot, each, demand)
    return lines


def _tables(page: Page, ballot: Ballot, found: Result) -> list[Table]:
    if ballot.method not in TABLED:
        return []
    tables = [_table(page, ballot, found.whole, "")]
    for participant, each, _ in results.by_class(ballot, found):
        heading = _plain(page.texts(f"ballot-class-{participant}"))
        tables.append(_table(page, ballot, each, heading))
    return tables


def _table(page: Page, ballot: Ballot, each: Part, heading: str) -> Table:
    measures = [m for m in Measure if m in each.tallies]
    rows = [
        [
            parts.option(page, ballot, name),
            *(results.number(m, int(each.tallies[m].of(name))) for m in measures),
        ]
        for name in results.ordered(ballot, each.tallies[Measure.HEADS])
    ]
    blank = [each.tallies[m].blank for m in measures]
    if any(blank):
        figures = [results.number(m, n) for m, n in zip(measures, blank, strict=True)]
        rows.append([page.texts.plain("ballot-blank"), *figures])
    columns = [page.texts.plain("sheet-option")]
    columns += [page.texts.plain(f"sheet-measure-{m}") for m in measures]
    return Table(heading=heading, columns=columns, rows=rows, right=[*range(1, len(columns))])


def _plain(line: str) -> str:
    return unmarked(line).removeprefix("· ")
