from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import places
from governance.directory import Area, Building
from governance.places import Place

DIGITS = "零一二三四五六七八九"
ODD = st.text(st.sampled_from("零〇一二两三四五六七八九十百千0123456789"), min_size=1, max_size=5)


def chinese(n):
    tens, ones = divmod(n, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return ten + (DIGITS[ones] if ones else "")


@given(st.integers(1, 99))
def test_a_chinese_numeral_is_its_number(n):
    assert places.number(chinese(n)) == places.number(str(n)) == n


@pytest.mark.parametrize(
    ("text", "n"), [("一十五", 15), ("二〇", 20), ("零三", 3), ("１２", 12), ("〇", 0)]
)
def test_a_numeral_written_otherwise_is_its_number(text, n):
    assert places.number(text) == n


@pytest.mark.parametrize(
    "said",
    [
        "三号楼电梯坏了",
        "3号楼电梯坏了",
        "3 号楼电梯坏了",
        "３号楼电梯坏了",
        "三號樓电梯坏了",
        "三栋的电梯坏了",
        "我们3幢电梯坏了",
        "3#楼电梯坏了",
        "3#电梯坏了",
        "lift in building 3 broken",
        "lift in Building no. 3 broken",
        "Block 3: lift broken",
        "电梯坏了，3号楼的，3栋",
        "三十天了，3号楼电梯还没修",
    ],
)
def test_a_building_is_found_however_it_is_written(community, said):
    assert places.find(said, community).building == "b3"


@pytest.mark.parametrize(
    "said",
    [
        "13号楼电梯坏了",
        "十三号楼电梯坏了",
        "二十三号楼电梯坏了",
        "103号楼电梯坏了",
        "1003号楼电梯坏了",
        "一百零三号楼电梯坏了",
        "building 33 is dark",
        "building 3000 is dark",
        "三号楼和四号楼都停水了",
        "从1号楼到building 2",
        "两栋楼都停电了",
        "两三栋楼都停电了",
        "二三十号楼都停电了",
        "十十号楼",
        "电梯坏了",
        "",
    ],
)
def test_another_building_or_two_or_none_is_no_answer(community, said):
    assert places.find(said, community) == Place(None)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("电梯坏了，三号楼的", (5, 8)),
        ("电梯坏了，3号楼的", (5, 8)),
        ("河边楼停水", (0, 3)),
        ("停水了 BUILDING 6!", (4, 14)),
    ],
)
def test_the_words_that_said_it_are_marked(community, said, span):
    assert places.find(said, community).span == span


def test_every_name_of_a_building_finds_it(community):
    names = [(b.key, name) for b in community.buildings for name in (b.name, *b.aliases)]

    found = [(places.find(f"请看看{name}的灯", community).building, name) for _, name in names]

    assert found == names


def test_a_name_in_latin_letters_is_found_in_any_case(community):
    tower = Building(key="t1", name="Tower 1", aliases=("West Wing",))
    other = replace(community, buildings=(tower,))

    said = ["the tower 1 is dark", "west wing is dark", "tower 12 is dark"]

    assert [places.find(s, other).building for s in said] == ["t1", "t1", None]


def test_a_name_that_only_begins_with_a_numeral_is_no_number(community):
    garden = Building(key="sy", name="三元楼")
    other = replace(community, buildings=(*community.buildings, garden))

    said = ["三号楼停水", "三元楼停水"]

    assert [places.find(s, other).building for s in said] == ["b3", "sy"]


@given(odd=ODD, word=st.sampled_from(["号楼", "栋", "座", "#", " building "]))
def test_no_numeral_is_too_odd_to_be_read(community, odd, word):
    keys = {b.key for b in community.buildings}

    found = places.find(f"在{odd}{word}{odd}", community)

    assert found.building is None or found.building in keys


def test_a_path_speaks_the_language_of_its_reader_where_the_file_does(community):
    levels = {"levels": ("村", "组"), "levels_in": {"en": ("village", "group")}}
    village = replace(community, **levels)
    grid = replace(village.grids[0], name="一", area="")

    assert places.path(village, grid, "en") == "group 一"
    assert places.path(village, grid, "zh-CN") == places.path(village, grid) == "组 一"


@pytest.mark.parametrize(
    ("levels", "area", "expected"),
    [
        (("村", "片", "村民小组"), "", "村民小组 东头"),
        (("村", "片", "村民小组"), "river", "片 河边 › 村民小组 东头"),
        (("村", "片", "村民小组"), "bank", "片 河边 › 北岸 › 村民小组 东头"),
        (("村", "大片", "小片", "东头"), "bank", "大片 河边 › 小片 北岸 › 东头"),
        ((), "river", "河边 › 东头"),
    ],
)
def test_a_grid_is_told_with_the_levels_as_the_file_names_them(community, levels, area, expected):
    areas = (
        Area(key="river", name="河边"),
        Area(key="bank", name="北岸", parent="river"),
    )
    tree = replace(community, levels=levels, areas=areas)
    grid = replace(community.grids[0], name="东头", area=area)

    assert places.path(tree, grid) == expected
