"""Plain numbers since the start, kept by the doors for the metrics; no id of anybody."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

NEVER = float("-inf")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
UNITS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)


class Spread:
    """How often a number fell at or below each bound; the last place is for all above."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = tuple(bounds)
        self.places = [0] * (len(self.bounds) + 1)
        self.sum = 0.0

    def add(self, value: float) -> None:
        """Count one number."""
        self.places[bisect_left(self.bounds, value)] += 1
        self.sum += value


@dataclass(slots=True)
class Counts:
    """What happened at the doors of this process; `contact` is a monotonic time in seconds."""

    contact: float = NEVER  # the last time Telegram was heard: a poll, a hook, or an answer
    heard: Counter[str] = field(default_factory=Counter)  # updates, by the way they came
    hooks: Counter[str] = field(default_factory=Counter)  # requests at the webhook, by answer
    fates: Counter[tuple[str, str]] = field(default_factory=Counter)  # (kind, fate)
    dead: int = 0
    floods: int = 0
    silent: int = 0
    handling: Spread = field(default_factory=lambda: Spread(SECONDS))
    units: Spread = field(default_factory=lambda: Spread(UNITS))
