"""A flood before the lanes: bounded in memory, in order within a lane, quiet lanes beside it."""

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import feeding
from bot.feeding import Feed
from storage import inbox
from tests.bot import doors
from tests.bot.doors import BOT, message, press


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


class Walked:
    """Lanes that note what they do, in order, and do it only while the gate is open."""

    def __init__(self, lanes, feed, town):
        self.lanes, self.feed, self.town = lanes, feed, town
        self.done, self.most, self.gate = defaultdict(list), 0, asyncio.Event()
        self.gate.set()
        self.order = []
        lanes._one = self._one

    async def _one(self, held):
        arrival = held.arrival
        self.most = max(self.most, self.lanes.busy)
        await self.gate.wait()
        self.order.append(arrival.lane)
        self.done[arrival.lane].append(arrival.update_id)
        await self.town.unit(lambda c: inbox.done(c, BOT, arrival.update_id))

    async def take(self, *arrivals):
        """Queue the keeping and hand on at once, as the receiver does."""
        kept = self.town.house.writer.submit(lambda c: inbox.keep(c, BOT, 0, arrivals))
        self.feed.arrive(list(arrivals))
        await kept

    async def through(self):
        async with asyncio.timeout(20):
            while self.feed.left or self.feed._held or self.feed._beyond:  # noqa: ASYNC110 -- of this test
                await asyncio.sleep(0.001)


@asynccontextmanager
async def fed(town):
    async with doors.working(town) as lanes:
        feed = Feed(town.house, lanes)
        walked = Walked(lanes, feed, town)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(feed.run())
            yield walked
            feed.stop()


def said(number, lane):
    return doors.arrival(number, {"message": message("/help")}, lane)


def pressed(number, lane):
    return doors.arrival(number, press("c:1:accept"), lane)


async def test_a_flood_in_one_lane_is_done_in_order_with_few_of_it_in_memory(town):
    async with fed(town) as walked:
        for first in range(0, 300, 100):
            await walked.take(*[said(n, "flood") for n in range(first, first + 100)])
        await walked.through()

    assert walked.done == {"flood": list(range(300))}
    assert walked.most <= feeding.EACH


async def test_a_flood_of_many_lanes_fills_the_window_and_no_more(town):
    async with fed(town) as walked:
        for first in range(0, 2000, 100):
            await walked.take(*[said(n, f"{n % 700}") for n in range(first, first + 100)])
        await walked.through()

    assert walked.done == {f"{lane}": list(range(lane, 2000, 700)) for lane in range(700)}
    assert walked.most <= feeding.WINDOW


async def test_a_quiet_lane_does_not_stand_behind_a_flood_of_others(town):
    async with fed(town) as walked:
        walked.gate.clear()
        await walked.take(*[said(n, f"{n % 5}") for n in range(1000)])
        await walked.take(said(1000, "quiet"))
        walked.gate.set()
        await walked.through()

    assert walked.order.index("quiet") <= feeding.WINDOW
    assert walked.feed._inside == {}


async def test_a_press_has_room_when_the_window_is_full(town):
    async with fed(town) as walked:
        walked.gate.clear()
        await walked.take(*[said(n, f"{n}") for n in range(1000)])
        inside = walked.lanes.busy
        await walked.take(said(1000, "talker"), pressed(1001, "presser"))
        lanes = set(walked.lanes._lanes)
        walked.gate.set()
        await walked.through()

    assert inside == feeding.WINDOW
    assert "presser" in lanes
    assert "talker" not in lanes


async def test_many_presses_are_bounded_too(town):
    async with fed(town) as walked:
        await walked.take(*[pressed(n, f"{n}") for n in range(1000)])
        await walked.through()

    assert walked.most <= feeding.WINDOW + feeding.RESERVE
    assert len(walked.done) == 1000


async def test_what_came_before_the_start_is_taken_up_in_order(town):
    await doors.keep(town, *[said(n, f"{n % 3}") for n in range(300)])

    async with fed(town) as walked:
        await walked.feed.resume()
        await walked.take(said(300, "0"))
        await walked.through()

    assert walked.done == {
        "0": list(range(0, 301, 3)),
        "1": list(range(1, 300, 3)),
        "2": list(range(2, 300, 3)),
    }


async def test_beyond_what_is_remembered_the_inbox_alone_knows_and_nothing_is_lost(
    town, monkeypatch
):
    monkeypatch.setattr(feeding, "NUMBERS", 50)

    async with fed(town) as walked:
        for first in range(0, 600, 100):
            await walked.take(*[said(n, f"{n % 4}") for n in range(first, first + 100)])
            assert walked.feed.left <= 50
        await walked.through()

    assert walked.done == {f"{lane}": list(range(lane, 600, 4)) for lane in range(4)}


async def test_what_comes_twice_is_done_once_when_it_waited(town):
    async with fed(town) as walked:
        walked.gate.clear()
        first = [said(n, "flood") for n in range(100)]
        await walked.take(*first)
        await walked.take(*first[50:])
        walked.gate.set()
        await walked.through()

    assert list(dict.fromkeys(walked.done["flood"])) == list(range(100))
    assert walked.feed._inside == {}


async def test_after_the_stop_nothing_is_handed_over_and_the_inbox_keeps_it(town):
    async with fed(town) as walked:
        walked.feed.stop()
        await walked.take(*[said(n, "late") for n in range(20)])

    assert walked.done == {}
    assert len(await town.house.reader.run(lambda c: inbox.unfinished(c, BOT))) == 20


@settings(deadline=None, max_examples=25)  # a busy machine is no fault
@given(st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=60), max_size=8))
def test_in_every_lane_the_order_of_arrival_is_kept(tmp_path_factory, batches):
    async def play(folder):
        async with doors.opened(folder) as town, fed(town) as walked:
            number, wanted = 0, defaultdict(list)
            for batch in batches:
                arrivals = []
                for lane in batch:
                    arrivals.append(said(number, f"{lane}"))
                    wanted[f"{lane}"].append(number)
                    number += 1
                await walked.take(*arrivals)
            await walked.through()
        assert walked.done == wanted

    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"WINDOW": 12, "RESERVE": 2, "EACH": 4, "CHUNK": 5}.items():
            patch.setattr(feeding, name, value)
        patch.setattr(feeding, "NUMBERS", 40)
        asyncio.run(play(tmp_path_factory.mktemp("feed")))
