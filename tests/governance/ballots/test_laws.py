"""Laws that hold for every way of voting on the list, unasked."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.ballots.base import Tally, count
from governance.ballots.methods import METHODS
from governance.ballots.motion import ABSTAIN
from governance.recount import recount
from tests.governance.ballots.papers import VOTES, paper_of

pytestmark = pytest.mark.parametrize("name", METHODS)
weights = st.integers(1, 7)


def boxes(name, **size):
    return st.lists(st.tuples(st.sampled_from(VOTES[name]), weights), **{"max_size": 12} | size)


def counted(name, box):
    return count(METHODS[name], box, paper_of(name))


def standing(name, box):
    return METHODS[name].stand(counted(name, box), paper_of(name))


def renamings(name):
    """Return the ways to call the options differently; who abstains always does."""
    free = [o for o in paper_of(name).options if o != ABSTAIN]
    return [dict(zip(free, new, strict=True)) | {ABSTAIN: ABSTAIN} for new in permutations(free)]


def test_its_own_paper_fits(name):
    assert METHODS[name].fits(paper_of(name))


def test_there_are_votes_to_try(name):
    assert len(VOTES[name]) > 2


@settings(deadline=None, max_examples=60)
@given(data=st.data(), chance=st.randoms())
def test_counting_does_not_depend_on_the_order_of_votes(name, data, chance):
    box = data.draw(boxes(name))

    assert counted(name, chance.sample(box, len(box))) == counted(name, box)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_two_boxes_are_counted_together_as_apart(name, data):
    one, other = data.draw(boxes(name)), data.draw(boxes(name))
    halves = [counted(name, box) for box in (one, other)]
    keys = {key for half in halves for key in half.figures}

    assert counted(name, one + other) == Tally(
        sum(h.cast for h in halves),
        sum(h.blank for h in halves),
        {key: sum(h.of(*key) for h in halves) for key in keys},
    )


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_vote_of_weight_n_is_n_votes(name, data):
    """Nothing but marks and weight counts: who voted is not even known here (anonymity)."""
    box = data.draw(boxes(name))
    single = [(marks, 1) for marks, weight in box for _ in range(weight)]

    assert counted(name, single) == counted(name, box)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_no_option_is_favoured_by_its_name(name, data):
    box, called = data.draw(boxes(name)), data.draw(st.sampled_from(renamings(name)))
    renamed = [({called[o]: n for o, n in marks.items()}, weight) for marks, weight in box]
    paper = paper_of(name)
    costs = {called[o]: cost for o, cost in paper.costs.items()}
    anew = replace(paper, options=tuple(called[o] for o in paper.options), costs=costs)
    before = standing(name, box)
    after = METHODS[name].stand(count(METHODS[name], renamed, anew), anew)

    assert [{called[o] for o in group} for group in before.order] == [set(g) for g in after.order]
    if name == "motion":  # what is put to the vote is always the motion
        return
    assert {called[o] for o in before.chosen} == set(after.chosen)
    assert {called[o] for o in before.tied} == set(after.tied)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_blank_vote_takes_part_and_moves_nothing(name, data):
    box = data.draw(boxes(name))
    before, after = counted(name, box), counted(name, [*box, ({}, 3)])

    assert (after.cast, after.blank) == (before.cast + 3, before.blank + 3)
    assert after.figures == before.figures


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_what_is_chosen_and_what_ties_are_options_and_not_the_same(name, data):
    found = standing(name, data.draw(boxes(name)))
    chosen, tied = set(found.chosen), set(found.tied)

    assert chosen | tied <= set(paper_of(name).options)
    assert chosen & tied == set()
    assert len(found.tied) != 1


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_second_count_that_shares_nothing_agrees(name, data):
    box, paper = data.draw(boxes(name)), paper_of(name)
    first, stood = counted(name, box), standing(name, box)

    second = recount(name, box, paper.options, paper.costs, paper.budget)

    assert {k: n for k, n in second.figures.items() if n} == first.figures
    assert (second.chosen, second.tied) == (set(stood.chosen), set(stood.tied))


# how a vote turns to an option, more than it did: the law of monotonicity is tried with each
def raised(marks, x, _paper):
    return {x: 1, **marks}


def instead(marks, x, _paper):
    return {x: 1} if marks else {}


def better(marks, x, paper):
    return {**marks, x: min(paper.best, marks.get(x, 0) + 1)}


def forward(marks, x, _paper):
    places = sorted((o for o in marks if o != x), key=marks.get)
    at = max(marks.get(x, len(marks) + 1) - 2, 0)
    return {o: n for n, o in enumerate([*places[:at], x, *places[at:]], 1)}


TURNS = {
    "motion": instead,
    "choice": raised,
    "score": better,
    "borda": forward,
    "schulze": forward,
    "menu": raised,
    "evaluation": None,  # nothing is chosen
}


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_an_option_that_wins_does_not_lose_by_more_support(name, data):
    box = data.draw(boxes(name, min_size=1))
    paper, turn = paper_of(name), TURNS[name]
    winners = standing(name, box).chosen
    if turn is None or not winners:
        return
    x = data.draw(st.sampled_from(winners))
    at = data.draw(st.integers(0, len(box) - 1))
    marks = turn(box[at][0], x, paper)
    if not METHODS[name].valid(marks, paper):
        return

    lifted = [*box[:at], (marks, box[at][1]), *box[at + 1 :]]

    assert x in standing(name, lifted).chosen
    assert counted(name, lifted).of(x) >= counted(name, box).of(x)
