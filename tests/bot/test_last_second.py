"""Presses that all come in the last second of a ballot, or just behind it: an exact tally.

In time is what was written down in the inbox before the close, whenever its turn came; of two of
one household the later counts, whichever was done first.
"""

import random
from collections import Counter, defaultdict, deque
from datetime import timedelta
from functools import cached_property

import pytest

from benchmarks import ballots
from benchmarks.ballots import BALLOT
from benchmarks.presses import voter
from bot.recounting import differences
from bot.ticks import Ticks
from governance.ballots.motion import MOTION
from governance.ballots.states import BallotStatus
from governance.directory import Person
from governance.quorum import Measure
from governance.residents import Residency, Resident, ResidentStatus
from storage.boxes import box
from tests.bot import doors
from tests.bot.booth import polled
from tests.bot.doors import GROUP, MONDAY, arrival, press

CHEN = 3001
SPOUSE = 100_000  # the second account of a household, so much above the first
POLLS = 40  # the first a second before the close, one right before it, one right at it
SECOND, BEHIND = 1_000, 200  # milliseconds
OPEN = timedelta(days=7)
CLOSES = MONDAY + OPEN
LATE = "表决已经截止，这一票没有计入。"
OVERTAKEN = "这一次没有改动：之后已经有更晚的一次选择"
CALLED = {"for": "赞成", "against": "反对", "abstain": "弃权"}


class Presses:
    """What people pressed, as Telegram has it: number, household, person, option, when written.

    A household presses about five times, by either of its two accounts.
    """

    def __init__(self, count, seed):
        self._chance = random.Random(seed)
        self.households, each = count // 5, count // POLLS
        inner = self._chance.sample([*range(1 - SECOND, -1), *range(1, BEHIND)], POLLS - 3)
        times = sorted([-SECOND, *inner, -1, 0])
        self.polls = [
            (CLOSES + timedelta(milliseconds=ms), [self._one(n * each + m) for m in range(each)])
            for n, ms in enumerate(times)
        ]
        self.every = [(*one, at) for at, some in self.polls for one in some]

    def _one(self, number):
        home = self._chance.randrange(self.households)
        person = voter(home) + self._chance.choice((0, SPOUSE))
        return number + 1, home, person, self._chance.choice(MOTION.options)

    @property
    def standing(self):
        """The last in time of each household."""
        return {home: option for _, home, _, option, at in self.every if at < CLOSES}

    def done_last(self, order):
        """What would stand if of each household that counted which was done last."""
        option_of = {n: (home, option) for n, home, _, option, at in self.every if at < CLOSES}
        return dict(option_of[n] for n in order if n in option_of)

    @property
    def late(self):
        return {n for n, *_, at in self.every if at >= CLOSES}

    def overtaken(self, place):
        """Those in time that were done after a later one of their household."""
        latest, found = {}, set()
        in_time = [(n, home) for n, home, *_, at in self.every if at < CLOSES]
        for n, home in sorted(in_time, key=lambda one: place[one[0]]):
            if latest.get(home, 0) > n:
                found.add(n)
            latest[home] = max(n, latest.get(home, 0))
        return found

    @property
    def of(self):
        """The numbers of each person's presses, in their order."""
        found = defaultdict(list)
        for number, _, person, *_ in self.every:
            found[person].append(number)
        return found

    @cached_property
    def updates(self):
        return {number: _update(number, who, option) for number, _, who, option, _ in self.every}

    @property
    def shuffled(self):
        """The updates as their turn comes: in order for each person, and for nobody else."""
        turns = [person for _, _, person, *_ in self.every]
        self._chance.shuffle(turns)
        left = {person: deque(numbers) for person, numbers in self.of.items()}
        return [self.updates[left[person].popleft()] for person in turns]


def _update(number, who, option):
    told = press(f"b:1:mark={MOTION.options.index(option)}", chat=GROUP, sender=who)
    told["callback_query"]["id"] = f"q{number}"
    return arrival(number, told, lane=str(who))


async def opened(town, households):
    def unit(connection):
        work = town.house.work(connection, "ballot", CHEN, MONDAY)
        buildings = [b.key for b in work.community.buildings]
        for home in range(households):
            who = voter(home) + SPOUSE
            work.people.greet(Person(id=who, name="王建国", language="zh-CN"))
            work.residents.save(
                Resident(
                    person=who,
                    building=buildings[home % len(buildings)],
                    door=str(home),
                    residency=Residency.SETTLED,
                    status=ResidentStatus.VERIFIED,
                    adult=True,
                    asked_at=work.now,
                )
            )
        return ballots.open_to(work, households, OPEN)

    made = await town.unit(unit)
    assert (made.status, made.closes) == (BallotStatus.OPEN, CLOSES)


async def written(town, presses):
    """Write them down as the receiver does, a poll after another; then it is past the close."""
    for at, some in presses.polls:
        town.house.clock.at = at
        await doors.keep(town, *(presses.updates[number] for number, *_ in some))
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
    ticks, tried = Ticks(town.house), 0
    await opened(town, presses.households)
    await written(town, presses)
    async with doors.working(town, patience=300) as lanes:
        while (found := await goes_on(town, ticks))[0]:
            if not tried:  # until now all of it lay there, and nothing was closed over it
                lanes.arrive(presses.shuffled)
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


@pytest.mark.parametrize("count", [400, pytest.param(10_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_presses_of_the_last_second_count_by_when_they_were_written_down(
    tmp_path, database, count
):
    presses = Presses(count, seed=1)
    assert {0, -1} <= {(at - CLOSES) // timedelta(milliseconds=1) for at, _ in presses.polls}
    assert all(abs(at - CLOSES) <= timedelta(seconds=1) for *_, at in presses.every)
    async with doors.opened(tmp_path, migrated=database) as town:
        toasts = await storm(town, presses)
        status, found, marks = await box_of(town)

    due, tally = presses.standing, found.tallies[Measure.HEADS]
    assert status is BallotStatus.TALLIED
    assert marks == {str(home): {option: 1} for home, option in due.items()}
    assert {o: tally.of(o) for o in MOTION.options} == Counter(due.values())
    assert found.taking_part[Measure.HEADS] == len(due)

    order, said = [n for n, _ in toasts], {n: toast.text for n, toast in toasts}
    assert sorted(order) == list(range(1, count + 1))
    assert {n for n, text in said.items() if text == LATE} == presses.late != set()
    place = {n: at for at, n in enumerate(order)}
    overtaken = presses.overtaken(place)
    assert {n for n, text in said.items() if text.startswith(OVERTAKEN)} == overtaken != set()
    noted = [(n, option) for n, _, _, option, at in presses.every if at < CLOSES]
    assert all(CALLED[option] in said[n] for n, option in noted if n not in overtaken)
    for numbers in presses.of.values():
        own = [place[n] for n in numbers]
        assert own == sorted(own)
    # and they were done in another order than they came in: of households, too
    assert order != sorted(order)
    assert presses.done_last(order) != due
