"""Two copies over one database: one falls, sleeps past its leases, or goes; nothing twice."""

import pytest

from tests.journeys.copies import copies
from tests.journeys.towns import GROUP, MORNING

PEOPLE = ["李婶", "张伯"]
EACH = [(-1001000000001, "<b>#{}</b> 收到了 · 电梯"), (2001, "<b>#{}</b> 电梯 · 3号楼")]


@pytest.fixture(params=["sqlite", "postgres"])
def town(request, tmp_path, forks):
    if request.param == "postgres":
        database = request.getfixturevalue("postgres").empty()
    else:
        database = f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    with copies(tmp_path, database, MORNING) as town:
        yield town


def report(town, numbers):
    for n in numbers:
        text = f"/report 三号楼第{n}次电梯坏了没人修"
        town.says(PEOPLE[n % len(PEOPLE)], text, chat=GROUP)


def check(town, cases, *, twice=0):
    """Each report one case, numbered without a gap; each told once, or again by its policy."""
    assert town.rows("select count(*), min(number), max(number) from cases") == [(cases, 1, cases)]
    assert town.rows("select distinct status from inbox") == [("done",)]
    assert town.rows("select count(*) from audit where verb = 'report'") == [(cases,)]
    told = (
        town.told()
    )  # a receipt in the group and a worksheet for the officer, each by its number
    assert sorted(told) == sorted((c, h.format(n + 1)) for n in range(cases) for c, h in EACH)
    assert sum(told.values()) - len(told) <= twice


def test_a_frozen_holder_is_stood_in_for_and_does_nothing_twice_when_it_wakes(town):
    town.start("first")
    report(town, range(5))
    town.until(lambda: town.settled(5))
    town.start("second")
    sleeper = town.holder("sender")
    assert sleeper == town.holder("poll")
    report(town, range(5, 10))  # some of it is under way as it freezes
    town.freeze(sleeper)
    other = ({"first", "second"} - {sleeper}).pop()
    report(town, range(10, 15))
    town.until(lambda: town.holder("sender") == other and town.holder("poll") == other)
    town.until(lambda: town.settled(15))
    assert town.copies() == 1
    town.thaw(sleeper)
    report(town, range(15, 20))
    town.until(lambda: town.settled(20))
    town.until(lambda: town.copies() == 2)  # it has beaten since, and knows what it lost
    report(town, range(20, 25))  # to which the sleeper might still do something
    town.until(lambda: town.settled(25))

    # one send may have been on its way as it froze, and none after
    check(town, 25, twice=2)
    assert town.holder("sender") == other


def test_whoever_has_lost_his_leases_writes_nothing_though_his_own_clock_gives_him_longer(town):
    town.start("first", lease=300)  # by its own beat it would notice in 100 seconds
    town.start("second", lease=300)
    loser = town.holder("poll")
    town.hand(({"first", "second"} - {loser}).pop())
    report(town, range(3))
    town.until(lambda: "roles=[]" in town.last(loser) or town.rows("select 1 from cases"))

    assert town.rows("select count(*) from cases") == [(0,)]
    assert not town.told()
    for name in ("first", "second"):
        town.bots.pop(name).stop()
    town.free_leases()
    town.start("third")
    town.until(lambda: town.settled(3))
    check(town, 3)


def test_a_killed_copy_is_stood_in_for_within_its_lease(town):
    town.start("first")
    town.start("second")
    report(town, range(5))
    fallen = town.holder("sender")
    town.kill(fallen)
    report(town, range(5, 10))
    town.until(lambda: town.settled(10))

    check(town, 10, twice=2)
    assert town.rows("select key from alarms") == [("restarted",)]


def test_a_copy_that_goes_in_order_hands_over_at_once(town):
    town.start("first")
    town.start("second")
    leaver = town.holder("poll")
    report(town, range(3))
    town.bots.pop(leaver).stop()
    report(town, range(3, 6))
    town.until(lambda: town.settled(6))

    check(town, 6)
    assert town.rows("select key from alarms") == []
