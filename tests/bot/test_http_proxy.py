"""By way of an HTTP proxy on this machine (RFC 9112 section 3.2.2: the request names the host)."""

import asyncio
from base64 import b64decode
from contextlib import asynccontextmanager
from functools import partial

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import demo
from bot.errors import NeverLeft, OutcomeUnknown
from bot.transport import AiohttpRequest, Transport
from sandbox.client import Town
from tests.journeys.towns import GROUP, LIFT, MORNING

TOKEN = "123456789:AAexampleexampleexampleexampleexam"
LOGIN = "linli:s3cr3t-of-the-proxy"
NAME = "telegram.invalid"  # only the proxy knows where it is


class Proxy:
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
        back.write(f"{line}{kept}\r\n".encode() + body)
        writer.write(await there.read())
        await writer.drain()
        back.close()
        writer.close()


@pytest_asyncio.fixture
async def telegram():
    async def answer(request):
        said = (await request.json()).get("text", "")
        return web.json_response({"ok": True, "result": [request.path.rsplit("/", 1)[-1], said]})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield server.port


@asynccontextmanager
async def proxied(telegram, *, login="", **settings):
    proxy = Proxy(telegram, **settings)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = f"http://{login and login + '@'}127.0.0.1:{port}"
    way = Transport(TOKEN, f"http://{NAME}", AiohttpRequest(proxy=address, connect_timeout=3))
    await way.start()
    try:
        yield way, proxy, server
    finally:
        await way.shutdown()
        server.close()


async def test_a_call_goes_by_the_proxy_which_is_told_the_whole_address(telegram):
    async with proxied(telegram) as (way, proxy, _):
        assert await way.call("sendMessage", {"text": "三号楼"}) == ["sendMessage", "三号楼"]
        assert await way.call("getMe", {"text": ""}) == ["getMe", ""]

    base = f"POST http://{NAME}/bot{TOKEN}"
    assert proxy.asked == [f"{base}/sendMessage", f"{base}/getMe"]


async def test_user_and_password_are_given_to_the_proxy(telegram):
    async with proxied(telegram, login=LOGIN) as (way, proxy, _):
        await way.call("getMe", {"text": ""})

    assert proxy.by == [LOGIN]


async def test_a_proxy_that_is_not_there_is_an_error_that_names_no_secret(telegram):
    async with proxied(telegram, login=LOGIN) as (way, _, server):
        server.close()
        await server.wait_closed()
        with pytest.raises(NeverLeft) as caught:
            await way.call("getMe", {"text": ""})

    assert "s3cr3t" not in repr(caught.value)
    assert TOKEN not in repr(caught.value)


async def test_what_a_proxy_answers_itself_is_no_answer_of_telegram(telegram):
    busy = "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"
    async with proxied(telegram, says=busy) as (way, _, _):
        with pytest.raises(OutcomeUnknown):
            await way.call("getMe", {"text": ""})


@pytest.mark.usefixtures("forks")
async def test_a_bot_hears_and_answers_by_way_of_it_alone(tmp_path):
    with demo.sandbox(tmp_path, start=MORNING) as address:
        proxy = Proxy(int(address.rpartition(":")[2]))
        async with await asyncio.start_server(proxy.serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            env = demo.environment(
                tmp_path, address, pace="unlimited", api=f"http://{NAME}", community=demo.COMMUNITY
            )
            env["LINLI_PROXY"] = f"http://127.0.0.1:{port}"
            log = tmp_path / "bot.log"
            with await asyncio.to_thread(
                partial(demo.Process, "bot", "run", env=env, log=log)
            ) as bot:
                told = await asyncio.to_thread(_reported, address)
                await asyncio.to_thread(bot.stop)

    methods = {line.rpartition("/")[2] for line in proxy.asked}
    assert "收到了" in told
    assert {"getMe", "getUpdates", "sendMessage"} <= methods


def _reported(address):
    """Report in the group, and return what the bot said there."""
    town = Town(address)
    town.says("李婶", LIFT, chat=GROUP)
    assert town.get("/idle?timeout=30")["idle"]
    return "\n".join(m["text"] for m in town.messages("李婶", GROUP) if m["from"]["bot"])
