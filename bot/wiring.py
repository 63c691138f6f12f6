"""The only place that constructs: the house is put together here, and nowhere else."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.clock import CivilClock
from bot.drill import Drill
from bot.house import House
from bot.lanes import Lanes
from bot.pacing import Pace, Pacer
from bot.receiving import Receiver
from bot.segmenter import segmenter
from bot.sending import Sender
from bot.ticks import Ticks
from bot.transport import AiohttpRequest, Transport
from config.settings import Settings
from governance import categories
from governance.categories import Reading
from governance.directory import Community
from handlers.texts import Library
from services.ports import Work
from storage import directory, inbox, outbox
from storage.database import Reader, writing
from storage.rows import ms
from storage.work import Work as StoredWork
from storage.writer import Writer

LOCALES = Path(__file__).parent.parent / "config" / "locales"
_SATISFIES: type[Work] = StoredWork  # checked by mypy: storage satisfies the services' port


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """The running parts."""

    house: House
    lanes: Lanes
    sender: Sender
    receiver: Receiver
    ticks: Ticks
    drill: Drill | None


class Stir:
    """Wakes whoever looks at rows, after anything may have changed."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[], None]] = []

    def __call__(self, _units: int = 0) -> None:
        """Wake all."""
        for listener in self.listeners:
            listener()


def transports(settings: Settings) -> tuple[Transport, Transport]:
    """Make the way out and the way in, each with connections of its own."""
    token = settings.token.get_secret_value()
    made = [
        Transport(token, settings.api_base, AiohttpRequest(proxy=settings.proxy)) for _ in range(2)
    ]
    return made[0], made[1]


def reading(settings: Settings, community: Community) -> Callable[[str], Reading]:
    """Make the reader of residents' texts; it loads its dictionary now, before the loop runs."""
    segment = segmenter(settings.state)
    segment("预热")
    return lambda text: categories.read(text, community, segment)


async def doors(  # noqa: PLR0913 -- the parts that exist before the house does
    settings: Settings,
    community: Community,
    reader: Callable[[str], Reading],
    *,
    ways: tuple[Transport, Transport],
    clock: CivilClock,
    me: dict[str, Any],
    tasks: asyncio.TaskGroup,
) -> Doors:
    """Put the house together over a database that is up to date."""
    stir = Stir()
    writer = Writer(writing(settings.database_url), after_commit=stir)
    house = House(
        bot_id=me["id"],
        bot_name=me["username"],
        community=community,
        community_id=await writer.submit(lambda c: directory.community(c, community.key)),
        library=Library(LOCALES),
        clock=clock,
        writer=writer,
        reader=Reader(settings.database_url, readers=2),
    )
    pace = Pace.unlimited() if settings.pace == "unlimited" else Pace()
    way_out, way_in = ways
    sender = Sender(house, way_out, Pacer(pace), tasks, stir)
    lanes = Lanes(house, tasks, sender, reader, stir)
    seen = await house.reader.run(lambda c: inbox.newest(c, house.bot_id)) + 1
    receiver = Receiver(house, way_in, lanes.arrive, seen=seen, moved=stir)
    made = Doors(
        house=house,
        lanes=lanes,
        sender=sender,
        receiver=receiver,
        ticks=Ticks(house),
        drill=None,
    )
    stir.listeners.append(sender.wake)
    if settings.drill_url is None:
        return made
    drill = Drill(settings.drill_url, clock, lambda: state(made), made.ticks.look)
    stir.listeners.append(drill.change)
    return Doors(**{**{f: getattr(made, f) for f in made.__slots__}, "drill": drill})


async def state(made: Doors) -> dict[str, Any]:
    """Tell whether inbox and outbox are empty and nothing is due."""
    house, offset, version = made.house, made.receiver.offset, made.house.clock.version
    now = ms(house.clock.now())
    rows = await house.reader.run(
        lambda c: (
            inbox.counts(c).get(inbox.OPEN, 0),
            outbox.open_count(c),
            inbox.next_due(c),
        )
    )
    unread, unsent, upcoming = rows
    due = upcoming is not None and upcoming <= now
    busy = made.lanes.busy or made.sender.flying or unread or unsent or due
    return {"idle": not busy, "offset": offset, "clock": version, "next": upcoming}
