"""What goes wrong around the sender ends what it must, loses nothing, and stops nobody else."""

import asyncio
import sqlite3

import pytest
import pytest_asyncio
from sqlalchemy.exc import OperationalError

from bot import rendering, sending
from bot.pacing import Pace, Pacer
from bot.sending import Sender
from governance.notices import Policy
from storage import outbox
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


def ails(monkeypatch, where, name, code=sqlite3.SQLITE_IOERR):
    """Let a step of the sender fail by the database: once, damage always; return the failures."""
    real, failures = getattr(where, name), []

    def ailing(*given, **more):
        if not failures or code == sqlite3.SQLITE_CORRUPT:
            failures.append(sqlite3.OperationalError("it says what ails it"))
            failures[-1].sqlite_errorcode = code
            raise OperationalError("SELECT", {}, failures[-1])
        return real(*given, **more)

    monkeypatch.setattr(where, name, ailing)
    return failures


@pytest.mark.parametrize("policy", [Policy.RESEND, Policy.ONCE])
@pytest.mark.parametrize(
    ("where", "name"), [(rendering, "render"), (sending, "render"), (outbox, "waiting")]
)
async def test_a_database_that_ails_while_it_is_read_costs_no_notice(
    town, monkeypatch, where, name, policy
):
    failures = ails(monkeypatch, where, name)
    told = notice(policy=policy), notice("stopped", address=doors.Address(chat=doors.ZHANG))
    await town.put(*told)

    async with doors.sending(town, caller := Caller()):
        await town.settled()
        damage = asyncio.ensure_future(town.house.reader.damage())  # noqa: TID251 -- of this test
        await asyncio.sleep(0)

    assert [fate for _, fate in await town.fates()] == ["sent", "sent"]
    assert len(caller.calls) == 2
    assert len(failures) == int(where is not sending or policy is Policy.ONCE)
    assert not damage.done()  # it passed: nobody is to end for it
    damage.cancel()


@pytest.mark.parametrize(("where", "name"), [(rendering, "render"), (outbox, "waiting")])
async def test_a_damaged_page_is_told_and_costs_no_notice(town, monkeypatch, where, name):
    failures = ails(monkeypatch, where, name, sqlite3.SQLITE_CORRUPT)
    await town.put(notice())

    async with doors.sending(town, Caller()) as sender:
        async with asyncio.timeout(5):
            damage = await town.house.reader.damage()
        sender.stopping = True
        before = await town.fates()

    assert damage.orig in failures
    assert before == [("nothing-to-stop", "waiting")]


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
