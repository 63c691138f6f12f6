"""The alarm of a dispute in which somebody may come to harm: numbers first, then people (C02)."""

from dataclasses import replace

from governance import mediation
from governance.mediation import Dispute, DisputeAction, Entry, danger
from governance.notices import Priority
from services.mediation import telling
from services.ports import Work


def begin(work: Work, dispute: Dispute) -> Dispute:
    """Show the numbers to the reporter at once; call people as soon as it is known who may not be.

    That is waited for minutes; without any answer the township's contact is called alone, who is
    no party by default.
    """
    telling.reporter(work, "dispute-danger", dispute, priority=Priority.DANGER)
    action = DisputeAction.RAISE
    entry = Entry(action=action, officer=work.by.officer, at=work.now)
    work.disputes.entered(dispute.id, entry)
    work.note(action, f"dispute:{dispute.id}", {"status": dispute.status})
    if dispute.known:
        return sound(work, dispute)
    key = f"undeclared:{dispute.id}:{dispute.raised}"
    at = work.now + danger.UNDECLARED
    work.due(at, "undeclared", key, dispute=dispute.id, raised=dispute.raised)
    return dispute


def sound(work: Work, dispute: Dispute, *, again: bool = False) -> Dispute:
    """Alert all who were called and the next in line; again, until a human acknowledges.

    Where there is nobody the reporter hears it once and the operator each time: he can let a post
    be taken up, whose holder the next round then calls.
    """
    community = work.community
    fresh = tuple(o.key for o in mediation.called_next(community, dispute))
    dispute = work.disputes.save(
        replace(dispute, called=(*dispute.called, *fresh), rounds=dispute.rounds + 1)
    )
    alerted = [o for o in mediation.handlers(community, dispute) if o.key in dispute.called]
    left_out = mediation.left_out(community, dispute)
    work.note(
        "alert",
        f"dispute:{dispute.id}",
        {"alerted": [o.key for o in alerted], "left_out": dict(left_out)},
    )
    for officer in alerted:
        telling.danger(work, dispute, officer)
    if not alerted:
        telling.unheld(work, dispute)
    if not alerted and not again:
        telling.reporter(work, "dispute-nobody", dispute, priority=Priority.DANGER)
    key = f"alarm:{dispute.id}:{dispute.rounds}"
    at = work.now + danger.pause(dispute.rounds)
    work.due(at, "alarm", key, dispute=dispute.id, rounds=dispute.rounds)
    return dispute


def undeclared(work: Work, dispute: int, raised: int) -> None:
    """Wait no longer: call all who are no party, or the township's contact where none is named."""
    found = work.disputes.get(dispute)
    if _alarming(found) and not found.known and found.raised == raised:
        sound(work, found)


def ring(work: Work, dispute: int, rounds: int) -> None:
    """Alert again, and the next in line, where nobody has acknowledged."""
    found = work.disputes.get(dispute)
    if _alarming(found) and found.rounds == rounds:
        sound(work, found, again=True)


def _alarming(dispute: Dispute) -> bool:
    return dispute.alarming and dispute.status in mediation.OPEN
