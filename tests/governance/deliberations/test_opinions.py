import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.deliberations import opinions
from governance.deliberations.opinions import Answer, Cell, Leaning, Place, Plotted

YES, NO, PASS = Answer.AGREE, Answer.DISAGREE, Answer.PASS


def asked(**groups):
    """Return answers to statement 1, and who is of which group; `nobody` is of none."""
    said, known = {}, {}
    for group, answers in groups.items():
        for n, answer in enumerate(answers):
            said[f"{group}{n}", 1] = answer
            known |= {f"{group}{n}": group} if group != "nobody" else {}
    return said, known


@pytest.mark.parametrize(
    ("groups", "place", "shown"),
    [
        ({"b3": [YES] * 5, "b4": [YES] * 4 + [NO]}, Place.SHARED, {"b3", "b4"}),
        ({"b3": [NO] * 5, "b4": [NO] * 6}, Place.SHARED, {"b3", "b4"}),
        ({"b3": [YES] * 5, "b4": [NO] * 5}, Place.DIVIDED, {"b3", "b4"}),
        ({"b3": [YES] * 5, "b4": [YES, YES, NO, NO, PASS]}, Place.OPEN, {"b3", "b4"}),
        ({"b3": [YES, NO, PASS] * 2, "b4": [YES, NO, PASS] * 2}, Place.OPEN, {"b3", "b4"}),
        ({"b3": [YES] * 9}, Place.OPEN, {"b3"}),  # one group shares nothing with itself
        ({"b3": [YES] * 4, "b4": [YES] * 4}, Place.OPEN, set()),
        ({"b3": [YES] * 4}, Place.THIN, set()),
        # four of b4 could be reckoned from the whole, so the smaller of the others goes too
        ({"b1": [YES] * 6, "b3": [YES] * 5, "b4": [NO] * 4}, Place.OPEN, {"b1"}),
        ({"b3": [YES] * 5, "b4": [NO] * 4}, Place.OPEN, set()),
        ({"b3": [YES] * 5, "nobody": [YES] * 5}, Place.OPEN, {"b3"}),
        ({"b3": [YES] * 5, "b4": [YES] * 5, "nobody": [NO]}, Place.OPEN, {"b4"}),
    ],
)
def test_where_a_statement_stands(groups, place, shown):
    [plotted] = opinions.plot(*asked(**groups)).values()

    assert (plotted.place, set(plotted.groups)) == (place, shown)


@pytest.mark.parametrize(
    ("answers", "leaning"),
    [
        ([YES] * 4 + [NO] * 2, Leaning.AGREE),  # two thirds exactly
        ([YES] * 4 + [NO] * 3, Leaning.MIXED),
        ([NO] * 4 + [PASS] * 2, Leaning.DISAGREE),
        ([PASS] * 6, Leaning.MIXED),
    ],
)
def test_two_thirds_lean(answers, leaning):
    [plotted] = opinions.plot(*asked(b3=answers)).values()

    assert plotted.whole == Cell(len(answers), leaning)


def test_too_few_say_nothing():
    assert opinions.plot(*asked(b3=[YES] * 4)) == {1: Plotted(Place.THIN, None, {})}
    assert opinions.plot({}, {}) == {}


@pytest.mark.parametrize(("people", "expected"), [(39, False), (40, True)])
def test_below_forty_nobody_is_clustered(people, expected):
    assert opinions.clustered(people) is expected


persons = [f"p{n}" for n in range(24)]
answers_of = st.dictionaries(
    st.tuples(st.sampled_from(persons), st.integers(1, 3)), st.sampled_from(Answer), max_size=60
)
groups_of = st.dictionaries(st.sampled_from(persons), st.sampled_from(["b1", "b2", "b3"]))


@given(answers_of, groups_of, st.randoms())
def test_the_map_does_not_depend_on_the_order_of_answers(said, groups, chance):
    shuffled = dict(chance.sample(list(said.items()), len(said)))

    assert opinions.plot(shuffled, groups) == opinions.plot(said, groups)


@given(answers_of, groups_of)
def test_no_figure_is_of_fewer_than_five_nor_can_one_be_reckoned(said, groups):
    for plotted in opinions.plot(said, groups).values():
        cells = [c.answered for c in plotted.groups.values()]
        whole = plotted.whole.answered if plotted.whole else 0
        rest = whole - sum(cells)

        assert all(n >= 5 for n in cells)
        assert whole == 0 or whole >= 5
        assert not cells or rest == 0 or rest >= 5
