"""What an operator must hear of while the bot runs: a writer that waits, a clock set back."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.house import House
from storage.alarms import sound
from storage.rows import ms
from storage.writer import Lost

log = structlog.get_logger(__name__)
LOOK_SECONDS = 2
PATIENCE = 5.0  # seconds that a lock may be held before it is worth a word
SET_BACK = timedelta(seconds=5)
CURE = "linli check says what to do; nothing is lost, it goes on by itself"


class Watch:
    """Looks at the writer and at the two clocks; says each thing once."""

    def __init__(
        self,
        house: House,
        again: Callable[[], None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._house = house
        self._again = again
        self._monotonic = monotonic
        self._since: float | None = None
        self._said = ""
        self._before = (house.clock.now(), monotonic())

    async def look(self) -> None:
        """Look at both."""
        await self._clocks()
        await self._writer()

    async def _writer(self) -> None:
        stalled, now = self._house.writer.stalled, self._monotonic()
        if stalled:
            self._since = now if self._since is None else self._since
            if now - self._since >= PATIENCE and not self._said:
                self._said = stalled
                log.error("database.stalled", error=stalled, cure=CURE)
            return
        since, said = self._since, self._said
        self._since, self._said = None, ""
        if since is not None and said:
            seconds = round(now - since)
            log.warning("database.again", error=said, seconds=seconds)
            await self._sound("stalled", f"{seconds}s")

    async def _clocks(self) -> None:
        """Compare how far the civil clock went with how far time did."""
        (civil, steady) = self._before
        now, still = self._house.clock.now(), self._monotonic()
        self._before = (now, still)
        back = timedelta(seconds=still - steady) - (now - civil)
        if back > SET_BACK:
            seconds = round(back.total_seconds())
            log.warning("clock.set-back", seconds=seconds)
            self._again()
            await self._sound("setback", f"{seconds}s", now)

    async def _sound(self, key: str, what: str, at: datetime | None = None) -> None:
        moment = ms(at or self._house.clock.now())
        try:
            await self._house.writer.submit(partial(sound, at=moment, key=key, what=what))
        except Lost:
            return
