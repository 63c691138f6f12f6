"""The door out: renders now, paces, and knows what became of each."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from telegram.error import TelegramError

from bot import enquiring, fates, polling, uploads, wire
from bot.errors import Verdict, classify
from bot.failing import Failing
from bot.grip import Caller, Grip
from bot.house import House, place
from bot.pacing import Pacer
from bot.rendering import Letter, drawn, render
from bot.waiting import Waiting
from governance.notices import Delivery, Fate, Kind, Policy, Priority, is_stale
from storage import outbox
from storage.inbox import Arrival
from storage.leases import Lease
from storage.reader import away
from storage.rows import ms
from storage.waits import came
from storage.writer import Lost

log = structlog.get_logger(__name__)
AT_ONCE = 64
LOOK = 1.0  # seconds: what another process put there wakes nobody here


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
        self._news, self._posted = True, 0  # the writer's count as the outbox was last read
        self._carrying: dict[int, int] = {}  # the chat of each that is on its way
        self._ended: dict[int, int] = {}  # while the outbox was being read, and their chats
        self._waiting = Waiting(lambda each: each in self._carrying or each in self._ended)
        self._landed = asyncio.Event()
        self._landed.set()

    @property
    def flying(self) -> set[int]:
        """The chats to which something is on its way, one delivery in each."""
        return set(self._carrying.values())

    def wake(self, *, news: bool = False) -> None:
        """See whether something may leave; `news`: another copy may have put something in."""
        self._news |= news
        self._wake.set()

    async def landed(self) -> None:
        """Wait until nothing is in flight."""
        await self._landed.wait()

    async def run(self) -> None:
        """Carry for ever, while the right to send is ours."""
        while not self.stopping:
            self._wake.clear()
            mine = await self._grip.have(self._failing.orphans)
            if (late := self._failing.late()) and mine:
                self.hear(late)
            pause = await self._round() if mine else None
            await came(self._wake, min(pause or LOOK, LOOK))

    async def _round(self) -> float | None:
        self._grip.close()
        now, posted = time.monotonic(), self._house.writer.posted
        self._ended.clear()
        if self._news or posted != self._posted or self._waiting.due(now):
            self._news, self._posted = False, posted
            if not await self._waiting.look(self._house.reader, now):
                return None
        leaving, stale, pause = self._choose()
        if self._failing.doubts(now):
            self._tasks.create_task(self._failing.ask())
        for each in (*leaving, *stale):
            self._waiting.take(each)
        if leaving:
            self._landed.clear()
            self._leave(leaving)
        if stale:
            await self._failing.expire(stale)
        return pause

    def _choose(self) -> tuple[list[Delivery], list[Delivery], float | None]:
        """Choose what leaves now and what is stale; tell the seconds until more may leave."""
        leaving, stale, pauses = list[Delivery](), dict[int, Delivery](), list[float]()
        # one moment for all: a window that opens meanwhile would let the last overtake the first
        at, now = self._house.clock.now(), time.monotonic()
        # what ended while the outbox was being read may have to be tried again: nothing overtakes
        for chat in self._waiting.chats({*self.flying, *self._ended.values()}):
            if len(self._carrying) >= AT_ONCE:
                break
            for delivery in self._waiting.of(chat):
                if delivery.id in stale:
                    continue
                if is_stale(delivery, at):
                    # all of its chat's together: what one line tells of does not come in pieces
                    every = self._waiting.of(chat)
                    stale |= {each.id: each for each in every if is_stale(each, at)}
                    continue
                pause = self._pause(delivery, now)
                if pause <= 0:
                    self._let_go(delivery)
                    leaving.append(delivery)
                    break
                pauses.append(pause)
                if not delivery.posted:
                    break  # but an edit that must wait for its turn lets new messages pass
        return leaving, list(stale.values()), min(pauses, default=None)

    def _let_go(self, delivery: Delivery) -> None:
        self._carrying[delivery.id] = delivery.goes_to
        if delivery.kind is not Kind.COMMANDS:
            self._pacer.sent(delivery.goes_to, time.monotonic(), edit=delivery.posted)

    def _leave(self, leaving: list[Delivery]) -> None:
        """Draw together what may be sent again; what must not is claimed first, each by itself."""
        together = []
        for delivery in leaving:
            if delivery.policy is Policy.ONCE or delivery.kind is Kind.ENQUIRY:
                self._tasks.create_task(self._carry(delivery, self._alone(delivery)))
            else:
                together.append(delivery)
        if together:
            self._tasks.create_task(self._together(together))

    def _pause(self, delivery: Delivery, now: float) -> float:
        chat, answer = delivery.goes_to, delivery.priority <= Priority.ANSWER
        rest = self._failing.rest(delivery, now)
        if delivery.kind is Kind.COMMANDS:
            return max(rest, 0)  # a menu is no message: no chat's pace counts it
        return max(rest, self._pacer.wait(chat, now, answer=answer, edit=delivery.posted))

    async def _together(self, leaving: list[Delivery]) -> None:
        self._grip.close()
        try:
            letters = await self._house.reader.run(partial(drawn, self._house, leaving))
        except Exception as error:  # noqa: BLE001 -- the rows wait on, and are looked at again
            log.error("outbox.unread", error=place(error))  # noqa: TRY400 -- as above
            for delivery in leaving:
                self._land(delivery)
            return
        for delivery, letter in zip(leaving, letters, strict=True):
            self._tasks.create_task(self._carry(delivery, self._send(letter)))

    async def _carry(self, delivery: Delivery, flight: Coroutine[Any, Any, None]) -> None:
        self._grip.close()
        try:
            await flight
        except Lost:
            return
        except Exception as error:  # noqa: BLE001 -- what cannot be drawn must not stop others
            if away(error):
                log.error("outbox.unread", error=place(error))  # noqa: TRY400 -- it waits on
                return
            # no traceback: its words may hold what people wrote; the row keeps them
            log.error("delivery.broken", delivery=delivery.id, error=place(error))  # noqa: TRY400 -- as said
            with suppress(Lost):
                why = f"{type(error).__name__}: {error}"
                await self.end(delivery, Fate.UNDELIVERABLE, error=why)
        finally:
            self._land(delivery)

    def _land(self, delivery: Delivery) -> None:
        self._ended[delivery.id] = self._carrying.pop(delivery.id)
        if not self._carrying:
            self._landed.set()
        self._stir()

    async def _alone(self, delivery: Delivery) -> None:
        house, enquiry = self._house, delivery.kind is Kind.ENQUIRY
        # drawn first: what is claimed and cannot be drawn would wait claimed for ever
        letter = None if enquiry else await house.reader.run(lambda c: render(house, c, delivery))
        claim = partial(outbox.claim, delivery=delivery.id)
        if delivery.policy is Policy.ONCE and not await self._grip.unit(claim):
            return
        await (self._enquire(delivery) if enquiry else self._send((delivery, letter)))

    async def _send(self, letter: Letter) -> None:
        delivery, rendered = letter
        if isinstance(rendered, Exception):
            raise rendered
        if rendered is None:
            return
        method, params, photo = rendered
        at, changed = int(params.get("chat_id", 0)), int(params.get("message_id", 0))
        async with self._turn(delivery, wire.messages_of(params)):
            try:
                result = await self._grip.say(method, params)
            except TelegramError as error:
                verdict = classify(error, private=at > 0)
                await self._failed(delivery, replace(verdict, at=at, message=changed))
                return
        message = result.get("message_id") if isinstance(result, dict) else None
        await self.end(delivery, Fate.SENT, message=message, photo=photo)
        if learned := uploads.learned(params, result, self._house.community_id):
            await self._grip.unit(learned)

    async def _failed(self, delivery: Delivery, verdict: Verdict) -> None:
        await self._failing.follow(delivery, verdict)
        self._waiting.stale = True  # it may wait again, elsewhere or anew

    @asynccontextmanager
    async def _turn(self, delivery: Delivery, size: int) -> AsyncIterator[None]:
        """Wait until all of it may really leave, however late; by the end of the block it came."""
        asks = delivery.kind is Kind.ENQUIRY and delivery.key not in polling.SPEAKS
        if delivery.kind is Kind.COMMANDS or asks:
            yield  # neither a menu nor a question is a message
            return
        chat, answer = delivery.goes_to, delivery.priority <= Priority.ANSWER
        gate = partial(self._pacer.gate, chat, answer=answer, size=size)
        while (pause := gate(now=time.monotonic())) > 0:  # noqa: ASYNC110 -- time itself
            await asyncio.sleep(pause)
        stamp = self._pacer.left(chat, time.monotonic(), edit=delivery.posted, size=size)
        try:
            yield
        finally:
            self._pacer.answered(stamp, chat, time.monotonic())

    async def _enquire(self, delivery: Delivery) -> None:
        async with self._turn(delivery, 1):
            try:
                told = await polling.enquire(self._house, self._grip, delivery)
            except TelegramError as error:
                verdict = replace(classify(error, private=False), at=delivery.address.chat)
                await self._failed(delivery, verdict)
                return
        await self.answered(delivery, told)

    async def answered(
        self, delivery: Delivery, told: enquiring.Told, fate: Fate = Fate.SENT
    ) -> None:
        """Take the answer to an enquiry in."""
        house, at = self._house, ms(self._house.clock.now())
        self._failing.forget(delivery)
        answer = await self._grip.unit(
            lambda c: enquiring.answer(c, house.bot_id, delivery, told, at, fate)
        )
        if answer:
            house.counts.fates[delivery.kind, fate] += 1
            self.hear([answer])

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
        arrived, unsure = message if fate is Fate.SENT else None, self._failing.forget(delivery)
        error = error or self._house.doubles.ended(delivery, arrived, unsure=unsure)
        ended = fates.Ended(delivery, fate, ms(self._house.clock.now()), message, error, photo)
        if not await self._grip.unit(ended.write):
            self._waiting.stale = True  # it was asked for anew meanwhile
        self._house.counts.fates[delivery.kind, fate] += 1
