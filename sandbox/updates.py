"""The queue of updates, as Telegram keeps it for one bot."""

import heapq
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sandbox.limits import LIMITS
from sandbox.record import Fate, Record

Json = dict[str, Any]

# Telegram leaves these out unless the bot names them.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_SWEEP = 1000
_SECONDS = {"callback_query": LIMITS["callback_age"]}


@dataclass(frozen=True, slots=True)
class _Waiting:
    update: Json
    expires: int


class Updates:
    """What the bot has not confirmed yet, and who is asking for it."""

    def __init__(self, now: Callable[[], int], *, first: int) -> None:
        self.record = Record()
        # whoever delivers to a webhook, while there is one
        self.courier: Callable[[int], None] | None = None
        self._now = now
        self._next = first
        self._given = -1
        self._waiting: OrderedDict[int, _Waiting] = OrderedDict()
        self._ends: list[tuple[int, int]] = []
        self._again: list[Json] = []
        self._allowed: frozenset[str] = frozenset()
        self._poll = 0

    @property
    def last(self) -> int:
        """Return the id of the last update given out or waiting; -1 where there was none."""
        self._forget_old()
        return max(self._given, next(reversed(self._waiting), -1))

    @property
    def next(self) -> int:
        """Return the id of the next update."""
        return self._next

    @property
    def count(self) -> int:
        """Count what waits."""
        self._forget_old()
        return len(self._waiting)

    @property
    def allowed(self) -> list[str]:
        """Return the kinds the bot has named; none means the usual ones."""
        return sorted(self._allowed)

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for this kind of update."""
        return kind in self._allowed if self._allowed else kind not in _ON_REQUEST

    def push(self, kind: str, content: Json, *, broken: bool = False) -> None:
        """Let an update wait for the bot, if it wants such; no bot can read a broken one."""
        if not self.wants(kind):
            return
        number, now = self._next, self._now()
        self._next += 1
        waiting = _Waiting({"update_id": number, kind: content}, now + 1000 * _age(kind))
        self._waiting[number] = waiting
        heapq.heappush(self._ends, (waiting.expires, number))
        if len(self._ends) > _SWEEP + 2 * len(self._waiting):
            self._ends = [(one.expires, kept) for kept, one in self._waiting.items()]
            heapq.heapify(self._ends)
        self.record.note(waiting.update, now, broken=broken)
        if self.courier is not None:
            self.courier(number)

    def allow(self, kinds: list[str]) -> None:
        """Keep for all later updates which kinds the bot wants; none means the usual ones."""
        self._allowed = frozenset(kinds)

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one counts from the end."""
        if offset < 0:
            for _ in range(len(self._waiting) + offset):
                self._end(next(iter(self._waiting)), "dropped")
            return
        while self._waiting and (first := next(iter(self._waiting))) < offset:
            self._end(first, "confirmed")

    def settle(self, number: int) -> None:
        """Forget one update that a webhook has taken over."""
        if number in self._waiting:
            self._end(number, "confirmed")

    def drop(self) -> None:
        """Forget everything that waits."""
        self._again = []
        while self._waiting:
            self._end(next(iter(self._waiting)), "dropped")

    def take(self, limit: int) -> list[Json]:
        """Give the oldest updates; they wait on until confirmed."""
        self._forget_old()
        taken = [one.update for one in islice(self._waiting.values(), limit)]
        if taken and self._again:
            taken, self._again = [*self._again, *taken], []
        for update in taken:
            self.note_given(update["update_id"])
        return taken

    def give(self, number: int) -> Json | None:
        """Return one update for a webhook, or None where it waits no more."""
        self._forget_old()
        waiting = self._waiting.get(number)
        return None if waiting is None else waiting.update

    def note_given(self, number: int) -> None:
        """Note that an update was given out."""
        self.record.give(number)
        self._given = max(self._given, number)

    def repeat(self, update: Json) -> None:
        """Give an update once more, before the next that are given."""
        self._again.append(update)

    def waiting(self) -> list[int]:
        """Return the ids of what waits, oldest first."""
        self._forget_old()
        return list(self._waiting)

    def begin_poll(self) -> int:
        """Let a poller take its turn; whoever polled before has lost it."""
        self._poll += 1
        return self._poll

    def is_current(self, poll: int) -> bool:
        """Tell whether nobody else began to poll since."""
        return poll == self._poll

    def _forget_old(self) -> None:
        now = self._now()
        while self._ends and self._ends[0][0] <= now:
            _, number = heapq.heappop(self._ends)
            if number in self._waiting:
                self._end(number, "expired")

    def _end(self, number: int, fate: Fate) -> None:
        del self._waiting[number]
        self.record.end(number, fate)


def _age(kind: str) -> int:
    return _SECONDS.get(kind, LIMITS["message_age"])
