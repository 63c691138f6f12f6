from pathlib import Path

import pytest

from sandbox.errors import TownError
from sandbox.stage import ROOT
from sandbox.town import read_town
from tests.sandbox.playing import ADMIN_GROUP, LI, TOWN, ZHAO


def test_town_is_read(town_file):
    world = read_town(town_file)

    assert world.people[ZHAO].started is False
    assert world.chats[ADMIN_GROUP].bot == "administrator"
    assert world.chats[LI].type == "private"


@pytest.mark.parametrize("path", sorted((ROOT / "towns").glob("*.toml")), ids=lambda p: p.stem)
def test_every_town_of_the_house_can_be_read(path):
    assert read_town(path).people


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ("[bot]", "[robot]", "[bot] is missing."),
        ("[bot]", "[bot", "is not TOML"),
        ("id = 1001\n", 'id = "1001"\n', "[[people]] 1: `id` must be a whole number, not '1001'."),
        ("id = -1002\n", "id = -1001\n", "the id -1001 is used twice."),
        ("id = 1003\n", "id = -1003\n", "[[people]] 3: `id` must be above 0, not -1003."),
        ("id = -3\n", "id = 3\n", "[[chats]] 3: `id` must be below 0, not 3."),
        ('type = "group"', 'type = "channel"', "`type` must be group or supergroup"),
        ("[1001, 1002, 1003]", "[1001, 1009]", "`members` names 1009, who is not in [[people]]."),
        ("[1001, 1002, 1003]", "[1001]", "the admin 1002 is not among its members."),
        ("privacy = true", 'privacy = "yes"', "`privacy` must be true or false, not 'yes'."),
        ("7000000001:AA", "7:AA", "`token` must begin with the id, 7000000001, and a colon."),
    ],
)
def test_town_that_cannot_be_played_says_what_is_wrong(town_file, was, becomes, words):
    town_file.write_text(TOWN.replace(was, becomes, 1), encoding="utf-8")

    with pytest.raises(TownError) as error:
        read_town(town_file)

    assert words in str(error.value)


def test_town_that_is_not_there_says_so():
    with pytest.raises(TownError, match=r"none\.toml: cannot be read"):
        read_town(Path("none.toml"))
