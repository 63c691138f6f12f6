"""`linli check`: one line for each thing that must be right, with the cure where it is not."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

import click
from telegram.error import InvalidToken, TelegramError

from bot import enquiring, opening
from bot.clock import CivilClock
from bot.errors import NeverLeft, Outcome, OutcomeUnknown, classify
from bot.machine import Fact, Line, alone, clock
from bot.speech import LOCALES, each
from bot.transport import AiohttpRequest, Transport
from config import community
from config.mistakes import LANGUAGES, MistakesError
from config.settings import Settings, read_settings
from governance.chats import Registration
from governance.directory import AMONG_NEIGHBOURS, ChatKind, Community
from handlers.texts import Library, Texts
from storage import chats, health
from storage.reader import Reader
from storage.roll import Roll

OK, FAILED = 0, 1
TELEGRAM = "https://api.telegram.org"
SOON = timedelta(days=30)
# every line there may be; `check-NAME-fine` or `check-NAME-wrong` says it
NAMES = (
    *("settings", "token", "server", "proxy", "privacy", "webhook", "clock", "disk", "database"),
    *("fonts", "words", "posts", "terms", "staff", "neighbours", "group", "unforeseen"),
)


def run(language: str | None) -> int:
    """Print every line, in every language or in the one asked for; 1 if one of them is wrong."""
    lines = asyncio.run(_all())
    for line in lines:
        click.echo(shown(line, each(Library(LOCALES), language)))
    return code(lines)


def shown(line: Line, languages: Iterable[Texts]) -> str:
    """Return a line as it is printed: its sign once, each language under the other."""
    return f"{line.mark} " + "\n  ".join(line.told(texts) for texts in languages)


def code(lines: Iterable[Line]) -> int:
    """Return the exit code: 1 where anything is wrong."""
    return OK if all(line.fine for line in lines) else FAILED


async def _all() -> list[Line]:
    try:
        settings = read_settings()
        plan = community.read(settings.community)
    except MistakesError as mistakes:
        return [_mistaken(mistakes), *alone(None)]
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


def _mistaken(mistakes: MistakesError) -> Line:
    first = mistakes.mistakes[0]
    told = {
        language: f"{first.where}: {first.what(language)}; {first.cure(language)}"
        for language in LANGUAGES
    }
    return Line(
        "settings", fine=False, facts={"mistake": told, "more": len(mistakes.mistakes) - 1}
    )


def from_proxy(proxy: str | None) -> Line:
    """Say by which way it goes: kind and host of the proxy, never user or password."""
    parts = urlsplit(proxy or "")
    return Line(
        "proxy",
        fine=True,
        facts={"proxy": f"{parts.scheme} {parts.hostname}"} if proxy else {"proxy": "none"},
    )


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
        yield Line("server", fine=False, facts={"server": server, "fault": _fault(error)})
        return
    yield Line("server", fine=True, facts={"server": server, "own": own})
    yield Line("token", fine=True, facts={"bot": f"@{me['username']}"})
    yield Line("privacy", fine=not me.get("can_read_all_group_messages"))
    hook = await way.call("getWebhookInfo")
    yield Line("webhook", fine=not hook.get("url"))
    yield clock(request.date, CivilClock().now())


def _fault(error: TelegramError) -> str:
    """Say how the way to Telegram failed."""
    if isinstance(error, NeverLeft):
        return "unreached"
    return "silent" if isinstance(error, OutcomeUnknown) else "refused"


async def _machine(settings: Settings) -> AsyncIterator[Line]:
    for line in alone(settings):
        yield line


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
    facts: dict[str, Fact] = {"title": found.name, "state": "out"}
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
