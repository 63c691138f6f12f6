"""What goes wrong around the sender ends what it must, loses nothing, and stops nobody else."""

import asyncio
import sqlite3

import pytest
import pytest_asyncio
from sqlalchemy.exc import OperationalError

from bot import rendering
from bot.pacing import Pace, Pacer
from bot.sending import Sender
from storage.writer import Overtaken
from tests.bot import doors
from tests.bot.doors import LI, Caller, notice


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


@pytest.mark.parametrize("turns", range(5))
async def test_a_sender_that_is_cancelled_as_it_wakes_ends(town, turns):
    async with asyncio.TaskGroup() as tasks:
        sender = Sender(town.house, Caller(), Pacer(Pace.unlimited()), tasks, lambda: None)
        running = tasks.create_task(sender.run())
        await asyncio.sleep(0.2)

        sender.wake()
        for _ in range(turns):
            await asyncio.sleep(0)
        running.cancel()
        done, _ = await asyncio.wait([running], timeout=5)
        sender.stopping = True

    assert done == {running}
    assert running.cancelled()


async def test_a_database_that_ails_while_it_is_drawn_costs_no_notice(town, monkeypatch):
    render, failures = rendering.render, []

    def ailing(*given):
        if not failures:
            failures.append(sqlite3.OperationalError("disk I/O error"))
            failures[0].sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise OperationalError("SELECT", {}, failures[0])
        return render(*given)

    monkeypatch.setattr(rendering, "render", ailing)
    await town.put(notice(), notice("stopped", address=doors.Address(chat=doors.ZHANG)))

    async with doors.sending(town, caller := Caller()):
        await town.settled()

    assert [fate for _, fate in await town.fates()] == ["sent", "sent"]
    assert (len(failures), len(caller.calls)) == (1, 2)


async def test_a_right_lost_while_a_broken_notice_ends_stops_nobody(town):
    async with doors.sending(town, caller := Caller()) as sender:
        end, lost = sender.end, []

        async def overtaken(delivery, *given, **more):
            if delivery.key == "no-such-words":
                lost.append(delivery.id)
                raise Overtaken
            await end(delivery, *given, **more)

        sender.end = overtaken
        await town.put(notice("no-such-words"), notice("stopped"))
        await caller.asked(1)
        await sender.landed()

    assert set(lost) == {1}
    assert [p["text"][:3] for _, p in caller.calls] == ["已退出"]
