"""What commands ask and say: a yes in any language, and no token where none is needed."""

import pytest
from click.testing import CliRunner

from bot import speech
from bot.__main__ import main
from storage import backups
from tests.bot.copies import count, engine, path
from tests.bot.doors import LIBRARY
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too


def answered(command, words):
    return CliRunner().invoke(main, command, input=f"{words}\n", catch_exceptions=False)


@pytest.mark.parametrize("words", ["y", "Y", "yes", "ｙ", "是", "是的。", "好", " 可以 "])
def test_a_yes_in_either_language_is_one(words):
    ran = answered(["community", "apply", str(EXAMPLE)], words)

    assert (ran.exit_code, "第 1 版已生效" in ran.stdout) == (0, True)
    assert "生效吗？\nApply it? [是/否 · y/N]" in ran.stdout


@pytest.mark.parametrize("words", ["", "n", "否", "不是", "不好", "yellow"])
def test_anything_else_is_none(words):
    ran = answered(["community", "apply", str(EXAMPLE)], words)

    assert (ran.exit_code, "已生效" in ran.stdout) == (1, False)


def test_a_restore_says_that_something_is_kept_only_where_something_is(engine, path, tmp_path):
    backups.copy(path, tmp_path / "copy.db")
    engine.dispose()
    over = answered(["restore", str(tmp_path / "copy.db")], "否")
    path.unlink()
    anew = answered(["restore", str(tmp_path / "copy.db")], "是")

    assert (over.exit_code, "现有的会保存在旁边" in over.stdout) == (1, True)
    assert (anew.exit_code, "保存在旁边" in anew.stdout, "kept" in anew.stdout) == (
        0,
        False,
        False,
    )
    assert count(path) == 300


def test_chinese_comes_first_and_a_language_that_is_asked_for_alone():
    assert [texts.language for texts in speech.each(LIBRARY)] == ["zh-CN", "en"]
    assert [texts.language for texts in speech.each(LIBRARY, "en")] == ["en"]
    assert [texts.language for texts in speech.each(LIBRARY, "zh")] == ["zh-CN"]


FREE = {
    "backup": ["backup", "copy.db"],
    "restore": ["restore", "before.db", "--yes"],
    "export": ["community", "export"],
    "apply": ["community", "apply", str(EXAMPLE), "--yes"],
    "editions": ["community", "editions"],
    "archive": ["community", "archive", "all.zip"],
    "remove": ["community", "remove", "xingfuli", "--dry-run"],
    "audit": ["audit", "verify"],
    "posts": ["invite", "--list"],
}


@pytest.fixture(params=["", "not a token"], ids=["none", "bad"])
def tokenless(request, engine, path, tmp_path, monkeypatch):
    """A community in force, a backup, and no token to speak of."""
    linli("community", "apply", str(EXAMPLE), "--yes")
    backups.copy(path, tmp_path / "before.db")
    engine.dispose()
    monkeypatch.setenv("LINLI_TOKEN", request.param)


@pytest.mark.parametrize("command", FREE.values(), ids=FREE)
def test_what_does_not_speak_to_telegram_needs_no_token(tokenless, command):
    code, _, err = linli(*command)

    assert (code, err) == (0, "")


@pytest.mark.parametrize("command", [["invite", "chen"], ["door"], ["run"]])
def test_what_speaks_to_telegram_names_the_token_that_is_missing(monkeypatch, command):
    monkeypatch.delenv("LINLI_TOKEN")

    code, out, err = linli(*command)

    assert (code, out) == (2, "")
    assert ["LINLI_TOKEN" in line for line in err.splitlines()] == [True, True]
