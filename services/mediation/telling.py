"""Who hears of a dispute: in private alone, and never anybody who is left out of it (C06, N21)."""

from governance import mediation
from governance.directory import Officer, Role
from governance.mediation import Dispute, DisputeAction, Given
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.ports import Work


def facts(work: Work, dispute: Dispute) -> dict[str, Fact]:
    """Return what every sentence about a dispute may use."""
    return {
        "dispute": dispute.id,
        "number": dispute.number,
        "who": work.community.called(dispute.mediator),
        "by": work.community.called(work.by.officer),
        "office": dispute.office,
        "place": dispute.place,
        "phone": dispute.phone,
    }


def reporter(
    work: Work,
    key: str,
    dispute: Dispute,
    *,
    note: str = "",
    priority: Priority = Priority.ANSWER,
) -> None:
    """Tell the reporter words about his dispute."""
    deliveries.notice(
        work,
        key,
        Address(chat=dispute.reporter),
        reader=dispute.reporter,
        priority=priority,
        facts={**facts(work, dispute), "note": note},
    )


def step(
    work: Work, dispute: Dispute, action: DisputeAction, given: Given, tells: tuple[Role, ...]
) -> None:
    """Tell those whom the table names of a step."""
    for role in tells:
        key = f"dispute-told-{role}-{action}"
        if role is Role.REPORTER:
            reporter(work, key, dispute, note=given.note)
            continue
        _officers(work, key, dispute, _concerned(work, dispute, role), given.note)


def _officers(
    work: Work, key: str, dispute: Dispute, officers: tuple[Officer, ...], note: str = ""
) -> None:
    for officer in officers:
        deliveries.notice(
            work,
            key,
            Address(chat=officer.telegram),
            reader=officer.telegram,
            priority=Priority.ASSIGNMENT,
            facts={**facts(work, dispute), "note": note},
        )


def nobody_left(work: Work, dispute: Dispute) -> None:
    """Tell the heads that no mediator is left to ask; the operator where there is no head."""
    heads = mediation.heads(work.community, dispute)
    _officers(work, "dispute-told-committee-nobody", dispute, heads)
    if not heads:
        unheld(work, dispute)


def unheld(work: Work, dispute: Dispute) -> None:
    """Tell the operator that a dispute has nobody: he can let a post be taken up (ids only)."""
    work.alarm("unheld", f"dispute:{dispute.id}")


def _concerned(work: Work, dispute: Dispute, role: Role) -> tuple[Officer, ...]:
    if role is Role.COMMITTEE:
        return mediation.heads(work.community, dispute)
    every = mediation.handlers(work.community, dispute)
    return tuple(o for o in every if o.key == dispute.mediator)


def sheet(
    work: Work, dispute: Dispute, officer: Officer, priority: Priority = Priority.ASSIGNMENT
) -> None:
    """Show a dispute to somebody who may handle it; never in a group, whoever is out of reach.

    A reminder stands at the end of the chat, where it is seen.
    """
    subject = f"dispute:{dispute.id}:{officer.key}:{dispute.version}"
    if priority is Priority.REMINDER:
        work.afresh(subject)
    deliveries.card(
        work,
        subject,
        Address(chat=officer.telegram),
        reader=officer.telegram,
        priority=priority,
    )
    if dispute.voice:
        here = Address(chat=officer.telegram)
        deliveries.notice(
            work, "dispute-voice", here, reader=officer.telegram, facts={"dispute": dispute.id}
        )


def danger(work: Work, dispute: Dispute, officer: Officer) -> None:
    """Alert somebody: number and place, nothing more (C02)."""
    deliveries.card(
        work,
        f"danger:{dispute.id}:{officer.key}:{dispute.rounds}",
        Address(chat=officer.telegram),
        reader=officer.telegram,
        priority=Priority.DANGER,
    )


def own(work: Work, dispute: Dispute) -> None:
    """Show the reporter how his dispute stands, and what he can do."""
    deliveries.card(
        work,
        f"disputant:{dispute.id}:{dispute.version}",
        Address(chat=dispute.reporter),
        reader=dispute.reporter,
        priority=Priority.ANSWER,
    )


def redraw(work: Work, dispute: Dispute) -> None:
    """Draw every card of a dispute anew; whoever is left out by now reads no more of it."""
    for kind in ("dispute", "danger", "disputant"):
        work.redraw(f"{kind}:{dispute.id}:")
