from dataclasses import replace

import pytest

from governance.deliberations.advance import Given, choices, outcome
from governance.deliberations.states import Consultation
from governance.deliberations.table import LIFECYCLE
from governance.directory import THE_CLOCK, Role
from governance.procedure import Level
from tests.governance.deliberations.matters import (
    AT,
    CHEN,
    LI,
    LIANG,
    REVIEW,
    STANDING,
    TALKED,
    WU,
    A,
    S,
    V,
    at,
    refused,
    step,
)

MET = replace(STANDING, met="改装在东侧，不挡一楼的窗")
GONE = replace(STANDING, withdrawn=True)
BYSTANDER = replace(STANDING, affected=False)


@pytest.mark.parametrize(
    ("verdict", "objections", "action"),
    [
        (V.CARRIED, (), A.CARRY),
        (V.CARRIED, (STANDING,), A.FAIL),
        (V.CARRIED, (MET, STANDING), A.FAIL),
        (V.CARRIED, (MET, GONE, BYSTANDER), A.CARRY),
        (V.FAILED, (), A.FAIL),
        (V.TIED, (), A.FAIL),
        (V.INVALID, (), A.LACK),
        (V.INVALID, (STANDING,), A.LACK),
    ],
)
def test_an_unmet_objection_of_somebody_affected_outweighs_any_majority(
    verdict, objections, action
):
    topic = at(S.POLLING, objections=objections)

    assert outcome(topic, verdict) is action
    for each in (A.CARRY, A.FAIL, A.LACK):
        if each is action:
            assert step(topic, each, THE_CLOCK, verdict=verdict).status is not S.POLLING
        else:
            assert refused(topic, each, THE_CLOCK, verdict=verdict) == "not-allowed"


@pytest.mark.parametrize("action", [A.CARRY, A.FAIL, A.LACK])
def test_without_a_certified_ballot_nothing_follows(action):
    assert refused(at(S.POLLING), action, THE_CLOCK) == "not-allowed"
    assert refused(at(S.POLLING), action, CHEN, verdict=V.CARRIED) == "not-yours"


# ── after it ──


def test_a_second_round_starts_from_nothing_and_there_is_no_third():
    heard = {"consultations": frozenset(Consultation), "heard": frozenset({"stakeholder"})}
    again = step(at(S.NO_CONSENSUS, meetings=1, **heard), A.RETRY)

    assert (again.status, again.statements, again.meetings) == (S.DISCUSSION, 0, 0)
    assert (again.consultations, again.heard) == (frozenset(), frozenset())
    assert (again.summarised_at, again.discussed_from, again.retried) == (None, AT, 1)
    assert refused(replace(again, status=S.NO_CONSENSUS), A.RETRY) == "not-allowed"
    assert step(replace(again, status=S.INVALID), A.RETRY).retried == 1


def test_what_the_meeting_must_decide_is_resolved_by_its_minutes_alone():
    topic = at(S.CONSENSUS, review=replace(REVIEW, level=Level.MEETING))

    assert refused(topic, A.RESOLVE) == "not-allowed"
    assert refused(replace(topic, status=S.DIRECTED), A.RESOLVE) == "not-allowed"
    waiting = step(topic, A.AWAIT, THE_CLOCK)
    assert refused(waiting, A.PASS, proof="") == "proof"
    passed = step(waiting, A.PASS)
    assert refused(passed, A.CHECK) == "not-yours"
    assert step(passed, A.CHECK, WU).status is S.RESOLVING
    assert step(passed, A.DOUBT, WU).status is S.AWAIT_MEETING
    assert step(waiting, A.MISS).status is S.MEETING_FAILED
    assert refused(at(S.CONSENSUS), A.AWAIT) == "not-allowed"


def test_a_reserved_matter_is_talked_over_here_and_decided_elsewhere():
    topic = replace(TALKED, reserved=True)

    assert {refused(topic, A.POLL), refused(topic, A.AGREE)} == {"not-allowed"}
    assert step(topic, A.REFER).status is S.REFERRED
    assert refused(TALKED, A.REFER) == "not-allowed"


@pytest.mark.parametrize(
    "status", [S.CONSENSUS, S.AWAIT_MEETING, S.MEETING_PASSED, S.RESOLVING, S.NO_CONSENSUS]
)
def test_what_is_found_unlawful_or_without_consensus_is_referred(status):
    assert step(at(status), A.REFER).status is S.REFERRED
    if status is not S.NO_CONSENSUS:
        assert step(at(status), A.REFER, WU).status is S.REFERRED


def test_without_a_resolution_or_an_outcome_the_archive_wants_a_reason():
    into = {
        (source, s.reason)
        for s in LIFECYCLE.steps
        if s.target is S.ARCHIVED
        for source in s.sources
    }

    assert into == {
        (S.EVALUATED, False),
        (S.INVALID, True),
        (S.MEETING_FAILED, True),
        (S.DIRECTED, True),
    }


def test_the_township_takes_no_step():
    """It can neither open, nor stop, nor decide what is the residents' (N14)."""
    assert [s.action for s in LIFECYCLE.steps if Role.TOWNSHIP in s.by] == []
    assert choices(TALKED, Given(by=LIANG, at=AT)) == ()


def test_choices_are_those_that_may_be_taken():
    assert choices(TALKED, Given(by=CHEN, at=AT)) == (A.RESUME, A.POLL, A.AGREE)
    assert choices(at(S.RETURNED), Given(by=LI, at=AT)) == (A.RESUBMIT,)
    assert choices(at(S.POLLING), Given(by=THE_CLOCK, at=AT, verdict=V.TIED)) == (A.FAIL,)
