from dataclasses import replace

import pytest

from governance.terms import terms

TITLES = {"grid_worker": {"zh-CN": "组长", "en": "group leader"}, "grid_head": {"zh-CN": "片长"}}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), {}),
        (("村", "组"), {"level_grid": "组"}),
        (("村", "片", "组"), {"level_grid": "组", "level_area": "片"}),
        (("镇", "村", "片", "组"), {"level_grid": "组", "level_area": "村/片"}),
    ],
)
def test_the_last_level_is_the_grids_and_areas_stand_between(community, levels, expected):
    assert terms(replace(community, levels=levels), "zh-CN") == expected


def test_a_language_has_its_own_names_where_the_file_gives_them(community):
    levels = {"levels": ("村", "片", "组"), "levels_in": {"en": ("village", "cluster", "group")}}
    village = replace(community, **levels, titles=TITLES)

    assert terms(village, "en") == {
        "level_area": "cluster",
        "level_grid": "group",
        "grid_worker": "group leader",
        "grid_head": "片长",
    }
    assert terms(village, "ug")["level_grid"] == "组"
