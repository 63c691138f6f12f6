"""Units that must not stand behind all others: a heartbeat, in a transaction of its own."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from storage.database import serving
from storage.onserver import bounded

T = TypeVar("T")


class Apart:
    """One more connection to PostgreSQL, beside the writer's and never in its turn."""

    def __init__(self, database: str, *, seconds: float) -> None:
        self._engine = serving(database, connections=1)
        bounded(self._engine.sync_engine, seconds)
        self._seconds = seconds

    async def run(self, unit: Callable[[Connection], T]) -> T:
        """Run a unit and commit it; TimeoutError where the server does not answer in time."""
        async with asyncio.timeout(self._seconds), self._engine.begin() as connection:
            return await connection.run_sync(unit)

    async def close(self) -> None:
        """Close the connection."""
        await self._engine.dispose()
