import pytest

from config.community import parse
from config.presets import PRESETS, preset
from governance.terms import POSTS


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_a_whole_community_without_accounts(name):
    community = parse(preset(name), name)

    assert [o.key for o in community.officers if o.telegram] == []
    assert community.chats == ()
    assert community.levels
    assert community.panels


def test_town_and_village_call_their_levels_differently():
    levels = [parse(preset(name), name).levels for name in ("urban", "rural")]

    assert levels == [("社区", "片区", "网格"), ("村", "片", "村民小组")]


def test_the_village_names_its_levels_in_english_too_and_its_two_posts():
    village = parse(preset("rural"), "rural")

    assert village.levels_in == {"en": ("village", "cluster", "villagers' group")}
    assert [village.titles[post]["zh-CN"] for post in POSTS] == ["组长", "片长"]
    assert parse(preset("urban"), "urban").titles == {}


def test_a_preset_without_a_name_is_not_there():
    with pytest.raises(KeyError):
        preset("moon")
