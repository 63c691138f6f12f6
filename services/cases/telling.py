"""Who hears of a step, and which cards change (B10: the reporter gets one message for each)."""

from governance.cases import Case, Passage
from governance.directory import Role
from governance.notices import Address, Fact, Policy, Priority
from services import deliveries
from services.ports import Work


def facts(case: Case, work: Work) -> dict[str, Fact]:
    """Return what every sentence about a case may use; nothing that a group must not read."""
    grid = work.community.grid(case.grid).name if case.grid else ""
    return {
        "case": case.id,
        "number": case.number,
        "category": case.category,
        "status": case.status,
        "owner": work.community.called(case.holder),
        "grid": grid,
        "finish_by": int(case.finish_by.timestamp() * 1000),
        "known": case.calendar_known,
    }


def receipt(work: Work, case: Case) -> None:
    """Answer a report where it was made: number, category, owner, promise (B08, B10)."""
    until = int(case.current.until.timestamp() * 1000) if case.current else 0
    here = Address(chat=case.chat, reply_to=case.message or None)
    deliveries.notice(
        work,
        "receipt",
        here,
        reader=case.reporter,
        facts={**facts(case, work), "accept_by": until},
    )


def step(work: Work, case: Case, passage: Passage, roles: tuple[Role, ...], held: str) -> None:
    """Tell those whom the table names of a step; the assignee is who held the case before it."""
    for role in roles:
        for person, address, priority in _addressed(work, case, role, held):
            deliveries.notice(
                work,
                f"told-{role}-{passage.action}",
                address,
                reader=person,
                priority=priority,
                facts={**facts(case, work), "note": passage.note},
            )


def _addressed(
    work: Work, case: Case, role: Role, held: str
) -> list[tuple[int, Address, Priority]]:
    if role is Role.REPORTER:
        return [(case.reporter, deliveries.to_reporter(work, case), Priority.ANSWER)]
    if role is Role.ASSIGNEE:
        officers = [held]
    elif role is Role.GRID_HEAD and case.grid:
        officers = [work.community.grid(case.grid).head]
    else:
        officers = [o.key for o in work.community.holders(role)]
    return [
        (
            work.community.officer(key).telegram,
            deliveries.to_officer(work, key),
            Priority.ASSIGNMENT,
        )
        for key in officers
    ]


def worksheet(work: Work, case: Case, officer: str) -> None:
    """Show the case to its present holder, with the buttons legal in this state (D15)."""
    subject = f"worksheet:{case.id}:{officer}:{len(case.assignments)}"
    deliveries.card(
        work,
        subject,
        deliveries.to_officer(work, officer),
        reader=work.community.officer(officer).telegram,
        priority=Priority.ASSIGNMENT,
    )


def question(work: Work, case: Case) -> None:
    """Ask the reporter whether it is truly done."""
    deliveries.card(
        work,
        f"verdict:{case.id}:{len(case.assignments)}",
        deliveries.to_reporter(work, case),
        reader=case.reporter,
        priority=Priority.ANSWER,
    )


def remind(work: Work, case: Case, role: Role, key: str) -> None:
    """Remind of a case that waits too long; the next reminder replaces this one."""
    for person, address, _ in _addressed(work, case, role, case.holder):
        deliveries.notice(
            work,
            key,
            address,
            reader=person,
            priority=Priority.REMINDER,
            policy=Policy.ONCE,
            facts=facts(case, work),
        )
