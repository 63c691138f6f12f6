"""Units are committed in order and in batches, and each is told after its commit."""

import asyncio
import threading
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select

from storage import leases
from storage.writer import Lost, Overtaken
from tests.storage.units import PATIENCE, ROWS, fail, hold, kept, put, told


async def test_units_are_committed_in_the_order_of_submit(writer, store):
    futures = [writer.submit(partial(put, n)) for n in range(500)]

    assert await told(futures) == list(range(500))
    assert kept(store) == list(range(500))


async def test_a_unit_is_queued_before_submit_returns(writer):
    ran = threading.Event()

    writer.submit(lambda _: ran.set())

    assert ran.wait(PATIENCE)  # the loop has not turned since


async def test_waiting_units_share_commits_of_at_most_a_batch(writer, gate):
    futures = [writer.submit(partial(put, n)) for n in range(130)]
    gate.set()
    await told(futures)

    assert (writer.units, writer.commits) == (131, 4)  # the gate, 64, 64, 2


async def test_a_value_is_told_only_after_the_commit(writer, gate, store):
    loop = asyncio.get_running_loop()
    seen = []
    asked = threading.Event()
    first = writer.submit(partial(put, 1))

    def look():
        seen.append((first.done(), kept(store)))
        asked.set()

    def ask(_):
        loop.call_soon_threadsafe(look)

    second = writer.submit(ask)
    third = writer.submit(lambda _: asked.wait(PATIENCE))
    gate.set()

    assert await told([first, second, third]) == [1, None, True]
    assert seen == [(False, [])]
    assert kept(store) == [1]


async def test_a_cancelled_waiter_does_not_undo_its_unit(writer, gate, store):
    first, second = (writer.submit(partial(put, n)) for n in (1, 2))
    first.cancel()
    gate.set()

    assert await told([second]) == [2]
    assert kept(store) == [1, 2]


async def test_a_stop_iteration_is_told_as_an_error(writer):
    with pytest.raises(RuntimeError, match="StopIteration"):
        await asyncio.wait_for(writer.submit(lambda _: next(iter(()))), PATIENCE)


async def test_close_does_what_is_queued_and_loses_what_comes_later(writer, gate, store):
    futures = [writer.submit(partial(put, n)) for n in range(200)]
    closing = asyncio.gather(writer.close(), writer.close())
    await asyncio.sleep(0)  # lets both begin
    late = writer.submit(partial(put, 404))
    gate.set()
    await asyncio.wait_for(closing, PATIENCE)

    assert not writer._thread.is_alive()
    assert isinstance(late.exception(), Lost)
    assert await told(futures) == list(range(200))
    assert kept(store) == list(range(200))


async def test_after_each_commit_the_loop_hears_how_many(store):
    heard = []

    def hear(units):
        heard.append((units, threading.current_thread(), last.done()))

    writer = store.writer(after_commit=hear)
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


async def test_what_is_ahead_is_done_before_all_that_waits(store):
    writer = store.writer(batch=4)
    gate = hold(writer)
    waiting = [writer.submit(partial(put, n)) for n in range(20)]
    ahead = writer.submit(partial(put, 100), ahead=True)
    gate.set()
    await told([*waiting, ahead])

    assert kept(store) == [100, *range(20)]
    await writer.close()


async def test_a_unit_under_a_lease_that_is_gone_is_not_done_and_those_beside_it_are(
    writer, store
):
    [mine] = await writer.submit(lambda c: leases.take(c, ["shard:0"], "me", 60_000))
    gone = replace(mine, epoch=mine.epoch - 1)
    gate = hold(writer)
    futures = [
        writer.submit(partial(put, n), under=under)
        for n, under in ((1, mine), (2, gone), (3, None))
    ]
    gate.set()
    first, second, third = await told(futures)

    assert (first, third, kept(store)) == (1, 3, [1, 3])
    assert isinstance(second, Overtaken)
