"""The one door through which the status of a case changes (D03, D15, A09)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from governance.cases.case import Assignment, Case, Move
from governance.cases.kinds import HANDLING
from governance.cases.states import ON_DESK, AssignmentStatus, CaseAction, CaseStatus
from governance.cases.table import (
    ASSIGNMENT,
    DESK,
    LIFECYCLE,
    MEETS_ASSIGNMENT,
    NEEDS_OTHER,
    NEEDS_RECEIVER,
    SUPERVISION,
)
from governance.directory import Actor, Role
from governance.refusals import NotAllowed, Refusal

S, A, T = CaseStatus, CaseAction, AssignmentStatus
JUDGES = frozenset({Role.REPORTER, Role.SUBSCRIBER})


def roles_in(case: Case, actor: Actor) -> frozenset[Role]:
    """Return what somebody is to this case; who carried it out never judges it (A09)."""
    roles = set(actor.offices)
    if actor.id in case.reporters:
        roles.add(Role.REPORTER if actor.id == case.reporter else Role.SUBSCRIBER)
        roles -= set() if actor.officer == case.desk else DESK | SUPERVISION
    current = case.current
    if actor.officer and actor.officer == case.holder and case.status not in ON_DESK:
        roles.add(Role.ASSIGNEE)
    if actor.officer and current and current.status is T.TRANSFER_PENDING:
        roles |= {Role.RECEIVER} if current.receiver == actor.officer else set()
    if case.status in {S.CONTESTED, S.DONE_REPORTED} and actor.officer in carried_out(case):
        # unless the desk is his: then nobody else of the committee is left (routing.desk)
        roles -= JUDGES if actor.officer == case.desk else JUDGES | DESK
    elif case.status is S.DONE_REPORTED and actor.officer and actor.officer == case.recorder:
        roles.add(Role.REPORTER)  # asks the person for whom it was entered (B11)
    if case.status is S.UNDER_REVIEW and actor.officer != case.desk:
        roles -= SUPERVISION  # whoever signed the refusal looks away (A09)
    if case.status is S.ESCALATED and actor.officer and actor.officer == case.desk:
        roles |= set() if roles & DESK else {Role.PANEL}
    return frozenset(roles)


def carried_out(case: Case) -> frozenset[str]:
    """Return the officers who reported the case done, ever."""
    done = {T.DONE, T.VERIFIED, T.RETURNED}
    return frozenset(a.officer for a in case.assignments if a.status in done)


def choices(case: Case, actor: Actor) -> tuple[CaseAction, ...]:
    """Return what this person may do now, where the assignment allows it too (D15)."""
    found = LIFECYCLE.choices(case.status, roles_in(case, actor))
    return tuple(a for a in found if _fits(case, a))


def _fits(case: Case, action: CaseAction) -> bool:
    match action:
        case A.ANSWER:
            # what no worker is sent for is settled by words (B04)
            return case.status is S.CONTESTED or not HANDLING[case.kind].dispatched
        case A.APPEAL:
            return not case.appealed
        case A.WITHDRAW:
            return not case.flagged
        case A.RELEASE:
            return case.leaving
        case A.SUMMARISE:
            return not case.text
    return _fits_assignment(case, action)


def _fits_assignment(case: Case, action: CaseAction) -> bool:
    if action not in MEETS_ASSIGNMENT or case.current is None:
        return action not in MEETS_ASSIGNMENT
    return (action, case.current.status) in ASSIGNMENT


def advance(case: Case, action: CaseAction, move: Move) -> Case:
    """Return the case one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = LIFECYCLE.step(case.status, action, roles_in(case, move.by))
    if not _fits(case, action):
        raise NotAllowed("refusal-not-allowed")
    if taken.reason and not move.note:
        raise Refusal("refusal-reason")
    if taken.proof and not (move.note or move.proof):
        raise Refusal("refusal-proof")
    if taken.proof and HANDLING[case.kind].photo and not move.proof:
        raise Refusal("refusal-photo")
    if action in NEEDS_RECEIVER and not move.to:
        raise Refusal("refusal-receiver")
    if action in NEEDS_OTHER and move.into in {0, case.id}:
        raise Refusal("refusal-other-case")
    assignments = _assigned(case, action, move)
    counted = _counted(case, action, move)
    return replace(case, status=taken.target, assignments=assignments, **counted)


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


def _counted(case: Case, action: CaseAction, move: Move) -> Mapping[str, Any]:
    decided = bool(DESK & move.by.offices)
    changed: Mapping[CaseAction, Mapping[str, Any]] = {
        A.ACCEPT: {"first_responsible": case.first_responsible or move.by.officer},
        A.HAND_BACK: {"bounces": case.bounces + 1},
        # a colleague who was asked and stayed silent has refused nothing
        A.KEEP: {"bounces": case.bounces + bool(move.by.officer)},
        # the committee has decided (D03)
        A.DISPATCH: {"bounces": 0 if decided else case.bounces},
        A.REOPEN: {"reopened": case.reopened + 1},
        A.SUMMARISE: {"summary": move.note},
        A.APPEAL: {"appealed": True},
        A.MERGE: {"merged_into": move.into},
    }
    return changed.get(action, {})
