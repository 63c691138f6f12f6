"""What follows where a send did not simply succeed: one table over bot.errors.Outcome."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection
from telegram.error import RetryAfter, TelegramError

from bot import alarms, enquiring, groups
from bot.errors import Outcome, Verdict
from bot.grip import Grip
from bot.house import House
from bot.pacing import Pacer
from governance import notices
from governance.notices import Delivery, Fate, Kind
from storage import cards, ending, outbox
from storage.inbox import Arrival
from storage.rows import ms
from storage.writer import Lost

log = structlog.get_logger(__name__)
PAUSES = (0.2, 1, 2, 5, 15, 60)
ASK = 1.0  # seconds after which a Telegram that did not answer is asked again


class Carrier(Protocol):
    """The sender, as far as a failure needs it."""

    def wake(self) -> None:
        """See whether something may leave."""

    async def end(self, delivery: Delivery, fate: Fate, *, error: str | None = None) -> None:
        """Write a fate down."""

    async def answered(
        self, delivery: Delivery, told: enquiring.Told, fate: Fate = Fate.SENT
    ) -> None:
        """Take the answer to an enquiry in."""


class Failing:
    """Decides what becomes of a delivery that failed, and how long it rests."""

    def __init__(self, house: House, grip: Grip, pacer: Pacer, carrier: Carrier) -> None:
        self._house = house
        self._grip = grip
        self._pacer = pacer
        self._carrier = carrier
        self._not_before: dict[int, float] = {}
        self._unsure: Counter[int] = Counter()  # how often nobody knew whether it arrived
        self._late: list[Arrival] = []
        self._doubtful = self._asking = False  # something waits for Telegram to answer
        self._asked = self._answered = float("-inf")

    def orphans(self, connection: Connection) -> None:
        """Name uncertain what a sender before this one claimed: nobody else sends now.

        An enquiry among them is answered as one of which nobody knows: what hangs on it goes on.
        """
        house, at = self._house, ms(self._house.clock.now())
        self._pacer.follow(time.monotonic(), begun=house.doubles.inherit(connection))
        asked = outbox.asked(connection)
        if lost := alarms.orphans(connection, at):
            log.error("outbox.uncertain", count=lost)
        self._late = [
            enquiring.take_in(connection, house.bot_id, each, enquiring.NOTHING, at)
            for each in asked
        ]

    def late(self) -> list[Arrival]:
        """Hand over, once, the answers that this brought."""
        late, self._late = self._late, []
        return late

    def rest(self, delivery: Delivery, now: float) -> float:
        """Return for how many seconds it must still wait, by its own fault.

        Its last time is kept until Telegram answers: else an outage of seconds would use up all
        its times, and it would be given up unheard.
        """
        rest = self._not_before.get(delivery.id, now) - now
        if rest <= 0 and now >= self._answered + ASK and self._has_one_left(delivery):
            self._doubtful = True
            return ASK
        return rest

    def doubts(self, now: float) -> bool:
        """Say whether Telegram is to be asked whether it answers: at most once in a while."""
        doubtful, self._doubtful = self._doubtful, False
        if not doubtful or self._asking or now < self._asked + ASK:
            return False
        self._asking, self._asked = True, now
        return True

    async def ask(self) -> None:
        """Ask; where it answers, what waited for that may leave."""
        self._grip.close()
        try:
            if await self._known():
                self._answered = time.monotonic()
                self._carrier.wake()
        finally:
            self._asking = False

    def _has_one_left(self, delivery: Delivery) -> bool:
        """Whether it may be sent once more and no oftener, whatever becomes of it."""
        most = notices.sendings(delivery)
        return most is not None and 0 < self._unsure[delivery.id] == most - 1

    def forget(self, delivery: Delivery) -> bool:
        """Forget what has ended; say whether an earlier try may have arrived as well."""
        self._not_before.pop(delivery.id, None)
        return self._unsure.pop(delivery.id, 0) > 0

    async def expire(self, stale: Collection[Delivery]) -> None:
        """Let expire what has become stale, and tell each chat how many."""
        for each in stale:
            self.forget(each)
        these, at = {each.id for each in stale}, ms(self._house.clock.now())
        try:
            told = await self._grip.unit(lambda c: ending.expire(c, these, at))
        except Lost:
            return  # the right to send, or the writer, is gone
        log.info("delivery.expired", count=told)
        self._house.counts.fates[Kind.NOTICE, Fate.EXPIRED] += told

    async def follow(self, delivery: Delivery, verdict: Verdict) -> None:
        """Do what follows from a verdict."""
        log.info("delivery.failed", delivery=delivery.id, outcome=verdict.outcome.value)
        await ROWS.get(verdict.outcome, Failing.undeliverable)(self, delivery, verdict)

    async def undeliverable(self, delivery: Delivery, verdict: Verdict) -> None:
        """Give it up."""
        # Telegram's reason may quote what people wrote: it stands in the row, not in a log
        log.error("delivery.undeliverable", delivery=delivery.id, outcome=verdict.outcome.value)
        await self._carrier.end(delivery, Fate.UNDELIVERABLE, error=verdict.reason)

    async def _fine(self, delivery: Delivery, _verdict: Verdict) -> None:
        await self._carrier.end(delivery, Fate.SENT)

    async def _again(self, delivery: Delivery, verdict: Verdict) -> None:
        """Try later: nothing has left."""
        pause = PAUSES[min(delivery.tries, len(PAUSES) - 1)]
        self._not_before[delivery.id] = time.monotonic() + max(pause, verdict.seconds)
        await self._grip.unit(lambda c: outbox.count_try(c, delivery.id, verdict.reason))

    async def _flood(self, delivery: Delivery, verdict: Verdict) -> None:
        """Rest as long as Telegram asks: the chat that was called, and no other."""
        self._house.counts.floods += 1
        self._pacer.cool(verdict.at or delivery.goes_to, time.monotonic(), verdict.seconds)
        await self._again(delivery, verdict)

    async def _unknown(self, delivery: Delivery, verdict: Verdict) -> None:
        """Nobody knows whether it arrived: its kind says how often it may be sent even so."""
        self._unsure[delivery.id] += 1
        most = notices.sendings(delivery)
        if most is None or self._unsure[delivery.id] < most:
            await self._again(delivery, verdict)
        elif delivery.kind is Kind.ENQUIRY:
            await self._carrier.answered(delivery, enquiring.NOTHING, Fate.UNCERTAIN)
        else:
            log.error("delivery.uncertain", delivery=delivery.id, sent=self._unsure[delivery.id])
            await self._carrier.end(delivery, Fate.UNCERTAIN, error=verdict.reason)

    async def _barred(self, delivery: Delivery, verdict: Verdict) -> None:
        """Wait where the bot is to end: its receiver says so. A method that is not known ends.

        A server older than this bot answers 404 to a method, as Telegram does to a bad token.
        """
        if verdict.method_unknown and await self._known():
            await self.undeliverable(delivery, verdict)
        else:
            await self._again(delivery, verdict)

    async def _known(self) -> bool:
        try:
            await self._grip.call("getMe", {})
        except RetryAfter:
            return True  # it is there
        except (TelegramError, Lost) as error:
            log.warning("telegram.silent", error=type(error).__name__)
            return False
        return True

    async def _elsewhere(self, delivery: Delivery, verdict: Verdict) -> None:
        """Remember that the chat is closed; go elsewhere, else wait in a group of ours.

        A row waits, or is given up, for its own chat alone: a card that stood in another is
        shown anew in that one.
        """
        instead, house = delivery.address.instead, self._house
        stray = delivery.kind is Kind.CARD and verdict.at != delivery.address.chat
        if delivery.address.topic and verdict.outcome is Outcome.MUTED and not stray:
            await self._general(delivery, verdict)  # perhaps it is the topic alone that is closed
            return
        waits = await self._grip.unit(lambda c: groups.closed(house, c, delivery, verdict))
        if stray:
            await self._anew(delivery, verdict)
        elif instead is not None:
            await self._grip.unit(lambda c: outbox.move(c, delivery, instead, verdict.reason))
        elif waits:
            await self._grip.unit(lambda c: outbox.count_try(c, delivery.id, verdict.reason))
        else:
            await self.undeliverable(delivery, verdict)

    async def _moved(self, delivery: Delivery, verdict: Verdict) -> None:
        await self._grip.unit(lambda c: groups.moved(self._house, c, delivery, verdict))

    async def _general(self, delivery: Delivery, verdict: Verdict) -> None:
        """Fall back to the General topic: the other was deleted or closed."""
        if delivery.address.topic is None:
            await self.undeliverable(delivery, verdict)
            return
        if verdict.outcome is Outcome.NO_THREAD:
            reason = verdict.reason
            await self._grip.unit(lambda c: groups.threadless(self._house, c, delivery, reason))
            return
        address = replace(delivery.address, topic=None)
        await self._grip.unit(lambda c: outbox.move(c, delivery, address, verdict.reason))

    async def _gone(self, delivery: Delivery, verdict: Verdict) -> None:
        """Show a card anew where its message is gone; what deletes has nothing left to do."""
        if delivery.kind is Kind.CARD:
            await self._anew(delivery, verdict)
        else:
            await self._fine(delivery, verdict)

    async def _anew(self, delivery: Delivery, verdict: Verdict) -> None:
        """Let a card be posted where its row goes, and no longer edited where it stood.

        It may stand elsewhere by now: then it is drawn anew there.
        """
        place = {"where": verdict.at, "chat": delivery.address.chat}
        await self._grip.unit(lambda c: cards.lose(c, delivery.subject, verdict.message, **place))
        await self._again(delivery, verdict)


ROWS: Mapping[Outcome, Callable[[Failing, Delivery, Verdict], Awaitable[Any]]] = {
    Outcome.OK_ANYWAY: Failing._fine,  # noqa: SLF001 -- the table of this class
    Outcome.AGAIN: Failing._again,  # noqa: SLF001
    Outcome.STOP: Failing._barred,  # noqa: SLF001
    Outcome.LATER: Failing._flood,  # noqa: SLF001
    Outcome.UNKNOWN: Failing._unknown,  # noqa: SLF001
    Outcome.OUT: Failing._elsewhere,  # noqa: SLF001
    Outcome.MUTED: Failing._elsewhere,  # noqa: SLF001
    Outcome.NO_DM: Failing._elsewhere,  # noqa: SLF001
    Outcome.READDRESS: Failing._moved,  # noqa: SLF001
    Outcome.GONE: Failing._gone,  # noqa: SLF001
    Outcome.NO_THREAD: Failing._general,  # noqa: SLF001
}
