"""Workbooks of the accounts and contracts: one to fill in, and a copy that shows what to mend."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from governance.disclosures.contents import Content, Contract, Register
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Line
from governance.disclosures.pages import COLUMNS
from governance.disclosures.programme import Template
from governance.disclosures.sheets import ENDS, Entry
from governance.disclosures.telling import yuan
from governance.papers import Book, Leaf
from handlers.sheets.printing import Print
from handlers.texts import Texts
from handlers.views.drafting import fault, first
from services.disclosures import asking, beside
from services.disclosures.sheets import MARKED, TEMPLATE

BARE = "CSV"  # what a page is called that came without a name
FIGURES = frozenset({"amount", "price"})


def template(given: Print) -> Book:
    """Return a workbook to fill in: what is known stands in it already."""
    texts, shelf = given.texts, given.shelf
    edition = shelf.disclosures.get(int(given.paper.facts["edition"] or 0))
    kind = asking.item_of(shelf, edition).template
    columns = COLUMNS[kind]
    rows = _contracts(given, edition) if kind is Template.ASSETS else _accounts(given, edition)
    leaf = Leaf(
        name=texts.plain(f"drafting-sheet-{kind}"),
        columns=[first(texts, f"drafting-column-{name}") for name in columns],
        rows=rows,
        hints={n: texts.plain(f"drafting-hint-{name}") for n, name in enumerate(columns)},
        choices={} if kind is Template.ASSETS else {0: [_entry(texts, e) for e in Entry]},
        figures=[n for n, name in enumerate(columns) if name in FIGURES],
    )
    notes = texts.plain(f"drafting-notes-{kind}").splitlines()
    how = Leaf(name=texts.plain("drafting-sheet-notes"), rows=[[note] for note in notes])
    return Book(leaves=[leaf, how])


def _entry(texts: Texts, entry: Entry) -> str:
    return first(texts, f"drafting-entry-{entry}")


def _accounts(given: Print, edition: Edition) -> Sequence[Sequence[str]]:
    """Return what was left last as what is there now, and what was taken before of this period."""
    texts, known = given.texts, _known(given, edition)
    last = beside.last(given.shelf, edition, Ledger)
    lines: Sequence[Line] = ()
    follows = last is not None and edition.period and last.period.end == edition.period.start
    opening, closing = yuan(last.closing) if last and follows else "", ""
    if isinstance(known, Ledger):
        lines, opening, closing = known.lines, yuan(known.opening), yuan(known.closing)
    ends = [
        [_entry(texts, entry), "", texts.plain(f"drafting-{entry}"), amount]
        for entry, amount in zip(ENDS, (opening, closing), strict=True)
    ]
    return [ends[0], *(_line(texts, line) for line in lines), ends[1]]


def _line(texts: Texts, line: Line) -> list[str]:
    return [
        _entry(texts, Entry(line.side)),
        line.on.isoformat(),
        line.what,
        yuan(line.amount),
        line.receipt,
        line.payee,
        line.basis,
        str(line.resolution or ""),
    ]


def _contracts(given: Print, edition: Edition) -> Sequence[Sequence[str]]:
    known = _known(given, edition)
    contracts = known.contracts if isinstance(known, Register) else ()
    return [_contract(each) for each in contracts]


def _contract(each: Contract) -> list[str]:
    return [
        each.asset,
        each.holder,
        each.contract,
        each.start.isoformat(),
        each.end.isoformat(),
        yuan(each.price),
        _day(each.paid_until),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _known(given: Print, edition: Edition) -> Content | None:
    return beside.content(given.shelf, edition)


def marked(given: Print) -> Book:
    """Return what somebody sent, cell by cell, with everything marked that is to be mended."""
    facts = given.paper.facts
    cells = dict(json.loads(str(facts["rows"])))
    last = max(cells, default=0)
    rows = [cells.get(number, []) for number in range(1, last + 1)]
    marks = [
        (row, at, fault(given.texts, code, told))
        for row, _, at, code, told in json.loads(str(facts["faults"]))
    ]
    return Book(leaves=[Leaf(name=str(facts["sheet"]) or BARE, rows=rows, marks=marks)])


SHEETS: Mapping[str, Callable[[Print], Book]] = {TEMPLATE: template, MARKED: marked}
