"""The faults that are active now, and which of them the next call meets."""

import random
import time
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from sandbox.errors import MistakeError

Json = dict[str, Any]

POLL, WEBHOOK, EVERY = "getUpdates", "webhook", "*"
# What befalls a call, the giving of updates, the town for a while, the town at once.
CALLS: Final = ("apply-then-drop", "drop-before-apply", "slow", "502", "429", "error")
GIVING: Final = ("duplicate", "swapped-lanes", "second-poller")
LASTING: Final = ("kick", "block", "mute")
MOMENTS: Final = ("migrate", "deleted-topic", "clock-jump", "poison", "hostile")
KINDS: Final = (*CALLS, *GIVING, *LASTING, *MOMENTS)
MOST: Final = 1000
_UNSEEDED = random.Random(0)  # noqa: S311 -- until it is let loose; dice, no secret


@dataclass(kw_only=True)
class Fault:
    """One fault; `until` is monotonic, `times` counts down, None is no end of that sort."""

    id: int = 0
    kind: str
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    probability: float = 1.0
    until: float | None = None
    delay: float = 2.0
    retry_after: int = 3
    applied: bool = False
    jump: int = 3600
    code: int = 400
    description: str = ""
    text: str = ""
    person: int | None = None
    seed: int = 0
    storm: int | None = None
    hits: int = 0
    undo: Callable[[], None] | None = None
    dice: random.Random = _UNSEEDED

    def fits(self, method: str, chat: int | None) -> bool:
        """Tell whether it may befall this call; unnamed, polls and webhooks are spared."""
        if self.kind in GIVING or self.method == EVERY:
            meant = True
        elif self.method is None:
            meant = method not in (POLL, WEBHOOK)
        else:
            meant = self.method.lower() == method.lower()
        return meant and self.chat in (None, chat)


@dataclass(kw_only=True)
class Storm:
    """A storm under way: what is still to come, as (monotonic moment, fault)."""

    id: int
    seed: int
    rate: float
    kinds: list[str]
    ends: float
    coming: list[tuple[float, Fault]]

    def shown(self, now: float) -> Json:
        """Return it as the control interface tells it."""
        return {
            "id": self.id,
            "seed": self.seed,
            "rate": self.rate,
            "kinds": self.kinds,
            "left": len(self.coming),
            "seconds": round(max(0.0, self.ends - now), 1),
        }


class Faults:
    """The active faults, oldest first; `changed` is called whenever the list is another."""

    def __init__(
        self, changed: Callable[[], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._changed = changed
        self._now = now
        self._active: dict[int, Fault] = {}
        self._met: dict[str, int] = {}
        self._hits: Counter[int] = Counter()
        self._storms: Counter[int] = Counter()
        self._last = 0

    def __len__(self) -> int:
        return len(self._active)

    def add(self, fault: Fault) -> Fault:
        """Let a fault be active from now on."""
        self._last += 1
        fault.id = self._last
        # the same seed throws the same dice, whatever came before
        fault.dice = random.Random(fault.seed or fault.id)  # noqa: S311 -- dice, no secret
        self._active[fault.id] = fault
        if fault.kind in LASTING:
            self._meet(fault)  # it befalls the town as it begins, and no call meets it
        self._changed()
        return fault

    def moment(self, fault: Fault) -> Fault:
        """Note a fault that has done its work at once."""
        self._last += 1
        fault.id = self._last
        self._meet(fault)
        self._changed()
        return fault

    def hit(self, kinds: Collection[str], method: str, chat: int | None = None) -> Fault | None:
        """Return the fault that this call meets, and count it."""
        if not self._active:
            return None
        for fault in list(self._active.values()):
            if fault.kind not in kinds or self._is_over(fault) or not fault.fits(method, chat):
                continue
            if fault.probability < 1 and fault.dice.random() >= fault.probability:
                continue
            self._meet(fault)
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    del self._active[fault.id]
            self._changed()
            return fault
        return None

    def waits_for(self, kind: str) -> bool:
        """Tell whether a fault of this kind is active."""
        return any(one.kind == kind and not self._is_over(one) for one in self._active.values())

    def end_due(self) -> float | None:
        """End what is over; return the seconds until the next end, None where none is set."""
        for fault in list(self._active.values()):
            if self._is_over(fault):
                self.end(fault.id)
        ends = [one.until for one in self._active.values() if one.until is not None]
        return None if not ends else max(0.0, min(ends) - self._now())

    def end(self, number: int) -> bool:
        """End a fault and undo what can be undone; tell whether there was one."""
        fault = self._active.pop(number, None)
        if fault is None:
            return False
        if fault.undo is not None:
            with suppress(MistakeError):  # the town has moved on: there is nothing to undo
                fault.undo()
        self._changed()
        return True

    def clear(self) -> None:
        """End all of them."""
        for number in list(self._active):
            self.end(number)

    def forget(self) -> None:
        """Leave none, as of a town that is no more."""
        self._active.clear()
        self._met.clear()
        self._hits.clear()
        self._storms.clear()
        self._changed()

    def shown(self) -> Json:
        """Return the active faults; how often each kind, each fault and each storm was met."""
        return {
            "faults": [self._show(one) for one in self._active.values()],
            "met": dict(self._met),
            "hits": dict(self._hits),
            "storm_hits": dict(self._storms),
        }

    def _show(self, fault: Fault) -> Json:
        left = None if fault.until is None else round(max(0.0, fault.until - self._now()), 1)
        names = ("id", "kind", "method", "chat", "person", "times", "probability", "storm", "hits")
        return {**{name: getattr(fault, name) for name in names}, "seconds": left}

    def _is_over(self, fault: Fault) -> bool:
        return fault.until is not None and fault.until <= self._now()

    def _meet(self, fault: Fault) -> None:
        fault.hits += 1
        self._met[fault.kind] = self._met.get(fault.kind, 0) + 1
        counts, key = (
            (self._hits, fault.id) if fault.storm is None else (self._storms, fault.storm)
        )
        counts[key] += 1
