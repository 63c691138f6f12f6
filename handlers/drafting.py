"""Writing what is disclosed, as heard on Telegram: parse, ask, show."""

import re
from collections.abc import Mapping
from typing import Any

from telegram import Update

from governance.disclosures.cells import plain
from governance.disclosures.pages import COLUMNS, Table
from governance.disclosures.sheets import Entry
from governance.refusals import Refusal
from handlers.context import Context
from handlers.messages import argument, message_of
from handlers.texts import Texts
from services.disclosures import monthly, sheets
from services.disclosures.sheets import Worded

BETWEEN = "|"
MONTH = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D?")


async def ledger(update: Update, context: Context) -> None:
    """Hear /ledger, with a month such as 2026-10 or without."""
    said = argument(message_of(update)).strip()
    found = MONTH.fullmatch(said)
    if said and not found:
        raise Refusal("refusal-drafting-month")
    year, number = map(int, found.groups()) if found else (0, 0)
    await context.ask(monthly.ask, year=year, number=number)


async def arrived(told: Mapping[str, Any], context: Context) -> None:
    """Hear what stands in a spreadsheet that was fetched, or why it could not be read."""
    # what the sender writes where it gives an enquiry up says nothing of a file
    await context.ask(
        sheets.arrived,
        talk=told["talk"],
        wrong=told.get("wrong", "gone"),
        tables=tables(told),
        worded=worded(context.texts),
    )


def tables(told: Mapping[str, Any]) -> list[Table]:
    """Return the pages of a file as they were read; none of what could not be read."""
    return [_table(*page) for page in told.get("pages", ())]


def _table(name: str, rows: list[Any], merged: list[Any]) -> Table:
    return Table(
        name=name,
        rows=tuple((number, tuple(cells)) for number, cells in rows),
        merged=frozenset((row, column) for row, column in merged),
    )


def worded(texts: Texts) -> Worded:
    """Return how headings and kinds of entries are called, in every language there is."""
    columns = {
        template: {word: column for column in names for word in _called(texts, "column", column)}
        for template, names in COLUMNS.items()
    }
    entries = {word: entry for entry in Entry for word in _called(texts, "entry", entry)}
    return Worded(columns=columns, entries=entries)


def _called(texts: Texts, kind: str, name: str) -> list[str]:
    said = texts.in_every_language(f"drafting-{kind}-{name}")
    return [plain(word).casefold() for each in said for word in each.split(BETWEEN)]
