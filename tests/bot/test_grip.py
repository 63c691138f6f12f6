"""The right to send: who has lost it calls nobody and writes nothing, also of what he began."""

import asyncio

import pytest

from bot.grip import Grip
from storage import leases, outbox
from storage.leases import SENDER
from storage.writer import Overtaken
from tests.bot import doors
from tests.bot.doors import BOT, Caller

NAME, LONG = f"{SENDER}{BOT}", 60_000


@pytest.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


class Right:
    """What this copy believes that it holds."""

    def __init__(self, town):
        self.town, self.lease = town, None

    async def take(self, holder="we", dead=()):
        """Let somebody take the right; only what we take is what we believe."""
        taken = await self.town.unit(lambda c: leases.take(c, [NAME], holder, LONG, dead=dead))
        if holder == "we":
            [self.lease] = taken

    def grip(self):
        begun, caller = [], Caller()
        grip = Grip(self.town.house.writer, caller, lambda: self.lease)
        return grip, caller, begun


async def within(deed):
    """Do it in a task of its own, as a delivery is carried."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(deed)


async def test_without_the_right_nothing_is_begun(town):
    right = Right(town)
    grip, _, begun = right.grip()

    assert not await grip.have(begun.append)
    await right.take("other")
    assert not await grip.have(begun.append)
    assert begun == []


async def test_each_time_the_right_comes_to_us_we_begin_anew(town):
    right = Right(town)
    grip, _, begun = right.grip()
    await right.take()
    assert [await grip.have(begun.append) for _ in range(2)] == [True, True]
    assert len(begun) == 1

    await right.take("other", dead={"we"})
    assert await grip.have(begun.append)  # we have not heard of it yet
    await right.take(dead={"other"})
    assert await grip.have(begun.append)
    assert len(begun) == 2


async def test_who_takes_the_right_where_somebody_else_has_it_by_now_has_it_not(town):
    right = Right(town)
    grip, _, begun = right.grip()
    await right.take()
    await right.take("other", dead={"we"})

    assert not await grip.have(begun.append)
    assert begun == []


@pytest.mark.parametrize("way", ["gone", "another"])
async def test_what_was_begun_by_a_right_that_is_gone_is_not_called(town, way):
    right = Right(town)
    grip, caller, _ = right.grip()
    await right.take()
    await grip.have(lambda _: None)

    async def carried():
        grip.close()
        await grip.call("sendMessage", {"chat_id": 1})
        await right.take("other", dead={"we"})
        right.lease = None
        if way == "another":  # it came back: but who held it between may have sent the same
            await right.take(dead={"other"})
        with pytest.raises(Overtaken):
            await grip.call("sendMessage", {"chat_id": 2})
        with pytest.raises(Overtaken):
            await grip.download("photos/1")

    await within(carried())
    assert [params["chat_id"] for _, params in caller.calls] == [1]


async def test_what_is_written_is_written_by_the_right_under_which_it_was_begun(town):
    right = Right(town)
    grip, _, _ = right.grip()
    await right.take()
    await grip.have(lambda _: None)

    async def carried():
        grip.close()
        assert await grip.unit(outbox.open_count) == 0
        await right.take("other", dead={"we"})
        with pytest.raises(Overtaken):  # though we believe that it is ours
            await grip.unit(outbox.open_count)

    await within(carried())
