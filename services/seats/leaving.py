"""What somebody held who is no longer in office goes to the next: nothing stays with nobody."""

from dataclasses import replace

from governance import routing
from governance.cases import WITH_WORKER, AssignmentStatus, Case, CaseAction
from governance.mediation import DisputeAction, Given
from services.cases import acting, telling
from services.mediation import acting as mediating
from services.ports import Work


def vacate(work: Work, officer: str) -> None:
    """Pass on what an officer was offered, give what he accepted to the desk, clear his desk."""
    if work.community.officer(officer).seated:
        return  # somebody has taken up the post meanwhile
    for case in work.grants.duties(officer):
        _clear_desk(work, work.cases.get(case), officer)
        _hand_on(work, work.cases.get(case), officer)
    for dispute in work.disputes.queue():
        if dispute.mediator == officer:
            mediating.act(work, dispute.id, DisputeAction.VACATE, Given())


def _clear_desk(work: Work, case: Case, officer: str) -> None:
    if case.desk != officer:
        return
    desk = routing.desk(work.community, case.reporter, frozenset({officer}))
    case = work.cases.save(replace(case, desk=desk))
    work.note("desk", f"case:{case.id}", {"from": officer, "to": desk})
    if case.holder == desk:
        telling.worksheet(work, case, desk)


def _hand_on(work: Work, case: Case, officer: str) -> None:
    current = case.current
    if current is None or case.status not in WITH_WORKER:
        return
    if current.status is AssignmentStatus.TRANSFER_PENDING:
        case = acting.act(work, case.id, CaseAction.KEEP)
    if case.holder != officer:
        return
    to = routing.next_in_line(work.community, case)
    if current.status is AssignmentStatus.OFFERED and to:
        acting.act(work, case.id, CaseAction.PASS_ON, acting.With(to=to))
    else:
        acting.act(work, case.id, CaseAction.ESCALATE)


def resume(work: Work, officer: str) -> None:
    """Show an officer who has just come into office what waits in this post."""
    for case in map(work.cases.get, work.grants.duties(officer)):
        if case.holder == officer:
            telling.worksheet(work, case, officer)
