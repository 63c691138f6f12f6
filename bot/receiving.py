"""The door in: raw updates are written down before Telegram is told that they arrived."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.exits import LATER, MISTAKE, UNFIT
from bot.house import House
from bot.overhearing import Ear
from bot.reading import is_id, write
from bot.speech import bilingual
from handlers.routes import UPDATES
from storage import further, inbox
from storage.inbox import Arrival
from storage.leases import Lease
from storage.rows import ms
from storage.writer import Overtaken

log = structlog.get_logger(__name__)
POLL_SECONDS = 50
LONGEST_LANE = 80
PAUSES = (0.2, 0.5, 1, 2, 5, 10, 30)
CONFLICTS = 5
# seconds within which so many tell of a second copy, whatever was fetched in between: two copies
# end each other's polls every second or two; a start that overlaps with its predecessor, and a
# storm of the sandbox (at most one in 8 s), do so less often
WINDOW = 20
FURTHER = 1  # seconds between two looks whether somebody waits for a further poll
LOOK = 0.5  # seconds between two looks whether it is ours to poll


BAD_TOKEN, SECOND_COPY = UNFIT, LATER


class Stopped(Exception):
    """The bot cannot go on; a plain sentence for the operator, and the exit code."""

    def __init__(self, sentence: str, code: int = MISTAKE) -> None:
        super().__init__(sentence)
        self.code = code


def unknown() -> Stopped:
    """Say that Telegram does not know us: no supervisor's new start would mend it."""
    return Stopped(bilingual("bot-token"), BAD_TOKEN)


def lane(update: Mapping[str, Any]) -> str:
    """Return what keeps order: chat for messages, user for presses, poll for answers.

    A private chat bears its person's number, so there presses and words keep one order.
    """
    for name, whose in (("callback_query", "from"), ("poll_answer", "poll_id"), ("poll", "id")):
        if isinstance(held := update.get(name), dict):
            inner = held.get(whose)
            return _plain(inner.get("id") if isinstance(inner, dict) else f"poll:{inner}")
    for held in update.values():
        if isinstance(held, dict) and isinstance(chat := held.get("chat"), dict):
            return _plain(chat.get("id"))
    return "rest"


def _plain(name: object) -> str:
    """Return a name as every database keeps it: no half emoji, no NUL, not endless."""
    return f"{name}".encode("ascii", "replace").decode().replace("\0", "?")[:LONGEST_LANE]


class Poller(Protocol):
    """Asks Telegram for updates."""

    async def poll(self, params: Mapping[str, object], *, seconds: int) -> list[dict[str, Any]]:
        """Return what there is, or nothing after so many seconds."""


class Receiver:
    """Polls getUpdates; `offset` is what it has taken over and will ask from next."""

    def __init__(  # noqa: PLR0913 -- parts, each by its name
        self,
        house: House,
        transport: Poller,
        arrive: Callable[[list[Arrival]], None],
        *,
        seen: int,
        moved: Callable[[], None],
        own: Callable[[], Lease | None] | None = None,
    ) -> None:
        self.offset = seen
        self._ask_from = 0  # all that Telegram still holds: ids may start anew lower after a week
        self._house = house
        self._ear = Ear(house.bot_id, house.bot_name)
        self._transport = transport
        self._arrive = arrive
        self._moved = moved
        self._own = own  # None: no other copy can be the one that polls
        self._lease: Lease | None = None
        self._further = False  # somebody waits for a poll that begins now
        self._patience: asyncio.Timeout | None = None  # of the poll that is under way

    async def run(self) -> None:
        """Poll while it is ours to do; raise Stopped where a second bot or a bad token forbids."""
        failures, conflicts, heard = 0, list[float](), time.monotonic()
        while True:
            if not self._may():
                failures, conflicts, heard = 0, [], time.monotonic()
                self._house.counts.contact = heard  # another copy's, not ours to have
                await asyncio.sleep(LOOK)
                continue
            try:
                began, updates = await self._poll()
            except TimeoutError:
                continue  # cut short for one that begins now; what it held comes with that one
            except InvalidToken as error:
                raise unknown() from error
            except TelegramError as error:
                if not self._may():
                    continue  # another copy took over while we waited, and polls
                failures += 1
                if isinstance(error, Conflict):
                    conflicts = _borne(error, conflicts, heard)
                await self._rest(error, failures)
                continue
            failures, heard = 0, time.monotonic()
            self._house.counts.contact = heard
            if updates:
                await self._take(updates)
            if self._further:
                await self._asked(began)

    async def _poll(self) -> tuple[int, list[dict[str, Any]]]:
        """Ask once, and for no longer than others can wait; return since when, and what came."""
        began = ms(self._house.clock.now())
        seconds = 0 if self._further else POLL_SECONDS
        try:
            async with asyncio.timeout(None) as self._patience:
                return began, await self._transport.poll(self._params(), seconds=seconds)
        finally:
            self._patience = None

    async def look(self) -> None:
        """Let a poll begin at once where somebody waits for one, as a ballot that closes does."""
        if not await self._house.reader.run(further.waits):
            return
        if not self._further and self._patience is not None:
            self._patience.reschedule(asyncio.get_running_loop().time())
        self._further = True

    async def _asked(self, began: int) -> None:
        """Wake who waited for a poll: all that it brought is kept."""
        self._further = False
        with suppress(Overtaken):  # who polls now wakes them
            await self._house.writer.submit(lambda c: further.asked(c, began), under=self._lease)

    def _may(self) -> bool:
        """Say whether it is ours to poll; what Telegram still holds is asked for as we begin."""
        lease = self._own() if self._own else None
        if self._own and lease is not None and lease != self._lease:
            self._lease, self._ask_from = lease, 0
        return self._own is None or (lease is not None and lease == self._lease)

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
        arrivals = [found for each in updates if (found := arrived(each, self._ear))]
        if len(arrivals) < len(updates):
            log.error("poll.nameless", count=len(updates) - len(arrivals))
        if not arrivals:
            # nothing in it can be confirmed, so the same comes again: but not at once
            await asyncio.sleep(PAUSES[-1])
            return
        now = ms(self._house.clock.now())
        kept = self._house.writer.submit(
            lambda connection: inbox.keep(connection, self._house.bot_id, now, arrivals),
            under=self._lease,
        )
        self._arrive(arrivals)
        try:
            await kept
        except Overtaken:
            return  # whoever polls now has them too
        self._house.counts.heard["poll"] += len(arrivals)
        self._ask_from = self.offset = max(a.update_id for a in arrivals) + 1
        self._moved()


def arrived(update: object, ear: Ear) -> Arrival | None:
    """Return an update as it is kept, without what neighbours said to each other; None if none."""
    if not isinstance(update, dict) or not is_id(update.get("update_id")):
        return None
    return Arrival(update["update_id"], lane(update), inbox.clean(write(ear.heard(update))))


def _borne(error: Conflict, conflicts: list[float], heard: float) -> list[float]:
    """Return when conflicts were that count: since we last heard, or within WINDOW; not too many.

    Those that nothing was heard in between of count however slowly we ask, as after an outage.
    """
    now = time.monotonic()
    counting = [*(at for at in conflicts if at >= min(heard, now - WINDOW)), now]
    if len(counting) >= CONFLICTS:
        raise second(error) from error
    return counting


def second(error: Conflict) -> Stopped:
    """Say who else stands in the way; a supervisor may try again when that one is gone."""
    if "webhook" in str(error).lower():
        return Stopped(bilingual("ops-stop-hooked"), SECOND_COPY)
    return Stopped(bilingual("ops-stop-second"), SECOND_COPY)
