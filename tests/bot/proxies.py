"""A Telegram that only a proxy on this machine can find, and a way to it through one."""

import asyncio
from base64 import b64decode
from contextlib import asynccontextmanager

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.transport import AiohttpRequest, Transport

TOKEN = "123456789:AAexampleexampleexampleexampleexam"
NAME = "telegram.invalid"  # only the proxy knows where it is


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

    async def _pass(self, head, reader, writer):
        first, *lines = head.decode().split("\r\n")
        told = {
            k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)
        }
        self.asked.append(" ".join(first.split()[:2]))
        if login := told.get("proxy-authorization"):
            self.by.append(b64decode(login.removeprefix("Basic ")).decode())
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


@pytest_asyncio.fixture
async def telegram():
    """The port of a Telegram that answers each call with its method and its text."""

    async def answer(request):
        said = (await request.json()).get("text", "") if request.can_read_body else ""
        return web.json_response({"ok": True, "result": [request.path.rsplit("/", 1)[-1], said]})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield server.port


@asynccontextmanager
async def proxied(proxy, scheme, *, login=""):
    """Let a proxy listen, and yield the way by it, with the server that it is."""
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = f"{scheme}://{login and login + '@'}127.0.0.1:{port}"
    way = Transport(TOKEN, f"http://{NAME}", AiohttpRequest(proxy=address, connect_timeout=3))
    await way.start()
    try:
        yield way, server
    finally:
        await way.shutdown()
        server.close()
