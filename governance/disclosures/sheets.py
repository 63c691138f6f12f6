"""Spreadsheets of accounts and contracts: read whole and without a fault, or not at all (G01)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from governance.disclosures import cells
from governance.disclosures.contents import Contract, Register
from governance.disclosures.ledger import Ledger, Line, Problem, Side, Wrong
from governance.disclosures.pages import ACCOUNTS, COLUMNS, NEEDED, Found, Row, Taken
from governance.disclosures.periods import Period
from governance.disclosures.programme import Template
from governance.disclosures.telling import yuan
from governance.spreadsheets import Fault

MOST_LINES = 10_000
LONGEST = 200  # characters of a cell


class Entry(StrEnum):
    """What a row of accounts is."""

    OPENING = "opening"
    INCOME = "income"
    EXPENSE = "expense"
    CLOSING = "closing"


ENDS = (Entry.OPENING, Entry.CLOSING)


def read(
    template: Template, found: Found, period: Period | None, words: Mapping[str, Entry]
) -> Taken:
    """Return what a page says; with one fault, none of it is taken."""
    if len(found.rows) > MOST_LINES:
        fault = Fault(
            row=found.heading,
            column=NEEDED[template][0],
            code="many",
            facts={"count": len(found.rows), "most": MOST_LINES},
        )
        return Taken(content=None, faults=(fault,), rows={})
    if period is not None and template is not Template.ASSETS:
        return _Accounts(period, words).read(found)
    return _contracts(found)


class _Reading:
    """Takes cells, and writes down what is wrong with them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, row: Row, column: str, code: str, **facts: str | int) -> None:
        self.faults.append(Fault(row=row.number, column=column, code=code, facts=facts))

    def sound(self, row: Row, columns: Sequence[str]) -> bool:
        """Say whether every cell can be read at all: none is merged, none an empty formula."""
        before = len(self.faults)
        for column in columns:
            said = row.cell(column)
            if column in row.merged:
                self.fault(row, column, "merged")
            elif said.startswith("="):
                self.fault(row, column, "formula")
            elif said.startswith("#") and column != "resolution":
                self.fault(row, column, "error", found=said[:LONGEST])
            elif len(said) > LONGEST:
                self.fault(row, column, "long", count=len(said), most=LONGEST)
        return len(self.faults) == before

    def needed(self, row: Row, column: str) -> str:
        said = row.cell(column)
        if not said:
            self.fault(row, column, "missing")
        return said

    def amount(self, row: Row, column: str) -> int | None:
        said = self.needed(row, column)
        found = cells.fen(said) if said else None
        if said and found is None:
            self.fault(row, column, "no-amount", found=said)
        return found

    def day(self, row: Row, column: str, period: Period | None) -> date | None:
        said = self.needed(row, column)
        found = cells.day(said, period) if said else None
        if said and found is None:
            self.fault(row, column, "no-day", found=said)
        return found


class _Accounts(_Reading):
    """Reads a period's accounts: what was there, what came and went, what is left."""

    def __init__(self, period: Period, words: Mapping[str, Entry]) -> None:
        super().__init__()
        self._period, self._words = period, words
        self._ends: dict[Entry, tuple[int, int]] = {}  # amount and row
        self._lines: list[Line] = []
        self._rows: dict[int, int] = {}

    def read(self, found: Found) -> Taken:
        for row in found.rows:
            if self.sound(row, ACCOUNTS):
                self._take(row)
        missing = [] if self.faults else [e for e in ENDS if e not in self._ends]
        for entry in missing:
            row = Row(number=found.heading, cells={}, merged=frozenset())
            self.fault(row, "entry", f"no-{entry}")
        opening, closing = (self._ends.get(entry, (0, 0))[0] for entry in ENDS)
        ledger = Ledger(
            period=self._period, opening=opening, lines=tuple(self._lines), closing=closing
        )
        faults, rows = tuple(self.faults), self._rows
        if faults:
            return Taken(content=None, faults=faults, rows=rows, partly=ledger)
        return Taken(content=ledger, faults=(), rows=rows)

    def _take(self, row: Row) -> None:
        said = self.needed(row, "entry")
        entry = self._words.get(said.casefold())
        if said and entry is None:
            self.fault(row, "entry", "entry", found=said)
        amount = self.amount(row, "amount")
        if entry in ENDS:
            self._end(row, entry, amount)
        elif entry is not None:
            self._line(row, Side(entry), amount)

    def _end(self, row: Row, entry: Entry, amount: int | None) -> None:
        if entry in self._ends:
            self.fault(row, "entry", "twice", other=self._ends[entry][1])
        elif amount is not None:
            self._ends[entry] = amount, row.number
            self._rows[OPENING if entry is Entry.OPENING else CLOSING] = row.number

    def _line(self, row: Row, side: Side, amount: int | None) -> None:
        day, what = self.day(row, "day", self._period), self.needed(row, "what")
        resolution = cells.whole(row.cell("resolution"))
        if resolution is None:
            self.fault(row, "resolution", "resolution", found=row.cell("resolution"))
        if day is None or amount is None or resolution is None:
            return
        number = len(self._lines) + 1
        self._rows[number] = row.number
        line = Line(
            number=number,
            side=side,
            on=day,
            what=what,
            amount=amount,
            receipt=row.cell("receipt"),
            payee=row.cell("payee"),
            basis=row.cell("basis"),
            resolution=resolution,
        )
        self._lines.append(line)


OPENING, CLOSING = -1, -2  # where the two rows stand that are no lines


def _contracts(found: Found) -> Taken:
    reading = _Reading()
    made: list[Contract] = []
    rows: dict[int, int] = {}
    for row in found.rows:
        if reading.sound(row, COLUMNS[Template.ASSETS]) and (one := _contract(reading, row)):
            number = len(made) + 1
            made.append(one(number))
            rows[number] = row.number
    if not found.rows:
        nothing = Row(number=found.heading, cells={}, merged=frozenset())
        reading.fault(nothing, "asset", "empty")
    if reading.faults:
        return Taken(content=None, faults=tuple(reading.faults), rows={})
    return Taken(content=Register(contracts=tuple(made)), faults=(), rows=rows)


def _contract(reading: _Reading, row: Row) -> Callable[[int], Contract] | None:
    asset, holder = reading.needed(row, "asset"), reading.needed(row, "holder")
    start, end = reading.day(row, "start", None), reading.day(row, "end", None)
    price = reading.amount(row, "price")
    paid = reading.day(row, "paid", None) if row.cell("paid") else None
    if not (asset and holder and start and end) or price is None:
        return None
    return lambda number: Contract(
        number=number,
        asset=asset,
        holder=holder,
        contract=row.cell("contract"),
        start=start,
        end=end,
        price=price,
        paid_until=paid,
    )


AT: Mapping[Wrong, str] = {
    Wrong.UNBALANCED: "amount",
    Wrong.OPENING: "amount",
    Wrong.AMOUNT: "amount",
    Wrong.RECEIPT: "receipt",
    Wrong.DAY: "day",
    Wrong.BASIS: "basis",
    Wrong.PRIVATE: "what",
}


def located(
    problems: Sequence[Problem], taken: Taken, heading: int, period: Period | None
) -> Iterator[Fault]:
    """Yield problems as faults of cells; a jump is asked about, and marked nowhere."""
    ends = {Wrong.UNBALANCED: CLOSING, Wrong.OPENING: OPENING}
    for problem in problems:
        if problem.wrong is not Wrong.JUMP:
            line = problem.line or ends.get(problem.wrong, 0)
            yield Fault(
                row=taken.rows.get(line, heading),
                column=problem.place or AT.get(problem.wrong, "amount"),
                code=problem.wrong,
                facts=_facts(problem, taken, period),
            )


def _facts(problem: Problem, taken: Taken, period: Period | None) -> Mapping[str, str | int]:
    """Return what was found and what would be right, as people read it."""
    found, right = problem.found, problem.right
    if problem.wrong is Wrong.DAY and period is not None:
        last = period.end - timedelta(days=1)
        return {"found": found, "right": f"{period.start} – {last}"}
    if problem.wrong is Wrong.RECEIPT:
        there = taken.rows.get(right, right) if isinstance(right, int) else right
        return {
            "found": found,
            "right": there,
            "where": "row" if isinstance(right, int) else "before",
        }
    return {"found": _said(found), "right": _said(right)}


def _said(value: str | int) -> str:
    return yuan(value) if isinstance(value, int) else value
