"""That the second count agrees is a law of every method: tests/governance/ballots/test_laws.py."""

import ast
import sys
from pathlib import Path

import pytest

from governance import recount

OWN = {"governance", "services", "storage", "config", "handlers", "bot", "sandbox"}


def test_the_second_count_imports_nothing_of_the_house():
    tree = ast.parse(Path(recount.__file__).read_text(encoding="utf-8"))
    named = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }

    assert named - sys.stdlib_module_names == set()
    assert named & OWN == set()


@pytest.mark.parametrize(
    ("part", "whole", "inclusive", "held"),
    [(6, 9, True, True), (6, 9, False, False), (7, 9, False, True), (5, 9, True, False),
     (0, 0, True, False)],
)  # fmt: skip
def test_two_thirds_by_whole_numbers_alone(part, whole, inclusive, held):
    assert recount.reaches(part, whole, (2, 3), inclusive=inclusive) is held


@pytest.mark.parametrize(
    ("method", "stands", "quorate", "agreed", "word"),
    [
        ("motion", ("a", ""), False, True, "invalid"),
        ("evaluation", ("", ""), False, True, "invalid"),
        ("evaluation", ("", ""), True, True, "counted"),
        ("menu", ("", "ab"), True, True, "tied"),
        ("menu", ("", ""), True, True, "failed"),
        ("menu", ("a", "bc"), True, False, "carried"),
        ("motion", ("a", ""), True, True, "carried"),
        ("choice", ("a", ""), True, False, "failed"),
    ],
)
def test_how_it_ended_is_said_in_the_word_that_is_published(method, stands, quorate, agreed, word):
    found = recount.Recounted({}, *map(frozenset, stands))

    assert recount.ended(method, found, quorate=quorate, agreed=agreed) == word


def test_those_who_are_level_stand_together_and_who_got_nothing_last():
    figures = {("a",): 2, ("b",): 5, ("c",): 2}

    assert recount.ordered(figures, "abcd") == [{"b"}, {"a", "c"}, {"d"}]


def test_what_is_wanted_as_much_and_cannot_all_be_bought_is_tied():
    box = [({"a": 1, "b": 1, "c": 1}, 1), ({"a": 1}, 1)]

    found = recount.recount("menu", box, "abc", {"a": 1, "b": 2, "c": 2}, 4)

    assert (found.chosen, found.tied) == ({"a"}, {"b", "c"})
