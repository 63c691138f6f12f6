"""One house on a stage of its own thread: a state machine calls, the house lives on between."""

import asyncio
import queue
import threading
from contextlib import AsyncExitStack
from pathlib import Path

from bot.ticks import Ticks
from storage import inbox
from tests.bot import doors
from tests.bot.doors import BOT, Caller, sending, working
from tests.leaks import Passing

PATIENCE = 30


class Made(Caller):
    """Keeps what was sent and answered: its chat and its number."""

    def __init__(self):
        super().__init__()
        self.made = []

    async def call(self, method, params):
        told = await super().call(method, params)
        if method.startswith("send"):
            self.made.append((told["chat"]["id"], told["message_id"]))
        return told


class Stage:
    """Runs what it is asked in one task of one loop, so that contexts open and close in it."""

    def __init__(self):
        self.caller, self.at = Made(), doors.MONDAY
        self._folder = Passing(prefix="stage-")
        self._asked = queue.SimpleQueue()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._live()), daemon=True)
        self._thread.start()
        self.ask(self._open)

    def ask(self, deed, *given):
        """Do an asynchronous deed on the stage; return what it returns, raise what it raises."""
        answer = queue.SimpleQueue()
        self._asked.put((deed, given, answer))
        told, error = answer.get(timeout=PATIENCE)
        if error is not None:
            raise error
        return told

    def crash(self):
        """Tear the house down whatever it is doing, and open another on the same database."""
        self.ask(self._close)
        self.ask(self._open)

    def close(self):
        """End the house, and throw its database away."""
        self.ask(self._close)
        self._asked.put(None)
        self._thread.join()
        self._folder.cleanup()

    async def _live(self):
        while (asked := await asyncio.to_thread(self._asked.get)) is not None:
            deed, given, answer = asked
            try:
                answer.put((await deed(*given), None))
            except BaseException as error:  # noqa: BLE001 -- the one who asked shall have it
                answer.put((None, error))

    async def _open(self):
        self._stack = AsyncExitStack()
        enter = self._stack.enter_async_context
        self.town = await enter(doors.opened(Path(self._folder.name)))
        self.town.house.clock.at = self.at
        await enter(sending(self.town, self.caller))
        self.lanes = await enter(working(self.town, doors.LIFT))
        self.ticks = Ticks(self.town.house)
        self.lanes.arrive(await self.town.house.reader.run(lambda c: inbox.unfinished(c, BOT)))

    async def _close(self):
        await self._stack.aclose()

    async def arrive(self, arrivals, *, heard=True):
        """Write updates down; what is not heard waits for the next start, as after a crash."""
        await doors.keep(self.town, *arrivals)
        if heard:
            self.lanes.arrive(arrivals)

    async def look(self, at):
        """Let it be that time, and do what is due."""
        self.at = self.town.house.clock.at = at
        await self.ticks.look()

    async def rest(self):
        """Wait until nothing is under way."""
        async with asyncio.timeout(PATIENCE):
            await self.lanes.quiet()
            await self.ticks.look()
        await self.town.settled()
        await self.ticks.seal()
