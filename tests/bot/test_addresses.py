"""A LINLI_DATABASE_URL that cannot be used: the same words from every command, nothing made."""

import pytest

from storage.migrations import HEAD
from tests.bot.copies import engine, path
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too

COMMANDS = {
    "run": ["run"],
    "apply": ["community", "apply", str(EXAMPLE), "--yes"],
    "remove": ["community", "remove", "xingfuli"],
}
WRONG = {
    "memory": ("sqlite+aiosqlite:///", "写成 sqlite+aiosqlite:///state", "cannot be used: write"),
    "port": (
        "postgresql+asyncpg://a:geheim@h:port/x",
        "数据库地址不能用",
        "cannot be used: write",
    ),
    "far port": ("postgresql+asyncpg://a:geheim@h:77777/x", "数据库地址不能用", "cannot be used"),
    "silent": ("postgresql+asyncpg://a:geheim@127.0.0.1:1/x", "没有回应", "no PostgreSQL answers"),
    "folder": ("sqlite+aiosqlite:///folder", "folder 是文件夹", "folder is a folder: name a file"),
    "nowhere": ("sqlite+aiosqlite:////proc/none/x.db", "建不了文件夹 /proc/none", "/proc/none:"),
    "file": ("sqlite+aiosqlite:///file/x.db", "建不了文件夹", "there can be no folder"),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_an_address_that_cannot_be_used_is_told_in_both_languages(
    tmp_path, monkeypatch, command, wrong
):
    url, *says = wrong
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    monkeypatch.setenv("LINLI_DATABASE_URL", url)

    code, out, err = linli(*command)

    if "remove" in command and url.endswith("x.db"):
        says = ["没有数据库", "No database is at"]
    assert (code, "geheim" in out + err) == (2, False)
    assert [told in line for told, line in zip(says, err.splitlines(), strict=True)] == [True] * 2
    assert {each.name for each in tmp_path.iterdir()} <= {"folder", "file", "state"}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_so_is_a_database_that_a_newer_version_wrote(engine, command):
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()

    code, _, err = linli(*command)

    assert code == (78 if command == ["run"] else 2)
    chinese, english = err.splitlines()
    assert "由更新的版本写成（版本 9999）" in chinese
    assert "revision 9999, which this version does not know" in english
    assert HEAD not in err


@pytest.mark.parametrize("state", ["file", "file/state", "/proc/none/state"])
def test_a_folder_of_the_state_that_cannot_be_made_is_told(tmp_path, monkeypatch, state):
    (tmp_path / "file").touch()
    monkeypatch.setenv("LINLI_STATE", state)

    code, _, err = linli("run")

    assert code == 2
    chinese, english = err.splitlines()
    assert ("文件夹" in chinese, "folder" in english) == (True, True)
