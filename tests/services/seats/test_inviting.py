from datetime import date, timedelta

import pytest

from governance import grants
from governance.grants import GrantStatus
from governance.refusals import NotAllowed, Refusal
from services.seats import inviting
from tests.services.seats.posts import (
    NEW,
    OPERATOR,
    actors,
    claim,
    facts,
    grant,
    invite,
    replan,
    status,
)
from tests.services.town import AT, CHEN, HE, WANG


def test_an_invitation_gives_a_word_of_which_only_a_digest_is_kept(empty):
    token = invite(empty, "wang")

    kept = grant(empty)
    assert (kept.officer, kept.status, kept.person) == ("wang", GrantStatus.INVITED, 0)
    assert (kept.token, kept.expires) == (grants.digest(token), AT + timedelta(hours=72))
    assert token not in repr(kept)
    assert empty.audit() == ["seat_invite"]


def test_an_invitation_may_live_longer_and_bear_an_end_of_its_own(empty):
    invite(empty, "wang", lives=timedelta(hours=5), ends=date(2027, 1, 31))

    kept = grant(empty)
    assert (kept.expires, kept.ends) == (AT + timedelta(hours=5), date(2027, 1, 31))


def test_two_invitations_carry_different_words(empty):
    assert invite(empty, "wang") != invite(empty, "liu")


def test_a_new_invitation_withdraws_the_one_before(empty):
    first, second = invite(empty, "wang"), invite(empty, "wang")

    assert (status(empty, 1), status(empty, 2)) == (GrantStatus.WITHDRAWN, GrantStatus.INVITED)
    assert first != second
    assert empty.audit() == ["seat_withdraw", "seat_invite"]
    assert empty.told() == []


def test_whoever_waits_to_be_confirmed_hears_that_the_invitation_was_withdrawn(empty):
    claim(empty, "wang", NEW)

    invite(empty, "wang")

    assert status(empty, 1) is GrantStatus.WITHDRAWN
    assert empty.told() == [("seat-told-receiver-withdraw", NEW)]


def test_a_post_that_is_taken_invites_nobody_else(town):
    with pytest.raises(Refusal) as refused:
        invite(town, "wang")

    assert (refused.value.key, refused.value.facts) == ("refusal-seat-taken", {"post": "王师傅"})


@pytest.mark.parametrize(
    ("last", "open_"), [(date(2026, 11, 1), False), (date(2026, 11, 2), True)]
)
def test_a_post_whose_term_is_over_invites_nobody(empty, last, open_):
    replan(empty, term_ends=last)

    if open_:
        assert invite(empty, "wang")
        return
    with pytest.raises(Refusal) as refused:
        invite(empty, "wang")
    assert refused.value.key == "refusal-seat-term"


@pytest.mark.parametrize("person", [CHEN, WANG, NEW])
def test_only_the_operator_invites(town, person):
    with pytest.raises(NotAllowed):
        town.do(person, inviting.invite, "wang")


def test_an_invitation_that_nobody_takes_up_runs_out_and_the_committee_hears(begun):
    invite(begun, "wang")
    number = 4

    while status(begun, number) is GrantStatus.INVITED:
        begun.ring("lapse_invitation")
    assert status(begun, number) is GrantStatus.LAPSED
    assert begun.now == AT + timedelta(hours=72)
    assert [chat for key, chat in begun.told() if key == "seat-told-committee-lapse"] == [CHEN, HE]
    assert facts(begun, "seat-told-committee-lapse", CHEN)["post"] == "王师傅"


def test_an_invitation_that_was_taken_up_does_not_run_out(empty):
    claim(empty, "wang", NEW)

    empty.ring("lapse_invitation")

    assert status(empty) is GrantStatus.CLAIMED
    assert (empty.audit(), empty.told()) == ([], [])


def test_the_operator_stands_in_the_audit_by_name(empty):
    invite(empty, "wang")

    assert actors(empty) == ["operator"]
    assert OPERATOR < 0
