"""What the clock does to a dispute: it reminds, and asks the next; it closes nothing (N19)."""

from dataclasses import replace
from datetime import datetime, timedelta

from governance import mediation
from governance.directory import Officer
from governance.mediation import Dispute, DisputeAction, DisputeStatus, Given
from governance.notices import Priority
from services.mediation import acting, telling
from services.ports import Work

_MOMENT = timedelta(minutes=1)


def hand_over(work: Work, dispute: Dispute, turn: int = 0) -> None:
    """Show a new dispute to whoever asks for consent; if nobody does in time, to the next.

    After the last of them to all and the township at once, each working day, until one begins.
    """
    heads = mediation.heads(work.community, dispute)
    shown = heads[turn : turn + 1]
    if turn and not shown:
        shown = _all(work, dispute)
    for officer in shown:
        telling.sheet(work, dispute, officer, Priority.REMINDER if turn else Priority.ASSIGNMENT)
    if not shown:
        telling.unheld(work, dispute)
    if not shown and not turn:
        telling.reporter(work, "dispute-nobody", dispute)
    at = work.community.calendar.due(work.now, acting.ANSWER_WITHIN).at
    key = f"unattended:{dispute.id}:{turn}"
    work.due(at, "unattended", key, dispute=dispute.id, turn=turn)


def _all(work: Work, dispute: Dispute) -> tuple[Officer, ...]:
    """Return the heads with the township's contacts, to whom an unattended dispute has come."""
    township = tuple(o.key for o in mediation.township(work.community, dispute))
    if new := tuple(key for key in township if key not in dispute.called):
        dispute = work.disputes.save(replace(dispute, called=(*dispute.called, *new)))
        work.note("pass_up", f"dispute:{dispute.id}", {"to": list(new)})
    every = mediation.handlers(work.community, dispute)
    heads = mediation.heads(work.community, dispute)
    return tuple(o for o in every if o in heads or o.key in township)


def begun(work: Work, dispute: Dispute, until: datetime) -> None:
    """Hand over a dispute that a danger opened even where its form is dropped."""
    at = work.community.calendar.due(until, _MOMENT).at
    work.due(at, "unattended", f"unattended:{dispute.id}:-1", dispute=dispute.id, turn=-1)


def unattended(work: Work, dispute: int, turn: int) -> None:
    """Show a dispute to the next where nobody has begun with it."""
    found = work.disputes.get(dispute)
    if found.status is DisputeStatus.REPORTED:
        hand_over(work, found, turn + 1)


def unmediated(work: Work, dispute: int, turn: int) -> None:
    """Ask the reporter anew, or the next mediator, where the one asked stays silent."""
    found = work.disputes.get(dispute)
    asked = found.status is DisputeStatus.MEDIATOR_ASKED
    if asked and acting.asked_so_far(work, found) == turn:
        acting.act(work, dispute, DisputeAction.PASS_ON, Given())
