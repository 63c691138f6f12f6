"""A unit that fails, fails alone, and none gets out of its transaction."""

import sqlite3
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.writer import Ended, savepoint
from tests.storage.units import LEAVES, end, fail, kept, put, told

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
async def test_a_full_database_ends_the_transaction_and_the_guilty_alone_fails(
    writer, gate, store
):
    after = []

    def fill(connection):
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        try:
            connection.exec_driver_sql("INSERT INTO rows VALUES (9, zeroblob(100000))")
        finally:
            after.append(connection.connection.dbapi_connection.in_transaction)

    futures = [writer.submit(unit) for unit in (partial(put, 1), fill, partial(put, 2))]
    gate.set()
    first, second, third = await told(futures)

    assert after[0] is False  # the premise: SQLite threw the whole batch away
    assert (first, third, kept(store)) == (1, 2, [1, 2])
    assert isinstance(second, OperationalError)
    assert "full" in str(second)


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
