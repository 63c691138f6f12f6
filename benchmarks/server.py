"""A Bot API as cheap as can be, in a process of its own; it also brings the updates and the clock.

A raw asyncio protocol: no framework, no parsing beyond what is needed. It answers the Bot API,
and under /bench/ the harness: what to bring, how fast, and what came back when. Times are of
CLOCK_MONOTONIC, which all processes of a machine share.
"""

import asyncio
import json
import re
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

import uvloop

from benchmarks.load import Load

LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)
PATH = re.compile(rb"(?:POST|GET) (\S+)")
OFFSET = re.compile(rb'"?offset\W+(\d+)')
PATIENCE = re.compile(rb'"?timeout\W+(\d+)')
CHAT = re.compile(rb'"?chat_id\W+?(-?\d+)')
MARK = re.compile(rb"seq(\d+)x")
REPLIED = re.compile(rb"message_id\W+(\d+)")
OURS = 10_000_000  # from here on are the messages that the bot sends
ME = b'{"id":7000000001,"is_bot":true,"first_name":"b","username":"linli_bot"}'
KNOWN = {  # what is answered at a start
    b"getMe": ME,
    b"getWebhookInfo": b'{"url":"","has_custom_certificate":false,"pending_update_count":0}',
}
MOST = 100  # updates in one answer
LOADS = 3  # as many are on record
EDITS = {b"editMessageText", b"editMessageCaption"}
FILES = {b"sendPhoto", b"sendDocument"}


def framed(body: bytes, status: bytes = b"200 OK") -> bytes:
    """Return an HTTP answer."""
    return b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
        status,
        len(body),
        body,
    )


def result(body: bytes) -> bytes:
    """Return the answer of a call that went well."""
    return framed(b'{"ok":true,"result":%b}' % body)


def _said(method: bytes) -> bytes:
    """Return what a message holds: words, or a file by its id."""
    if method == b"sendPhoto":
        return b'"photo":[{"file_id":"p","file_unique_id":"p","width":9,"height":9}]'
    if method == b"sendDocument":
        return b'"document":{"file_id":"d","file_unique_id":"d"}'
    return b'"text":"ok"'


class Telegram:
    """What all connections share."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[int, bytes]] = deque()
        self.poll: tuple[Callable[[bytes], None], asyncio.TimerHandle] | None = None
        self.polled = asyncio.Event()
        self.first_poll = 0.0
        self.load: Load | None = None
        self.loads: list[Load] = []
        self.edited = b""
        self.delay = 0.0
        self.next = OURS
        self.sent: list[tuple[float, int, bool]] = []
        self.strict = False
        self.closed: dict[int, int] = {}  # chats that answer 429, with its seconds
        self.calls: Counter[str] = Counter()

    def get_updates(self, body: bytes, answer: Callable[[bytes], None]) -> None:
        """Answer now, or when something has come."""
        if found := OFFSET.search(body):
            while self.waiting and self.waiting[0][0] < int(found[1]):
                self.waiting.popleft()
        if not self.polled.is_set():
            self.first_poll = time.monotonic()
            self.polled.set()
        if self.poll:
            self.flush()
        patience = PATIENCE.search(body)
        if self.waiting or not patience or not int(patience[1]):
            answer(self._batch())
            return
        later = asyncio.get_running_loop().call_later(int(patience[1]), self.flush)
        self.poll = (answer, later)

    def flush(self) -> None:
        """Answer the poll that waits."""
        if self.poll:
            (answer, later), self.poll = self.poll, None
            later.cancel()
            answer(self._batch())

    def _batch(self) -> bytes:
        held = [self.waiting[at] for at in range(min(MOST, len(self.waiting)))]
        if self.load:
            now = time.monotonic()
            for number, _ in held:
                self.load.given.setdefault(number, now)
        return result(b"[%b]" % b",".join(raw for _, raw in held))

    def bring(self, load: Load) -> None:
        """Bring a load: at once, or each update at its time."""
        self.load, load.began = load, time.monotonic()
        self.loads = [*self.loads[-LOADS:], load]
        if not load.rate:
            self.waiting.extend(load.updates)
            self.flush()
            return
        self._drip(load, deque(load.updates))

    def _drip(self, load: Load, left: deque[tuple[int, bytes]]) -> None:
        now = time.monotonic()
        while left and load.due(left[0][0]) <= now:
            self.waiting.append(left.popleft())
        self.flush()
        if left:
            pause = load.due(left[0][0]) - time.monotonic()
            asyncio.get_running_loop().call_later(max(pause, 0), self._drip, load, left)

    def call(self, method: bytes, body: bytes, answer: Callable[[bytes], None]) -> None:
        """Answer a call of the Bot API."""
        self.calls[method.decode()] += 1
        if method == b"getUpdates":
            self.get_updates(body, answer)
            return
        told = self._spoken(method, body)
        if self.delay and method != b"getMe":
            asyncio.get_running_loop().call_later(self.delay, answer, told)
        else:
            answer(told)

    def _spoken(self, method: bytes, body: bytes) -> bytes:
        now = time.monotonic()
        if method == b"answerCallbackQuery":
            found = MARK.search(body)
            if found and self.load:
                self.load.toasts.append((int(found[1]), body))
            self._mark(found, now)
            return result(b"true")
        if method == b"sendMessage" or method in EDITS or method in FILES:
            return self._message(method, body, now)
        return result(KNOWN.get(method, b"true"))

    def _message(self, method: bytes, body: bytes, now: float) -> bytes:
        found = CHAT.search(body)
        chat = int(found[1]) if found else 0
        pause = self._pause(chat, now)
        self.sent.append((now, chat, pause > 0))
        if method in EDITS:
            self.edited = body
        if pause:
            told = (
                b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d"'
            )
            more = b',"parameters":{"retry_after":%d}}'
            return framed((told + more) % (pause, pause), b"429 Too Many Requests")
        if self.load:
            self.load.messages += 1
            if method == b"sendMessage":
                self._mark(MARK.search(body) or REPLIED.search(body), now)
            self.load.look(now)
        self.next += 1
        return result(
            b'{"message_id":%d,"date":1795000000,"chat":{"id":%d,"type":"private",'
            b'"first_name":"a"},%b}' % (self.next, chat, _said(method))
        )

    def _pause(self, chat: int, now: float) -> int:
        """Return the seconds of a 429, 0 where none is given: a strict sliding second."""
        if chat in self.closed:
            return self.closed[chat]
        if not self.strict:
            return 0
        recent = [c for at, c, refused in self.sent[-200:] if not refused and at > now - 1.0]
        return 1 if len(recent) >= 30 or chat in recent else 0  # noqa: PLR2004 -- Telegram's limit

    def _mark(self, found: re.Match[bytes] | None, now: float) -> None:
        if found and self.load:
            self.load.answer(int(found[1]), now)

    async def asked(self, what: str, words: dict[str, Any]) -> object:
        """Do what the harness asks."""
        if what == "ready":
            await asyncio.wait_for(self.polled.wait(), words["patience"])
            return self.first_poll
        if what == "load":
            patience = words.pop("patience")
            load = Load(**words)
            self.bring(load)
            await asyncio.wait([load.ended], timeout=patience)
            return load.told()
        if what == "set":
            self.delay, self.strict = words.get("delay", 0.0), words.get("strict", False)
            self.closed = {int(k): v for k, v in words.get("closed", {}).items()}
            self.sent.clear()
        if what == "record":
            return {"loads": [e.record() for e in self.loads], "edited": self.edited.decode()}
        return {"sent": self.sent, "calls": self.calls}


class Connection(asyncio.Protocol):
    """One connection: requests one after another."""

    def __init__(self, telegram: Telegram, tasks: asyncio.TaskGroup) -> None:
        self._telegram, self._tasks = telegram, tasks
        self._held = b""
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Take as many whole requests as there are."""
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            head = self._held[:end]
            found = LENGTH.search(head)
            whole = end + 4 + (int(found[1]) if found else 0)
            if len(self._held) < whole:
                return
            body, self._held = self._held[end + 4 : whole], self._held[whole:]
            self._one(head, body)

    def _one(self, head: bytes, body: bytes) -> None:
        found = PATH.match(head)
        path = found[1] if found else b"/"
        if path.startswith(b"/bench/"):
            self._tasks.create_task(self._ask(path[7:].decode(), json.loads(body or b"{}")))
            return
        self._telegram.call(path.rpartition(b"/")[2], body, self._answer)

    def _answer(self, told: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(told)

    async def _ask(self, what: str, words: dict[str, Any]) -> None:
        self._answer(framed(json.dumps(await self._telegram.asked(what, words)).encode()))


async def main() -> None:
    """Serve until stdin closes: whoever started this process has ended."""
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as tasks:
        telegram = Telegram()
        server = await loop.create_server(lambda: Connection(telegram, tasks), "127.0.0.1", 0)
        sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
        sys.stdout.flush()
        await loop.run_in_executor(None, sys.stdin.read)
        server.close()


if __name__ == "__main__":
    uvloop.run(main())
