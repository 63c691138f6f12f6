"""What each way of voting takes and chooses, by example."""

from dataclasses import replace
from fractions import Fraction

import pytest

from governance.ballots.base import Paper, Standing, count
from governance.ballots.evaluation import EVALUATION
from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION
from governance.recount import recount
from tests.governance.ballots.papers import GENERAL

ABC = Paper(options=("a", "b", "c"), best=5)
MENU = Paper(options=("a", "b", "c"), most=2, costs={"a": 60, "b": 50, "c": 30}, budget=100)


def stood(name, paper, *box):
    return METHODS[name].stand(count(METHODS[name], box, paper), paper)


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("motion", ABC),
        ("choice", Paper(options=("a",))),
        ("choice", Paper(options=("a", "a"))),
        ("choice", replace(ABC, most=0)),
        ("choice", replace(ABC, most=4)),
        ("score", replace(ABC, best=1)),
        ("score", Paper(options=("a",), best=5)),
        ("borda", Paper(options=("a",))),
        ("schulze", Paper(options=())),
        ("menu", replace(MENU, budget=0)),
        ("menu", replace(MENU, costs={"a": 60, "b": 50})),
        ("menu", replace(MENU, costs={"a": 60, "b": 50, "c": 0})),
        ("menu", replace(MENU, most=4)),
        ("menu", replace(MENU, most=0)),
        ("menu", Paper(options=tuple("abcdefghijk"), costs=dict.fromkeys("abcdefghijk", 1),
                       budget=5)),
        ("evaluation", replace(EVALUATION, best=1)),
        ("evaluation", replace(EVALUATION, options=())),
        ("evaluation", replace(EVALUATION, options=("open", "open"))),
    ],
)  # fmt: skip
def test_a_paper_that_cannot_be_counted_is_refused(name, paper):
    assert not METHODS[name].fits(paper)


@pytest.mark.parametrize(
    ("name", "paper", "marks", "good"),
    [
        ("motion", MOTION, {"for": 1}, True),
        ("motion", MOTION, {}, False),
        ("motion", MOTION, {"for": 1, "against": 1}, False),
        ("motion", MOTION, {"for": 2}, False),
        ("motion", MOTION, {"yes": 1}, False),
        ("choice", GENERAL, {"bench": 1, "lamp": 1}, True),
        ("choice", GENERAL, {}, True),
        ("choice", GENERAL, {"bench": 1, "lamp": 1, "ramp": 1}, False),
        ("choice", GENERAL, {"bench": 2}, False),
        ("choice", GENERAL, {"moon": 1}, False),
        ("score", ABC, {"a": 5, "b": 1}, True),
        ("score", ABC, {"a": 6}, False),
        ("score", ABC, {"a": 0}, False),
        ("borda", ABC, {"b": 1, "c": 2}, True),
        ("borda", ABC, {"b": 1, "c": 1}, False),
        ("schulze", ABC, {"b": 1, "c": 3}, False),
        ("schulze", ABC, {"d": 1}, False),
        ("menu", MENU, {"a": 1, "b": 1}, True),
        ("menu", MENU, {"a": 1, "b": 1, "c": 1}, False),
        ("evaluation", EVALUATION, {"open": 3, "done": 1}, True),
        ("evaluation", EVALUATION, {"open": 4}, False),
    ],
)
def test_marks_are_taken_or_refused(name, paper, marks, good):
    assert METHODS[name].valid(marks, paper) is good


def test_a_choice_that_ties_is_nobodys_to_break():
    assert stood("choice", ABC, ({"a": 1}, 2), ({"b": 1}, 2)) == Standing(
        (("a", "b"), ("c",)), tied=("a", "b")
    )


def test_borda_shares_what_is_left_among_the_unplaced():
    tally = count(METHODS["borda"], [({"a": 1}, 1)], replace(ABC, options=("a", "b", "c", "d")))

    assert tally.figures == {("a",): 3, ("b",): 1, ("c",): 1, ("d",): 1}
    assert count(METHODS["borda"], [({"a": 1}, 1)], ABC).of("b") == Fraction(1, 2)


def test_schulze_finds_no_winner_in_a_circle():
    circle = [({"a": 1, "b": 2, "c": 3}, 1), ({"b": 1, "c": 2, "a": 3}, 1),
              ({"c": 1, "a": 2, "b": 3}, 1)]  # fmt: skip

    assert stood("schulze", ABC, *circle) == Standing((("a", "b", "c"),), tied=("a", "b", "c"))


def test_a_pair_that_is_even_beats_nobody_by_way_of_a_third():
    """Seven put a before b, seven c alone: b is even with c, and still beaten by a."""
    standing = stood("schulze", ABC, ({"a": 1, "b": 2}, 7), ({"c": 1}, 7))

    assert standing == Standing((("a", "c"), ("b",)), tied=("a", "c"))


@pytest.mark.parametrize(
    ("votes", "chosen", "tied"),
    [
        ({"a": 3, "b": 2, "c": 1}, ("a", "c"), ()),  # b does not fit beside a, c does
        ({"b": 3, "c": 2, "a": 1}, ("b", "c"), ()),
        ({"a": 2, "b": 2, "c": 1}, (), ("a", "b")),  # not both: people decide
        ({"c": 3, "a": 1, "b": 1}, ("c",), ("a", "b")),
        ({"b": 1, "c": 1}, ("b", "c"), ()),  # they tie, and both fit
        ({"a": 1}, ("a",), ()),  # what nobody wants is not bought, money left or not
        ({}, (), ()),
    ],
)
def test_a_menu_buys_what_most_want_as_far_as_the_money_goes(votes, chosen, tied):
    standing = stood("menu", MENU, *(({o: 1}, n) for o, n in votes.items()))

    assert (standing.chosen, standing.tied) == (chosen, tied)


def test_what_costs_more_than_the_budget_blocks_nobody():
    dear = replace(MENU, costs={"a": 101, "b": 50, "c": 30})

    assert stood("menu", dear, ({"a": 1}, 3), ({"b": 1}, 3), ({"c": 1}, 1)).chosen == ("b", "c")


def test_an_evaluation_counts_each_answer_to_each_question():
    box = [({"open": 3, "heard": 1}, 1), ({"open": 3}, 1), ({"open": 2}, 1)]

    assert count(METHODS["evaluation"], box, EVALUATION).figures == {
        ("heard", "1"): 1,
        ("open", "2"): 1,
        ("open", "3"): 2,
    }


def test_a_second_count_of_a_method_unknown_to_it_is_no_count():
    with pytest.raises(KeyError, match="cumulative"):
        recount("cumulative", [], (), {}, 0)
