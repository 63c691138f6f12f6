"""The close asks Telegram once more and counts only then, by either way in, in any copy."""

import asyncio
import json
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from telegram.error import NetworkError

from bot import hooks, receiving
from bot.hooks import GRACE, Hooks
from bot.receiving import POLL_SECONDS, Receiver
from bot.ticks import Ticks
from governance.ballots.states import BallotStatus
from storage import further
from storage.ballots import BALLOTS
from storage.leases import Lease
from storage.rows import ms
from storage.votes import VOTES
from tests.bot import doors
from tests.bot.doors import GROUP, LI, ZHANG
from tests.bot.test_ballots import CLOSES, given, pressed, written
from tests.bot.test_ballots import town as _town

S = BallotStatus
MOMENT, LONG = timedelta(milliseconds=1), timedelta(hours=3)
URL = "https://bot.example.org/telegram"
town = _town


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(receiving, "PAUSES", (0,))
    monkeypatch.setattr(receiving, "LOOK", 0)


class Telegram:
    """Holds each poll back until the test answers it, and knows for how long each would wait."""

    def __init__(self):
        self.seconds, self.polls = [], asyncio.Queue()

    async def poll(self, params, *, seconds):  # noqa: ARG002 -- as the transport has it
        self.seconds.append(seconds)
        answer = asyncio.get_running_loop().create_future()
        await self.polls.put(answer)
        return await answer

    async def asked(self):
        async with asyncio.timeout(5):
            return await self.polls.get()


@asynccontextmanager
async def asking(town, lanes, own=None):
    """Let a receiver poll; yield it, and the Telegram that it asks."""
    telegram = Telegram()
    made = Receiver(town.house, telegram, lanes.arrive, seen=0, moved=lambda: None, own=own)
    task = asyncio.ensure_future(made.run())  # noqa: TID251 -- of this test
    try:
        yield made, telegram
    finally:
        task.cancel()
        await asyncio.wait({task})


async def goes_by(town, at):
    """Let it be that time and what is due be done; return how the ballot stands."""
    town.house.clock.at = at
    ticks = Ticks(town.house)
    await ticks.look()
    await ticks.look()
    [(status,)] = await town.rows(BALLOTS.c.status)
    return BallotStatus(status)


def update(arrival):
    return json.loads(arrival.raw)


async def test_neither_the_poll_nor_what_waits_for_it_stands_until_the_next_look(town):
    writer = town.house.writer
    await given(town)
    before = writer.urgent
    assert await goes_by(town, CLOSES) is S.OPEN
    wanted = writer.urgent

    await town.unit(lambda c: further.asked(c, ms(CLOSES)))

    assert (wanted, writer.urgent) == (before + 1, before + 2)


async def test_the_close_waits_for_a_poll_that_is_held_back_however_long(town):
    [in_time] = await given(town, pressed(1, "b:1:mark=0"))
    async with doors.working(town) as lanes, asking(town, lanes) as (receiver, telegram):
        await telegram.asked()
        assert await goes_by(town, CLOSES) is S.OPEN
        await receiver.look()  # the poll of before the close is cut short
        further = await telegram.asked()
        assert telegram.seconds == [POLL_SECONDS, 0]
        assert await goes_by(town, CLOSES + LONG) is S.OPEN

        further.set_result([update(pressed(2, "b:1:mark=1", person=ZHANG))])
        await telegram.asked()
        assert telegram.seconds[-1] == POLL_SECONDS
        assert await goes_by(town, CLOSES + LONG) is S.TALLIED

    assert "已记下" in in_time.text
    assert "已经截止" in lanes.answers[0][1].text
    assert await town.rows(VOTES.c.unit, VOTES.c.marks) == [("b3/101", {"for": 1})]


async def test_what_a_poll_of_before_the_close_brought_is_waited_for(town):
    async with doors.working(town) as lanes, asking(town, lanes) as (receiver, telegram):
        (await telegram.asked()).set_result([])
        before = await telegram.asked()
        await town.unit(lambda _: None)
        town.house.clock.at = CLOSES - MOMENT
        before.set_result([update(pressed(2, "b:1:mark=1", person=ZHANG))])
        await telegram.asked()
        await lanes.quiet()
        assert await goes_by(town, CLOSES + LONG) is S.OPEN
        await receiver.look()
        (await telegram.asked()).set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.TALLIED

    assert await town.rows(VOTES.c.unit, VOTES.c.marks) == [("b3/102", {"against": 1})]


async def test_a_poll_that_failed_is_none(town):
    async with doors.working(town) as lanes, asking(town, lanes) as (receiver, telegram):
        await telegram.asked()
        await goes_by(town, CLOSES)
        await receiver.look()
        (await telegram.asked()).set_exception(NetworkError("away"))
        again = await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.OPEN
        again.set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.TALLIED


async def test_a_clock_behind_that_of_the_copy_that_closes_is_waited_for(town):
    async with doors.working(town) as lanes, asking(town, lanes) as (receiver, telegram):
        await telegram.asked()
        await goes_by(town, CLOSES)
        town.house.clock.at = CLOSES - MOMENT  # as the copy that polls has it
        await receiver.look()
        (await telegram.asked()).set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.OPEN
        await receiver.look()
        (await telegram.asked()).set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.TALLIED


async def test_it_is_the_copy_that_polls_whose_poll_is_waited_for(town):
    """Another copy does what is due; one that lost the poll to somebody else wakes nobody."""
    lost = Lease("poll:1", "gone", 1)
    async with doors.working(town) as lanes, asking(town, lanes, own=lambda: lost) as one:
        receiver, telegram = one
        await telegram.asked()
        assert await goes_by(town, CLOSES) is S.OPEN
        await receiver.look()
        (await telegram.asked()).set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.OPEN
    async with doors.working(town) as lanes, asking(town, lanes) as (receiver, telegram):
        await telegram.asked()
        await receiver.look()
        (await telegram.asked()).set_result([])
        await telegram.asked()
        assert await goes_by(town, CLOSES + LONG) is S.TALLIED


# ── the webhook ──


class Way:
    """Tells what waits at Telegram."""

    def __init__(self, url=URL, waits=0):
        self.url, self.waits, self.calls = url, waits, 0

    async def call(self, method, params=None):
        assert (method, params) == ("getWebhookInfo", None)
        self.calls += 1
        if self.waits is None:
            raise NetworkError("away")
        return {"url": self.url, "pending_update_count": self.waits}


def hooked(town, way):
    return Hooks(town.house, way, lambda _: None, url=URL, secret="s", seen=0, moved=lambda: None)


async def test_by_a_webhook_the_close_waits_until_telegram_holds_nothing(town):
    way = Way(waits=1)
    hook = hooked(town, way)
    await hook.look()
    assert way.calls == 0  # nobody waits
    await written(town, CLOSES - MOMENT, pressed(1, "b:1:mark=0", chat=GROUP, person=LI))
    assert await goes_by(town, CLOSES) is S.OPEN
    await doors.walk(town, pressed(1, "b:1:mark=0"))

    for waits, url in ((1, URL), (None, URL), (0, "https://elsewhere.example.org")):
        way.waits, way.url = waits, url
        town.house.clock.at += timedelta(seconds=1)
        await goes_by(town, town.house.clock.at)
        await hook.look()
        assert await goes_by(town, town.house.clock.at) is S.OPEN, (waits, url)

    way.waits, way.url = 0, URL
    await hook.look()
    assert await goes_by(town, town.house.clock.at) is S.TALLIED
    assert await town.rows(VOTES.c.unit, VOTES.c.marks) == [("b3/101", {"for": 1})]


async def test_by_a_webhook_that_is_never_still_the_close_waits_for_a_grace(town):
    hook = hooked(town, Way(waits=7))
    assert await goes_by(town, CLOSES) is S.OPEN
    for late, expected in ((timedelta(milliseconds=GRACE - 1), S.OPEN), (LONG, S.TALLIED)):
        town.house.clock.at = CLOSES + late
        await hook.look()
        assert await goes_by(town, CLOSES + late) is expected


def test_the_grace_is_longer_than_telegram_waits_for_an_answer():
    assert GRACE > 60_000 > 1000 * hooks.PATIENCE
