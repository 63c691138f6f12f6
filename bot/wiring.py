"""The only place that constructs: the house is put together here, and nowhere else."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection

from bot import copies, opening
from bot.clock import CivilClock
from bot.counting import Counts
from bot.drill import Drill
from bot.envelopes import Envelopes
from bot.feeding import Feed, Look
from bot.hooks import Hooks, unhook
from bot.house import House
from bot.lanes import Lanes
from bot.leasing import Leasing
from bot.minding import LOOK_SECONDS, Watch
from bot.nights import LOOK_SECONDS as NIGHT_SECONDS
from bot.nights import Nights
from bot.pacing import Pace, Pacer
from bot.panel import Panel
from bot.printing import LOOK_SECONDS as PRINT_SECONDS
from bot.printing import Printing
from bot.receiving import FURTHER, Receiver, Stopped
from bot.rights import Shares
from bot.segmenter import segmenter
from bot.sending import Sender
from bot.shredding import LOOK_SECONDS as SHRED_SECONDS
from bot.shredding import Shredding
from bot.speech import LOCALES, bilingual
from bot.ticks import Ticks
from bot.toasts import Toasts
from bot.transport import AiohttpRequest, Transport
from bot.watching import Watched
from config import cues
from config.settings import Settings
from governance import categories
from governance.categories import Reading
from governance.directory import Community
from governance.sayings import Segmenter
from handlers.texts import Library
from services.ports import Work
from storage import directory, editions, further, inbox, outbox, roll
from storage.database import writing
from storage.leases import POLL, SENDER, SHARD
from storage.papers import Papers
from storage.reader import Reader
from storage.roll import Roll
from storage.rows import ms
from storage.work import Work as StoredWork
from storage.writer import Writer

log = structlog.get_logger(__name__)
Reads = Callable[[str, Community], Reading]
_SATISFIES: type[Work] = StoredWork  # checked by mypy: storage satisfies the services' port


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """The running parts."""

    house: House
    lanes: Lanes
    sender: Sender
    receiver: Receiver | Hooks
    feed: Feed
    leasing: Leasing
    ticks: Ticks
    printing: Printing
    state: Path
    hears_all: bool = False
    drill: Drill | None = None
    nights: Nights | None = None


class Stir:
    """Wakes whoever looks at rows, after anything may have changed."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[], None]] = []
        self.most = 0  # units in one commit
        self.counts = Counts()

    def __call__(self, units: int = 0) -> None:
        """Wake all."""
        self.most = max(self.most, units)
        if units:
            self.counts.units.add(units)
        for listener in self.listeners:
            listener()


def transports(settings: Settings) -> tuple[Transport, Transport]:
    """Make the way out and the way in, each with connections of its own."""
    token = settings.token.get_secret_value()
    made = [
        Transport(token, settings.api_base, AiohttpRequest(proxy=settings.proxy)) for _ in range(2)
    ]
    return made[0], made[1]


def cutting(settings: Settings) -> Segmenter:
    """Make what cuts texts into words; it loads its dictionary now, before the loop runs."""
    segment = segmenter(settings.state)
    segment("预热")
    return segment


def reading(segment: Segmenter) -> Reads:
    """Make the reader of residents' texts."""
    words = cues.read()
    return lambda text, community: categories.read(text, community, segment, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What exists before the house does."""

    settings: Settings
    community: Community
    segment: Segmenter
    ways: tuple[Transport, Transport]
    clock: CivilClock
    me: dict[str, Any]


async def doors(given: Given, tasks: asyncio.TaskGroup) -> Doors:
    """Put the house together over a database that is up to date."""
    stir = Stir()
    house = await _house(given, stir)
    settings, (way_out, _) = given.settings, given.ways
    pace = Pace.unlimited() if settings.pace == "unlimited" else Pace()
    leasing = copies.leasing(settings, house)
    house.writer.overtaken = leasing.hurry  # asked at once what is ours, not at the next beat
    sender = Sender(house, way_out, Pacer(pace), tasks, stir, own=leasing.of(SENDER, house.bot_id))
    rights, read = Shares(leasing), partial(_read, reading(given.segment), house)
    lanes = Lanes(house, tasks, Toasts(way_out), read, stir, rights=rights)
    feed = Feed(house, lanes, rights) if leasing.alone else Look(house, lanes, rights)
    copies.listen(leasing, house, feed, stir)
    leasing.woken.append(partial(sender.wake, news=True))
    receiver = await _receiver(given, house, leasing, feed, stir)
    ticks = Ticks(house)
    sender.hear = feed.heard
    made = Doors(
        house=house,
        lanes=lanes,
        sender=sender,
        receiver=receiver,
        feed=feed,
        leasing=leasing,
        ticks=ticks,
        printing=Printing(house),
        state=settings.state,
        hears_all=bool(given.me.get("can_read_all_group_messages")),
    )
    _wakes(stir, made)
    ticks.beside += _beside(settings, made)
    if settings.drill_url is None:
        sends = leasing.of(SENDER, house.bot_id)
        nights = Nights(house, settings, ours=lambda: sends() is not None)
        ticks.beside.append((nights.look, NIGHT_SECONDS))
        return replace(made, nights=nights)
    panel = Panel(house, lambda: drill.change())  # noqa: PLW0108 -- made in the next line
    drill = Drill(settings.drill_url, given.clock, lambda: _told(made, panel, stir), ticks.look)
    stir.listeners.append(drill.change)
    return replace(made, drill=drill)


def _wakes(stir: Stir, made: Doors) -> None:
    """Let a commit wake whoever has something to do at once."""
    stir.listeners += [made.sender.wake, made.ticks.wake]
    made.ticks.at_once += [made.printing.look, made.receiver.look]


def _beside(settings: Settings, made: Doors) -> list[tuple[Callable[[], Awaitable[None]], int]]:
    """Return what is looked for from time to time, with the seconds between."""
    house, sends = made.house, made.leasing.of(SENDER, made.house.bot_id)
    keys = Envelopes(settings.key_folder)
    shreds = Shredding(house, settings.database_url, keys, ours=lambda: sends() is not None)
    return [
        (made.printing.look, PRINT_SECONDS),
        (made.receiver.look, FURTHER),
        (Watch(house, made.ticks.again).look, LOOK_SECONDS),
        (shreds.look, SHRED_SECONDS),
    ]


def _read(reader: Reads, house: House, text: str) -> Reading:
    return reader(text, house.community)


async def _receiver(
    given: Given, house: House, leasing: Leasing, feed: Feed, stir: Stir
) -> Receiver | Hooks:
    """Make the door in: Telegram comes to us where a webhook is set, else we ask."""
    settings, (_, way_in) = given.settings, given.ways

    def moved() -> None:
        feed.kept()
        stir()

    seen = await house.reader.run(lambda c: inbox.newest(c, house.bot_id)) + 1
    if settings.webhook_url is None:
        await unhook(way_in)
        watched = Watched(way_in, house.counts)
        poll = leasing.of(POLL, house.bot_id)
        return Receiver(house, watched, feed.arrive, seen=seen, moved=moved, own=poll)
    return Hooks(
        house,
        way_in,
        feed.arrive,
        url=settings.webhook_url,
        secret=settings.hook_secret,
        seen=seen,
        moved=moved,
        own=leasing.of(SHARD, 0) if leasing.alone else None,
    )


async def _house(given: Given, stir: Stir) -> House:
    address, plan = given.settings.database_url, given.community
    idle = max(1.0, given.settings.lease_seconds / 3)
    writer = Writer(writing(address), community=plan.key, after_commit=stir, idle=idle)
    there = await writer.submit(directory.communities)
    if others := [key for key in there if key != plan.key]:
        await writer.close()
        raise Stopped(bilingual("ops-shared", others=", ".join(others)))
    number = await writer.submit(lambda c: directory.community(c, plan.key))
    if given.settings.drill_url is not None:
        at = ms(given.clock.now())
        await writer.submit(lambda c: roll.seed(c, number, plan, at))
    enrolled = Roll(plan, number, opening.parse)
    await writer.submit(lambda c: _in_force(c, given, enrolled))
    await writer.submit(enrolled.read)
    return House(
        bot_id=given.me["id"],
        bot_name=given.me["username"],
        roll=enrolled,
        library=Library(LOCALES),
        clock=given.clock,
        writer=writer,
        reader=Reader(address, readers=2),
        envelopes=Envelopes(given.settings.key_folder),
        operator=given.settings.operator_chat,
        segment=given.segment,
        counts=stir.counts,
    )


def _in_force(connection: Connection, given: Given, enrolled: Roll) -> None:
    """Apply the file where none ever was; where it differs from what is in force, say so."""
    text = given.settings.community.read_bytes().decode("utf-8-sig")
    newest = editions.newest(connection, enrolled.id)
    if newest is None:
        opening.put_in_force(connection, enrolled.id, text)
    elif newest.digest != editions.digest(text):
        log.warning("community.differs", edition=newest.seq, cure="linli community apply FILE")


async def _told(made: Doors, panel: Panel, stir: Stir) -> dict[str, Any]:
    """Tell a drill how things are, and what stands at the doors."""
    return {**await state(made), "doors": await panel.look(stir.most)}


async def state(made: Doors) -> dict[str, Any]:
    """Tell whether inbox and outbox are empty, nothing is due, and no sheet is to be drawn."""
    house, offset, version = made.house, made.receiver.offset, made.house.clock.version
    now = ms(house.clock.now())
    rows = await house.reader.run(
        lambda c: (
            inbox.counts(c).get(inbox.OPEN, 0),
            outbox.open_count(c),
            inbox.next_due(c),
            Papers(c, house.community_id).wanted(),
            further.waits(c),
        )
    )
    unread, unsent, upcoming, undrawn, unasked = rows
    due = upcoming is not None and upcoming <= now
    busy = made.lanes.busy or made.sender.flying or unread or unsent or due or undrawn or unasked
    return {"idle": not busy, "offset": offset, "clock": version, "next": upcoming}
