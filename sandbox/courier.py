"""Webhooks: lanes of updates side by side, each in order, tried again until they expire."""

import asyncio
import heapq
import json
import re
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from sandbox.clock import MILLISECONDS, Clock
from sandbox.errors import BadRequestError
from sandbox.events import Events
from sandbox.faults import WEBHOOK, Faults
from sandbox.posting import Answer, Door, Poster, Unreachable
from sandbox.updates import Updates

Json = dict[str, Any]
Lane = tuple[str, int | str]

CONNECTIONS, MOST_CONNECTIONS = 40, 100
FIRST_PAUSE, LONGEST_PAUSE, LONGEST_ASKED = 1.0, 60.0, 3600.0
PATIENCE: Final = 60.0
GONE_MS: Final = 23 * 3600 * MILLISECONDS
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the name of a header
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOCAL = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}(/\S*)?")
_MOVES = ("chat_member", "chat_join_request")
_VOTES = ("poll", "poll_answer")


def lane_of(update: Json) -> Lane:
    """Return in which lane an update is: only within one it is kept in order."""
    kind, held = next((name, held) for name, held in update.items() if name != "update_id")
    if kind == "callback_query":
        return "press", held["from"]["id"]
    if kind in _VOTES:
        return "poll", held.get("poll_id") or held["id"]
    if kind in _MOVES:
        return "user", held["from"]["id"]
    chat = held.get("chat") if isinstance(held, dict) else None
    place = chat.get("id", 0) if isinstance(chat, dict) else 0
    return ("chat" if kind.endswith(("message", "channel_post")) else kind), place


@dataclass(kw_only=True)
class Webhook:
    """Where the bot wants its updates, and what was last amiss there."""

    url: str
    secret: str
    connections: int
    poster: Poster
    error: str | None = None
    error_at: int = 0
    gone_since: int | None = None


@dataclass(kw_only=True)
class _Lane:
    ids: deque[int] = field(default_factory=deque)
    failures: int = 0
    held: int = -1


class Courier:
    """Carries each waiting update to the webhook; `scale` shortens its pauses, for tests."""

    def __init__(
        self, clock: Clock, events: Events, faults: Faults, settle: Callable[[], None]
    ) -> None:
        self.hook: Webhook | None = None
        self.scale = 1.0
        self.patience = PATIENCE
        self._clock = clock
        self._events = events
        self._faults = faults
        self._settle = settle
        self._changed = asyncio.Event()

    def serve(self, updates: Updates) -> None:
        """Carry the updates of a fresh town, which has no webhook yet."""
        self._updates = updates
        self.remove()

    def set(self, url: str, secret: str, connections: int) -> None:
        """Carry what waits and all that comes to this address."""
        if not _LOCAL.fullmatch(url):
            words = "bad webhook: from here only http://127.0.0.1:PORT/… can be reached"
            raise BadRequestError(words)
        if secret and not _SECRET.fullmatch(secret):
            raise BadRequestError("secret token contains unallowed characters")
        self.remove()
        door = Door.at(url, {SECRET_HEADER: secret} if secret else {})
        connections = min(max(connections, 1), MOST_CONNECTIONS)
        poster = Poster(door)
        self.hook = Webhook(url=url, secret=secret, connections=connections, poster=poster)
        self._updates.courier = self._queue
        for number in self._updates.waiting():
            self._queue(number)

    def remove(self) -> None:
        """Carry no more; what waits is for getUpdates."""
        if self.hook is not None:
            self.hook.poster.close()
        self.hook = None
        self._updates.courier = None
        self._lanes: dict[Lane, _Lane] = {}
        self._ready: deque[Lane] = deque()
        self._resting: list[tuple[float, int, Lane]] = []
        self._rests = 0
        self._busy = 0
        self._changed.set()

    def info(self) -> Json:
        """Return what getWebhookInfo tells."""
        told: Json = {
            "url": "" if self.hook is None else self.hook.url,
            "has_custom_certificate": False,
            "pending_update_count": self._updates.count,
        }
        if self._updates.allowed:
            told["allowed_updates"] = self._updates.allowed
        if self.hook is None:
            return told
        told |= {"max_connections": self.hook.connections, "ip_address": "127.0.0.1"}
        if self.hook.error is not None:
            told["last_error_date"] = self.hook.error_at // MILLISECONDS
            told["last_error_message"] = self.hook.error
        return told

    async def run(self) -> None:
        """Carry until the sandbox ends."""
        try:
            async with asyncio.TaskGroup() as group:
                while not self._events.closed:
                    self._changed.clear()
                    pause = self._launch(group)
                    with suppress(TimeoutError):
                        async with asyncio.timeout(pause):
                            await self._changed.wait()
        finally:
            self.remove()

    def _queue(self, number: int) -> None:
        update = self._updates.give(number)
        if update is None:
            return
        name = lane_of(update)
        if name not in self._lanes:
            self._lanes[name] = _Lane()
            self._ready.append(name)
        self._lanes[name].ids.append(number)
        self._changed.set()

    def _launch(self, group: asyncio.TaskGroup) -> float | None:
        """Begin all that may begin; return the seconds until a lane has rested."""
        now = time.monotonic()
        while self._resting and self._resting[0][0] <= now:
            self._ready.append(heapq.heappop(self._resting)[2])
        while self.hook is not None and self._ready and self._busy < self.hook.connections:
            name = self._ready.popleft()
            self._busy += 1
            group.create_task(self._carry(self.hook, name, self._lanes[name]))
        return None if not self._resting else max(0.0, self._resting[0][0] - now)

    async def _carry(self, hook: Webhook, name: Lane, lane: _Lane) -> None:
        """Carry the first update of a lane."""
        number = lane.ids[0]
        update = self._updates.give(number)
        pause: float | None = 0.0
        if update is not None:
            pause = await self._deliver(hook, update, lane)
        if hook is not self.hook:
            return  # taken away meanwhile: these lanes are no more
        self._busy -= 1
        if not pause:
            lane.ids.popleft()
        if pause:
            self._rest(name, pause)
        elif lane.ids:
            self._ready.append(name)
        else:
            del self._lanes[name]
        self._changed.set()
        self._settle()

    def _rest(self, name: Lane, seconds: float) -> None:
        self._rests += 1
        heapq.heappush(self._resting, (time.monotonic() + seconds, self._rests, name))

    async def _deliver(self, hook: Webhook, update: Json, lane: _Lane) -> float:
        """Post one update; return the seconds to wait before it is tried again, 0 where taken."""
        number, chat = update["update_id"], _chat_of(update)
        if lane.held != number and (late := self._faults.hit(("swapped-lanes",), WEBHOOK, chat)):
            lane.held = number
            return late.delay  # meanwhile the other lanes overtake it
        body = json.dumps(update, ensure_ascii=False).encode()
        failed, asked = await self._post(hook, body, number, chat)
        if failed is None:
            if self._faults.hit(("duplicate",), WEBHOOK, chat):
                await self._post(hook, body, number, chat)
            if hook is self.hook:
                self._updates.settle(number)
            lane.failures, hook.gone_since = 0, None
            return 0.0
        hook.error, hook.error_at = failed, self._clock.now()
        lane.failures += 1
        pause: float = min(FIRST_PAUSE * (1 << min(lane.failures - 1, 10)), LONGEST_PAUSE)
        return max(pause, asked) * self.scale

    async def _post(
        self, hook: Webhook, body: bytes, number: int, chat: int | None
    ) -> tuple[str | None, float]:
        """Post once; return what was amiss, and the seconds the bot asks to wait."""
        kinds = ("apply-then-drop", "drop-before-apply", "slow")
        fault = self._faults.hit(kinds, WEBHOOK, chat)
        kind = "" if fault is None else fault.kind
        if kind == "drop-before-apply":
            return "Connection closed unexpectedly", 0.0
        if fault is not None and kind == "slow":
            await asyncio.sleep(fault.delay)
        self._updates.note_given(number)
        try:
            answer = await hook.poster.post(
                body, seconds=self.patience, hang_up=kind == "apply-then-drop"
            )
        except Unreachable as failure:
            return str(failure), 0.0
        return self._judge(hook, answer)

    def _judge(self, hook: Webhook, answer: Answer) -> tuple[str | None, float]:
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return None, 0.0
        if answer.status == HTTPStatus.GONE:
            hook.gone_since = hook.gone_since or self._clock.now()
            if self._clock.now() - hook.gone_since >= GONE_MS and hook is self.hook:
                self.remove()
        else:
            hook.gone_since = None
        asked = answer.headers.get("retry-after", "")
        seconds = min(float(asked), LONGEST_ASKED) if asked.isdecimal() else 0.0
        return f"Wrong response from the webhook: {_words(answer.status)}", seconds


def _chat_of(update: Json) -> int | None:
    kind, place = lane_of(update)
    if kind == "press":
        held = update["callback_query"].get("message") or {}
        place = held.get("chat", {}).get("id")
    return place if isinstance(place, int) else None


def _words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
