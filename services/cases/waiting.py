"""What the clock does to a case: asks the next, reminds, closes what nobody answered (B08)."""

from governance import cases, routing
from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus
from governance.directory import Role
from services.cases import acting, telling
from services.ports import Work

TIERS = (Role.ASSIGNEE, Role.GRID_HEAD, Role.COMMITTEE, Role.SUPERVISION)


def unanswered(work: Work, case: int, seq: int) -> None:
    """Ask the next in line after an unanswered offer; where nobody is left, remind supervision."""
    found = work.cases.get(case)
    if not _offered(found, seq):
        return
    to = routing.next_in_line(work.community, found)
    if to is None:
        telling.remind(work, found, Role.SUPERVISION, "unanswered")
        return
    acting.act(work, case, CaseAction.PASS_ON, acting.With(to=to))


def unreceived(work: Work, case: int, version: int) -> None:
    """Leave the case with its owner where the one asked to take it over stays silent."""
    if work.cases.get(case).version == version:
        acting.act(work, case, CaseAction.KEEP)


def lapse(work: Work, case: int, seq: int) -> None:
    """Close as unconfirmed what the reporter did not judge; counted apart, never as satisfied."""
    found = work.cases.get(case)
    if found.status is CaseStatus.DONE_REPORTED and len(found.assignments) == seq:
        acting.act(work, case, CaseAction.LAPSE)


def overdue(work: Work, case: int, tier: int, reopened: int) -> None:
    """Remind the owner of a broken promise, then the grid head, the committee, supervision."""
    found = work.cases.get(case)
    if found.status not in cases.WORKING or found.reopened != reopened:
        return
    telling.remind(work, found, TIERS[tier], "overdue")
    if tier + 1 < len(TIERS):
        at = work.community.calendar.due(work.now, acting.BETWEEN_REMINDERS).at
        key = f"overdue:{case}:{reopened}:{tier + 1}"
        work.due(at, "overdue", key, case=case, tier=tier + 1, reopened=reopened)


def _offered(case: Case, seq: int) -> bool:
    newest = case.current if len(case.assignments) == seq else None
    return newest is not None and newest.status is AssignmentStatus.OFFERED
