from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from governance.ballots import ballot as ballots
from governance.ballots.base import Paper
from governance.ballots.evaluation import EVALUATION
from governance.ballots.roll import Roll
from governance.ballots.states import OVER, VOIDABLE, BallotAction, BallotStatus, Instrument
from governance.ballots.table import LIFECYCLE
from governance.directory import THE_CLOCK, Actor, Role
from governance.procedure import UnitKind
from governance.quorum import Demand, Measure, Rule, Threshold
from governance.refusals import REFUSALS, NotAllowed, Refusal
from tests.governance.ballots.town import BALLOT, CLOSES, OPEN, OPENS, ROLL, given, officer
from tests.governance.seats import COMMUNITY, vacant

S, A, I = BallotStatus, BallotAction, Instrument  # noqa: E741
CHEN, HE, WU, LIANG, WANG = map(officer, ("chen", "he", "wu", "liang", "wang"))
LI = Actor(id=5001)


def step(ballot, action, by=THE_CLOCK, community=COMMUNITY, **more):
    return ballots.advance(community, ballot, action, given(by, **more))


def refused(ballot, action, by=THE_CLOCK, **more):
    with pytest.raises(Refusal) as found:
        step(ballot, action, by, **more)
    assert found.value.key in REFUSALS
    return found.value.key


def at(status, **changed):
    return replace(BALLOT, status=status, **changed)


def test_a_ballot_from_its_draft_to_its_result():
    ballot = step(BALLOT, A.SCHEDULE, CHEN, lacks=())
    ballot = step(ballot, A.OPEN, roll=ROLL, lacks=())
    ballot = step(ballot, A.CLOSE, at=CLOSES)
    ballot = step(ballot, A.TALLY)
    ballot = step(ballot, A.CERTIFY, WU)
    ballot = step(ballot, A.PUBLISH, contest_until=CLOSES)

    assert (ballot.status, ballot.contest_until) == (S.PUBLISHED, CLOSES)


def test_a_contested_result_is_counted_again_and_published_again():
    ballot = at(S.PUBLISHED, contest_until=CLOSES)

    ballot = step(ballot, A.CONTEST, LI, on_roll=True, note="三户没有收到通知")
    assert ballot.status is S.CONTESTED
    ballot = step(ballot, A.UPHOLD, WU, note="重新点票，结果相同")
    assert step(ballot, A.PUBLISH).status is S.PUBLISHED


@pytest.mark.parametrize(
    ("action", "ballot", "by", "more", "key"),
    [
        (A.OPEN, at(S.SCHEDULED), THE_CLOCK, {"at": OPENS - timedelta(seconds=1)}, "not-allowed"),
        (A.CLOSE, OPEN, THE_CLOCK, {"at": CLOSES - timedelta(seconds=1)}, "not-allowed"),
        (A.CONTEST, at(S.PUBLISHED), LI, {"on_roll": True, "note": "x"}, "not-allowed"),
        (
            A.CONTEST,
            at(S.PUBLISHED, contest_until=OPENS),
            LI,
            {"on_roll": True, "note": "x"},
            "not-allowed",
        ),
        (A.CONTEST, at(S.PUBLISHED, contest_until=CLOSES), LI, {"note": "x"}, "not-yours"),
        (A.CONTEST, at(S.PUBLISHED, contest_until=CLOSES), LI, {"on_roll": True}, "reason"),
        (A.VOID, OPEN, WU, {"note": "x"}, "not-allowed"),
        (A.KEEP, OPEN, WU, {"note": "x"}, "not-allowed"),
        (A.CANCEL, OPEN, CHEN, {"note": "x"}, "not-allowed"),
        (A.CANCEL, BALLOT, CHEN, {}, "reason"),
        (A.SCHEDULE, BALLOT, WANG, {"lacks": ()}, "not-yours"),
        (A.OPEN, at(S.SCHEDULED), CHEN, {"lacks": ()}, "not-yours"),
        (A.TALLY, at(S.VOIDED), THE_CLOCK, {}, "closed"),
    ],
)
def test_what_the_table_or_the_time_forbids(action, ballot, by, more, key):
    assert refused(ballot, action, by, **more) == f"refusal-{key}"


@pytest.mark.parametrize(
    ("action", "ballot", "by"), [(A.SCHEDULE, BALLOT, CHEN), (A.OPEN, at(S.SCHEDULED), THE_CLOCK)]
)
@pytest.mark.parametrize("more", [{}, {"lacks": ("summary",)}], ids=["unasked", "lacking"])
def test_no_ballot_is_held_before_the_matter_was_talked_over(action, ballot, by, more):
    """Who forgets to ask what the topic lacks is refused too (E05)."""
    assert refused(ballot, action, by, roll=ROLL, **more) == "refusal-ballot-untalked"


HEADS = {Measure.HEADS: Threshold.read("more than 1/2")}
UNSAID = Rule(whole=Demand())
MENU = Paper(options=("lamp", "ramp"), costs={"lamp": 5, "ramp": 5}, budget=10)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"method": "acclamation"}, "method"),
        ({"method": "menu", "paper": MENU}, "method"),
        ({"instrument": I.MENU}, "method"),
        ({"instrument": I.SURVEY, "method": "evaluation", "paper": EVALUATION}, "method"),
        ({"paper": MENU}, "paper"),
        ({"closes": OPENS}, "paper"),
        ({"rule": UNSAID}, "numbers"),
        ({"rule": Rule(whole=Demand(turnout=HEADS))}, "numbers"),
        ({"rule": Rule(whole=Demand(assent=HEADS))}, "numbers"),
    ],
)
def test_what_cannot_be_counted_is_not_scheduled(changed, key):
    ballot = replace(BALLOT, **changed)

    assert refused(ballot, A.SCHEDULE, CHEN, lacks=()) == f"refusal-ballot-{key}"


@pytest.mark.parametrize(
    "changed",
    [
        {"instrument": I.SURVEY, "rule": UNSAID},
        {"instrument": I.EVALUATION, "method": "evaluation", "paper": EVALUATION, "rule": UNSAID},
        {
            "instrument": I.MENU,
            "method": "menu",
            "paper": MENU,
            "rule": Rule(whole=Demand(turnout=HEADS)),
        },
        {"method": "borda", "paper": MENU, "rule": Rule(whole=Demand(turnout=HEADS))},
    ],
)
def test_what_decides_nothing_or_by_its_own_count_needs_fewer_numbers(changed):
    assert step(replace(BALLOT, **changed), A.SCHEDULE, CHEN, lacks=()).status is S.SCHEDULED


@pytest.mark.parametrize("roll", [None, Roll(kind=UnitKind.HOUSEHOLD, units=())])
def test_a_ballot_for_nobody_does_not_open(roll):
    assert refused(at(S.SCHEDULED), A.OPEN, roll=roll, lacks=()) == "refusal-ballot-nobody"


def test_secrecy_is_refused_at_the_opening_where_a_result_would_tell_on_somebody():
    secret = at(S.SCHEDULED, secret=True)
    small = replace(ROLL, units=ROLL.units[:4])

    assert step(secret, A.OPEN, roll=ROLL, lacks=()).status is S.OPEN
    assert refused(secret, A.OPEN, roll=small, lacks=()) == "refusal-ballot-secret"


# ── who certifies, and who voids (A09, A15, N14) ──


def test_supervision_certifies_and_nobody_of_the_committee_does():
    assert ballots.judges(COMMUNITY, BALLOT) == {"wu"}
    assert refused(at(S.TALLIED), A.CERTIFY, HE) == "refusal-not-yours"
    assert refused(at(S.TALLIED), A.CERTIFY, LIANG) == "refusal-not-yours"


@pytest.mark.parametrize("changed", [{"drafted_by": "wu"}, {"carried_by": ("wu",)},
                                     {"persons": (4001,)}])  # fmt: skip
def test_who_had_a_hand_in_it_does_not_certify_and_the_township_does(changed):
    ballot = at(S.TALLIED, **changed)

    assert refused(ballot, A.CERTIFY, WU) == "refusal-not-yours"
    assert step(ballot, A.CERTIFY, LIANG).status is S.CERTIFIED


def test_where_supervision_is_vacant_the_township_certifies():
    community = vacant(COMMUNITY, "wu")

    assert step(at(S.TALLIED), A.CERTIFY, LIANG, community).status is S.CERTIFIED


@pytest.mark.parametrize("status", sorted(VOIDABLE))
def test_a_ballot_is_voided_by_two_bodies_with_a_reason(status):
    asked = step(at(status), A.ASK_VOID, HE, note="名册漏了二单元")

    assert (asked.status, asked.void_asked_by) == (status, "he")
    assert refused(asked, A.ASK_VOID, CHEN, note="x") == "refusal-not-allowed"
    assert refused(asked, A.VOID, CHEN, note="x") == "refusal-not-yours"
    assert refused(asked, A.VOID, WU) == "refusal-reason"
    assert step(asked, A.VOID, WU, note="属实").status is S.VOIDED
    kept = step(asked, A.KEEP, WU, note="名册完整")
    assert (kept.status, kept.void_asked_by) == (status, "")


def test_who_sits_in_both_bodies_and_asks_to_void_it_does_not_answer_that_himself():
    seats = tuple(
        replace(o, offices=o.offices | {Role.SUPERVISION}) if o.key == "he" else o
        for o in COMMUNITY.officers
    )
    both = replace(COMMUNITY, officers=seats)
    asked = at(S.OPEN, void_asked_by="he")

    assert ballots.judges(both, at(S.OPEN)) == {"he", "wu"}
    assert ballots.judges(both, asked) == {"wu"}


@pytest.mark.parametrize("status", [S.DRAFT, S.SCHEDULED, S.CANCELLED, S.VOIDED])
def test_what_never_opened_or_is_over_is_not_voided(status):
    with pytest.raises(NotAllowed):
        step(at(status), A.ASK_VOID, HE, note="x")


def test_the_township_holds_no_ballot():
    """It certifies only where supervision has nobody left, and edits nothing (N14)."""
    own = {s.action for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by}

    assert own == {A.CERTIFY, A.UPHOLD, A.VOID, A.KEEP}
    moved = [s for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by and s.sources != {s.target}]
    assert S.OPEN not in {s.target for s in moved}


# ── the table ──


def test_every_status_is_reached_and_every_action_stands_in_it():
    assert LIFECYCLE.reached(S.DRAFT) == frozenset(S)
    assert {s.action for s in LIFECYCLE.steps} == set(A)


def test_nothing_leads_back_to_an_open_ballot():
    """An open ballot may be closed or voided, never edited or opened anew (N24)."""
    out = {s.target for s in LIFECYCLE.steps if S.OPEN in s.sources} - {S.OPEN}
    into = {(s.action, *s.sources) for s in LIFECYCLE.steps if s.target is S.OPEN}

    assert out == {S.CLOSED, S.VOIDED}
    assert into == {(A.OPEN, S.SCHEDULED), (A.ASK_VOID, S.OPEN), (A.KEEP, S.OPEN)}


@pytest.mark.parametrize("action", [A.OPEN, A.CLOSE, A.TALLY, A.PUBLISH])
def test_the_clock_alone_opens_closes_counts_and_publishes(action):
    assert {s.by for s in LIFECYCLE.steps if s.action is action} == {THE_CLOCK.offices}


@pytest.mark.parametrize("status", sorted(OVER - {S.PUBLISHED}))
def test_what_is_over_has_no_exit(status):
    assert LIFECYCLE.choices(status, frozenset(Role)) == ()


def test_a_choice_is_offered_where_it_may_be_taken():
    asked = replace(OPEN, void_asked_by="he")

    assert ballots.choices(COMMUNITY, OPEN, given(CHEN)) == (A.ASK_VOID,)
    assert ballots.choices(COMMUNITY, asked, given(WU)) == (A.VOID, A.KEEP)
    assert ballots.choices(COMMUNITY, OPEN, given(LI, on_roll=True)) == ()
    assert ballots.choices(COMMUNITY, OPEN, given(at=CLOSES)) == (A.CLOSE,)


MOVES = st.tuples(st.sampled_from(A), st.sampled_from([THE_CLOCK, CHEN, HE, WU, LIANG, WANG, LI]))


@drawn(st.lists(st.tuples(MOVES, st.sampled_from([(), ("summary",)])), max_size=25))
def test_no_order_of_commands_opens_a_ballot_that_was_not_talked_over(moves):
    """Nor is one published that supervision did not certify."""
    ballot, talked, signed = BALLOT, [], False
    for (action, by), lacks in moves:
        try:
            ballot = step(
                ballot, action, by, at=CLOSES, note="x", on_roll=True, lacks=lacks, roll=ROLL
            )
        except Refusal:
            continue
        talked += [lacks] if action in {A.SCHEDULE, A.OPEN} else []
        signed |= action is A.CERTIFY
        assert ballot.status is not S.PUBLISHED or signed

    assert all(lacks == () for lacks in talked)
