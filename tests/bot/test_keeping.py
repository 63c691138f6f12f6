"""No command writes over the database, or over what stands beside it, whatever was agreed to."""

import errno
import stat
from pathlib import Path

import pytest

from bot import backups as commands
from storage import backups
from storage.database import WrongAddress, address, without_password
from tests.bot.copies import count, engine, path
from tests.bot.doors import MONDAY
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

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
@pytest.mark.parametrize(
    "name", ["linli.db", "../{folder}/linli.db", "linli.db-wal", "linli.db.lock", "linli.db.open"]
)
def test_what_is_written_never_takes_its_place(held, path, monkeypatch, command, name):
    monkeypatch.chdir(path.parent)

    code, out, err = linli(*command, name.format(folder=path.parent.name))

    assert (code, out) == (2, "")
    assert "linli.db" in err
    assert path.read_bytes() == held


def test_another_name_of_the_same_file_is_known_for_it(held, path):
    path.with_name("twin").hardlink_to(path)

    assert linli("backup", str(path.with_name("twin")), "--yes")[0] == 2

    assert path.with_name("twin").read_bytes() == held


def test_a_database_on_a_server_is_no_file_that_could_be_lost(path, monkeypatch):
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql+asyncpg://linli@127.0.0.1:1/linli")

    assert linli("roster", "template", str(path.with_name("EMPTY.XLSX")))[0] == 0


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


@pytest.mark.parametrize("words", [["roster", "template"], ["community", "export"]])
def test_what_cannot_be_written_whole_leaves_what_is_there(held, path, monkeypatch, words):
    linli("community", "apply", str(EXAMPLE), "--yes")
    filled = path.with_name("ours.xlsx")
    filled.write_bytes(b"filled in")

    def half(file, content):
        with file.open("wb") as opened:
            opened.write(content[:9])
        raise OSError(errno.ENOSPC, "No space left on device", str(file))

    monkeypatch.setattr(Path, "write_bytes", half)
    code, _, err = linli(*words, str(filled), "--yes")

    assert (code, err[:4]) == (1, "磁盘已满")
    assert filled.read_bytes() == b"filled in"
    assert list(path.parent.glob(".linli-*")) == []


@pytest.mark.parametrize("command", WRITING, ids=["backup", "archive", "export"])
def test_what_lies_beside_is_nobody_s_but_its_owner_s(held, path, command):
    linli("community", "apply", str(EXAMPLE), "--yes")
    others = [path.with_name(f"copy{each}") for each in (".part", ".new", ".new.part")]
    for each in others:
        each.write_bytes(b"somebody's")

    assert linli(*command, str(path.with_name("copy")))[0] == 0

    assert {each.read_bytes() for each in others} == {b"somebody's"}
    assert list(path.parent.glob(".linli-*")) == []


@pytest.mark.parametrize("command", WRITING, ids=["backup", "archive", "export"])
def test_what_a_link_leads_to_is_replaced_and_not_the_link(held, path, command):
    linli("community", "apply", str(EXAMPLE), "--yes")
    real, link = path.with_name("real"), path.with_name("link")
    real.write_bytes(b"old")
    real.chmod(0o600)
    link.symlink_to("real")

    assert linli(*command, str(link))[0] == 0

    assert (link.is_symlink(), real.read_bytes() == b"old") == (True, False)
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_what_is_no_file_is_written_to_and_stays_what_it_is(path):
    linli("community", "apply", str(EXAMPLE), "--yes")

    assert linli("community", "export", "/dev/null", "--yes")[0] == 0

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_nothing_is_written_where_the_settings_do_not_say_what_is_the_database(
    held, path, monkeypatch
):
    path.with_name("t.xlsx").symlink_to(path)
    monkeypatch.setenv("LINLI_LOG_LEVEL", "silly")

    code, _, err = linli("roster", "template", str(path.with_name("t.xlsx")), "--yes")

    assert (code, "LINLI_LOG_LEVEL" in err.splitlines()[0]) == (2, True)
    assert path.read_bytes() == held


def test_links_that_lead_nowhere_and_names_that_are_none_are_told_plainly(held, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    path.with_name("loop").symlink_to("loop")

    assert linli("backup", "loop")[2].startswith("loop 已经存在")
    for words in (["backup", "", "--yes"], ["restore", "", "--yes"], ["community", "export", ""]):
        code, _, err = linli(*words)
        assert (code, err[:3], "FILE" in err.splitlines()[0]) == (2, "少写了", True)


def test_what_was_replaced_within_the_same_second_is_kept_as_well(
    engine, path, tmp_path, monkeypatch
):
    backups.copy(path, tmp_path / "copy.db")
    engine.dispose()
    monkeypatch.setattr(commands.CivilClock, "now", lambda _: MONDAY)

    for _ in range(2):
        assert linli("restore", str(tmp_path / "copy.db"), "--yes")[0] == 0

    assert len(list(path.parent.glob("linli.db.*.replaced"))) == 2


def test_a_backup_of_a_database_with_an_odd_name_leaves_it_there(held, path, monkeypatch):
    there = path.rename(path.with_name("x.new"))
    monkeypatch.setenv("LINLI_DATABASE_URL", f"sqlite+aiosqlite:///{there}")

    assert linli("backup", str(path.with_name("x")))[0] == 0

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
    [
        "u:p@ss/q?x=sec@ret/db",
        "u:sec@ret/x@127.0.0.1:1/db",
        "u:sec@ret@127.0.0.1/db",
        "u:secret/x@127.0.0.1:1/db@",
    ],
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


@pytest.mark.parametrize("query", ["user=u&password=p%40ss", "user=me%40srv"])
def test_what_is_escaped_in_the_query_is_meant(query):
    assert address(f"postgresql+asyncpg://127.0.0.1/db?{query}").host == "127.0.0.1"


@pytest.mark.parametrize("name", ["password", "sslpassword", "PassFile"])
def test_a_password_that_stands_in_the_query_is_not_shown(name):
    told = without_password(f"postgresql+asyncpg://u@127.0.0.1/db?{name}=secret&ssl=require")

    assert told == "postgresql+asyncpg://u@127.0.0.1/db?ssl=require"
