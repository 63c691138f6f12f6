"""The words in the terminal while the demo runs; and what is shown ends with its command."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import shows
from sandbox import player

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_demo_says_where_to_go_and_what_to_send_chinese_first():
    told = shows.welcome("http://127.0.0.1:8080/")

    first, chinese, english, last = told
    assert first.index("用浏览器打开 http://127.0.0.1:8080/") < first.index("browser")
    assert "/report " in chinese
    assert english.startswith("You are 李婶")
    assert last.index("停止") < last.index("Ctrl-C stops")
    assert all(HAN.search(line) for line in told)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("shown", [["demo", "--port", "0"], ["play", player.stories()[0][0]]])
def test_sandbox_and_bot_end_with_what_started_them(shown, number):
    command = [sys.executable, "-m", "bot", *shown]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as ran:
        started = wait_for(lambda: found if len(found := children(ran.pid)) > 1 else None)
        ran.send_signal(number)
        told, _ = ran.communicate(timeout=PATIENCE)

    assert "已停止，什么都没有留下" in told
    assert "Traceback" not in told
    assert wait_for(lambda: not any(Path(f"/proc/{each}").exists() for each in started))


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
