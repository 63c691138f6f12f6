from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import quorum
from governance.quorum import Base, Demand, Measure, Reach, Rule, Threshold

HALF, TWO_THIRDS, THREE_QUARTERS = Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)
MORE, LEAST = Reach.MORE_THAN, Reach.AT_LEAST
HEADS, AREA = Measure.HEADS, Measure.AREA

shares = st.fractions(0, 1).filter(lambda share: 0 < share < 1)
thresholds = st.builds(Threshold, shares, st.sampled_from(Reach))
sizes = st.integers(0, 400)


def weights(heads, area=0):
    return {HEADS: heads, AREA: area}


@pytest.mark.parametrize(
    ("share", "reach", "part", "whole", "held"),
    [
        (HALF, MORE, 5, 10, False),  # exact equality: 过半数 does not include the half
        (HALF, MORE, 6, 10, True),
        (HALF, MORE, 5, 9, True),
        (HALF, LEAST, 5, 10, True),
        (TWO_THIRDS, LEAST, 6, 9, True),  # exact equality: 以上 includes the number
        (TWO_THIRDS, LEAST, 6, 10, False),
        (TWO_THIRDS, LEAST, 7, 10, True),
        (TWO_THIRDS, MORE, 6, 9, False),
        (THREE_QUARTERS, LEAST, 3, 4, True),
        (THREE_QUARTERS, LEAST, 2, 3, False),
        (Fraction(1), LEAST, 3, 3, True),
        (Fraction(1), LEAST, 2, 3, False),
    ],
)
def test_a_share_is_reached_or_passed_exactly(share, reach, part, whole, held):
    assert Threshold(share, reach).holds(part, whole) is held


def test_two_thirds_of_a_great_area_are_not_rounded():
    """A float would say that these are the same."""
    whole = 3 * 10**20
    two_thirds = 2 * 10**20

    assert Threshold(TWO_THIRDS, LEAST).holds(two_thirds, whole)
    assert not Threshold(TWO_THIRDS, LEAST).holds(two_thirds - 1, whole)
    assert not Threshold(TWO_THIRDS, MORE).holds(two_thirds, whole)
    assert Threshold(TWO_THIRDS, MORE).holds(two_thirds + 1, whole)


def test_of_nobody_nothing_is_enough():
    assert not Threshold(HALF, LEAST).holds(0, 0)


@pytest.mark.parametrize(
    ("words", "threshold"),
    [
        ("more than 1/2", Threshold(HALF, MORE)),
        ("at least 2/3", Threshold(TWO_THIRDS, LEAST)),
        ("at least 1/1", Threshold(Fraction(1), LEAST)),
    ],
)
def test_the_words_of_the_community_file_are_read(words, threshold):
    assert Threshold.read(words) == threshold


@pytest.mark.parametrize(
    "words",
    ["1/2", "over 1/2", "more than 50%", "at least 1/0", "at least 0/3", "at least 4/3", "",
     "more than 1/1", "more than 1/2 "],
)  # fmt: skip
def test_other_words_are_no_threshold(words):
    with pytest.raises(ValueError, match="no threshold"):
        Threshold.read(words)


@given(thresholds, sizes.filter(bool))
def test_the_least_part_is_enough_and_one_less_is_not(threshold, whole):
    needed = threshold.needed(whole)

    assert 0 < needed <= whole
    assert threshold.holds(needed, whole)
    assert not threshold.holds(needed - 1, whole)


@given(thresholds, sizes, sizes)
def test_a_threshold_is_the_inequality_that_it_says(threshold, part, whole):
    bound = threshold.share * whole
    said = part >= bound if threshold.reach is LEAST else part > bound

    assert threshold.holds(part, whole) is (said and whole > 0)


@given(thresholds, sizes, sizes, sizes)
def test_a_fuller_box_never_loses_quorum(threshold, part, more, whole):
    demand = Demand(turnout={HEADS: threshold})

    if quorum.quorate(demand, weights(part), weights(whole)):
        assert quorum.quorate(demand, weights(part + more), weights(whole))


BOTH = Demand(
    turnout={m: Threshold(TWO_THIRDS, LEAST) for m in Measure},
    assent={m: Threshold(HALF, MORE) for m in Measure},
)


@pytest.mark.parametrize(
    ("taking_part", "held"),
    [
        (weights(6, 600), True),
        (weights(5, 900), False),
        (weights(9, 599), False),
    ],
)
def test_a_quorum_is_reached_in_every_measure(taking_part, held):
    assert quorum.quorate(BOTH, taking_part, weights(9, 900)) is held


@pytest.mark.parametrize(
    ("in_favour", "base", "held"),
    [
        (weights(4, 301), Base.TAKING_PART, True),
        (weights(4, 300), Base.TAKING_PART, False),
        (weights(3, 600), Base.TAKING_PART, False),
        (weights(4, 301), Base.ROLL, False),
        (weights(5, 451), Base.ROLL, True),
    ],
)
def test_a_motion_carries_in_every_measure_or_not_at_all(in_favour, base, held):
    demand = Demand(assent=BOTH.assent, base=base)

    assert quorum.carries(demand, in_favour, weights(6, 600), weights(9, 900)) is held


def test_where_nothing_is_demanded_nothing_is_missing():
    assert quorum.quorate(Demand(), {}, {})
    assert quorum.people_needed(Demand(), {}, [weights(1)]) == 0


def test_heads_are_counted_whatever_the_rule_names():
    area = {AREA: Threshold(HALF, MORE)}

    assert Rule(whole=Demand()).measures == {HEADS}
    assert Rule(whole=Demand(turnout=area)).measures == {HEADS, AREA}
    assert Rule(whole=Demand(), classes={"party": Demand(assent=area)}).measures == {HEADS, AREA}


def test_how_many_are_still_needed_by_heads():
    absent = [weights(1)] * 6

    assert (
        quorum.people_needed(Demand(turnout={HEADS: BOTH.turnout[HEADS]}), weights(3), absent) == 3
    )


def test_by_area_the_largest_flats_are_counted_on():
    absent = [weights(1, 100), weights(1, 400), weights(1, 50)]
    demand = Demand(turnout={AREA: Threshold(TWO_THIRDS, LEAST)})

    assert quorum.people_needed(demand, weights(1, 100), absent) == 1


def test_nobody_is_needed_where_there_is_nobody():
    demand = Demand(turnout={HEADS: Threshold(HALF, MORE)})

    assert quorum.people_needed(demand, weights(0), []) == 0


owners = st.lists(st.integers(1, 30).map(lambda area: weights(1, area)), max_size=7)


@given(owners, owners, thresholds, thresholds)
def test_so_many_suffice_and_no_fewer_do(there, absent, by_heads, by_area):
    """Against every choice of people there is."""
    demand = Demand(turnout={HEADS: by_heads, AREA: by_area})
    roll = [*there, *absent]
    whole = {m: sum(w[m] for w in roll) for m in Measure}
    enough = [
        n
        for n in range(len(absent) + 1)
        if any(
            quorum.quorate(demand, {m: sum(w[m] for w in (*there, *more)) for m in Measure}, whole)
            for more in combinations(absent, n)
        )
    ]
    taking_part = {m: sum(w[m] for w in there) for m in Measure}

    assert quorum.people_needed(demand, taking_part, absent) == min(enough, default=0)
