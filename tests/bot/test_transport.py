import asyncio
import io
import json
import logging
import socket
import traceback
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot, InputFile
from telegram import error as errors

from bot.transport import AiohttpRequest, NeverLeft, OutcomeUnknown, Transport

TOKEN = "123456789:AAexampleexampleexampleexampleexam"
GROUP = -1001234567890
HTML = b"<html>what a proxy says</html>"


class Telegram:
    """A server on this machine that answers as it is told, and remembers what it was asked."""

    def __init__(self):
        self.asked, self.reply = [], None

    async def answer(self, request):
        if request.content_type == "multipart/form-data":
            parts = await request.multipart()
            body = [(part.name, part.filename, bytes(await part.read())) async for part in parts]
        else:
            body = await request.json() if request.body_exists else None
        self.asked.append((request.path, body))
        return await self.reply(request)


@pytest_asyncio.fixture
async def telegram():
    told, app = Telegram(), web.Application()
    app.router.add_route("*", "/{path:.*}", told.answer)
    async with TestServer(app) as server:
        told.url = str(server.make_url(""))
        yield told


@asynccontextmanager
async def opened(url, **settings):
    transport = Transport(TOKEN, url, AiohttpRequest(**settings))
    await transport.start()
    yield transport
    await transport.shutdown()


@pytest_asyncio.fixture
async def transport(telegram):
    async with opened(telegram.url) as carrier:
        await carrier.start()  # once more: a pool left open would warn, and a warning is an error
        yield carrier


def says_raw(status, body, **headers):
    async def reply(_request):
        return web.Response(status=status, body=body, headers=headers)

    return reply


def says(status=200, **answer):
    return says_raw(status, json.dumps(answer).encode())


async def never(_request):
    await asyncio.Event().wait()


async def failure(transport, params=(("text", "楼道灯"),), **words):
    with pytest.raises(errors.TelegramError) as caught:
        await transport.call("sendMessage", dict(params), **words)
    return caught.value


@pytest.fixture
def closed_port():
    with socket.socket() as held:  # bound, never listening: a connection is refused
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


async def test_call_sends_json_and_returns_the_raw_result(telegram, transport):
    telegram.reply = says(ok=True, result={"message_id": 7, "not_yet_known": [1]})
    keys = {"inline_keyboard": [[{"text": "接单", "callback_data": "c:1"}]]}
    card = {"chat_id": GROUP, "text": "三号楼?", "reply_markup": keys}
    half_an_emoji = {**card, "text": "三号楼\ud83d", "reply_parameters": None}

    result = await transport.call("sendMessage", half_an_emoji)

    assert result == {"message_id": 7, "not_yet_known": [1]}
    assert telegram.asked == [(f"/bot{TOKEN}/sendMessage", card)]


async def test_call_uploads_a_file_under_its_chinese_name(telegram, transport):
    telegram.reply = says(ok=True, result=True)
    paper = InputFile(b"%PDF", filename="九月物业费.pdf")

    await transport.call("sendDocument", {"chat_id": 5, "document": paper, "reply_markup": {}})

    fields = [("chat_id", None, b"5"), ("reply_markup", None, b"{}")]
    fields.append(("document", "九月物业费.pdf", b"%PDF"))
    assert telegram.asked == [(f"/bot{TOKEN}/sendDocument", fields)]


async def test_request_serves_the_bot_of_the_library(telegram):
    telegram.reply = says(ok=True, result={"id": 1, "is_bot": True, "first_name": "邻里"})

    async with Bot(TOKEN, base_url=f"{telegram.url}/bot", request=AiohttpRequest()) as bot:
        assert (await bot.get_me()).first_name == "邻里"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (says(429, ok=False, parameters={"retry_after": 3}), errors.RetryAfter),
        (says(400, ok=False, parameters={"migrate_to_chat_id": -100}), errors.ChatMigrated),
        (
            says(403, ok=False, description="Forbidden: the group chat was deleted"),
            errors.Forbidden,
        ),
        (says(400, ok=False, description="Bad Request: chat not found"), errors.BadRequest),
        (says(413, ok=False, description="Request Entity Too Large"), errors.BadRequest),
        (says_raw(413, HTML), errors.BadRequest),
        (says(409, ok=False, description="Conflict"), errors.Conflict),
        (says(401, ok=False, description="Unauthorized"), errors.InvalidToken),
        (says(404, ok=False, description="Not Found"), errors.InvalidToken),
        (says(500, ok=False, description="Internal Server Error"), OutcomeUnknown),
        (says_raw(200, b"[]"), OutcomeUnknown),
        (says_raw(200, b'{"ok":true}'), OutcomeUnknown),
        (says_raw(302, b"", Location="/elsewhere"), OutcomeUnknown),
        *[(says_raw(code, HTML), OutcomeUnknown) for code in (200, 400, 403, 404, 502, 504)],
    ],
)
async def test_call_names_the_error_of_an_answer(telegram, transport, reply, error):
    telegram.reply = reply

    assert type(await failure(transport)) is error
    assert len(telegram.asked) == 1


@pytest.mark.parametrize(("headers", "seconds"), [({"Retry-After": "9"}, 9), ({}, 5)])
@pytest.mark.parametrize("body", [HTML, b'{"ok":false,"parameters":{}}'])
async def test_call_waits_after_a_bare_flood(telegram, transport, body, headers, seconds):
    telegram.reply = says_raw(429, body, **headers)

    error = await failure(transport)

    assert (type(error), error.retry_after.total_seconds()) == (errors.RetryAfter, seconds)


async def aborts(request):
    request.transport.abort()
    return web.Response()


async def breaks_off(request):
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    request.transport.close()
    return response


@pytest.mark.parametrize("breaks", [aborts, breaks_off])
async def test_call_is_unknown_and_not_repeated_when_cut_off(telegram, transport, breaks):
    telegram.reply = says(ok=True, result=True)
    await transport.call("getMe")
    telegram.reply = breaks  # on a connection used before, where clients like to try again

    assert type(await failure(transport)) is OutcomeUnknown
    assert len(telegram.asked) == 2


async def test_call_is_unknown_when_no_answer_comes_in_time(telegram, transport):
    telegram.reply = never

    assert type(await failure(transport, read_timeout=0.05)) is OutcomeUnknown
    assert len(telegram.asked) == 1


async def test_poll_has_more_patience_than_telegram(transport, monkeypatch):
    async def do_request(_self, _url=None, request_data=None, read_timeout=None, **_words):
        seen.append((request_data.parameters, read_timeout))
        return 200, b'{"ok":true,"result":[{"update_id":1}]}'

    seen = []
    monkeypatch.setattr(AiohttpRequest, "do_request", do_request)

    assert await transport.poll({"offset": 9}, seconds=50) == [{"update_id": 1}]
    assert seen == [({"offset": 9, "timeout": 50}, 60.0)]


async def test_call_never_left_when_the_name_is_not_known(monkeypatch):
    async def unknown(*_args, **_words):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)

    async with opened("http://telegram.invalid") as transport:
        assert type(await failure(transport)) is NeverLeft


@pytest.mark.parametrize("way", ["to Telegram", "to the proxy"])
async def test_call_never_left_when_the_connection_is_refused(telegram, closed_port, way):
    closed = f"http://user:secret@127.0.0.1:{closed_port}"
    url, settings = (closed, {}) if way == "to Telegram" else (telegram.url, {"proxy": closed})

    async with opened(url, **settings) as transport:
        error = await failure(transport)

    assert (type(error), telegram.asked) == (NeverLeft, [])
    assert "secret" not in str(error)


@pytest.mark.parametrize("answer", [b"HTTP/1.1 502 Bad Gateway\r\n\r\n", b""])
async def test_call_never_left_when_the_proxy_makes_no_tunnel(answer):
    async def refuses(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    async with await asyncio.start_server(refuses, "127.0.0.1", 0) as server:
        proxy = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with opened("https://api.telegram.org", proxy=proxy) as transport:
            assert type(await failure(transport)) is NeverLeft


async def test_call_never_left_when_no_connection_comes_in_time():
    with socket.create_server(("127.0.0.1", 0)) as silent:  # nobody answers the TLS handshake
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        async with opened(url, connect_timeout=0.05) as transport:
            assert type(await failure(transport)) is NeverLeft


async def test_call_never_left_before_the_start_and_after_the_shutdown(telegram):
    transport = Transport(TOKEN, telegram.url, AiohttpRequest())

    assert type(await failure(transport)) is NeverLeft
    await transport.start()
    await transport.shutdown()
    assert type(await failure(transport)) is NeverLeft


async def test_download_fetches_the_bytes_until_the_path_expires(telegram, transport):
    telegram.reply = says_raw(200, b"\xff\xd8photo")

    assert await transport.download("photos/1.jpg") == b"\xff\xd8photo"
    assert telegram.asked[0][0] == f"/file/bot{TOKEN}/photos/1.jpg"
    telegram.reply = says(404, ok=False, error_code=404, description="Not Found")
    with pytest.raises(errors.BadRequest):  # and not a bad token
        await transport.download("photos/1.jpg")


def test_the_proxy_must_be_one_that_can_be_spoken_to():
    with pytest.raises(ValueError, match=r"^the proxy must be an http, https, socks5 or socks5h"):
        AiohttpRequest(proxy="socks4://user:secret@127.0.0.1:1080")


def chain(error):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


async def test_the_token_is_in_no_error_no_repr_and_no_log(telegram, closed_port, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "aiohttp.access")  # the server's, not ours
    telegram.reply = says_raw(200, f"<html>{TOKEN}".encode())
    caught = []

    for url in (telegram.url, f"http://127.0.0.1:{closed_port}", "http://127.0.0.1:99999"):
        async with opened(url) as transport:
            caught.append(await failure(transport))
            caught.append(await failure(transport, read_timeout=0.00001))
            assert TOKEN not in repr(transport)

    for error in (link for first in caught for link in chain(first)):
        assert isinstance(error, errors.NetworkError)
        assert TOKEN not in f"{error} {error!r} {error.args}"
        assert TOKEN not in "".join(traceback.format_exception(error))
    assert TOKEN not in caplog.text


async def test_an_upload_is_whole_again_after_a_failure(telegram, transport):
    upload = {"document": InputFile(io.BytesIO(b"%PDF"), filename="a.pdf")}
    telegram.reply = says(502, ok=False)
    assert type(await failure(transport, params=upload)) is OutcomeUnknown
    telegram.reply = says(ok=True, result=True)

    await transport.call("sendMessage", upload)

    assert telegram.asked[0] == telegram.asked[1]
