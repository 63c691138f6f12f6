"""Two copies of the house over one PostgreSQL: every update once, in its lane's order."""

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from telegram.ext import MessageHandler, filters

from bot import copies, lanes
from bot.feeding import Look
from bot.house import House
from bot.lanes import Lanes
from bot.leasing import Leasing
from bot.rights import Shares
from bot.ticks import VERBS, Ticks
from config.settings import Settings
from governance.categories import Reading
from storage import directory, inbox
from storage.audit import AUDIT
from storage.database import writing
from storage.reader import Reader
from storage.roll import Roll
from storage.writer import Overtaken, Writer
from tests.bot import doors
from tests.bot.doors import BOT, COMMUNITY, LIBRARY, MONDAY, NAME, arrival, message
from tests.bot.office import TOKEN

LANES, UPDATES = 50, 500
SECONDS, BRIEF = 3.0, 1.0  # of a lease; of one that a test waits to see run out


@dataclass
class Copy:
    """One copy of the house, without doors to Telegram."""

    house: House
    leasing: Leasing
    lanes: Lanes
    feed: Look
    beating: list

    async def fall(self):
        """End without a word, as if the process were killed."""
        for task in self.beating:
            task.cancel()
        await self.leasing._life.stop()
        self.feed.stop()

    def sleep(self):
        """Renew nothing, and believe that no time has gone by."""
        self.beating[0].cancel()
        now = self.leasing._clock()
        self.leasing._clock = lambda: now


async def _house(database):
    writer = Writer(writing(database), community=COMMUNITY.key)
    number = await writer.submit(lambda c: directory.community(c, COMMUNITY.key))
    roll = Roll(COMMUNITY, number)
    await writer.submit(roll.read)
    return House(
        bot_id=BOT,
        bot_name=NAME,
        roll=roll,
        library=LIBRARY,
        clock=doors.Still(),
        writer=writer,
        reader=Reader(database, readers=2),
    )


@asynccontextmanager
async def copy(database, seconds=SECONDS):
    house = await _house(database)
    settings = Settings(token=TOKEN, database_url=database, lease_seconds=seconds)
    leasing = copies.leasing(settings, house)
    async with asyncio.TaskGroup() as tasks:
        rights = Shares(leasing)
        nothing = Reading(category=None, building=None)
        walked = Lanes(
            house, tasks, doors.Answers(), lambda _: nothing, lambda: None, rights=rights
        )
        feed = Look(house, walked, rights)
        copies.listen(leasing, house, feed, lambda: None)
        await leasing.start()
        beating = [tasks.create_task(leasing.run()), tasks.create_task(leasing.live())]
        running = tasks.create_task(feed.run())
        try:
            yield Copy(house, leasing, walked, feed, beating)
        finally:
            feed.stop()
            await walked.quiet()
            await running
            await leasing.close()
            for task in beating:
                task.cancel()
    await house.writer.close()
    await house.reader.close()


@pytest.fixture
def database(request, postgres):
    return postgres.fresh()


@pytest.fixture
def noting(monkeypatch):
    """Replace the routes by one that notes each update, and takes its time for it."""

    async def handler(update, context):
        await asyncio.sleep(0.01)
        await context.ask(lambda work: work.note("did", f"lane:{update.message.chat.id}", {}))

    monkeypatch.setattr(lanes, "ROUTES", (MessageHandler(filters.ALL, handler),))


async def keep(house, numbers):
    found = [
        arrival(n, {"message": message("x", chat=1 + n % LANES)}, lane=f"{1 + n % LANES}")
        for n in numbers
    ]
    await house.writer.submit(lambda c: inbox.keep(c, BOT, 0, found))


async def done(house):
    asked = select(AUDIT.c.unit, AUDIT.c.object).order_by(AUDIT.c.id)
    found = await house.reader.all(asked)
    return [(int(unit[1:].split(":")[0]), lane) for unit, lane in found]


async def until(question):
    async with asyncio.timeout(30):
        while not await question():  # noqa: ASYNC110 -- other processes do it, too
            await asyncio.sleep(0.02)


async def all_done(house):
    async def so():
        return len(await done(house)) >= UPDATES

    await until(so)


async def check(house):
    found = await done(house)
    assert sorted(n for n, _ in found) == list(range(UPDATES))
    by_lane = defaultdict(list)
    for number, lane in found:
        by_lane[lane].append(number)
    assert len(by_lane) == LANES
    assert all(numbers == sorted(numbers) for numbers in by_lane.values())


async def shared(*made):
    async def so():
        return [len(each.leasing.shards()) for each in made] == [64 // len(made)] * len(made)

    await until(so)


async def test_two_copies_share_the_lanes_and_do_each_update_once_in_order(database, noting):
    async with copy(database) as one, copy(database) as other:
        await shared(one, other)
        # whichever copy wrote them down
        for first in range(0, UPDATES, 100):
            await keep((one, other)[first // 100 % 2].house, range(first, first + 100))
            one.feed.kept()
        await all_done(one.house)

        await check(one.house)
        assert set(one.leasing.shards()).isdisjoint(other.leasing.shards())


async def test_what_a_fallen_copy_left_is_done_by_the_other(database, noting):
    async with copy(database, BRIEF) as one, copy(database, BRIEF) as other:
        await shared(one, other)
        await keep(one.house, range(UPDATES))
        other.feed.kept()

        async def begun():
            return other.lanes.busy > 0

        await until(begun)
        await other.fall()
        await all_done(one.house)

        await check(one.house)
        await shared(one)


async def test_who_sleeps_past_its_leases_keeps_nothing_of_what_it_began(database, noting):
    async with copy(database, BRIEF) as one, copy(database, BRIEF) as other:
        await shared(one, other)
        other.sleep()
        before = other.leasing.shards()
        await shared(one)
        # it still believes in its half, and begins on it
        await keep(one.house, range(UPDATES))
        other.feed.kept()

        async def begun():
            return other.lanes.busy > 0

        await until(begun)
        with pytest.raises(Overtaken):
            await other.house.writer.submit(lambda _: None, under=next(iter(before.values())))
        await all_done(one.house)

        assert other.leasing.shards() == before
        await check(one.house)


async def test_a_due_row_has_one_effect_however_many_copies_look(database, noting, monkeypatch):
    monkeypatch.setitem(VERBS, "x", lambda work, n: work.note("did", f"due:{n}", {}))
    async with copy(database) as one, copy(database) as other:
        for n in range(100):
            due = (doors.ms(MONDAY), "x", f"x:{n}", {"n": n})
            await one.house.writer.submit(lambda c, due=due: inbox.ask(c, *due))
        await asyncio.gather(*(Ticks(each.house).look() for each in (one, other)))

        found = [lane for _, lane in await done(one.house)]
        assert sorted(found) == sorted(f"due:{n}" for n in range(100))


def listened(made):
    """Note what wakes a copy, and let it be woken."""
    heard, life = [], made.leasing._life

    def woken(what):
        heard.append(what)
        made.leasing.hear(what)

    life.woken = woken
    return heard


async def test_where_no_notice_arrives_the_copies_look_by_themselves(
    database, noting, monkeypatch
):
    for room in ("storage.onserver", "bot.leasing"):
        monkeypatch.setattr(f"{room}.wake", lambda *_: None)
    async with copy(database) as one, copy(database) as other:
        heard = [listened(each) for each in (one, other)]
        await shared(one, other)
        await keep(one.house, range(UPDATES))  # and neither feed is told
        await all_done(one.house)

        await check(one.house)
        assert heard == [[], []]


async def test_one_copy_notices_what_the_other_changed_in_the_community(database, noting):
    async with copy(database) as one, copy(database) as other:
        before = other.house.community
        with suppress(KeyError):
            await one.house.writer.submit(lambda c: one.house.work(c, "w", 0, MONDAY).changed())
        await other.house.reader.run(other.house.roll.read)

        assert other.house.community is not before
