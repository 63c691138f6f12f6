"""A writer that waits is told once; a clock set back stops neither dues, alarms nor the audit."""

import asyncio
import sqlite3
import threading
from datetime import timedelta

import pytest_asyncio
import structlog

from bot.minding import PATIENCE, Watch
from bot.ticks import Ticks
from storage import alarms, audit, inbox
from storage.alarms import ALARMS
from storage.audit import AUDIT
from storage.inbox import DUES
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import MONDAY


class Time:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


def pass_by(town, time, seconds, *, civil=None):
    time.now += seconds
    town.house.clock.at += timedelta(seconds=seconds if civil is None else civil)


async def sounded(town):
    return [(k, w) for _, k, w in await town.rows(ALARMS.c.id, ALARMS.c.key, ALARMS.c.what)]


async def test_a_writer_that_waits_is_told_once_and_again_when_it_goes_on(town, tmp_path):
    time = Time()
    watch = Watch(town.house, lambda: None, monotonic=time)
    other = sqlite3.connect(tmp_path / "linli.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    town.house.writer._connection.connection.dbapi_connection.execute("PRAGMA busy_timeout = 1")
    paused = threading.Event()
    town.house.writer._pause = lambda seconds: (paused.set(), threading.Event().wait(seconds))
    waiting = town.house.writer.submit(lambda _: None)
    assert await asyncio.to_thread(paused.wait, 10)

    with structlog.testing.capture_logs() as logs:
        for _ in range(4):
            await watch.look()
            pass_by(town, time, PATIENCE)
        other.execute("COMMIT")
        await waiting
        await watch.look()
        await watch.look()
    other.close()

    assert [each["event"] for each in logs] == ["database.stalled", "database.again"]
    assert logs[0]["error"] == "database is locked"
    assert await sounded(town) == [("stalled", "20s")]


async def test_a_short_wait_is_not_worth_a_word(town):
    time = Time()
    watch = Watch(town.house, lambda: None, monotonic=time)
    with structlog.testing.capture_logs() as logs:
        town.house.writer.stalled = "database is locked"
        await watch.look()
        town.house.writer.stalled = ""
        pass_by(town, time, 2)
        await watch.look()

    assert (logs, await sounded(town)) == ([], [])


async def test_a_clock_set_back_is_told_once_and_the_looking_begins_anew(town):
    time, anew = Time(), []
    watch = Watch(town.house, lambda: anew.append(1), monotonic=time)
    with structlog.testing.capture_logs() as logs:
        for civil in (2, -3600, 2, 30, 2):  # forward jumps and small corrections are no matter
            pass_by(town, time, 2, civil=civil)
            await watch.look()

    assert [(each["event"], each["seconds"]) for each in logs] == [("clock.set-back", 3602)]
    assert (len(anew), await sounded(town)) == (1, [("setback", "3602s")])


async def test_a_clock_that_is_corrected_by_a_little_is_no_matter(town):
    time, anew = Time(), []
    watch = Watch(town.house, lambda: anew.append(1), monotonic=time)
    pass_by(town, time, 2, civil=-2)
    await watch.look()

    assert (anew, await sounded(town)) == ([], [])


async def test_looking_goes_on_though_the_machines_clock_was_set_back(town, monkeypatch):
    """APScheduler waits for a wall clock: an hour back would be an hour without any alarm."""
    monkeypatch.setattr("bot.ticks.LOOK_SECONDS", 0.05)
    ticks = Ticks(town.house)
    ticks.start()
    for job in ticks._scheduler.get_jobs():  # as they stand after the clock went back an hour
        job.modify(next_run_time=job.next_run_time + timedelta(hours=1))
    await town.unit(lambda c: inbox.ask(c, ms(MONDAY), "expire", "test", {"dialogue": 99}))
    ticks.again()

    rung = {"key": "test", "status": "done"}
    await town.until(lambda c: c.execute(DUES.select().filter_by(**rung)).first())
    ticks.stop()


async def test_an_alarm_after_the_clock_was_set_back_does_not_wait_for_the_old_time(town):
    later, at = ms(MONDAY + timedelta(days=1)), ms(MONDAY)
    await town.unit(lambda c: alarms.sound(c, later, "ticks", "a"))
    await town.unit(lambda c: alarms.take(c, later))

    await town.unit(lambda c: alarms.sound(c, at, "ticks", "b"))

    dues = [when for when, verb in await town.rows(DUES.c.at, DUES.c.verb) if verb == "alarms"]
    assert min(dues) <= at + alarms.BETWEEN


async def test_the_audit_is_in_order_though_time_went_back(town):
    await town.report()
    await town.unit(lambda c: audit.seal(c, 1, ms(MONDAY)))
    town.house.clock.at -= timedelta(hours=5)
    back = ms(town.house.clock.at)
    work = lambda c: town.house.work(c, "back", 0, town.house.clock.now())  # noqa: E731 -- short
    await town.unit(lambda c: work(c).note("look", "case:1", {}))

    await town.unit(lambda c: audit.seal(c, 1, back))

    times = [at for _, at in await town.rows(AUDIT.c.id, AUDIT.c.at)]
    verdict = await town.unit(lambda c: audit.verify(c, 1))
    assert times[-1] < times[0]
    assert (verdict.broken, verdict.tail) == (None, 0)


async def test_what_is_due_waits_for_its_time_again_and_is_neither_lost_nor_doubled(town):
    due = ms(MONDAY + timedelta(minutes=1))
    await town.unit(lambda c: inbox.ask(c, due, "expire", "test", {"dialogue": 99}))
    ticks, seen = Ticks(town.house), []
    for minutes in (-60, 0, 2, -60, 2):
        town.house.clock.at = MONDAY + timedelta(minutes=minutes)
        await ticks.look()
        [status] = [s for k, s in await town.rows(DUES.c.key, DUES.c.status) if k == "test"]
        seen.append(status)

    assert seen == ["open", "open", "done", "done", "done"]
    assert await town.rows(OUTBOX.c.words) == []
