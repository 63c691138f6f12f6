"""Leases are taken, kept, lost and given back alike on every engine."""

import pytest
from sqlalchemy import update

from storage import leases
from storage.leases import COPY, LEASES, Lease

SHARDS = ["shard:0", "shard:1", "shard:2", "shard:3"]
LONG, SHORT = 60_000, -1  # milliseconds: the second has run out as it is taken


def take(connection, holder, *names, ttl=LONG, **more):
    return leases.take(connection, names or SHARDS, holder, ttl, **more)


def names(found):
    return [lease.name for lease in found]


def test_what_is_free_is_taken_with_the_first_epoch(connection):
    assert take(connection, "a", "shard:0") == [Lease("shard:0", "a", 1)]


def test_what_is_held_is_taken_by_nobody_else_nor_twice(connection):
    take(connection, "a")

    assert take(connection, "b") == []
    assert take(connection, "a") == []


def test_no_more_are_taken_than_wanted(connection):
    assert names(take(connection, "a", most=3)) == SHARDS[:3]
    assert names(take(connection, "b", most=3)) == SHARDS[3:]
    assert take(connection, "c", most=-1) == []
    assert leases.take(connection, [], "c", LONG, most=2) == []


def test_what_has_run_out_is_taken_under_the_next_epoch(connection):
    [old] = take(connection, "a", "shard:0", ttl=SHORT)
    [new] = take(connection, "b", "shard:0")

    assert (old.epoch, new) == (1, Lease("shard:0", "b", 2))
    assert (leases.holds(connection, old), leases.holds(connection, new)) == (False, True)


def test_what_has_run_out_stands_until_somebody_takes_it(connection):
    [old] = take(connection, "a", "shard:0", ttl=SHORT)

    assert leases.holds(connection, old)


def test_what_a_dead_holder_held_is_taken_at_once(connection):
    take(connection, "a")

    assert names(take(connection, "b", dead={"a"})) == SHARDS


def test_a_time_far_ahead_is_of_a_clock_that_was_set_back(connection):
    take(connection, "a", ttl=leases.LONGEST_MS + 60_000)

    assert names(take(connection, "b")) == SHARDS


def test_renewing_prolongs_all_that_is_held_and_nothing_else(connection):
    mine = take(connection, "a", ttl=SHORT)
    [lost] = take(connection, "b", "shard:1")

    kept = leases.renew(connection, "a", LONG)

    assert sorted(names(kept)) == ["shard:0", "shard:2", "shard:3"]
    assert set(kept) < set(mine)
    assert take(connection, "c") == []
    assert leases.holds(connection, lost)


def test_what_is_given_back_is_free_and_what_was_lost_is_left_alone(connection):
    [first] = take(connection, "a", "shard:0", ttl=SHORT)
    take(connection, "b", "shard:0")
    [second] = take(connection, "a", "shard:1")

    leases.release(connection, [first, second])

    assert take(connection, "c", "shard:0", "shard:1") == [Lease("shard:1", "c", 2)]


def test_a_sleeper_gives_back_all_it_held(connection):
    take(connection, "a")
    leases.drop(connection, "a")

    assert {lease.epoch for lease in take(connection, "a")} == {2}


def test_the_living_are_counted_and_the_fallen_struck_off_once(connection):
    for holder, ttl in (("a", LONG), ("b", LONG), ("c", SHORT)):
        take(connection, holder, COPY + holder, ttl=ttl)

    assert leases.others(connection, "a") == {"b", "c"}
    assert leases.copies(connection) == 2
    assert leases.copies(connection, dead={"b"}) == 1
    assert leases.reap(connection, "a", dead={"b"}) == 2
    assert leases.reap(connection, "a", dead={"b"}) == 0
    assert leases.copies(connection) == 1


def test_nobody_strikes_himself_off_but_in_order(connection):
    take(connection, "a", COPY + "a", ttl=SHORT)

    assert leases.reap(connection, "a") == 0
    leases.leave(connection, "a")
    assert leases.others(connection, "b") == set()


@pytest.mark.parametrize("other", [("shard:1", "a", 1), ("shard:0", "b", 1), ("shard:0", "a", 2)])
def test_the_fence_asks_for_name_holder_and_epoch(connection, other):
    take(connection, "a", "shard:0")

    assert leases.holds(connection, Lease("shard:0", "a", 1))
    assert not leases.holds(connection, Lease(*other))


def test_the_clock_is_the_databases_own(connection):
    [lease] = take(connection, "a", "shard:0", ttl=1_000)
    connection.execute(update(LEASES).values(until=LEASES.c.until - 2_000))

    assert names(take(connection, "b", "shard:0")) == [lease.name]
