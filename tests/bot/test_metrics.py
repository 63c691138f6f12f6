"""What /metrics tells is what happened: each figure is counted where it happens."""

import asyncio
import threading
from datetime import timedelta

import pytest
import pytest_asyncio
from telegram.error import BadRequest, RetryAfter

from bot.errors import OutcomeUnknown
from bot.watching import Watched
from bot.wiring import Stir
from storage import inbox
from tests.bot import doors
from tests.bot.doors import BOT, LI, MONDAY, WANG, Caller, arrival, message, notice, walk
from tests.bot.scraping import scraped

POISON = {"message": {"message_id": "?", "chat": 7}}


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, WANG)
        yield town


async def test_each_answer_429_is_counted(town):
    await town.put(notice(), doors.elsewhere(notice(), doors.GROUP))
    caller = Caller()
    caller.script.extend([RetryAfter(30), RetryAfter(30)])

    async with doors.sending(town, caller):
        await town.until(lambda c: all(row.tries for row in doors.outbox_rows(c)))

    assert "linli_floods_total 2.0" in await scraped(town.house)


async def test_each_dead_letter_of_the_lanes_is_counted(town):
    await walk(town, arrival(1, POISON), arrival(2, POISON), arrival(3, {"message": message()}))

    assert "linli_dead_letters_total 2.0" in await scraped(town.house)


class Mute:
    """A way to Telegram on which nothing is ever heard."""

    async def start(self):
        pass

    async def shutdown(self):
        pass

    async def poll(self, _, *, seconds):  # noqa: ARG002 -- as the transport has it
        await asyncio.Event().wait()


async def test_each_poll_that_fell_silent_is_counted(town):
    watched = Watched(Mute(), town.house.counts, margin=0.01)
    for _ in range(2):
        with pytest.raises(OutcomeUnknown):
            await watched.poll({}, seconds=0)

    assert "linli_silent_polls_total 2.0" in await scraped(town.house)


async def test_units_and_commits_are_counted_and_how_many_units_a_commit_held(town):
    def figure(name):
        return next(float(line.split()[-1]) for line in lines if line.startswith(name))

    lines = await scraped(town.house)
    units, commits = figure("linli_units_total"), figure("linli_commits_total")
    stir, begun, go = Stir(), threading.Event(), threading.Event()
    stir.counts = town.house.counts
    town.house.writer._after_commit = stir
    alone = town.house.writer.submit(lambda _: (begun.set(), go.wait(5)))
    await asyncio.to_thread(begun.wait, 5)
    together = [town.house.writer.submit(lambda _: None) for _ in range(3)]
    go.set()
    await asyncio.gather(alone, *together)

    lines = await scraped(town.house)
    assert (figure("linli_units_total"), figure("linli_commits_total")) == (units + 4, commits + 2)
    assert 'linli_units_per_commit_bucket{le="1.0"} 1.0' in lines
    assert 'linli_units_per_commit_bucket{le="4.0"} 2.0' in lines
    assert "linli_units_per_commit_sum 4.0" in lines


async def test_each_fate_is_counted_by_its_kind(town):
    await town.put(notice(), doors.elsewhere(notice(), WANG))
    caller = Caller()
    caller.script.extend([BadRequest("Message is too long")])
    async with doors.sending(town, caller):
        await town.settled()

    lines = await scraped(town.house)
    assert 'linli_fates_total{fate="undeliverable",kind="notice"} 1.0' in lines
    assert 'linli_fates_total{fate="sent",kind="notice"} 1.0' in lines


async def test_the_time_of_a_handler_reaches_from_its_lane_to_its_commit(town, monkeypatch):
    kept, go = await doors.keep(town, arrival(1, {"message": message("/my")})), threading.Event()
    submit = town.house.writer.submit
    standing = submit(lambda _: go.wait(5))

    def asked(*given, **how):
        asyncio.get_running_loop().call_later(0.06, go.set)
        return submit(*given, **how)

    monkeypatch.setattr(town.house.writer, "submit", asked)
    async with doors.working(town) as lanes:
        lanes.arrive(kept)
    await standing

    lines = await scraped(town.house)
    assert 'linli_handler_seconds_bucket{le="0.05"} 0.0' in lines
    assert "linli_handler_seconds_count 1.0" in lines


async def test_the_lag_of_the_inbox_is_the_age_of_the_oldest_that_is_not_done(town):
    for number, seconds in ((1, 900), (2, 90), (3, 5)):
        town.house.clock.at = MONDAY - timedelta(seconds=seconds)
        await doors.keep(town, arrival(number, {"message": message()}))
    town.house.clock.at = MONDAY
    await town.unit(lambda c: inbox.done(c, BOT, 1))

    lines = await scraped(town.house)

    assert "linli_inbox_lag_seconds 90.0" in lines
    assert "linli_inbox_open 2.0" in lines
