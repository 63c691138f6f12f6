"""The single lines of `linli check`: when each is right, and how it is said."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import BadRequest

from bot import checking, checking_community, speech, typesetting
from bot.checked import NAMES, Line
from bot.errors import NeverLeft, OutcomeUnknown
from config.settings import PREFIX, Settings
from governance.directory import ChatKind
from handlers.texts import Library
from tests.bot.doors import COMMUNITY, GROUP, LIBRARY, MONDAY, STAFF

TOKEN = "7000000001:AAexampleexampleexampleexampleexam"


@pytest.fixture
def environment(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"{PREFIX}TOKEN", TOKEN)
    return monkeypatch


@pytest.mark.parametrize(
    ("header", "off", "fine"),
    [
        ("Mon, 02 Nov 2026 01:00:00 GMT", 0, True),
        ("Mon, 02 Nov 2026 01:00:29 GMT", 29, True),
        ("Mon, 02 Nov 2026 00:58:00 GMT", 120, False),
        ("Mon, 02 Nov 2026 01:02:00 GMT", 120, False),
        ("", 0, True),
        ("yesterday", 0, True),
    ],
)
def test_the_clock_is_held_against_the_servers(header, off, fine):
    assert checking.clock(header, MONDAY) == Line("clock", fine, {"seconds": off})


def test_too_little_room_is_said(environment):
    assert not checking.disk(Settings(), room=1 << 62).fine


def test_the_room_is_looked_for_where_the_state_will_be(environment, tmp_path):
    environment.setenv("LINLI_STATE", str(tmp_path / "not" / "yet"))

    assert checking.disk(Settings()).facts["where"] == str(tmp_path)


def test_the_font_that_we_carry_is_there():
    assert checking.fonts() == Line("fonts", fine=True, facts={"font": "NotoSansSC-Regular"})


@pytest.mark.parametrize("package", [None, "an empty folder"])
def test_a_font_that_is_not_there_is_said(monkeypatch, tmp_path, package):
    def carried():
        if package is None:
            raise LookupError
        return tmp_path

    monkeypatch.setattr(typesetting, "fonts", carried)

    assert checking.fonts() == Line("fonts", fine=False, facts={"font": ""})


def test_a_language_that_lacks_words_is_named(tmp_path):
    for language, words in (("en", "a = A\n"), ("zh-CN", "a = 甲\nb = 乙\n")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "x.ftl").write_text(words)

    found = checking.words(Library(tmp_path))

    assert (found.fine, found.facts) == (False, {"count": 2, "first": "en: b"})


def test_posts_and_terms_are_named_by_what_residents_call_them():
    wang, *others = COMMUNITY.officers
    soon = (MONDAY + timedelta(days=30)).date()
    late = (MONDAY + timedelta(days=31)).date()
    changed = [replace(wang, telegram=0, term_ends=soon), replace(others[0], term_ends=late)]
    found = replace(COMMUNITY, officers=(*changed, *others[1:]))

    posts, terms = checking_community.people(found, MONDAY)

    assert (posts.fine, posts.facts) == (False, {"names": "王师傅"})
    assert (terms.fine, terms.facts) == (False, {"names": "王师傅"})


@pytest.mark.parametrize(
    ("kept", "missing"),
    [(ChatKind.COMMUNITY, {"staff"}), (ChatKind.STAFF, {"neighbours"})],
)
def test_the_kinds_of_group_that_there_must_be_are_missed(kept, missing):
    found = replace(COMMUNITY, chats=tuple(c for c in COMMUNITY.chats if c.kind is kept))

    assert {line.name for line in checking_community.kinds(found) if not line.fine} == missing
    assert {c.id for c in COMMUNITY.chats} == {GROUP, STAFF}


@pytest.mark.parametrize(
    ("asked", "system", "expected"),
    [
        ("zh", "en_US.UTF-8", "zh-CN"),
        ("en", "zh_CN.UTF-8", "en"),
        (None, "zh_CN.UTF-8", "zh-CN"),
        (None, "de_DE.UTF-8", "en"),
        (None, "", "zh-CN"),
        (None, "C.UTF-8", "zh-CN"),
    ],
)
def test_it_speaks_as_asked_else_as_the_system_does(environment, asked, system, expected):
    for name in ("LC_ALL", "LC_MESSAGES"):
        environment.delenv(name, raising=False)
    environment.setenv("LANG", system)

    assert speech.spoken(asked) == expected


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fine", [True, False])
def test_a_line_is_one_line_in_both_languages(name, fine, language):
    facts = dict.fromkeys(("community", "mistake", "bot", "server", "own", "error", "proxy"), "x")
    facts |= dict.fromkeys(("free", "where", "file", "state", "font", "fault", "first"), "x")
    facts |= {"names": "x", "title": "x", "more": 1, "seconds": 1, "count": 2}

    told = Line(name, fine, facts).told([LIBRARY.speak(language)])

    assert told.startswith("✓ " if fine else "✗ ")
    assert len(told.splitlines()) == 1


def test_a_line_is_said_in_every_language_chinese_first():
    line = Line("disk", fine=True, facts={"free": "1.0", "where": "x"})

    assert line.told(speech.each(LIBRARY)).splitlines() == [
        "✓ 磁盘：还剩 1.0 GB（x）",
        "  disk: 1.0 GB free (x)",
    ]
    assert line.told(speech.each(LIBRARY, "en")) == "✓ disk: 1.0 GB free (x)"


FAILED = {
    "unreached": (NeverLeft("x"), "连不上 api：检查网络"),
    "silent": (OutcomeUnknown("x"), "api 接通了，却没有好好回答"),
    "refused": (BadRequest("x"), "api 不肯回答"),
}


@pytest.mark.parametrize(("fault", "case"), FAILED.items(), ids=FAILED)
def test_how_telegram_was_not_reached_is_said_in_words(fault, case):
    error, words = case
    line = Line("server", fine=False, facts={"server": "api", "fault": checking._fault(error)})

    told = line.told(speech.each(LIBRARY))

    assert line.facts["fault"] == fault
    assert words in told
    assert type(error).__name__ not in told
