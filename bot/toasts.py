"""The short words above a pressed button: free of every pace, and worth nothing late."""

from typing import Any

import structlog
from telegram.error import TelegramError

from bot.grip import Caller
from handlers.context import Toast

log = structlog.get_logger(__name__)
TOAST = 200  # characters, of answerCallbackQuery


class Toasts:
    """Answers pressed buttons."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def answer(self, query_id: str, toast: Toast | None) -> None:
        """Answer a pressed button, at most once; a late answer is no error."""
        params: dict[str, Any] = {"callback_query_id": query_id}
        if toast:
            params |= {"text": toast.text[:TOAST], "show_alert": toast.alert}
        try:
            await self._caller.call("answerCallbackQuery", params)
        except TelegramError as error:
            log.info("toast.lost", error=type(error).__name__)
