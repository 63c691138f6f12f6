"""The one HTTP client of the sandbox: posts an update to a webhook on this machine."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_IDLE = 32
_LEAVES = 0.05  # seconds: long enough for what was written to be read
_Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Unreachable(Exception):
    """No answer came; the message says why, in Telegram's words where there are any."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a webhook answered."""

    status: int
    headers: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Door:
    """A webhook's address, taken apart, and what every request to it bears."""

    host: str
    port: int
    target: str
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, url: str, headers: dict[str, str]) -> "Door":
        """Take an address apart."""
        parts = urlsplit(url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return cls(
            host=parts.hostname or "", port=parts.port or 80, target=target, headers=headers
        )


class Poster:
    """Posts to one door; keeps connections, as a new one for each update would eat the ports."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._idle: list[_Line] = []
        self._closed = False

    async def post(self, body: bytes, *, seconds: float, hang_up: bool = False) -> Answer:
        """Post a body and return the answer; with `hang_up` leave before there can be one."""
        try:
            async with asyncio.timeout(seconds):
                while self._idle and not hang_up:
                    with suppress(OSError, asyncio.IncompleteReadError):
                        return await self._exchange(self._idle.pop(), body)
                line = await asyncio.open_connection(self._door.host, self._door.port)
                if hang_up:
                    await self._leave(line, body)
                return await self._exchange(line, body)
        except TimeoutError:
            raise Unreachable("Read timeout expired") from None
        except ConnectionRefusedError:
            raise Unreachable("Connection refused") from None
        except (OSError, ValueError, asyncio.IncompleteReadError):
            raise Unreachable("Connection closed unexpectedly") from None

    def close(self) -> None:
        """Close what is open and idle."""
        self._closed = True
        for _, writer in self._idle:
            writer.close()
        self._idle.clear()

    async def _exchange(self, line: _Line, body: bytes) -> Answer:
        reader, writer = line
        kept = False
        try:
            writer.write(self._request(body))
            await writer.drain()
            answer = await _read_head(reader)
            length = int(answer.headers.get("content-length", "-1"))
            if length >= 0:
                await reader.readexactly(length)
            closes = answer.headers.get("connection", "").lower() == "close"
            kept = length >= 0 and not closes and not self._closed and len(self._idle) < _IDLE
            return answer
        finally:
            if kept:
                self._idle.append(line)
            else:
                writer.close()

    async def _leave(self, line: _Line, body: bytes) -> None:
        """Let the update arrive, and be gone before the answer."""
        _, writer = line
        writer.write(self._request(body))
        await writer.drain()
        await asyncio.sleep(_LEAVES)
        writer.close()
        raise Unreachable("Connection closed unexpectedly")

    def _request(self, body: bytes) -> bytes:
        door = self._door
        named = f"[{door.host}]" if ":" in door.host else door.host
        headers = {
            "Host": f"{named}:{door.port}",
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **door.headers,
        }
        lines = [f"POST {door.target} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items())]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


async def _read_head(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *lines = head.rstrip().split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Answer(status=int(status.split()[1]), headers=headers)
