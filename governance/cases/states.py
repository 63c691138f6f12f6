"""Where a case and an assignment may stand, and what can be done to them (8.3, 8.5)."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What sort of matter it is; it decides privacy, route and clock (B04)."""

    SERVICE = "service"
    HAZARD = "hazard"
    SUGGESTION = "suggestion"
    QUESTION = "question"


class Urgency(StrEnum):
    """How much it presses: urgent, lasting pain, a wish (B02)."""

    URGENT = "urgent"
    PAINFUL = "painful"
    WISH = "wish"


class CaseStatus(StrEnum):
    """Where a case stands."""

    SUBMITTED = "submitted"
    NEEDS_INFO = "needs-info"
    ACCEPTED = "accepted"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in-progress"
    ESCALATED = "escalated"
    DONE_REPORTED = "done-reported"
    REOPENED = "reopened"
    CONTESTED = "contested"
    ANSWER_PROPOSED = "answer-proposed"
    DECLINE_PROPOSED = "decline-proposed"
    UNDER_REVIEW = "under-review"
    CONFIRMED = "confirmed"
    PARTIAL = "partial"
    UNCONFIRMED = "unconfirmed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    REFERRED = "referred"
    DECLINED = "declined"
    CLOSED = "closed"


class CaseAction(StrEnum):
    """What can be done to a case."""

    ADMIT = "admit"
    DISPATCH = "dispatch"
    ACCEPT = "accept"
    PASS_ON = "pass-on"  # noqa: S105 -- an action
    FINISH = "finish"
    TRANSFER = "transfer"
    RECEIVE = "receive"
    KEEP = "keep"
    ESCALATE = "escalate"
    HAND_BACK = "hand-back"
    CONFIRM = "confirm"
    SETTLE_PART = "settle-part"
    REOPEN = "reopen"
    CONTEST = "contest"
    LAPSE = "lapse"
    ANSWER = "answer"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    ASK_INFO = "ask-info"
    INFORM = "inform"
    RESUME = "resume"
    MERGE = "merge"
    CONCUR = "concur"
    REFER = "refer"
    DECLINE = "decline"
    PROPOSE_DECLINE = "propose-decline"
    PROPOSE_ANSWER = "propose-answer"
    COUNTERSIGN = "countersign"
    OVERRULE = "overrule"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    CLOSE = "close"
    HAND_UP = "hand-up"
    CORRECT = "correct"
    SUMMARISE = "summarise"


class AssignmentStatus(StrEnum):
    """Where one person's answering for a case stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    TRANSFER_PENDING = "transfer-pending"
    DONE = "done"
    VERIFIED = "verified"
    RETURNED = "returned"
    DECLINED = "declined"
    TIMED_OUT = "timed-out"
    TRANSFERRED = "transferred"
    ESCALATED = "escalated"
    CANCELLED = "cancelled"


S, A, T = CaseStatus, CaseAction, AssignmentStatus

RAISED = frozenset({S.ESCALATED, S.CONTESTED})
WITH_SUPERVISION = frozenset({S.ANSWER_PROPOSED, S.DECLINE_PROPOSED, S.UNDER_REVIEW})
ON_DESK = RAISED | WITH_SUPERVISION | {S.SUBMITTED, S.NEEDS_INFO, S.ACCEPTED, S.REOPENED}
WITH_WORKER = frozenset({S.DISPATCHED, S.IN_PROGRESS})
WORKING = ON_DESK | WITH_WORKER
OPEN = WORKING | {S.DONE_REPORTED}
# a declined case is closed to everybody but its reporter, who may ask for one review
CLOSED = frozenset(S) - OPEN
