import pytest

from governance.cases import CaseAction, CaseStatus
from governance.cases.heaps import LYING, WHOSE, Heap, heap
from governance.directory import Role
from tests.governance.matters import a_case

S, A = CaseStatus, CaseAction


@pytest.mark.parametrize(
    ("status", "last", "why"),
    [
        (S.SUBMITTED, None, Heap.TRIAGE),
        (S.SUBMITTED, A.OVERRULE, Heap.TRIAGE),
        (S.SUBMITTED, A.INFORM, Heap.INFORMED),
        (S.SUBMITTED, A.RESUME, Heap.INFORMED),
        (S.ACCEPTED, A.HAND_BACK, Heap.BOUNCED),
        (S.ESCALATED, A.ESCALATE, Heap.ESCALATED),
        (S.CONTESTED, A.CONTEST, Heap.CONTESTED),
        (S.DECLINE_PROPOSED, A.PROPOSE_DECLINE, Heap.SIGNING),
        (S.ANSWER_PROPOSED, A.PROPOSE_ANSWER, Heap.SIGNING),
        (S.UNDER_REVIEW, A.APPEAL, Heap.REVIEW),
        (S.NEEDS_INFO, A.ASK_INFO, None),
        (S.DISPATCHED, A.DISPATCH, None),
        (S.MERGED, A.MERGE, None),
    ],
)
def test_a_case_lies_in_the_heap_of_its_status(status, last, why):
    assert heap(a_case(status), last, asked=False) is why


@pytest.mark.parametrize("status", sorted(S))
def test_what_is_asked_lies_at_the_desk_unless_a_worker_has_it(status):
    lone = status not in {*LYING, S.DISPATCHED, S.IN_PROGRESS}

    assert (heap(a_case(status), None, asked=True) is Heap.ASKED) is lone


@pytest.mark.parametrize(("status", "why"), [(S.IN_PROGRESS, Heap.LEAVING), (S.WITHDRAWN, None)])
def test_a_wish_to_withdraw_lies_there_while_the_case_is_open(status, why):
    assert heap(a_case(status, leaving=True), None, asked=False) is why


def test_supervision_signs_and_reviews_and_nobody_of_the_desk_does():
    """A08."""
    theirs = {h for h, roles in WHOSE.items() if Role.SUPERVISION in roles}

    assert theirs == {Heap.SIGNING, Heap.REVIEW}
    assert {Role.DISPATCHER, Role.COMMITTEE}.isdisjoint(set().union(*(WHOSE[h] for h in theirs)))
