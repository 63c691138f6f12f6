"""A copy holds what is its share, for as long as it can know that it does."""

import asyncio

import pytest

from bot.leasing import Leasing
from storage import leases
from storage.database import METADATA, writing
from storage.life import FileLife
from tests.bot.doors import BOT

ROLES = (f"sender:{BOT}", f"poll:{BOT}")
SECONDS = 10.0


class Life:
    """Shows nothing; tells of whom the test says that they are dead."""

    def __init__(self):
        self.fallen, self.lives = set(), True

    async def start(self):
        pass

    async def run(self):
        pass

    async def stop(self):
        pass

    def dead(self, _connection, holders):
        return self.fallen & holders


class Office:
    """A database, a clock, and copies that beat when they are told to."""

    def __init__(self, engine):
        self.engine, self.now, self.life, self.fell = engine, 100.0, Life(), []
        self.late = 0.0

    async def apart(self, unit):
        with self.engine.begin() as connection:
            done = unit(connection)
        self.now += self.late
        return done

    def copy(self, name, *, alone=False):
        return Leasing(
            self.apart,
            self.life,
            holder=name,
            roles=ROLES,
            alone=alone,
            seconds=SECONDS,
            fell=lambda _: self.fell.append(name),
            clock=lambda: self.now,
        )


@pytest.fixture
def office():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield Office(engine)
    engine.dispose()


def counts(*copies):
    return [len(copy.shards()) for copy in copies]


async def beat(*copies, times=1):
    for _ in range(times):
        for copy in copies:
            await copy.beat()


async def test_who_is_alone_holds_everything(office):
    one = office.copy("a")
    await one.start()

    assert counts(one) == [64]
    assert [one.lease(name).epoch for name in ROLES] == [1, 1]


async def test_who_comes_later_gets_its_share_of_lanes_and_no_role(office):
    one, other, third = (office.copy(n) for n in "abc")
    await beat(one, other)
    await beat(one, one, other)
    two = counts(one, other)
    await beat(one, other, third, times=3)

    assert two == [32, 32]
    assert sum(counts(one, other, third)) == 64
    assert max(counts(one, other, third)) == 22
    assert [other.lease(name) for name in ROLES] == [None, None]


async def test_who_cannot_show_that_he_lives_holds_nothing_until_he_can(office):
    one = office.copy("a")
    await one.start()
    one.give_up()
    office.life.lives = False
    before = (counts(one), one.lease(ROLES[0]))
    await one.beat()
    dark = (counts(one), one.lease(ROLES[0]))
    office.life.lives = True
    await one.beat()

    assert before == dark == ([0], None)
    assert (counts(one), one.lease(ROLES[0]).epoch) == ([64], 2)


async def test_who_is_cut_off_while_he_asks_holds_nothing_of_what_he_is_given(office):
    one, apart = office.copy("a"), office.apart

    async def cut(unit):
        brought = await apart(unit)
        one.give_up()
        return brought

    one._apart = cut
    await one.start()

    assert (counts(one), one.lease(ROLES[0])) == ([0], None)


async def test_what_is_to_be_given_back_is_ours_no_more_at_once_but_free_only_later(office):
    one, other = office.copy("a"), office.copy("b")
    await beat(one, other)
    held = one.shards()
    await one.beat()
    left = [lease for n, lease in held.items() if n not in one.shards()]

    assert len(left) == 32
    assert not any(one.stands(lease) for lease in left)
    with office.engine.begin() as connection:
        assert all(leases.holds(connection, lease) for lease in left)  # what is under way may end
    await one.beat()
    with office.engine.begin() as connection:
        assert not any(leases.holds(connection, lease) for lease in left)


async def test_a_lease_ends_by_the_holders_own_clock(office):
    one = office.copy("a")
    await one.beat()
    lease = one.lease(ROLES[0])
    office.now += SECONDS - 0.01
    before = one.stands(lease)
    office.now += 0.01

    assert (before, one.stands(lease), counts(one)) == (True, False, [0])


async def test_a_lease_is_counted_from_before_it_was_asked_for(office):
    one = office.copy("a")
    await one.beat()
    office.late = 1.0
    office.now += 5
    await one.beat()
    office.now += SECONDS - 1.01
    before = counts(one)
    office.now += 0.01

    assert (before, counts(one)) == ([64], [0])


async def test_what_ran_out_is_never_ours_again_under_the_same_epoch(office):
    one = office.copy("a")
    await one.beat()
    old = one.lease(ROLES[0])
    office.now += SECONDS
    await one.beat()

    assert one.lease(ROLES[0]).epoch == old.epoch + 1
    assert not one.stands(old)


async def test_what_ran_out_while_it_was_renewed_is_not_taken_up(office):
    one = office.copy("a")
    await one.beat()
    old = one.lease(ROLES[0])
    office.now += SECONDS - 1
    office.late = 2.0
    await one.beat()
    between = one.lease(ROLES[0])
    office.late = 0.0
    await one.beat()

    assert between is None
    assert one.lease(ROLES[0]).epoch == old.epoch + 1


async def test_a_beat_that_fails_keeps_what_was_held_until_it_runs_out(office):
    one = office.copy("a")
    await one.beat()
    lease, office.engine = one.lease(ROLES[0]), None
    await one.beat()

    assert one.stands(lease)
    office.now += SECONDS
    assert not one.stands(lease)


async def test_the_dead_are_stood_in_for_at_once_and_told_of_once(office):
    one, other = office.copy("a"), office.copy("b")
    await beat(one, other)
    office.life.fallen = {"a"}
    await beat(other, times=2)

    assert counts(other) == [64]
    assert other.lease(ROLES[1]).epoch == 2
    assert office.fell == ["b"]


async def test_who_ends_in_order_leaves_everything_free_and_nobody_is_told(office):
    one, other = office.copy("a"), office.copy("b")
    await beat(one, other)
    await one.close()
    await other.beat()

    assert (counts(one), counts(other), office.fell) == ([0], [64], [])


async def test_on_one_shard_the_second_copy_waits_for_all_of_it(office):
    one, other = office.copy("a", alone=True), office.copy("b", alone=True)
    await beat(one, other, times=3)

    assert counts(one, other) == [1, 0]
    assert [other.lease(name) for name in ROLES] == [None, None]

    await one.close()
    await other.beat()
    assert counts(other) == [1]
    assert all(other.lease(name) for name in ROLES)


async def test_everybody_who_waits_hears_of_a_change_and_of_nothing_else(office):
    one, heard = office.copy("a"), []
    one.changed.append(lambda: heard.append(len(one.shards())))
    await beat(one, times=3)

    assert heard == [64]


async def test_a_word_from_another_copy_wakes_and_one_of_leases_hurries(office):
    one, woken = office.copy("a"), []
    one.woken.append(lambda: woken.append(1))
    one.hear("rows")
    early = one._hurry.is_set()
    one.hear("leases")

    assert (early, one._hurry.is_set(), woken) == (False, True, [1, 1])


async def test_a_copy_beats_until_it_is_closed(office):
    one = office.copy("a")
    await one.beat()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(one.run())
        await asyncio.sleep(0)
        one.hurry()
        await asyncio.sleep(0)
        await one.close()
    assert running.done()


async def test_a_file_shows_who_lives_and_the_system_takes_it_from_the_dead(tmp_path):
    database = f"sqlite:///{tmp_path}/a.db"
    living, looking = FileLife(database, "a"), FileLife(database, "b")
    await living.start()
    alive = looking.dead(None, {"a", "elsewhere"})
    living._file.close()  # as the system does when a process ends
    fallen = looking.dead(None, {"a"})

    assert (alive, fallen) == (set(), {"a"})
    assert list(tmp_path.iterdir()) == []
    await living.stop()
