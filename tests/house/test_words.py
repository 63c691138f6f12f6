"""Every key has words in every language, and every word is used."""

import ast
import re

import pytest

from governance.refusals import REFUSALS
from handlers.texts import TERMS
from handlers.views import CARDS, NOTICES
from tests.house.scan import ROOMS, asked, literals, sources
from tests.house.words import FAMILIES, GENERATED, KEYS, LANGUAGES, WORDS

HYPHENATED = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def lost(wanted):
    """Return what each language lacks of these keys."""
    return {
        language: sorted(wanted - words.keys())
        for language, words in WORDS.items()
        if wanted - words.keys()
    }


def test_there_are_two_languages():
    assert LANGUAGES == ["en", "zh-CN"]


def test_all_that_can_happen_has_words():
    assert {family: lacks for family, keys in FAMILIES.items() if (lacks := lost(keys))} == {}


def test_words_are_for_what_can_happen():
    assert [
        (family, key)
        for family, keys in FAMILIES.items()
        for key in sorted(KEYS - keys)
        if key.startswith(family)
    ] == []


def test_the_code_says_something():
    """The scan is worth nothing where it finds nothing."""
    said = {re.sub(r"\\", "", pattern) for _, pattern, _ in asked()}

    assert {"receipt", "status-closed", "stopped", "help-officer", "when", "apology"} <= said
    assert {"refusal-number", "told-.+-.+", "case-status-.+", "step-ask-.+"} <= said
    assert len(asked()) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_the_code_names_has_words(language):
    known = [*WORDS[language], *NOTICES]
    missing = [
        (where, pattern)
        for where, pattern, _ in asked()
        if not any(re.fullmatch(pattern, key) for key in known)
    ]

    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_looks_like_a_key_is_one(language):
    """Keys also travel in tuples and arguments: they show by their first word."""
    firsts = {key.split("-")[0] for key in KEYS}
    known = {*WORDS[language], *NOTICES, *CARDS}
    found = [
        (where, text)
        for where, text in literals(("handlers", "services", "storage", "bot"))
        if HYPHENATED.fullmatch(text) and text.split("-")[0] in firsts and text not in known
    ]

    assert found == []


def test_every_word_is_used():
    """A hyphenated key counts wherever it stands; a single word only where it is asked for."""
    written = {text for _, text in literals(ROOMS, but=("governance/refusals.py",))}
    unused = {
        key
        for key in KEYS - (GENERATED - FAMILIES["refusal-"])
        if not ("-" in key and key in written)
        and not any(re.fullmatch(p, key) for _, p, _ in asked() if ".+" not in p)
    }

    assert unused - {"refusal-conflict"} == set()  # Conflict says it, where refusals are defined


def test_every_refusal_of_the_list_is_raised_somewhere():
    written = {text for _, text in literals(ROOMS, but=("governance/refusals.py",))}

    assert set(REFUSALS) - written - {"refusal-conflict"} == set()


def test_every_refusal_that_a_rule_raises_is_in_the_list():
    rooms = ("governance", "services", "storage")
    raised = {text for _, text in literals(rooms) if re.fullmatch(r"refusal(-[a-z]+)+", text)}

    assert raised - set(REFUSALS) == set()


def test_a_sentence_is_given_what_its_blanks_need():
    """Where the facts stand in the call; those of the outbox are below."""
    short = [
        (where, key)
        for where, pattern, call in asked()
        for key in KEYS
        if re.fullmatch(pattern, key)
        and ".+" not in pattern
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in {"texts", "plain"}
        and all(k.arg for k in call.keywords)
        and WORDS["zh-CN"][key].variables - TERMS.keys() - {k.arg for k in call.keywords}
    ]

    assert short == []


def test_the_facts_of_a_case_fill_the_sentences_about_cases():
    [function] = [
        node
        for name, tree in sources(("services",))
        if name == "services/cases/telling.py"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "facts"
    ]
    given = {
        key.value for n in ast.walk(function) if isinstance(n, ast.Dict) for key in n.keys if key
    }
    more = {key: set() for key in ("status", "status-closed", "unanswered", "overdue")}
    more |= {"receipt": {"accept_by"}} | {key: {"note", "other"} for key in FAMILIES["told-"]}

    assert {k: v for k, m in more.items() if (v := WORDS["zh-CN"][k].variables - given - m)} == {}
