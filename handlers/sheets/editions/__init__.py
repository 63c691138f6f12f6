"""What stands in an edition, told for everybody: a message, a picture, paper, a workbook (G08)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from governance.disclosures.contents import (
    Beneficiaries,
    Content,
    Large,
    Register,
    Report,
    Year,
)
from governance.disclosures.ledger import Ledger
from governance.papers import Book, Leaf, Sheet, Table
from handlers.sheets.editions import accounts, registers, reports
from handlers.sheets.editions.telling import Told, plain
from handlers.sheets.printing import Print
from handlers.texts import Texts
from handlers.views.shown import sheets
from services.disclosures import asking, beside, lines

CAPTION = 880  # of the 1024 that stand under a photo: the rest says what became of it
TELLERS: Mapping[type[Content], Callable[[Told], Told]] = {
    Ledger: accounts.ledger,
    Large: accounts.large,
    Year: accounts.year,
    Report: reports.report,
    Beneficiaries: registers.beneficiaries,
    Register: registers.register,
}


def _told(given: Print, texts: Texts) -> Told:
    edition = given.shelf.disclosures.get(int(given.paper.facts["edition"] or 0))
    content = beside.content(given.shelf, edition)
    if content is None:
        raise LookupError(f"nothing stands in edition {edition.id}")
    item = asking.item_of(given.shelf, edition)
    told = Told(shelf=given.shelf, texts=texts, edition=edition, item=item, content=content)
    return _asked(TELLERS[type(content)](told)).short()


def _asked(told: Told) -> Told:
    """Say how many lines of what was shown before still wait for an answer (G11)."""
    count = lines.unanswered(told.shelf, told.item.key, told.edition.serial)
    if not count:
        return told
    said = told.texts("sheet-edition-unanswered", count=count)
    return told.saying(lines=[*told.lines, said], notes=[*told.notes, said])


def text(given: Print) -> str:
    """Return the words of the message in every language, as one document."""
    said = {name: _message(_told(given, t)) for name, t in sorted(given.texts.beside.items())}
    return json.dumps(said, ensure_ascii=False, indent=1)


def _message(told: Told) -> str:
    lines = [f"<b>{told.title()}</b>", told.numbered(), *(f"· {line}" for line in told.lines)]
    lines += told.most()
    return sheets(lines, CAPTION)[0]


def picture(given: Print) -> Sheet:
    """Return the picture: what matters, and where the whole stands."""
    told = _told(given, given.texts)
    top = [replace(told.top, heading=plain(told.top.heading))] if told.top else []
    left_out = told.tables and not told.whole
    elsewhere = [told.texts.plain("sheet-edition-whole")] if left_out else []
    return Sheet(
        title=plain(told.title()),
        under=plain(told.numbered()),
        lines=[plain(line) for line in (*told.lines, *told.listed)],
        tables=top,
        notes=elsewhere,
        foot=told.shelf.community.name,
    )


def paper(given: Print) -> Sheet:
    """Return what hangs on the wall: all of it."""
    told = _told(given, given.texts)
    return Sheet(
        title=plain(told.title()),
        under=plain(told.numbered()),
        lines=[plain(line) for line in told.lines],
        tables=told.tables,
        notes=[plain(note) for note in (*told.notes, told.texts("sheet-edition-ask"))],
        foot=f"{told.shelf.community.name} · {plain(told.numbered())}",
    )


def book(given: Print) -> Book:
    """Return the workbook: what is said, then every table on a page of its own."""
    told = _told(given, given.texts)
    every = (told.numbered(), *told.lines, *told.listed, *told.notes)
    said = [[plain(line)] for line in every]
    first = Leaf(
        name=told.texts.plain("sheet-edition-said"), columns=[plain(told.title())], rows=said
    )
    return Book(leaves=[first, *(_leaf(table) for table in told.tables)])


def _leaf(table: Table) -> Leaf:
    # a sign before what came in is for the eye: a workbook adds the figures up
    rows = [
        [c.removeprefix("+") if n in table.right else c for n, c in enumerate(row)]
        for row in table.rows
    ]
    return Leaf(name=table.heading, columns=table.columns, rows=rows, figures=table.right)
