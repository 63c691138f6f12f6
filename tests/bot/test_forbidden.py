"""A folder that the process may not enter: told in both languages, whichever command meets it."""

import errno
import os

import pytest

from storage import backups
from tests.bot.copies import engine, path
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too


@pytest.fixture
def locked(tmp_path, monkeypatch):
    """Let the system refuse all that is in one folder; root would be let in."""

    def forbid(name):
        real = getattr(os, name)

        def refuse(file, *more, **options):
            if "locked/" in str(file):
                raise OSError(errno.EACCES, "Permission denied", str(file))
            return real(file, *more, **options)

        monkeypatch.setattr(os, name, refuse)

    (tmp_path / "locked").mkdir()
    for name in ("stat", "mkdir", "open", "access"):
        forbid(name)
    return tmp_path / "locked"


@pytest.mark.parametrize("command", [["backup"], ["restore", "--yes"]])
def test_a_file_there_is_named(engine, locked, command):
    code, out, err = linli(*command, "locked/copy.db")

    assert (code, out) == (1, "")
    chinese, english = err.splitlines()
    assert chinese == (
        "locked/copy.db 没有读写的权限：请改正权限，或换一个文件夹。没有改动任何东西。"
    )
    assert english.startswith("locked/copy.db may not be read or written: correct its permissions")


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("command", [["backup", "x.db"], ["restore", "copy.db", "--yes"]])
def test_a_database_there_is_named_and_not_the_file(path, locked, monkeypatch, command):
    backups.copy(path, path.with_name("copy.db"))
    monkeypatch.setenv("LINLI_DATABASE_URL", f"sqlite+aiosqlite:///{locked}/linli.db")

    code, _, err = linli(*command)

    assert code == 1
    assert [line.startswith(f"{locked}/linli.db ") for line in err.splitlines()] == [True, True]


def test_a_state_there_ends_a_run_as_a_disk_that_cannot_be_written(locked, monkeypatch):
    monkeypatch.setenv("LINLI_STATE", str(locked / "state"))
    monkeypatch.setenv("LINLI_COMMUNITY", str(EXAMPLE))

    code, _, err = linli("run")

    assert code == 74
    assert [f"{locked}/state" in line for line in err.splitlines()] == [True, True]


def test_a_check_says_that_a_database_there_cannot_be_written(locked, monkeypatch):
    monkeypatch.setenv("LINLI_DATABASE_URL", f"sqlite+aiosqlite:///{locked}/linli.db")
    monkeypatch.setenv("LINLI_API_BASE", "http://127.0.0.1:9")

    code, out, _ = linli("check", "--lang", "zh")

    assert (code, "PermissionError" in out) == (1, False)
    assert f"✗ 数据库无法写入：请改正权限，或把所在磁盘挂载为可写（{locked}/linli.db）" in out
