"""The one writer: units in the order asked, as many as are waiting in one commit."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage import faults, leases
from storage.fence import Fenced, savepoint
from storage.inbox import AT_ONCE
from storage.jobs import Ended, Job, Lost, Outcome, Overtaken, Queue
from storage.leases import Lease
from storage.onfile import OnFile
from storage.onserver import OnServer
from storage.outbox import POSTED

__all__ = ["Ended", "Fenced", "Lost", "Overtaken", "Writer", "savepoint"]
T = TypeVar("T")

BATCH = 64
IDLE = 5.0  # seconds that a server waits for a process that is stopped in a transaction
FIRST_PAUSE = 0.01
LONGEST_PAUSE = 1.0


class Kind(Protocol):
    """What differs between the databases; `accompanied` by other copies, it wakes them."""

    accompanied: bool

    def live(self, work: Callable[[], None]) -> None:
        """Work in this thread until it is done."""

    def begun(self, connection: Connection) -> None:
        """Be the only writer, as the first thing of a transaction."""

    def passes(self, error: Exception) -> bool:
        """Say whether a failure is one to be waited out."""

    def again(self, connection: Connection, ended: Ended) -> bool:
        """Say whether all units of an ended transaction are run again."""

    def commit(
        self,
        connection: Connection,
        transaction: RootTransaction,
        patiently: "Callable[..., object]",
    ) -> None:
        """Commit."""


class Writer:
    """Runs units one after another in its own thread; make and use it on the event loop.

    `units` and `commits` count since the start, and in `posted` the commits that put something
    into the outbox, in `urgent` those that left something to do at once; `stalled` is the error
    being waited out, or "".
    On PostgreSQL all writers of one community, in whichever copy, take turns.
    """

    def __init__(  # noqa: PLR0913 -- what a test may put in its place
        self,
        engine: Engine,
        *,
        community: str = "",
        idle: float = IDLE,
        after_commit: Callable[[int], None] | None = None,
        batch: int = BATCH,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.units = 0
        self.commits = 0
        self.posted = 0
        self.urgent = 0
        self.stalled = ""
        self.overtaken: Callable[[], None] = _nothing  # told where a lease turned out to be lost
        self._engine = engine
        on_file = engine.dialect.name == "sqlite"
        self._kind: Kind = OnFile(engine) if on_file else OnServer(engine, community, idle)
        # a file is opened where a mistake can be told; a server may come up later
        self._opened = Fenced(engine) if on_file else None
        self._after_commit = after_commit
        self._pause = pause
        self._loop = asyncio.get_running_loop()
        self._jobs = Queue(batch)
        self._held: dict[Lease, bool] = {}
        self._cause: BaseException | None = None
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._live, name="writer", daemon=True)
        self._thread.start()

    def submit(
        self, unit: Callable[[Connection], T], *, under: Lease | None = None, ahead: bool = False
    ) -> asyncio.Future[T]:
        """Queue a unit before returning; its value or its own error is told after the commit.

        A unit may run more than once, and one run is kept; cancelling the future does not undo it.
        The future gets Lost, at once, if the writer is gone. A unit `under` a lease that somebody
        else has taken is not done: Overtaken. One that is `ahead` goes before all that wait.
        """
        job = Job(unit, self._loop.create_future(), under)
        if not self._jobs.put(job, ahead=ahead):
            job.waiter.set_exception(self._lost())
        return job.waiter

    def accompanied(self, others: bool) -> None:  # noqa: FBT001 -- it is all that is said
        """Wake other copies at each commit from now on, or no more."""
        self._kind.accompanied = others

    async def ended(self) -> None:
        """Wait until the writer is gone, by itself or closed."""
        await self._ended.wait()

    async def close(self) -> None:
        """Do what is queued, then stop; units asked later are Lost."""
        self._jobs.close()
        await self._ended.wait()
        self._thread.join()

    def _live(self) -> None:
        jobs: Sequence[Job] = ()

        def work() -> None:
            nonlocal jobs
            self._connection = self._opened or self._patiently(lambda: Fenced(self._engine))
            try:
                while jobs := self._jobs.take():
                    self._settle(jobs)
            finally:
                with suppress(SQLAlchemyError):
                    Connection.close(self._connection)

        try:
            self._kind.live(work)
        except BaseException as error:  # noqa: BLE001 -- whatever it is, those who wait must hear
            self._cause = error
        finally:
            self._die(jobs)

    def _die(self, jobs: Sequence[Job]) -> None:
        self._jobs.close()
        waiting = [*jobs, *self._jobs.rest()]
        self._on_loop(lambda: self._bury(waiting))

    def _bury(self, waiting: Sequence[Job]) -> None:
        for job in waiting:
            Outcome(job, error=self._lost()).tell()
        self._ended.set()

    def _lost(self) -> Lost:
        lost = Lost("The writer is gone")
        lost.__cause__ = self._cause
        return lost

    def _on_loop(self, call: Callable[[], None]) -> None:
        # A closed loop has nobody left who waits.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call)

    def _settle(self, jobs: Sequence[Job]) -> None:
        """Do these units in one commit; if one of them breaks it, each in its own."""
        try:
            outcomes = self._patiently(lambda: self._together(jobs))
        except Ended as ended:
            if len(jobs) > 1:
                for job in jobs:
                    self._settle([job])
                return
            self._on_loop(Outcome(jobs[0], error=ended.error).tell)
            return
        self.units += len(jobs)
        self.commits += 1
        self.posted += bool(self._connection.info.pop(POSTED, None))
        self.urgent += bool(self._connection.info.pop(AT_ONCE, None))
        self._on_loop(lambda: self._tell(outcomes))

    def _tell(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            outcome.tell()
        if any(isinstance(outcome.error, Overtaken) for outcome in outcomes):
            self.overtaken()
        if self._after_commit is not None:
            self._after_commit(len(outcomes))

    def _together(self, jobs: Sequence[Job]) -> list[Outcome]:
        transaction = Connection.begin(self._connection)
        self._held.clear()
        try:
            self._kind.begun(self._connection)
            outcomes = [self._run(job) for job in jobs]
            self._kind.commit(self._connection, transaction, self._patiently)
        except Ended as ended:
            if isinstance(ended.error, DBAPIError) and faults.of_the_disk(ended.error):
                raise ended.error from None
            raise
        finally:
            # After a commit there is nothing left to roll back.
            transaction.close()
        return outcomes

    def _run(self, job: Job) -> Outcome:
        if job.under is not None and not self._holds(job.under):
            return Outcome(job, error=Overtaken(f"{job.under.name} has gone to somebody else"))
        try:
            with savepoint(self._connection):
                value = job.unit(self._connection)
        except StopIteration as error:
            # A future does not take a StopIteration.
            outcome = Outcome(job, error=RuntimeError(f"The unit raised {error!r}"))
        except Exception as error:
            if isinstance(error, DBAPIError) and faults.of_the_disk(error):
                raise  # not the unit's doing: waited out with its batch, or the writer's end
            outcome = Outcome(job, error=error)
        else:
            outcome = Outcome(job, value)
        return outcome

    def _holds(self, lease: Lease) -> bool:
        """Ask once in each transaction: until its end nobody can take what was held then."""
        if lease not in self._held:
            self._held[lease] = leases.holds(self._connection, lease)
        return self._held[lease]

    def _patiently(self, step: Callable[[], T], while_: Callable[[], bool] = lambda: True) -> T:
        """Repeat a step that fails for a passing reason, with longer and longer pauses."""
        pause = FIRST_PAUSE
        while True:
            try:
                done = step()
            except Exception as error:
                if not self._kind.passes(error) or not while_():
                    raise
                self.stalled = str(getattr(error, "orig", error)) or type(error).__name__
            except Ended as ended:
                if not self._kind.again(self._connection, ended):
                    raise
                self.stalled = str(ended.error)
            else:
                self.stalled = ""
                return done
            self._pause(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _nothing() -> None:
    """Tell nobody."""
