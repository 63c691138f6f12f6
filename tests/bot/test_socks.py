"""By way of a SOCKS5 proxy on this machine (RFC 1928, RFC 1929)."""

import asyncio
import logging
import struct

import pytest
from telegram import error as errors

from bot.errors import NeverLeft
from bot.transport import AiohttpRequest, Transport
from tests.bot.proxies import NAME, TOKEN, proxied, telegram

__all__ = ["telegram"]  # the fixture works here too
USER, PASSWORD = "linli", "s3cr3t-of-the-proxy"
GRANTED, REFUSED, NOT_ALLOWED = 0, 5, 2


class Proxy:
    """A SOCKS5 server: remembers who came and where to; all names lead to one port."""

    def __init__(self, port, *, reply=GRANTED, secret=False):
        self.port, self.reply, self.secret = port, reply, secret
        self.wanted, self.named = [], []

    async def serve(self, reader, writer):
        try:
            if await self._greet(reader, writer):
                await self._connect(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _greet(self, reader, writer):
        _, count = await reader.readexactly(2)
        await reader.readexactly(count)
        writer.write(bytes([5, 2 if self.secret else 0]))
        if not self.secret:
            return True
        _, length = await reader.readexactly(2)
        user = await reader.readexactly(length)
        [length] = await reader.readexactly(1)
        password = await reader.readexactly(length)
        self.named.append((user.decode(), password.decode()))
        right = self.named[-1] == (USER, PASSWORD)
        writer.write(bytes([1, 0 if right else 1]))
        return right

    async def _connect(self, reader, writer):
        _, _, _, kind = await reader.readexactly(4)
        [length] = await reader.readexactly(1) if kind == 3 else [4]
        host = await reader.readexactly(length)
        (port,) = struct.unpack(">H", await reader.readexactly(2))
        self.wanted.append((host.decode() if kind == 3 else host, port))
        writer.write(bytes([5, self.reply, 0, 1, 0, 0, 0, 0, 0, 0]))
        if self.reply == GRANTED:
            there, back = await asyncio.open_connection("127.0.0.1", self.port)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_pour(reader, back))
                tasks.create_task(_pour(there, writer))


async def _pour(source, drain):
    while chunk := await source.read(65536):
        drain.write(chunk)
        await drain.drain()
    drain.close()


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_a_call_goes_by_the_proxy_which_resolves_the_name(telegram, scheme):
    proxy = Proxy(telegram)
    async with proxied(proxy, scheme) as (way, _):
        assert await way.call("getMe") == ["getMe", ""]

    assert proxy.wanted == [(NAME, 80)]


async def test_user_and_password_are_given_to_the_proxy_alone(telegram, caplog):
    caplog.set_level(logging.DEBUG)
    proxy = Proxy(telegram, secret=True)

    async with proxied(proxy, "socks5", login=f"{USER}:{PASSWORD}") as (way, _):
        assert await way.call("getMe") == ["getMe", ""]
        shown = repr(way)

    assert proxy.named == [(USER, PASSWORD)]
    assert PASSWORD not in caplog.text + shown


@pytest.mark.parametrize(
    ("settings", "login"),
    [
        ({"reply": REFUSED}, ""),
        ({"reply": NOT_ALLOWED}, ""),
        ({"secret": True}, "linli:wrong-s3cr3t"),
    ],
    ids=["refused", "not-allowed", "wrong-password"],
)
async def test_what_the_proxy_refuses_never_left(telegram, settings, login):
    async with proxied(Proxy(telegram, **settings), "socks5", login=login) as (way, _):
        with pytest.raises(errors.NetworkError) as caught:
            await way.call("sendMessage", {"chat_id": 1, "text": "x"})

    assert type(caught.value) is NeverLeft
    assert "s3cr3t" not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_a_proxy_that_is_not_there_never_let_anything_leave():
    closed = AiohttpRequest(proxy="socks5h://127.0.0.1:9", connect_timeout=3)
    way = Transport(TOKEN, f"http://{NAME}", closed)
    await way.start()
    with pytest.raises(NeverLeft):
        await way.call("getMe")
    await way.shutdown()
