"""`linli backup` and `linli restore`: whole, verified, and never over what somebody needs."""

import errno
import os
import stat
import threading

import pytest

from storage import audit, backups, directory
from tests.bot.copies import count, engine, note, path
from tests.bot.doors import COMMUNITY
from tests.bot.test_commands import elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too


def test_a_backup_is_whole_though_somebody_writes_all_the_while(engine, tmp_path):
    """Each unit writes two entries: a copy that tore one apart would hold an odd number."""
    stop, written = threading.Event(), threading.Event()

    def write():
        each = 0
        while not stop.is_set():
            with engine.begin() as connection:
                number = directory.community(connection, COMMUNITY.key)
                note(connection, number, f"w{each}")
                note(connection, number, f"w{each}")
                if each % 5 == 0:
                    audit.seal(connection, number, 1)
            each += 1
            written.set()

    during = []

    def breathe():
        written.clear()
        assert written.wait(10)  # the writer goes on between two steps of the copy
        during.append(count(tmp_path / "linli.db"))

    writer = threading.Thread(target=write)
    writer.start()
    assert written.wait(10)
    try:
        backups.copy(tmp_path / "linli.db", tmp_path / "copy.db", breathe=breathe)
        code, out, err = linli("backup", str(tmp_path / "by-hand.db"))
    finally:
        stop.set()
        writer.join()

    found = backups.look_through(tmp_path / "copy.db").entries[COMMUNITY.key]
    assert (code, err) == (0, "")
    assert "looked through" in out
    assert len(during) > 0
    assert 300 < found <= during[0]
    assert found % 2 == 0
    assert during[-1] < count(tmp_path / "linli.db")


def test_a_backup_is_its_owners_alone_and_leaves_nothing_beside(engine, tmp_path):
    linli("backup", str(tmp_path / "b" / ".." / "copy.db"))
    code, _, _ = linli("backup", str(tmp_path / "copy.db"))

    assert code == 0
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.glob("copy*")] == ["copy.db"]


def test_a_file_that_is_there_is_replaced_only_with_yes_and_the_database_never(engine, tmp_path):
    there = tmp_path / "copy.db"
    there.write_text("precious")

    code, _, err = linli("backup", str(there))
    same, _, _ = linli("backup", str(tmp_path / "linli.db"), "--yes")

    assert (code, same, there.read_text()) == (2, 2, "precious")
    assert "--yes" in err
    assert linli("backup", str(there), "--yes")[0] == 0
    assert count(there) == 300


def test_a_backup_of_an_altered_audit_is_refused_and_replaces_nothing(engine, tmp_path):
    (tmp_path / "copy.db").write_text("precious")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_never_update")
        connection.exec_driver_sql("UPDATE audit SET actor = 'b' WHERE id = 7")

    code, _, err = linli("backup", str(tmp_path / "copy.db"), "--yes")

    assert (code, (tmp_path / "copy.db").read_text()) == (1, "precious")
    assert "7 (altered)" in err


def test_a_copy_that_is_given_up_leaves_nothing(engine, path, tmp_path):
    def breathe():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        backups.copy(path, tmp_path / "copy.db", breathe=breathe)

    assert list(tmp_path.glob("copy*")) == []


UNWRITTEN = {
    "none/copy.db": ("没有 {0}/none 这个文件夹：请先建好", "There is no folder {0}/none: make it"),
    "linli.db/copy.db": ("没有 {0}/linli.db 这个文件夹", "There is no folder {0}/linli.db"),
    f"{'x' * 250}.db": ("没有成功（File name too long）。没有", "(File name too long). Nothing"),
}


@pytest.mark.parametrize("name", UNWRITTEN, ids=lambda name: name[:8])
def test_a_place_where_no_copy_can_be_is_told_with_its_cure(engine, tmp_path, name):
    code, out, err = linli("backup", str(tmp_path / name))

    assert (code, out, err.count("\n")) == (1, "", 2)
    for line, told in zip(err.splitlines(), UNWRITTEN[name], strict=True):
        assert told.format(tmp_path) in line
    assert not list(tmp_path.glob("*.new")) + list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, ("没有读写的权限：请改正权限", "choose another folder")),
        (errno.ENOSPC, ("磁盘已满", "No room is left on the disk")),
    ],
)
def test_so_is_a_folder_that_may_not_be_written_and_a_full_disk(
    engine, tmp_path, monkeypatch, number, says
):
    def refuse(path, *more, begin=os.open, **how):
        if str(path).endswith(".part"):
            raise OSError(number, "no")
        return begin(path, *more, **how)

    monkeypatch.setattr(backups.os, "open", refuse)
    code, _, err = linli("backup", str(tmp_path / "copy.db"))

    assert code == 1
    for line, told in zip(err.splitlines(), says, strict=True):
        assert told in line


def test_a_database_of_something_else_is_named_by_its_setting(tmp_path):
    (tmp_path / "linli.db").touch()

    code, _, err = linli("backup", "copy.db")

    assert code == 1
    assert [line.count("LINLI_DATABASE_URL") for line in err.splitlines()] == [1, 1]


def test_postgresql_has_its_own_tools(monkeypatch, tmp_path):
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql+asyncpg://127.0.0.1/linli")

    told = [linli("backup", str(tmp_path / "c")), linli("restore", str(tmp_path / "c"))]

    assert [code for code, _, _ in told] == [2, 2]
    assert all("pg_dump" in err and "pg_restore" in err for _, _, err in told)
