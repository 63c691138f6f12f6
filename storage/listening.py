"""One connection to PostgreSQL kept for two things: it hears the others, and shows that we live."""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress

import asyncpg
from sqlalchemy import Connection, text

from storage.database import address
from storage.onserver import CHANNEL, signed

LIVES = 0x4C495645  # the class of our advisory locks for living: "LIVE"
ASK = 5.0  # seconds between two questions whether the connection still stands
PAUSES = (0.1, 0.5, 1, 2, 5)

_DEAD = text("SELECT pg_try_advisory_xact_lock(:kind, :which)")


class ServerLife:
    """Wakes when another copy has committed; holds a lock that the server frees when we die."""

    def __init__(self, database: str, holder: str, woken: Callable[[], None]) -> None:
        url = address(database).set(drivername="postgresql")
        self._url = url.render_as_string(hide_password=False)
        self._holder = holder
        self._woken = woken
        self._task: asyncio.Task[None] | None = None
        self._up = asyncio.Event()

    async def start(self) -> None:
        """Begin to listen, and to show it; a server that is down is waited for in the background."""
        self._task = asyncio.create_task(self._keep())
        with suppress(TimeoutError):
            await asyncio.wait_for(self._up.wait(), ASK)

    async def stop(self) -> None:
        """Listen no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    def dead(self, connection: Connection, holders: Collection[str]) -> set[str]:
        """Return those of the holders that surely live no more, or are cut off from the server."""
        return {
            each
            for each in holders
            if connection.execute(_DEAD, {"kind": LIVES, "which": signed(each)}).scalar()
        }

    async def _keep(self) -> None:
        failures = 0
        while True:
            try:
                await self._listen()
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
            else:
                failures = 0
            self._woken()  # whatever was said meanwhile was not heard

    async def _listen(self) -> None:
        connection = await asyncpg.connect(self._url, timeout=ASK)
        try:
            await connection.execute(
                "SELECT pg_advisory_lock($1::int, $2::int)",
                LIVES,
                signed(self._holder),
                timeout=ASK,
            )
            await connection.add_listener(CHANNEL, lambda *_: self._woken())
            self._up.set()
            while not connection.is_closed():
                await asyncio.sleep(ASK)
                await connection.execute("SELECT 1", timeout=ASK)
        finally:
            connection.terminate()
