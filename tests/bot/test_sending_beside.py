"""A command of the operator is a process of its own: nothing wakes the sender but a look."""

import asyncio

import pytest_asyncio

from storage import outbox
from storage.database import writing
from tests.bot import doors
from tests.bot.doors import LI, notice


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


async def looked(town, sender):
    """Wait until the sender has found nothing and waits to be woken."""
    async with asyncio.timeout(10):
        while sender._wake.is_set():
            await town.house.reader.run(outbox.open_count)
    for _ in range(4):  # its own look is before these
        await town.house.reader.run(outbox.waiting)


async def test_what_another_process_put_into_the_outbox_is_sent(town, tmp_path):
    caller, beside = doors.Caller(), writing(f"sqlite:///{tmp_path}/linli.db")

    async with doors.sending(town, caller) as sender:
        await looked(town, sender)
        with beside.begin() as connection:
            outbox.put(connection, notice(), dedupe="operator:1", at=0)
        beside.dispose()
        async with asyncio.timeout(10):
            await caller.asked(1)
        await town.settled()

    assert await town.fates() == [("nothing-to-stop", "sent")]
