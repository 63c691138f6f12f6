"""The door in, where Telegram comes to us: what is shown is written down before it is told so."""

import asyncio
import hmac
import json
import time
from collections.abc import AsyncIterable, Callable, Mapping
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.house import House
from bot.overhearing import Ear
from bot.receiving import CONFLICTS, PAUSES, SECOND_COPY, Stopped, arrived, unknown
from bot.speech import bilingual
from handlers.routes import UPDATES
from storage import further, inbox
from storage.inbox import Arrival
from storage.leases import Lease
from storage.rows import ms

log = structlog.get_logger(__name__)
MOST = 4 << 20  # bytes: Telegram's own updates are far smaller
KEPT = 64 << 10  # bytes of what nobody can read
AT_ONCE = 40  # requests that Telegram makes at the same time; its own default
WAITING = 200  # updates that may wait for the database, their requests answered or not
PATIENCE = 10.0  # seconds; Telegram waits a minute
LOOK = 60.0
GRACE = 90_000  # ms: Telegram waits a minute for an answer, and what it is told then is late
TAKEN, FORBIDDEN, BUSY = 200, 403, 503


class Caller(Protocol):
    """Calls the Bot API."""

    async def call(self, method: str, params: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401 -- raw
        """Return the raw result."""


async def unhook(way: Caller) -> None:
    """Take a webhook away before a bot polls; what waits there is not thrown away."""
    try:
        told = await way.call("getWebhookInfo")
        if told.get("url"):
            await way.call("deleteWebhook", {"drop_pending_updates": False})
            log.info("webhook.deleted")
    except InvalidToken as error:
        raise unknown() from error
    except TelegramError as error:
        log.warning("webhook.unasked", error=type(error).__name__)


class Hooks:
    """Takes what Telegram posts; `offset` is the number after the highest that was taken."""

    def __init__(  # noqa: PLR0913 -- parts, each by its name
        self,
        house: House,
        way: Caller,
        arrive: Callable[[list[Arrival]], None],
        *,
        url: str,
        secret: str,
        seen: int,
        moved: Callable[[], None],
        own: Callable[[], Lease | None] | None = None,
    ) -> None:
        self.offset = seen
        self._house = house
        self._way = way
        self._arrive = arrive
        self._url = url
        self._secret = secret
        self._moved = moved
        self._own = own  # None: whichever copy is asked may take it
        self._ear = Ear(house.bot_id, house.bot_name)
        self._waiting = 0

    async def run(self) -> None:
        """Tell Telegram where we are and see that it stays so; raise Stopped where it cannot."""
        failures = taken_away = 0
        ours = False
        while True:
            try:
                if not ours:
                    await self._set()
                    ours = True
                else:
                    ours = await self._stands()
                    taken_away = 0 if ours else taken_away + 1
            except InvalidToken as error:
                raise unknown() from error
            except TelegramError as error:
                failures += 1
                log.warning("webhook.failed", error=type(error).__name__, failures=failures)
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES)) - 1])
                continue
            failures = 0
            if taken_away >= CONFLICTS:
                raise Stopped(bilingual("ops-stop-taken"), SECOND_COPY)
            await asyncio.sleep(LOOK if ours else PAUSES[0])

    async def _set(self) -> None:
        wanted = {
            "url": self._url,
            "secret_token": self._secret,
            "max_connections": AT_ONCE,
            "allowed_updates": list(UPDATES),
            "drop_pending_updates": False,
        }
        try:
            await self._way.call("setWebhook", wanted)
        except BadRequest as error:
            # its words tell what is wrong with the address, which is no secret
            raise Stopped(bilingual("ops-stop-refused", why=error.message)) from error
        self._house.counts.contact = time.monotonic()
        log.info("webhook.set")

    async def _stands(self) -> bool:
        """Say whether Telegram still posts to us; where it cannot reach us, we have not heard it.

        What went wrong is told for ever, so it counts only while something waits.
        """
        info = await self._way.call("getWebhookInfo")
        if (waiting := info.get("pending_update_count")) and info.get("last_error_date"):
            why = info.get("last_error_message")
            log.warning("webhook.unreached", waiting=waiting, error=why)
        else:
            self._house.counts.contact = time.monotonic()
        return bool(info.get("url") == self._url)

    async def look(self) -> None:
        """Wake who waits, as a ballot that closes does, where Telegram holds nothing for us.

        Where it always holds something, what it had is here or refused after a grace.
        """
        if not await self._house.reader.run(further.waits):
            return
        began = ms(self._house.clock.now())
        try:
            info = await self._way.call("getWebhookInfo")
        except TelegramError as error:
            log.warning("webhook.unasked", error=type(error).__name__)
            return
        if info.get("url") == self._url:
            until = began - GRACE if info.get("pending_update_count") else began
            await self._house.writer.submit(lambda c: further.asked(c, until))

    async def take(self, secret: str, body: AsyncIterable[bytes]) -> int:
        """Return the HTTP status for a request: taken only after the commit that keeps it.

        What cannot be read becomes a dead letter and counts as taken, or it would come for ever.
        """
        status = await self._took(secret, body)
        self._house.counts.hooks[str(status)] += 1
        return status

    async def _took(self, secret: str, body: AsyncIterable[bytes]) -> int:
        shown = secret.encode("utf-8", "replace")
        if not hmac.compare_digest(shown, self._secret.encode()):
            return FORBIDDEN
        if self._waiting >= WAITING:
            return BUSY
        self._waiting += 1
        try:
            raw, all_of_it = await _read(body)
        finally:
            self._waiting -= 1
        found = arrived(_parsed(raw), self._ear) if all_of_it else None
        return await self._kept(found, raw)

    async def _kept(self, found: Arrival | None, raw: bytes) -> int:
        house, now = self._house, ms(self._house.clock.now())

        def unit(connection: Connection) -> None:
            if found is not None:
                inbox.keep(connection, house.bot_id, now, [found])
                return
            # no text of PostgreSQL's holds a zero byte
            told = raw[:KEPT].decode("utf-8", "replace").replace("\x00", "\ufffd")
            inbox.dead_letter(connection, house.bot_id, now, told, f"no update, {len(raw)} bytes")

        lease = self._own() if self._own else None
        if self._own and lease is None:
            return (
                BUSY  # another copy has the file to itself; it comes again, and then to that one
            )
        kept = house.writer.submit(unit, under=lease)
        # until the writer is done with it, and not only as long as Telegram waits: what it is told
        # to send again would else pile up behind a database that takes nothing
        self._waiting += 1
        kept.add_done_callback(self._leave)
        if found is not None:
            # as with a poll: the unit that does it stands behind the one that keeps it
            self._arrive([found])
        try:
            await asyncio.wait_for(asyncio.shield(kept), PATIENCE)
        except Exception as error:  # noqa: BLE001 -- whatever keeps it from us, it comes again
            log.warning("hook.unkept", error=type(error).__name__)
            return BUSY
        house.counts.contact = time.monotonic()
        if found is None:
            house.counts.dead += 1
            log.error("hook.unreadable", length=len(raw))
            return TAKEN
        house.counts.heard["hook"] += 1
        self.offset = max(self.offset, found.update_id + 1)
        self._moved()
        return TAKEN

    def _leave(self, kept: asyncio.Future[None]) -> None:
        """Free a place, and hear how it ended: an error nobody hears is told at the worst time."""
        self._waiting -= 1
        if not kept.cancelled():
            kept.exception()


async def _read(body: AsyncIterable[bytes]) -> tuple[bytes, bool]:
    """Read a body as far as it may go; say whether that was all of it."""
    read = bytearray()
    async for part in body:
        read += part
        if len(read) > MOST:
            return bytes(read), False
    return bytes(read), True


def _parsed(raw: bytes) -> object:
    """Return what a body says, or None where it says nothing that can be read."""
    try:
        return json.loads(raw.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
