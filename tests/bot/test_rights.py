"""Who has lost the right to send, or to a lane, begins nothing more and writes nothing."""

import asyncio
from dataclasses import replace

import pytest
import pytest_asyncio
from telegram.error import RetryAfter

from bot import lanes
from bot.feeding import Feed
from bot.grip import Grip
from bot.pacing import Pace, Pacer
from bot.sending import Sender
from governance.notices import Policy
from storage import leases, outbox
from storage.inbox import INBOX
from storage.outbox import OUTBOX
from storage.writer import Overtaken
from tests.bot import doors
from tests.bot.doors import LI, arrival, message, notice

SENDER, SHARD = "sender:1", "shard:0"


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI)
        yield town


class Right:
    """A lease as a copy believes to hold it; whether it does, the database says."""

    def __init__(self, town, name):
        self.town, self.name, self.lease = town, name, None

    async def take(self, holder="me", *, believed=True):
        def unit(connection):
            dead = {"me", "other"}
            return leases.take(connection, [self.name], holder, 60_000, dead=dead)

        [lease] = await self.town.unit(unit)
        if believed:
            self.lease = lease
        return lease

    def own(self):
        return self.lease

    # as bot.rights.Rights
    def of(self, _lane):
        return self.lease

    def stand(self, lease):
        return lease is not None and lease == self.lease

    def shards(self):
        return {0: self.lease} if self.lease else {}


async def statuses(town):
    return [status for (status,) in await town.rows(OUTBOX.c.status)]


async def begin(grip, town, right):
    await right.take()
    assert await grip.have(lambda _: None)
    grip.close()


async def test_without_the_right_nothing_is_sent(town):
    right, caller = Right(town, SENDER), doors.Caller()
    await town.put(notice())
    async with sender(town, caller, right):
        await asyncio.sleep(0.05)
        before = list(caller.calls)
        await right.take()
        town.listeners[-1]()
        await town.settled()

    assert (before, len(caller.calls)) == ([], 1)


async def test_who_slept_past_the_lease_does_not_call(town):
    right, caller = Right(town, SENDER), doors.Caller()
    grip = Grip(town.house.writer, caller, right.own)
    await begin(grip, town, right)
    right.lease = None

    with pytest.raises(Overtaken):
        await grip.call("sendMessage", {})
    await right.take()  # even if it is ours again: this delivery was begun before
    with pytest.raises(Overtaken):
        await grip.call("sendMessage", {})
    assert caller.calls == []


async def test_who_was_overtaken_in_a_send_writes_no_fate(town):
    right, caller = Right(town, SENDER), doors.Caller()
    await town.put(notice())
    await right.take()
    async with sender(town, caller, right):
        caller.open.clear()
        await caller.asked(1)
        await right.take("other", believed=False)
        caller.open.set()
        await asyncio.sleep(0.05)
        right.lease = None

    assert await statuses(town) == ["waiting"]


async def test_what_the_one_before_claimed_is_uncertain_when_the_right_comes_to_us(town):
    right, caller = Right(town, SENDER), doors.Caller()
    await town.put(notice(policy=Policy.ONCE))
    await town.alter(OUTBOX, status="claimed")
    async with sender(town, caller, right):
        await asyncio.sleep(0.05)
        before = await statuses(town)  # it may still be on its way
        await right.take()
        town.listeners[-1]()
        await town.until(lambda c: outbox.open_count(c) == 0)

    assert (before, await statuses(town), caller.calls) == (["claimed"], ["uncertain"], [])


async def test_a_limit_told_to_who_was_overtaken_is_no_longer_his_to_count(town):
    right, caller = Right(town, SENDER), doors.Caller()
    await town.put(notice())
    caller.script.append(RetryAfter(1))
    await right.take()
    async with sender(town, caller, right):
        caller.open.clear()
        await caller.asked(1)
        await right.take("other", believed=False)
        caller.open.set()
        await asyncio.sleep(0.05)
        right.lease = None

    assert await town.rows(OUTBOX.c.status, OUTBOX.c.tries) == [("waiting", 0)]


class sender:  # noqa: N801 -- used as a function
    """Let a sender with a right carry until the block ends."""

    def __init__(self, town, caller, right):
        self.town, self.caller, self.right = town, caller, right

    async def __aenter__(self):
        self.tasks = await asyncio.TaskGroup().__aenter__()
        made = Sender(
            self.town.house,
            self.caller,
            Pacer(Pace.unlimited()),
            self.tasks,
            self.town.stirred.set,
            own=self.right.own,
        )
        self.town.listeners.append(made.wake)
        self.made, self.running = made, self.tasks.create_task(made.run())
        return made

    async def __aexit__(self, *_):
        self.made.stopping = True
        self.made.wake()
        await self.running
        await self.made.landed()
        await self.tasks.__aexit__(None, None, None)


class Gate:
    """A route that notes what it is given; the first waits before it until the gate opens."""

    def __init__(self):
        self.begun, self.open = [], asyncio.Event()

    def check_update(self, _update):
        return True

    def collect_additional_context(self, *_):
        pass

    async def callback(self, update, _context):
        self.begun.append(update.update_id)
        if len(self.begun) == 1:
            await self.open.wait()


def all_done(connection):
    return not connection.execute(INBOX.select().where(INBOX.c.status == "open")).all()


async def test_a_lane_that_is_lost_is_dropped_and_taken_up_anew_in_order(town, monkeypatch):
    right, gate = Right(town, SHARD), Gate()
    monkeypatch.setattr(lanes, "ROUTES", (gate,))
    came = [arrival(n, {"message": message("x")}) for n in (1, 2, 3, 4)]
    first = await right.take()
    async with doors.working(town) as walked, asyncio.TaskGroup() as tasks:
        walked._rights = right
        feed = Feed(town.house, walked, right)
        await feed.resume()
        tasks.create_task(feed.run())
        await doors.keep(town, *came[:3])
        feed.arrive(came[:3])
        await asyncio.sleep(0.05)
        right.lease = None  # asleep; meanwhile another had it, and gave it back
        await right.take("other", believed=False)
        feed.arrive(came[3:])
        await doors.keep(town, came[3])
        second = await right.take()
        feed.change()
        gate.open.set()
        await town.until(all_done)
        feed.stop()

    # the first was begun twice, and kept once: under the newer lease
    assert gate.begun == [1, 1, 2, 3, 4]
    assert second.epoch == first.epoch + 2
    assert replace(second, epoch=1) == first
