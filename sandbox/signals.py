"""The bot's idle signal: what it says of itself, and whether that still holds."""

from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.updates import Updates


@dataclass(frozen=True, kw_only=True)
class Signal:
    """What the bot last said of itself."""

    session: str
    idle: bool
    offset: int
    clock: int
    next: int | None


class Signals:
    """Keeps the last signal of the newest run of the bot, and counts its `starts` in this town."""

    def __init__(self, clock: Clock, updates: Updates) -> None:
        self.last: Signal | None = None
        self.starts = 0
        self._clock = clock
        self._updates = updates
        self._former: set[str] = set()

    def take(self, signal: Signal) -> bool:
        """Take a signal over, unless it comes late from a run that another has followed."""
        if signal.session in self._former:
            return False
        if self.last is None or self.last.session != signal.session:
            self.starts += 1
            if self.last is not None:
                self._former.add(self.last.session)
        self.last = signal
        return True

    def restart(self, updates: Updates) -> None:
        """Heed only a bot that comes from now on."""
        if self.last is not None:
            self._former.add(self.last.session)
        self.last = None
        self.starts = 0
        self._updates = updates

    def is_idle(self) -> bool:
        """Tell whether the bot is idle by its last word, for this clock and these updates."""
        last = self.last
        if last is None or not last.idle:
            return False
        # a webhook confirms one by one: what still waits may lie before the offset
        if self._updates.courier is not None and self._updates.count:
            return False
        return last.clock == self._clock.version and last.offset > self._updates.last
