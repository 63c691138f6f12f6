"""The door out: renders now, paces, and knows what became of each."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection
from telegram.error import TelegramError

from bot import alarms, enquiring, wire
from bot.errors import Outcome, classify
from bot.failing import Failing
from bot.grip import Caller, Grip
from bot.house import House, place
from bot.pacing import Pacer
from bot.rendering import render
from governance.notices import Delivery, Fate, Kind, Policy, Priority, is_stale
from handlers.context import Toast
from storage import cards, ending, outbox
from storage.alarms import sound
from storage.directory import People
from storage.inbox import Arrival
from storage.leases import Lease
from storage.rows import ms
from storage.writer import Lost

log = structlog.get_logger(__name__)
AT_ONCE = 64
LOOK = 1.0  # seconds: what another process put into the outbox wakes nobody here
TOAST = 200


class Sender:
    """Carries the outbox, one delivery at a time in each chat; `stir` hears when one has ended."""

    def __init__(  # noqa: PLR0913 -- parts, each by its name
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
        self._failing = Failing(house, self._grip, pacer, self)
        self._tasks = tasks
        self._stir = stir
        self._wake = asyncio.Event()
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
        self._grip.close()
        # what ends while the outbox is being read may still look as if it waited
        self._ended.clear()
        pauses, passed = [], set[int]()
        while True:
            but = frozenset(passed)
            look = partial(outbox.waiting, but=but) if but else outbox.waiting
            waiting = await self._house.reader.run(look)
            pauses.append(self._start(await self._fresh(waiting)))
            passed |= {delivery.address.chat for delivery in waiting}
            # a chat with more than a page of its own must not hide the others
            if len(waiting) < outbox.PAGE or but == passed or len(self.flying) >= AT_ONCE:
                return min((each for each in pauses if each is not None), default=None)

    async def _fresh(self, waiting: list[Delivery]) -> list[Delivery]:
        """Let what has become stale expire, and tell each chat how many; return the others."""
        now = self._house.clock.now()
        stale = {
            each.id for each in waiting if each.goes_to not in self.flying and is_stale(each, now)
        }
        if not stale:
            return waiting
        try:
            told = await self._grip.unit(lambda c: ending.expire(c, stale, ms(now)))
        except Lost:
            return []  # the right to send, or the writer, is gone
        log.info("delivery.expired", count=told)
        self._house.counts.fates[Kind.NOTICE, Fate.EXPIRED] += told
        self._wake.set()
        return [each for each in waiting if each.id not in stale]

    def _start(self, waiting: list[Delivery]) -> float | None:
        """Let go what may leave now; return seconds until more may, None where nothing waits."""
        held, pauses = set(self.flying), []
        for delivery in waiting:
            chat = delivery.goes_to
            if delivery.id in self._ended:
                held.add(chat)  # it may have to be tried again: nothing overtakes it
            if chat in held or len(self.flying) >= AT_ONCE:
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
        now, chat = time.monotonic(), delivery.goes_to
        answer = delivery.priority <= Priority.ANSWER
        rest = self._failing.rest(delivery, now)
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
            await self.end(delivery, Fate.UNDELIVERABLE, error=f"{type(error).__name__}: {error}")
        finally:
            self._ended.add(delivery.id)
            self.flying.discard(delivery.goes_to)
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
        if delivery.kind is not Kind.COMMANDS:
            await self._turn(delivery, wire.messages_of(params))
        try:
            result = await self._call(method, params)
        except TelegramError as error:
            await self._failing.follow(delivery, replace(classify(error, private=at > 0), at=at))
            return
        message = result.get("message_id") if isinstance(result, dict) else None
        where = replace(delivery.address, chat=params.get("chat_id", delivery.address.chat))
        sent = replace(delivery, address=where)  # a card edited stays in the chat where it stands
        await self.end(sent, Fate.SENT, message=message, photo=photo)

    async def _turn(self, delivery: Delivery, size: int) -> None:
        """Wait until it may really leave, however long drawing it took; of an album all of it."""
        chat, answer = delivery.goes_to, delivery.priority <= Priority.ANSWER
        gate = partial(self._pacer.gate, chat, answer=answer, size=size)
        while (pause := gate(now=time.monotonic())) > 0:  # noqa: ASYNC110 -- time itself
            await asyncio.sleep(pause)
        self._pacer.left(chat, time.monotonic(), edit=delivery.posted, size=size)

    async def _enquire(self, delivery: Delivery) -> None:
        try:
            told = await enquiring.enquire(self._grip, delivery, self._house.bot_id)
        except TelegramError as error:
            verdict = replace(classify(error, private=False), at=delivery.address.chat)
            await self._failing.follow(delivery, verdict)
        else:
            await self.answered(delivery, told)

    async def answered(self, delivery: Delivery, told: enquiring.Told) -> None:
        """Take the answer to an enquiry in."""
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

    async def end(
        self,
        delivery: Delivery,
        fate: Fate,
        *,
        message: int | None = None,
        error: str | None = None,
        photo: bool = False,
    ) -> None:
        """Write a fate down, and what it tells of its chat."""

        def unit(connection: Connection) -> None:
            outbox.end(connection, delivery, fate, message=message, error=error)
            if alarms.alarming(delivery, fate):
                sound(connection, at, fate, f"delivery:{delivery.id}")
            chat = delivery.address.chat
            if delivery.kind is Kind.CARD and message is not None and fate is Fate.SENT:
                cards.post(connection, delivery.subject, chat, message, photo=photo)
            elif fate is Fate.SENT and chat > 0:
                People(connection).reach(chat, reachable=True)

        unsure = self._failing.forget(delivery)
        if unsure and fate is Fate.SENT and message is not None:
            self._house.doubles.note(delivery, message)
        at = ms(self._house.clock.now())
        await self._grip.unit(unit)
        self._house.counts.fates[delivery.kind, fate] += 1

    async def answer(self, query_id: str, toast: Toast | None) -> None:
        """Answer a pressed button, at most once; a late answer is no error."""
        params: dict[str, Any] = {"callback_query_id": query_id}
        if toast:
            params |= {"text": toast.text[:TOAST], "show_alert": toast.alert}
        try:
            await self._caller.call("answerCallbackQuery", params)
        except TelegramError as error:
            log.info("toast.lost", error=type(error).__name__)
