"""`linli check`: one line for each thing that must be right, with the cure where it is not."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click
from telegram.error import InvalidToken, TelegramError

from bot import enquiring, opening
from bot.clock import CivilClock
from bot.errors import Outcome, classify
from bot.transport import AiohttpRequest, Transport
from bot.wiring import LOCALES
from config import community
from config.mistakes import MistakesError
from config.settings import Settings, read_settings
from governance.chats import Registration
from governance.directory import AMONG_NEIGHBOURS, ChatKind, Community
from handlers.texts import DEFAULT, Library, Texts
from storage import chats, health
from storage.database import WrongAddress, path_of
from storage.postgresql import Unreachable
from storage.reader import Reader
from storage.roll import Roll

OK, FAILED = 0, 1
TELEGRAM = "https://api.telegram.org"
SKEW = timedelta(seconds=30)
ROOM = 500_000_000  # bytes: a year of a community, its backups beside it
SOON = timedelta(days=30)
# every line there may be; `check-NAME-fine` or `check-NAME-wrong` says it
NAMES = (
    *("settings", "token", "server", "proxy", "privacy", "webhook", "clock", "disk", "database"),
    *("fonts", "words", "posts", "terms", "staff", "neighbours", "group", "unforeseen"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, whether it is right, and the facts of its words."""

    name: str
    fine: bool
    facts: dict[str, str | int] = field(default_factory=dict)

    def told(self, texts: Texts) -> str:
        """Return the line as it is printed."""
        mark, state = ("✓", "fine") if self.fine else ("✗", "wrong")
        words = texts.plain(f"check-{self.name}-{state}", **self.facts)
        return f"{mark} {' '.join(words.split())}"


def run(language: str | None) -> int:
    """Print every line; 1 if one of them is wrong."""
    texts = Library(LOCALES).speak(spoken(language))
    lines = asyncio.run(_all(texts.language))
    for line in lines:
        click.echo(line.told(texts))
    return code(lines)


def code(lines: Iterable[Line]) -> int:
    """Return the exit code: 1 where anything is wrong."""
    return OK if all(line.fine for line in lines) else FAILED


def spoken(language: str | None) -> str:
    """Return the language asked for, else that of the system; Chinese where it names none."""
    system = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = language or next(filter(None, system), "")
    plain = wanted.lower().split(".")[0]
    return DEFAULT if plain.startswith("zh") or plain in {"", "c", "posix"} else "en"


async def _all(language: str) -> list[Line]:
    try:
        settings = read_settings()
        plan = community.read(settings.community)
    except MistakesError as mistakes:
        return [_mistaken(mistakes, language), *_alone(None)]
    request = AiohttpRequest(proxy=settings.proxy)
    way = Transport(settings.token.get_secret_value(), settings.api_base, request)
    await way.start()
    lines = [Line("settings", fine=True, facts={"community": plan.name})]
    try:
        for section in (
            _telegram(way, request, settings),
            _machine(settings),
            _community(way, settings, plan),
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


def _mistaken(mistakes: MistakesError, language: str) -> Line:
    first = mistakes.mistakes[0]
    told = f"{first.where}: {first.what(language)}; {first.cure(language)}"
    facts: dict[str, str | int] = {"mistake": told, "more": len(mistakes.mistakes) - 1}
    return Line("settings", fine=False, facts=facts)


async def _telegram(
    way: Transport, request: AiohttpRequest, settings: Settings
) -> AsyncIterator[Line]:
    """Look at the way to Telegram, and at the bot's own account (getMe, getWebhookInfo)."""
    yield from_proxy(settings.proxy)
    server = urlsplit(settings.api_base).hostname or ""
    own = "no" if settings.api_base == TELEGRAM else "yes"
    try:
        me = await way.call("getMe")
    except InvalidToken:
        yield Line("server", fine=True, facts={"server": server, "own": own})
        yield Line("token", fine=False)
        return
    except TelegramError as error:
        yield Line("server", fine=False, facts={"server": server, "error": type(error).__name__})
        return
    yield Line("server", fine=True, facts={"server": server, "own": own})
    yield Line("token", fine=True, facts={"bot": f"@{me['username']}"})
    yield Line("privacy", fine=not me.get("can_read_all_group_messages"))
    hook = await way.call("getWebhookInfo")
    yield Line("webhook", fine=not hook.get("url"))
    yield clock(request.date, CivilClock().now())


def from_proxy(proxy: str | None) -> Line:
    """Say by which way it goes: kind and host of the proxy, never user or password."""
    parts = urlsplit(proxy or "")
    return Line(
        "proxy",
        fine=True,
        facts={"proxy": f"{parts.scheme} {parts.hostname}"} if proxy else {"proxy": "none"},
    )


def clock(date: str, now: datetime) -> Line:
    """Compare the machine's clock with the server's, as its Date header has it."""
    try:
        skew = now - parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return Line("clock", fine=True, facts={"seconds": 0})
    return Line("clock", fine=abs(skew) <= SKEW, facts={"seconds": int(abs(skew).total_seconds())})


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
        folders.append(path_of(settings.database_url).parent)
    free, folder = min((shutil.disk_usage(each).free, each) for each in map(_there, folders))
    return Line(
        "disk", fine=free >= room, facts={"free": f"{free / 1e9:.1f}", "where": str(folder)}
    )


def _there(folder: Path) -> Path:
    """Return a folder, or the nearest above it that there is."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def database(url: str) -> Line:
    """Say whether the database opens, is sound, and has the shape that this version knows."""
    facts: dict[str, str | int]
    try:
        found = health.look(url)
    except Unreachable as wrong:
        facts = {"file": "", "more": "", **wrong.facts, "fault": wrong.fault}
        return Line("database", fine=False, facts=facts)
    except WrongAddress as wrong:
        return Line(
            "database",
            fine=False,
            facts={"file": url.partition(":")[0], "fault": "address", "more": str(wrong)},
        )
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
    """Say whether this machine has a Chinese font, as fontconfig knows them."""
    asked = shutil.which("fc-list")
    if asked is None:
        return Line("fonts", fine=False, facts={"fault": "fontconfig"})
    told = subprocess.run(  # noqa: S603 -- a fixed question, no shell
        [asked, ":lang=zh", "family"], capture_output=True, text=True, check=False, timeout=30
    )
    first = told.stdout.strip().splitlines()[:1]
    found = first[0].split(",")[0] if first else ""
    return Line("fonts", fine=bool(found), facts={"font": found, "fault": "none"})


def words(library: Library) -> Line:
    """Say whether every language has all the words."""
    every = frozenset[str]().union(*(texts.keys for texts in library.languages.values()))
    missing = [
        f"{name}: {key}"
        for name, texts in library.languages.items()
        for key in sorted(every - texts.keys)
    ]
    facts: dict[str, str | int] = {"count": len(every), "first": next(iter(missing), "")}
    return Line("words", fine=not missing, facts=facts)


async def _community(way: Transport, settings: Settings, plan: Community) -> AsyncIterator[Line]:
    """Look at the community as it is in the database: posts, terms, groups."""
    found = health.look(settings.database_url)
    if not (found.there and found.current):
        empty = replace(plan, officers=tuple(replace(o, telegram=0) for o in plan.officers))
        for line in (*people(empty, CivilClock().now()), *kinds(replace(empty, chats=()))):
            yield line
        return
    async with Reader(settings.database_url, readers=1) as reader:
        number = await reader.run(partial(health.number, community=plan.key))
        roll = Roll(plan, number or 0, opening.parse)
        if number is not None:
            await reader.run(roll.read)
        groups = await reader.run(lambda c: chats.Chats(c, roll.id).all())
    for line in (*people(roll.newest, CivilClock().now()), *kinds(roll.newest)):
        yield line
    try:
        bot = int((await way.call("getMe"))["id"])
    except TelegramError:
        return  # said above
    for group in groups:
        if group.belongs:
            yield await _group(way, group, bot)


def people(found: Community, now: datetime) -> Iterator[Line]:
    """Say which posts nobody has taken up, and whose term ends soon."""
    comma = "、"
    empty = [o.known_as for o in found.officers if not o.seated]
    yield Line("posts", fine=not empty, facts={"names": comma.join(empty)})
    until = now.astimezone(found.calendar.zone).date() + SOON
    ending = [o.known_as for o in found.officers if o.term_ends and o.term_ends <= until]
    yield Line("terms", fine=not ending, facts={"names": comma.join(ending)})


def kinds(found: Community) -> Iterator[Line]:
    """Say which kinds of group there must be and are not: the staff's, one of the residents'."""
    bound = {chat.kind for chat in found.chats}
    yield Line("staff", fine=ChatKind.STAFF in bound)
    yield Line("neighbours", fine=bool(bound & AMONG_NEIGHBOURS))


async def _group(way: Transport, found: Registration, bot: int) -> Line:
    """Ask Telegram how the bot stands in a group."""
    facts: dict[str, str | int] = {"title": found.name, "state": "out"}
    try:
        chat = await way.call("getChat", {"chat_id": found.id})
        own = await way.call("getChatMember", {"chat_id": found.id, "user_id": bot})
    except TelegramError as error:
        moved = classify(error, private=False).outcome is Outcome.READDRESS
        return Line("group", fine=moved, facts=facts | {"state": "moved" if moved else "out"})
    told = enquiring.standing(own, chat)
    writes = bool(told["inside"] and told["can_send"])
    state = "hears-all" if told["membership"] in enquiring.HIGH else "fine"
    return Line("group", fine=writes, facts=facts | {"state": state if writes else "muted"})
