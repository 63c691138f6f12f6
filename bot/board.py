"""What `linli board` does: the public notice board, as files that need no server and no script."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

import click
from sqlalchemy import Connection

from bot.clock import CivilClock
from bot.commands import say
from bot.exits import OK
from bot.opening import NotOpened, on_either, opened
from bot.speech import LOCALES, both
from governance.notices import Address, Delivery, Kind
from handlers.texts import DEFAULT, Library, Texts
from handlers.views import Page
from handlers.views.board import Section, sections
from storage.roll import Roll
from storage.work import Shelf

LAYOUT = Path(__file__).parent / "layouts" / "board.html"
INDEX = "index.html"


@on_either
def export(folder: Path) -> int:
    """Write the board into a folder, one page for each language; the bot may run meanwhile."""
    words = Library(LOCALES)
    try:
        with opened() as house, house.begin() as connection:
            pages = drawn(house.roll, connection, words)
    except NotOpened as reason:
        return say(str(reason))
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    click.echo(both(words, "board-written", file=str(folder / INDEX)))
    return OK


def file_of(language: str) -> str:
    """Return the name of a language's page."""
    return INDEX if language == DEFAULT else f"{language}.html"


def drawn(roll: Roll, connection: Connection, words: Library) -> Mapping[str, str]:
    """Return the page of every language by the name of its file, as it stands now."""
    shelf = Shelf(connection, roll)
    spoken = {name: words.speak(name, shelf.community) for name in words.languages}
    return {file_of(name): _page(shelf, texts, spoken) for name, texts in spoken.items()}


def _page(shelf: Shelf, texts: Texts, spoken: Mapping[str, Texts]) -> str:
    nowhere = Delivery(key="board", kind=Kind.NOTICE, address=Address(chat=0), reader=0)
    page = Page(delivery=nowhere, shelf=shelf, texts=texts, bot="")
    links = (
        f'<a href="{file_of(name)}" lang="{name}" hreflang="{name}">{other("board-language")}</a>'
        for name, other in spoken.items()
        if name != texts.language
    )
    return Template(LAYOUT.read_text(encoding="utf-8")).substitute(
        language=texts.language,
        title=texts("board-title", community=shelf.community.name),
        stand=texts("board-stand", at=page.when(CivilClock().now())),
        languages=texts("board-languages"),
        links="".join(links),
        sections="\n".join(_section(each, texts) for each in sections(page)),
    )


def _section(found: Section, texts: Texts) -> str:
    articles = [f"<article>{article}</article>" for article in found.articles]
    body = "\n".join(articles or [f"<p>{texts('board-none')}</p>"])
    heading = f'<h2 id="{found.key}">{found.heading}</h2>'
    return f'<section aria-labelledby="{found.key}">\n{heading}\n{body}\n</section>'
