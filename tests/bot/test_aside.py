"""What works beside the bot ends with it, however the bot ended."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest

from tests.bot.doors import ROOT

PATIENCE = 60  # for what would never come


@contextmanager
def working(does):
    """Run a program with a process beside it; the pipe ends when both of them have ended."""
    command = [sys.executable, "-c", f"from tests.bot import lingering; lingering.{does}()"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as ran:
        beside = int(ran.stdout.readline())
        try:
            yield ran
            assert ran.communicate(timeout=PATIENCE) == (b"", None)
        finally:
            ran.kill()
            with suppress(ProcessLookupError):
                os.kill(beside, signal.SIGKILL)


@pytest.mark.parametrize("does", ["waits", "draws", "reads", "reckons"])
def test_nothing_outlives_a_bot_that_was_killed(does):
    with working(does) as ran:
        ran.kill()


def test_a_bot_that_ends_takes_along_what_draws():
    with working("closes") as ran:
        assert ran.wait(PATIENCE) == 0
