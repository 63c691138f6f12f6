"""Groups of like views: by the answers alone, in whatever order and under whatever names."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import polis
from governance.deliberations import charts

VIEWS = {"x": (1, -1, 1, -1, 1, -1, 1, 1), "y": (-1, 1, 1, 1, -1, -1, -1, 1)}
VIEWS["z"] = (0, 1, -1, -1, -1, 1, 1, -1)
BASES = {group: dict(enumerate(marks)) for group, marks in VIEWS.items()}


def town(sizes, seed=0, noise=0.1):
    """Return what so many people of each view answered, some of it by chance, some of it not."""
    random, marks = Random(seed), {}
    for group, size in sizes.items():
        for n in range(size):
            for statement, mark in BASES[group].items():
                if random.random() < 0.9:
                    by_chance = random.random() < noise
                    told = random.choice((1, 0, -1)) if by_chance else mark
                    marks[f"{group}{n}", statement] = told
    return marks


def parted(groups):
    """Return the groups as sets of people."""
    return {frozenset(p for p, g in groups.items() if g == name) for name in groups.values()}


@pytest.mark.parametrize("sizes", [{"x": 30, "y": 20}, {"x": 20, "y": 15, "z": 15}])
def test_who_answers_alike_is_found(sizes):
    found = polis.groups(town(sizes, noise=0), 5)

    assert {frozenset(name[0] for name in each) for each in parted(found)} == {
        frozenset(view) for view in sizes
    }
    assert len(parted(found)) == len(sizes)


def test_the_largest_group_is_called_first():
    found = polis.groups(town({"x": 10, "y": 33}, noise=0), 5)

    assert {name[0]: letter for name, letter in found.items()} == {"x": "B", "y": "A"}


def test_never_more_groups_than_allowed():
    marks = town({"x": 20, "y": 20, "z": 20}, noise=0)

    assert len(parted(polis.groups(marks, 2))) == 2


def test_all_who_answer_alike_are_one_group():
    marks = {(f"p{n}", s): 1 for n in range(40) for s in range(7)}

    assert set(polis.groups(marks, 5).values()) == {"A"}


def test_who_answered_alike_stands_in_one_group():
    marks = town({"x": 25, "y": 25}, noise=0.5)
    twins = {("twin", s): mark for (p, s), mark in marks.items() if p == "x3"}

    found = polis.groups(marks | twins, 5)

    assert found["twin"] == found["x3"]


CROWDS = st.integers(min_value=0, max_value=10_000)


@settings(deadline=None, max_examples=25)
@given(CROWDS, st.randoms(use_true_random=False))
def test_neither_the_order_of_the_votes_nor_the_names_change_anything(seed, random):
    marks = town({"x": 20, "y": 12, "z": 9}, seed=seed, noise=0.4)
    found = polis.groups(marks, 5)

    shuffled = list(marks.items())
    random.shuffle(shuffled)
    people = sorted({person for person, _ in marks})
    others = dict(zip(people, random.sample(people, len(people)), strict=True))
    renamed = {(others[p], s): mark for (p, s), mark in shuffled}

    assert polis.groups(dict(shuffled), 5) == found
    assert polis.groups(renamed, 5) == {others[p]: group for p, group in found.items()}
    assert len(parted(found)) <= charts.most_groups(41)
