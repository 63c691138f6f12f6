"""Telegram is told where the webhook is, and looked after: taken away, unreached, refused."""

import asyncio
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot import hooks
from bot.counting import NEVER
from bot.hooks import Hooks
from bot.receiving import Stopped
from handlers.routes import UPDATES
from tests.bot import doors
from tests.bot.test_hooks import DONE, SECRET, URL, Way


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(hooks, "PAUSES", (0,))
    monkeypatch.setattr(hooks, "LOOK", 0)


@asynccontextmanager
async def registering(town, *script):
    way = Way(*script)
    made = Hooks(town.house, way, list, url=URL, secret=SECRET, seen=0, moved=lambda: None)
    task = asyncio.ensure_future(made.run())  # noqa: TID251 -- of this test
    empty = asyncio.ensure_future(way.empty.wait())  # noqa: TID251 -- as above
    async with asyncio.timeout(5):
        await asyncio.wait({task, empty}, return_when=asyncio.FIRST_COMPLETED)
    empty.cancel()
    try:
        yield way, task
    finally:
        task.cancel()
        await asyncio.wait({task})


async def test_telegram_is_told_where_we_are_and_what_we_want(town):
    async with registering(town, NetworkError("gone"), DONE) as (way, _):
        calls = way.calls

    wanted = {
        "url": URL,
        "secret_token": SECRET,
        "max_connections": 40,
        "allowed_updates": list(UPDATES),
        "drop_pending_updates": False,
    }
    assert calls == [("setWebhook", wanted)] * 2 + [("getWebhookInfo", None)]


@pytest.mark.parametrize(
    ("info", "heard"),
    [
        ({"pending_update_count": 3, "last_error_date": 1_793_600_000}, False),
        ({"pending_update_count": 3}, True),
        ({"pending_update_count": 0, "last_error_date": 1_793_600_000}, True),
    ],
    ids=["unreached", "on-their-way", "mended"],
)
async def test_a_telegram_that_cannot_reach_us_is_not_heard(town, info, heard):
    counts = town.house.counts

    def asked():
        counts.contact = NEVER
        return {"url": URL, **info}

    async with registering(town, DONE, asked):
        assert (counts.contact > NEVER) is heard


async def test_a_webhook_taken_away_once_is_set_again(town):
    async with registering(town, DONE, {"url": ""}, DONE, {"url": URL}) as (way, _):
        names = [name for name, _ in way.calls]

    assert names == [*["setWebhook", "getWebhookInfo"] * 2, "getWebhookInfo"]


async def test_a_webhook_taken_away_again_and_again_stops_the_bot(town):
    async with registering(town, *[DONE, {"url": "https://other"}] * 5) as (_, task):
        stopped = task.exception()

    assert str(stopped) == (
        "这个机器人还有另一份，总把 webhook 取走：请停下那一份。\n"
        "Another copy of this bot takes the webhook away: stop that one."
    )
    assert stopped.code == 75


@pytest.mark.parametrize(
    ("error", "told", "code"),
    [
        (InvalidToken("Unauthorized"), "Telegram does not know this token", 78),
        (BadRequest("bad webhook: HTTPS url must be provided"), "LINLI_WEBHOOK_URL: bad web", 2),
    ],
)
async def test_what_no_patience_mends_stops_the_bot(town, error, told, code):
    async with registering(town, error) as (_, task):
        stopped = task.exception()

    assert isinstance(stopped, Stopped)
    assert told in str(stopped)
    assert stopped.code == code
