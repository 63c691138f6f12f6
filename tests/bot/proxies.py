"""A Telegram that only a proxy on this machine can find, and a way to it through one."""

import asyncio
import ssl
from base64 import b64decode
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.transport import AiohttpRequest, Transport

TOKEN = "123456789:AAexampleexampleexampleexampleexam"
NAME = "telegram.invalid"  # only the proxy knows where it is
# made for these tests, for this name alone, and trusted by nothing else
CERTIFICATE = Path(__file__).with_name("telegram.invalid.pem")


class HttpProxy:
    """An HTTP proxy: remembers what was asked of it and by whom; all names lead to one port."""

    def __init__(self, port, *, says=""):
        self.port, self.says = port, says
        self.asked, self.by = [], []

    async def serve(self, reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self._pass(head, reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _tunnel(self, reader, writer):
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(_pour(reader, back), _pour(there, writer))

    async def _pass(self, head, reader, writer):
        first, *lines = head.decode().split("\r\n")
        told = {
            k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)
        }
        self.asked.append(" ".join(first.split()[:2]))
        if login := told.get("proxy-authorization"):
            self.by.append(b64decode(login.removeprefix("Basic ")).decode())
        if first.startswith("CONNECT "):
            await self._tunnel(reader, writer)
            return
        body = await reader.readexactly(int(told.get("content-length", 0)))
        if self.says:
            writer.write(self.says.encode())
            await writer.drain()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        path = first.split()[1].removeprefix(f"http://{NAME}")
        kept = "".join(
            f"{k}: {v}\r\n" for k, v in told.items() if k in {"content-type", "content-length"}
        )
        line = f"{first.split()[0]} {path} HTTP/1.1\r\nhost: {NAME}\r\nconnection: close\r\n"
        try:
            back.write(f"{line}{kept}\r\n".encode() + body)
            writer.write(await there.read())
            await writer.drain()
        finally:  # a long poll may still be waiting when the proxy is stopped
            back.close()
        writer.close()


async def _pour(reader, writer):
    with suppress(ConnectionError):
        while part := await reader.read(1 << 16):
            writer.write(part)
            await writer.drain()
    writer.close()


def _telegram():
    async def answer(request):
        said = (await request.json()).get("text", "") if request.can_read_body else ""
        return web.json_response({"ok": True, "result": [request.path.rsplit("/", 1)[-1], said]})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    return app


@pytest_asyncio.fixture
async def telegram():
    """The port of a Telegram that answers each call with its method and its text."""
    async with TestServer(_telegram()) as server:
        yield server.port


@pytest_asyncio.fixture
async def telegram_over_tls():
    """The port of the same one over TLS, by a certificate that nobody has signed but itself."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    server = TestServer(_telegram())
    await server.start_server(ssl=context)
    yield server.port
    await server.close()


@asynccontextmanager
async def proxied(proxy, scheme, *, login="", to="http"):
    """Let a proxy listen, and yield the way by it, with the server that it is."""
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = f"{scheme}://{login and login + '@'}127.0.0.1:{port}"
    way = Transport(TOKEN, f"{to}://{NAME}", AiohttpRequest(proxy=address, connect_timeout=3))
    await way.start()
    try:
        yield way, server
    finally:
        await way.shutdown()
        server.close()
