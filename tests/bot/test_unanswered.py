"""Where a command asks and nobody answers: nothing is changed, and both languages say so."""

import os
import signal
import subprocess
import sys

import pytest

from storage import backups, locks
from tests.bot.copies import engine, path
from tests.bot.doors import ROOT
from tests.bot.test_commands import EXAMPLE, elsewhere, linli

__all__ = ["elsewhere", "engine", "path"]  # the fixtures work here too

CHINESE = "没有人回答，所以什么也没有改动。不想被问，请在命令后面加 --yes。"
ENGLISH = "Nobody answered, so nothing was changed. To be asked nothing, add --yes to the command."
CLOSED = "import os, sys; os.close(0); sys.stdin = None"


@pytest.fixture
def copy(engine, path, tmp_path):
    """A backup in an otherwise empty folder."""
    backups.copy(path, tmp_path / "copy.db")
    engine.dispose()
    for each in tmp_path.glob("linli.db*"):
        each.unlink()
    return tmp_path / "copy.db"


def restoring(before="import sys"):
    program = f"{before}; from bot.__main__ import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "restore", "copy.db"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def said(child):
    _, err = child.communicate(timeout=20)
    return child.returncode, err.decode().splitlines()


def test_a_restore_that_nobody_answers_leaves_nothing_behind(copy, tmp_path):
    code, _, err = linli("restore", "copy.db")

    assert (code, err.splitlines()) == (1, [CHINESE, ENGLISH])
    assert list(tmp_path.iterdir()) == [copy]


def test_so_does_one_without_any_input(copy, tmp_path):
    assert said(restoring(CLOSED)) == (1, [CHINESE, ENGLISH])
    assert list(tmp_path.iterdir()) == [copy]


def test_so_does_one_that_is_interrupted_at_its_question(copy, tmp_path):
    with restoring() as child:
        asked = b""
        while b"y/N]" not in asked:  # no line: the answer stands beside it
            asked += os.read(child.stdout.fileno(), 1)
        child.send_signal(signal.SIGINT)

        assert said(child) == (1, [CHINESE, ENGLISH])
    assert list(tmp_path.iterdir()) == [copy]


@pytest.mark.parametrize("command", [("apply", "changed.toml"), ("remove", "xingfuli")])
def test_every_question_says_so(tmp_path, command):
    linli("community", "apply", str(EXAMPLE), "--yes")
    (tmp_path / "changed.toml").write_bytes(EXAMPLE.read_bytes() + b"\n")

    code, _, err = linli("community", *command)

    assert (code, err.splitlines()) == (1, [CHINESE, ENGLISH])
    assert linli("community", "editions")[1].count("\n") == 1


def test_who_holds_the_database_is_told_before_anything_is_asked(copy, tmp_path):
    with locks.using(f"sqlite+aiosqlite:///{tmp_path}/linli.db"):
        code, out, err = linli("restore", "copy.db")

    assert (code, out) == (1, "")
    assert "stop it first" in err
