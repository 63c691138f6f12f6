"""Asking how disputes stand: one's own, or those that one may handle (C01, C06)."""

from governance import mediation
from governance.directory import Role
from governance.mediation import Dispute
from governance.notices import Address
from governance.refusals import NotAllowed
from services import deliveries
from services.hearing import Asked
from services.mediation import acting, reporting, telling
from services.ports import Work

MAY_LIST = frozenset({Role.MEDIATOR, Role.COMMITTEE, Role.TOWNSHIP})


def queue(work: Work, asked: Asked) -> None:
    """List the open disputes that this officer may handle, in private alone."""
    if asked.chat < 0:
        reporting.elsewhere(work, asked)
        return
    if not MAY_LIST & work.by.offices:
        raise NotAllowed("refusal-mediators")
    deliveries.notice(work, "dispute-queue", Address(chat=work.by.id), reader=work.by.id)


def status(work: Work, number: int, asked: Asked) -> None:
    """Show a dispute to its reporter or a handler; to anybody else it does not exist."""
    if asked.chat < 0:
        reporting.elsewhere(work, asked)
        return
    show(work, work.disputes.numbered(number).id)


def show(work: Work, dispute_id: int) -> Dispute:
    """Show a dispute afresh to whoever may read it; Unknown for anybody else."""
    dispute = acting.known(work, dispute_id, work.by)
    if Role.REPORTER in mediation.roles_in(work.community, dispute, work.by):
        telling.own(work, dispute)
    else:
        telling.sheet(work, dispute, work.community.officer(work.by.officer))
    return dispute
