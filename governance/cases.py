"""A case's road from report to the reporter's verdict (B05, D03, D15; lifecycles 8.3, 8.5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from governance.directory import THE_CLOCK, Actor, Role
from governance.lifecycle import Lifecycle, step
from governance.refusals import NotAllowed, Refusal


class CaseStatus(StrEnum):
    """Where a case stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    DISPATCHED = "dispatched"
    IN_PROGRESS = "in-progress"
    ESCALATED = "escalated"
    DONE_REPORTED = "done-reported"
    REOPENED = "reopened"
    CONTESTED = "contested"
    CONFIRMED = "confirmed"
    PARTIAL = "partial"
    UNCONFIRMED = "unconfirmed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


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
ON_DESK = RAISED | {S.SUBMITTED, S.ACCEPTED, S.REOPENED}
WITH_WORKER = frozenset({S.DISPATCHED, S.IN_PROGRESS})
WORKING = ON_DESK | WITH_WORKER
OPEN = WORKING | {S.DONE_REPORTED}
CLOSED = frozenset(S) - OPEN

ASSIGNEE = frozenset({Role.ASSIGNEE})
REPORTER = frozenset({Role.REPORTER})
RECEIVER = frozenset({Role.RECEIVER})
DESK = frozenset({Role.DISPATCHER, Role.COMMITTEE})
CLOCK = THE_CLOCK.offices
REPORTER_AND_SUPERVISION = (Role.REPORTER, Role.SUPERVISION)


LIFECYCLE = Lifecycle(
    step(A.ADMIT, {S.SUBMITTED}, S.ACCEPTED, DESK, Role.REPORTER),
    step(A.ADMIT, {S.SUBMITTED}, S.ACCEPTED, CLOCK),
    step(A.ACCEPT, {S.DISPATCHED}, S.IN_PROGRESS, ASSIGNEE, Role.REPORTER),
    step(A.DISPATCH, {S.ACCEPTED, *RAISED}, S.DISPATCHED, DESK, Role.REPORTER),
    step(A.DISPATCH, {S.ACCEPTED, S.REOPENED}, S.DISPATCHED, CLOCK, Role.REPORTER),
    step(A.PASS_ON, {S.DISPATCHED}, S.DISPATCHED, CLOCK, Role.REPORTER),
    step(A.FINISH, {S.IN_PROGRESS}, S.DONE_REPORTED, ASSIGNEE, proof=True),
    step(A.TRANSFER, {S.IN_PROGRESS}, S.IN_PROGRESS, ASSIGNEE, reason=True),
    step(A.RECEIVE, {S.IN_PROGRESS}, S.IN_PROGRESS, RECEIVER, Role.REPORTER),
    step(A.KEEP, {S.IN_PROGRESS}, S.IN_PROGRESS, RECEIVER | CLOCK, Role.ASSIGNEE),
    step(A.ESCALATE, {S.IN_PROGRESS}, S.ESCALATED, ASSIGNEE, Role.REPORTER, reason=True),
    step(A.ESCALATE, {S.IN_PROGRESS}, S.ESCALATED, CLOCK, Role.REPORTER),
    step(A.HAND_BACK, WITH_WORKER, S.ACCEPTED, ASSIGNEE, Role.REPORTER, reason=True),
    step(A.CONFIRM, {S.DONE_REPORTED}, S.CONFIRMED, REPORTER, Role.ASSIGNEE),
    step(A.SETTLE_PART, {S.DONE_REPORTED}, S.PARTIAL, REPORTER, Role.ASSIGNEE),
    step(A.REOPEN, {S.DONE_REPORTED}, S.REOPENED, REPORTER),
    step(A.CONTEST, {S.REOPENED}, S.CONTESTED, CLOCK, *REPORTER_AND_SUPERVISION),
    step(A.LAPSE, {S.DONE_REPORTED}, S.UNCONFIRMED, CLOCK, Role.REPORTER, Role.ASSIGNEE),
    step(A.ANSWER, {S.CONTESTED}, S.ANSWERED, DESK, *REPORTER_AND_SUPERVISION, reason=True),
    step(A.WITHDRAW, OPEN, S.WITHDRAWN, REPORTER, Role.ASSIGNEE),
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
    (A.FINISH, T.ACCEPTED): T.DONE,
    (A.FINISH, T.TRANSFER_PENDING): T.DONE,
    (A.CONFIRM, T.DONE): T.VERIFIED,
    (A.SETTLE_PART, T.DONE): T.VERIFIED,
    (A.LAPSE, T.DONE): T.VERIFIED,
    (A.REOPEN, T.DONE): T.RETURNED,
    (A.WITHDRAW, T.OFFERED): T.CANCELLED,
    (A.WITHDRAW, T.ACCEPTED): T.CANCELLED,
    (A.WITHDRAW, T.TRANSFER_PENDING): T.CANCELLED,
    (A.WITHDRAW, T.DONE): T.CANCELLED,
}
MEETS_ASSIGNMENT = frozenset(action for action, _ in ASSIGNMENT) - {A.WITHDRAW}
NEEDS_RECEIVER = frozenset({A.DISPATCH, A.PASS_ON, A.TRANSFER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One officer's answering for a case; `receiver` is asked to take it over."""

    officer: str
    status: AssignmentStatus
    at: datetime
    until: datetime
    receiver: str = ""
    note: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One reported matter; `version` guards against two presses at once."""

    id: int = 0
    number: int = 0
    community: str
    reporter: int
    chat: int
    message: int
    text: str
    photo: str = ""
    category: str
    building: str | None
    grid: str | None
    status: CaseStatus = S.SUBMITTED
    at: datetime
    finish_by: datetime
    calendar_known: bool = True
    desk: str
    first_responsible: str = ""
    assignments: tuple[Assignment, ...] = field(default=())
    reopened: int = 0
    bounces: int = 0
    parent: int | None = None
    version: int = 0

    @property
    def current(self) -> Assignment | None:
        """The newest assignment, if there was any."""
        return self.assignments[-1] if self.assignments else None

    @property
    def holder(self) -> str:
        """The one officer who answers for it now (B10: no state without a named owner)."""
        if self.status in ON_DESK or self.current is None:
            return self.desk
        return self.current.officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step of a case, as its people may read it; `officer` is empty for clock and reporter."""

    action: CaseAction
    officer: str
    at: datetime
    note: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What comes with an action; `until` is when a new offer must be answered."""

    by: Actor
    at: datetime
    note: str = ""
    proof: str = ""
    to: str = ""
    until: datetime | None = None


def roles_in(case: Case, actor: Actor) -> frozenset[Role]:
    """Return what somebody is to this case; who carried it out never judges it (A09)."""
    roles = set(actor.offices)
    if actor.id == case.reporter:
        roles.add(Role.REPORTER)
        roles -= set() if actor.officer == case.desk else DESK
    current = case.current
    if actor.officer and actor.officer == case.holder and case.status not in ON_DESK:
        roles.add(Role.ASSIGNEE)
    if actor.officer and current and current.status is T.TRANSFER_PENDING:
        roles |= {Role.RECEIVER} if current.receiver == actor.officer else set()
    if case.status in {S.CONTESTED, S.DONE_REPORTED} and actor.officer in carried_out(case):
        # unless the desk is his: then nobody else of the committee is left (routing.desk)
        roles -= {Role.REPORTER} if actor.officer == case.desk else {Role.REPORTER, *DESK}
    return frozenset(roles)


def carried_out(case: Case) -> frozenset[str]:
    """Return the officers who reported the case done, ever."""
    done = {T.DONE, T.VERIFIED, T.RETURNED}
    return frozenset(a.officer for a in case.assignments if a.status in done)


def choices(case: Case, actor: Actor) -> tuple[CaseAction, ...]:
    """Return what this person may do now, where the assignment allows it too (D15)."""
    found = LIFECYCLE.choices(case.status, roles_in(case, actor))
    return tuple(a for a in found if _fits_assignment(case, a))


def _fits_assignment(case: Case, action: CaseAction) -> bool:
    if action not in MEETS_ASSIGNMENT or case.current is None:
        return action not in MEETS_ASSIGNMENT
    return (action, case.current.status) in ASSIGNMENT


def advance(case: Case, action: CaseAction, move: Move) -> Case:
    """Return the case one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(case.status, action, roles_in(case, move.by))
    if not _fits_assignment(case, action):
        raise NotAllowed("refusal-not-allowed")
    if taken.reason and not move.note:
        raise Refusal("refusal-reason")
    if taken.proof and not (move.note or move.proof):
        raise Refusal("refusal-proof")
    if action in NEEDS_RECEIVER and not move.to:
        raise Refusal("refusal-receiver")
    assignments = _assigned(case, action, move)
    moved = replace(case, status=taken.target, assignments=assignments)
    return _counted(moved, action, move)


def _assigned(case: Case, action: CaseAction, move: Move) -> tuple[Assignment, ...]:
    kept = case.assignments
    if case.current and (status := ASSIGNMENT.get((action, case.current.status))):
        note = move.note or case.current.note
        ended = replace(case.current, status=status, note=note, at=move.at)
        if action is A.TRANSFER:
            ended = replace(ended, receiver=move.to)
        if action is A.FINISH:
            ended = replace(ended, proof=move.proof)
        kept = (*kept[:-1], ended)
    until = move.until or move.at
    if action in {A.DISPATCH, A.PASS_ON}:
        offer = Assignment(officer=move.to, status=T.OFFERED, at=move.at, until=until)
        return (*kept, offer)
    if action is A.RECEIVE:
        taken = Assignment(officer=move.by.officer, status=T.ACCEPTED, at=move.at, until=until)
        return (*kept, taken)
    return kept


def _counted(case: Case, action: CaseAction, move: Move) -> Case:
    if action is A.ACCEPT and not case.first_responsible:
        return replace(case, first_responsible=move.by.officer)
    # a colleague who was asked and stayed silent has refused nothing
    if action is A.HAND_BACK or (action is A.KEEP and move.by.officer):
        return replace(case, bounces=case.bounces + 1)
    if action is A.DISPATCH and move.by.officer:
        return replace(case, bounces=0)  # the committee has decided (D03)
    if action is A.REOPEN:
        return replace(case, reopened=case.reopened + 1)
    return case
