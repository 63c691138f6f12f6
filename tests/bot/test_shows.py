"""The words in the terminal while the demo runs; and what is shown ends with its command."""

import signal
import socket
import subprocess
import sys
import time
from contextlib import nullcontext
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from bot import demo, shows
from sandbox import player
from tests.bot.test_commands import linli

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds
STORY = player.stories()[0][0]


def test_the_demo_says_where_to_go_and_what_to_send_chinese_first():
    told = shows.welcome("http://127.0.0.1:8080/")

    chinese, english = told.splitlines()[:3], told.splitlines()[3:]
    assert chinese[0].endswith("用浏览器打开 http://127.0.0.1:8080/")
    assert "“幸福里居民群”，发：/report " in chinese[1]
    assert english[0] == "Linli: open http://127.0.0.1:8080/ in a browser"
    assert english[1].endswith("send the line above, from /report on.")
    assert (chinese[2], english[2:]) == ("按 Ctrl-C 停止。", ["Ctrl-C stops."])


def test_a_port_that_is_taken_is_told_chinese_first_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as held:
        code, out, err = linli("demo", "--port", str(held.getsockname()[1]))

    chinese, english, why = err.splitlines()
    assert (code, out) == (2, "")
    assert chinese.startswith("起不来，原因在下面。")
    assert ["make demo PORT=8081" in line for line in (chinese, english)] == [True, True]
    assert why.startswith("sandbox: cannot listen on 127.0.0.1:")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("shown", [["demo", "--port", "0"], ["play", STORY]])
def test_sandbox_and_bot_end_with_what_started_them(shown, number):
    command = [sys.executable, "-m", "bot", *shown]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as ran:
        started = wait_for(lambda: found if len(found := children(ran.pid)) > 1 else None)
        ran.send_signal(number)
        told, _ = ran.communicate(timeout=PATIENCE)

    assert ran.returncode == (0 if shown[0] == "demo" else 1)
    assert "已停止，什么都没有留下" in told
    assert "Traceback" not in told
    assert wait_for(lambda: not any(Path(f"/proc/{each}").exists() for each in started))


def test_a_story_that_goes_otherwise_is_said_to(monkeypatch):
    def differs(*_):
        raise player.NotAsTold(1, "电梯", "灯")

    monkeypatch.setattr(shows, "town", lambda **_: nullcontext(("", None)))
    monkeypatch.setattr(player, "play", differs)
    monkeypatch.setattr(player, "Town", str)
    monkeypatch.setattr(shows, "err", Console(file=(told := StringIO()), width=200))

    assert shows.play(STORY, listing=False) == 1
    *_, chinese, english, why = told.getvalue().splitlines()
    assert (chinese, english) == ("和故事里说的不一样：", "Not as the story tells it:")
    assert why == "step 1: expected 电梯; seen: 灯"


def test_a_demo_whose_bot_has_ended_says_so_and_ends(monkeypatch, capsys):
    bot = SimpleNamespace(ended=lambda **_: "the bot's last words")
    monkeypatch.setattr(shows, "town", lambda **_: nullcontext(("http://127.0.0.1:1", bot)))

    assert shows.demo(0) == 1
    told = capsys.readouterr().err.splitlines()
    assert told == ["机器人自己停了：", "The bot has ended by itself:", "the bot's last words"]


@pytest.mark.parametrize("which", [1, 2], ids=["sandbox", "bot"])
def test_a_word_to_end_that_comes_as_something_starts_ends_it_too(monkeypatch, which):
    started, start = [], subprocess.Popen

    def popen(*words, **how):
        started.append(start(*words, **how))
        if len(started) == which:
            signal.raise_signal(signal.SIGINT)
        return started[-1]

    monkeypatch.setattr(demo.subprocess, "Popen", popen)
    with pytest.raises(KeyboardInterrupt), demo.town():
        pass

    assert [each.poll() is not None for each in started] == [True] * which


def children(process):
    """The processes that one has started."""
    told = Path(f"/proc/{process}/task/{process}/children")
    return told.read_text("ascii").split() if told.exists() else []


def wait_for(ask):
    """What is asked for, as soon as there is something."""
    until = time.monotonic() + PATIENCE
    while not (found := ask()) and time.monotonic() < until:
        time.sleep(0.05)
    return found
