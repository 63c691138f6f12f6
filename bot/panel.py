"""The bot's doors as a drill shows them: read at most twice a second, and never left behind."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.house import House
from storage import doors
from storage.rows import ms

SECONDS = 0.5


class Panel:
    """Looks at inbox, outbox, dead letters and audit; counts the units of each commit."""

    def __init__(self, house: House, changed: Callable[[], None]) -> None:
        self._house = house
        self._changed = changed
        self._seen: dict[str, Any] = {}
        self._at = float("-inf")
        self._again: asyncio.TimerHandle | None = None

    async def look(self, most: int) -> dict[str, Any]:
        """Return what stands at the doors; `most` is the most units of a commit so far.

        Between two looks the last one stands; then `changed` is called, so that nobody is left
        with an old picture.
        """
        loop = asyncio.get_running_loop()
        since = loop.time() - self._at
        if since >= SECONDS:
            self._at = loop.time()
            house, now = self._house, ms(self._house.clock.now())
            read = await house.reader.run(lambda c: doors.look(c, house.community_id, now))
            self._seen = {**read, "units": self._units(most)}
        elif self._again is None:
            self._again = loop.call_later(SECONDS - since, self._look_again)
        return self._seen

    def _units(self, most: int) -> dict[str, int]:
        writer = self._house.writer
        return {"commits": writer.commits, "units": writer.units, "most": most}

    def _look_again(self) -> None:
        self._again = None
        self._at = float("-inf")
        self._changed()
