import re
from dataclasses import fields
from typing import Any

import pytest

from config import presets
from config.community import _mistake, parse
from config.shapes import LimitsRow, RetentionRow
from governance.limits import Limits
from governance.retention import Retention
from tests.config.example import TEXT, changed, check_named, mistakes, without

OFFICES_WU = 'offices = ["supervision"]'
CATALOGUE = "[catalogue.shared-income]"
MISTAKEN = [
    # code, changes, place, a part of the cure
    ("syntax", [('key = "xing', "key = “xing")], "line of key =", "straight quotes"),
    ("syntax", [('draft_lives = "24h"', "draft_lives = ")], "line of draft_lives =", "this line"),
    (
        "twice",
        [("[officers.liu]", "[officers.wang]")],
        "line of [officers.wang]",
        "rename or delete",
    ),
    (
        "twice",
        [('name = "2号楼"', 'name = "2号楼"\nname = "二"')],
        'line of name = "二"',
        "rename or delete",
    ),
    ("unknown-key", [("worker =", "wroker =")], "grids.g1.wroker", 'nearest is "worker"'),
    ("unknown-key", [("accept =", "acept =")], "categories.lift.promise.acept", 'is "accept"'),
    ("unknown-key", [("[limits]", "[limit]")], "limit", 'nearest is "limits"'),
    ("missing-key", [('known_as = "王师傅"', "")], "officers.wang.known_as", "known_as = "),
    ("missing-key", [('name = "幸福里社区"', "")], "name", 'name = "幸福里社区"'),
    ("missing-key", [('to = "sun"', "")], "routes[2].to", 'to = "liu"'),
    (
        "bad-key",
        [("[categories.noise]", '[categories."Pet 1"]')],
        "categories.Pet 1",
        "like pet-1",
    ),
    ("bad-key", [("[categories.noise]", '[categories."宠"]')], "categories.宠", "like grid-1"),
    (
        "levels-uneven",
        [('language = "zh-CN"', 'levels_in = { en = ["village"] }\nlanguage = "zh-CN"')],
        "levels_in",
        "name 3",
    ),
    ("bad-key", [('key = "xing', 'key = "xing_')], "key", "like xing-fuli"),
    ("bad-key", [('key = "xing', 'key = "a2345678901234567')], "key", "1 to 20"),
    ("want-text", [('name = "1号楼"', "name = 1")], "buildings.b1.name", 'name = "1号楼"'),
    ("want-text", [('words = ["电梯"', "words = [1")], "categories.lift.words[1]", "words = ["),
    ("want-text", [('en = "Lift"', "en = 1")], "categories.lift.names.en", "names = {"),
    ("want-text", [('grid = "g3"', "grid = 3")], "routes[2].grid", 'grid = "g1"'),
    ("want-number", [("= 2001", '= "2001"')], "officers.wang.telegram", "telegram = 2001"),
    ("want-number", [("bounces = 2 ", "bounces = 2.5 ")], "limits.bounces", "bounces = 2"),
    ("want-number", [("bounces = 2 ", "bounces = true ")], "limits.bounces", "bounces = 2"),
    (
        "want-yes-or-no",
        [("automatic = false  ", 'automatic = "no"  ')],
        "categories.illegal-building.automatic",
        "automatic = true or automatic = false",
    ),
    ("want-list", [('["b1", "b2"]', '"b1"')], "grids.g1.buildings", "["),
    ("want-date", [("[2026-10-19]", '["2026-10-19"]')], "calendar.days_off[1]", "[2026-10-19]"),
    (
        "want-date",
        [("[2026-10-19]", "[2026-10-19T08:00:00]")],
        "calendar.days_off[1]",
        "[2026-10-19]",
    ),
    ("too-small", [("= 2001", "= -1")], "officers.wang.telegram", "0 or more"),
    ("too-small", [("reopenings = 2", "reopenings = -1")], "limits.reopenings", "0 or more"),
    ("too-big", [("= 2001", "= 5000000000000000")], "officers.wang.telegram", "or less"),
    ("too-big", [("id = -1001000000001", "id = 1001")], "chats[1].id", "-1 or less"),
    ("empty", [('known_as = "王师傅"', 'known_as = ""')], "officers.wang.known_as", "王师傅"),
    (
        "not-one-of",
        [('["grid-worker"]', '["grid-workr"]')],
        "officers.wang.offices[1]",
        'nearest is "grid-worker"',
    ),
    ("not-one-of", [(OFFICES_WU, 'offices = ["clock"]')], "officers.wu.offices[1]", "supervision"),
    ("not-one-of", [('kind = "staff"', 'kind = "stuff"')], "chats[2].kind", 'is "staff"'),
    ("bad-language", [('= "zh-CN"', '= "Chinese"')], "language", '"zh-CN"'),
    (
        "bad-working-time",
        [('accept = "30m"', 'accept = "half an hour"')],
        "categories.lift.promise.accept",
        '"30m"',
    ),
    ("bad-working-time", [('"14h"', '"2d"')], "categories.lift.promise.finish", '"4h"'),
    ("bad-working-time", [('"14h"', "14")], "categories.lift.promise.finish", '"4h"'),
    (
        "bad-working-time",
        [('accept = "30m"', 'accept = "0m"')],
        "categories.lift.promise.accept",
        '"30m"',
    ),
    ("bad-duration", [('= "7d"', '= "1w"')], "limits.confirm_within", '"7d"'),
    ("kept-too-short", [('talks = "30d"', 'talks = "2d"')], "retention.talks", '"7d"'),
    ("bad-shift", [('"08:30-12:00"', '"8 to 12"')], "calendar.shifts[1]", '"08:30-12:00"'),
    ("bad-shift", [('"14:00-17:30"', '"17:30-14:00"')], "calendar.shifts[2]", "later end"),
    ("bad-household", [('"b1 2-101"', '"b1"')], "helpers.tang.households[2]", "b1 2-301"),
    ("no-shift", [('["08:30-12:00", "14:00-17:30"]', "[]")], "calendar.shifts", "at least one"),
    ("shifts-overlap", [('"14:00-', '"11:00-')], "calendar.shifts", "one end before the other"),
    ("unknown-zone", [("Asia/Shanghai", "Asia/Shangai")], "calendar.zone", 'is "Asia/Shanghai"'),
    ("unknown-zone", [("Asia/Shanghai", "../etc")], "calendar.zone", "Asia/Shanghai"),
    ("day-twice", [("[2026-10-19]", "[2026-10-18]")], "calendar.work_days", "one of days_off"),
    (
        "promise-reversed",
        [('accept = "30m", finish = "14h"', 'accept = "90m", finish = "1h"')],
        "categories.lift.promise.finish",
        "90m or longer",
    ),
    ("missing-key", [('substitute = "zhou"', "")], "grids.g1.substitute", 'substitute = "zhou"'),
    ("too-small", [("days = 3 ", "days = 0 ")], "deliberation.days", "1 or more"),
    ("too-big", [("quiet_from = 21", "quiet_from = 24")], "deliberation.quiet_from", "23 or less"),
    ("quiet-all-day", [("= 21 ", "= 8 ")], "deliberation.quiet_until", "two different hours"),
    (
        "bad-threshold",
        [(CATALOGUE, f'[bodies.owners-major]\nassent = {{ heads = "75%" }}\n\n{CATALOGUE}')],
        "bodies.owners-major.assent.heads",
        '"at least 2/3"',
    ),
    (
        "not-one-of",
        [
            (
                CATALOGUE,
                f'[bodies.owners-major]\nassent = {{ doors = "more than 1/2" }}\n\n{CATALOGUE}',
            )
        ],
        "bodies.owners-major.assent.doors",
        "heads, area",
    ),
    ("not-one-of", [('"meeting"', '"metting"')], "catalogue.shared-income.level", '"meeting"'),
]


@pytest.mark.parametrize(("code", "changes", "where", "cure"), MISTAKEN)
def test_mistake_of_a_row_is_named_with_its_place_and_cure(code, changes, where, cure):
    check_named(code, changes, where, cure)


@pytest.mark.parametrize("part", ["calendar", "limits.x"])
def test_mistake_is_named_where_a_part_is_no_table(part):
    text = without("calendar") if part == "calendar" else without("limits")
    name = part.split(".")[0]

    [mistake] = mistakes(f"{name} = 7\n{text}")

    assert (mistake.code, mistake.where) == ("want-table", name)


@pytest.mark.parametrize("part", ["calendar", "officers", "buildings", "grids", "categories"])
def test_missing_part_is_named_once(part):
    text = re.sub(rf"(?ms)^\[\[?{part}[.\]].*?(?=^\[|\Z)", "", TEXT)

    [mistake] = mistakes(text)

    assert (mistake.code, mistake.where) == ("missing-table", part)


@pytest.mark.parametrize("part", ["officers", "chats"])
def test_part_of_another_kind_is_named_once(part):
    text = re.sub(rf"(?ms)^\[\[?{part}[.\]].*?(?=^\[|\Z)", "", TEXT)

    [mistake] = mistakes(f'{part} = "none"\n{text}')

    assert (mistake.code, mistake.where) == ("want-table", part)


def test_key_is_missing_besides_one_that_means_another():
    text = changed(('worker = "liu"', 'colour = "red"'))

    assert sorted((m.code, m.where) for m in mistakes(text)) == [
        ("missing-key", "grids.g1.worker"),
        ("unknown-key", "grids.g1.colour"),
    ]


def test_misspelt_part_is_named_once():
    text = TEXT.replace("[officers.", "[oficers.")

    assert [(m.code, m.where) for m in mistakes(text)] == [("unknown-key", "oficers")]


def test_category_may_be_called_like_a_setting():
    text = TEXT.replace("[categories.noise]", "[categories.promise]")

    assert parse(text, "our.toml").category("promise").names["en"] == "Noise"
    [mistake] = mistakes(text.replace('words = ["噪音"', 'word = ["噪音"'))
    assert (mistake.where, mistake.facts["near"]) == ("categories.promise.word", '"words"')


def test_unforeseen_mistake_is_told_in_the_words_of_the_library():
    found: Any = {"type": "is_instance_of", "loc": ("key",), "input": 7, "msg": "Not a key"}

    assert _mistake(found).what() == "7: Not a key"


def test_limits_of_the_file_are_those_of_the_directory():
    assert list(LimitsRow.model_fields) == [each.name for each in fields(Limits)]


def test_the_file_and_the_presets_keep_as_long_as_is_proposed():
    for name in presets.PRESETS:
        found = parse(presets.preset(name), name)

        assert found.retention == Retention()


def test_a_file_without_retention_keeps_as_long_as_is_proposed():
    assert parse(without("retention"), "x").retention == Retention()


def test_what_can_be_set_is_what_is_kept():
    assert set(RetentionRow.model_fields) == {each.name for each in fields(Retention)}
