"""What the clock does to a case: asks the next, reminds, closes what nobody answered (B08)."""

from governance import cases, routing
from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus
from governance.directory import Role
from services import deliveries
from services.cases import acting, telling, waking
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


def unreceived(work: Work, case: int, asked: int = 0, version: int = 0) -> None:
    """Leave the case with its owner where the one asked to take it over stays silent.

    An alarm that was set before transfers were counted names the version of the case instead.
    """
    found = work.cases.get(case)
    counted = waking.times(work, found, CaseAction.TRANSFER) == asked
    if waking.pending(found) and (counted or found.version == version):
        acting.act(work, case, CaseAction.KEEP)


def lapse(work: Work, case: int, seq: int) -> None:
    """Close as unconfirmed what the reporter did not judge; counted apart, never as satisfied."""
    found = work.cases.get(case)
    if found.status is CaseStatus.DONE_REPORTED and len(found.assignments) == seq:
        acting.act(work, case, CaseAction.LAPSE)


def overdue(work: Work, case: int, tier: int, reopened: int) -> None:
    """Remind the owner of a broken promise, then the grid head, the committee, supervision.

    While the reporter is asked back nobody is reminded, and the next look is later.
    """
    found = work.cases.get(case)
    if found.status not in cases.WORKING or found.reopened != reopened:
        return
    if work.now < found.finish_by:
        return  # the desk corrected what it is, and with that the promise
    if found.status is not CaseStatus.NEEDS_INFO:
        telling.remind(work, found, TIERS[tier], "overdue")
        tier += 1
    if tier < len(TIERS):
        at = work.community.calendar.due(work.now, waking.BETWEEN_REMINDERS).at
        waking.overdue(work, found, tier, at)


def uninformed(work: Work, case: int, tier: int, asked: int) -> None:
    """Remind a reporter of what was asked back, later lay the case on the desk again (N19)."""
    found = work.cases.get(case)
    fresh = waking.times(work, found, CaseAction.ASK_INFO) == asked
    if found.status is not CaseStatus.NEEDS_INFO or not fresh:
        return
    if tier:
        acting.act(work, case, CaseAction.RESUME)
        return
    facts, address = telling.facts(found, work), deliveries.to_reporter(work, found)
    deliveries.notice(work, "info-awaited", address, reader=found.reporter, facts=facts)
    waking.inform(work, found, tier + 1, asked)


def unraised(work: Work, case: int, seq: int) -> None:
    """Bring to the committee what the sub-committee did not take up (D14)."""
    found = work.cases.get(case)
    waits = found.status is CaseStatus.ESCALATED and len(found.assignments) == seq
    if waits and found.desk == routing.second_level(work.community, found):
        acting.act(work, case, CaseAction.HAND_UP)


def unreviewed(work: Work, case: int, seq: int) -> None:
    """Close a refused report whose reporter let the time for a review pass (8.3)."""
    found = work.cases.get(case)
    declined = waking.times(work, found, CaseAction.DECLINE, CaseAction.COUNTERSIGN)
    if found.status is CaseStatus.DECLINED and declined == seq:
        acting.act(work, case, CaseAction.CLOSE)


def _offered(case: Case, seq: int) -> bool:
    newest = case.current if len(case.assignments) == seq else None
    return newest is not None and newest.status is AssignmentStatus.OFFERED
