import re
import tomllib
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from config.community import CommunityError, _mistake, parse, read
from config.mistakes import LANGUAGES, MISTAKES, Mistake
from config.shapes import LimitsRow
from governance.directory import ChatKind, Limits, Role

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config" / "community.example.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")
TOWN = tomllib.loads((ROOT / "sandbox" / "towns" / "example.toml").read_text(encoding="utf-8"))


def changed(*changes: tuple[str, str]) -> str:
    """Return the example with the first place of each text exchanged for another."""
    text = TEXT
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def without(table: str) -> str:
    """Return the example without the table of this header."""
    text, count = re.subn(rf"(?ms)^\[{re.escape(table)}\].*?(?=^\[|\Z)", "", TEXT)
    assert count == 1
    return text


def _line(where: str, text: str) -> str:
    """Return `line 3` for `line of x =`, where the third line begins so, the last of such."""
    if not where.startswith("line of "):
        return where
    lines = text.splitlines()
    start = where.removeprefix("line of ")
    return f"line {max(n for n, line in enumerate(lines, 1) if line.startswith(start))}"


def mistakes(text: str) -> list[Mistake]:
    with pytest.raises(CommunityError) as caught:
        parse(text, "our.toml")
    return list(caught.value.mistakes)


def test_example_is_read():
    community = read(EXAMPLE)

    assert (community.key, community.name, community.language) == (
        "xingfuli",
        "幸福里社区",
        "zh-CN",
    )
    assert [g.buildings for g in community.grids] == [("b1", "b2"), ("b3", "b4"), ("b5", "b6")]
    assert [g.worker for g in community.grids] == ["liu", "wang", "liu"]
    assert community.officer("wang").known_as == "王师傅"
    assert community.offices_of(3002) == {Role.COMMITTEE, Role.DISPATCHER}
    assert community.category("lift").promise.accept == timedelta(minutes=30)
    assert community.limits == Limits()


def test_example_keeps_its_own_days():
    calendar = read(EXAMPLE).calendar

    assert calendar.is_working_day(date(2026, 10, 18))
    assert not calendar.is_working_day(date(2026, 10, 19))
    start = datetime(2026, 10, 16, 9, 0, tzinfo=UTC)
    assert calendar.due(start, timedelta(hours=1)).at == datetime(2026, 10, 18, 1, 0, tzinfo=UTC)


def test_example_leaves_delicate_categories_to_the_dispatcher():
    unasked = {c.key for c in read(EXAMPLE).categories if not c.automatic}

    assert unasked == {"illegal-building", "property", "other"}


def test_example_names_every_category_in_both_languages():
    assert all(set(c.names) == {"zh-CN", "en"} for c in read(EXAMPLE).categories)


def test_example_uses_each_word_for_one_category():
    words = [w for c in read(EXAMPLE).categories for w in c.words]

    assert sorted(words) == sorted(set(words))
    assert read(EXAMPLE).category("other").words == ()


def test_example_agrees_with_the_town_of_the_sandbox():
    community = read(EXAMPLE)
    people = {p["id"]: p["name"] for p in TOWN["people"]}
    chats = {c["id"]: c for c in TOWN["chats"]}

    assert {o.telegram: o.known_as for o in community.officers} == {
        number: name for number, name in people.items() if number >= 2000
    }
    assert {c.id: c.name for c in community.chats} == {
        number: chat["title"] for number, chat in chats.items()
    }
    staff = community.chat(ChatKind.STAFF)
    assert staff is not None
    workers = {o.telegram for o in community.officers if Role.SUPERVISION not in o.offices}
    assert workers == set(chats[staff.id]["members"])


def test_limits_of_the_file_are_those_of_the_directory():
    assert list(LimitsRow.model_fields) == [each.name for each in fields(Limits)]


def test_community_does_without_limits_and_routes():
    text = re.sub(r"(?ms)^\[\[routes\]\].*?(?=^\[\[chats)", "", without("limits"))

    community = parse(text, "our.toml")

    assert community.limits == Limits()
    assert community.routes == ()


def test_community_takes_shifts_that_touch():
    text = changed(('"14:00-17:30"', '"12:00-17:30"'))

    assert len(parse(text, "our.toml").calendar.shifts) == 2


def test_community_puts_shifts_in_order():
    text = changed(('["08:30-12:00", "14:00-17:30"]', '["14:00 – 17:30", "08:30-12:00"]'))

    assert parse(text, "our.toml").calendar == read(EXAMPLE).calendar


OFFICES_WU = 'offices = ["supervision"]'
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
    ("missing-key", [("telegram = 2001", "")], "officers.wang.telegram", "telegram = 2001"),
    ("missing-key", [('name = "幸福里社区"', "")], "name", 'name = "幸福里社区"'),
    ("missing-key", [('to = "sun"', "")], "routes[2].to", 'to = "liu"'),
    ("bad-key", [("[categories.pets]", '[categories."Pet 1"]')], "categories.Pet 1", "like pet-1"),
    ("bad-key", [("[categories.pets]", '[categories."宠"]')], "categories.宠", "like grid-1"),
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
    ("too-small", [("= 2001", "= 0")], "officers.wang.telegram", "1 or more"),
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
    ("bad-shift", [('"08:30-12:00"', '"8 to 12"')], "calendar.shifts[1]", '"08:30-12:00"'),
    ("bad-shift", [('"14:00-17:30"', '"17:30-14:00"')], "calendar.shifts[2]", "later end"),
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
    ("unknown-building", [('["b1", "b2"]', '["b1", "b2", "b7"]')], "grids.g1.buildings", "b6"),
    ("unknown-officer", [('worker = "liu"', 'worker = "luo"')], "grids.g1.worker", 'is "liu"'),
    ("unknown-officer", [('head = "sun"', 'head = "son"')], "grids.g1.head", 'is "sun"'),
    ("unknown-officer", [('to = "liu"', 'to = "lui"')], "routes[1].to", 'is "liu"'),
    (
        "unknown-officer",
        [('substitute = "zhou"', 'substitute = ""')],
        "grids.g1.substitute",
        "wang, liu, zhou",
    ),
    ("missing-key", [('substitute = "zhou"', "")], "grids.g1.substitute", 'substitute = "zhou"'),
    ("unknown-category", [('"street-light"', '"streetlight"')], "routes[1].category", "street-l"),
    ("unknown-grid", [('grid = "g3"', 'grid = "g4"')], "routes[2].grid", "g1, g2, g3"),
    ("building-in-two", [('["b3", "b4"]', '["b2", "b3", "b4"]')], "grids.g2.buildings", "A02"),
    ("building-in-two", [('["b3", "b4"]', '["b3", "b4", "b4"]')], "grids.g2.buildings", "A02"),
    ("building-in-none", [('["b1", "b2"]', '["b1"]')], "buildings.b2", "g1, g2, g3"),
    (
        "same-person",
        [('substitute = "zhou"', 'substitute = "liu"')],
        "grids.g1.substitute",
        "another grid worker: wang, zhou",
    ),
    (
        "lacks-office",
        [('substitute = "zhou"', 'substitute = "sun"')],
        "grids.g1.substitute",
        'add "grid-worker" to officers.sun.offices',
    ),
    (
        "lacks-office",
        [('head = "sun"', 'head = "zhou"')],
        "grids.g1.head",
        'add "grid-head" to officers.zhou.offices',
    ),
    ("name-twice", [('"门楼"', '"门楼", "河边楼"')], "buildings.b6", "one building"),
    (
        "name-twice",
        [('"门楼"', '"Tower"'), ('"河边楼"', '"tower"')],
        "buildings.b6",
        "one building",
    ),
    ("telegram-twice", [("= 2002", "= 2001")], "officers.liu.telegram", "one account"),
    ("chat-twice", [("-1001000000002", "-1001000000001")], "chats[2].id", "once"),
    (
        "few-committee",
        [('["committee"]', '["grid-worker"]')],
        "officers",
        "nobody approves his own work",
    ),
    (
        "no-dispatcher",
        [('["committee", "dispatcher"]', '["committee"]')],
        "officers",
        "one of: chen, he",
    ),
    (
        "no-supervision",
        [(OFFICES_WU, "offices = []")],
        "officers",
        'offices = ["supervision"]',
    ),
    (
        "powers-mixed",
        [(OFFICES_WU, 'offices = ["supervision", "committee"]')],
        "officers.wu.offices",
        'leave ["supervision"] alone',
    ),
    (
        "powers-mixed",
        [(OFFICES_WU, 'offices = ["grid-worker", "supervision"]')],
        "officers.wu.offices",
        'leave ["supervision"] alone',
    ),
    (
        "no-chinese-name",
        [('{ zh-CN = "电梯", en = "Lift" }', '{ en = "Lift" }')],
        "categories.lift.names",
        "zh-CN",
    ),
    ("no-other", [("[categories.other]", "[categories.rest]")], "categories.other", "B20"),
    (
        "route-unreached",
        [('category = "illegal-building"', 'category = "street-light"')],
        "routes[2]",
        "above it",
    ),
    ("route-to-supervision", [('to = "sun"', 'to = "wu"')], "routes[2].to", "without superv"),
    ("no-staff-chat", [('kind = "staff"', 'kind = "community"')], "chats", 'kind = "staff"'),
]


@pytest.mark.parametrize(("code", "changes", "where", "cure"), MISTAKEN)
def test_mistake_is_named_with_its_place_and_cure(code, changes, where, cure):
    text = changed(*changes)

    [mistake] = mistakes(text)

    assert (mistake.code, mistake.where) == (code, _line(where, text))
    assert cure in mistake.cure()
    for language in LANGUAGES:
        assert "{" not in re.sub(r"\{ .*? \}|\{…\}", "", mistake.what(language))
        assert mistake.cure(language)


@pytest.mark.parametrize("part", ["calendar", "limits.x"])
def test_mistake_is_named_where_a_part_is_no_table(part):
    text = without("calendar") if part == "calendar" else without("limits")
    name = part.split(".")[0]

    [mistake] = mistakes(f"{name} = 7\n{text}")

    assert (mistake.code, mistake.where) == ("want-table", name)


@pytest.mark.parametrize(
    "part", ["calendar", "officers", "buildings", "grids", "categories", "chats"]
)
def test_missing_part_is_named_once(part):
    text = re.sub(rf"(?ms)^\[\[?{part}[.\]].*?(?=^\[|\Z)", "", TEXT)

    [mistake] = mistakes(text)

    assert (mistake.code, mistake.where) == ("missing-table", part)


@pytest.mark.parametrize("part", ["officers", "chats"])
def test_part_of_another_kind_is_named_once(part):
    text = re.sub(rf"(?ms)^\[\[?{part}[.\]].*?(?=^\[|\Z)", "", TEXT)

    [mistake] = mistakes(f'{part} = "none"\n{text}')

    assert (mistake.code, mistake.where) == ("want-table", part)


def test_empty_parts_are_named():
    text = re.sub(r"(?ms)^\[\[?(officers|categories|chats)[.\]].*?(?=^\[|\Z)", "", TEXT)
    text = re.sub(r"(?ms)^\[\[?(grids|buildings|routes)[.\]].*?(?=^\[|\Z)", "", text)

    found = mistakes(
        f"officers = {{}}\ncategories = {{}}\nchats = []\ngrids = {{}}\nbuildings = {{}}\n{text}"
    )

    assert {m.code for m in found} == {
        "few-committee",
        "no-dispatcher",
        "no-supervision",
        "no-other",
        "no-staff-chat",
    }


def test_all_mistakes_are_named_at_once():
    text = changed(
        ('"Asia/Shanghai"', '"Mars/Dome"'),
        ("telegram = 2001", 'telegram = "2001"'),
        ('["b1", "b2"]', '["b1", "b9"]'),
        ('accept = "30m"', 'accept = "soon"'),
        ('to = "sun"', 'to = "moon"'),
        ('kind = "community"', 'kind = "gossip"'),
        ('kind = "staff"', 'kind = "community"'),
    )

    assert [(m.where, m.code) for m in mistakes(text)] == [
        ("calendar.zone", "unknown-zone"),
        ("officers.wang.telegram", "want-number"),
        ("categories.lift.promise.accept", "bad-working-time"),
        ("chats[1].kind", "not-one-of"),
        ("grids.g1.buildings", "unknown-building"),
        ("buildings.b2", "building-in-none"),
        ("routes[2].to", "unknown-officer"),
    ]


def test_row_with_a_mistake_still_answers_for_its_key():
    # Neither is wang called unknown, nor a dispatcher missing, where only a number is wrong.
    text = changed(("telegram = 2001", ""), ("telegram = 3002", "telegram = 0"))

    assert [m.where for m in mistakes(text)] == ["officers.wang.telegram", "officers.he.telegram"]


def test_key_is_missing_besides_one_that_means_another():
    text = changed(('worker = "liu"', 'colour = "red"'))

    assert sorted((m.code, m.where) for m in mistakes(text)) == [
        ("missing-key", "grids.g1.worker"),
        ("unknown-key", "grids.g1.colour"),
    ]


def test_misspelt_part_is_named_once():
    text = TEXT.replace("[officers.", "[oficers.")

    assert [(m.code, m.where) for m in mistakes(text)] == [("unknown-key", "oficers")]


def test_rows_keep_their_numbers_behind_one_with_a_mistake():
    text = changed(('to = "liu"', "to = 1"), ('grid = "g3"', 'grid = "g9"'))

    assert [m.where for m in mistakes(text)] == ["routes[1].to", "routes[2].grid"]


def test_category_may_be_called_like_a_setting():
    text = TEXT.replace("[categories.lift]", "[categories.promise]")

    assert parse(text, "our.toml").category("promise").names["en"] == "Lift"
    [mistake] = mistakes(text.replace('words = ["电梯"', 'word = ["电梯"'))
    assert (mistake.where, mistake.facts["near"]) == ("categories.promise.word", '"words"')


def test_every_mistake_of_a_file_is_tested():
    settings = {"no-token", "bad-token", "bad-url", "bad-database"}
    elsewhere = {"unreadable", "not-utf8", "unforeseen", "missing-table", "want-table"}

    assert {code for code, *_ in MISTAKEN} == MISTAKES.keys() - settings - elsewhere


def test_unforeseen_mistake_is_told_in_the_words_of_the_library():
    found: Any = {"type": "is_instance_of", "loc": ("key",), "input": 7, "msg": "Not a key"}

    assert _mistake(found).what() == "7: Not a key"


def test_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommunityError, match="No such file") as caught:
        read(tmp_path / "none.toml")

    assert [m.code for m in caught.value.mistakes] == ["unreadable"]


def test_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "gbk.toml"
    path.write_bytes(TEXT.encode("gb18030"))

    with pytest.raises(CommunityError, match="UTF-8") as caught:
        read(path)

    assert [m.code for m in caught.value.mistakes] == ["not-utf8"]


def test_file_from_an_editor_on_windows_is_read(tmp_path):
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    assert read(path) == read(EXAMPLE)


def test_error_is_told_with_file_place_mistake_and_cure():
    with pytest.raises(CommunityError) as caught:
        parse(changed(('worker = "liu"', 'worker = "luo"')), "our.toml")

    assert str(caught.value) == (
        'our.toml: grids.g1.worker: there is no officer "luo" — '
        'the nearest is "liu"; there are: wang, liu, zhou, sun, chen, he, wu'
    )
    assert caught.value.told("zh-CN") == (
        'our.toml: grids.g1.worker: 没有人员 "luo" — '
        '最接近的是 "liu"；现有：wang, liu, zhou, sun, chen, he, wu'
    )
