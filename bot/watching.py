"""A poll that fell silent is cut off, and the next one goes by a new connection."""

import asyncio
from collections.abc import Mapping
from typing import Any, Protocol

import structlog

from bot.counting import Counts
from bot.errors import OutcomeUnknown

log = structlog.get_logger(__name__)
MARGIN = 5.0  # seconds past the end of a long poll; less than the transport's own patience


class Way(Protocol):
    """A way to Telegram that can be opened anew."""

    async def start(self) -> None:
        """Open the connections."""

    async def shutdown(self) -> None:
        """Close the connections."""

    async def poll(self, params: Mapping[str, object], *, seconds: int) -> list[dict[str, Any]]:
        """Ask for updates."""


class Watched:
    """Polls as its way does; a silence longer than the poll and a margin ends it, counted."""

    def __init__(self, way: Way, counts: Counts, *, margin: float = MARGIN) -> None:
        self._way = way
        self._counts = counts
        self._margin = margin

    async def poll(self, params: Mapping[str, object], *, seconds: int) -> list[dict[str, Any]]:
        """Ask for updates; raise OutcomeUnknown after a silence, over a connection made anew."""
        # not wait_for: before Python 3.12 it swallows a cancellation if the answer comes at the
        # same moment, and the bot that is told to end would poll on
        try:
            async with asyncio.timeout(seconds + self._margin):
                return await self._way.poll(params, seconds=seconds)
        except TimeoutError:
            self._counts.silent += 1
            log.warning("poll.silent", seconds=seconds + self._margin)
        try:
            await self._way.shutdown()
        finally:  # cut short for a poll that begins now, it must find the way open
            await self._way.start()
        raise OutcomeUnknown("the poll fell silent")
