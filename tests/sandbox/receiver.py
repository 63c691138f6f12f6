import asyncio
import json
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.sandbox.playing import until


@dataclass
class Receiver:
    """A webhook of a few lines: notes what it is given, answers by script, 200 afterwards."""

    script: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    slow: float = 0.0
    at_once: int = 0
    most_at_once: int = 0
    connections: int = 0
    port: int = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/hook?x=1"

    @property
    def texts(self):
        return [one["update"]["message"]["text"] for one in self.requests]

    async def serve(self, reader, writer):
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                line, *headers = head.strip().split("\r\n")
                told = {k.lower(): v.strip() for k, _, v in (h.partition(":") for h in headers)}
                body = await reader.readexactly(int(told["content-length"]))
                await self.answer(writer, line, told, json.loads(body))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, writer, line, headers, update):
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        note = {"line": line, "headers": headers, "update": update, "at": time.monotonic()}
        self.requests.append(note)
        await asyncio.sleep(self.slow)
        self.at_once -= 1
        note["ended"] = time.monotonic()
        status, extra = self.script.pop(0) if self.script else (200, "")
        writer.write(f"HTTP/1.1 {status} X\r\n{extra}Content-Length: 2\r\n\r\nok".encode())
        await writer.drain()

    async def got(self, count):
        async def enough():
            return len(self.requests) >= count

        await until(enough)
        return self.requests


@asynccontextmanager
async def receiving(**how):
    receiver = Receiver(**how)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
