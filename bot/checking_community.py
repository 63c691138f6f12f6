"""What `linli check` says of the community: its posts, its terms, its groups."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from telegram.error import TelegramError

from bot import enquiring, opening
from bot.checked import Fact, Line
from bot.clock import CivilClock
from bot.errors import Outcome, classify
from bot.transport import Transport
from config.settings import Settings
from governance.chats import Registration
from governance.directory import AMONG_NEIGHBOURS, ChatKind, Community
from storage import chats, health
from storage.database import WrongAddress
from storage.reader import Reader
from storage.roll import Roll

SOON = timedelta(days=30)


async def look(way: Transport, settings: Settings, plan: Community) -> AsyncIterator[Line]:
    """Look at the community as it is in the database: posts, terms, groups."""
    try:
        found = health.look(settings.database_url)
    except WrongAddress:
        return  # said above
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
