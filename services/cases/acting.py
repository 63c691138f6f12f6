"""Taking a step on the road of a case: one verb, one unit of work, telling included (D03, D15)."""

from dataclasses import dataclass, replace
from datetime import datetime

from governance import cases, clocks, intake, powers, routing
from governance.cases import Case, CaseAction, CaseStatus, Move, Passage
from governance.directory import THE_CLOCK, Actor, Role
from governance.refusals import Refusal
from services.cases import collecting, inquiring, tasks, telling, waking
from services.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class With:
    """What a person gives with an action; `into` is the case that this one is merged into."""

    note: str = ""
    proof: str = ""
    to: str = ""
    into: int = 0


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


def act(
    work: Work,
    case_id: int,
    action: CaseAction,
    given: With = With(),
    by: Actor | None = None,
) -> Case:
    """Take one step, and every step that follows from it by rule; raise Refusal or Conflict.

    `by` is whoever decided it beforehand, where the clock only carries it out (leave).
    """
    before, by = work.cases.get(case_id), by or work.by
    action = proposed(work, before, action, by)
    asked = given.to if action in cases.NEEDS_RECEIVER else ""
    if asked and not routing.may_handle(work.community, before, asked):
        raise Refusal("refusal-own-case")
    case, taken = walk(work, before, action, given, by)
    case = work.cases.save(case)
    settle(work, before, case, taken)
    return case


def proposed(work: Work, case: Case, action: CaseAction, by: Actor) -> CaseAction:
    """Return the step as this actor may take it: alone, or only with a second signature (A15)."""
    instead = cases.PROPOSED_AS.get((action, case.status))
    alone = by.officer and powers.needs_countersign(work.community, by.officer, action)
    return instead if instead and alone else action


def walk(
    work: Work, case: Case, action: CaseAction, given: With, by: Actor | None = None
) -> tuple[Case, list[Taken]]:
    """Advance by the action, then by rule until a human must decide."""
    case, first = _one(work, case, action, by or work.by, given)
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
        until=clocks.accept_by(work.community, case.category, work.now, case.kind),
        into=given.into,
    )
    moved = cases.advance(case, action, move)
    if moved.status is CaseStatus.DONE_REPORTED:
        moved = replace(moved, recorder=intake.recorder(work.community, moved))
    moved = routing.placed(work.community, case, moved, action, by)
    if moved.status in cases.WITH_SUPERVISION:
        moved = replace(moved, desk=_reviewer(work, moved))
    return moved, Taken(action=action, by=by, given=given, tells=step.tells)


def _reviewer(work: Work, case: Case) -> str:
    """Return who of supervision looks at it: nobody who signed it before (A09)."""
    steps = work.cases.passages(case.id)
    signed = frozenset(p.officer for p in steps if p.action is CaseAction.COUNTERSIGN)
    found = routing.reviewer(work.community, case, signed)
    if not found:
        raise Refusal("refusal-no-reviewer")
    return found


def settle(work: Work, before: Case | None, case: Case, taken: list[Taken]) -> None:
    """Write the steps down, tell those concerned, show the next worksheet, set the next alarms."""
    for step in taken:
        work.cases.passed(case.id, step.passage(work.now))
        work.note(
            step.action,
            f"case:{case.id}",
            {
                "note": step.given.note,
                "status": case.status,
                "holder": case.holder,
                "by": step.by.officer,
            },
        )
    if before is not None:
        _tell(work, before, case, taken)
    _show(work, before, case)
    _ask(work, before, case, taken)
    waking.alarms(work, before, case)
    if case.status in cases.CLOSED and work.resolutions.of_case(case.id):
        # somebody promised it before everybody: what became of it is told there
        work.due(work.now, "promise", f"promise:{case.id}:{case.version}", case=case.id)


def _tell(work: Work, before: Case, case: Case, taken: list[Taken]) -> None:
    """Tell the reporters the last of the steps, the others each of theirs."""
    loud = [t for t in taken if Role.REPORTER in t.tells]
    for step in taken:
        roles = tuple(r for r in step.tells if r is not Role.REPORTER or step is loud[-1])
        telling.step(work, case, step.passage(work.now), roles, before.holder)


def _show(work: Work, before: Case | None, case: Case) -> None:
    if before is not None:  # a new case has no cards yet
        work.redraw(f"worksheet:{case.id}:")
        work.redraw(f"verdict:{case.id}:")
    stood = {case.status, before.status if before else case.status}
    if stood & cases.ON_DESK:
        work.redraw("desk:")
    passed = before is not None and before.holder != case.holder
    if case.chat < 0 and (passed or stood & cases.CLOSED):
        work.redraw(f"receipt:{case.id}:")  # the group reads who has it now, and the end
    receiver = case.current.receiver if case.current else ""
    if (
        case.status is CaseStatus.IN_PROGRESS
        and waking.pending(case)
        and not waking.pending(before)
    ):
        telling.worksheet(work, case, receiver)
    newly = before is None or _holding(before) != _holding(case)
    if newly and case.status in cases.WORKING:
        telling.worksheet(work, case, case.holder)
        collecting.carry(work, case, case.holder)
        if case.status in cases.WITH_WORKER:
            tasks.plan(work, case.holder)


def _ask(work: Work, before: Case | None, case: Case, taken: list[Taken]) -> None:
    """Ask the reporters what the step leaves open: the verdict, or what the desk lacks."""
    if before is not None and before.status is case.status:
        return
    if case.status is CaseStatus.DONE_REPORTED:
        telling.question(work, case)
    if case.status is CaseStatus.NEEDS_INFO:
        inquiring.ask_back(work, case, taken[-1].given.note)


def _holding(case: Case) -> tuple[str, int, bool]:
    return case.holder, len(case.assignments), case.status in cases.ON_DESK
