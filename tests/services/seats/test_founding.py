"""Who may say a second word when nobody, or somebody already gone, was there before (8.2, A09)."""

import pytest

from governance.grants import GrantAction as A
from governance.grants import GrantStatus
from governance.refusals import Refusal, Unknown
from services import forgetting
from services.seats import confirming, ending
from services.seats.acting import take
from tests.services.seats.posts import NEW, OPERATOR, actors, claim, grant, status, take_up
from tests.services.town import CHEN, HE, LI, WU


def leave(town, *officers):
    """Let the terms of these posts end."""
    for officer in officers:
        town.do(0, lambda work, key=officer: take(work, ending.in_office(work, key), A.EXPIRE))


def test_while_one_of_the_first_is_in_office_the_operator_confirms_nobody_later(begun):
    leave(begun, "chen", "he")
    claim(begun, "chen", NEW)

    with pytest.raises(Refusal) as refused:
        begun.do(OPERATOR, confirming.confirm, 4)
    assert refused.value.key == "refusal-seat-first"
    begun.do(WU, confirming.confirm, 4)
    assert grant(begun, 4).confirmed_by == "wu"


def test_where_no_witness_is_left_the_operator_confirms_again_and_the_audit_says_so(begun):
    leave(begun, "chen", "he", "wu")

    take_up(begun, "chen", NEW, OPERATOR)

    assert grant(begun, 4).confirmed_by == "operator"
    assert (begun.audit(), actors(begun)) == (["seat_confirm"], ["operator"])


def test_a_claimant_who_is_forgotten_takes_up_no_post(begun):
    claim(begun, "wang", NEW)

    begun.do(NEW, forgetting.mine_gone)

    told = begun.told()
    assert status(begun, 4) is GrantStatus.WITHDRAWN
    assert {chat for key, chat in told if key == "seat-told-committee-withdraw"} == {CHEN, HE}
    assert [chat for key, chat in told if key.startswith("seat:4:")] == [CHEN, HE, WU]
    with pytest.raises(Unknown):
        begun.do(CHEN, confirming.confirm, 4)


def test_anothers_claim_stays_when_somebody_is_forgotten(begun):
    claim(begun, "wang", NEW)

    begun.do(LI, forgetting.mine_gone)

    assert status(begun, 4) is GrantStatus.CLAIMED
