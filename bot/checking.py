"""`linli check`: one line for each thing that must be right, with the cure where it is not."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from telegram.error import InvalidToken, TelegramError

from bot import checking_community, typesetting
from bot.checked import Fact, Line
from bot.clock import CivilClock
from bot.errors import NeverLeft, OutcomeUnknown
from bot.speech import LOCALES, each
from bot.transport import AiohttpRequest, Transport
from config import community
from config.mistakes import LANGUAGES, MistakesError
from config.settings import TELEGRAM, Settings, read_settings
from handlers.texts import Library
from storage import health
from storage.database import WrongAddress, path_of

OK, FAILED = 0, 1
SKEW = timedelta(seconds=30)
ROOM = 500_000_000  # bytes: a year of a community, its backups beside it
PATIENCE = 10  # seconds for a proxy to take a connection
PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


def run(language: str | None) -> int:
    """Print every line, in every language or in the one asked for; 1 if one of them is wrong."""
    lines = asyncio.run(_all())
    languages = each(Library(LOCALES), language)
    for line in lines:
        click.echo(line.told(languages))
    return code(lines)


def code(lines: Iterable[Line]) -> int:
    """Return the exit code: 1 where anything is wrong."""
    return OK if all(line.fine for line in lines) else FAILED


async def _all() -> list[Line]:
    try:
        settings = read_settings()
        plan = community.read(settings.community)
    except MistakesError as mistakes:
        return [_mistaken(mistakes), *_alone(None)]
    request = AiohttpRequest(proxy=settings.proxy)
    way = Transport(settings.token.get_secret_value(), settings.api_base, request)
    await way.start()
    lines = [Line("settings", fine=True, facts={"community": plan.name})]
    try:
        for section in (
            _telegram(way, request, settings),
            _machine(settings),
            checking_community.look(way, settings, plan),
        ):
            lines += await _guarded(section)
    finally:
        await way.shutdown()
    return lines


async def _guarded(section: AsyncIterator[Line]) -> list[Line]:
    """Return the lines of a section; whatever goes wrong in it is one more, and no traceback."""
    lines = []
    try:
        async for line in section:
            lines.append(line)  # noqa: PERF401 -- what was found before an error counts
    except Exception as error:  # noqa: BLE001 -- as said
        lines.append(Line("unforeseen", fine=False, facts={"error": type(error).__name__}))
    return lines


def _mistaken(mistakes: MistakesError) -> Line:
    first, more = mistakes.mistakes[0], len(mistakes.mistakes) - 1
    told = {
        language: f"{first.where}: {first.what(language)}; {first.cure(language)}"
        for language in LANGUAGES
    }
    return Line("settings", fine=False, facts={"mistake": told, "more": more})


async def _telegram(
    way: Transport, request: AiohttpRequest, settings: Settings
) -> AsyncIterator[Line]:
    """Look at the way to Telegram, and at the bot's own account (getMe, getWebhookInfo)."""
    proxy = await by_proxy(settings.proxy)
    yield proxy
    if not proxy.fine:
        return  # what lies behind it nobody can see
    server = urlsplit(settings.api_base).hostname or ""
    own = "no" if settings.api_base == TELEGRAM else "yes"
    try:
        me = await way.call("getMe")
    except InvalidToken:
        yield Line("server", fine=True, facts={"server": server, "own": own})
        yield Line("token", fine=False)
        return
    except TelegramError as error:
        yield Line("server", fine=False, facts={"server": server, "fault": _fault(error)})
        return
    yield Line("server", fine=True, facts={"server": server, "own": own})
    yield Line("token", fine=True, facts={"bot": f"@{me['username']}"})
    yield Line("privacy", fine=not me.get("can_read_all_group_messages"))
    hook = await way.call("getWebhookInfo")
    yield Line("webhook", fine=not hook.get("url"))
    yield clock(request.date, CivilClock().now())


async def by_proxy(proxy: str | None) -> Line:
    """Say by which way it goes and whether it answers: kind and host, never user or password."""
    if proxy is None:
        return Line("proxy", fine=True, facts={"proxy": "none"})
    parts = urlsplit(proxy)
    facts: dict[str, Fact] = {"proxy": f"{parts.scheme} {parts.hostname}"}
    try:
        async with asyncio.timeout(PATIENCE):
            port = parts.port or PORTS[parts.scheme]
            _, there = await asyncio.open_connection(parts.hostname, port)
    except OSError:  # TimeoutError is one
        return Line("proxy", fine=False, facts=facts)
    there.close()
    return Line("proxy", fine=True, facts=facts)


def clock(date: str, now: datetime) -> Line:
    """Compare the machine's clock with the server's, as its Date header has it."""
    try:
        skew = now - parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return Line("clock", fine=True, facts={"seconds": 0})
    return Line("clock", fine=abs(skew) <= SKEW, facts={"seconds": int(abs(skew).total_seconds())})


def _fault(error: TelegramError) -> str:
    """Say how the way to Telegram failed."""
    if isinstance(error, NeverLeft):
        return "unreached"
    return "silent" if isinstance(error, OutcomeUnknown) else "refused"


async def _machine(settings: Settings) -> AsyncIterator[Line]:
    for line in _alone(settings):
        yield line


def _alone(settings: Settings | None) -> Iterator[Line]:
    """Look at this machine."""
    if settings:
        yield disk(settings)
        yield database(settings.database_url)
    yield fonts()
    yield words(Library(LOCALES))


def disk(settings: Settings, *, room: int = ROOM) -> Line:
    """Say how much room is left where the state or the database is kept, whichever is less."""
    folders = [settings.state.absolute()]
    if settings.database_url.startswith("sqlite"):
        with suppress(WrongAddress):  # said below
            folders.append(path_of(settings.database_url).parent)
    free, folder = min((shutil.disk_usage(each).free, each) for each in map(_there, folders))
    return Line(
        "disk", fine=free >= room, facts={"free": f"{free / 1e9:.1f}", "where": str(folder)}
    )


def _there(folder: Path) -> Path:
    """Return a folder, or the nearest above it that there is."""
    return next(each for each in (folder, *folder.parents) if os.access(each, os.F_OK))


def database(url: str) -> Line:
    """Say whether the database opens, is sound, and has the shape that this version knows."""
    facts: dict[str, Fact]
    try:
        found = health.look(url)
    except WrongAddress as wrong:
        facts = {"file": "", "more": "", **wrong.facts, "fault": wrong.fault}
        return Line("database", fine=False, facts=facts)
    facts = {"file": found.where, "more": found.verdict}
    if not found.there:
        return Line("database", fine=True, facts={**facts, "state": "new"})
    if not found.writable:  # first: with its log it cannot even be opened there, and may be sound
        return Line("database", fine=False, facts={**facts, "fault": "readonly"})
    if found.verdict != health.SOUND:
        return Line("database", fine=False, facts={**facts, "fault": "broken"})
    state = "current" if found.current else "older"
    return Line("database", fine=True, facts={**facts, "state": state})


def fonts() -> Line:
    """Say whether the Chinese font is there that pictures and papers are set in."""
    try:
        found = next(typesetting.fonts().glob("*.ttf"), None)
    except LookupError:
        found = None
    return Line("fonts", fine=found is not None, facts={"font": found.stem if found else ""})


def words(library: Library) -> Line:
    """Say whether every language has all the words."""
    every = frozenset[str]().union(*(texts.keys for texts in library.languages.values()))
    missing = [
        f"{name}: {key}"
        for name, texts in library.languages.items()
        for key in sorted(every - texts.keys)
    ]
    facts: dict[str, Fact] = {"count": len(every), "first": next(iter(missing), "")}
    return Line("words", fine=not missing, facts=facts)
