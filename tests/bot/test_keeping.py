"""No command writes over the database, or over what stands beside it, whatever was agreed to."""

import errno

import pytest

from bot import backups as commands
from storage import backups
from storage.database import WrongAddress, address, without_password
from tests.bot.copies import count, engine, path
from tests.bot.test_commands import elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too
WRITING = [
    ["backup", "--yes"],
    ["community", "archive", "--yes"],
    ["community", "export", "--yes"],
]


@pytest.fixture
def held(engine, path):
    """The bytes of the database, when nothing has it open."""
    engine.dispose()
    return path.read_bytes()


@pytest.mark.parametrize("command", WRITING, ids=["backup", "archive", "export"])
@pytest.mark.parametrize("name", ["linli.db", "../{folder}/linli.db", "linli.db-wal"])
def test_what_is_written_never_takes_its_place(held, path, monkeypatch, command, name):
    monkeypatch.chdir(path.parent)

    code, out, err = linli(*command, name.format(folder=path.parent.name))

    assert (code, out) == (2, "")
    assert "linli.db" in err
    assert path.read_bytes() == held


def test_an_empty_sheet_takes_the_place_of_no_other_file(held, path):
    path.with_name("x.xlsx").symlink_to(path)

    code, out, err = linli("roster", "template", str(path.with_name("x.xlsx")), "--yes")

    assert (code, out) == (2, "")
    assert err.splitlines()[0].endswith("（数据库本身不能覆盖）。")
    assert path.read_bytes() == held


def test_an_empty_sheet_is_a_spreadsheet_by_its_name(path):
    code, _, err = linli("roster", "template", str(path.with_name("f.txt")))

    assert code == 2
    assert err.splitlines()[0].endswith("请写以 .xlsx 结尾的文件名。没有改动任何东西。")
    assert not path.with_name("f.txt").exists()


def test_a_sheet_that_cannot_be_written_leaves_the_one_that_is_there(path, monkeypatch):
    filled = path.with_name("ours.xlsx")
    filled.write_bytes(b"filled in")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("openpyxl.workbook.workbook.Workbook.save", full)
    code, _, err = linli("roster", "template", str(filled), "--yes")

    assert code == 1
    assert err.splitlines()[0].startswith("磁盘已满")
    assert filled.read_bytes() == b"filled in"


def test_a_backup_on_whose_way_the_database_lies_is_refused(held, path, monkeypatch):
    there = path.rename(path.with_name("x.new"))
    monkeypatch.setenv("LINLI_DATABASE_URL", f"sqlite+aiosqlite:///{there}")

    assert linli("backup", str(path.with_name("x")))[0] == 2

    assert there.read_bytes() == held


@pytest.mark.parametrize("ending", [".restored", ".restored.part", "-wal"])
def test_a_backup_under_a_name_that_a_restore_uses_is_to_be_renamed(held, path, ending):
    source = path.with_name(f"linli.db{ending}")
    source.write_bytes(held)

    code, _, err = linli("restore", str(source), "--yes")

    assert code == 2
    assert "请先把文件改名。没有改动任何东西。" in err
    assert (source.read_bytes(), path.read_bytes()) == (held, held)


def test_a_restore_that_was_done_is_never_said_to_have_changed_nothing(
    engine, path, tmp_path, monkeypatch
):
    backups.copy(path, tmp_path / "copy.db")
    engine.dispose()

    def closed(*_, **__):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(commands.click, "echo", closed)
    code, out, err = linli("restore", str(tmp_path / "copy.db"), "--yes")

    assert code != 0
    assert "没有改动" not in out + err
    assert count(path) == 300


@pytest.mark.parametrize(
    "there",
    ["u:sec@ret/x@127.0.0.1:1/db", "u:sec@ret@127.0.0.1/db", "u:secret/x@127.0.0.1:1/db@"],
)
def test_an_address_whose_password_was_cut_is_refused_and_not_shown(there):
    with pytest.raises(WrongAddress) as caught:
        address(f"postgresql+asyncpg://{there}")

    assert "ret" not in str(caught.value)


def test_a_password_is_shown_in_no_part_of_an_address():
    shown = without_password("postgresql+asyncpg://u:one@host/db?password=two&ssl=require")

    assert "one" not in shown
    assert "two" not in shown
    assert shown.endswith("?ssl=require")
