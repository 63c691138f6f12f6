"""One run of the bot: up, open the doors, and down in order."""

import asyncio
import gc
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp
import structlog
from telegram.error import InvalidToken, TelegramError

from bot import restored, wiring
from bot.clock import CivilClock
from bot.drill import Drill
from bot.hooks import Hooks
from bot.house import House
from bot.receiving import PAUSES, Stopped, unknown
from bot.speech import bilingual
from bot.transport import Transport
from bot.wiring import Doors
from config.settings import Settings
from governance.directory import Community
from governance.sayings import Segmenter
from services import anchoring
from services.chats import standing
from services.mediation import screening
from services.meetings import sessions
from storage import directory, inbox, locks, upgrade
from storage.rows import ms
from storage.waits import came

log = structlog.get_logger(__name__)
GARBAGE = 50_000


def run(settings: Settings, community: Community) -> None:
    """Run until told to stop; raise Stopped where it cannot go on."""
    with locks.using(settings.database_url):
        _run(settings, community)


def _run(settings: Settings, community: Community) -> None:
    settings.state.mkdir(parents=True, exist_ok=True)
    done = upgrade.upgrade(settings.database_url)
    if done.changed and done.before:
        kept = str(done.backup) if done.backup else "the operator's own: pg_dump"
        log.info("database.upgraded", revision=done.after, backup=kept)
    segment = wiring.cutting(settings)
    gc.freeze()  # what is loaded stays: never looked through again
    gc.set_threshold(GARBAGE)
    gc.enable()
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        try:
            runner.run(_live(settings, community, segment))
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


async def _live(settings: Settings, community: Community, segment: Segmenter) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    clock = CivilClock()
    async with asyncio.TaskGroup() as outer, AsyncExitStack() as stack:
        opens = _web(settings, stack, outer)
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
            settings=settings, community=community, segment=segment, ways=ways, clock=clock, me=me
        )
        async with asyncio.TaskGroup() as tasks:
            made = await wiring.doors(given, tasks)
            opens(made)
            await _serve(made, tasks, stop)


def _web(
    settings: Settings, stack: AsyncExitStack, tasks: asyncio.TaskGroup
) -> Callable[[Doors], None]:
    """Open the doors to the web where there are any; return how to tell them of the house."""
    if settings.doors is None:
        return lambda _: None
    from bot.front import Front  # few need it, and what it needs takes time to load
    from bot.web import server

    front = Front()
    web = server(settings, front)
    tasks.create_task(web.run_until_stopped())
    stack.callback(web.leave)
    return lambda made: front.opens(
        made.house, made.receiver if isinstance(made.receiver, Hooks) else None
    )


async def _join(url: str, clock: CivilClock) -> None:
    try:
        await Drill(url, clock, _nothing, _nothing).join()
    except (aiohttp.ClientError, TimeoutError):
        raise Stopped(bilingual("drill-silent", url=url)) from None


async def _nothing() -> None:
    """Have nothing to do."""


async def _me(way: Transport, stop: asyncio.Event) -> dict[str, Any] | None:
    """Ask Telegram who we are, patiently; None where told to stop meanwhile."""
    for attempt in range(1_000_000):
        try:
            me: dict[str, Any] = await way.call("getMe")
        except InvalidToken as error:
            raise unknown() from error
        except TelegramError as error:
            cure = "network, LINLI_PROXY or LINLI_API_BASE; linli check says more"
            log.warning("telegram.unreachable", error=type(error).__name__, cure=cure)
            if await came(stop, PAUSES[min(attempt, len(PAUSES) - 1)]):
                return None
        else:
            return me
    return None


async def _serve(made: Doors, tasks: asyncio.TaskGroup, stop: asyncio.Event) -> None:
    house = made.house
    await _nobody_missing(house)
    await made.leasing.start()
    beating = [tasks.create_task(made.leasing.run()), tasks.create_task(made.leasing.live())]
    if made.hears_all:
        await house.writer.submit(lambda c: _hears_all(house, c))
    repeat = restored.again(house, made.state)
    await house.writer.submit(repeat)
    made.ticks.hourly.append(repeat)
    await house.writer.submit(lambda c: _awake(house, c))
    await made.feed.resume()
    feeding = tasks.create_task(made.feed.run())
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
    damaged = tasks.create_task(house.reader.damage())  # nor does it here
    reasons = {stopping, receiving, sending, ended, damaged}
    await asyncio.wait(reasons, return_when=asyncio.FIRST_COMPLETED)
    await _close(made, receiving, sending, drilling)
    await feeding
    for task in (*beating, stopping, ended, damaged):
        task.cancel()
    if not receiving.cancelled() and (stopped := receiving.result()):
        raise stopped
    log.info("bot.down")
    if damaged.done() and (damage := damaged.result()):
        raise damage


async def _nobody_missing(house: House) -> None:
    """Refuse to run with open cases in the hands of somebody who is no longer in the file."""
    on_duty = await house.reader.run(lambda c: directory.on_duty(c, house.community_id))
    if gone := on_duty - {o.key for o in house.community.officers}:
        await house.writer.close()
        await house.reader.close()
        raise Stopped(bilingual("ops-stop-cases", officers=", ".join(sorted(gone))))


async def _until_stopped(made: Doors) -> Stopped | None:
    """Receive until it cannot go on; told, not raised, so that the doors close in order."""
    try:
        await made.receiver.run()
    except Stopped as stopped:
        return stopped
    return None


async def _close(
    made: Doors,
    receiving: asyncio.Task[Stopped | None],
    sending: asyncio.Task[None],
    drilling: list[asyncio.Task[None]],
) -> None:
    """Close in order: receiver, handlers in flight, sender with its fates, writer."""
    receiving.cancel()
    await asyncio.wait({receiving})  # it may be closing its connections; then it has a result
    made.feed.stop()
    made.ticks.stop()
    if made.nights:
        made.nights.stop()
    made.printing.close()
    await made.lanes.quiet()
    made.sender.stopping = True
    made.sender.wake()
    await asyncio.wait({sending})
    await made.sender.landed()
    for task in drilling:  # it looks into the database, which is closed next
        task.cancel()
    try:
        await made.ticks.seal()
    finally:  # where the writer is gone, the rest is closed all the same
        await made.leasing.close()
        await made.house.writer.close()
        await made.house.reader.close()


def _hears_all(house: House, connection: Any) -> None:  # noqa: ANN401 -- a Connection
    """Say that a door stands too open; by one key for ever, so it is said once."""
    standing.hears_all(house.work(connection, "privacy-off", 0, house.clock.now()))


def _awake(house: House, connection: Any) -> None:  # noqa: ANN401 -- a Connection
    """Remember how the bot is called; look at terms and programme: the file may have changed."""
    directory.ran(connection, house.community_id, house.bot_name)
    now = ms(house.clock.now())
    inbox.ask(connection, now, "terms", f"terms:start:{now}", {})
    inbox.ask(connection, now, "programme", f"programme:start:{now}", {})
    work = house.work(connection, "awake", 0, house.clock.now())
    screening.arrange(work)
    anchoring.arrange(work)
    sessions.look(work)
