"""How fast Telegram lets us speak: strict sliding windows, and rests after a flood."""

from collections import deque
from dataclasses import dataclass, field
from typing import Self

IDLE = 60.0
STRICT = 1.0  # seconds: Telegram's own stretch; what our window is longer by is a margin
SLACK = 0.1  # seconds that a request may take to arrive and still count as such


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """At most so many in any stretch of so many seconds; none counts where the stretch is 0."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The limits; the defaults are Telegram's."""

    bot: Window = Window(count=30, seconds=1.02)
    chat: Window = Window(count=1, seconds=1.0)
    group: Window = Window(count=20, seconds=60.0)
    kept_for_answers: int = 5
    edits: Window = Window(count=8, seconds=60.0)
    floods: Window = Window(count=3, seconds=10.0)

    def __post_init__(self) -> None:
        if not 0 <= self.kept_for_answers < self.group.count:
            raise ValueError("what is kept for answers must leave room for the rest")

    @classmethod
    def unlimited(cls) -> Self:
        """No limit of our own, for drills; what Telegram asks for is still obeyed."""
        free = Window(count=1, seconds=0.0)
        return cls(bot=free, chat=free, group=free, kept_for_answers=0, edits=free)


@dataclass(slots=True)
class Stamp:
    """When one left here, and when at the latest it was there."""

    left: float
    arrived: float


class Pacer:
    """Says when a chat may be written to; pure, its times are the caller's monotonic seconds.

    Between a wait of 0.0 and its sent() the caller awaits nothing.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self._bot = _Trace(self._pace.bot)
        self._left: deque[Stamp] = deque(maxlen=self._pace.bot.count)
        self._chats: dict[int, _Chat] = {}
        self._floods: dict[int, tuple[float, float]] = {}
        self._rest = float("-inf")
        self._kept = max(IDLE, self._pace.group.seconds, self._pace.edits.seconds)
        self._sweep = float("-inf")

    def wait(self, chat: int, now: float, *, answer: bool, edit: bool) -> float:
        """Tell the seconds until this may leave; answer: of that priority or above."""
        free = max(self._rest, self._bot.free())
        known = self._chats.get(chat)
        if known is not None:
            free = max(free, known.rest, known.all.free())
            if chat < 0:
                kept = 0 if answer else self._pace.kept_for_answers
                free = max(free, known.minute.free(kept))
                free = max(free, known.edits.free()) if edit else free
        return max(0.0, free - now)

    def sent(self, chat: int, now: float, *, edit: bool) -> None:
        """Count a request at the moment it is let go."""
        known = self._known(chat, now)
        self._bot.mark(now)
        known.all.mark(now)
        known.minute.mark(now)
        if edit:
            known.edits.mark(now)

    def gate(self, chat: int, now: float, *, answer: bool, size: int) -> float:
        """Tell the seconds until one that was let go may really leave, an album of `size`.

        What counts is when requests arrive, and each arrives between its leaving and its answer.
        """
        window, free = self._pace.bot, float("-inf")
        over = len(self._left) + min(size, window.count) - window.count
        if window.seconds and over > 0:
            last = self._left[over - 1]
            free = max(last.left + window.seconds, last.arrived + STRICT)
        if self._left and not answer:
            # all at once they wait for one another on the way, and the next window for the last
            free = max(free, self._left[-1].left + window.seconds / window.count / 2)
        known = self._chats.get(chat)
        if known is not None and chat < 0 and size > 1:
            kept = 0 if answer else self._pace.kept_for_answers
            free = max(free, known.minute.free(kept, size - 1))
        return max(0.0, free - now)

    def left(self, chat: int, now: float, *, edit: bool, size: int) -> Stamp:
        """Count it anew at the moment it really leaves: drawing it and the database took time.

        Of an album each message counts, as Telegram counts it; only now is its size known.
        """
        stamp = Stamp(now, now + SLACK)
        self._left.extend([stamp] * size)
        self._bot.mark(now, size - 1)
        known = self._known(chat, now)
        known.all.correct(now, size)
        known.minute.correct(now, size)
        if edit:
            known.edits.correct(now)
        return stamp

    def answered(self, stamp: Stamp, chat: int, now: float) -> None:
        """Count it as arrived by now, however it was answered."""
        stamp.arrived = min(stamp.arrived, now)
        known = self._known(chat, now)
        known.all.correct(stamp.arrived)
        known.minute.correct(stamp.arrived)

    def follow(self, now: float, *, begun: bool) -> None:
        """Begin after a sender that may just have sent all it may: nobody knows how much."""
        if begun:
            self._rest = max(self._rest, now + self._pace.bot.seconds)

    def cool(self, chat: int, now: float, seconds: float) -> None:
        """Rest a chat; when several are told to within moments, it is the bot that must rest."""
        known = self._known(chat, now)
        known.rest = max(known.rest, now + seconds)
        window = self._pace.floods
        self._floods = {
            other: (at, until)
            for other, (at, until) in self._floods.items()
            if at > now - window.seconds
        }
        self._floods[chat] = (now, known.rest)
        if len(self._floods) >= window.count:
            # As long as all of them agree on: the long ban of one chat must not silence the rest.
            self._rest = max(self._rest, min(until for _, until in self._floods.values()))

    def _known(self, chat: int, now: float) -> "_Chat":
        if now >= self._sweep:
            self._sweep = now + self._kept
            self._chats = {
                key: known for key, known in self._chats.items() if known.busy(now, self._kept)
            }
        known = self._chats.get(chat)
        if known is None:
            known = self._chats[chat] = _Chat(self._pace)
        known.seen = now
        return known

    def __len__(self) -> int:
        return len(self._chats)


class _Trace:
    """The last times that matter to one window: as many as it counts."""

    __slots__ = ("_seconds", "_times")

    def __init__(self, window: Window) -> None:
        self._seconds = window.seconds
        self._times: deque[float] = deque(maxlen=window.count)

    def mark(self, now: float, size: int = 1) -> None:
        self._times.extend([now] * size)

    def correct(self, now: float, size: int = 1) -> None:
        """Put the last time later, and the rest of an album beside it, one at a time in a chat.

        More than the window holds takes the places of the windows that follow.
        """
        if self._times:
            now = max(self._times.pop(), now)
        most = self._times.maxlen or 1
        self._times.extend(now + nth // most * self._seconds for nth in range(size))

    def free(self, kept: int = 0, size: int = 1) -> float:
        """Tell when `size` more fit while so many places stay free; at most all that are left."""
        most = (self._times.maxlen or 0) - kept
        over = len(self._times) + min(size, most) - most
        if self._seconds == 0.0 or over <= 0:
            return float("-inf")
        return self._times[over - 1] + self._seconds


@dataclass(slots=True)
class _Chat:
    pace: Pace
    seen: float = 0.0
    rest: float = float("-inf")
    all: _Trace = field(init=False)
    minute: _Trace = field(init=False)
    edits: _Trace = field(init=False)

    def __post_init__(self) -> None:
        self.all = _Trace(self.pace.chat)
        self.minute = _Trace(self.pace.group)
        self.edits = _Trace(self.pace.edits)

    def busy(self, now: float, kept: float) -> bool:
        return self.rest > now or self.seen > now - kept
