"""The heaps of the desk: why a case lies there, and whose it is to look (B14, D03, D15)."""

from collections.abc import Mapping
from enum import StrEnum

from governance.cases.case import Case
from governance.cases.states import OPEN, WITH_WORKER, CaseAction, CaseStatus
from governance.cases.table import DESK, SUPERVISION
from governance.directory import Role


class Heap(StrEnum):
    """Why a case waits at the desk."""

    TRIAGE = "triage"
    INFORMED = "informed"
    BOUNCED = "bounced"
    ESCALATED = "escalated"
    CONTESTED = "contested"
    LEAVING = "leaving"
    ASKED = "asked"
    SIGNING = "signing"
    REVIEW = "review"


WHOSE: Mapping[Heap, frozenset[Role]] = {
    heap: SUPERVISION if heap in {Heap.SIGNING, Heap.REVIEW} else DESK for heap in Heap
}
_BY_STATUS: Mapping[CaseStatus, Heap] = {
    CaseStatus.ACCEPTED: Heap.BOUNCED,
    CaseStatus.ESCALATED: Heap.ESCALATED,
    CaseStatus.CONTESTED: Heap.CONTESTED,
    CaseStatus.ANSWER_PROPOSED: Heap.SIGNING,
    CaseStatus.DECLINE_PROPOSED: Heap.SIGNING,
    CaseStatus.UNDER_REVIEW: Heap.REVIEW,
}
LYING = (CaseStatus.SUBMITTED, *_BY_STATUS)


def heap(case: Case, last: CaseAction | None, *, asked: bool) -> Heap | None:
    """Return why a case lies at the desk; `last` is its newest step, `asked` an open question."""
    if case.leaving and case.status in OPEN:
        return Heap.LEAVING
    if case.status is CaseStatus.SUBMITTED:
        informed = last in {CaseAction.INFORM, CaseAction.RESUME}
        return Heap.INFORMED if informed else Heap.TRIAGE
    if found := _BY_STATUS.get(case.status):
        return found
    # what is asked of a worker is his to answer
    return Heap.ASKED if asked and case.status not in WITH_WORKER else None
