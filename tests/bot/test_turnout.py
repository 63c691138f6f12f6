"""The card of an open ballot in the group: drawn anew after presses, as often as they come."""

from datetime import timedelta

from benchmarks import ballots
from benchmarks.presses import voter
from bot.ticks import Ticks
from storage.inbox import DUES
from tests.bot import doors
from tests.bot.doors import GROUP, MONDAY, Caller, arrival, press, sending

CHEN = 3001
HOUSEHOLDS = 3


async def opened(town):
    def unit(connection):
        work = town.house.work(connection, "ballot", CHEN, MONDAY)
        return ballots.open_to(work, HOUSEHOLDS, timedelta(days=1))

    await town.unit(unit)


async def shown(town, caller):
    """Let what is to be sent be sent; return the turnout that the group read last."""
    async with sending(town, caller):
        await town.settled()
    drawn = [said for _, said in caller.calls if said.get("chat_id") == GROUP and "text" in said]
    [line] = [each for each in drawn[-1]["text"].splitlines() if each.startswith("名册")]
    return line


async def later(town, ticks):
    """Let the time go by after which votes are shown."""
    town.house.clock.at += timedelta(seconds=3)
    await ticks.look()


async def test_the_turnout_is_drawn_anew_each_time_somebody_has_pressed(tmp_path):
    async with doors.opened(tmp_path) as town:
        caller, ticks = Caller(), Ticks(town.house)
        await opened(town)
        assert await shown(town, caller) == "名册 3 户，已投 0 户"
        for number in range(HOUSEHOLDS):
            told = press("b:1:mark=0", chat=GROUP, sender=voter(number))
            await doors.walk(town, arrival(number + 1, told))
            await later(town, ticks)

            assert await shown(town, caller) == f"名册 3 户，已投 {number + 1} 户"

        assert "dead" not in {status for _, status in await town.rows(DUES.c.id, DUES.c.status)}


async def test_of_votes_that_come_while_a_drawing_leaves_the_last_is_drawn_too(tmp_path):
    async with doors.opened(tmp_path) as town:
        caller, ticks = Caller(), Ticks(town.house)
        await opened(town)
        await shown(town, caller)
        [(_, _, card)] = await town.cards()
        first, second, last = [
            arrival(number + 1, press("b:1:mark=0", chat=GROUP, sender=voter(number), card=card))
            for number in range(HOUSEHOLDS)
        ]
        caller.calls.clear()
        caller.open.clear()
        await doors.walk(town, first, second)
        await later(town, ticks)
        async with sending(town, caller):
            await caller.asked(1)  # one drawing for both of them is on its way
            await doors.walk(town, last)
            await later(town, ticks)
            caller.open.set()
            await town.settled()

    drawn = [said["text"] for _, said in caller.calls]
    assert ["已投 2 户" in drawn[0], "已投 3 户" in drawn[1], len(drawn)] == [True, True, 2]
