"""The disk fails under a running bot: plain words, an exit code, and nothing half done."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager

import pytest

from bot import checking, demo
from bot.exits import DISK, LATER, NOT_AGAIN
from storage import upgrade
from tests.bot.doors import ROOT
from tests.journeys.towns import GROUP, LIFT, MORNING, Place

PATIENCE = 30
pytestmark = pytest.mark.usefixtures("forks")


@contextmanager
def small_disk(folder, size):
    """Mount a small disk of its own; only root can, and says so where it is not."""
    folder.mkdir()
    told = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(told, capture_output=True).returncode:  # noqa: PLW1510 -- looked at
        pytest.skip("no disk of its own can be mounted here: root is needed for this test")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def run(folder, database, address="http://127.0.0.1:1"):
    """Run the bot to its end; return code and words."""
    env = demo.environment(
        folder, address, pace="unlimited", api=address, community=demo.COMMUNITY
    )
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LINLI_")}
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env=kept | env | {"LINLI_DATABASE_URL": url(database), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    return ran.returncode, ran.stderr


def url(database):
    return f"sqlite+aiosqlite:///{database}"


def plain(err, *parts):
    assert "Traceback" not in err
    assert [part for part in parts if part not in err] == []


def test_a_file_that_is_no_database_is_said_and_left(tmp_path):
    path = tmp_path / "linli.db"
    path.write_bytes(b"words, and no database at all " * 200)
    before = path.read_bytes()

    code, err = run(tmp_path, path)

    assert (code, path.read_bytes()) == (DISK, before)
    assert DISK in NOT_AGAIN
    plain(err, "is damaged", "linli restore", "已损坏")


def damage(path, table):
    """Write over the first page of a table, and of each index of it."""
    with closing(sqlite3.connect(path)) as found:
        found.execute("PRAGMA journal_mode = DELETE")
        sql = "SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage > 0"
        pages, size = [page for (page,) in found.execute(sql, (table,))], 4096
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * size)
            file.write(b"\xff" * size)


def test_a_damaged_page_ends_the_run_in_plain_words(tmp_path):
    path = tmp_path / "linli.db"
    upgrade.upgrade(url(path))
    damage(path, "communities")

    with demo.sandbox(tmp_path, start=MORNING) as address:
        code, err = run(tmp_path, path, address)

    assert code == DISK
    plain(err, "is damaged", "已损坏")


# what was said to a case: the worksheet alone asks for it; people: menus are set by the writer
@pytest.mark.parametrize(
    ("table", "says"), [("relays", ("outbox.unread", "bot.down")), ("people", ())]
)
def test_a_page_found_damaged_while_running_ends_the_run_in_plain_words(tmp_path, table, says):
    path = tmp_path / "linli.db"
    with demo.sandbox(tmp_path, start=MORNING) as address:
        town = Place(address, tmp_path)
        town.says("李婶", LIFT, chat=GROUP)
        assert town.idle()
        town.close()
        with closing(sqlite3.connect(path)) as found, found:
            found.execute("UPDATE outbox SET status = 'waiting' WHERE words = 'worksheet'")
        damage(path, table)
        code, err = run(tmp_path, path, address)

    assert code == DISK
    plain(err, *says, "is damaged", "已损坏")
    with closing(sqlite3.connect(path)) as found:
        sql = "SELECT status FROM outbox WHERE words = 'worksheet'"
        assert found.execute(sql).fetchall() == [("waiting",)]


def test_a_disk_that_is_read_only_ends_the_run_in_plain_words(tmp_path):
    with small_disk(tmp_path / "disk", "8m") as disk:
        upgrade.upgrade(url(disk / "linli.db"))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with demo.sandbox(tmp_path, start=MORNING) as address:
            code, err = run(tmp_path, disk / "linli.db", address)
        line = checking.database(url(disk / "linli.db"))

    assert (line.fine, line.facts["fault"]) == (False, "readonly")
    assert code == DISK
    plain(err, "cannot be written", "无法写入")


def test_a_disk_that_is_full_at_the_start_is_tried_again_later(tmp_path):
    with small_disk(tmp_path / "disk", "200k") as disk:
        code, err = run(tmp_path, disk / "linli.db")
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        again = upgrade.upgrade(url(disk / "linli.db"))  # nothing half done stands in its way

    assert code == LATER
    assert LATER not in NOT_AGAIN
    plain(err, "no room is left", "磁盘已满")
    assert (again.before, again.after) == (None, upgrade.HEAD)


def fill(disk):
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 1024)
        except OSError:
            return


def until(question):
    end = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < end
        time.sleep(0.1)  # another process is waited for


class Small(Place):
    """A town whose database lies on a disk of its own."""

    def __init__(self, address, folder, disk):
        self.disk = disk
        super().__init__(address, folder)

    def open(self):
        env = demo.environment(
            self.folder, self.address, pace="unlimited", api=self.address, community=demo.COMMUNITY
        )
        env |= {"LINLI_DATABASE_URL": url(self.disk / "linli.db"), "LINLI_OPERATOR_CHAT": "3001"}
        self.bot = demo.Process("bot", "run", env=env, log=self.folder / "bot.log")

    @property
    def database(self):
        return url(self.disk / "linli.db")


def test_a_full_disk_is_waited_out_and_told_and_the_report_is_there_once(tmp_path):
    with (
        small_disk(tmp_path / "disk", "4m") as disk,
        demo.sandbox(tmp_path, start=MORNING) as address,
    ):
        town = Small(address, tmp_path, disk)
        try:
            assert town.idle()
            log = tmp_path / "linli.log"
            fill(disk)
            town.starts_to_say("李婶", LIFT, GROUP)
            until(lambda: "database.stalled" in log.read_text("utf-8"))
            cases_then = town.rows("select count(*) from cases")
            (disk / "filler").unlink()
            until(lambda: "database.again" in log.read_text("utf-8"))
            assert town.idle()

            assert cases_then == [(0,)]
            assert town.rows("select count(*) from cases") == [(1,)]
            assert town.rows("select distinct status from inbox") == [("done",)]
            assert log.read_text("utf-8").count("database.stalled") == 1
            assert town.rows("select key from alarms") == [("stalled",)]
            assert town.verified().broken is None
        finally:
            town.close()
