"""Of a group's twenty a minute the sender keeps five for answers."""

import asyncio
import time

import pytest
import pytest_asyncio

from bot.pacing import Pace, Pacer, Window
from bot.sending import Sender
from governance.notices import Address, Priority
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, notice

PACE = Pace(chat=Window(count=1, seconds=0.0), bot=Window(count=1, seconds=0.0))


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


@pytest.mark.parametrize("urgent", [Priority.ANSWER, Priority.DANGER])
async def test_where_fifteen_were_said_an_answer_leaves_and_a_broadcast_waits(town, urgent):
    pacer, caller = Pacer(PACE), doors.Caller()
    for _ in range(15):
        pacer.sent(GROUP, time.monotonic(), edit=False)
    here = {"address": Address(chat=GROUP)}
    await town.put(notice("stopped", priority=Priority.BROADCAST, **here))
    await town.put(notice(priority=urgent, **here))

    async with asyncio.TaskGroup() as tasks:
        sender = Sender(town.house, caller, pacer, tasks, town.stirred.set)
        running = tasks.create_task(sender.run())
        async with asyncio.timeout(5):
            await caller.asked(1)
        for _ in range(3):  # what may leave has left by then
            await asyncio.sleep(0.03)
            sender.wake(news=True)
        sender.stopping = True
        sender.wake()
        await running
        await sender.landed()

    rows = await town.rows(OUTBOX.c.words, OUTBOX.c.status)
    assert rows == [("stopped", "waiting"), ("nothing-to-stop", "sent")]
