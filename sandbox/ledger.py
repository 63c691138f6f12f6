"""Every call of the bot, and every update and reply it was given, for later reading."""

from dataclasses import asdict, dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the bot, as the control interface shows it."""

    id: int
    at: int
    method: str
    params: Json
    ok: bool
    error: str | None
    ms: int


class Ledger:
    """What went over the wire, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.replies: list[Json] = []
        self._updates: dict[int, Json] = {}
        self._last = 0

    def next_id(self) -> int:
        """Return the number of the next call."""
        self._last += 1
        return self._last

    def note_reply(self, call: Call, reply: Json) -> None:
        """Keep what was asked and what was answered; polls that brought nothing are left out."""
        if call.method == "getUpdates":
            self._updates.update({one["update_id"]: one for one in reply.get("result", [])})
            if reply.get("result") == []:
                return
        else:
            self.calls.append(call)
        shown = {"id": call.id, "method": call.method, "params": call.params, "reply": reply}
        self.replies.append(shown)

    def calls_after(self, call_id: int) -> list[Json]:
        """Return the calls after this one, except getUpdates."""
        return [asdict(call) for call in self.calls if call.id > call_id]

    def traffic_after(self, call_id: int) -> Json:
        """Return every update delivered, and the replies after this call."""
        replies = [reply for reply in self.replies if reply["id"] > call_id]
        return {"updates": list(self._updates.values()), "replies": replies}
