"""Taking a step on the road of a case: one verb, one unit of work, telling included (D03, D15)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from governance import cases, clocks, routing
from governance.cases import Case, CaseAction, CaseStatus, Move, Passage
from governance.directory import THE_CLOCK, Actor, Role
from governance.refusals import Refusal
from services.cases import telling
from services.ports import Work

BETWEEN_REMINDERS = timedelta(hours=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class With:
    """What a person gives with an action."""

    note: str = ""
    proof: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that was taken, and by whom."""

    action: CaseAction
    by: Actor
    given: With
    tells: tuple[Role, ...]

    def passage(self, at: datetime) -> Passage:
        """Return the step as the people of the case may read it."""
        given = self.given
        return Passage(
            action=self.action, officer=self.by.officer, at=at, note=given.note, to=given.to
        )


def act(work: Work, case_id: int, action: CaseAction, given: With = With()) -> Case:
    """Take one step, and every step that follows from it by rule; raise Refusal or Conflict."""
    before = work.cases.get(case_id)
    if given.to and not routing.may_handle(work.community, before, given.to):
        raise Refusal("refusal-own-case")
    case, taken = walk(work, before, action, given)
    case = work.cases.save(case)
    settle(work, before, case, taken)
    return case


def walk(work: Work, case: Case, action: CaseAction, given: With) -> tuple[Case, list[Taken]]:
    """Advance by the action, then by rule until a human must decide."""
    case, first = _one(work, case, action, work.by, given)
    return follow(work, case, [first])


def follow(work: Work, case: Case, taken: list[Taken]) -> tuple[Case, list[Taken]]:
    """Advance by rule until a human must decide."""
    while following := routing.automatic(work.community, case):
        action, to = following
        case, step = _one(work, case, action, THE_CLOCK, With(to=to))
        taken = [*taken, step]
    return case, taken


def _one(work: Work, case: Case, action: CaseAction, by: Actor, given: With) -> tuple[Case, Taken]:
    step = cases.LIFECYCLE.step(case.status, action, cases.roles_in(case, by))
    move = Move(
        by=by,
        at=work.now,
        note=given.note,
        proof=given.proof,
        to=given.to,
        until=clocks.accept_by(work.community, case.category, work.now),
    )
    moved = cases.advance(case, action, move)
    if moved.status is CaseStatus.CONTESTED:
        done = cases.carried_out(moved)
        moved = replace(moved, desk=routing.desk(work.community, case.reporter, done))
    return moved, Taken(action=action, by=by, given=given, tells=step.tells)


def settle(work: Work, before: Case | None, case: Case, taken: list[Taken]) -> None:
    """Write the steps down, tell those concerned, show the next worksheet, set the next alarms."""
    for step in taken:
        work.cases.passed(case.id, step.passage(work.now))
        work.note(
            step.action,
            f"case:{case.id}",
            {"note": step.given.note, "status": case.status, "holder": case.holder},
        )
    if before is not None:
        _tell(work, before, case, taken)
    _show(work, before, case)
    _alarms(work, before, case)


def _tell(work: Work, before: Case, case: Case, taken: list[Taken]) -> None:
    """Tell the reporter the last of the steps, the others each of theirs."""
    loud = [t for t in taken if Role.REPORTER in t.tells]
    for step in taken:
        roles = tuple(r for r in step.tells if r is not Role.REPORTER or step is loud[-1])
        telling.step(work, case, step.passage(work.now), roles, before.holder)


def _show(work: Work, before: Case | None, case: Case) -> None:
    work.redraw(f"worksheet:{case.id}:")
    work.redraw(f"verdict:{case.id}:")
    receiver = case.current.receiver if case.current else ""
    if case.status is CaseStatus.IN_PROGRESS and _pending(case) and not _pending(before):
        telling.worksheet(work, case, receiver)
    newly = before is None or _holding(before) != _holding(case)
    if newly and case.status in cases.WORKING:
        telling.worksheet(work, case, case.holder)
    if case.status is CaseStatus.DONE_REPORTED and (
        before is None or before.status is not case.status
    ):
        telling.question(work, case)


def _pending(case: Case | None) -> bool:
    current = case.current if case else None
    return current is not None and current.status is cases.AssignmentStatus.TRANSFER_PENDING


def _holding(case: Case) -> tuple[str, int, bool]:
    return case.holder, len(case.assignments), case.status in cases.ON_DESK


def _alarms(work: Work, before: Case | None, case: Case) -> None:
    current, seq = case.current, len(case.assignments)
    offered = current is not None and current.status is cases.AssignmentStatus.OFFERED
    if current is not None and offered and (before is None or len(before.assignments) < seq):
        _wake(work, current.until, "unanswered", case.id, seq)
    if _pending(case) and not _pending(before):
        until = clocks.accept_by(work.community, case.category, work.now)
        key = f"unreceived:{case.id}:{case.version}"
        work.due(until, "unreceived", key, case=case.id, version=case.version)
    if before is not None and before.reopened < case.reopened:
        promise(work, case)
    if case.status is CaseStatus.DONE_REPORTED:
        _wake(work, work.now + work.community.limits.confirm_within, "lapse", case.id, seq)


def promise(work: Work, case: Case) -> None:
    """Set the alarm for the promised finish; for a case reopened too late, the next reminder."""
    at, times = case.finish_by, case.reopened
    if times:
        at = max(at, work.community.calendar.due(work.now, BETWEEN_REMINDERS).at)
    key = f"overdue:{case.id}:{times}:0"
    work.due(at, "overdue", key, case=case.id, tier=0, reopened=times)


def _wake(work: Work, at: datetime, verb: str, case: int, seq: int) -> None:
    work.due(at, verb, f"{verb}:{case}:{seq}", case=case, seq=seq)
