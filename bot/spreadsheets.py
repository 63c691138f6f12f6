"""Spreadsheets, read and marked up; the only file that knows openpyxl."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

RED = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
WIDTH = 24
MOST_ROWS = 20_000


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


def template(path: Path, sheet: str, columns: Mapping[str, str]) -> None:
    """Write an empty sheet: headings, each with its hint as a comment."""
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
    book.save(path)


def marked(path: Path, into: Path, faults: Sequence[tuple[int, int, str]]) -> None:
    """Save a copy in which each faulty cell (row, column from 1) is red and says what to mend."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    told: dict[tuple[int, int], list[str]] = {}
    for row, column, words in faults:
        told.setdefault((row, column), []).append(words)
    for (row, column), notes in told.items():
        cell = page.cell(row=row, column=column)
        cell.fill = RED
        cell.comment = Comment("\n".join(notes), "Linli")
    book.save(into)
