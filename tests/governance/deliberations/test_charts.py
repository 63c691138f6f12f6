from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.deliberations import opinions
from governance.deliberations.charts import Grouping, chart, joined, most_groups, upcoming
from governance.deliberations.opinions import Answer, Leaning
from governance.deliberations.statements import Stance, Statement
from tests.governance.deliberations.matters import AT

YES, NO, PASS = Answer.AGREE, Answer.DISAGREE, Answer.PASS
SAID = Statement(
    id=1, topic=1, number=1, person=5001, stance=Stance.FOR, text="装刷卡", shown=True, at=AT
)


def answers(**groups):
    """Return answers to statements 1, 2, … of each group of people, and who is of which."""
    said, known = {}, {}
    for group, rows in groups.items():
        for n, row in enumerate(rows):
            known[f"{group}{n}"] = group
            said |= {(f"{group}{n}", number): a for number, a in enumerate(row, 1)}
    return said, known


def test_what_is_shared_divided_and_said_together_is_told_apart():
    said, known = answers(g1=[(YES, YES, YES, NO)] * 6, g2=[(YES, NO, PASS, NO)] * 5)
    said |= {("x", 5): YES}

    told = chart(said, known, Grouping.GRID)

    assert (told.people, told.by, told.sizes) == (12, Grouping.GRID, {"g1": 6})
    assert told.shared == {1: Leaning.AGREE, 4: Leaning.DISAGREE}
    assert told.divided == {2: {"g1": Leaning.AGREE, "g2": Leaning.DISAGREE}}
    assert (told.together, told.thin, told.typical) == ({}, 1, {})
    assert told.tells


def test_what_is_not_of_two_groups_is_said_of_all_together():
    said, known = answers(b3=[(YES, YES)] * 6 + [(YES, NO)] * 6)

    told = chart(said, known, Grouping.BUILDING)

    assert (told.together, told.shared, told.divided) == ({1: Leaning.AGREE}, {}, {})


def test_of_fewer_than_five_nothing_is_told():
    told = chart(*answers(b3=[(YES,)] * 4), Grouping.BUILDING)

    assert (told.people, told.sizes, told.thin, told.tells) == (0, {}, 1, False)


def test_a_group_stands_for_what_it_says_more_than_the_others():
    mine = [(YES, YES, NO, YES, PASS)] * 20
    others = [(YES, NO, YES, YES, PASS)] * 10 + [(YES, PASS, PASS, YES, NO)] * 10
    said, known = answers(A=mine, B=others)

    told = chart(said, known, Grouping.VIEWS)

    assert told.typical == {"A": {2: Leaning.AGREE, 3: Leaning.DISAGREE}}
    assert chart(said, known, Grouping.GRID).typical == {}


def test_what_everybody_says_and_what_nobody_else_was_asked_is_typical_of_nobody():
    said, known = answers(A=[(YES, YES)] * 10, B=[(YES,)] * 10)

    assert chart(said, known, Grouping.VIEWS).typical == {}


def test_three_statements_are_enough_to_know_a_group_by():
    said, known = answers(A=[(YES,) * 6] * 20, B=[(NO,) * 6] * 20)

    assert [len(each) for each in chart(said, known, Grouping.VIEWS).typical.values()] == [3, 3]


PEOPLE = st.lists(
    st.tuples(st.sampled_from("abc"), st.lists(st.sampled_from(Answer), min_size=2, max_size=2)),
    max_size=40,
)


@given(PEOPLE, st.randoms())
def test_a_map_hides_all_small_figures_and_does_not_know_the_order(people, random):
    said = {(f"p{n}", s): a for n, (_, row) in enumerate(people) for s, a in enumerate(row, 1)}
    known = {f"p{n}": group for n, (group, _) in enumerate(people)}

    told = chart(said, known, Grouping.VIEWS)

    shuffled = list(said.items())
    random.shuffle(shuffled)
    assert chart(dict(shuffled), known, Grouping.VIEWS) == told
    rest = len(people) - sum(told.sizes.values())
    assert told.people == 0 or told.people >= opinions.SMALLEST
    assert all(size >= opinions.SMALLEST for size in told.sizes.values())
    assert not told.sizes or rest == 0 or rest >= opinions.SMALLEST
    counts = {key: sum(g == key for g in known.values()) for key in "abc"}
    named = {key for each in told.divided.values() for key in each} | set(told.typical)
    assert all(counts[key] >= opinions.SMALLEST for key in named)


@pytest.mark.parametrize(("people", "most"), [(40, 5), (36, 5), (35, 4), (12, 3), (11, 2)])
def test_how_many_groups_there_may_be(people, most):
    assert most_groups(people) == most


def test_who_answered_seven_takes_part_and_fewer_than_forty_are_no_crowd():
    crowd = {(f"p{n}", s): YES for n in range(40) for s in range(7)}
    few = {("late", s): YES for s in range(6)}

    assert joined(crowd | few) == crowd
    assert joined({k: a for k, a in crowd.items() if k[0] != "p0"} | few) == {}


def test_the_least_answered_statement_is_asked_next_and_never_one_s_own():
    third = replace(SAID, id=3, number=3)
    statements = [
        SAID,
        replace(SAID, id=2, number=2, person=5002),
        third,
        replace(SAID, id=4, number=-1, shown=False),
        replace(SAID, id=5, number=5, text=""),
    ]
    said = {("9", 1): YES, ("9", 3): NO, ("8", 1): PASS}

    assert upcoming(statements, said, 7).number == 2
    assert upcoming(statements, said, 5002) == third
    assert upcoming(statements, said, 5001).number == 2
    assert upcoming(statements, said, 9).number == 2
    assert upcoming([SAID], said, 9) is None
