from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ballots.base import Paper, Tally
from governance.ballots.bodies import BODIES
from governance.ballots.evaluation import EVALUATION
from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION
from governance.ballots.result import Terms, Verdict, still_needed, tallied
from governance.ballots.roll import Participant, Roll, VotingUnit
from governance.procedure import UnitKind
from governance.quorum import Demand, Measure, Rule, Threshold
from governance.recount import reaches

V, P, HEADS, AREA = Verdict, Participant, Measure.HEADS, Measure.AREA
YES, NO, ABSTAIN = {"for": 1}, {"against": 1}, {"abstain": 1}
HALF = {HEADS: Threshold.read("more than 1/2")}
MAJORITY = Rule(whole=Demand(turnout=HALF, assent=HALF))


def roll_of(*areas, **classes):
    """Return owners o1, o2… of these areas, or units of classes named."""
    units = [VotingUnit(key=f"o{n}", voters=frozenset(), area=a) for n, a in enumerate(areas, 1)]
    units += [
        VotingUnit(key=f"{p}{n}", voters=frozenset(), participant=P(p))
        for p, size in classes.items()
        for n in range(size)
    ]
    return Roll(kind=UnitKind.OWNER, units=tuple(units))


def motion(rule):
    return Terms(method=METHODS["motion"], paper=MOTION, rule=rule)


def verdict(terms, roll, *votes):
    keys = [u.key for u in roll.units]
    return tallied(terms, roll, dict(zip(keys, votes, strict=False))).verdict


@pytest.mark.parametrize(
    ("body", "votes", "expected"),
    [
        # nine owners of 100: two thirds are exactly six
        ("owners-ordinary", [YES] * 4 + [NO] * 2, V.CARRIED),
        ("owners-ordinary", [YES] * 5, V.INVALID),
        ("owners-ordinary", [YES] * 3 + [NO] * 3, V.FAILED),  # half is not more than half
        ("owners-ordinary", [YES] * 3 + [NO] * 2 + [ABSTAIN], V.FAILED),  # who abstains takes part
        ("owners-major", [YES] * 6 + [NO] * 2, V.CARRIED),  # three quarters exactly
        ("owners-major", [YES] * 5 + [NO] * 2, V.FAILED),
    ],
)
def test_owners_decide_by_exact_shares(body, votes, expected):
    assert verdict(motion(BODIES[body].rule), roll_of(*[100] * 9), *votes) is expected


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ([YES, NO, NO, NO], V.FAILED),  # most of the area, few of the heads
        ([NO, YES, YES, YES], V.FAILED),  # most of the heads, little of the area
        ([YES, YES, YES, NO], V.CARRIED),
        ([YES, YES], V.INVALID),  # enough of the area, too few heads
    ],
)
def test_heads_and_area_must_both_agree(votes, expected):
    terms = motion(BODIES["owners-ordinary"].rule)

    assert verdict(terms, roll_of(700, 100, 100, 100), *votes) is expected


def test_a_result_says_all_that_is_published():
    terms, roll = motion(BODIES["owners-ordinary"].rule), roll_of(100, 200, 300)

    result = tallied(terms, roll, {"o1": YES, "o3": NO})

    assert result.whole.roll == {HEADS: 3, AREA: 600}
    assert result.whole.taking_part == {HEADS: 2, AREA: 400}
    assert result.whole.tallies == {
        HEADS: Tally(2, 0, {("for",): 1, ("against",): 1}),
        AREA: Tally(400, 0, {("for",): 100, ("against",): 300}),
    }
    assert (result.verdict, result.still_needed) == (V.FAILED, 0)
    assert result.classes == {P.RESIDENT: result.whole}


def test_a_stranger_s_vote_is_a_fault_and_not_a_vote():
    with pytest.raises(KeyError, match="o9"):
        tallied(motion(MAJORITY), roll_of(1), {"o9": YES})


CLASSED = replace(MAJORITY, classes={P.PARTY: Demand(turnout=HALF, assent=HALF)})


@pytest.mark.parametrize(
    ("parties", "residents", "expected"),
    [
        ([YES, YES], [YES] * 4, V.CARRIED),
        ([YES, NO], [YES] * 4, V.FAILED),  # the parties do not agree
        ([YES], [YES] * 4, V.INVALID),  # too few of the parties took part
        ([YES, YES], [NO] * 4, V.FAILED),
        ([YES, YES, YES], [], V.INVALID),
    ],
)
def test_a_class_that_the_rule_names_must_agree_too(parties, residents, expected):
    roll = roll_of(party=3, resident=4)
    votes = {f"party{n}": marks for n, marks in enumerate(parties)}
    votes |= {f"resident{n}": marks for n, marks in enumerate(residents)}

    # two of three parties: more than half of three is two
    assert tallied(motion(CLASSED), roll, votes).verdict is expected


def test_a_class_that_nobody_belongs_to_demands_nothing():
    roll = roll_of(resident=3)

    assert verdict(motion(CLASSED), roll, YES, YES, YES) is V.CARRIED
    assert still_needed(CLASSED, roll, []) == 2


@pytest.mark.parametrize(
    ("voted", "needed"),
    [
        ([], 4),  # four of seven
        (["resident0", "resident1", "resident2", "resident3"], 2),  # two of three parties
        (["party0", "party1", "resident0"], 1),
        (["party0", "party1", "resident0", "resident1"], 0),
    ],
)
def test_the_card_says_how_many_people_are_still_needed(voted, needed):
    assert still_needed(CLASSED, roll_of(party=3, resident=4), voted) == needed


def test_what_is_needed_of_several_classes_adds_up():
    half = Demand(turnout=HALF)
    rule = Rule(whole=Demand(), classes={P.PARTY: half, P.RESIDENT: half})

    assert still_needed(rule, roll_of(party=3, resident=4), []) == 5


CHOICE = Paper(options=("lamp", "ramp", "tree"))


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        (["lamp", "lamp", "ramp"], V.CARRIED),
        (["lamp", "lamp", "ramp", "tree"], V.FAILED),  # half is not more than half
        (["lamp", "ramp"], V.INVALID),
        (["lamp", "lamp", "ramp", "ramp"], V.TIED),
    ],
)
def test_a_choice_needs_a_first_and_enough_who_agree(votes, expected):
    terms = Terms(method=METHODS["choice"], paper=CHOICE, rule=MAJORITY)

    assert verdict(terms, roll_of(*[1] * 5), *({o: 1} for o in votes)) is expected


def test_a_ranking_is_decided_by_its_own_count():
    terms = Terms(method=METHODS["borda"], paper=CHOICE, rule=MAJORITY)

    assert verdict(terms, roll_of(1), {"ramp": 1}) is V.CARRIED


def test_a_menu_that_nobody_marked_buys_nothing():
    paper = Paper(options=("lamp", "ramp"), costs={"lamp": 5, "ramp": 5}, budget=10)
    terms = Terms(method=METHODS["menu"], paper=paper, rule=MAJORITY)

    assert verdict(terms, roll_of(1), {}) is V.FAILED


def test_an_evaluation_decides_nothing():
    terms = Terms(method=METHODS["evaluation"], paper=EVALUATION, rule=MAJORITY)

    result = tallied(terms, roll_of(1), {"o1": {"open": 3}})

    assert (result.verdict, result.standing.order) == (V.COUNTED, ())


owners = st.lists(
    st.tuples(st.integers(1, 50), st.sampled_from([None, YES, NO, ABSTAIN])), max_size=9
)


@given(owners, st.sampled_from(["owners-ordinary", "owners-major"]))
def test_the_verdict_is_that_of_a_second_count(those, body):
    rule, roll = BODIES[body].rule, roll_of(*(area for area, _ in those))
    votes = {f"o{n}": marks for n, (_, marks) in enumerate(those, 1) if marks}
    share = ((1, 2), False) if body == "owners-ordinary" else ((3, 4), True)

    def weighed(value, *wanted):
        return sum(value(area) for area, marks in those if marks in wanted)

    enough, agreed = [], []
    for value in (lambda _: 1, lambda area: area):
        part = weighed(value, YES, NO, ABSTAIN)
        enough.append(
            reaches(part, weighed(value, YES, NO, ABSTAIN, None), (2, 3), inclusive=True)
        )
        agreed.append(reaches(weighed(value, YES), part, share[0], inclusive=share[1]))
    second = V.INVALID if not all(enough) else V.CARRIED if all(agreed) else V.FAILED

    assert tallied(motion(rule), roll, votes).verdict is second


@given(owners, st.data())
def test_a_fuller_box_never_loses_quorum(those, data):
    terms, roll = motion(BODIES["owners-ordinary"].rule), roll_of(*(area for area, _ in those))
    votes = {f"o{n}": marks for n, (_, marks) in enumerate(those, 1) if marks}
    absent = [u.key for u in roll.units if u.key not in votes]
    before = tallied(terms, roll, votes)
    if not absent:
        return

    after = tallied(terms, roll, votes | {data.draw(st.sampled_from(absent)): NO})

    assert after.still_needed <= before.still_needed
    assert before.verdict is V.INVALID or after.verdict is not V.INVALID


@given(owners)
def test_a_quorum_is_lacking_exactly_where_somebody_is_still_needed(those):
    roll = roll_of(*(area for area, _ in those))
    votes = {f"o{n}": marks for n, (_, marks) in enumerate(those, 1) if marks}

    result = tallied(motion(BODIES["owners-ordinary"].rule), roll, votes)

    if those:
        assert (result.still_needed > 0) is (result.verdict is V.INVALID)
