import asyncio
import time

import pytest_asyncio

from bot import readiness
from governance.notices import Address, Priority
from storage.chats import CHATS
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import GROUP, MONDAY, notice
from tests.bot.scraping import scraped

NOW = ms(MONDAY)


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        town.house.counts.contact = time.monotonic()
        yield town


async def test_a_bot_that_hears_and_sends_is_ready(town):
    await town.put(notice(), at=NOW - 599_000)

    told = await readiness.ready(town.house)

    assert (told["ready"], told["wrong"], told["outbox_seconds"]) == (True, [], 599.0)


async def test_telegram_that_was_not_heard_for_long_is_named(town):
    town.house.counts.contact = time.monotonic() - 151

    assert (await readiness.ready(town.house))["wrong"] == ["telegram"]


async def test_telegram_that_was_never_heard_is_named(town):
    town.house.counts.contact = float("-inf")

    told = await readiness.ready(town.house)

    assert (told["wrong"], told["telegram_seconds"]) == (["telegram"], None)


async def test_an_outbox_that_stands_still_is_named(town):
    await town.put(notice(), at=NOW - 601_000)

    told = await readiness.ready(town.house)

    assert (told["ready"], told["wrong"], told["outbox_seconds"]) == (False, ["outbox"], 601.0)


async def test_what_is_parked_is_no_fault_of_ours(town):
    await town.put(notice(address=Address(chat=GROUP)), at=NOW - 10_000_000)
    await town.alter(CHATS, can_write=False)

    told = await readiness.ready(town.house)
    lines = await scraped(town.house)

    assert (told["wrong"], told["outbox_seconds"]) == ([], 0.0)
    assert "linli_outbox_parked 1.0" in lines


async def test_a_database_that_does_not_answer_is_named(town):
    await town.house.reader.close()
    town.house.reader._engine = None

    told = await readiness.ready(town.house)
    lines = await scraped(town.house)

    assert (told["wrong"], told["outbox_seconds"]) == (["database"], None)
    assert "linli_database_up 0.0" in lines
    assert "linli_floods_total 0.0" in lines
    town.house.reader.__init__("sqlite+aiosqlite:///unused.db")


async def test_a_database_that_answers_too_late_is_named(town, monkeypatch):
    async def never(_):
        await asyncio.Event().wait()

    monkeypatch.setattr(readiness, "PATIENCE", 0.01)
    monkeypatch.setattr(town.house.reader, "run", never)

    async with asyncio.timeout(5):
        assert (await readiness.ready(town.house))["wrong"] == ["database"]


async def test_a_database_that_takes_nothing_is_named(town):
    town.house.writer.stalled = "database or disk is full"

    assert (await readiness.ready(town.house))["wrong"] == ["database"]
    town.house.writer.stalled = ""


async def test_lag_is_told_by_priority(town):
    await town.put(notice(), at=NOW - 5_000)
    await town.put(
        notice(priority=Priority.BROADCAST), notice(priority=Priority.BROADCAST), at=NOW - 90_000
    )

    lines = await scraped(town.house)

    assert 'linli_outbox_lag_seconds{priority="answer"} 5.0' in lines
    assert 'linli_outbox_lag_seconds{priority="broadcast"} 90.0' in lines
    assert 'linli_outbox_waiting{priority="broadcast"} 2.0' in lines
    assert 'linli_outbox_waiting{priority="danger"} 0.0' in lines


async def test_a_clock_set_back_makes_no_age_negative(town):
    await town.put(notice(), at=NOW + 5_000)

    assert (await readiness.ready(town.house))["outbox_seconds"] == 0.0


async def test_a_spread_counts_each_number_once(town):
    for seconds in (0.001, 0.005, 0.006, 99.0):
        town.house.counts.handling.add(seconds)

    lines = await scraped(town.house)

    assert 'linli_handler_seconds_bucket{le="0.005"} 2.0' in lines
    assert 'linli_handler_seconds_bucket{le="0.01"} 3.0' in lines
    assert 'linli_handler_seconds_bucket{le="10.0"} 3.0' in lines
    assert 'linli_handler_seconds_bucket{le="+Inf"} 4.0' in lines
