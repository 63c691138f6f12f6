"""What the fake Bot API brings at a time, and what came back of it when."""

import asyncio
import json
from typing import Any

from benchmarks.updates import build


class Load:
    """One load: updates brought at once, or each at its time; and when each was answered."""

    def __init__(self, kind: str, first: int, count: int, rate: float, sends: int) -> None:
        self.updates = [(n, build(kind, n)) for n in range(first, first + count)]
        self.first, self.rate, self.sends = first, rate, sends
        self.began = 0.0
        self.answered: dict[int, float] = {}
        self.given: dict[int, float] = {}
        self.toasts: list[tuple[int, bytes]] = []
        self.messages = 0
        self.ended: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def due(self, number: int) -> float:
        """Return when an update was to be brought."""
        return self.began + (number - self.first) / self.rate if self.rate else self.began

    def answer(self, number: int, now: float) -> None:
        """Note an answer to an update."""
        if self.first <= number < self.first + len(self.updates):
            self.answered.setdefault(number, now)
        self.look(now)

    def look(self, now: float) -> None:
        """End where everything has come back."""
        whole = len(self.answered) == len(self.updates) and self.messages >= self.sends
        if whole and not self.ended.done():
            self.ended.set_result(now)

    def record(self) -> dict[str, Any]:
        """Tell which presses were given away, in order, and the toasts in the order they came."""
        presses = []
        for number, raw in self.updates:
            if number in self.given:
                query = json.loads(raw)["callback_query"]
                presses.append((number, query["from"]["id"], query["data"]))
        return {
            "presses": presses,
            "toasts": [(n, json.loads(body).get("text", "")) for n, body in self.toasts],
            "waits": sorted(at - self.given[n] for n, at in self.answered.items()),
        }

    def told(self) -> dict[str, Any]:
        """Tell what came back; latencies are from the time when it was due."""
        late = sorted(at - self.due(n) for n, at in self.answered.items())
        ended = self.ended.result() if self.ended.done() and not self.ended.cancelled() else None
        return {
            "answered": len(self.answered),
            "messages": self.messages,
            "seconds": ended - self.began if ended else None,
            "latencies": late,
        }
