"""The sender reads the outbox as it must, and what it read may be old by then."""

import asyncio
from dataclasses import replace

import pytest
import pytest_asyncio

from bot import waiting
from governance.notices import Delivery
from tests.bot import doors
from tests.bot.doors import LI, ZHANG, Caller, notice


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG)
        yield town


@pytest.fixture
def caller():
    return Caller()


async def test_a_row_that_ends_while_the_outbox_is_read_is_not_sent_twice(town, caller):
    await town.put(notice())
    reader, held, go = town.house.reader, asyncio.Event(), asyncio.Event()
    caller.open.clear()

    class Slow:
        """Tells late what it has read: meanwhile the world moves on."""

        async def run(self, look):
            found = await reader.run(look)
            seen = isinstance(found, list) and any(isinstance(each, Delivery) for each in found)
            if seen and caller.calls and not held.is_set():
                held.set()
                await go.wait()
            return found

    slow = doors.Town(replace(town.house, reader=Slow()), town.stirred, town.listeners)
    async with doors.sending(slow, caller) as sender:
        await caller.asked(1)
        sender._waiting.stale = True
        sender.wake()
        await held.wait()  # the old row is read as waiting, and in flight
        caller.open.set()
        await sender.landed()
        go.set()
        await town.put(notice("stopped"))
        await town.settled()

    assert [p["text"][:3] for _, p in caller.calls] == ["现在没", "已退出"]


async def test_the_outbox_is_read_for_what_was_put_in_and_for_nothing_else(town, caller):
    reader, read = town.house.reader, []

    class Counting:
        """Keeps what the sender has read."""

        async def run(self, look):
            found = await reader.run(look)
            read.append(found)
            return found

    counted = doors.Town(replace(town.house, reader=Counting()), town.stirred, town.listeners)
    async with doors.sending(counted, caller) as sender:
        await town.put(notice())
        await town.settled()
        await sender.landed()
        before = len(read)
        for _ in range(5):
            await town.met(ZHANG)
        await asyncio.sleep(0)
        idle = len(read) - before
        await town.put(notice("stopped"))
        await town.settled()

    assert idle <= 1  # but for the look that is due each second
    assert [p["text"][:3] for _, p in caller.calls] == ["现在没", "已退出"]


async def test_what_waits_for_a_chat_leaves_one_after_another_without_a_new_look(
    town, caller, monkeypatch
):
    monkeypatch.setattr(waiting, "WHOLE", 1_000)  # seconds: no look but the first will come
    await town.put(*[notice() for _ in range(5)])

    async with doors.sending(town, caller):
        await town.settled()

    assert len(caller.calls) == 5
