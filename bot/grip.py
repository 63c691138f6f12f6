"""The right to send: one copy has it, and calls and writes by it alone, never by an older one."""

import asyncio
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Protocol, TypeVar

import structlog
from sqlalchemy import Connection
from telegram.error import TelegramError

from bot import wire
from bot.errors import Outcome, classify
from storage.leases import Lease
from storage.writer import Overtaken, Writer

log = structlog.get_logger(__name__)
T = TypeVar("T")
_HELD: ContextVar[Lease | None] = ContextVar("held", default=None)


class Caller(Protocol):
    """Calls the Bot API."""

    async def call(self, method: str, params: Mapping[str, object]) -> Any:  # noqa: ANN401 -- raw
        """Return the raw result."""

    async def download(self, file_path: str) -> bytes:
        """Fetch a file by the path that getFile named."""


class Grip:
    """Calls and writes for one delivery, as long as the lease under which it was begun stands."""

    def __init__(
        self, writer: Writer, caller: Caller, own: Callable[[], Lease | None] | None
    ) -> None:
        self._writer = writer
        self._caller = caller
        self._own = own  # None: there is no other copy to share with, as in a test
        self._lease: Lease | None = None
        self._begun = False

    async def have(self, begin: Callable[[Connection], None]) -> bool:
        """Say whether we may send; `begin` is done once each time the right has come to us."""
        lease = self._own() if self._own else None
        if self._own and lease is None:
            return False
        if not self._begun or lease != self._lease:
            try:
                await self._writer.submit(begin, under=lease)
            except Overtaken:
                return False
            self._begun, self._lease = True, lease
        return True

    def close(self) -> None:
        """Do what follows in this task by the right we have now, and by no later one."""
        _HELD.set(self._lease)

    def unit(self, change: Callable[[Connection], T]) -> asyncio.Future[T]:
        """Queue what is to be written; Overtaken if the right is somebody else's."""
        return self._writer.submit(change, under=_HELD.get())

    async def call(self, method: str, params: Mapping[str, object]) -> Any:  # noqa: ANN401 -- raw
        """Call the Bot API; Overtaken if we have slept too long to know that we still may."""
        self._stands()
        return await self._caller.call(method, params)

    async def say(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- raw
        """Call it, without markup where it takes that for bad; Overtaken as above."""
        try:
            return await self.call(method, params)
        except TelegramError as error:
            if classify(error, private=False).outcome is not Outcome.BAD_MARKUP:
                raise
        log.error("delivery.markup", method=method)
        return await self.call(method, wire.plainly(params))

    async def download(self, file_path: str) -> bytes:
        """Fetch a file; Overtaken as above."""
        self._stands()
        return await self._caller.download(file_path)

    def _stands(self) -> None:
        lease = _HELD.get()
        if self._own and self._own() != lease:
            raise Overtaken(f"{lease.name if lease else 'the right to send'} has run out")
