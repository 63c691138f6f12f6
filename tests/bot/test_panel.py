import asyncio

import pytest

from bot import panel
from bot.panel import Panel
from tests.bot.doors import arrival, keep, message, opened


@pytest.fixture
async def town(tmp_path):
    async with opened(tmp_path) as made:
        yield made


async def test_the_doors_are_read_with_the_units_of_the_writer(town):
    await keep(town, arrival(1, message("x")))

    seen = await Panel(town.house, lambda: None).look(most=3)

    writer = town.house.writer
    assert seen["inbox"]["open"] == 1
    assert seen["units"] == {"commits": writer.commits, "units": writer.units, "most": 3}


async def test_between_two_looks_the_last_stands_and_nobody_is_left_with_it(town, monkeypatch):
    monkeypatch.setattr(panel, "SECONDS", 60)
    changed = asyncio.Event()
    doors = Panel(town.house, changed.set)
    first = await doors.look(1)
    await keep(town, arrival(1, message("x")))

    assert await doors.look(1) is first
    assert await doors.look(1) is first
    assert not changed.is_set()
    later = doors._again
    doors._look_again()
    later.cancel()

    assert changed.is_set()
    assert (await doors.look(1))["inbox"]["open"] == 1


async def test_a_look_is_taken_again_by_itself(town, monkeypatch):
    monkeypatch.setattr(panel, "SECONDS", 0.01)
    changed = asyncio.Event()
    doors = Panel(town.house, changed.set)
    await doors.look(1)
    doors._at = asyncio.get_running_loop().time()
    await doors.look(1)

    async with asyncio.timeout(5):
        await changed.wait()
