from dataclasses import replace

import pytest

from governance.directory import THE_CLOCK, Role
from governance.mediation import (
    ANYONE,
    LIFECYCLE,
    OPEN,
    DisputeAction,
    DisputeStatus,
    Given,
    advance,
    automatic,
    choices,
    roles_in,
)
from governance.mediation.dispute import THE_COMMITTEE
from governance.refusals import NotAllowed, Refusal
from tests.governance.mediation.town import (
    CHEN,
    COMMUNITY,
    LI,
    LIANG,
    MA,
    ZHENG,
    actor,
    dispute,
)

A, S = DisputeAction, DisputeStatus
WHOLE = Given(note="原因", to="zheng", office="街道司法所", place="和平路1号", phone="12345678")


def step(found, action, person, given=WHOLE):
    by = THE_CLOCK if person == 0 else actor(person)
    return advance(COMMUNITY, found, A(action), by, given)


def refused(found, action, person, given=WHOLE):
    with pytest.raises(Refusal) as caught:
        step(found, action, person, given)
    return caught.value.key


def test_every_status_is_reached_and_the_closed_ones_have_no_exit():
    assert LIFECYCLE.reached(S.REPORTED) == set(S)
    assert {s for each in LIFECYCLE.steps for s in each.sources} == OPEN


def test_from_report_to_a_mediator():
    found = step(dispute(), "ask-consent", CHEN)
    assert found.status is S.CONSENT_ASKED
    found = step(found, "agree", LI)
    assert (found.status, found.mediator, found.anyone) == (S.MEDIATOR_ASKED, "zheng", False)
    assert step(found, "accept", ZHENG).status is S.ASSIGNED


def test_only_the_committee_asks_for_consent_and_the_township_where_it_stands_in():
    assert refused(dispute(), "ask-consent", ZHENG) == "refusal-not-yours"
    alone = dispute(parties=(THE_COMMITTEE,))
    assert step(alone, "ask-consent", LIANG).status is S.CONSENT_ASKED
    assert refused(alone, "ask-consent", CHEN) == "refusal-not-yours"


def test_consent_is_not_asked_before_the_parties_are_known():
    found = dispute(declared=False, flagged=True)

    assert refused(found, "ask-consent", LIANG) == "refusal-not-allowed"


def test_only_a_mediator_who_may_can_be_wished_for():
    found = dispute(status=S.CONSENT_ASKED, kin=("zheng",))

    assert refused(found, "agree", LI) == "refusal-receiver"
    assert refused(found, "agree", LI, Given(to="chen")) == "refusal-receiver"
    assert step(found, "agree", LI, Given(to=ANYONE)).mediator == "ma"
    nobody = dispute(status=S.CONSENT_ASKED, declined=("zheng", "ma", "liang"))
    assert refused(nobody, "agree", LI, Given(to=ANYONE)) == "refusal-receiver"


def test_who_declines_gives_a_reason_and_the_reporter_is_asked_anew():
    found = dispute(status=S.MEDIATOR_ASKED, mediator="zheng")

    assert refused(found, "decline", ZHENG, Given()) == "refusal-reason"
    assert refused(found, "decline", MA) == "refusal-not-yours"
    after = step(found, "decline", ZHENG)
    assert (after.status, after.mediator, after.declined) == (S.CONSENT_ASKED, "", ("zheng",))
    assert automatic(COMMUNITY, after) is None


def test_where_anyone_will_do_the_next_is_asked_by_rule_until_nobody_is_left():
    found = dispute(status=S.MEDIATOR_ASKED, mediator="zheng", anyone=True)

    after = step(found, "pass-on", 0)

    assert automatic(COMMUNITY, after) == (A.AGREE, ANYONE)
    assert step(after, "agree", 0, Given(to=ANYONE)).mediator == "ma"
    last = replace(after, declined=("zheng", "ma", "liang"))
    assert automatic(COMMUNITY, last) is None
    assert automatic(COMMUNITY, found) is None


def test_a_referral_names_office_place_and_phone():
    for missing in ("office", "place", "phone"):
        given = replace(WHOLE, **{missing: ""})
        assert refused(dispute(), "refer", ZHENG, given) == "refusal-office"
    after = step(dispute(), "refer", ZHENG)
    assert (after.status, after.office, after.place, after.phone) == (
        S.REFERRED,
        "街道司法所",
        "和平路1号",
        "12345678",
    )


@pytest.mark.parametrize("person", [LI, ZHENG, CHEN])
def test_anyone_of_the_dispute_puts_the_flag_up_and_everybody_is_called_anew(person):
    before = dispute(acknowledged_by="ma", called=("ma",), raised=1)

    after = step(before, "raise", person)

    assert (after.flagged, after.raised, after.alarming, after.called) == (True, 2, True, ())
    assert refused(after, "raise", person) == "refusal-not-allowed"


def test_only_a_human_of_the_handlers_lowers_the_flag_and_says_why():
    found = dispute(flagged=True, withdrawal_asked=True)

    assert refused(found, "lower", LI) == "refusal-not-yours"
    assert refused(found, "lower", 0) == "refusal-not-yours"
    assert refused(found, "lower", ZHENG, Given()) == "refusal-reason"
    after = step(found, "lower", ZHENG)
    assert (after.flagged, after.withdrawal_asked) == (False, False)
    assert refused(after, "lower", ZHENG) == "refusal-not-allowed"


def test_the_first_to_acknowledge_ends_the_alarm():
    after = step(dispute(flagged=True), "acknowledge", ZHENG)

    assert (after.acknowledged_by, after.alarming) == ("zheng", False)
    assert refused(after, "acknowledge", MA) == "refusal-not-allowed"
    assert refused(dispute(), "acknowledge", ZHENG) == "refusal-not-allowed"


def test_under_a_flag_the_committee_must_let_the_reporter_withdraw():
    found = dispute(flagged=True)
    assert refused(found, "withdraw", LI) == "refusal-not-allowed"
    assert refused(found, "let-withdraw", CHEN) == "refusal-not-allowed"

    asked = step(found, "ask-withdrawal", LI)

    assert refused(asked, "ask-withdrawal", LI) == "refusal-not-allowed"
    assert refused(asked, "let-withdraw", ZHENG) == "refusal-not-yours"
    assert refused(asked, "let-withdraw", CHEN, Given()) == "refusal-reason"
    assert step(asked, "let-withdraw", CHEN).status is S.WITHDRAWN


def test_without_a_flag_the_reporter_withdraws_alone():
    assert step(dispute(), "withdraw", LI).status is S.WITHDRAWN
    assert refused(dispute(), "ask-withdrawal", LI) == "refusal-not-allowed"


def test_the_other_side_is_spoken_to_only_when_named_assigned_and_without_danger():
    ready = dispute(named=True, status=S.ASSIGNED)

    assert ready.may_approach
    assert not replace(ready, flagged=True).may_approach
    assert not replace(ready, named=False).may_approach
    assert not replace(ready, status=S.MEDIATOR_ASKED).may_approach


@pytest.mark.parametrize("status", DisputeStatus)
@pytest.mark.parametrize("person", [LI, ZHENG, MA, CHEN, LIANG, 9999])
@pytest.mark.parametrize("flagged", [False, True])
def test_what_is_offered_is_what_is_allowed(status, person, flagged):
    found = dispute(status=status, flagged=flagged, mediator="zheng", kin=("ma",))
    allowed = set()
    for action in A:
        try:
            step(found, action, person, replace(WHOLE, to=ANYONE))
        except Refusal:
            continue
        allowed.add(action)

    assert set(choices(COMMUNITY, found, actor(person))) == allowed
    assert not allowed or person not in {MA, 9999}


def test_the_clock_refers_withdraws_and_lowers_nothing():
    """No dispute is closed without a named human (N19)."""
    may = {s.action for s in LIFECYCLE.steps if Role.CLOCK in s.by}

    assert may == {A.AGREE, A.PASS_ON, A.VACATE}
    assert roles_in(COMMUNITY, dispute(), THE_CLOCK) == {Role.CLOCK}


def test_a_closed_dispute_is_over():
    with pytest.raises(NotAllowed) as caught:
        step(dispute(status=S.REFERRED), "withdraw", LI)
    assert caught.value.key == "refusal-closed"
