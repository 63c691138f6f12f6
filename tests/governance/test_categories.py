from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import categories
from governance.cases import CaseKind, Urgency
from governance.categories import Reading
from governance.cues import Cues
from governance.directory import Building


def pairs(text):
    """Cut a text into all its pairs of letters and its words: the most a segmenter can find."""
    return [text[i : i + 2] for i in range(len(text))] + text.split()


@pytest.mark.parametrize(
    ("said", "category", "building"),
    [
        ("三号楼电梯坏了两天没人修", "lift", "b3"),
        ("The LIFT in building 3 is stuck", "lift", "b3"),
        ("河边楼停水了", "utilities", "b6"),
        ("楼道灯不亮", "street-light", None),
        ("三号楼有点事", None, "b3"),
        ("电梯坏 停水了", "lift", None),
        ("电梯和停水", None, None),
        ("", None, None),
    ],
)
def test_a_text_is_read(community, said, category, building):
    read = categories.read(said, community, pairs)

    assert read == Reading(category=category, building=building)


def test_what_words_show_besides_is_read_too(community):
    words = Cues(danger=("着火",), dispute=("打架",))

    cut = ["三号楼", "电梯", "着火", "，", "还", "打架"]
    read = categories.read("".join(cut), community, lambda _: cut, words)

    assert read == Reading(
        category="lift",
        building="b3",
        kind=CaseKind.HAZARD,
        urgency=Urgency.URGENT,
        danger=True,
        dispute=True,
    )


def test_the_first_level_of_the_keyboard_is_groups_and_all_else(community):
    first = [g.key for g in categories.groups(community)]

    assert first == [g.key for g in community.groups]
    assert [c.key for c in categories.offered(community, "")] == ["other"]


def test_the_second_level_is_one_group_and_all_else(community):
    shown = {g.key: categories.offered(community, g.key) for g in community.groups}

    assert {each[-1].key for each in shown.values()} == {"other"}
    reached = {c.key for each in shown.values() for c in each}
    assert reached == {c.key for c in community.categories}


def test_without_groups_there_is_one_level(community):
    flat = replace(community, categories=tuple(replace(c, group="") for c in community.categories))

    assert categories.groups(flat) == ()
    assert categories.offered(flat, "") == flat.categories


@pytest.mark.parametrize(
    ("cut", "category"),
    [
        (["电梯"], "lift"),
        (["电梯", "口"], "lift"),
        (["电梯口"], "lift"),
        (["坏", "货梯", "电梯"], "lift"),
        (["电", "梯"], None),
        (["充电梯子"], None),
    ],
)
def test_a_short_word_counts_only_at_the_edge_of_a_word(community, cut, category):
    assert categories.classify("".join(cut), community, lambda _: cut) == category


def test_a_long_word_counts_wherever_it_stands(community):
    assert categories.classify("消防通道", community, lambda _: []) == "stairs"


@pytest.mark.parametrize(
    ("cut", "category"),
    [
        (["消防通道"], "stairs"),
        (["老", "消防通", "道口"], "stairs"),  # begins as a word begins
        (["取消", "防通道"], "stairs"),  # ends as one ends
        (["取消", "防通", "道口"], None),  # cut on both sides: by chance alone
        (["caught", " ", "shoplifting"], None),
        (["the", " ", "lifts"], "lift"),
    ],
)
def test_a_long_word_does_not_count_where_its_signs_stand_together_by_chance(
    community, cut, category
):
    assert categories.classify("".join(cut), community, lambda _: cut) == category


def test_a_community_without_categories_reads_none(community):
    bare = replace(community, categories=())

    assert categories.classify("电梯坏了", bare, pairs) is None


WORDS = st.sampled_from(["停水了", "路灯不亮", "垃圾没人清运", "有点事", "电梯坏了"])
NAMES = ["3号楼", "三栋", "门楼", "活动室楼", "电梯楼", "楼道灯楼", "停车场"]


@given(what=WORDS, place=st.sampled_from(NAMES), said=st.integers(1, 3))
def test_the_words_of_a_place_do_not_sway_the_category(community, what, place, said):
    loud = Building(key="b7", name="7号楼", aliases=("电梯楼", "楼道灯楼", "停车场"))
    noisy = replace(community, buildings=(*community.buildings, loud))

    read = categories.read(f"{place}，{what}" + f"，就是{place}" * (said - 1), noisy, pairs)

    assert read.category == categories.classify(what, noisy, pairs)
