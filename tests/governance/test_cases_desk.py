"""The steps by which a report leaves the desk undone, and comes back to it."""

from dataclasses import replace

import pytest

from governance import cases
from governance.cases import CaseKind
from governance.directory import Role
from governance.refusals import NotAllowed, Refusal
from tests.governance.matters import (
    ACTORS,
    CHAIR,
    DESK,
    HEAD,
    LI,
    WATCH,
    ZHANG,
    A,
    S,
    T,
    a_case,
    complete,
    move,
)


def answered_in(kind):
    return {s for s in S if A.ANSWER in cases.choices(a_case(s, T.RETURNED, kind=kind), CHAIR)}


@pytest.mark.parametrize("kind", [CaseKind.SERVICE, CaseKind.HAZARD])
def test_what_a_worker_is_sent_for_is_answered_in_words_only_where_it_is_contested(kind):
    assert answered_in(kind) == {S.CONTESTED}


@pytest.mark.parametrize("kind", [CaseKind.QUESTION, CaseKind.SUGGESTION])
def test_a_question_or_a_suggestion_is_answered_from_the_desk(kind):
    """B04."""
    assert answered_in(kind) == {S.SUBMITTED, S.NEEDS_INFO, S.ACCEPTED, S.CONTESTED}


def test_a_dangerous_matter_is_withdrawn_only_with_the_committees_yes():
    """8.3: its reporter asks, the committee gives a reason."""
    asked = a_case(S.IN_PROGRESS, T.ACCEPTED, kind=CaseKind.HAZARD, leaving=True)

    assert A.WITHDRAW not in cases.choices(asked, ACTORS["reporter"])
    with pytest.raises(NotAllowed):
        cases.advance(asked, A.WITHDRAW, complete(ACTORS["reporter"]))
    released = cases.advance(asked, A.RELEASE, complete(CHAIR))
    assert (released.status, released.current.status) == (S.WITHDRAWN, T.CANCELLED)


def test_nobody_releases_what_its_reporter_did_not_ask_to_withdraw():
    assert A.RELEASE not in cases.choices(a_case(S.IN_PROGRESS, T.ACCEPTED), CHAIR)


def test_a_refusal_is_reviewed_once():
    first = cases.advance(a_case(S.DECLINED), A.APPEAL, move(ACTORS["reporter"]))
    back = cases.advance(replace(first, desk="wu"), A.OVERRULE, complete(WATCH))
    again = cases.advance(back, A.DECLINE, complete(CHAIR))

    assert (first.status, back.status, again.status) == (S.UNDER_REVIEW, S.SUBMITTED, S.DECLINED)
    assert cases.choices(again, ACTORS["reporter"]) == ()


def test_a_report_is_declined_by_the_committee_and_not_by_its_dispatcher_alone():
    dispatcher = replace(DESK, offices=frozenset({Role.DISPATCHER}))

    assert A.DECLINE in cases.choices(a_case(), CHAIR)
    assert A.DECLINE not in cases.choices(a_case(), dispatcher)


@pytest.mark.parametrize("into", [0, 5])
def test_a_case_is_merged_into_another_than_itself(into):
    with pytest.raises(Refusal) as refused:
        cases.advance(a_case(id=5), A.MERGE, move(CHAIR, note="同一件", into=into))

    assert refused.value.key == "refusal-other-case"


def test_a_merged_case_knows_where_it_went():
    merged = cases.advance(a_case(id=5), A.MERGE, move(CHAIR, note="同一件", into=3))

    assert (merged.status, merged.merged_into) == (S.MERGED, 3)


def test_whoever_reported_the_same_judges_it_too():
    """8.3: one no is enough to do it again, one yes closes nothing alone."""
    done = a_case(S.DONE_REPORTED, T.DONE, followers=(ZHANG,))

    assert cases.choices(done, ACTORS["stranger"]) == (A.CONCUR, A.REOPEN)
    yes = cases.advance(done, A.CONCUR, move(ACTORS["stranger"]))
    no = cases.advance(done, A.REOPEN, move(ACTORS["stranger"]))
    assert (yes, no.status) == (done, S.REOPENED)


def test_of_the_committee_nobody_decides_what_he_reported_too():
    """A09: a merged report is a report."""
    own = replace(CHAIR, id=ZHANG)

    assert cases.choices(a_case(S.ACCEPTED, followers=(ZHANG,)), own) == ()


def test_the_head_of_a_panel_decides_what_lies_with_it_and_no_more():
    """D14: whoever is of the committee anyway needs no such office."""
    panel = replace(HEAD, officer="he")

    assert set(cases.choices(a_case(S.ESCALATED), panel)) == {A.DISPATCH, A.HAND_UP}
    assert cases.choices(a_case(S.ACCEPTED), panel) == ()
    assert A.HAND_UP not in cases.choices(a_case(S.ESCALATED), DESK)


@pytest.mark.parametrize(("by", "bounces"), [(HEAD, 2), (DESK, 0)])
def test_only_the_committee_forgets_what_bounced(by, bounces):
    """D03: two bounces, and the committee decides; a panel's head does not."""
    case = a_case(S.ESCALATED, T.ESCALATED, bounces=2, desk=by.officer)

    assert cases.advance(case, A.DISPATCH, move(by, to="zhou")).bounces == bounces


def test_a_reviewer_of_a_refusal_is_the_one_at_whose_desk_it_lies():
    """A09: whoever countersigned it looks away."""
    review = a_case(S.UNDER_REVIEW, desk="wu")

    assert set(cases.choices(review, WATCH)) == {A.OVERRULE, A.UPHOLD}
    assert cases.choices(review, replace(WATCH, officer="other")) == ()


def test_supervision_reviews_nothing_that_it_reported():
    assert cases.choices(a_case(S.UNDER_REVIEW), replace(WATCH, id=LI)) == (A.WITHDRAW,)
