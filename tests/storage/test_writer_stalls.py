"""A failure that passes is waited out in order; one that does not ends the writer."""

import asyncio
import sqlite3
from functools import partial

import pytest
from sqlalchemy import event

from storage import faults
from storage.writer import Lost, Writer
from tests.storage.units import PATIENCE, Store, hold, kept, put, told


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
    assert kept(Store(f"sqlite:///{path}")) == list(range(100))
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
    assert (runs, kept(Store(f"sqlite:///{path}"))) == ([1], [1])

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
    assert kept(Store(f"sqlite:///{path}")) == list(range(200))

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
    assert kept(Store(f"sqlite:///{path}")) == [1]

    await writer.close()


async def test_a_failure_that_does_not_pass_ends_the_writer(engine):
    writer = Writer(engine)
    await writer.submit(partial(put, 1))
    writer._connection.connection.dbapi_connection.close()

    (lost,) = await told([writer.submit(partial(put, 2))])

    assert isinstance(lost, Lost)
    assert isinstance(writer.submit(partial(put, 3)).exception(), Lost)
    await asyncio.wait_for(writer.close(), PATIENCE)


def test_patience_is_for_what_passes():
    assert sqlite3.SQLITE_BUSY in faults.PASSING
    assert sqlite3.SQLITE_CORRUPT not in faults.PASSING
