"""The steps of a case and of its assignments, as tables (8.3, 8.5)."""

from collections.abc import Mapping

from governance.cases.states import (
    OPEN,
    RAISED,
    WITH_WORKER,
    AssignmentStatus,
    CaseAction,
    CaseStatus,
)
from governance.directory import THE_CLOCK, Role
from governance.lifecycle import Lifecycle, step

S, A, T = CaseStatus, CaseAction, AssignmentStatus

ASSIGNEE = frozenset({Role.ASSIGNEE})
REPORTER = frozenset({Role.REPORTER})
SUBSCRIBER = frozenset({Role.SUBSCRIBER})
RECEIVER = frozenset({Role.RECEIVER})
COMMITTEE = frozenset({Role.COMMITTEE})
DESK = COMMITTEE | {Role.DISPATCHER}
PANEL = frozenset({Role.PANEL})
SUPERVISION = frozenset({Role.SUPERVISION})
CLOCK = THE_CLOCK.offices
REPORTER_AND_SUPERVISION = (Role.REPORTER, Role.SUPERVISION)
BOTH = (Role.REPORTER, Role.COMMITTEE)
UNASSIGNED = frozenset({S.SUBMITTED, S.NEEDS_INFO, S.ACCEPTED, S.ESCALATED})
STILL = UNASSIGNED | WITH_WORKER
ANSWERABLE = frozenset({S.SUBMITTED, S.NEEDS_INFO, S.ACCEPTED, S.CONTESTED})


LIFECYCLE = Lifecycle(
    step(A.ADMIT, {S.SUBMITTED}, S.ACCEPTED, DESK, Role.REPORTER),
    step(A.ADMIT, {S.SUBMITTED}, S.ACCEPTED, CLOCK),
    step(A.ACCEPT, {S.DISPATCHED}, S.IN_PROGRESS, ASSIGNEE, Role.REPORTER),
    step(A.DISPATCH, {S.SUBMITTED, S.ACCEPTED, *RAISED}, S.DISPATCHED, DESK, Role.REPORTER),
    step(A.DISPATCH, {S.ESCALATED}, S.DISPATCHED, PANEL, Role.REPORTER),
    step(A.DISPATCH, {S.ACCEPTED, S.REOPENED}, S.DISPATCHED, CLOCK, Role.REPORTER),
    step(A.PASS_ON, {S.DISPATCHED}, S.DISPATCHED, CLOCK, Role.REPORTER),
    step(A.FINISH, {S.IN_PROGRESS}, S.DONE_REPORTED, ASSIGNEE, proof=True),
    step(A.TRANSFER, {S.IN_PROGRESS}, S.IN_PROGRESS, ASSIGNEE, reason=True),
    step(A.RECEIVE, {S.IN_PROGRESS}, S.IN_PROGRESS, RECEIVER, Role.REPORTER),
    step(A.KEEP, {S.IN_PROGRESS}, S.IN_PROGRESS, RECEIVER | CLOCK, Role.ASSIGNEE),
    step(A.ESCALATE, {S.IN_PROGRESS}, S.ESCALATED, ASSIGNEE, Role.REPORTER, reason=True),
    step(A.ESCALATE, WITH_WORKER, S.ESCALATED, CLOCK, Role.REPORTER),
    step(A.HAND_UP, {S.ESCALATED}, S.ESCALATED, PANEL, Role.REPORTER, reason=True),
    step(A.HAND_UP, {S.ESCALATED}, S.ESCALATED, CLOCK, Role.REPORTER),
    step(A.HAND_BACK, WITH_WORKER, S.ACCEPTED, ASSIGNEE, Role.REPORTER, reason=True),
    step(A.CONFIRM, {S.DONE_REPORTED}, S.CONFIRMED, REPORTER, Role.ASSIGNEE),
    step(A.SETTLE_PART, {S.DONE_REPORTED}, S.PARTIAL, REPORTER, Role.ASSIGNEE),
    step(A.CONCUR, {S.DONE_REPORTED}, S.DONE_REPORTED, SUBSCRIBER),
    step(A.REOPEN, {S.DONE_REPORTED}, S.REOPENED, REPORTER | SUBSCRIBER),
    step(A.CONTEST, {S.REOPENED}, S.CONTESTED, CLOCK, *REPORTER_AND_SUPERVISION),
    step(A.LAPSE, {S.DONE_REPORTED}, S.UNCONFIRMED, CLOCK, Role.REPORTER, Role.ASSIGNEE),
    step(A.ASK_INFO, {S.SUBMITTED}, S.NEEDS_INFO, DESK, reason=True),
    step(A.INFORM, {S.NEEDS_INFO}, S.SUBMITTED, REPORTER),
    step(A.RESUME, {S.NEEDS_INFO}, S.SUBMITTED, CLOCK, Role.ASSIGNEE),
    step(A.ANSWER, ANSWERABLE, S.ANSWERED, DESK, *REPORTER_AND_SUPERVISION, reason=True),
    step(A.MERGE, UNASSIGNED, S.MERGED, DESK, Role.REPORTER, reason=True),
    step(A.REFER, UNASSIGNED, S.REFERRED, DESK, Role.REPORTER, reason=True),
    step(A.DECLINE, {S.SUBMITTED}, S.DECLINED, COMMITTEE, Role.REPORTER, reason=True),
    # one person who is secretary and chair decides these with supervision's signature (A15)
    step(A.PROPOSE_DECLINE, {S.SUBMITTED}, S.DECLINE_PROPOSED, COMMITTEE, reason=True),
    step(A.PROPOSE_ANSWER, {S.CONTESTED}, S.ANSWER_PROPOSED, COMMITTEE, reason=True),
    step(A.COUNTERSIGN, {S.DECLINE_PROPOSED}, S.DECLINED, SUPERVISION, *BOTH),
    step(A.COUNTERSIGN, {S.ANSWER_PROPOSED}, S.ANSWERED, SUPERVISION, *BOTH),
    step(A.APPEAL, {S.DECLINED}, S.UNDER_REVIEW, REPORTER, Role.COMMITTEE),
    step(A.OVERRULE, {S.DECLINE_PROPOSED}, S.SUBMITTED, SUPERVISION, Role.COMMITTEE, reason=True),
    step(A.OVERRULE, {S.ANSWER_PROPOSED}, S.CONTESTED, SUPERVISION, Role.COMMITTEE, reason=True),
    step(A.OVERRULE, {S.UNDER_REVIEW}, S.SUBMITTED, SUPERVISION, *BOTH, reason=True),
    step(A.UPHOLD, {S.UNDER_REVIEW}, S.CLOSED, SUPERVISION, *BOTH, reason=True),
    step(A.CLOSE, {S.DECLINED}, S.CLOSED, CLOCK, Role.REPORTER),
    step(A.WITHDRAW, OPEN, S.WITHDRAWN, REPORTER, Role.ASSIGNEE),
    step(A.RELEASE, OPEN, S.WITHDRAWN, DESK, Role.REPORTER, Role.ASSIGNEE, reason=True),
    # these two leave the case where it stands (B02, B11)
    *(step(A.CORRECT, {s}, s, DESK, Role.REPORTER, reason=True) for s in sorted(STILL)),
    *(step(A.SUMMARISE, {s}, s, DESK, Role.REPORTER, reason=True) for s in sorted(STILL)),
)

# What each action makes of the assignment it meets (8.5); absent: it is left as it is.
ASSIGNMENT: Mapping[tuple[CaseAction, AssignmentStatus], AssignmentStatus] = {
    (A.ACCEPT, T.OFFERED): T.ACCEPTED,
    (A.PASS_ON, T.OFFERED): T.TIMED_OUT,
    (A.HAND_BACK, T.OFFERED): T.DECLINED,
    (A.HAND_BACK, T.ACCEPTED): T.DECLINED,
    (A.TRANSFER, T.ACCEPTED): T.TRANSFER_PENDING,
    (A.RECEIVE, T.TRANSFER_PENDING): T.TRANSFERRED,
    (A.KEEP, T.TRANSFER_PENDING): T.ACCEPTED,
    (A.ESCALATE, T.ACCEPTED): T.ESCALATED,
    (A.ESCALATE, T.OFFERED): T.ESCALATED,  # who was asked is no longer in office
    (A.FINISH, T.ACCEPTED): T.DONE,
    (A.FINISH, T.TRANSFER_PENDING): T.DONE,
    (A.CONFIRM, T.DONE): T.VERIFIED,
    (A.SETTLE_PART, T.DONE): T.VERIFIED,
    (A.LAPSE, T.DONE): T.VERIFIED,
    (A.REOPEN, T.DONE): T.RETURNED,
    **{
        (action, held): T.CANCELLED
        for action in (A.WITHDRAW, A.RELEASE)
        for held in (T.OFFERED, T.ACCEPTED, T.TRANSFER_PENDING, T.DONE)
    },
}
MEETS_ASSIGNMENT = frozenset(action for action, _ in ASSIGNMENT) - {A.WITHDRAW, A.RELEASE}
NEEDS_RECEIVER = frozenset({A.DISPATCH, A.PASS_ON, A.TRANSFER})
NEEDS_OTHER = frozenset({A.MERGE})
# what a secretary who is chair as well only proposes (A15)
PROPOSED_AS: Mapping[tuple[CaseAction, CaseStatus], CaseAction] = {
    (A.DECLINE, S.SUBMITTED): A.PROPOSE_DECLINE,
    (A.ANSWER, S.CONTESTED): A.PROPOSE_ANSWER,
}
