"""What the clock does to a dispute: it reminds, and asks the next; it closes nothing (N19)."""

from governance import mediation
from governance.mediation import Dispute, DisputeAction, DisputeStatus, Given
from governance.notices import Priority
from services.mediation import acting, telling
from services.ports import Work


def hand_over(work: Work, dispute: Dispute, turn: int = 0) -> None:
    """Show a new dispute to whoever asks for consent; if nobody does in time, to the next."""
    heads = mediation.heads(work.community, dispute)
    for officer in heads[turn : turn + 1]:
        priority = Priority.REMINDER if turn else Priority.ASSIGNMENT
        telling.sheet(work, dispute, officer, priority)
        at = work.community.calendar.due(work.now, acting.ANSWER_WITHIN).at
        key = f"unattended:{dispute.id}:{turn}"
        work.due(at, "unattended", key, dispute=dispute.id, turn=turn)
    if not heads:
        telling.reporter(work, "dispute-nobody", dispute)


def unattended(work: Work, dispute: int, turn: int) -> None:
    """Show a dispute to the next where nobody has begun with it."""
    found = work.disputes.get(dispute)
    last = turn + 1 >= len(mediation.heads(work.community, found))
    if found.status is DisputeStatus.REPORTED and not last:
        hand_over(work, found, turn + 1)


def unmediated(work: Work, dispute: int, turn: int) -> None:
    """Ask the reporter anew, or the next mediator, where the one asked stays silent."""
    found = work.disputes.get(dispute)
    if found.status is DisputeStatus.MEDIATOR_ASKED and len(found.declined) == turn:
        acting.act(work, dispute, DisputeAction.PASS_ON, Given())
