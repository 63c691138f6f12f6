"""An own Bot API server, wherever it stands: methods and files are asked of it alone."""

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.test_transport import TOKEN, Telegram, opened, says, says_raw


@pytest.mark.parametrize(
    ("base", "before"),
    [("", ""), ("/", ""), ("/bot", ""), ("/bot/", ""), ("/telegram", "/telegram")],
)
async def test_however_its_address_is_written_the_same_is_asked(base, before):
    server, app = Telegram(), web.Application()
    app.router.add_route("*", "/{path:.*}", server.answer)

    async with TestServer(app) as there, opened(f"{there.make_url('')}".rstrip("/") + base) as way:
        server.reply = says(ok=True, result=True)
        await way.call("getMe")
        server.reply = says_raw(200, b"photo")
        await way.download("photos/1.jpg")

    assert [path for path, _ in server.asked] == [
        f"{before}/bot{TOKEN}/getMe",
        f"{before}/file/bot{TOKEN}/photos/1.jpg",
    ]
