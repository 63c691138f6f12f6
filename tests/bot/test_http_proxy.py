"""By way of an HTTP proxy on this machine (RFC 9112 section 3.2.2: the request names the host)."""

import asyncio
import ssl
from functools import partial

import pytest

from bot import demo
from bot.errors import NeverLeft, OutcomeUnknown
from sandbox.client import Town
from tests.bot.proxies import (
    CERTIFICATE,
    NAME,
    TOKEN,
    HttpProxy,
    proxied,
    telegram,
    telegram_over_tls,
)
from tests.journeys.towns import GROUP, LIFT, MORNING

__all__ = ["telegram", "telegram_over_tls"]  # the fixtures work here too
LOGIN = "linli:s3cr3t-of-the-proxy"


async def test_a_call_goes_by_the_proxy_which_is_told_the_whole_address(telegram):
    proxy = HttpProxy(telegram)
    async with proxied(proxy, "http") as (way, _):
        assert await way.call("sendMessage", {"text": "三号楼"}) == ["sendMessage", "三号楼"]
        assert await way.call("getMe", {"text": ""}) == ["getMe", ""]

    base = f"POST http://{NAME}/bot{TOKEN}"
    assert proxy.asked == [f"{base}/sendMessage", f"{base}/getMe"]


async def test_over_tls_the_proxy_learns_the_name_and_nothing_that_is_said(
    telegram_over_tls, monkeypatch
):
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", trusting)
    proxy = HttpProxy(telegram_over_tls)
    async with proxied(proxy, "http", login=LOGIN, to="https") as (way, _):
        assert await way.call("sendMessage", {"text": "三号楼"}) == ["sendMessage", "三号楼"]

    assert proxy.asked == [f"CONNECT {NAME}:443"]
    assert proxy.by == [LOGIN]


async def test_a_proxy_that_plays_telegram_itself_is_told_nothing(telegram_over_tls):
    async with proxied(HttpProxy(telegram_over_tls), "http", to="https") as (way, _):
        with pytest.raises(NeverLeft) as caught:
            await way.call("sendMessage", {"text": "三号楼"})

    assert TOKEN not in repr(caught.value)


async def test_user_and_password_are_given_to_the_proxy(telegram):
    proxy = HttpProxy(telegram)
    async with proxied(proxy, "http", login=LOGIN) as (way, _):
        await way.call("getMe", {"text": ""})

    assert proxy.by == [LOGIN]


async def test_a_proxy_that_is_not_there_is_an_error_that_names_no_secret(telegram):
    async with proxied(HttpProxy(telegram), "http", login=LOGIN) as (way, server):
        server.close()
        await server.wait_closed()
        with pytest.raises(NeverLeft) as caught:
            await way.call("getMe", {"text": ""})

    assert "s3cr3t" not in repr(caught.value)
    assert TOKEN not in repr(caught.value)


async def test_what_a_proxy_answers_itself_is_no_answer_of_telegram(telegram):
    busy = "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"
    async with proxied(HttpProxy(telegram, says=busy), "http") as (way, _):
        with pytest.raises(OutcomeUnknown):
            await way.call("getMe", {"text": ""})


@pytest.mark.usefixtures("forks")
async def test_a_bot_hears_and_answers_by_way_of_it_alone(tmp_path):
    with demo.sandbox(tmp_path, start=MORNING) as address:
        proxy = HttpProxy(int(address.rpartition(":")[2]))
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
