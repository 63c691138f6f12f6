"""The power supply itself: a copy that was cut off and one that had ended are told apart."""

import pytest

from bot import demo
from tests.crash import power
from tests.crash.power import UP, Power, Site

LIVES, FALLS = "import time; time.sleep(60)", "import os, time; time.sleep(0.05); os._exit(7)"


class Scripted(Site):
    """Where each start runs the next line of a script, once it has said that it is up."""

    def start(self, number):
        home = self.folder / f"copy-{number}"
        home.mkdir(exist_ok=True)
        with (home / "bot.log").open("ab") as log:
            log.write(UP + b"\n")
        line = self.database.pop(0)
        started = demo.Process("timeit", "-n1", "-r1", line, log=home / "bot.log")
        if line is FALLS:
            started.child.wait()
        return started


class Clock:
    """The clock of a town in which it is always noon."""

    def __init__(self, address):
        pass

    def get(self, _):
        return {"now": 0}


def supplied(folder, *lines):
    """Let two copies be cut off until that many lines were run; return who ended by themselves."""
    with Power(Scripted(folder, "", list(lines)), 1, kills=len(lines) - 2, copies=2) as supply:
        supply._cutting.join()
        return [(code, UP.decode() in said) for _, code, said in supply.dead()]


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr(power, "Wire", Clock)
    monkeypatch.setattr(power, "AT_WORK", 0.1)
    monkeypatch.setattr(power, "ON_THE_WAY", 0.1)


def test_copies_that_lived_until_they_were_cut_off_are_no_defect(tmp_path):
    assert supplied(tmp_path, *[LIVES] * 5) == []


def test_a_copy_that_had_ended_before_it_was_cut_off_is_told_with_its_code(tmp_path):
    assert supplied(tmp_path, LIVES, LIVES, FALLS, *[LIVES] * 6) == [(7, True)]


def test_a_copy_that_ended_when_all_cuts_were_made_is_told_too(tmp_path):
    assert supplied(tmp_path, LIVES, LIVES, LIVES, FALLS) == [(7, True)]
