"""The one writer of SQLite: units in the order asked, as many as are waiting in one commit."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, NoReturn, TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import faults

T = TypeVar("T")

BATCH = 64
FIRST_PAUSE = 0.01
LONGEST_PAUSE = 1.0


class Lost(Exception):
    """The writer is gone; whether the unit was kept must be read from the database."""


class Ended(BaseException):
    """The database ended the transaction; no Exception, so that no unit catches it and goes on."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


class Fenced(Connection):
    """A connection without doors out of its transaction: the writer alone begins and commits."""

    def begin(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit lives in the writer's transaction and cannot begin another")

    def begin_nested(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("Inside a unit use storage.writer.savepoint")

    def commit(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot commit: the writer does, for many units at once")

    def rollback(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot roll back: raise, or use storage.writer.savepoint")

    def close(self) -> NoReturn:
        """Refuse: RuntimeError."""
        raise RuntimeError("A unit cannot close the writer's connection")


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Undo what is done inside if it raises; nests. Ended is raised if the transaction is gone."""
    driver = _driver(connection)
    driver.execute("SAVEPOINT s")
    try:
        yield
    except Exception as error:
        try:
            driver.execute("ROLLBACK TO s")
            driver.execute("RELEASE s")
        except sqlite3.Error:
            raise Ended(error) from error
        raise
    try:
        driver.execute("RELEASE s")
    except sqlite3.Error as error:
        raise Ended(error) from error


def _driver(connection: Connection) -> Any:  # noqa: ANN401 -- a sqlite3.Connection or aiosqlite's
    return connection.connection.dbapi_connection


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    unit: Callable[[Connection], Any]
    waiter: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: _Job
    value: Any = None
    error: BaseException | None = None

    def tell(self) -> None:
        if self.job.waiter.done():
            return
        if self.error is None:
            self.job.waiter.set_result(self.value)
        else:
            self.job.waiter.set_exception(self.error)


class Writer:
    """Runs units one after another in its own thread; make and use it on the event loop.

    `units` and `commits` count since the start; `stalled` is the error being waited out, or "".
    """

    def __init__(
        self,
        engine: Engine,
        *,
        after_commit: Callable[[int], None] | None = None,
        batch: int = BATCH,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.units = 0
        self.commits = 0
        self.stalled = ""
        self._after_commit = after_commit
        self._batch = batch
        self._pause = pause
        self._loop = asyncio.get_running_loop()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._door = threading.Lock()
        self._open = True
        self._cause: BaseException | None = None
        self._ended = asyncio.Event()
        event.listen(engine, "handle_error", _notice_the_end)
        self._connection = Fenced(engine)
        self._thread = threading.Thread(target=self._live, name="writer", daemon=True)
        self._thread.start()

    def submit(self, unit: Callable[[Connection], T]) -> asyncio.Future[T]:
        """Queue a unit before returning; its value or its own error is told after the commit.

        A unit may run more than once, and one run is kept; cancelling the future does not undo it.
        The future gets Lost, at once, if the writer is gone.
        """
        job = _Job(unit, self._loop.create_future())
        with self._door:
            if self._open:
                self._jobs.put(job)
                return job.waiter
        job.waiter.set_exception(self._lost())
        return job.waiter

    async def ended(self) -> None:
        """Wait until the writer is gone, by itself or closed."""
        await self._ended.wait()

    async def close(self) -> None:
        """Do what is queued, then stop; units asked later are Lost."""
        with self._door:
            if self._open:
                self._open = False
                self._jobs.put(None)
        await self._ended.wait()
        self._thread.join()

    def _live(self) -> None:
        jobs: Sequence[_Job] = ()
        try:
            while jobs := self._take():
                self._settle(jobs)
        except BaseException as error:  # noqa: BLE001 -- whatever it is, those who wait must hear
            self._cause = error
        finally:
            self._die(jobs)

    def _die(self, jobs: Sequence[_Job]) -> None:
        with self._door:
            self._open = False
        waiting = [*jobs, *self._more(self._jobs.qsize())]
        self._on_loop(lambda: self._bury(waiting))
        Connection.close(self._connection)

    def _bury(self, waiting: Sequence[_Job]) -> None:
        for job in waiting:
            _Outcome(job, error=self._lost()).tell()
        self._ended.set()

    def _lost(self) -> Lost:
        lost = Lost("The writer is gone")
        lost.__cause__ = self._cause
        return lost

    def _on_loop(self, call: Callable[[], None]) -> None:
        # A closed loop has nobody left who waits.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)

    def _take(self) -> list[_Job]:
        """Wait for work, and take what else is there; nothing means that the end was asked for."""
        first = self._jobs.get()
        return [] if first is None else [first, *self._more(self._batch - 1)]

    def _more(self, most: int) -> Iterator[_Job]:
        for _ in range(most):
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is None:
                # The end is always the last in the queue: this batch first.
                self._jobs.put(None)
                return
            yield job

    def _settle(self, jobs: Sequence[_Job]) -> None:
        """Do these units in one commit; if one of them breaks it, each in its own."""
        try:
            outcomes = self._patiently(lambda: self._together(jobs))
        except Ended as ended:
            if len(jobs) > 1:
                for job in jobs:
                    self._settle([job])
                return
            self._on_loop(_Outcome(jobs[0], error=ended.error).tell)
            return
        self.units += len(jobs)
        self.commits += 1
        self._on_loop(lambda: self._tell(outcomes))

    def _tell(self, outcomes: Sequence[_Outcome]) -> None:
        for outcome in outcomes:
            outcome.tell()
        if self._after_commit is not None:
            self._after_commit(len(outcomes))

    def _together(self, jobs: Sequence[_Job]) -> list[_Outcome]:
        transaction = Connection.begin(self._connection)
        try:
            outcomes = [self._run(job) for job in jobs]
            self._commit()
        except Ended as ended:
            if isinstance(ended.error, DBAPIError) and faults.of_the_disk(ended.error):
                raise ended.error from None
            raise
        finally:
            # After a commit there is nothing left to roll back.
            transaction.close()
        return outcomes

    def _run(self, job: _Job) -> _Outcome:
        try:
            with savepoint(self._connection):
                value = job.unit(self._connection)
        except StopIteration as error:
            # A future does not take a StopIteration.
            outcome = _Outcome(job, error=RuntimeError(f"The unit raised {error!r}"))
        except Exception as error:
            if isinstance(error, DBAPIError) and faults.of_the_disk(error):
                raise  # not the unit's doing: waited out with its batch, or the writer's end
            outcome = _Outcome(job, error=error)
        else:
            outcome = _Outcome(job, value)
        return outcome

    def _commit(self) -> None:
        driver = _driver(self._connection)
        try:
            self._patiently(
                lambda: self._connection.exec_driver_sql("COMMIT"),
                while_=lambda: driver.in_transaction,
            )
        except IntegrityError as error:
            # A deferred constraint speaks up only here, and of nobody in particular.
            raise Ended(error) from error

    def _patiently(self, step: Callable[[], T], while_: Callable[[], bool] = lambda: True) -> T:
        """Repeat a step that fails for a passing reason, with longer and longer pauses."""
        pause = FIRST_PAUSE
        while True:
            try:
                done = step()
            except DBAPIError as error:
                if not faults.passes(error) or not while_():
                    raise
                self.stalled = str(error.orig)
            else:
                self.stalled = ""
                return done
            self._pause(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _notice_the_end(context: ExceptionContext) -> None:
    """Let go of a transaction that the database ended; a unit that goes on meets the fence."""
    connection = context.connection
    if isinstance(connection, Fenced) and not _driver(connection).in_transaction:
        transaction = connection.get_transaction()
        if transaction is not None:
            transaction.close()
