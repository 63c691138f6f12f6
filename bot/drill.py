"""Taking part in a drill: the sandbox pushes the clock, and is told when this bot is idle."""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.clock import CivilClock

Look = Callable[[], "asyncio.Future[dict[str, Any]] | Any"]
PATIENCE = aiohttp.ClientTimeout(total=40)


class Drill:
    """Speaks with the sandbox's control interface (sandbox/README.md)."""

    def __init__(
        self, url: str, clock: CivilClock, state: Callable[[], Any], moved: Callable[[], Any]
    ) -> None:
        self._url = url.rstrip("/")
        self._clock = clock
        self._state = state
        self._on_clock = moved
        self._session_name = secrets.token_hex(4)
        self._changed = asyncio.Event()

    def change(self) -> None:
        """Note that something may have changed."""
        self._changed.set()

    async def join(self) -> None:
        """Take over the sandbox's time before anything else is done."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as http:
            self._set(await _json(http.get(f"{self._url}/clock")))

    async def follow(self) -> None:
        """Take over the clock whenever it is pushed."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as http:
            while True:
                try:
                    after = {"after": str(self._clock.version)}
                    told = await _json(http.get(f"{self._url}/clock", params=after))
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(0.2)
                    continue
                if told["version"] != self._clock.version:
                    self._set(told)
                    await self._on_clock()
                    self.change()

    async def tell(self) -> None:
        """Tell the idle signal whenever it changes."""
        last: dict[str, Any] = {}
        async with aiohttp.ClientSession(timeout=PATIENCE) as http:
            while True:
                self._changed.clear()
                signal = {"session": self._session_name, **await self._state()}
                if signal != last:
                    try:
                        await _json(http.post(f"{self._url}/bot", json=signal))
                        last = signal
                    except (aiohttp.ClientError, TimeoutError):
                        await asyncio.sleep(0.2)
                        continue
                await self._changed.wait()

    def _set(self, told: dict[str, Any]) -> None:
        self._clock.shift = int(told["shift"])
        self._clock.version = int(told["version"])


async def _json(request: Any) -> dict[str, Any]:  # noqa: ANN401 -- aiohttp's awaitable request
    async with request as answer:
        answer.raise_for_status()
        told: dict[str, Any] = await answer.json()
        return told
