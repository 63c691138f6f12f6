"""The door to read by: what has been committed, beside the writer and never in its way."""

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from sqlalchemy import Connection, Engine, Executable, Row
from sqlalchemy.exc import DBAPIError

from storage import database, faults
from storage.database import address, on_server
from storage.hot import Hot
from storage.passing import passes

T = TypeVar("T")
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]

READERS = 4
FIRST_PAUSE, LONGEST_PAUSE = 0.01, 1.0  # seconds


def away(error: BaseException) -> bool:
    """Say whether it is the database that ails, and not what was asked of it."""
    if not isinstance(error, DBAPIError):
        return False
    return faults.passes(error) or faults.of_the_disk(error) or passes(error)


class Kind(Protocol):
    """What differs between the databases."""

    async def run(self, look: Callable[[Connection], T]) -> T:
        """Run a look over one snapshot."""

    async def close(self) -> None:
        """Close every connection."""


class Reader:
    """Reads what has been committed, beside the writer and never in its way."""

    def __init__(self, text: str, *, readers: int = READERS) -> None:
        served = on_server(address(text))
        self._kind: Kind = _OnServer(text, readers) if served else _OnFile(text, readers)
        self._damage: DBAPIError | None = None
        self._damaged = asyncio.Event()

    async def all(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Sequence[Row[Any]]:
        """Fetch every row."""
        return await self.run(lambda c: c.execute(statement, parameters).all())

    async def first(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Row[Any] | None:
        """Fetch the first row, or None if there is none."""
        return await self.run(lambda c: c.execute(statement, parameters).first())

    async def scalar(self, statement: Executable, parameters: Parameters | None = None) -> Any:  # noqa: ANN401 -- what the statement selects
        """Fetch the first column of the first row, or None if there is none."""
        return await self.run(lambda c: c.execute(statement, parameters).scalar())

    async def run(self, look: Callable[[Connection], T]) -> T:
        """Run a synchronous function of storage over one snapshot; its writes are refused."""
        try:
            return await self._kind.run(look)
        except DBAPIError as error:
            if faults.damaged(error):
                self._damage = error
                self._damaged.set()
            raise

    async def damage(self) -> DBAPIError | None:
        """Wait until something was read that is not what was written; return what was said of it.

        Whoever asked may wait as for any ailment: this one never passes, and the house is to end.
        """
        await self._damaged.wait()
        return self._damage

    async def close(self) -> None:
        """Answer what was asked, then close every connection."""
        await self._kind.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class _OnFile:
    """A few threads, each with a connection that runs hot.

    One hop for a whole look, where an asynchronous driver takes one for every statement.
    """

    def __init__(self, text: str, readers: int) -> None:
        self._engine: Engine = database.beside(text, readers=readers)
        self._threads = ThreadPoolExecutor(readers, thread_name_prefix="reader")
        self._own = threading.local()

    async def run(self, look: Callable[[Connection], T]) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._look, look)

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()

    def _look(self, look: Callable[[Connection], T]) -> T:
        connection: Hot | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = Hot(self._engine)
        try:
            with connection.begin():
                return look(connection)
        except StopIteration as error:
            # a future does not take a StopIteration
            raise RuntimeError(f"The look raised {error!r}") from error


class _OnServer:
    """A server that is away is waited for: a look does no harm twice."""

    def __init__(self, text: str, readers: int) -> None:
        self._engine = database.reading(text, readers=readers)

    async def run(self, look: Callable[[Connection], T]) -> T:
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._run(look)
            except Exception as error:
                if not passes(error):
                    raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def close(self) -> None:
        await self._engine.dispose()

    async def _run(self, look: Callable[[Connection], T]) -> T:
        async with self._engine.connect() as connection:
            return await connection.run_sync(look)
