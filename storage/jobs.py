"""What waits for the writer: units, who waits for them, and what is told in the end."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection

from storage.leases import Lease

T = TypeVar("T")


class Lost(Exception):
    """The writer is gone; whether the unit was kept must be read from the database."""


class Overtaken(Lost):
    """The lease under which a unit was asked is somebody else's by now; nothing of it was kept."""


class Ended(BaseException):
    """The database ended the transaction; no Exception, so that no unit catches it and goes on."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A unit, who waits for it, and the lease without which it is not done."""

    unit: Callable[[Connection], Any]
    waiter: asyncio.Future[Any]
    under: Lease | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job."""

    job: Job
    value: Any = None
    error: BaseException | None = None

    def tell(self) -> None:
        """Tell whoever waits and has not gone."""
        if self.job.waiter.done():
            return
        if self.error is None:
            self.job.waiter.set_result(self.value)
        else:
            self.job.waiter.set_exception(self.error)


class Queue:
    """Jobs in the order asked, and before them those that cannot wait; closed only once."""

    def __init__(self, batch: int) -> None:
        self._batch = batch
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._ahead: SimpleQueue[Job] = SimpleQueue()
        self._door = threading.Lock()
        self._open = True

    def put(self, job: Job, *, ahead: bool) -> bool:
        """Queue a job; False if the queue is closed."""
        with self._door:
            if not self._open:
                return False
            if ahead:
                self._ahead.put(job)
                self._jobs.put(None)  # wakes whoever waits for a job
            else:
                self._jobs.put(job)
        return True

    def close(self) -> None:
        """Take nothing more."""
        with self._door:
            if self._open:
                self._open = False
                self._jobs.put(None)

    def take(self) -> list[Job]:
        """Wait for work, and take what else is there; nothing means that the end was reached."""
        while True:
            first = self._jobs.get()
            found = [
                *_drained(self._ahead),
                *([first] if first else []),
                *self._more(self._batch - 1),
            ]
            if found:
                return found
            if not self._open and self._jobs.empty() and self._ahead.empty():
                return []

    def rest(self) -> list[Job]:
        """Take all that is left."""
        return [*_drained(self._ahead), *(job for job in _drained(self._jobs) if job)]

    def _more(self, most: int) -> Iterator[Job]:
        for _ in range(most):
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is not None:
                yield job
            elif not self._open:
                # the end, or what woke us before it: this batch first
                self._jobs.put(None)
                return


def _drained(queue: "SimpleQueue[T]") -> Iterator[T]:
    while True:
        try:
            yield queue.get_nowait()
        except Empty:
            return
