"""What the doors to the web answer, from the first moment on."""

from collections.abc import AsyncIterable
from typing import Any

from bot import metrics, readiness
from bot.hooks import BUSY, Hooks
from bot.house import House


class Front:
    """Answers for the house; until it stands, that the bot is starting."""

    def __init__(self) -> None:
        self._house: House | None = None
        self._hooks: Hooks | None = None

    def opens(self, house: House, hooks: Hooks | None) -> None:
        """Answer for this house from now on."""
        self._house, self._hooks = house, hooks

    async def ready(self) -> dict[str, Any]:
        """Return whether it can work, and what is wrong."""
        if self._house is None:
            return {"ready": False, "wrong": ["starting"]}
        return await readiness.ready(self._house)

    async def measured(self) -> tuple[bytes, str]:
        """Return the figures and their content type; none until the house stands."""
        if self._house is None:
            return b"", metrics.CONTENT_TYPE
        return await metrics.measured(self._house)

    async def take(self, secret: str, body: AsyncIterable[bytes]) -> int:
        """Return the HTTP status for a request at the webhook; it may come again later."""
        if self._hooks is None:
            return BUSY
        return await self._hooks.take(secret, body)
