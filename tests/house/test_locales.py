"""The files of words are whole, and say the same in every language, each in its own."""

import re
from collections import Counter

import pytest
from fluent.syntax import ast as ftl

from tests.house.words import FAMILIES, HAN, KEYS, LANGUAGES, LOCALES, WORDS, entries, spoken

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
TAG = re.compile(r"</?\w+[^>]*>")
FOLLOWS = {"passage-to", "passage-note"}  # what is put behind other words
BETWEEN = {"list-comma"}  # what is put between two
OWN_NAME = "中文"  # a language is called by its own name, in every language
BUTTONS = (
    "come-private-button",
    "draft-submit",
    "draft-change-category",
    "draft-change-place",
    "draft-cancel",
    "place-elsewhere",
    "step-no-photo",
    "step-cancel",
    "bind-unnamed-button",
    "chat-proposed-button",
    "submit-bind",
    "submit-unbind",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_fluent(language):
    junk = [e.content for _, e in entries(language) if isinstance(e, ftl.Junk)]

    assert junk == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language):
    written = Counter(e.id.name for _, e in entries(language) if isinstance(e, ftl.Message))

    assert [key for key, times in written.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_files_and_order(language):
    def keys(of):
        return [(file, e.id.name) for file, e in entries(of) if isinstance(e, ftl.Message)]

    assert keys(language) == keys("zh-CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_blanks(language):
    other = {
        key: sorted(parts.variables ^ WORDS["zh-CN"][key].variables)
        for key, parts in WORDS[language].items()
        if key in WORDS["zh-CN"] and parts.variables != WORDS["zh-CN"][key].variables
    }

    assert other == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_answers_the_same_none_and_no(language):
    other = [k for k, p in WORDS[language].items() if p.variants != WORDS["zh-CN"][k].variants]

    assert other == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_tags_numbers_and_commands(language):
    def marks(parts):
        return Counter(re.findall(r"</?\w+|#|(?<![<\w])/[a-z]+", parts.text))

    other = [
        key
        for key, parts in WORDS[language].items()
        if key in WORDS["zh-CN"] and marks(parts) != marks(WORDS["zh-CN"][key])
    ]

    assert other == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_no_stray_lines_and_spaces(language):
    """All of them at once: to begin a test for each takes longer than to look."""

    def stray(key):
        words = spoken(language, key)
        words = words.strip() if key in BETWEEN else words
        lines = (words.removeprefix(" ") if key in FOLLOWS else words).split("\n")
        return [line for line in lines if line != line.strip() or "  " in line or not line]

    assert {key: found for key in sorted(KEYS) if (found := stray(key))} == {}


def test_english_is_english():
    chinese = [
        f"{path.name}:{number}"
        for path in (LOCALES / "en").glob("*.ftl")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CHINESE.search(line.replace(OWN_NAME, ""))
    ]

    assert chinese == []


def test_chinese_is_chinese():
    """A message of facts and signs alone has nothing to translate."""
    left = {key: TAG.sub("", parts.text) for key, parts in WORDS["zh-CN"].items()}

    assert [k for k, t in left.items() if re.search(r"\w", t) and not HAN.search(t)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_is_short(language):
    keys = [*BUTTONS, *FAMILIES["case-action-"], *FAMILIES["reason-"]]
    labels = {key: WORDS[language][key].text for key in keys}

    assert {key: text for key, text in labels.items() if not 0 < len(text) <= 20} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_toast_is_short_enough_for_telegram(language):
    keys = {k for k in KEYS if k.startswith(("toast-", "refusal-"))} | {"apology"}
    long = {k: len(spoken(language, k)) for k in keys if len(spoken(language, k)) > 190}

    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_the_menu_fits_and_has_no_tags(language):
    texts = [WORDS[language][key].text for key in FAMILIES["command-"]]

    assert [t for t in texts if not 1 <= len(t) <= 256 or "<" in t] == []
