"""The door out: renders now, paces, and knows what became of each."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy import Connection
from telegram.error import TelegramError

from bot import alarms, enquiring, groups, wire
from bot.errors import Outcome, Verdict, classify
from bot.grip import Caller, Grip
from bot.house import House, place
from bot.pacing import Pacer
from bot.rendering import render
from governance.notices import Delivery, Fate, Kind, Policy, Priority
from handlers.context import Toast
from storage import outbox
from storage.alarms import sound
from storage.directory import People
from storage.inbox import Arrival
from storage.leases import Lease
from storage.rows import ms
from storage.writer import Lost

log = structlog.get_logger(__name__)
MOST_TRIES = 5
PAUSES = (0.2, 1, 2, 5, 15, 60)
AT_ONCE = 64
LOOK = 1.0  # seconds: what another process put into the outbox wakes nobody here
TOAST = 200


class Sender:
    """Carries the outbox, one delivery at a time in each chat; `stir` hears when one has ended."""

    def __init__(
        self,
        house: House,
        caller: Caller,
        pacer: Pacer,
        tasks: asyncio.TaskGroup,
        stir: Callable[[], None],
        *,
        own: Callable[[], Lease | None] | None = None,
    ) -> None:
        self.flying: set[int] = set()
        self.stopping = False
        self.hear: Callable[[list[Arrival]], None] = lambda _: None  # the inbox keeps answers
        self._house = house
        self._caller = caller
        self._grip = Grip(house.writer, caller, own)
        self._pacer = pacer
        self._tasks = tasks
        self._stir = stir
        self._wake = asyncio.Event()
        self._not_before: dict[int, float] = {}
        self._ended: set[int] = set()
        self._landed = asyncio.Event()
        self._landed.set()

    def wake(self) -> None:
        """Look at the outbox again."""
        self._wake.set()

    async def landed(self) -> None:
        """Wait until nothing is in flight."""
        await self._landed.wait()

    async def run(self) -> None:
        """Carry for ever, while the right to send is ours."""
        while not self.stopping:
            self._wake.clear()
            pause = await self._round() if await self._grip.have(self._orphans) else None
            try:
                await asyncio.wait_for(self._wake.wait(), min(pause or LOOK, LOOK))
            except TimeoutError:
                continue

    def _orphans(self, connection: Connection) -> None:
        """Name uncertain what a sender before this one claimed: nobody else sends now."""
        if lost := alarms.orphans(connection, ms(self._house.clock.now())):
            log.error("outbox.uncertain", count=lost)

    async def _round(self) -> float | None:
        # what ends while the outbox is being read may still look as if it waited
        self._ended.clear()
        return self._start(await self._house.reader.run(outbox.waiting))

    def _start(self, waiting: list[Delivery]) -> float | None:
        """Let go what may leave now; return seconds until more may, None where nothing waits."""
        held, pauses = set(self.flying), []
        for delivery in waiting:
            chat = delivery.address.chat
            if delivery.id in self._ended or chat in held or len(self.flying) >= AT_ONCE:
                continue
            pause = self._pause(delivery)
            if pause > 0:
                pauses.append(pause)
                # an edit that must wait for its turn lets new messages pass
                held |= set() if delivery.posted else {chat}
                continue
            held.add(chat)
            self.flying.add(chat)
            self._landed.clear()
            if delivery.kind is not Kind.COMMANDS:
                self._pacer.sent(chat, time.monotonic(), edit=delivery.posted)
            self._tasks.create_task(self._carry(delivery))
        return min(pauses, default=None)

    def _pause(self, delivery: Delivery) -> float:
        now, chat = time.monotonic(), delivery.address.chat
        answer = delivery.priority <= Priority.ANSWER
        rest = self._not_before.get(delivery.id, now) - now
        if delivery.kind is Kind.COMMANDS:
            return max(rest, 0)  # a menu is no message: no chat's pace counts it
        return max(rest, self._pacer.wait(chat, now, answer=answer, edit=delivery.posted))

    async def _carry(self, delivery: Delivery) -> None:
        self._grip.close()
        try:
            await self._send(delivery)
        except Lost:
            return
        except Exception as error:  # noqa: BLE001 -- what cannot be drawn must not stop others
            # no traceback: its words may hold what people wrote; the row keeps them
            log.error("delivery.broken", delivery=delivery.id, error=place(error))  # noqa: TRY400 -- as said
            await self._end(delivery, Fate.UNDELIVERABLE, error=f"{type(error).__name__}: {error}")
        finally:
            self._ended.add(delivery.id)
            self.flying.discard(delivery.address.chat)
            if not self.flying:
                self._landed.set()
            self._stir()

    async def _send(self, delivery: Delivery) -> None:
        if delivery.policy is Policy.ONCE:
            claimed = await self._grip.unit(lambda c: outbox.claim(c, delivery.id))
            if not claimed:
                return
        if delivery.kind is Kind.ENQUIRY:
            await self._enquire(delivery)
            return
        method, params, photo = await self._house.reader.run(
            lambda c: render(self._house, c, delivery)
        )
        at = int(params.get("chat_id", 0))
        try:
            result = await self._call(method, params)
        except TelegramError as error:
            await self._failed(delivery, replace(classify(error, private=at > 0), at=at))
            return
        message = result.get("message_id") if isinstance(result, dict) else None
        where = replace(delivery.address, chat=params.get("chat_id", delivery.address.chat))
        sent = replace(delivery, address=where)  # a card edited stays in the chat where it stands
        await self._end(sent, Fate.SENT, message=message, photo=photo)

    async def _enquire(self, delivery: Delivery) -> None:
        try:
            told = await enquiring.enquire(self._grip, delivery, self._house.bot_id)
        except TelegramError as error:
            verdict = replace(classify(error, private=False), at=delivery.address.chat)
            await self._failed(delivery, verdict)
        else:
            await self._answered(delivery, told)

    async def _answered(self, delivery: Delivery, told: enquiring.Told) -> None:
        house, at = self._house, ms(self._house.clock.now())
        answer = await self._grip.unit(
            lambda c: enquiring.answer(c, house.bot_id, delivery, told, at)
        )
        if answer:
            self.hear([answer])

    async def _call(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- raw
        try:
            return await self._grip.call(method, params)
        except TelegramError as error:
            if classify(error, private=False).outcome is not Outcome.BAD_MARKUP:
                raise
        log.error("delivery.markup", method=method)
        return await self._grip.call(method, wire.plainly(params))

    async def _end(
        self,
        delivery: Delivery,
        fate: Fate,
        *,
        message: int | None = None,
        error: str | None = None,
        photo: bool = False,
    ) -> None:
        def unit(connection: Connection) -> None:
            outbox.end(connection, delivery, fate, message=message, error=error)
            if alarms.alarming(delivery, fate):
                sound(connection, at, fate, f"delivery:{delivery.id}")
            chat = delivery.address.chat
            if delivery.kind is Kind.CARD and message is not None and fate is Fate.SENT:
                outbox.post(connection, delivery.subject, chat, message, photo=photo)
            elif fate is Fate.SENT and chat > 0:
                People(connection).reach(chat, reachable=True)

        self._not_before.pop(delivery.id, None)
        at = ms(self._house.clock.now())
        await self._grip.unit(unit)

    async def _failed(self, delivery: Delivery, verdict: Verdict) -> None:
        log.info("delivery.failed", delivery=delivery.id, outcome=verdict.outcome.value)
        handle = FAILURES.get(verdict.outcome, Sender._undeliverable)
        await handle(self, delivery, verdict)

    async def _fine(self, delivery: Delivery, _verdict: Verdict) -> None:
        await self._end(delivery, Fate.SENT)

    async def _again(self, delivery: Delivery, verdict: Verdict) -> None:
        """Try later: nothing left, or Telegram asked for patience."""
        if verdict.outcome is Outcome.LATER:
            self._pacer.cool(delivery.address.chat, time.monotonic(), verdict.seconds)
        self._rest(delivery)
        await self._grip.unit(lambda c: outbox.count_try(c, delivery.id, verdict.reason))

    async def _unknown(self, delivery: Delivery, verdict: Verdict) -> None:
        if delivery.kind is Kind.ENQUIRY and delivery.tries + 1 >= MOST_TRIES:
            await self._answered(delivery, enquiring.NOTHING)
        elif delivery.policy is Policy.ONCE or delivery.tries + 1 >= MOST_TRIES:
            log.error("delivery.uncertain", delivery=delivery.id, tries=delivery.tries + 1)
            await self._end(delivery, Fate.UNCERTAIN, error=verdict.reason)
        else:
            await self._again(delivery, verdict)

    async def _elsewhere(self, delivery: Delivery, verdict: Verdict) -> None:
        """Remember that the chat is closed; go elsewhere, else wait in a group of ours."""
        instead, house = delivery.address.instead, self._house
        if delivery.address.topic and verdict.outcome is Outcome.MUTED:
            await self._general(delivery, verdict)  # perhaps it is the topic alone that is closed
            return
        waits = await self._grip.unit(lambda c: groups.closed(house, c, delivery, verdict))
        if instead is not None:
            await self._grip.unit(lambda c: outbox.move(c, delivery, instead, verdict.reason))
        elif waits:
            await self._grip.unit(lambda c: outbox.count_try(c, delivery.id, verdict.reason))
        else:
            await self._undeliverable(delivery, verdict)

    async def _moved(self, delivery: Delivery, verdict: Verdict) -> None:
        await self._grip.unit(lambda c: groups.moved(self._house, c, delivery, verdict))

    async def _general(self, delivery: Delivery, verdict: Verdict) -> None:
        """Fall back to the General topic: the other was deleted or closed."""
        if delivery.address.topic is None:
            await self._undeliverable(delivery, verdict)
            return
        address = replace(delivery.address, topic=None)
        await self._grip.unit(lambda c: outbox.move(c, delivery, address, verdict.reason))

    async def _repost(self, delivery: Delivery, verdict: Verdict) -> None:
        """Show the card anew: its message is gone."""
        chat = delivery.address.chat
        self._rest(delivery)
        await self._grip.unit(lambda c: outbox.post(c, delivery.subject, chat, None, photo=False))
        await self._grip.unit(lambda c: outbox.count_try(c, delivery.id, verdict.reason))

    async def _undeliverable(self, delivery: Delivery, verdict: Verdict) -> None:
        # Telegram's reason may quote what people wrote: it stands in the row, not in a log
        log.error("delivery.undeliverable", delivery=delivery.id, outcome=verdict.outcome.value)
        await self._end(delivery, Fate.UNDELIVERABLE, error=verdict.reason)

    def _rest(self, delivery: Delivery) -> None:
        pause = PAUSES[min(delivery.tries, len(PAUSES) - 1)]
        self._not_before[delivery.id] = time.monotonic() + pause

    async def answer(self, query_id: str, toast: Toast | None) -> None:
        """Answer a pressed button, at most once; a late answer is no error."""
        params: dict[str, Any] = {"callback_query_id": query_id}
        if toast:
            params |= {"text": toast.text[:TOAST], "show_alert": toast.alert}
        try:
            await self._caller.call("answerCallbackQuery", params)
        except TelegramError as error:
            log.info("toast.lost", error=type(error).__name__)


FAILURES: Mapping[Outcome, Callable[..., Any]] = {
    Outcome.OK_ANYWAY: Sender._fine,  # noqa: SLF001 -- the table of this class
    Outcome.AGAIN: Sender._again,  # noqa: SLF001
    Outcome.STOP: Sender._again,  # noqa: SLF001 -- the receiver ends the process
    Outcome.LATER: Sender._again,  # noqa: SLF001
    Outcome.UNKNOWN: Sender._unknown,  # noqa: SLF001
    Outcome.OUT: Sender._elsewhere,  # noqa: SLF001
    Outcome.MUTED: Sender._elsewhere,  # noqa: SLF001
    Outcome.NO_DM: Sender._elsewhere,  # noqa: SLF001
    Outcome.READDRESS: Sender._moved,  # noqa: SLF001
    Outcome.GONE: Sender._repost,  # noqa: SLF001
    Outcome.NO_THREAD: Sender._general,  # noqa: SLF001
}
