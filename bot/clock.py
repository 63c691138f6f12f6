"""The two times: civil time decides what is due, monotonic time paces and waits."""

import time
from datetime import UTC, datetime


class CivilClock:
    """The machine's time, plus a shift that only a drill sets (milliseconds)."""

    def __init__(self) -> None:
        self.shift = 0
        self.version = 0

    def now(self) -> datetime:
        """Return the civil time, aware."""
        return datetime.fromtimestamp(time.time() + self.shift / 1000, UTC)
