"""Spreadsheets, read and marked up; the only file that knows openpyxl."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from governance.disclosures.cells import exact
from governance.papers import Book, Leaf

RED = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
WIDTH = 24
MOST_ROWS = 20_000
MOST_COLUMNS = 40
MOST_PAGES = 8
MOST_UNPACKED = 16 * 2**20  # bytes that a file may become
MOST_TEXT = 4_000_000  # characters of all cells
LONGEST = 400  # of one, which is too long long before
MOST_MERGED = 100_000  # cells
MERGED = re.compile(rb'mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
FORMULA = re.compile(rb"<f[ >]")
TITLE = 31  # characters that the name of a page may have
DIGITS = ".15g"  # what a cell shows of a number, and no rounding error beyond it
NO_NAME = str.maketrans(dict.fromkeys("[]:*?/\\"))


class TooLarge(Exception):
    """There is more in this file than anybody could have typed."""


class Unreadable(Exception):
    """This is no spreadsheet that can be opened."""


def rows(path: Path) -> tuple[Sequence[str], Sequence[tuple[int, Sequence[str]]]]:
    """Return the headings and each row with its number, cells as text; empty rows are left out.

    Raises Unreadable. At most 20 000 rows are read.
    """
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as reason:
        raise Unreadable(str(path)) from reason
    with closing(book):
        found = list(_rows(book.worksheets[0]))
    return (found[0][1] if found else []), [each for each in found[1:] if any(each[1])]


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 -- openpyxl's own
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, values_only=True), 1):
        yield number, [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    # 301 typed as a number comes back as 301.0 from some programs
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def template(sheet: str, columns: Mapping[str, str]) -> bytes:
    """Return an empty sheet: headings, each with its hint as a comment."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for number, (heading, hint) in enumerate(columns.items(), 1):
        cell = page.cell(row=1, column=number, value=heading)
        cell.font = Font(bold=True)
        page.column_dimensions[get_column_letter(number)].width = WIDTH
        if hint:
            cell.comment = Comment(hint, "Linli")
    page.freeze_panes = "A2"
    return _saved(book)


def marked(path: Path, faults: Sequence[tuple[int, int, str]]) -> bytes:
    """Return a copy whose faulty cells (row, column from 1) are red and say what to mend."""
    book = openpyxl.load_workbook(path)
    _mark(book.worksheets[0], faults)
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    held = BytesIO()
    book.save(held)
    return held.getvalue()


Page = tuple[str, list[tuple[int, list[str]]], list[tuple[int, int]]]  # name, rows, merged cells


def pages(body: bytes) -> list[Page]:
    """Return every page that can be seen: its rows with something in them, and merged cells.

    Cells are text; a formula that nobody ever reckoned stays a formula. Raises Unreadable, and
    TooLarge before anything large is unpacked.
    """
    try:
        with ZipFile(BytesIO(body)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise TooLarge
            inside = [n for n in packed.namelist() if n.startswith("xl/worksheets/")]
            texts = [packed.read(name) for name in inside]
        if sum(map(_swallowed, texts)) > MOST_MERGED:
            raise TooLarge
        reckons = any(map(FORMULA.search, texts))
        book = openpyxl.load_workbook(BytesIO(body), data_only=True)
        formulas = openpyxl.load_workbook(BytesIO(body)) if reckons else book
    except (OSError, BadZipFile, InvalidFileException, LookupError, ValueError) as reason:
        raise Unreadable from reason
    seen = [s for s in book.worksheets if s.sheet_state == "visible"][:MOST_PAGES]
    found = [_page(sheet, formulas[sheet.title]) for sheet in seen]
    if sum(len(cell) for _, rows, _ in found for _, cells in rows for cell in cells) > MOST_TEXT:
        raise TooLarge
    return found


def _swallowed(page: bytes) -> int:
    """Return how many cells a page has merged: openpyxl makes every one of them."""
    return sum(
        (int(below) - int(above) + 1)
        * (column_index_from_string(last.decode()) - column_index_from_string(first.decode()) + 1)
        for first, above, last, below in MERGED.findall(page)
    )


def _page(sheet: Any, formulas: Any) -> Page:  # noqa: ANN401 -- openpyxl's own
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet._cells.items():  # noqa: SLF001 -- only those that are there
        said = _said(cell.value)
        if not said and formulas is not sheet:
            formula = formulas.cell(row, column)
            said = _said(formula.value) if formula.data_type == "f" else ""
        if said and column <= MOST_COLUMNS:
            rows.setdefault(row, {})[column] = said[:LONGEST]
    if len(rows) > MOST_ROWS:
        raise TooLarge
    whole = [
        (row, [cells.get(n, "") for n in range(1, max(cells) + 1)])
        for row, cells in sorted(rows.items())
    ]
    return sheet.title, whole, [*_merged(sheet, max(rows, default=0))]


def _merged(sheet: Any, last: int) -> Iterator[tuple[int, int]]:  # noqa: ANN401 -- as above
    """Yield the cells that lost what was their own, as far down as anything stands."""
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, last) + 1):
            for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    yield row, column


def _said(value: object) -> str:
    match value:
        case bool():
            return str(value).upper()
        case float():
            return f"{Decimal(format(value, DIGITS)):f}"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return "" if value is None else str(value).strip()


def written(book: Book, at: datetime) -> bytes:
    """Return a workbook, dated; what begins like a formula is written as words."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    made.properties.created = made.properties.modified = at.replace(tzinfo=None)
    for leaf in book.leaves:
        _write(made.create_sheet(leaf.name.translate(NO_NAME)[:TITLE]), leaf)
    return _saved(made)


def _write(page: Any, leaf: Leaf) -> None:  # noqa: ANN401 -- as above
    top = 1 if leaf.columns else 0
    for number, heading in enumerate(leaf.columns, 1):
        cell = page.cell(row=1, column=number, value=heading)
        cell.font = Font(bold=True)
        if hint := leaf.hints.get(number - 1):
            cell.comment = Comment(hint, "Linli", width=260, height=120)
    for row, cells in enumerate(leaf.rows, top + 1):
        for column, said in enumerate(cells, 1):
            if said:
                _put(page.cell(row=row, column=column), said, figure=column - 1 in leaf.figures)
    for column in range(1, max(map(len, (leaf.columns, *leaf.rows)), default=0) + 1):
        page.column_dimensions[get_column_letter(column)].width = WIDTH
    for column, choices in leaf.choices.items():
        letter = get_column_letter(column + 1)
        allowed = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        page.add_data_validation(allowed)
        allowed.add(f"{letter}{top + 1}:{letter}{MOST_ROWS}")
    _mark(page, leaf.marks)
    page.freeze_panes = "A2" if leaf.columns else None


def _put(cell: Any, said: str, *, figure: bool) -> None:  # noqa: ANN401 -- as above
    number = exact(said) if figure else None
    cell.value = said if number is None else number
    if number is None:
        cell.data_type = "s"  # words, also where they begin with =
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.number_format = "#,##0.00"


def _mark(page: Any, marks: Sequence[tuple[int, int, str]]) -> None:  # noqa: ANN401 -- as above
    told: dict[tuple[int, int], list[str]] = {}
    for row, column, words in marks:
        told.setdefault((row, column), []).append(words)
    for (row, column), notes in told.items():
        cell = page.cell(row=row, column=column)
        cell.fill = RED
        cell.comment = Comment("\n".join(notes), "Linli", width=320, height=160)
