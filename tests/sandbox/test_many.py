"""Steps about many groups: each fails where what it tells does not hold, and says what is seen."""

import httpx
import pytest

from sandbox import many
from sandbox.client import Town
from sandbox.player import NotAsTold, StoryMistake, play
from sandbox.story import read
from tests.page.echo import GROUP, TOKEN, town_with_bot

HEAD = """
title = "t"
start = "2026-03-02T09:00:00+08:00"
[crowds]
all = ["楼群"]
two = ["楼群1", "楼群2"]
third = ["楼群3"]
[[step]]
"""
REPORTS = {"水管": (1, 2, 3), "电梯": (1, 1, 2)}


@pytest.fixture(scope="module")
def town():
    """Three groups: of the pipe the bot told each once, of the lift one twice and one never."""
    with town_with_bot() as base:
        town = Town(base)
        town.base = base
        for n in (1, 2, 3):
            town.makes("李婶", f"楼群{n}", type="supergroup", bot=True)
        for words, groups in REPORTS.items():
            for n in groups:
                town.says("李婶", f"/report {words}", chat=f"楼群{n}")
        town.says("李婶", "电梯", chat="楼群3")  # a person's words are not the bot's
        town.idle()
        yield town


@pytest.fixture
def told(town, tmp_path, monkeypatch):
    monkeypatch.setattr(many, "PATIENCE", 0)

    def tell(step):
        path, lines = tmp_path / "many.toml", []
        path.write_text(HEAD + step, encoding="utf-8")
        play(read(path), town, lines.append)
        return lines[-1].partition(" ")[2]

    yield tell
    town.post("/limits", on=False)


@pytest.mark.parametrize(
    ("step", "line"),
    [
        ('everywhere = "水管"\neach = "all"', "“水管” stands in each of 3 groups, once"),
        (
            'everywhere = "电梯"\neach = "two"\nagain = 1',
            "“电梯” stands in each of 2 groups, at most 1 of them twice",
        ),
        ('nowhere = "电梯"\neach = "third"', "“电梯” stands in none of 1 groups"),
        (
            'spreads = "电梯"\neach = "all"\npercent = 60',
            "“电梯” stands in 60 % of 3 groups",
        ),
        (
            'breaks = { kind = "error", method = "sendPoll" }\neach = "two"',
            "it breaks: error in 2 groups",
        ),
    ],
)
def test_what_holds_of_many_groups_is_told(told, step, line):
    assert told(step) == line


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        ('everywhere = "电梯"\neach = "all"', "it is missing in 楼群3"),
        ('everywhere = "电梯"\neach = "two"', "it stands more than once in 楼群1"),
        ('nowhere = "电梯"\neach = "all"', "楼群1, 楼群2"),
        ('spreads = "电梯"\neach = "all"\npercent = 90', "in 2 of them after 0 seconds"),
        ('spreads = "水管"\neach = "all"\npercent = 50', "it stands in all 3 groups"),
        ("paced = 0", "none is kept here"),
        ('breaks = { kind = "earthquake" }', "There is no fault 'earthquake'"),
    ],
)
def test_what_does_not_hold_of_many_groups_is_said(told, step, seen):
    with pytest.raises(NotAsTold) as other:
        told(step)

    assert seen in other.value.seen


def test_the_bot_was_told_to_wait_as_often_as_the_story_let_it(told, town):
    town.post("/limits", on=True, reset=True)
    assert told("paced = 0") == "429 was answered 0 times, and never for haste"
    with pytest.raises(NotAsTold, match="the bot to be told 2 times to wait; seen: 0, and 0"):
        told("paced = 2")
    for words in ("一", "二"):  # no bot may write to one chat twice in a second
        said = {"chat_id": GROUP, "text": words}
        httpx.post(f"{town.base}/bot{TOKEN}/sendMessage", json=said, trust_env=False)
    for late in ("", "late = 500"):  # it came a second too early
        with pytest.raises(NotAsTold, match="seen: 0, and 1 for its haste"):
            told(f"paced = 0\n{late}")
    line = told("paced = 0\nlate = 1000")
    assert line == "429 was answered 0 times, and never for haste of more than 1000 ms"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ('everywhere = "x"\neach = "most"', "each names 'most'; in [crowds] there are: all, two"),
        ('everywhere = "x"', "each is missing: name one of [crowds]"),
        ('spreads = "x"\neach = "all"', "percent is missing"),
        ('spreads = "x"\neach = "all"\npercent = 100', "percent must be a whole number from 1 to"),
        ('breaks = { kind = "kick", chat = 1 }', "breaks must be { kind = …"),
        ('operator = "kill -9 1"', 'operator must be "linli …", or "kill -9 linli"'),
    ],
)
def test_a_mistaken_step_about_many_is_named(told, step, said):
    with pytest.raises(StoryMistake) as mistake:
        told(step)

    assert said in str(mistake.value)


def test_a_crowd_must_be_there(told, monkeypatch):
    monkeypatch.setitem(globals(), "HEAD", HEAD.replace("楼群3", "塔楼"))

    with pytest.raises(StoryMistake, match="no group's title begins with '塔楼'"):
        told('nowhere = "x"\neach = "third"')
