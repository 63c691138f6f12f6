from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import categories
from governance.categories import Reading
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
