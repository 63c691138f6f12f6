"""A copy whose session the server ended: the others may count it as dead, and it knows at once."""

import asyncio

from sqlalchemy import text

from bot import feeding
from storage import listening
from storage.onserver import LEASES, ROWS, wake
from tests.bot.test_copies import (
    UPDATES,
    all_done,
    copy,
    database,
    done,
    keep,
    listened,
    noting,
    shared,
    until,
)

__all__ = ["database", "noting"]  # the fixtures work here too


async def _gave_up(one):
    """Wait until a copy holds nothing, and see that it takes nothing."""

    async def nothing():
        return not one.leasing.shards()

    await until(nothing)  # the others may take it from now on
    await one.leasing.beat()
    assert one.leasing.shards() == {}


async def test_a_copy_that_was_cut_off_hears_again_and_looks_for_what_it_missed(
    database, noting, monkeypatch
):
    monkeypatch.setattr(listening, "ASK", 1.0)
    monkeypatch.setattr(feeding, "SECONDS", 3600)  # it looks only when it is woken
    async with copy(database) as one:
        await shared(one)
        heard, life, back = listened(one), one.leasing._life, asyncio.Event()
        connect, before = life._connect, life._connection

        async def later():
            await back.wait()
            return await connect()

        monkeypatch.setattr(life, "_connect", later)
        now = one.leasing._clock()
        monkeypatch.setattr(one.leasing, "_clock", lambda: now)  # no lease ends by itself
        end = text("SELECT pg_terminate_backend(:pid, 5000)")
        pid = before.get_server_pid()
        assert await one.house.writer.submit(lambda c: c.execute(end, {"pid": pid}).scalar())
        await keep(one.house, range(UPDATES))
        await one.house.writer.submit(wake)
        holder = {one.leasing.holder}

        await _gave_up(one)
        assert await one.house.writer.submit(lambda c: life.dead(c, holder)) == holder
        assert (heard, await done(one.house)) == ([], [])
        back.set()
        await all_done(one.house)

        assert life._connection is not before
        assert heard == [LEASES]
        assert await one.house.writer.submit(lambda c: life.dead(c, holder)) == set()
        await one.house.writer.submit(wake)

        async def told():
            return heard == [LEASES, ROWS]

        await until(told)
