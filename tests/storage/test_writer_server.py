"""What a server and the way to it may do in the midst of it all: waited out, in order, once."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import DBAPIError

from storage import leases
from storage.apart import Apart
from storage.database import serving
from storage.listening import ServerLife
from storage.reader import Reader
from storage.writer import Overtaken
from tests import postgres
from tests.storage.units import ROWS, Store, hold, kept, put, told

SERVED = pytest.mark.parametrize("store", ["postgres"], indirect=True)
PID = "SELECT pg_backend_pid()"


def end(store, pid):
    store.do(f"SELECT pg_terminate_backend({pid})")


def pid_of(connection):
    return connection.exec_driver_sql(PID).scalar()


@SERVED
async def test_a_connection_lost_in_a_unit_is_made_anew_and_all_is_done_in_order(
    store, writer, gate
):
    ends = []

    def cut(connection):
        put(2, connection)
        if not ends:
            ends.append(pid_of(connection))
            end(store, ends[0])

    futures = [writer.submit(unit) for unit in (partial(put, 1), cut, partial(put, 3))]
    gate.set()

    assert await told(futures) == [1, None, 3]
    assert kept(store) == [1, 2, 3]
    assert writer.stalled == ""


@SERVED
async def test_a_unit_that_hides_a_lost_connection_is_run_again(store, writer):
    runs = []

    def hide(connection):
        runs.append(1)
        put(1, connection)
        if len(runs) == 1:
            end(store, pid_of(connection))
            with pytest.raises(DBAPIError):
                put(2, connection)
        return "kept"

    assert await told([writer.submit(hide)]) == ["kept"]
    assert (len(runs), kept(store)) == (2, [1])


@SERVED
async def test_a_commit_whose_connection_is_lost_before_it_is_run_again(store):
    writer, runs, cuts = store.writer(), [], []

    @event.listens_for(writer._engine, "commit")
    def cut(connection):
        if runs and not cuts:
            cuts.append(1)
            end(store, pid_of(connection))

    def unit(connection):
        runs.append(put(1, connection))

    assert await told([writer.submit(unit)]) == [None]
    assert (runs, kept(store)) == ([1, 1], [1])
    await writer.close()


@SERVED
async def test_a_commit_whose_answer_is_lost_is_asked_after_and_not_run_again(store):
    writer, runs = store.writer(), []
    dialect, commits = writer._engine.dialect, writer._engine.dialect.do_commit

    def commit(raw):
        commits(raw)
        if len(runs) == 1 and not lost:
            lost.append(1)
            cursor = raw.cursor()
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    lost = []
    dialect.do_commit = commit
    value = await told([writer.submit(lambda c: runs.append(put(1, c)))])

    assert (value, runs, lost, kept(store)) == ([None], [1], [1], [1])
    await writer.close()


@SERVED
@pytest.mark.parametrize("state", ["40P01", "40001", "53100"])  # deadlock, conflict, disk full
async def test_what_the_server_alone_takes_back_is_nobodys_fault(store, writer, state):
    runs = []

    def deadlocked(connection):
        runs.append(put(1, connection))
        if len(runs) == 1:
            connection.exec_driver_sql(
                f"DO $$ BEGIN RAISE EXCEPTION 'so' USING ERRCODE = '{state}'; END $$"
            )

    assert await told([writer.submit(deadlocked)]) == [None]
    assert (len(runs), kept(store)) == (2, [1])


@SERVED
async def test_an_error_that_is_hidden_fails_its_unit_alone(store, writer, gate):
    def hide(connection):
        put(1, connection)
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql("SELECT 1/0")

    futures = [writer.submit(unit) for unit in (hide, partial(put, 2))]
    gate.set()
    first, second = await told(futures)

    assert isinstance(first, DBAPIError)
    assert (second, kept(store)) == (2, [2])


@SERVED
async def test_writers_of_one_community_take_turns_and_of_others_do_not_wait(store):
    one, same = store.writer(), store.writer()
    gate = hold(one)
    waiting = same.submit(partial(put, 1))
    done, _ = await asyncio.wait({waiting}, timeout=0.3)
    before = set(done)
    gate.set()

    assert await told([waiting]) == [1]
    assert before == set()
    await one.close()
    await same.close()


@SERVED
async def test_a_process_that_stops_in_a_transaction_keeps_nobody_out(store):
    stopped, other = store.writer(idle=0.3), store.writer()
    gate = hold(stopped)  # begun, and then silence

    assert await told([other.submit(partial(put, 1))]) == [1]
    gate.set()
    assert await told([stopped.submit(partial(put, 2))]) == [2]
    assert kept(store) == [1, 2]
    await stopped.close()
    await other.close()


@SERVED
async def test_a_lease_in_use_is_not_taken_before_the_transaction_ends(store, writer):
    def take(holder, ttl):
        return lambda c: leases.take(c, ["shard:0"], holder, ttl)

    [lease] = await writer.submit(take("a", -1))
    apart = Apart(store.address, seconds=5)
    seen = []

    def use(_):
        seen.append(1)
        future = asyncio.run_coroutine_threadsafe(apart.run(take("b", 60_000)), loop)
        seen.append(future.result(5))

    loop = asyncio.get_running_loop()
    await writer.submit(use, under=lease)
    [newer] = await apart.run(take("b", 60_000))

    assert seen == [1, []]
    assert newer.epoch == lease.epoch + 1
    with pytest.raises(Overtaken):
        await writer.submit(partial(put, 1), under=lease)
    assert kept(store) == []
    await apart.close()


@SERVED
async def test_a_commit_wakes_the_others_where_there_are_any(store, writer):
    other, heard, woken = ServerLife(store.address, "other"), [], asyncio.Event()
    other.woken = lambda what: (heard.append(what), woken.set())
    await other.start()

    await writer.submit(partial(put, 1))
    writer.accompanied(True)  # noqa: FBT003 -- it is all that is said
    await writer.submit(partial(put, 2))
    async with asyncio.timeout(5):
        await woken.wait()

    assert heard == ["rows"]  # a notice of the first would have come before it
    await other.stop()


@SERVED
async def test_what_is_apart_is_given_up_where_the_server_does_not_answer(store):
    apart, other = Apart(store.address, seconds=0.2), serving(store.address, connections=1)
    async with other.begin() as connection:
        await connection.exec_driver_sql("LOCK TABLE leases IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(TimeoutError):
            await apart.run(leases.copies)
    assert await apart.run(leases.copies) == 0
    await other.dispose()
    await apart.close()


async def test_a_server_that_is_away_is_waited_for_in_order():
    own = await asyncio.to_thread(postgres.start)
    try:
        store = Store(own.empty())
        writer, reader = store.writer(), Reader(store.address)
        await writer.submit(partial(put, 0))
        await reader.run(len_of_rows)
        await asyncio.to_thread(own.server.stop)
        futures = [writer.submit(partial(put, n)) for n in range(1, 100)]
        looking = asyncio.gather(reader.run(len_of_rows))
        while not writer.stalled:  # noqa: ASYNC110 -- the thread's own
            await asyncio.sleep(0.01)
        done = [each.done() for each in (*futures, looking)]
        await asyncio.to_thread(own.server.ensure_postgres_running)

        assert await told(futures) == list(range(1, 100))
        assert not any(done)
        assert await looking
        assert kept(store) == list(range(100))
        assert writer.stalled == ""
        await writer.close()
        await reader.close()
    finally:
        await asyncio.to_thread(own.close)


def len_of_rows(connection):
    return len(connection.execute(select(ROWS)).all())
