"""One connection to PostgreSQL kept for two things: to hear the others, to show that we live."""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress

import asyncpg
from sqlalchemy import Connection, text

from storage.database import NAME, address
from storage.onserver import CHANNEL, LEASES, signed
from storage.waits import came

LIVES = 0x4C495645  # the class of our advisory locks for living: "LIVE"
ASK = 5.0  # seconds between two questions whether the connection still stands
PAUSES = (0.1, 0.5, 1, 2, 5)
BROKEN = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)

_DEAD = text("SELECT pg_try_advisory_xact_lock(:kind, :which)")


class ServerLife:
    """Wakes when another copy has committed; holds a lock that the server frees when we die."""

    def __init__(self, database: str, holder: str) -> None:
        self.woken: Callable[[str], None] = lambda _: None
        self.cut: Callable[[], None] = lambda: None  # the others may count us as dead from now on
        url = address(database).set(drivername="postgresql")
        self._url = url.render_as_string(hide_password=False)
        self._holder = holder
        self._connection: asyncpg.Connection | None = None
        self._stopped = False
        self._stir = asyncio.Event()  # the connection broke, or it shall end

    @property
    def lives(self) -> bool:
        """Whether the others can know that we live."""
        return self._connection is not None and not self._connection.is_closed()

    async def start(self) -> None:
        """Begin to listen, and to show it; where the server is down `run` goes on trying."""
        with suppress(*BROKEN):
            self._connection = await self._connect()

    async def run(self) -> None:
        """See that the connection stands, until stopped."""
        failures = 0
        while not self._stopped:
            self._stir.clear()
            await came(self._stir, ASK if self.lives else PAUSES[min(failures, len(PAUSES) - 1)])
            if self._stopped:
                return
            try:
                if not self.lives:
                    self._connection = await self._connect()
                    self.woken(LEASES)  # what was said meanwhile was not heard
                await self._connection.execute("SELECT 1", timeout=ASK)  # type: ignore[union-attr] # it is there
            except BROKEN:
                failures += 1
                self._end()
            else:
                failures = 0

    async def stop(self) -> None:
        """Listen no more."""
        self._stopped = True
        self._stir.set()
        self._end()

    def dead(self, connection: Connection, holders: Collection[str]) -> set[str]:
        """Return those of the holders that surely live no more, or are cut off from the server."""
        return {
            each
            for each in holders
            if connection.execute(_DEAD, {"kind": LIVES, "which": signed(each)}).scalar()
        }

    def _broke(self) -> None:
        self._stir.set()
        self.cut()

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def _connect(self) -> asyncpg.Connection:
        connection = await asyncpg.connect(
            self._url, timeout=ASK, server_settings={"application_name": NAME}
        )
        try:
            locked = "SELECT pg_advisory_lock($1::int, $2::int)"
            await connection.execute(locked, LIVES, signed(self._holder), timeout=ASK)
            await connection.add_listener(CHANNEL, lambda *told: self.woken(str(told[-1])))
        except BaseException:
            connection.terminate()
            raise
        connection.add_termination_listener(lambda _: self._broke())
        return connection
