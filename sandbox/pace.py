"""How fast a bot may speak, as Telegram counts it: strict sliding windows of real time."""

import math
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final

from sandbox.errors import FloodError

Json = dict[str, Any]

# Sends and edits share one limit, and a new topic counts as a message; all else is free.
COUNTED: Final = frozenset(
    {
        *("sendMessage", "sendLocation", "sendPhoto", "sendDocument", "sendVoice"),
        *("sendMediaGroup", "sendPoll", "copyMessage", "forwardMessage"),
        *("editMessageText", "editMessageCaption", "editMessageReplyMarkup", "stopPoll"),
        "createForumTopic",
    }
)
SECOND, MINUTE = 1.0, 60.0
OVERALL, PER_MINUTE = 30, 20
SLACK_MS = 50
NEARLY = 15  # from here on a careful bot keeps what is left of a group's minute for answers
_REMEMBERED = 20


class Pace:
    """Counts what is sent; where it is on, refuses what comes too fast.

    An album counts as all its messages, and its chat then rests as many seconds. Two calls to one
    chat may lie `slack` milliseconds closer than the limit says, as the way to Telegram is not
    equally long every time; the limit over all chats is strict.
    """

    def __init__(
        self, now: Callable[[], float] = time.monotonic, *, on: bool = False, slack: int = SLACK_MS
    ) -> None:
        self.on = on
        self.slack = slack
        self._now = now
        self.forget()

    def forget(self) -> None:
        """Begin to count anew."""
        self._chats: dict[int, deque[float]] = {}
        self._rests: dict[int, float] = {}
        self._granted: deque[float] = deque(maxlen=OVERALL)
        self._asked: deque[float] = deque()
        self._counted = 0
        self._busiest = 0
        self._fullest = 0
        self._refused = {"chat": 0, "group": 0, "bot": 0}
        self._earliest = 0
        self._last: deque[Json] = deque(maxlen=_REMEMBERED)

    def count(self, method: str, chat: int, size: int = 1) -> None:
        """Count a call of `size` messages, or refuse it with the seconds until it may come."""
        if method not in COUNTED:
            return
        now = self._now()
        self._ask(now, size)
        granted = self._chats.setdefault(chat, deque())
        while granted and granted[0] <= now - MINUTE:
            granted.popleft()
        if self.on:
            self._check(method, chat, size, now)
        granted.extend([now] * size)
        self._granted.extend([now] * size)
        self._rests[chat] = now + size * SECOND
        self._fullest = max(self._fullest, len(granted) if chat < 0 else 0)

    def shown(self) -> Json:
        """Return the counts as the control interface tells them."""
        return {
            "on": self.on,
            "slack_ms": self.slack,
            "refused": sum(self._refused.values()),
            "refused_by": dict(self._refused),
            "counted": self._counted,
            "busiest_second": self._busiest,
            "fullest_minute": self._fullest,
            "earliest_ms": self._earliest,
            "last": list(self._last),
            "full": self._full(),
        }

    def _full(self) -> list[Json]:
        """Return the groups whose minute is all but full, and the seconds until it is no more."""
        now, full = self._now(), []
        for chat, granted in self._chats.items():
            if chat < 0 and len(granted) >= NEARLY and granted[-NEARLY] + MINUTE > now:
                recent = sum(at + MINUTE > now for at in granted)
                seconds = math.ceil(granted[-NEARLY] + MINUTE - now)
                full.append({"chat": chat, "count": recent, "seconds": seconds})
        return full

    def _ask(self, now: float, size: int) -> None:
        self._counted += size
        self._asked.extend([now] * size)
        while self._asked[0] <= now - SECOND:
            self._asked.popleft()
        self._busiest = max(self._busiest, len(self._asked))

    def _check(self, method: str, chat: int, size: int, now: float) -> None:
        free = {"bot": 0.0, "chat": 0.0, "group": 0.0}
        slack, granted = self.slack / 1000, self._chats[chat]
        if (over := len(self._granted) + size - OVERALL) > 0:
            free["bot"] = self._granted[over - 1] + SECOND
        if chat in self._rests:
            free["chat"] = self._rests[chat] - slack
        if chat < 0 and (over := len(granted) + size - PER_MINUTE) > 0:
            free["group"] = granted[over - 1] + MINUTE - slack
        by, until = max(free.items(), key=lambda one: one[1])
        if until <= now:
            return
        self._refused[by] += 1
        seconds = max(1, math.ceil(until - now))
        early = round(1000 * (until - now))
        self._earliest = max(self._earliest, early)
        self._last.append({"method": method, "chat": chat, "by": by, "early_ms": early})
        raise FloodError(seconds)
