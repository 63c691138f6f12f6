"""What is to be sent, as the sender knows it: read whole at times, in between only what is new."""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator

import structlog

from bot.house import place
from governance.notices import Delivery
from storage import outbox
from storage.reader import Reader, away

log = structlog.get_logger(__name__)
WHOLE = 1.0  # seconds: rows that changed in place are seen no later
MOST = 4 * outbox.PAGE  # rows known at a time, and what one reading brings beyond
FEW = 64  # of what is known: then more is read


class Waiting:
    """A queue for each chat; the table is the truth, this is how it was last seen.

    `stale` asks for the whole to be read: where rows changed that were known already.
    A row that is `taken`, on its way or ended just now, may still look as if it waited.
    """

    def __init__(self, taken: Callable[[int], bool]) -> None:
        self.stale = True
        self._taken = taken
        self._known: dict[int, Delivery] = {}
        self._queues: dict[int, list[tuple[int, int]]] = {}  # of each chat: urgency and number
        self._turns: dict[int, int] = {}  # when each was last served, of those that wait on
        self._turn = 0
        self._newest = 0
        self._more = False  # rows that are not known here may wait in the table
        self._read_at = float("-inf")

    def __len__(self) -> int:
        return len(self._known)

    def due(self, now: float) -> bool:
        """Say whether the table is to be read whole, though nothing was said to be new in it."""
        if self.stale or now - self._read_at >= WHOLE:
            return True
        return self._more and len(self._known) < FEW

    async def look(self, reader: Reader, now: float) -> bool:
        """Read what has come; False where the database ails, then all of it is due again."""
        try:
            await self._look(reader, now)
        except Exception as error:
            if not away(error):
                raise
            log.error("outbox.unread", error=place(error))  # noqa: TRY400 -- its words are private
            self.stale = True
            return False
        return True

    async def _look(self, reader: Reader, now: float) -> None:
        """Read what is new; the whole where that is due."""
        if self.due(now):
            self.stale, self._read_at = False, now
            await self._whole(reader)
        else:
            newest = self._newest
            found = await reader.run(lambda c: outbox.since(c, newest))
            self.stale |= len(found) >= outbox.PAGE  # it may be asked for meanwhile
            self._add(found)

    async def _whole(self, reader: Reader) -> None:
        found: list[Delivery] = []
        passed: set[int] = set()
        while True:
            but = frozenset(passed)
            page = await reader.run(lambda c, but=but: outbox.waiting(c, but=but))  # type: ignore[misc]
            found += page
            # a chat with more than a page of its own must not hide the others
            passed |= {delivery.address.chat for delivery in page}
            self._more = len(found) >= outbox.PAGE
            if len(page) < outbox.PAGE or but == passed or len(found) >= MOST:
                break
        # beyond a full page those already known wait on, unless there are too many
        kept = list(self._known.values()) if self._more and len(self._known) < MOST else []
        self._known, self._queues = {}, {}
        self._add(found)
        self._add(kept)
        self._turns = {chat: at for chat, at in self._turns.items() if chat in self._queues}

    def _add(self, found: Iterable[Delivery]) -> None:
        for delivery in found:
            self._newest = max(self._newest, delivery.id)
            if delivery.id in self._known or self._taken(delivery.id):
                continue
            if len(self._known) >= 2 * MOST:
                self._more = True
                continue
            self._known[delivery.id] = delivery
            queue = self._queues.setdefault(delivery.goes_to, [])
            insort(queue, (delivery.priority, delivery.id))

    def chats(self, but: Collection[int]) -> list[int]:
        """Return the chats for which something waits, by urgency, then by turns; not those in but.

        Of two that are as urgent the one that was served longer ago comes first, so that a quiet
        chat never stands behind the backlogs of busy ones.
        """
        heads = [
            (queue[0][0], self._turns.get(chat, 0), queue[0][1], chat)
            for chat, queue in self._queues.items()
            if chat not in but
        ]
        heads.sort()
        return [head[-1] for head in heads]

    def of(self, chat: int) -> Iterator[Delivery]:
        """Yield what waits for a chat, the most urgent first; nothing is taken meanwhile."""
        return (self._known[number] for _, number in self._queues[chat])

    def take(self, delivery: Delivery) -> None:
        """Let go of what is on its way now, or is not to be sent any more."""
        chat = delivery.goes_to
        del self._known[delivery.id]
        queue = self._queues[chat]
        queue.remove((delivery.priority, delivery.id))
        self._turn += 1
        self._turns[chat] = self._turn
        if not queue:
            # with nothing left it is a quiet one again
            del self._queues[chat], self._turns[chat]
