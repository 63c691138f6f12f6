"""The door in: raw updates are written down before Telegram is told that they arrived."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.exits import UNAVAILABLE, UNFIT
from bot.house import House
from bot.overhearing import Ear
from bot.transport import Transport
from handlers.routes import UPDATES
from storage import inbox
from storage.inbox import Arrival
from storage.rows import ms

log = structlog.get_logger(__name__)
POLL_SECONDS = 50
PAUSES = (0.2, 0.5, 1, 2, 5, 10, 30)
CONFLICTS = 5
UNKNOWN_TOKEN = "Telegram does not know this token: set LINLI_TOKEN anew"  # noqa: S105 -- a sentence


class Stopped(Exception):
    """The bot cannot go on; the message is a plain sentence for the operator."""

    def __init__(self, sentence: str, code: int = UNAVAILABLE) -> None:
        super().__init__(sentence)
        self.code = code


def lane(update: Mapping[str, Any]) -> str:
    """Return what keeps order: chat for messages, user for presses, poll for answers.

    A private chat bears its person's number, so there presses and words keep one order.
    """
    for name, whose in (("callback_query", "from"), ("poll_answer", "poll_id"), ("poll", "id")):
        if isinstance(held := update.get(name), dict):
            inner = held.get(whose)
            return f"{inner.get('id')}" if isinstance(inner, dict) else f"poll:{inner}"
    for held in update.values():
        if isinstance(held, dict) and isinstance(chat := held.get("chat"), dict):
            return f"{chat.get('id')}"
    return "rest"


class Receiver:
    """Polls getUpdates; `offset` is what it has taken over and will ask from next."""

    def __init__(
        self,
        house: House,
        transport: Transport,
        arrive: Callable[[list[Arrival]], None],
        *,
        seen: int,
        moved: Callable[[], None],
    ) -> None:
        self.offset = seen
        self._ask_from = 0  # all that Telegram still holds: ids may start anew lower after a week
        self._house = house
        self._ear = Ear(house.bot_id, house.bot_name)
        self._transport = transport
        self._arrive = arrive
        self._moved = moved

    async def run(self) -> None:
        """Poll for ever; raise Stopped where a second bot or a bad token makes it useless."""
        failures = conflicts = 0
        while True:
            try:
                updates = await self._transport.poll(self._params(), seconds=POLL_SECONDS)
            except InvalidToken as error:
                raise Stopped(UNKNOWN_TOKEN, UNFIT) from error
            except TelegramError as error:
                failures += 1
                conflicts += isinstance(error, Conflict)
                if conflicts >= CONFLICTS:
                    raise Stopped("Another copy of this bot is polling: stop that one") from error
                await self._rest(error, failures)
                continue
            failures = conflicts = 0
            if updates:
                await self._take(updates)

    def _kept(self, update: Mapping[str, Any]) -> str:
        """Return the text of an update, without what neighbours said to each other."""
        return _whole(inbox.text_of(self._ear.heard(update)))

    def _params(self) -> dict[str, Any]:
        return {"offset": self._ask_from, "limit": 100, "allowed_updates": list(UPDATES)}

    async def _rest(self, error: TelegramError, failures: int) -> None:
        log.warning("poll.failed", error=type(error).__name__, failures=failures)
        pause: float = PAUSES[min(failures, len(PAUSES)) - 1]
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            pause = wait if isinstance(wait, int) else wait.total_seconds()
        await asyncio.sleep(pause)

    async def _take(self, updates: list[dict[str, Any]]) -> None:
        """Write a batch down; the lanes get it at once, only the offset waits for the commit."""
        arrivals = [
            Arrival(update["update_id"], lane(update), self._kept(update))
            for update in updates
            if isinstance(update, dict) and _is_id(update.get("update_id"))
        ]
        if len(arrivals) < len(updates):
            log.error("poll.nameless", count=len(updates) - len(arrivals))
        if not arrivals:
            # nothing in it can be confirmed, so the same comes again: but not at once
            await asyncio.sleep(PAUSES[-1])
            return
        now = ms(self._house.clock.now())
        kept = self._house.writer.submit(
            lambda connection: inbox.keep(connection, self._house.bot_id, now, arrivals)
        )
        self._arrive(arrivals)
        await kept
        self._ask_from = self.offset = max(a.update_id for a in arrivals) + 1
        self._moved()


def _whole(raw: str) -> str:
    """Return a text as it can be kept: half an emoji, a lone surrogate, is none."""
    return raw.encode("utf-8", "replace").decode("utf-8")


def _is_id(found: object) -> bool:
    """Telegram's ids have at most 52 bits; what has more is no update of Telegram's."""
    return isinstance(found, int) and abs(found) < 1 << 52
