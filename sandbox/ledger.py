"""Every call of the bot and its reply, for later reading."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sandbox.record import Record

Json = dict[str, Any]
KEPT: Final = 200_000
Kept = TypeVar("Kept")


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the bot; it took effect if `ok`, though the bot heard so only if `answered`."""

    id: int
    at: int
    method: str
    params: Json
    ok: bool
    error: str | None
    ms: int
    message: int | list[int] | None = None
    answered: bool = True
    fault: str | None = None
    fault_id: int | None = None
    storm: int | None = None


class Ledger:
    """What went over the wire, in order; beyond so many the oldest calls are forgotten."""

    def __init__(self, record: Record | None = None, kept: int = KEPT) -> None:
        self.calls: list[Call] = []
        self.replies: list[Json] = []
        self.forgotten = 0
        self._record = record or Record()
        self._kept = kept
        self._last = 0

    def next_id(self) -> int:
        """Return the number of the next call."""
        self._last += 1
        return self._last

    def note_reply(self, call: Call, reply: Json) -> None:
        """Keep what was asked and what was answered; polls that brought nothing are left out."""
        if call.method != "getUpdates":
            self.calls.append(call)
        elif reply.get("result") == []:
            return
        shown = {"id": call.id, "method": call.method, "params": call.params, "reply": reply}
        self.replies.append(shown if call.answered else {**shown, "answered": False})
        self._trim()

    def calls_after(self, call_id: int, limit: int | None = None) -> list[Json]:
        """Return the calls after this one, at most so many, except getUpdates."""
        first = bisect_right(self.calls, call_id, key=lambda call: call.id)
        return [dict(vars(call)) for call in _slice(self.calls, first, limit)]

    def traffic_after(self, call_id: int, limit: int | None = None) -> Json:
        """Return every update given out, and the replies after this call, at most so many."""
        first = bisect_right(self.replies, call_id, key=lambda reply: reply["id"])
        return {
            "updates": self._record.given(),
            "broken": self._record.broken(),
            "replies": list(_slice(self.replies, first, limit)),
        }

    def _trim(self) -> None:
        """Forget a tenth at once, so that each call costs the same."""
        tenth = self._kept // 10
        if len(self.calls) > self._kept + tenth:
            self.forgotten += len(self.calls) - self._kept
            del self.calls[: -self._kept]
        if len(self.replies) > self._kept + tenth:
            del self.replies[: -self._kept]


def message_of(params: Json, result: object) -> int | list[int] | None:
    """Return the number of the message that a call made or changed; of an album all of them."""
    if isinstance(result, list):
        found = [
            one["message_id"] for one in result if isinstance(one, dict) and "message_id" in one
        ]
        return found or None
    if isinstance(result, dict) and "message_id" in result:
        return int(result["message_id"])
    named = params.get("message_id")
    return int(str(named)) if str(named).isdecimal() else None


def _slice(kept: Sequence[Kept], first: int, limit: int | None) -> Sequence[Kept]:
    return kept[first:] if limit is None else kept[first : first + limit]
