"""What `linli board` does: the public notice board, as files or served; no script is needed."""

import asyncio
import re
import socket
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from string import Template

import click
import uvicorn
from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.clock import CivilClock
from bot.commands import say
from bot.exits import FAILED, OK
from bot.opening import NotOpened, on_either, opened
from bot.speech import LOCALES, bilingual, both
from governance.notices import Address, Delivery, Kind
from handlers.texts import DEFAULT, Library, Texts
from handlers.views import Page
from handlers.views.board import Section, sections
from storage import locks
from storage.reader import Reader
from storage.roll import Roll
from storage.work import Shelf

LAYOUT = Path(__file__).parent / "layouts" / "board.html"
INDEX = "index.html"
HERE = "127.0.0.1"  # whoever shows it to the world puts a web server before it
FRESH_SECONDS = 30.0  # so long a page is given out as it was drawn
# a tag as it stands, or a run of Chinese with its own signs and the figures within it
OWN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
RUN = re.compile(rf"<[^>]*>|[\u3400-\u9fff](?:[0-9.,:% -]*{OWN})*")
Pages = Mapping[str, str]
Look = Callable[[], Awaitable[Pages]]


@on_either
def export(folder: Path) -> int:
    """Write the board into a folder, one page for each language; the bot may run meanwhile."""
    words = Library(LOCALES)
    try:
        with opened() as house, house.begin() as connection:
            pages = drawn(house.roll, connection, words, CivilClock().now())
    except NotOpened as reason:
        return say(str(reason))
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    click.echo(both(words, "board-written", file=str(folder / INDEX)))
    return OK


@on_either
def serve(port: int) -> int:
    """Show the board on this machine until told to stop; the bot may run meanwhile."""
    try:
        with opened() as house:
            url, roll = house.settings.database_url, house.roll
    except NotOpened as reason:
        return say(str(reason))
    if why := _taken(port):
        return say(bilingual("board-taken", address=f"{HERE}:{port}", why=why), FAILED)
    with locks.using(url), suppress(KeyboardInterrupt):  # Ctrl+C is how it ends
        asyncio.run(_serve(url, roll, port))
    return OK


def _taken(port: int) -> str:
    """Say why a port cannot be had; uvicorn would end the process with words of its own."""
    try:
        with socket.create_server((HERE, port)):
            return ""
    except OSError as error:
        return error.strerror or type(error).__name__


async def _serve(url: str, roll: Roll, port: int) -> None:
    words = Library(LOCALES)
    click.echo(both(words, "board-served", address=f"http://{HERE}:{port}/"))
    async with Reader(url, readers=1) as reader:
        app = site(lambda: reader.run(lambda c: drawn(roll, c, words, CivilClock().now())))
        settings = uvicorn.Config(app, host=HERE, port=port, log_level="warning")
        await uvicorn.Server(settings).serve()


def site(look: Look, clock: Callable[[], float] = time.monotonic) -> Starlette:
    """Return the pages as a site that only reads; however many ask, it looks seldom."""
    kept: dict[str, str] = {}
    until, one = clock(), asyncio.Lock()

    async def page(request: Request) -> Response:
        nonlocal until
        async with one:
            if not kept or clock() >= until:
                kept.update(await look())
                until = clock() + FRESH_SECONDS
        name = request.path_params.get("name", INDEX)
        return HTMLResponse(kept[name]) if name in kept else Response(status_code=404)

    return Starlette(routes=[Route("/", page), Route("/{name}", page)])


def file_of(language: str) -> str:
    """Return the name of a language's page."""
    return INDEX if language == DEFAULT else f"{language}.html"


def drawn(roll: Roll, connection: Connection, words: Library, at: datetime) -> Pages:
    """Return the page of every language by the name of its file, as it stands at a moment."""
    shelf = Shelf(connection, roll)
    spoken = {name: words.speak(name, shelf.community) for name in words.languages}
    return {file_of(name): _page(shelf, texts, spoken, at) for name, texts in spoken.items()}


def _page(shelf: Shelf, texts: Texts, spoken: Mapping[str, Texts], at: datetime) -> str:
    nowhere = Delivery(key="board", kind=Kind.NOTICE, address=Address(chat=0), reader=0)
    page = Page(delivery=nowhere, shelf=shelf, texts=texts, bot="")
    links = (
        f'<a href="{file_of(name)}" lang="{name}" hreflang="{name}">{other("board-language")}</a>'
        for name, other in spoken.items()
        if name != texts.language
    )
    title = texts("board-title", community=shelf.community.name)
    return Template(LAYOUT.read_text(encoding="utf-8")).substitute(
        language=texts.language,
        title=title,
        heading=_chinese(title, texts.language),
        stand=texts("board-stand", at=page.when(at)),
        languages=texts("board-languages"),
        links="".join(links),
        sections=_chinese(
            "\n".join(_section(s, texts) for s in sections(page, at)), texts.language
        ),
    )


def _chinese(body: str, language: str) -> str:
    """Return a page's words with what is Chinese marked as that, for whoever has it read aloud."""
    if language == DEFAULT:
        return body
    marked = f'<span lang="{DEFAULT}">{{}}</span>'
    return RUN.sub(lambda m: m[0] if m[0].startswith("<") else marked.format(m[0]), body)


def _section(found: Section, texts: Texts) -> str:
    articles = [f"<article>{article}</article>" for article in found.articles]
    body = "\n".join(articles or [f"<p>{texts('board-none')}</p>"])
    heading = f'<h2 id="{found.key}">{found.heading}</h2>'
    return f'<section aria-labelledby="{found.key}">\n{heading}\n{body}\n</section>'
