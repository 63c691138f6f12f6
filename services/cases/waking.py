"""When the clock looks at a case again: every step sets its alarms (B08, N19)."""

from datetime import datetime, timedelta

from governance import clocks, routing
from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus
from services.ports import Work

BETWEEN_REMINDERS = timedelta(hours=4)  # of working time
INFO_WITHIN = timedelta(days=7)  # what was asked back is awaited so long, twice
REVIEW_WITHIN = timedelta(days=7)  # a refused report may be reviewed so long


def pending(case: Case | None) -> bool:
    """Whether an officer was asked to take the case over and has not answered."""
    current = case.current if case else None
    return current is not None and current.status is AssignmentStatus.TRANSFER_PENDING


def alarms(work: Work, before: Case | None, case: Case) -> None:
    """Set the alarms that a step brings with it; an alarm whose time is past does nothing."""
    current, seq = case.current, len(case.assignments)
    offered = current is not None and current.status is AssignmentStatus.OFFERED
    if current is not None and offered and (before is None or len(before.assignments) < seq):
        _wake(work, current.until, "unanswered", case.id, seq)
    answer_by = clocks.accept_by(work.community, case.category, work.now, case.kind)
    if pending(case) and not pending(before):
        asked = times(work, case, CaseAction.TRANSFER)
        key = f"unreceived:{case.id}:transfer:{asked}"
        work.due(answer_by, "unreceived", key, case=case.id, asked=asked)
    if before is not None and before.reopened < case.reopened:
        promise(work, case)
    if before is None or before.status is not case.status:
        _entered(work, case, answer_by)


def _entered(work: Work, case: Case, answer_by: datetime) -> None:
    seq = len(case.assignments)
    match case.status:
        case CaseStatus.DONE_REPORTED:
            _wake(work, work.now + work.community.limits.confirm_within, "lapse", case.id, seq)
        case CaseStatus.ESCALATED if case.desk == routing.second_level(work.community, case):
            _wake(work, answer_by, "unraised", case.id, seq)
        case CaseStatus.NEEDS_INFO:
            inform(work, case, 0, times(work, case, CaseAction.ASK_INFO))
        case CaseStatus.DECLINED:
            seq = times(work, case, CaseAction.DECLINE, CaseAction.COUNTERSIGN)
            _wake(work, work.now + REVIEW_WITHIN, "unreviewed", case.id, seq)


def inform(work: Work, case: Case, tier: int, asked: int) -> None:
    """Set the alarm for an answer that is awaited: first a reminder, then back to the desk."""
    key = f"uninformed:{case.id}:{asked}:{tier}"
    work.due(work.now + INFO_WITHIN, "uninformed", key, case=case.id, tier=tier, asked=asked)


def times(work: Work, case: Case, *actions: CaseAction) -> int:
    """Return how often such steps were taken."""
    return sum(p.action in actions for p in work.cases.passages(case.id))


def promise(work: Work, case: Case) -> None:
    """Set the alarm for the promised finish; for a case reopened too late, the next reminder."""
    at = case.finish_by
    if case.reopened:
        at = max(at, work.community.calendar.due(work.now, BETWEEN_REMINDERS).at)
    overdue(work, case, 0, at)


def overdue(work: Work, case: Case, tier: int, at: datetime) -> None:
    """Set the alarm for the next reminder of a broken promise."""
    key = f"overdue:{case.id}:{case.reopened}:{tier}:{at.timestamp():.0f}"
    work.due(at, "overdue", key, case=case.id, tier=tier, reopened=case.reopened)


def _wake(work: Work, at: datetime, verb: str, case: int, seq: int) -> None:
    work.due(at, verb, f"{verb}:{case}:{seq}", case=case, seq=seq)
