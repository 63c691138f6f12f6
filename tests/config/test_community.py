import re
import tomllib
from datetime import UTC, date, datetime, timedelta

import pytest

from config.community import CommunityError, parse, read
from governance.directory import ChatKind, Role
from governance.limits import Limits
from tests.config.example import EXAMPLE, ROOT, TEXT, changed, mistakes, without

TOWN = tomllib.loads((ROOT / "sandbox" / "towns" / "example.toml").read_text(encoding="utf-8"))


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
    apart = {Role.SUPERVISION, Role.MEDIATOR, Role.HELPER, Role.TOWNSHIP}
    workers = {o.telegram for o in community.officers if not apart & o.offices}
    assert workers == set(chats[staff.id]["members"])


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
        'the nearest is "liu"; there are: wang, liu, zhou, sun, chen, he, wu, zheng, ma, '
        "tang, liang"
    )
    assert caught.value.told("zh-CN") == (
        'our.toml: grids.g1.worker: 没有人员 "luo" — '
        '最接近的是 "liu"；现有：wang, liu, zhou, sun, chen, he, wu, zheng, ma, tang, liang'
    )
