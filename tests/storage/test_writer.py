import asyncio
import sqlite3
import threading
from contextlib import suppress
from functools import partial

import pytest
from sqlalchemy import Column, ForeignKey, MetaData, Table, event, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import writer as writers
from storage.database import key, number, writing
from storage.writer import Ended, Lost, Writer, savepoint

TABLES = MetaData()
ROWS = Table("rows", TABLES, key(), number("n", unique=True))
LEAVES = Table(
    "leaves",
    TABLES,
    key(),
    Column("row", ForeignKey(ROWS.c.id, deferrable=True, initially="DEFERRED")),
)
PUT = insert(ROWS)
PATIENCE = 10


def put(n, connection):
    connection.execute(PUT, {"n": n})
    return n


def fail(connection):
    put(-1, connection)
    raise ZeroDivisionError


def end(connection):
    connection.exec_driver_sql("INSERT OR ROLLBACK INTO rows (id, n) VALUES (1, 1), (1, 2)")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.db"


@pytest.fixture
def engine(path):
    engine = writing(f"sqlite+aiosqlite:///{path}", busy_ms=1)
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
async def writer(engine):
    writer = Writer(engine)
    yield writer
    await writer.close()


@pytest.fixture
def gate(writer):
    return hold(writer)


def hold(writer):
    """Keep the writer busy until it is set, so that what is submitted meanwhile is one batch."""
    held, gate = threading.Event(), threading.Event()

    def wait(_):
        held.set()
        gate.wait(PATIENCE)

    writer.submit(wait)
    assert held.wait(PATIENCE)
    return gate


def kept(path):
    connection = sqlite3.connect(path)
    found = [n for (n,) in connection.execute("SELECT n FROM rows ORDER BY id")]
    connection.close()
    return found


async def told(futures):
    return await asyncio.wait_for(asyncio.gather(*futures, return_exceptions=True), PATIENCE)


async def test_units_are_committed_in_the_order_of_submit(writer, path):
    futures = [writer.submit(partial(put, n)) for n in range(500)]

    assert await told(futures) == list(range(500))
    assert kept(path) == list(range(500))


async def test_a_unit_is_queued_before_submit_returns(writer):
    ran = threading.Event()

    writer.submit(lambda _: ran.set())

    assert ran.wait(PATIENCE)  # the loop has not turned since


async def test_waiting_units_share_commits_of_at_most_a_batch(writer, gate):
    futures = [writer.submit(partial(put, n)) for n in range(130)]
    gate.set()
    await told(futures)

    assert (writer.units, writer.commits) == (131, 4)  # the gate, 64, 64, 2


async def test_a_value_is_told_only_after_the_commit(writer, gate, path):
    loop = asyncio.get_running_loop()
    seen = []
    asked = threading.Event()
    first = writer.submit(partial(put, 1))

    def look():
        seen.append((first.done(), kept(path)))
        asked.set()

    def ask(_):
        loop.call_soon_threadsafe(look)

    second = writer.submit(ask)
    third = writer.submit(lambda _: asked.wait(PATIENCE))
    gate.set()

    assert await told([first, second, third]) == [1, None, True]
    assert seen == [(False, [])]
    assert kept(path) == [1]


async def test_a_failing_unit_alone_is_rolled_back(writer, gate, path):
    futures = [writer.submit(unit) for unit in (partial(put, 1), fail, partial(put, 2))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(path)) == (1, 2, [1, 2])
    assert isinstance(second, ZeroDivisionError)
    assert writer.commits == 2


async def test_a_breach_of_a_constraint_fails_its_unit_alone(writer, gate, path):
    futures = [writer.submit(partial(put, n)) for n in (1, 1, 2)]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(path)) == (1, 2, [1, 2])
    assert isinstance(second, IntegrityError)


async def test_a_unit_that_ends_the_transaction_alone_is_guilty(writer, gate, path):
    futures = [writer.submit(unit) for unit in (partial(put, 8), end, partial(put, 9))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(path)) == (8, 9, [8, 9])
    assert isinstance(second, IntegrityError)


async def test_a_full_database_ends_the_transaction_and_the_guilty_alone_fails(writer, gate, path):
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
    assert (first, third, kept(path)) == (1, 2, [1, 2])
    assert isinstance(second, OperationalError)
    assert "full" in str(second)


async def test_a_unit_cannot_go_on_after_the_transaction_ended(writer, gate, path):
    def swallow(connection):
        try:
            end(connection)
        except IntegrityError:
            put(7, connection)

    futures = [writer.submit(unit) for unit in (partial(put, 8), swallow)]
    gate.set()
    first, second = await told(futures)

    assert (first, kept(path)) == (8, [8])
    assert isinstance(second, RuntimeError)


async def test_a_unit_that_hides_the_end_is_not_told_as_kept(writer, path):
    def hide(connection):
        put(7, connection)
        try:
            end(connection)
        except IntegrityError:
            return "kept"

    (hidden,) = await told([writer.submit(hide)])

    assert isinstance(hidden, sqlite3.OperationalError)
    assert kept(path) == []


async def test_a_savepoint_lets_nobody_catch_the_end(writer, path):
    def swallow(connection):
        try:
            with savepoint(connection):
                end(connection)
        except Exception:  # noqa: BLE001 -- the careless unit
            connection.connection.dbapi_connection.execute("INSERT INTO rows (n) VALUES (7)")

    (error,) = await told([writer.submit(swallow)])

    assert isinstance(error, IntegrityError)
    assert not isinstance(error, Ended)
    assert kept(path) == []


async def test_a_deferred_breach_is_found_at_the_commit_and_fails_its_unit_alone(
    writer, gate, path
):
    def orphan(connection):
        connection.execute(insert(LEAVES), {"row": 404})

    futures = [writer.submit(unit) for unit in (partial(put, 1), orphan, partial(put, 2))]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(path)) == (1, 2, [1, 2])
    assert isinstance(second, IntegrityError)


async def test_a_lock_held_elsewhere_is_waited_out_in_order(engine, path):
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    pauses = []
    stalled = []

    def pause(seconds):
        pauses.append(seconds)
        stalled.append(writer.stalled)
        if len(pauses) == 9:
            other.execute("COMMIT")

    writer = Writer(engine, pause=pause)
    futures = [writer.submit(partial(put, n)) for n in range(100)]

    assert await told(futures) == list(range(100))
    assert kept(path) == list(range(100))
    assert pauses == [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.0, 1.0]
    assert set(stalled) == {"database is locked"}
    assert writer.stalled == ""

    await writer.close()
    other.close()


async def test_a_busy_commit_is_repeated_without_running_the_units_again(engine, path):
    @event.listens_for(engine, "connect")
    def roll_back_journal(connection, _record):  # where readers can keep a commit waiting
        connection.execute("PRAGMA journal_mode = DELETE")

    engine.dispose()
    writer = Writer(engine, pause=lambda _: other.rollback())
    other = sqlite3.connect(path, check_same_thread=False)
    runs = []

    def unit(connection):
        runs.append(put(1, connection))
        other.execute("BEGIN")
        other.execute("SELECT * FROM rows").fetchall()

    assert await told([writer.submit(unit)]) == [None]
    assert (runs, kept(path)) == ([1], [1])

    await writer.close()
    other.close()


async def test_a_commit_without_space_is_waited_out_in_order(engine, path):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    stalled = []

    def more_space(_):
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        stalled.append(writer.stalled)

    def less_space(connection):
        put(1, connection)
        if not stalled:
            log = path.with_name("a.db-wal").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (log, limits[1]))

    writer = Writer(engine, pause=more_space)
    await writer.submit(
        lambda c: c.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(1000000)")
    )
    gate = hold(writer)
    futures = [writer.submit(unit) for unit in (partial(put, 0), less_space)]
    futures += [writer.submit(partial(put, n)) for n in range(2, 200)]
    gate.set()
    try:
        await told(futures)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert stalled == ["disk I/O error"]
    assert kept(path) == list(range(200))

    await writer.close()


@pytest.mark.parametrize("kind", [SystemExit, KeyboardInterrupt])
async def test_the_end_of_the_thread_is_told_to_all_at_once(engine, path, kind):
    writer = Writer(engine)
    await writer.submit(partial(put, 1))
    gate = hold(writer)

    def leave(_):
        raise kind

    futures = [writer.submit(unit) for unit in (partial(put, 2), leave, partial(put, 3))]
    futures += [writer.submit(partial(put, n)) for n in range(4, 200)]
    gate.set()

    assert {type(each) for each in await told(futures)} == {Lost}
    late = writer.submit(partial(put, 9))
    assert isinstance(late.exception(), Lost)
    assert isinstance(late.exception().__cause__, kind)
    assert kept(path) == [1]

    await writer.close()


async def test_a_failure_that_does_not_pass_ends_the_writer(engine):
    writer = Writer(engine)
    await writer.submit(partial(put, 1))
    writer._connection.connection.dbapi_connection.close()

    (lost,) = await told([writer.submit(partial(put, 2))])

    assert isinstance(lost, Lost)
    assert isinstance(writer.submit(partial(put, 3)).exception(), Lost)
    await asyncio.wait_for(writer.close(), PATIENCE)


async def test_a_cancelled_waiter_does_not_undo_its_unit(writer, gate, path):
    first, second = (writer.submit(partial(put, n)) for n in (1, 2))
    first.cancel()
    gate.set()

    assert await told([second]) == [2]
    assert kept(path) == [1, 2]


@pytest.mark.parametrize("door", ["begin", "begin_nested", "commit", "rollback", "close"])
async def test_a_unit_has_no_door_out_of_its_transaction(writer, gate, path, door):
    def sneak(connection):
        put(1, connection)
        getattr(connection, door)()

    futures = [writer.submit(sneak), writer.submit(partial(put, 2))]
    gate.set()
    first, second = await told(futures)

    assert isinstance(first, RuntimeError)
    assert (second, kept(path)) == (2, [2])


async def test_savepoints_nest(writer, path):
    def unit(connection):
        put(1, connection)
        with savepoint(connection):
            put(2, connection)
            with suppress(ZeroDivisionError), savepoint(connection):
                put(3, connection)
                fail(connection)
            put(4, connection)

    await writer.submit(unit)

    assert kept(path) == [1, 2, 4]


async def test_a_stop_iteration_is_told_as_an_error(writer):
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(writer.submit(lambda _: next(iter(()))), PATIENCE)


async def test_close_does_what_is_queued_and_loses_what_comes_later(writer, gate, path):
    futures = [writer.submit(partial(put, n)) for n in range(200)]
    closing = asyncio.gather(writer.close(), writer.close())
    await asyncio.sleep(0)  # lets both begin
    late = writer.submit(partial(put, 404))
    gate.set()
    await asyncio.wait_for(closing, PATIENCE)

    assert not writer._thread.is_alive()
    assert isinstance(late.exception(), Lost)
    assert await told(futures) == list(range(200))
    assert kept(path) == list(range(200))


async def test_after_each_commit_the_loop_hears_how_many(engine):
    heard = []

    def hear(units):
        heard.append((units, threading.current_thread(), last.done()))

    writer = Writer(engine, after_commit=hear)
    gate = hold(writer)
    futures = [writer.submit(partial(put, n)) for n in range(3)]
    last = writer.submit(fail)
    gate.set()
    await told([*futures, last])
    await writer.close()

    here = threading.current_thread()
    assert heard == [(1, here, False), (4, here, True)]


async def test_a_unit_sees_what_those_before_it_did(writer, gate):
    writer.submit(partial(put, 5))
    seen = writer.submit(lambda c: c.execute(select(ROWS.c.n)).scalars().all())
    gate.set()

    assert await seen == [5]


def test_patience_is_for_what_passes():
    assert sqlite3.SQLITE_BUSY in writers.PASSING
    assert sqlite3.SQLITE_CORRUPT not in writers.PASSING
