from datetime import timedelta

import pytest

from governance.cases import AssignmentStatus, CaseStatus
from governance.mediation import DisputeStatus
from services.seats import ending, leaving
from tests.services.mediation.people import ZHENG, dispute, press, tell
from tests.services.seats.posts import NEW, replan, take_up
from tests.services.town import CHEN, HE, LI, WANG, ZHOU


def leave(town, officer):
    """Let an officer's term be over, and what follows from it, before any other alarm."""
    replan(town, officer, term_ends=town.now.date() - timedelta(days=1))
    town.do(0, ending.terms)
    town.ring("vacate")


def test_what_was_offered_goes_to_the_next_in_line(town):
    town.report()

    leave(town, "wang")

    case = town.case()
    assert (case.status, case.holder) == (CaseStatus.DISPATCHED, "zhou")
    assert case.assignments[0].status is AssignmentStatus.TIMED_OUT
    assert ("worksheet:1:zhou:2", ZHOU) in town.fresh()


def test_what_was_offered_goes_to_the_desk_where_nobody_is_left_in_line(town):
    town.report()
    for _ in range(4):
        town.ring("unanswered")
    last = town.case().holder
    assert len(town.case().assignments) == 5

    leave(town, last)

    case = town.case()
    assert (case.status, case.current.status) == (CaseStatus.ESCALATED, AssignmentStatus.ESCALATED)
    assert case.holder not in {last, ""}


def test_what_was_accepted_goes_to_the_desk(working):
    leave(working, "wang")

    case = working.case()
    assert (case.status, case.holder) == (CaseStatus.ESCALATED, "he")
    assert case.current.status is AssignmentStatus.ESCALATED
    assert ("told-reporter-escalate", LI) in working.fresh()


def test_whoever_was_asked_to_take_over_and_left_leaves_it_with_its_owner(working):
    working.act(WANG, "transfer", to="liu", note="@skill")

    leave(working, "liu")

    case = working.case()
    assert (case.status, case.holder) == (CaseStatus.IN_PROGRESS, "wang")
    assert case.current.status is AssignmentStatus.ACCEPTED


def test_whoever_asked_another_and_left_gives_it_to_the_desk(working):
    working.act(WANG, "transfer", to="liu", note="@skill")

    leave(working, "wang")

    assert (working.case().status, working.case().holder) == (CaseStatus.ESCALATED, "he")


def test_the_desk_of_whoever_left_is_cleared(working):
    working.act(WANG, "escalate", note="@money")
    assert working.case().holder == "chen"

    leave(working, "chen")

    assert working.case().holder == "he"
    assert "desk" in working.audit()
    assert [chat for subject, chat in working.fresh() if "worksheet" in subject] == [HE]


def test_a_case_of_which_only_the_desk_changes_stays_with_its_worker(working):
    assert working.case().desk == "he"

    leave(working, "he")

    assert (working.case().desk, working.case().holder) == ("chen", "wang")
    assert [s for s, _ in working.fresh() if s.startswith("worksheet:")] == []


def test_what_is_reported_done_waits_for_its_reporter(finished):
    leave(finished, "wang")

    assert finished.case().status is CaseStatus.DONE_REPORTED


def test_a_post_that_was_taken_up_again_meanwhile_keeps_its_cases(working):
    working.do(0, leaving.vacate, "wang")

    assert working.case().holder == "wang"


@pytest.mark.parametrize("officer", ["liu", "wu"])
def test_other_peoples_cases_stay_where_they_are(working, officer):
    before = working.case()

    leave(working, officer)

    assert working.case() == before


def test_a_new_holder_of_the_post_finds_no_case_of_the_one_before(working):
    leave(working, "wang")

    replan(working, "wang", term_ends=None)
    take_up(working, "wang", NEW, HE)

    assert [s for s, chat in working.fresh() if chat == NEW and s.startswith("worksheet:")] == []


@pytest.fixture
def mediated(town):
    """A dispute that 郑老师 has taken; 马师傅 is the next who could."""
    tell(town)
    press(town, CHEN, "ask-consent")
    press(town, LI, "agree", "zheng")
    press(town, ZHENG, "accept")
    return town


def test_a_dispute_of_a_mediator_who_left_goes_back_to_its_reporter(mediated):
    leave(mediated, "zheng")

    found = dispute(mediated)
    assert (found.status, found.mediator) == (DisputeStatus.CONSENT_ASKED, "")
    told = mediated.fresh()
    assert ("dispute-told-reporter-vacate", LI) in told
    assert ("dispute-told-committee-vacate", CHEN) in told
    assert mediated.audit() == ["vacate"]
    press(mediated, LI, "agree", "ma")
    mediated.ring("unmediated")  # set for 郑老师
    assert dispute(mediated).mediator == "ma"
    mediated.ring("unmediated")
    assert dispute(mediated).declined == ("ma",)


def test_where_anyone_will_do_the_next_mediator_is_asked_at_once(town):
    tell(town)
    press(town, CHEN, "ask-consent")
    press(town, LI, "agree", "anyone")

    leave(town, "zheng")

    assert (dispute(town).status, dispute(town).mediator) == (DisputeStatus.MEDIATOR_ASKED, "ma")


def test_a_dispute_of_another_mediator_stays_where_it_is(mediated):
    leave(mediated, "ma")

    assert dispute(mediated).status is DisputeStatus.ASSIGNED
