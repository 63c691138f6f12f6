"""Civil time: the machine's time, shifted forward by whoever drives the sandbox."""

import time
from datetime import datetime

MILLISECONDS = 1000


class Clock:
    """Civil time in Unix milliseconds, with a version that moves whenever the shift does."""

    def __init__(self, start: int | None = None) -> None:
        self.version = 1
        self._first = start
        self.shift = 0 if start is None else start - machine_now()

    def now(self) -> int:
        """Return the civil time."""
        return machine_now() + self.shift

    def restart(self, start: int | None) -> None:
        """Let civil time begin anew; where no start is given, as it first began."""
        begin = self._first if start is None else start
        self.shift = 0 if begin is None else begin - machine_now()
        self.version += 1

    def advance(self, milliseconds: int) -> None:
        """Push civil time forward."""
        self.shift += milliseconds
        self.version += 1

    def reading(self) -> dict[str, int]:
        """Return the clock as the control interface tells it."""
        return {"version": self.version, "now": self.now(), "shift": self.shift}


def machine_now() -> int:
    """Return the machine's time in Unix milliseconds."""
    return int(time.time() * MILLISECONDS)


def read_moment(text: str) -> int | None:
    """Read a time with its zone, ISO 8601; None where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if moment.tzinfo is None else round(moment.timestamp() * MILLISECONDS)
