"""Pages of a spreadsheet as they were read, and the one among them that has our headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from governance.disclosures import cells
from governance.disclosures.contents import Register
from governance.disclosures.ledger import Ledger
from governance.disclosures.programme import Template
from governance.spreadsheets import Fault

HEADED = 15  # rows in which the headings may stand
ACCOUNTS = ("entry", "day", "what", "amount", "receipt", "payee", "basis", "resolution")
COLUMNS: Mapping[Template, tuple[str, ...]] = {
    Template.LEDGER: ACCOUNTS,
    Template.USE: ACCOUNTS,
    Template.ASSETS: ("asset", "holder", "contract", "start", "end", "price", "paid"),
}
NEEDED: Mapping[Template, tuple[str, ...]] = {
    Template.LEDGER: ("entry", "day", "what", "amount"),
    Template.USE: ("entry", "day", "what", "amount", "resolution"),
    Template.ASSETS: ("asset", "holder", "start", "end", "price"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One page of a spreadsheet: its rows by number with their cells, and cells that are merged.

    `merged` names the cells that are no longer of their own, as row and column from 1.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    merged: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row below the headings, by the names of its columns."""

    number: int
    cells: Mapping[str, str]
    merged: frozenset[str]

    def cell(self, column: str) -> str:
        """Return what stands in a column, without blanks around it."""
        return cells.plain(self.cells.get(column, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The page that has the headings, where they stand, and the rows under them."""

    table: Table
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    heading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a page says: a content without faults, or faults; `rows` tells where a line stands.

    `partly` are the lines that could be read beside faults: looked at as well, and never taken.
    """

    content: Ledger | Register | None
    faults: tuple[Fault, ...]
    rows: Mapping[int, int]
    partly: Ledger | None = None


def find(tables: Sequence[Table], names: Mapping[str, str], template: Template) -> Found | None:
    """Return the first page with all the headings that are needed; None where none has them.

    `names` are the headings by which a column is known, in any language.
    """
    for table in tables:
        for at, (number, head) in enumerate(table.rows[:HEADED]):
            columns = _columns(head, names)
            if columns.keys() >= set(NEEDED[template]):
                rows = tuple(_row(each, columns, table.merged) for each in table.rows[at + 1 :])
                kept = tuple(row for row in rows if any(map(row.cell, columns)) or row.merged)
                return Found(table=table, columns=columns, rows=kept, heading=number)
    return None


def _columns(head: Sequence[str], names: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, heading in enumerate(head):
        if column := names.get(cells.plain(heading).casefold()):
            found.setdefault(column, at)
    return found


def _row(
    row: tuple[int, Sequence[str]],
    columns: Mapping[str, int],
    merged: frozenset[tuple[int, int]],
) -> Row:
    number, values = row
    return Row(
        number=number,
        cells={name: values[at] for name, at in columns.items() if at < len(values)},
        merged=frozenset(name for name, at in columns.items() if (number, at + 1) in merged),
    )
