from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ballots.base import Paper
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.result import Terms, Verdict, tallied
from governance.ballots.roll import Participant
from governance.ballots.shortfall import short
from governance.quorum import Base, Demand, Measure, Rule
from tests.governance.ballots.test_result import ABSTAIN, HALF, MAJORITY, NO, YES, motion, roll_of

HEADS, AREA = Measure.HEADS, Measure.AREA
OWNERS = BODIES["owners-ordinary"].rule


def lacks(terms, roll, *votes):
    keys = [u.key for u in roll.units]
    found = tallied(terms, roll, dict(zip(keys, votes, strict=False)))
    return [(s.participant, s.measure, s.turnout, s.count) for s in short(terms.rule, found)]


@pytest.mark.parametrize(
    ("votes", "missing"),
    [
        ([YES, YES, YES, NO], []),
        ([NO, YES, YES, YES], [(None, AREA, False, 201)]),  # heads agree, floor space does not
        ([YES, NO, NO, NO], [(None, HEADS, False, 2)]),
        ([NO, NO, NO, ABSTAIN], [(None, HEADS, False, 3), (None, AREA, False, 501)]),
        ([YES, YES], [(None, HEADS, True, 1)]),
        ([NO], [(None, HEADS, True, 2)]),
        ([], [(None, HEADS, True, 3), (None, AREA, True, 667)]),
    ],
)
def test_each_measure_that_failed_is_named_with_what_was_missing(votes, missing):
    assert lacks(motion(OWNERS), roll_of(700, 100, 100, 100), *votes) == missing


def test_assent_of_the_whole_roll_is_short_of_the_roll():
    rule = Rule(whole=Demand(assent=HALF, base=Base.ROLL))

    assert lacks(motion(rule), roll_of(*[100] * 5), YES, YES) == [(None, HEADS, False, 1)]


def test_a_class_is_named_unless_its_row_may_not_be_shown():
    rule = Rule(whole=MAJORITY.whole, classes={Participant.PARTY: MAJORITY.whole})
    terms, roll = motion(rule), roll_of(party=3, resident=4)
    keys = [u.key for u in roll.units]
    found = tallied(terms, roll, dict(zip(keys, [NO] * 3 + [YES] * 4, strict=True)))

    assert found.verdict is Verdict.FAILED
    [missing] = short(rule, found)
    assert (missing.participant, missing.count) == (Participant.PARTY, 2)
    assert short(rule, replace(found, classes={})) == ()


def test_a_choice_that_nobody_made_and_a_tie_lack_no_figure():
    terms = Terms(method=METHODS["choice"], paper=Paper(options=("a", "b"), most=1), rule=MAJORITY)

    assert lacks(terms, roll_of(1, 1), {"a": 1}, {"b": 1}) == []
    assert lacks(terms, roll_of(1, 1, 1), {"a": 1}, {"b": 1}, {"a": 1}) == []
    assert lacks(terms, roll_of(1, 1), {}, {}) == []


VOTES = st.sampled_from([YES, NO, ABSTAIN, None])


@given(st.lists(st.tuples(st.integers(1, 900), VOTES), min_size=1, max_size=7))
def test_something_is_missing_of_a_motion_exactly_where_it_did_not_carry(owners):
    terms, roll = motion(OWNERS), roll_of(*(area for area, _ in owners))
    votes = {f"o{n}": v for n, (_, v) in enumerate(owners, 1) if v}
    found = tallied(terms, roll, votes)
    missing = short(OWNERS, found)

    assert (not missing) is (found.verdict is Verdict.CARRIED)
    assert {s.turnout for s in missing} <= {found.verdict is Verdict.INVALID}
    agreed = {m: int(tally.of("for")) for m, tally in found.whole.tallies.items()}
    there, every, demand = found.whole.taking_part, found.whole.roll, OWNERS.whole
    for each in missing:  # with so much more it would have been enough, and not with less
        m, turned = each.measure, each.turnout
        part, of = (there[m], every[m]) if turned else (agreed[m], there[m])
        threshold = (demand.turnout if turned else demand.assent)[m]
        assert threshold.holds(part + each.count, of)
        assert not threshold.holds(part + each.count - 1, of)
