from pathlib import Path

import pytest

from sandbox import crowds
from sandbox.clock import Clock
from sandbox.errors import TownError
from sandbox.stage import ROOT, Sandbox
from sandbox.town import read_town
from tests.sandbox.playing import ADMIN_GROUP, LI, TOWN, ZHAO

NAMES = ("example", "first-day")
# What belongs to a town bears its name and a second dot.
TOWNS = [path for path in sorted((ROOT / "towns").glob("*.toml")) if "." not in path.stem]


def test_town_is_read(town_file):
    world = read_town(town_file)

    assert world.people[ZHAO].started is False
    assert world.chats[ADMIN_GROUP].bot == "administrator"
    assert world.chats[LI].type == "private"


@pytest.mark.parametrize("path", TOWNS, ids=lambda path: path.stem)
def test_every_town_of_the_house_can_be_read(path):
    assert read_town(path).people


def test_the_first_day_has_the_people_of_the_example_and_no_groups():
    example, first = (read_town(ROOT / "towns" / f"{name}.toml") for name in NAMES)

    assert first.people.keys() == example.people.keys()
    assert first.chats.keys() == first.people.keys()
    assert not any(person.started for person in first.people.values())


def test_a_crowd_is_so_many_groups_beside_the_town_it_is_like(tmp_path):
    path = ROOT / "towns" / "five-hundred.toml"
    example, whole = read_town(ROOT / "towns" / "example.toml"), read_town(path)
    smaller = tmp_path / "five-hundred.toml"
    smaller.write_text(crowds.resized(path, 40), encoding="utf-8")
    few = read_town(smaller)

    assert whole.people.keys() == few.people.keys() == example.people.keys()
    assert len(whole.chats) == len(example.chats) + 500
    assert len(few.chats) == len(example.chats) + 40
    titles = [chat.title.rstrip("0123456789") for chat in few.chats.values()]
    assert [titles.count(one) for one in ("片区群", "请走机器人的群", "升级的群")] == [
        39 - 1,
        1,
        1,
    ]
    assert whole.chats[-4200000020].type == "group"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('like = "moon"', "`like` must name another town of the house, not 'moon'"),
        ('[[crowd]]\ntitle = "x"', r"\[\[crowd\]\] 1 needs title and kind"),
        ('[[crowd]]\ntitle = "x"\nkind = "area"\ncount = "9"\nfirst = -1', "as whole numbers"),
    ],
)
def test_a_mistaken_crowd_is_named(tmp_path, text, said):
    path = tmp_path / "town.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(TownError, match=said):
        read_town(path)


def test_a_town_without_crowds_has_no_number_of_groups():
    with pytest.raises(TownError, match="its crowds cannot be 40 groups"):
        crowds.resized(ROOT / "towns" / "example.toml", 40)


FORUM = """
[[chats]]
id = -1003
title = "论坛"
members = [1001, 1002]
admins = [1001, 1002]
anonymous = [1002]
forum = true
topics = ["电梯", "停车"]
linked = { id = -1004, title = "公告" }
bot_can_send = false

[[chats]]
id = -1005
title = "没有机器人"
members = [1001]
bot = false
"""


def test_a_town_may_have_a_forum_a_channel_and_a_muted_bot(town_file):
    town_file.write_text(TOWN + FORUM, encoding="utf-8")
    world = read_town(town_file)

    forum = world.chats[-1003]
    assert (forum.creator, forum.anonymous, forum.bot) == (1001, [1002], "restricted")
    assert [(one.id, one.name) for one in forum.topics.values()] == [(2, "电梯"), (3, "停车")]
    assert (forum.linked.id, forum.last_id) == (-1004, 3)
    assert world.chats[-1005].bot == "left"


async def test_the_notes_of_topics_bear_the_time_of_the_beginning(town_file):
    town_file.write_text(TOWN + FORUM, encoding="utf-8")
    sandbox = Sandbox(read_town(town_file), Clock(1_772_413_200_000))

    assert {said.at // 60_000 for said in sandbox.world.chats[-1003].messages.values()} == {
        1_772_413_200_000 // 60_000
    }


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ("[1002]\nforum", "[1003]\nforum", "`anonymous` names 1003, who is no admin."),
        ("forum = true", "", "`topics` need `forum = true` and an admin."),
        ('"论坛"', '"论坛"\ntype = "group"', "only a supergroup can be a forum."),
        ('"停车"', "5", "`topics` must be a list of texts, not ['电梯', 5]."),
        ("{ id = -1004,", "{", "`linked` has no `id`."),
        ("{ id = -1004,", "{ id = -1001,", "the id -1001 is used twice."),
    ],
)
def test_a_forum_that_cannot_be_says_what_is_wrong(town_file, was, becomes, words):
    assert was in FORUM
    town_file.write_text(TOWN + FORUM.replace(was, becomes, 1), encoding="utf-8")

    with pytest.raises(TownError) as error:
        read_town(town_file)

    assert words in str(error.value)


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
