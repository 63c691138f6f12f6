"""One run of the bot: up, open the doors, and down in order."""

import asyncio
import gc
import signal
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp
import structlog
from telegram.error import InvalidToken, TelegramError

from bot import alarms, restored, wiring
from bot.clock import CivilClock
from bot.drill import Drill
from bot.exits import MISTAKE, UNFIT
from bot.house import House
from bot.receiving import PAUSES, UNKNOWN_TOKEN, Stopped
from bot.transport import Transport
from bot.wiring import Doors
from config.settings import Settings
from governance.directory import Community
from services.chats import standing
from services.mediation import screening
from storage import directory, inbox, locks, upgrade
from storage.alarms import sound
from storage.rows import ms

log = structlog.get_logger(__name__)
GARBAGE = 50_000


def run(settings: Settings, community: Community) -> None:
    """Run until told to stop; raise Stopped where it cannot go on."""
    with locks.using(settings.database_url):
        _run(settings, community)


def _run(settings: Settings, community: Community) -> None:
    settings.state.mkdir(parents=True, exist_ok=True)
    done = upgrade.upgrade(settings.database_url)
    if done.backup:
        log.info("database.upgraded", revision=done.after, backup=str(done.backup))
    reader = wiring.reading(settings)
    gc.freeze()  # what is loaded stays: never looked through again
    gc.set_threshold(GARBAGE)
    gc.enable()
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        try:
            runner.run(_live(settings, community, reader))
        except* Stopped as stopped:
            reason: BaseException = stopped
            while isinstance(reason, BaseExceptionGroup):
                reason = reason.exceptions[0]
            raise reason from None


def _loop_factory() -> Any:  # noqa: ANN401 -- uvloop's, where it exists
    try:
        import uvloop  # absent on Windows
    except ImportError:
        return None
    return uvloop.new_event_loop


async def _live(settings: Settings, community: Community, reader: Any) -> None:  # noqa: ANN401
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    clock = CivilClock()
    async with AsyncExitStack() as stack:
        ways = wiring.transports(settings)
        for way in ways:
            await way.start()
            stack.push_async_callback(way.shutdown)
        if settings.drill_url:
            await _join(settings.drill_url, clock)
        me = await _me(ways[0], stop)
        if me is None:
            return
        given = wiring.Given(
            settings=settings, community=community, reader=reader, ways=ways, clock=clock, me=me
        )
        async with asyncio.TaskGroup() as tasks:
            made = await wiring.doors(given, tasks)
            await _serve(made, tasks, stop)


async def _join(url: str, clock: CivilClock) -> None:
    try:
        await Drill(url, clock, _nothing, _nothing).join()
    except (aiohttp.ClientError, TimeoutError):
        raise Stopped(f"No sandbox answers at {url}: start it, or unset LINLI_DRILL_URL") from None


async def _nothing() -> None:
    """Have nothing to do."""


async def _me(way: Transport, stop: asyncio.Event) -> dict[str, Any] | None:
    """Ask Telegram who we are, patiently; None where told to stop meanwhile."""
    for attempt in range(1_000_000):
        try:
            me: dict[str, Any] = await way.call("getMe")
        except InvalidToken as error:
            raise Stopped(UNKNOWN_TOKEN, UNFIT) from error
        except TelegramError as error:
            cure = "network, LINLI_PROXY or LINLI_API_BASE; linli check says more"
            log.warning("telegram.unreachable", error=type(error).__name__, cure=cure)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), PAUSES[min(attempt, len(PAUSES) - 1)])
                return None
        else:
            return me
    return None


async def _serve(made: Doors, tasks: asyncio.TaskGroup, stop: asyncio.Event) -> None:
    house = made.house
    await _nobody_missing(house)
    await house.writer.submit(lambda c: _seen(made, c))
    alarms.up(made.state)
    repeat = restored.again(house, made.state)
    await house.writer.submit(repeat)
    made.ticks.hourly.append(repeat)
    await house.writer.submit(lambda c: _awake(house, c))
    made.lanes.arrive(await house.reader.run(lambda c: inbox.unfinished(c, house.bot_id)))
    sending = tasks.create_task(made.sender.run())
    receiving = tasks.create_task(_until_stopped(made))
    drilling = [
        tasks.create_task(each)
        for each in ([made.drill.follow(), made.drill.tell()] if made.drill else [])
    ]
    made.ticks.start()
    log.info("bot.up", bot=house.bot_name, community=house.community.key)
    stopping = tasks.create_task(stop.wait())
    ended = tasks.create_task(house.writer.ended())  # by itself: the disk leaves no other way
    await asyncio.wait({stopping, receiving, sending, ended}, return_when=asyncio.FIRST_COMPLETED)
    await _close(made, receiving, sending)
    for task in (*drilling, stopping, ended):
        task.cancel()
    if not receiving.cancelled() and (stopped := receiving.result()):
        raise stopped
    log.info("bot.down")


async def _nobody_missing(house: House) -> None:
    """Refuse to run with open cases in the hands of somebody who is no longer in the file."""
    on_duty = await house.reader.run(lambda c: directory.on_duty(c, house.community_id))
    if gone := on_duty - {o.key for o in house.community.officers}:
        await house.writer.close()
        await house.reader.close()
        raise Stopped(
            f"Open cases are with {', '.join(sorted(gone))}, whom the community file no longer "
            "names: put them back until somebody else has taken over",
            MISTAKE,
        )


async def _until_stopped(made: Doors) -> Stopped | None:
    """Receive until it cannot go on; told, not raised, so that the doors close in order."""
    try:
        await made.receiver.run()
    except Stopped as stopped:
        return stopped
    return None


async def _close(
    made: Doors, receiving: asyncio.Task[Stopped | None], sending: asyncio.Task[None]
) -> None:
    """Close in order: receiver, handlers in flight, sender with its fates, writer."""
    receiving.cancel()
    made.ticks.stop()
    if made.nights:
        made.nights.stop()
    await made.lanes.quiet()
    made.sender.stopping = True
    made.sender.wake()
    await asyncio.wait({sending})
    await made.sender.landed()
    await made.ticks.seal()
    await made.house.writer.close()
    await made.house.reader.close()
    alarms.down(made.state)


def _seen(made: Doors, connection: Any) -> None:  # noqa: ANN401 -- a Connection
    """Say what can be seen at the start: no orderly end before it, a door that stands too open."""
    house, now = made.house, made.house.clock.now()
    if alarms.crashed(made.state):
        sound(connection, ms(now), "restarted", f"at:{now:%Y-%m-%dT%H:%MZ}")
    if made.hears_all:
        # one key for ever: it is said once
        standing.hears_all(house.work(connection, "privacy-off", 0, now))


def _awake(house: House, connection: Any) -> None:  # noqa: ANN401 -- a Connection
    """Remember how the bot is called; look at every term, as the file may have changed."""
    directory.ran(connection, house.community_id, house.bot_name)
    now = ms(house.clock.now())
    inbox.ask(connection, now, "terms", f"terms:start:{now}", {})
    screening.arrange(house.work(connection, "awake", 0, house.clock.now()))
