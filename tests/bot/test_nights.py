"""By night a backup is made, looked through and counted; a failure is told once."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import nights
from bot.nights import Nights, made, prune
from storage import audit, backups
from storage.alarms import ALARMS
from storage.audit import AUDIT
from storage.cases import CASES
from storage.rows import ms
from tests.bases import migrate
from tests.bot import doors
from tests.bot.doors import MONDAY

NIGHT = MONDAY.replace(hour=19, minute=30)  # 03:30 of Tuesday in Shanghai
DAY = timedelta(days=1)


@dataclass
class Given:
    database_url: str
    state: Path
    backups: int = 14
    backup_days: int = 30


@pytest_asyncio.fixture
async def town(tmp_path):
    migrate(f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}")
    async with doors.opened(tmp_path) as town:
        await town.report()
        town.house.clock.at = NIGHT
        yield town


@pytest.fixture
def given(tmp_path):
    return Given(f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}", tmp_path)


def names(tmp_path):
    return sorted(p.name for p in (tmp_path / "backups").glob("*"))


async def told(town):
    return [(k, w) for _, k, w in await town.rows(ALARMS.c.id, ALARMS.c.key, ALARMS.c.what)]


async def test_a_night_makes_one_backup_that_holds(town, given, tmp_path):
    night = Nights(town.house, given)

    await night.look()
    town.house.clock.at += timedelta(minutes=40)
    await night.look()

    assert names(tmp_path) == ["linli-20261102T193000Z.db"]
    [file] = made(tmp_path / "backups")
    assert backups.look_through(file).entries["xingfuli"] > 0
    assert file.stat().st_mode & 0o777 == 0o600


async def test_by_day_there_is_none_unless_the_nights_were_missed(town, given, tmp_path):
    night = Nights(town.house, given)
    town.house.clock.at = MONDAY
    await night.look()
    first = names(tmp_path)

    town.house.clock.at = NIGHT
    await night.look()
    town.house.clock.at = MONDAY + 2 * DAY  # 09:00 of Wednesday: one night was missed
    await night.look()
    town.house.clock.at = MONDAY + 3 * DAY
    await night.look()

    assert first == []
    assert names(tmp_path) == ["linli-20261102T193000Z.db", "linli-20261105T010000Z.db"]


async def test_backups_are_kept_by_number_and_age_and_the_newest_always(town, given, tmp_path):
    given.backups, given.backup_days = 3, 4
    night = Nights(town.house, given)
    for each in range(5):
        town.house.clock.at = NIGHT + each * DAY
        await night.look()
    by_number = names(tmp_path)
    (tmp_path / "backups" / "linli-mine.db").touch()

    town.house.clock.at = NIGHT + 8 * DAY
    await night.look()

    assert [n[6:14] for n in by_number] == ["20261104", "20261105", "20261106"]
    assert [n[6:14] for n in names(tmp_path)] == ["20261106", "20261110", "mine.db"]
    assert prune(tmp_path / "backups", most=1, oldest=NIGHT + 99 * DAY) == 1
    assert [n[6:14] for n in names(tmp_path)] == ["20261110", "mine.db"]


async def test_what_a_dead_process_left_half_done_goes(town, given, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for rest in ("linli-20261101T193000Z.new", "linli-20261031T193000Z.new.part"):
        (folder / rest).touch()

    await Nights(town.house, given).look()

    assert names(tmp_path) == ["linli-20261102T193000Z.db"]


async def test_none_are_made_where_none_are_wanted(town, given, tmp_path):
    given.backups = 0

    await Nights(town.house, given).look()

    assert not (tmp_path / "backups").exists()


async def test_postgresql_is_not_backed_up_by_us(town, given, tmp_path):
    given.database_url = "postgresql+asyncpg://127.0.0.1/linli"

    await Nights(town.house, given).look()

    assert not (tmp_path / "backups").exists()


async def test_a_failure_is_told_once_until_one_succeeds(town, given, tmp_path):
    night = Nights(town.house, given)
    (tmp_path / "backups").write_text("a file where the folder should be")
    for hours in (0, 0, 1, 24):
        town.house.clock.at = NIGHT + timedelta(hours=hours)
        await night.look()
    first = await told(town)
    (tmp_path / "backups").unlink()
    town.house.clock.at = NIGHT + 2 * DAY
    await night.look()

    assert first == [("unsaved", "FileExistsError")]
    assert len(names(tmp_path)) == 1


async def test_a_damaged_database_is_found_by_night_and_no_good_backup_goes(town, given, tmp_path):
    night = Nights(town.house, given)
    await night.look()
    await town.unit(lambda c: audit.seal(c, 1, 1))
    await town.unit(lambda c: c.exec_driver_sql("DROP TRIGGER audit_never_update"))
    await town.unit(lambda c: c.execute(AUDIT.update().values(verb="x")))
    town.house.clock.at = NIGHT + DAY

    await night.look()

    assert await told(town) == [("unsaved", "chain")]
    assert names(tmp_path) == ["linli-20261102T193000Z.db"]


async def test_the_writer_goes_on_while_the_copy_is_made(town, given, tmp_path, monkeypatch):
    """A unit is done between two steps of the copy, and is not in it."""
    night, loop, during = Nights(town.house, given), asyncio.get_running_loop(), []

    def breathe():
        done = asyncio.run_coroutine_threadsafe(town.alter(CASES, text="later"), loop)
        during.append(done.result(5))

    monkeypatch.setattr(backups, "PAGES", 8)
    monkeypatch.setattr(night, "_breathe", breathe)
    await night.look()

    [file] = made(tmp_path / "backups")
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("SELECT text FROM cases").fetchall() == [(doors.SAID,)]
    assert len(during) > 3
    assert await town.rows(CASES.c.text) == [("later",)]


async def test_a_bot_that_stops_gives_the_copy_up_and_leaves_nothing(
    town, given, tmp_path, monkeypatch
):
    night = Nights(town.house, given)
    monkeypatch.setattr(nights.time, "sleep", lambda _: night.stop())
    monkeypatch.setattr(backups, "PAGES", 8)

    await night.look()
    await night.look()

    assert (names(tmp_path), await told(town)) == ([], [])


async def test_the_purge_is_done_once_a_night_and_never_by_day(town, given):
    night = Nights(town.house, given)
    old = ms(NIGHT - 999 * DAY)
    lines = []
    for at in (MONDAY, NIGHT, NIGHT + timedelta(minutes=1), NIGHT + DAY):
        town.house.clock.at = at
        await town.unit(lambda c: [alarm(c, old) for _ in range(2)])
        await night.look()
        verbs = [verb for _, verb in await town.rows(AUDIT.c.id, AUDIT.c.verb)]
        lines.append(verbs.count("purge"))

    assert lines == [0, 1, 1, 2]
    assert (await town.unit(lambda c: audit.verify(c, 1))).broken is None


def alarm(connection, at):
    connection.execute(ALARMS.insert().values(at=at, key="k", what="w", told=True, told_at=at))


async def test_a_clock_set_back_neither_skips_nor_doubles_a_night(town, given, tmp_path):
    night = Nights(town.house, given)
    town.house.clock.at = NIGHT + 9 * DAY
    await night.look()
    town.house.clock.at = NIGHT
    await night.look()
    await night.look()

    assert len(names(tmp_path)) == 2


async def test_of_several_copies_the_one_that_sends_saves_and_purges(town, given, tmp_path):
    await town.unit(lambda c: [alarm(c, ms(NIGHT - 999 * DAY)) for _ in range(2)])
    sends, lines, saved = [], [], []
    copies = [Nights(town.house, given, ours=lambda n=n: n in sends) for n in (0, 1)]

    # nobody yet; then the second copy; it dies, and the first takes over
    for now in ([], [1], [1], [0]):
        sends[:] = now
        for each in copies:
            await each.look()
        verbs = [verb for _, verb in await town.rows(AUDIT.c.id, AUDIT.c.verb)]
        lines.append(verbs.count("purge"))
        saved.append(len(names(tmp_path)))

    assert lines == [0, 1, 1, 1]
    assert saved == [0, 1, 1, 1]
