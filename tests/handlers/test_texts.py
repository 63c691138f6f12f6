from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Term

from governance.refusals import Refusal
from handlers.texts import DEFAULT, Library, MissingWords, Words, _entries, parsed

LOCALES = Path(__file__).parents[2] / "config" / "locales"
LIBRARY = Library(LOCALES)
ODD = "1 < 2 & 3 > 2"
RECEIPT = {
    ("zh-CN", "head"): "<b>#7</b> 收到了 · 电梯",
    ("zh-CN", "owner", "none"): "负责：王师傅",
    ("zh-CN", "owner", "三网格"): "负责：王师傅（三网格）",
    ("zh-CN", "promise", "none"): "承诺：周五前办结",
    ("zh-CN", "promise", "周一"): "承诺：周一前接单，周五前办结",
    ("zh-CN", "known", "yes"): "。",
    ("zh-CN", "known", "no"): "（节假日安排未公布，可能调整）",
    ("zh-CN", "foot"): "查进度：/status 7",
    ("en", "head"): "<b>#7</b> Got it, thank you · 电梯",
    ("en", "owner", "none"): "In charge: 王师傅",
    ("en", "owner", "三网格"): "In charge: 王师傅 (三网格)",
    ("en", "promise", "none"): "Promise: finished by 周五",
    ("en", "promise", "周一"): "Promise: accepted by 周一; finished by 周五",
    ("en", "known", "yes"): ".",
    ("en", "known", "no"): " (public holidays are not announced yet, so this may change)",
    ("en", "foot"): "Follow it: /status 7",
}
STATUS = {
    "zh-CN": "<b>#7</b> 电梯 · 处理中\n现在由王师傅负责\n承诺周五前办结",
    "en": "<b>#7</b> 电梯 · 处理中\nNow with 王师傅\nPromised to be finished by 周五",
}
FACTS = {"number": 7, "category": "电梯", "owner": "王师傅", "finish_by": "周五"}


@pytest.fixture
def made(tmp_path):
    for language in (DEFAULT, "en"):
        (tmp_path / language).mkdir()
    (tmp_path / DEFAULT / "one.ftl").write_text(
        "said = <b>{ $who }</b>：{ $text }\ncount = 第 { $number } 件\n"
        "refusal-odd = 不行：{ $text }\nempty =\n    .title = 题\n",
        encoding="utf-8",
    )
    (tmp_path / DEFAULT / "two.ftl").write_text("other = 另一件\n", encoding="utf-8")
    (tmp_path / "en" / "one.ftl").write_text("said = { $who }: { $text }\n", encoding="utf-8")
    (tmp_path / "README").write_text("not a language", encoding="utf-8")
    return Library(tmp_path)


def test_facts_are_escaped_and_the_words_own_tags_are_not(made):
    said = made.speak(DEFAULT)("said", who="<i>李</i>", text=ODD)

    assert said == "<b>&lt;i&gt;李&lt;/i&gt;</b>：1 &lt; 2 &amp; 3 &gt; 2"


def test_quotation_marks_need_no_escape_in_html_text(made):
    assert made.speak("en")("said", who='"Li"', text="it's") == '"Li": it\'s'


def test_plain_words_have_neither_tags_nor_escapes(made):
    said = made.speak(DEFAULT).plain("said", who="李", text="A & B")

    assert said == "李：A & B"


def test_plain_words_keep_all_that_people_wrote(made):
    assert made.speak(DEFAULT).plain("said", who="李", text=ODD) == f"李：{ODD}"


def test_a_refusal_is_plain_words_with_its_facts(made):
    assert made.speak(DEFAULT).refusal(Refusal("refusal-odd", text="A & B")) == "不行：A & B"


@pytest.mark.parametrize("number", [1, 12, 1234, 1_234_567])
@pytest.mark.parametrize("language", sorted(LIBRARY.languages))
def test_a_number_is_written_as_it_must_be_typed(language, number):
    words = LIBRARY.speak(language).plain("toast-admit", number=number)

    assert f"#{number} " in words


def test_every_file_of_a_language_is_read(made):
    assert made.speak(DEFAULT)("other") == "另一件"


@pytest.mark.parametrize("language", sorted(LIBRARY.languages))
def test_an_entry_read_by_itself_is_what_its_file_says(language):
    whole, alone = {}, _entries(LOCALES / language)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message | Term):
                entry.comment = None
                whole["-" * isinstance(entry, Term) + entry.id.name] = entry

    assert whole.keys() == alone.keys()
    for key, entry in whole.items():
        assert [each.equals(entry) for each in parsed(alone[key]).body] == [True]


def test_an_entry_ends_where_the_next_or_a_remark_begins(tmp_path):
    (tmp_path / "one.ftl").write_text(
        "a =\n    one\n\n    two\n# remark\nb = { $n ->\n   *[x] three\n}\nc = four\n", "utf-8"
    )
    words = Words("en", _entries(tmp_path))

    assert [words.say(key, {"n": "x"}) for key in "abc"] == ["one\n\ntwo", "three", "four"]


def test_an_entry_brings_those_that_it_names():
    words = Words("en", {"a": "a = { b } { $b }", "b": "b = { c }!", "c": "c = see", "d": "d = 1"})

    assert words.say("a", {"b": "it"}) == "see! it"
    assert words.has("d")
    assert not words.has("e")


def test_entries_that_name_each_other_are_no_endless_search():
    assert Words("en", {"a": "a = { b }", "b": "b = { a }"}).has("b")


def test_only_folders_are_languages(made):
    assert sorted(made.languages) == ["en", DEFAULT]


@pytest.mark.parametrize("way", ["__call__", "plain"])
@pytest.mark.parametrize("key", ["nowhere", "other", "empty"])
def test_missing_words_are_said_to_be_missing(made, way, key):
    with pytest.raises(MissingWords, match=f"en: {key}"):
        getattr(made.speak("en"), way)(key)


@pytest.mark.parametrize("way", ["__call__", "plain"])
def test_a_missing_fact_is_no_gap_in_a_sentence(made, way):
    with pytest.raises(MissingWords, match=r"en: said: .*text"):
        getattr(made.speak("en"), way)("said", who="Li")


def test_a_key_without_words_of_its_own_is_missing(made):
    with pytest.raises(MissingWords, match="empty"):
        made.speak(DEFAULT)("empty")


def test_a_language_knows_what_it_has_words_for(made):
    assert made.speak("en").has("said")
    assert not made.speak("en").has("other")


@pytest.mark.parametrize(
    ("language", "spoken"), [("en", "en"), ("zh-CN", "zh-CN"), ("fr", "zh-CN"), ("", "zh-CN")]
)
def test_an_unknown_language_is_spoken_to_in_chinese(language, spoken):
    assert LIBRARY.speak(language).language == spoken


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "zh-CN"),
        ("", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh-hans", "zh-CN"),
        ("zh-TW", "zh-CN"),
        ("en", "en"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("pt-br", "en"),
    ],
)
def test_a_telegram_language_finds_the_nearest_of_ours(code, language):
    assert LIBRARY.known(code) == language


def test_a_third_language_needs_only_its_folder(tmp_path):
    for language in (DEFAULT, "en", "ru"):
        (tmp_path / language).mkdir()

    assert Library(tmp_path).known("ru-RU") == "ru"


@pytest.mark.parametrize(
    ("language", "grid", "accept_by", "known"),
    [*product(("zh-CN", "en"), ("none", "三网格"), ("none", "周一"), ("yes", "no"))],
)
def test_a_receipt_is_four_lines_and_nothing_stray(language, grid, accept_by, known):
    words = LIBRARY.speak(language)(
        "receipt", **FACTS, grid=grid, accept_by=accept_by, known=known
    )

    assert words.split("\n") == [
        RECEIPT[language, "head"],
        RECEIPT[language, "owner", grid],
        RECEIPT[language, "promise", accept_by] + RECEIPT[language, "known", known],
        RECEIPT[language, "foot"],
    ]


@pytest.mark.parametrize("known", ["yes", "no"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_status_is_three_lines_and_nothing_stray(language, known):
    words = LIBRARY.speak(language)("status", **FACTS, status="处理中", known=known)

    doubt = RECEIPT[language, "known", "no"] if known == "no" else ""
    assert words == STATUS[language] + doubt


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", "3月2日（周一）09:00"), ("en", "Mon 2 Mar, 09:00")]
)
def test_a_time_is_written_as_a_person_would(language, words):
    texts = LIBRARY.speak(language)

    weekday = texts.plain("weekday-1")
    assert texts.plain("when", month=3, day=2, weekday=weekday, time="09:00") == words


def test_every_month_has_its_own_name():
    texts = LIBRARY.speak("en")
    said = [texts.plain("when", month=m, day=2, weekday="Mon", time="9") for m in range(1, 13)]

    names = " ".join(s.split()[2].rstrip(",") for s in said)
    assert names == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "Sent back once"), (2, "Sent back twice"), (3, "Sent back 3 times")]
)
def test_english_counts(count, words):
    assert LIBRARY.speak("en")("worksheet-reopened", count=count) == words


@pytest.mark.parametrize(("days", "words"), [(1, "within one day."), (7, "within 7 days.")])
def test_english_days(days, words):
    assert words in LIBRARY.speak("en")("verdict-question", days=days)
