from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ballots import votes
from governance.ballots.states import BallotStatus, Channel, VoteAction, VoteStatus
from governance.ballots.table import VOTE
from governance.ballots.votes import Heard, OnBehalf, Vote
from governance.directory import THE_CLOCK, Actor, Role
from governance.refusals import REFUSALS, NotAllowed, Refusal
from tests.governance.ballots.town import BALLOT, CLOSES, MORNING, OPEN, OPENS, ROLL, officer

S, A, C = VoteStatus, VoteAction, Channel
CHEN, HE, WU, WANG, ZHENG = map(officer, ("chen", "he", "wu", "wang", "zheng"))
YES, NO = {"for": 1}, {"against": 1}
LI, HER_HUSBAND, ZHANG = 5001, 5002, 5003


def heard(unit="b3/101", marks=YES, at=MORNING, order=1):
    return Heard(unit=unit, marks=marks, at=at, order=order)


def entered(**changed):
    asked = {"by": WANG, "unit": "b3/103", "channel": C.DOORSTEP, "photo": ""}
    asked |= {"there": (), "ballot": OPEN} | changed
    behalf = OnBehalf(by=asked["by"], channel=asked["channel"], photo=asked["photo"])
    return votes.enter(asked["ballot"], ROLL, behalf, heard(asked["unit"]), asked["there"])


def refused(call, *args, **more):
    with pytest.raises(Refusal) as found:
        call(*args, **more)
    assert found.value.key in REFUSALS
    return found.value.key


@pytest.mark.parametrize("voter", [LI, HER_HUSBAND])
def test_each_adult_of_a_household_may_press_for_it(voter):
    vote = votes.press(OPEN, ROLL, voter, heard())

    assert (vote.unit, vote.marks, vote.status, vote.own) == ("b3/101", YES, S.CAST, True)


@pytest.mark.parametrize(
    ("ballot", "voter", "told", "key"),
    [
        (BALLOT, LI, heard(), "early"),
        (OPEN, LI, heard(at=OPENS - timedelta(microseconds=1)), "early"),
        (OPEN, LI, heard(at=CLOSES), "late"),  # the closing moment itself is over
        (replace(BALLOT, status=BallotStatus.CLOSED), LI, heard(), "late"),
        (OPEN, ZHANG, heard(), "roll"),
        (OPEN, LI, heard(unit="b9/999"), "roll"),
        (OPEN, LI, heard(marks={"maybe": 1}), "marks"),
        (OPEN, LI, heard(marks={}), "marks"),
    ],
)
def test_a_press_that_does_not_count_is_told_why(ballot, voter, told, key):
    assert refused(votes.press, ballot, ROLL, voter, told) == f"refusal-vote-{key}"


def test_a_press_of_the_last_moment_counts_however_late_its_turn_comes():
    last = CLOSES - timedelta(microseconds=1)

    assert votes.press(OPEN, ROLL, LI, heard(at=last)).status is S.CAST


# ── votes entered for others (代录) ──


def test_an_entered_vote_waits_for_a_second_person():
    vote = entered()

    assert (vote.status, vote.entered_by, vote.own) == (S.ENTERED, "wang", False)
    assert votes.standing([vote]) == {}
    roles = votes.roles_in(OPEN, ROLL, vote, HE)
    confirmed = votes.advance(vote, A.CONFIRM, roles, HE, "")
    assert (confirmed.status, confirmed.confirmed_by) == (S.CAST, "he")
    assert votes.standing([confirmed]) == {"b3/103": confirmed}


def test_a_photo_of_the_signed_paper_stands_for_the_second_person():
    vote = entered(channel=C.PAPER, photo="p1")

    assert (vote.status, vote.photo) == (S.CAST, "p1")


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"ballot": replace(OPEN, secret=True)}, "refusal-vote-secret"),
        ({"by": CHEN}, "refusal-conflicted"),  # drafted it
        ({"by": WANG, "ballot": replace(OPEN, carried_by=("wang",))}, "refusal-conflicted"),
        ({"by": WANG, "ballot": replace(OPEN, persons=(2001,))}, "refusal-conflicted"),
        ({"by": WU}, "refusal-execute"),
        ({"by": Actor(id=LI)}, "refusal-execute"),
        ({"ballot": BALLOT}, "refusal-vote-early"),
        ({"unit": "b9/999"}, "refusal-vote-roll"),
    ],
)
def test_who_may_not_enter_a_vote_is_told_why(changed, key):
    assert refused(entered, **changed) == key


def test_nobody_enters_the_vote_of_his_own_household():
    ballot = replace(OPEN, drafted_by="he")

    assert refused(entered, by=CHEN, unit="b3/104", ballot=ballot) == "refusal-vote-household"


def test_who_has_pressed_himself_is_not_overruled_by_a_paper():
    own = votes.press(OPEN, ROLL, LI, heard())

    assert refused(entered, unit="b3/101", there=[own]) == "refusal-vote-own"
    assert entered(unit="b3/102", there=[own]).status is S.ENTERED
    changed = [replace(own, status=S.INVALIDATED), entered(unit="b3/101")]
    assert entered(unit="b3/101", there=changed).status is S.ENTERED


def test_nobody_presses_for_another():
    with pytest.raises(ValueError, match="for another"):
        entered(channel=C.PRESS)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (HE, {Role.COMMITTEE}),
        (WU, {Role.SUPERVISION}),
        (WANG, set()),  # entered it
        (Actor(id=9, officer="wang", offices=WANG.offices), set()),  # the same post
        (Actor(id=2001, officer="liu", offices=WANG.offices), set()),  # the same account
        (CHEN, set()),  # drafted the ballot
        (ZHENG, set()),
        (Actor(id=LI), set()),
        (THE_CLOCK, {Role.CLOCK}),
    ],
)
def test_a_second_person_confirms_who_has_no_hand_in_it(by, expected):
    assert votes.roles_in(OPEN, ROLL, entered(), by) == expected


def test_of_the_household_nobody_confirms_as_an_officer():
    vote = entered(unit="b3/104")
    ballot = replace(OPEN, drafted_by="he")

    assert votes.roles_in(ballot, ROLL, vote, CHEN) == {Role.RESIDENT}
    assert votes.roles_in(ballot, ROLL, replace(vote, unit="gone"), CHEN) == {Role.COMMITTEE}


def test_a_refusal_of_an_entered_vote_has_a_reason():
    roles = frozenset({Role.SUPERVISION})

    assert refused(votes.advance, entered(), A.REFUSE, roles, WU, "") == "refusal-reason"
    found = votes.advance(entered(), A.REFUSE, roles, WU, "本人说没有投过")
    assert (found.status, found.note, found.confirmed_by) == (S.REFUSED, "本人说没有投过", "")


def test_what_nobody_confirmed_lapses_at_the_close():
    lapsed = votes.advance(entered(), A.LAPSE, THE_CLOCK.offices, THE_CLOCK, "")

    assert (lapsed.status, votes.standing([lapsed])) == (S.LAPSED, {})


def test_an_officer_who_entered_does_not_change():
    roles = votes.roles_in(OPEN, ROLL, entered(), WANG)

    with pytest.raises(NotAllowed):
        votes.advance(entered(), A.CHANGE, roles, WANG, "")


# ── one unit, one vote ──

OWN = Vote(unit="u", marks=YES, order=1)
LATER = Vote(unit="u", marks=NO, order=5)
PAPER = Vote(unit="u", marks=NO, order=9, channel=C.PAPER, photo="p")
CALL = Vote(unit="u", marks=YES, order=3, channel=C.PHONE, confirmed_by="he")
WAITING = Vote(unit="u", marks=YES, order=12, channel=C.PHONE, status=S.ENTERED)
OTHER = Vote(unit="w", marks=YES, order=2, channel=C.PAPER, photo="p")


@pytest.mark.parametrize("order", list(permutations([OWN, LATER, PAPER, CALL, WAITING])))
def test_the_voter_s_own_last_word_counts_in_any_order(order):
    assert votes.standing(order) == {"u": LATER}


def test_of_entered_votes_the_last_one_counts():
    found = votes.standing([PAPER, OTHER, CALL, WAITING])

    assert found == {"u": PAPER, "w": OTHER}
    assert votes.entered(found) == 2
    assert votes.entered(votes.standing([OWN, PAPER, OTHER])) == 1


def test_a_vote_is_locked_at_the_close_and_still_counts():
    locked = votes.advance(OWN, A.LOCK, THE_CLOCK.offices, THE_CLOCK, "")

    assert votes.standing([locked]) == {"u": locked}


every = st.builds(
    Vote,
    unit=st.sampled_from("uvw"),
    marks=st.sampled_from([YES, NO]),
    order=st.integers(1, 10**6),
    channel=st.sampled_from(C),
    status=st.sampled_from(S),
)
boxes = st.lists(every, max_size=15, unique_by=lambda v: v.order)


@given(boxes, st.randoms())
def test_what_counts_does_not_depend_on_the_order_of_arrival(box, chance):
    assert votes.standing(chance.sample(box, len(box))) == votes.standing(box)


@given(boxes)
def test_each_unit_has_one_vote_and_its_own_if_it_ever_pressed(box):
    found = votes.standing(box)
    good = [v for v in box if v.status in {S.CAST, S.LOCKED}]

    assert found.keys() == {v.unit for v in good}
    for unit, vote in found.items():
        own = [v.order for v in good if v.unit == unit and v.own]
        assert vote.order == max(own or [v.order for v in good if v.unit == unit])


def test_the_table_of_a_vote_has_every_action_and_status():
    starts = VOTE.reached(S.ENTERED) | VOTE.reached(S.CAST)

    assert starts == frozenset(S)
    assert {s.action for s in VOTE.steps} == set(A)


@pytest.mark.parametrize("status", sorted(frozenset(S) - {S.ENTERED, S.CAST}))
def test_what_was_counted_or_set_aside_is_never_touched_again(status):
    assert VOTE.choices(status, frozenset(Role)) == ()
