"""What happens in the sandbox, told to whoever listens, and a way to wait for a change."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Event = dict[str, Any]


class Events:
    """Tells each event to every listener and wakes everybody who waits."""

    def __init__(self) -> None:
        self.closed = False
        self.of: Counter[object] = Counter()  # how many events each chat has had
        self._listeners: set[asyncio.Queue[Event | None]] = set()
        self._changed = asyncio.Event()
        self._awaited: set[asyncio.Event] = set()

    def publish(self, kind: str, **facts: object) -> None:
        """Tell an event."""
        self.of[facts.get("chat")] += 1
        for listener in self._listeners:
            listener.put_nowait({"kind": kind, **facts})
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        self._changed.set()
        self._changed = asyncio.Event()

    def close(self) -> None:
        """End all waiting, so that the server can stop at once."""
        self.closed = True
        for listener in self._listeners:
            listener.put_nowait(None)
        for awaited in self._awaited:
            awaited.set()
        self.wake()

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Event | None]]:
        """Give a queue of the events from now on; None is the end."""
        listener: asyncio.Queue[Event | None] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    async def until(self, holds: Callable[[], bool], *, seconds: float) -> bool:
        """Wait until the condition holds, at most so long; tell whether it does."""
        try:
            async with asyncio.timeout(seconds):
                while not holds() and not self.closed:
                    await self._changed.wait()
        except TimeoutError:
            pass
        return holds()

    async def once(self, happened: asyncio.Event, *, seconds: float) -> None:
        """Wait for this one thing, at most so long; nothing else that happens costs a look."""
        self._awaited.add(happened)
        try:
            async with asyncio.timeout(seconds):
                await happened.wait()
        except TimeoutError:
            pass
        finally:
            self._awaited.discard(happened)
