"""The queue of updates, as Telegram keeps it for one bot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.limits import LIMITS

# Telegram leaves these out unless the bot names them.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_SECONDS = {"callback_query": LIMITS["callback_age"]}


@dataclass(frozen=True)
class _Waiting:
    id: int
    update: dict[str, Any]
    expires: int


class Updates:
    """What the bot has not confirmed yet, and who is asking for it."""

    def __init__(self, now: Callable[[], int], *, first: int) -> None:
        self._now = now
        self._next = first
        self._given = -1
        self._waiting: list[_Waiting] = []
        self._allowed: frozenset[str] = frozenset()
        self._poll = 0

    @property
    def last(self) -> int:
        """Return the id of the last update given out or waiting; -1 where there was none."""
        self._forget_old()
        return max([self._given, *(one.id for one in self._waiting)])

    @property
    def next(self) -> int:
        """Return the id of the next update."""
        return self._next

    @property
    def count(self) -> int:
        """Count what waits."""
        self._forget_old()
        return len(self._waiting)

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for this kind of update."""
        return kind in self._allowed if self._allowed else kind not in _ON_REQUEST

    def push(self, kind: str, content: dict[str, Any]) -> None:
        """Let an update wait for the bot, if it wants such."""
        if not self.wants(kind):
            return
        seconds = _SECONDS.get(kind, LIMITS["message_age"])
        update = {"update_id": self._next, kind: content}
        self._waiting.append(_Waiting(self._next, update, self._now() + 1000 * seconds))
        self._next += 1

    def allow(self, kinds: list[str]) -> None:
        """Keep for all later updates which kinds the bot wants; none means the usual ones."""
        self._allowed = frozenset(kinds)

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one counts from the end."""
        if offset < 0:
            self._waiting = self._waiting[offset:]
            return
        self._waiting = [one for one in self._waiting if one.id >= offset]

    def drop(self) -> None:
        """Forget everything that waits."""
        self._waiting = []

    def take(self, limit: int) -> list[dict[str, Any]]:
        """Give the oldest updates; they wait on until confirmed."""
        self._forget_old()
        taken = self._waiting[:limit]
        self._given = max([self._given, *(one.id for one in taken)])
        return [one.update for one in taken]

    def begin_poll(self) -> int:
        """Let a poller take its turn; whoever polled before has lost it."""
        self._poll += 1
        return self._poll

    def is_current(self, poll: int) -> bool:
        """Tell whether nobody else began to poll since."""
        return poll == self._poll

    def _forget_old(self) -> None:
        now = self._now()
        self._waiting = [one for one in self._waiting if one.expires > now]
