"""The recipes of docs/recipes.md work as they stand there."""

import re
from pathlib import Path

from bot.segmenter import segmenter
from config import community
from governance import categories

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / "config" / "community.example.toml").read_text(encoding="utf-8")
LAST = "[categories.other]"


def test_a_category_is_added_in_the_community_file_alone(tmp_path):
    block, *_ = re.findall(r"```toml\n(.*?)```", RECIPES, re.DOTALL)
    [said] = re.findall(r"`/report ([^`]+)` is answered", RECIPES)

    town = community.parse(EXAMPLE.replace(LAST, f"{block}\n{LAST}", 1), "recipe")
    reading = categories.read(said, town, segmenter(tmp_path))

    assert town.category("parcel").names["zh-CN"] == "快递柜"
    assert reading == categories.Reading(category="parcel", building="b6")


def test_a_kind_of_disclosure_is_added_in_the_community_file_alone():
    _, block, *_ = re.findall(r"```toml\n(.*?)```", RECIPES, re.DOTALL)
    block = re.sub(r"(?m)^ +", "", block)

    town = community.parse(f"{EXAMPLE}\n{block}", "recipe")

    assert town.item("broadcast").names["zh-CN"] == "广播站开支"
