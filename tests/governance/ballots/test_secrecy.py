import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ballots.roll import Participant, Roll, VotingUnit
from governance.ballots.secrecy import (
    SMALLEST,
    Limit,
    Objection,
    Obstacle,
    limit,
    obstacles,
    rows_shown,
)
from governance.procedure import UnitKind
from governance.quorum import Demand, Measure, Rule, Threshold

P = Participant
BY_HEADS = Rule(whole=Demand(turnout={Measure.HEADS: Threshold.read("more than 1/2")}))
BY_AREA = Rule(whole=Demand(turnout={Measure.AREA: Threshold.read("at least 2/3")}))
YES, NO = {"for": 1}, {"against": 1}


def roll_of(**sizes):
    units = tuple(
        VotingUnit(key=f"{p}{n}", voters=frozenset({f"{p}{n}"}), participant=P(p))
        for p, size in sizes.items()
        for n in range(size)
    )
    return Roll(kind=UnitKind.PERSON, units=units)


@pytest.mark.parametrize(
    ("rule", "sizes", "expected"),
    [
        (BY_HEADS, {"resident": 5}, []),
        (BY_HEADS, {"resident": 5, "party": 5}, []),
        (BY_AREA, {"resident": 5}, [Objection(Obstacle.AREA)]),
        (BY_HEADS, {"resident": 9, "party": 4}, [Objection(Obstacle.SMALL_CLASS, P.PARTY, 4)]),
        (
            BY_AREA,
            {"resident": 4},
            [
                Objection(Obstacle.AREA),
                Objection(Obstacle.SMALL_ROLL, units=4),
                Objection(Obstacle.SMALL_CLASS, P.RESIDENT, 4),
            ],
        ),
        (BY_HEADS, {}, [Objection(Obstacle.SMALL_ROLL)]),
    ],
)
def test_secrecy_is_refused_where_a_result_would_tell_on_somebody(rule, sizes, expected):
    assert list(obstacles(rule, roll_of(**sizes))) == expected


MIXED, SAME, FEW = [YES] * 4 + [NO], [YES] * 9, [YES, NO, YES, NO]


@pytest.mark.parametrize(
    ("boxes", "wished", "shown"),
    [
        ({P.PARTY: MIXED, P.RESIDENT: MIXED}, {P.PARTY, P.RESIDENT}, (P.PARTY, P.RESIDENT)),
        ({P.PARTY: MIXED, P.RESIDENT: MIXED}, {P.PARTY}, (P.PARTY,)),
        ({P.PARTY: MIXED}, {P.PARTY, P.STAKEHOLDER}, (P.PARTY,)),
        ({P.PARTY: MIXED, P.RESIDENT: FEW}, {P.PARTY, P.RESIDENT}, ()),
        ({P.PARTY: MIXED, P.RESIDENT: SAME}, {P.PARTY, P.RESIDENT}, ()),
        # what is left beside the rows shown can be reckoned from the total
        ({P.PARTY: MIXED, P.RESIDENT: FEW}, {P.PARTY}, ()),
        ({P.PARTY: MIXED, P.RESIDENT: SAME}, {P.PARTY}, ()),
        ({P.PARTY: MIXED, P.RESIDENT: FEW, P.STAKEHOLDER: FEW}, {P.PARTY}, (P.PARTY,)),
        ({P.PARTY: MIXED, P.RESIDENT: []}, {P.PARTY}, (P.PARTY,)),
        ({P.PARTY: MIXED, P.RESIDENT: []}, {P.PARTY, P.RESIDENT}, ()),
        ({}, {P.PARTY}, ()),
    ],
)
def test_a_row_is_shown_only_where_nobody_is_told_on(boxes, wished, shown):
    assert rows_shown(boxes, wished) == shown


@given(
    st.dictionaries(st.sampled_from(P), st.lists(st.sampled_from([YES, NO]), max_size=12)),
    st.sets(st.sampled_from(P)),
)
def test_every_part_that_can_be_reckoned_is_of_five_who_differ(boxes, wished):
    shown = rows_shown(boxes, wished)
    rest = [m for p, box in boxes.items() if p not in shown for m in box]
    parts = [boxes[p] for p in shown] + ([rest] if rest and shown else [])

    assert set(shown) <= wished
    assert [
        part for part in parts if len(part) < SMALLEST or part.count(part[0]) == len(part)
    ] == []


@pytest.mark.parametrize(
    ("papers", "phones", "expected"),
    [
        (0, 3, None),
        (5, 5, None),
        (5, 0, None),
        (4, 5, Limit.PAPERS),
        (4, 0, Limit.PAPERS),
        (5, 4, Limit.PHONES),
        (1, 1, Limit.BOTH),
    ],
)
def test_few_papers_or_few_votes_beside_them_may_be_guessed_by_who_counted(
    papers, phones, expected
):
    assert limit(papers, phones) is expected
