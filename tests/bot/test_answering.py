"""What the command line answers to silly words: Chinese first, never a traceback, nothing made."""

import errno
import socket

import pytest
from click.testing import CliRunner

from bot import backups, posts
from bot.__main__ import main
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

__all__ = ["elsewhere"]  # the fixture works here too

NONSENSE = {
    "command": (["nonsense"], "没有 nonsense 这个命令。", "There is no command nonsense."),
    "subcommand": (["roster", "x"], "没有 x 这个命令。", "There is no command x."),
    "option": (["run", "--fast"], "没有 --fast 这个选项。", "There is no option --fast."),
    "first option": (["--fast"], "没有 --fast 这个选项。", "There is no option --fast."),
    "missing": (["backup"], "少写了 FILE。", "FILE is missing."),
    "extra": (["run", "x"], "这样写看不懂", "This cannot be understood"),
    "a folder": (["backup", "."], "FILE：这里要写文件，不能写文件夹", "FILE: name a file here"),
    "a file": (["board", "file"], "这里要写文件夹，不能写文件", "name a folder here"),
    "unreadable": (["ballots", "recount", "5", "--posted", "x"], "打不开", "cannot be opened"),
    "date": (["invite", "--until", "x"], "2026-12-31 这样的日期", "a date like 2026-12-31"),
    "number": (["forget", "x"], "PERSON：请写合适的数字", "PERSON: write a number that fits"),
    "large": (
        ["ballots", "recount", "9" * 30],
        "NUMBER：请写合适的数字",
        "NUMBER: write a number",
    ),
    "port": (["demo", "--port", "99999"], "--port：请写合适的数字", "--port: write a number"),
}


@pytest.mark.parametrize(("words", "chinese", "english"), NONSENSE.values(), ids=NONSENSE)
def test_what_is_not_understood_is_told_in_both_languages(tmp_path, words, chinese, english):
    (tmp_path / "file").touch()

    code, out, err = linli(*words)

    lines = err.splitlines()
    assert (code, out, len(lines)) == (2, "", 4)
    assert (chinese in lines[0], english in lines[1]) == (True, True)
    assert (lines[2][:3], lines[3][:6], "--help" in lines[3]) == ("写法：", "Write:", True)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_what_nobody_foresaw_is_told_by_kind_and_place_without_its_words(monkeypatch):
    def breaks(*_, **__):
        raise ZeroDivisionError("三号楼电梯坏了")

    monkeypatch.setattr(backups, "backup", breaks)
    code, _, err = linli("backup", "copy.db")

    assert code == 1
    assert err.startswith("程序遇到没有料到的错误")
    assert "ZeroDivisionError" in err.splitlines()
    assert ("Traceback" in err, "三号楼" in err) == (False, False)


def test_who_reads_no_longer_is_told_nothing(monkeypatch):
    def gone(*_, **__):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(backups, "backup", gone)
    code, out, err = linli("backup", "copy.db")

    assert (code, out, err) == (1, "", "")


def test_an_interrupted_command_says_so_in_both_languages(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "backup", interrupted)
    ran = CliRunner().invoke(main, ["backup", "copy.db"])

    assert ran.exit_code == 1
    assert ran.stderr.split("\n")[1:3] == [
        "中断了：做没做完，请先看一看，再决定要不要重来。",
        "Interrupted: look whether it was done before you do it again.",
    ]


UNWRITTEN = {
    "template": ["roster", "template", "none/t.xlsx"],
    "archive": ["community", "archive", "none/all.zip"],
    "export": ["community", "export", "none/our.toml"],
    "board": ["board", "linli.db/x"],
}


@pytest.mark.parametrize("words", UNWRITTEN.values(), ids=UNWRITTEN)
def test_a_file_that_cannot_be_written_is_told_by_its_folder(tmp_path, words):
    linli("community", "apply", str(EXAMPLE), "--yes")
    code, out, err = linli(*words)

    assert (code, out) == (1, "")
    chinese, english = err.splitlines()
    assert (chinese[:3], english[:18]) == ("没有 ", "There is no folder")
    assert [each.name for each in tmp_path.iterdir() if "linli.db" not in each.name] == []


def test_a_template_never_replaces_a_sheet_unasked(tmp_path):
    (tmp_path / "ours.xlsx").write_text("precious")

    code, _, err = linli("roster", "template", "ours.xlsx")

    assert (code, (tmp_path / "ours.xlsx").read_text()) == (2, "precious")
    assert ["--yes" in line for line in err.splitlines()] == [True, True]
    assert linli("roster", "template", "ours.xlsx", "--yes")[0] == 0


def test_a_roster_that_is_not_there_is_told_so():
    code, _, err = linli("roster", "import", "none.xlsx")

    assert code == 2
    assert err.splitlines()[0].startswith("没有 none.xlsx 这个文件")


def test_a_picture_that_cannot_be_written_is_no_fault_of_the_database(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(posts, "bot_name", lambda *_: "linli_bot")

    code, _, err = linli("door", "--qr", "file")

    assert code == 1
    assert err.splitlines() == [
        "file 是文件，不是文件夹：请写一个文件夹。",
        "file is a file and no folder: name a folder.",
    ]


def test_a_board_on_a_port_that_is_taken_says_so():
    linli("community", "apply", str(EXAMPLE), "--yes")
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        code, out, err = linli("board", "--port", str(port))

    assert (code, out) == (1, "")
    assert [f"127.0.0.1:{port}" in line for line in err.splitlines()] == [True, True]
    assert "用 --port 换一个端口" in err.splitlines()[0]


def test_a_story_that_is_not_there_is_told_in_both_languages():
    code, _, err = linli("play", "no-such-story")

    assert code == 2
    chinese, english = err.splitlines()
    assert chinese.startswith("没有故事 no-such-story；现有：by-proxy")
    assert english.startswith("There is no story no-such-story; there are: by-proxy")
