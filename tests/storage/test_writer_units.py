"""A unit that fails, fails alone, and none gets out of its transaction."""

import asyncio
import sqlite3
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DatabaseError, IntegrityError

from storage import faults
from storage.writer import Ended, Lost, savepoint
from tests.storage.units import LEAVES, end, fail, hold, kept, put, told

ON_FILE = pytest.mark.parametrize("store", ["sqlite-disk"], indirect=True)  # there it can happen


async def test_a_failing_unit_alone_is_rolled_back(writer, gate, store):
    futures = [writer.submit(unit) for unit in (partial(put, 1), fail, partial(put, 2))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(store)) == (1, 2, [1, 2])
    assert isinstance(second, ZeroDivisionError)
    assert writer.commits == 2


async def test_a_breach_of_a_constraint_fails_its_unit_alone(writer, gate, store):
    futures = [writer.submit(partial(put, n)) for n in (1, 1, 2)]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(store)) == (1, 2, [1, 2])
    assert isinstance(second, IntegrityError)


@ON_FILE
async def test_a_unit_that_ends_the_transaction_alone_is_guilty(writer, gate, store):
    futures = [writer.submit(unit) for unit in (partial(put, 8), end, partial(put, 9))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(store)) == (8, 9, [8, 9])
    assert isinstance(second, IntegrityError)


@ON_FILE
async def test_a_database_without_room_is_waited_out_in_order_and_nobody_is_guilty(store):
    after, stalled = [], []

    def room(_):
        stalled.append(writer.stalled)
        limit(writer._connection, 1_000_000)

    def limit(connection, pages):
        connection.connection.dbapi_connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill(connection):
        if not stalled:
            limit(connection, connection.exec_driver_sql("PRAGMA page_count").scalar() + 2)
        try:
            connection.exec_driver_sql("INSERT INTO rows VALUES (9, zeroblob(100000))")
        finally:
            after.append(connection.connection.dbapi_connection.in_transaction)

    writer = store.writer(pause=room)
    gate = hold(writer)
    futures = [writer.submit(unit) for unit in (partial(put, 1), fill, partial(put, 2))]
    gate.set()

    assert await told(futures) == [1, None, 2]
    assert after == [False, True]  # the premise: SQLite threw the whole batch away
    assert stalled == ["database or disk is full"]
    assert [n for n in kept(store) if isinstance(n, int)] == [1, 2]

    await writer.close()


@ON_FILE
async def test_a_damaged_page_ends_the_writer_and_no_unit_is_half_done(store):
    writer = store.writer()
    await writer.submit(partial(put, 1))

    def strikes(connection):
        put(2, connection)
        raise DatabaseError("select", {}, broken())

    (lost,) = await told([writer.submit(strikes)])
    await asyncio.wait_for(writer.ended(), 10)

    assert isinstance(lost, Lost)
    assert faults.of(lost) is faults.Fault.DAMAGED
    assert kept(store) == [1]


def broken():
    """Return what SQLite says of a page that is none."""
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


@ON_FILE
async def test_a_database_that_became_read_only_ends_the_writer(store):
    writer = store.writer()
    await writer.submit(partial(put, 1))
    writer._connection.connection.dbapi_connection.execute("PRAGMA query_only = ON")

    (lost,) = await told([writer.submit(partial(put, 2))])

    assert isinstance(lost, Lost)
    assert faults.of(lost) is faults.Fault.READ_ONLY
    assert kept(store) == [1]


@ON_FILE
async def test_a_unit_cannot_go_on_after_the_transaction_ended(writer, gate, store):
    def swallow(connection):
        try:
            end(connection)
        except IntegrityError:
            put(7, connection)

    futures = [writer.submit(unit) for unit in (partial(put, 8), swallow)]
    gate.set()
    first, second = await told(futures)

    assert (first, kept(store)) == (8, [8])
    assert isinstance(second, RuntimeError)


@ON_FILE
async def test_a_unit_that_hides_the_end_is_not_told_as_kept(writer, store):
    def hide(connection):
        put(7, connection)
        try:
            end(connection)
        except IntegrityError:
            return "kept"

    (hidden,) = await told([writer.submit(hide)])

    assert isinstance(hidden, sqlite3.OperationalError)
    assert kept(store) == []


@ON_FILE
async def test_a_savepoint_lets_nobody_catch_the_end(writer, store):
    def swallow(connection):
        try:
            with savepoint(connection):
                end(connection)
        except Exception:  # noqa: BLE001 -- the careless unit
            connection.connection.dbapi_connection.execute("INSERT INTO rows (n) VALUES (7)")

    (error,) = await told([writer.submit(swallow)])

    assert isinstance(error, IntegrityError)
    assert not isinstance(error, Ended)
    assert kept(store) == []


async def test_a_deferred_breach_is_found_at_the_commit_and_fails_its_unit_alone(
    writer, gate, store
):
    def orphan(connection):
        connection.execute(insert(LEAVES), {"row": 404})

    futures = [writer.submit(unit) for unit in (partial(put, 1), orphan, partial(put, 2))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(store)) == (1, 2, [1, 2])
    assert isinstance(second, IntegrityError)


@pytest.mark.parametrize("door", ["begin", "begin_nested", "commit", "rollback", "close"])
async def test_a_unit_has_no_door_out_of_its_transaction(writer, gate, store, door):
    def sneak(connection):
        put(1, connection)
        getattr(connection, door)()

    futures = [writer.submit(sneak), writer.submit(partial(put, 2))]
    gate.set()
    first, second = await told(futures)

    assert isinstance(first, RuntimeError)
    assert (second, kept(store)) == (2, [2])


async def test_savepoints_nest(writer, store):
    def unit(connection):
        put(1, connection)
        with savepoint(connection):
            put(2, connection)
            with suppress(ZeroDivisionError), savepoint(connection):
                put(3, connection)
                fail(connection)
            put(4, connection)

    await writer.submit(unit)

    assert kept(store) == [1, 2, 4]
