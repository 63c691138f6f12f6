import json
import shutil

import pytest

from bot import demo
from config import community
from sandbox.client import Town
from tests.sandbox.playing import TOWN as PEOPLE

MORNING = "2026-03-02T09:00:00+08:00"


@pytest.fixture(scope="module")
def running():
    with demo.town(start=MORNING, pace="unlimited") as (address, keeper):
        town = Town(address)
        assert town.idle(60)
        yield town, keeper


def test_a_reset_brings_a_fresh_bot_on_a_fresh_database(running):
    town, keeper = running
    before, home = keeper.bot, keeper._home
    town.says("李婶", "/help")
    assert town.idle()
    run = town.post("/reset", start=MORNING)["run"]

    assert town.idle(60)
    assert before.child.returncode == -9
    assert keeper.bot is not before
    assert keeper._home == home.parent / f"run-{run}"
    assert keeper.ended(within=0) is None
    assert town.messages("李婶") == []
    assert town.world()["doors"]["inbox"] == {"open": 0, "done": 0, "dead": 0}


def test_a_bot_at_telegrams_pace_meets_its_limits_and_a_jump_of_the_clock_breaks_nothing():
    with demo.town(start=MORNING) as (address, _):
        town = Town(address)
        assert town.idle(60)
        town.says("李婶", "/report 三号楼电梯坏了两天没人修", chat="幸福里居民群")
        town.idle()
        town.advance(seconds=3600)
        assert town.idle(60)
        limits = town.get("/limits")

    assert (limits["on"], limits["refused"]) == (True, 0)
    assert limits["counted"] >= 3


def test_a_bot_without_a_pace_meets_no_limits(running):
    town, _ = running

    assert town.get("/limits")["on"] is False


def test_the_doors_follow_what_the_bot_does(running):
    town, _ = running
    with town._opener.open(f"{town._root}/events", timeout=20) as lines:
        assert lines.readline() == b": listening\n"
        town.says("李婶", "/help")
        doors = next(told for told in map(doors_in, lines) if told and shows_help(told, town))

    assert doors["inbox"]["open"] == 0
    assert doors["units"]["commits"] <= doors["units"]["units"]


def doors_in(line):
    event = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
    return event.get("doors")


def shows_help(doors, town):
    told = [(row["reader"], row["status"]) for row in doors["outbox"]]
    return (town.person("李婶"), "sent") in told and not doors["inbox"]["open"]


def test_the_operator_runs_commands_with_the_settings_of_the_bot(running):
    town, _ = running

    code, output = town.operator("linli audit verify")
    assert (code, "nothing is broken" in output) == (0, True)
    code, output = town.operator("linli community check community.toml")
    assert (code, "Nothing is wrong" in output) == (0, True)
    assert town.operator("linli run")[0] == 2


def test_the_power_is_cut_and_another_bot_goes_on_with_the_same_database(running):
    town, keeper = running
    town.says("张伯", "/help")
    assert town.idle(60)
    before, home, said = keeper.bot, keeper._home, len(town.messages("张伯"))
    assert town.operator("kill -9 linli")[0] == 0

    assert before.child.returncode == -9
    assert keeper.bot is not before
    assert town.idle(60)
    assert keeper.ended(within=0) is None
    assert keeper._home == home
    assert len(town.messages("张伯")) == said
    assert town.world()["doors"]["inbox"]["done"] > 0


def test_a_bot_that_a_second_copy_ended_is_started_again(running):
    town, keeper = running
    before, home = keeper.bot, keeper._home
    town.post("/faults", kind="second-poller", times=5)
    before.child.wait(30)
    assert before.child.returncode == 75

    assert keeper.ended(within=0) is None
    assert (keeper.bot is not before, keeper._home) == (True, home)
    assert town.idle(60)
    assert keeper.ended(within=0) is None


def test_the_groups_of_a_crowd_are_bound_from_the_start(tmp_path):
    path = demo.resized(demo.town_file("five-hundred"), 40, tmp_path)
    (tmp_path / "home").mkdir()
    found = community.read(demo.furnish(tmp_path / "home", path))

    assert [str(chat.kind) for chat in found.chats].count("area") == 40
    assert len(found.chats) == 40 + len(community.read(demo.COMMUNITY).chats)
    assert (tmp_path / "home" / "flats.xlsx").exists()


def test_what_belongs_to_a_town_lies_in_the_folder_of_the_run(tmp_path):
    people = tmp_path / "here.toml"
    people.write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "here.roster.csv").write_text("a", encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()

    example = demo.furnish(tmp_path / "one", demo.TOWN)
    assert example.read_bytes() == demo.COMMUNITY.read_bytes()
    shutil.copy(demo.COMMUNITY, tmp_path / "here.community.toml")
    with (tmp_path / "here.community.toml").open("a", encoding="utf-8") as file:
        file.write("# ours\n")
    ours = demo.furnish(tmp_path / "two", people)

    assert ours.read_text(encoding="utf-8").endswith("# ours\n")
    assert sorted(p.name for p in (tmp_path / "two").iterdir()) == ["community.toml", "roster.csv"]


def test_a_town_that_is_not_there_is_named():
    with pytest.raises(demo.NotUp, match="no town 'moon'"):
        demo.town_file("moon")
