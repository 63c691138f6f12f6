from string import Formatter

import pytest

from config.machine import MACHINE
from config.mistakes import LANGUAGES, MISTAKES, Mistake, MistakesError, nearest
from tests.config import test_checks, test_programme, test_shapes


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", MISTAKES)
def test_mistake_has_the_same_blanks_in_every_language(code):
    one, *others = [blanks(what) | blanks(cure) for what, cure in MISTAKES[code]]

    assert len(MISTAKES[code]) == len(LANGUAGES)
    assert others == [one] * len(others)


def test_mistake_speaks_the_language_that_is_asked_for():
    mistake = Mistake("grids.g1.worker", "unknown-officer", nearest("wagn", ["liu", "wang"]))

    assert mistake.what() == 'there is no officer "wagn"'
    assert mistake.cure("zh-CN") == '最接近的是 "wang"；现有：liu, wang'
    assert mistake.what("tlh") == mistake.what("en")


def test_nearest_knows_when_there_is_nothing():
    assert nearest("b1", []) == {"found": '"b1"', "near": "–", "known": "–"}


def test_mistakes_are_told_in_a_line_each():
    error = MistakesError(
        "our.toml", [Mistake("officers", "no-supervision"), Mistake("categories", "no-other")]
    )

    assert str(error) == (
        "our.toml: officers: nobody holds supervision — "
        'add an officer with offices = ["supervision"]\n'
        "our.toml: categories: is missing — "
        "add [categories.other] for what fits nowhere else (B20)"
    )


def test_every_mistake_of_a_file_is_tested():
    elsewhere = {"unreadable", "not-utf8", "unforeseen", "missing-table", "want-table"}

    tested = (*test_shapes.MISTAKEN, *test_checks.MISTAKEN, *test_programme.MISTAKEN)
    assert {code for code, *_ in tested} == MISTAKES.keys() - MACHINE.keys() - elsewhere
