"""Thousands of presses in the last second of a ballot: each in time counts, and none that is late.

In time is what was written down in the inbox before the close, whenever its turn came.
"""

import os
import random
from collections import Counter
from datetime import timedelta

import pytest

from benchmarks import ballots
from benchmarks.ballots import BALLOT
from benchmarks.presses import voter
from bot.recounting import differences
from bot.ticks import Ticks
from governance.ballots.motion import MOTION
from governance.ballots.states import BallotStatus
from governance.quorum import Measure
from storage.boxes import box
from tests.bot import doors
from tests.bot.booth import polled
from tests.bot.doors import GROUP, MONDAY, arrival, press

CHEN = 3001
# twenty polls of presses: two thousand, and ten thousand where there is time (`make soak`)
TIMES = 5 if os.environ.get("LINLI_SOAK") else 1
HOUSEHOLDS, PRESSES, AT_ONCE = 400 * TIMES, 2_000 * TIMES, 100 * TIMES
STEP = timedelta(milliseconds=70)  # between two polls: the last five come after the close
OPEN = timedelta(days=7)
CLOSES = MONDAY + OPEN
LATE = "表决已经截止，这一票没有计入。"
CALLED = {"for": "赞成", "against": "反对", "abstain": "弃权"}


class Presses:
    """What people pressed, as Telegram has it: number, household, option, when it was written."""

    def __init__(self, seed):
        chance = random.Random(seed)
        self.every = [
            (n, chance.randrange(HOUSEHOLDS), chance.choice(MOTION.options), self.written(n))
            for n in range(1, PRESSES + 1)
        ]

    @staticmethod
    def written(number):
        return CLOSES - timedelta(seconds=1) + STEP * ((number - 1) // AT_ONCE)

    @property
    def standing(self):
        """The last in time of each household."""
        return {home: option for _, home, option, at in self.every if at < CLOSES}

    @property
    def late(self):
        return {n for n, _, _, at in self.every if at >= CLOSES}

    def of(self, household):
        return [n for n, home, _, _ in self.every if home == household]

    def updates(self):
        for number, home, option, _ in self.every:
            who = voter(home)
            told = press(f"b:1:mark={MOTION.options.index(option)}", chat=GROUP, sender=who)
            told["callback_query"]["id"] = f"q{number}"
            yield arrival(number, told, lane=str(who))


async def opened(town):
    def unit(connection):
        work = town.house.work(connection, "ballot", CHEN, MONDAY)
        return ballots.open_to(work, HOUSEHOLDS, OPEN)

    made = await town.unit(unit)
    assert (made.status, made.closes) == (BallotStatus.OPEN, CLOSES)


async def written(town, updates):
    """Write them down as the receiver does, a poll after another; then it is past the close."""
    for first in range(0, PRESSES, AT_ONCE):
        town.house.clock.at = Presses.written(first + 1)
        await doors.keep(town, *updates[first : first + AT_ONCE])
    assert town.house.clock.at > CLOSES


async def goes_on(town, ticks):
    """Let a second go by; say whether the ballot is open, and whether presses in time wait."""

    def unit(connection):
        work = town.house.work(connection, "look", 0, CLOSES)
        open_ = work.ballots.get(BALLOT).status is BallotStatus.OPEN
        return open_, work.unheard(MONDAY, CLOSES)

    town.house.clock.at += timedelta(seconds=1)
    await polled(town)
    await ticks.look()
    return await town.unit(unit)


async def storm(town, presses):
    """Let it all be done while the clock tries to close; return the toasts in their order."""
    updates, ticks, tried = list(presses.updates()), Ticks(town.house), 0
    await opened(town)
    await written(town, updates)
    async with doors.working(town, patience=60 * TIMES) as lanes:
        while (found := await goes_on(town, ticks))[0]:
            if not tried:  # until now all of it lay there, and nothing was closed over it
                lanes.arrive(updates)
            tried += found[1]
        assert found == (False, False)
    assert tried
    return [(int(query[1:]), toast) for query, toast in lanes.answers]


async def box_of(town):
    """Return the result and what lies in the box, by household."""

    def unit(connection):
        work = town.house.work(connection, "look", 0, CLOSES)
        lying = box(connection, town.house.community_id, BALLOT)
        marks = {unit.partition("/")[2]: marked for unit, marked in lying.marks.items()}
        assert differences(lying) == []
        return work.ballots.get(BALLOT).status, work.ballots.result(BALLOT).whole, marks

    return await town.unit(unit)


@pytest.fixture
def database(request, engine):
    return request.getfixturevalue("postgres").fresh() if engine == "postgres" else None


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_presses_of_the_last_second_count_by_when_they_were_written_down(tmp_path, database):
    presses = Presses(seed=1)
    async with doors.opened(tmp_path, migrated=database) as town:
        toasts = await storm(town, presses)
        status, found, marks = await box_of(town)

    due, tally = presses.standing, found.tallies[Measure.HEADS]
    assert status is BallotStatus.TALLIED
    assert marks == {str(home): {option: 1} for home, option in due.items()}
    assert {o: tally.of(o) for o in MOTION.options} == Counter(due.values())
    assert found.taking_part[Measure.HEADS] == len(due)
    assert len(presses.late) == 5 * AT_ONCE

    order, said = [n for n, _ in toasts], {n: toast.text for n, toast in toasts}
    assert sorted(order) == list(range(1, PRESSES + 1))
    assert {n for n, text in said.items() if text == LATE} == presses.late
    in_time = [(n, option) for n, _, option, _ in presses.every if n not in presses.late]
    assert all(CALLED[option] in said[n] for n, option in in_time)
    place = {n: at for at, n in enumerate(order)}
    for home in range(HOUSEHOLDS):
        own = [place[n] for n in presses.of(home)]
        assert own == sorted(own)
