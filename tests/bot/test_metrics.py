"""What /metrics tells is what happened: each figure is counted where it happens."""

from datetime import timedelta

import pytest_asyncio
from telegram.error import RetryAfter

from storage import inbox
from tests.bot import doors
from tests.bot.doors import BOT, LI, MONDAY, Caller, arrival, message, notice, walk
from tests.bot.scraping import scraped

POISON = {"message": {"message_id": "?", "chat": 7}}


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
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


async def test_the_lag_of_the_inbox_is_the_age_of_the_oldest_that_is_not_done(town):
    for number, seconds in ((1, 900), (2, 90), (3, 5)):
        town.house.clock.at = MONDAY - timedelta(seconds=seconds)
        await doors.keep(town, arrival(number, {"message": message()}))
    town.house.clock.at = MONDAY
    await town.unit(lambda c: inbox.done(c, BOT, 1))

    lines = await scraped(town.house)

    assert "linli_inbox_lag_seconds 90.0" in lines
    assert "linli_inbox_open 2.0" in lines
