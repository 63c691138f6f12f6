"""Who hears of a step, and which cards change (B10: the reporter gets one message for each)."""

from governance import cases
from governance.cases import Case, CaseAction, Passage, Urgency
from governance.directory import ChatKind, Role
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
    """Answer a report where it was made: number, category, owner, promise (B08, B10).

    A card, so that it can say in one line how the case ended.
    """
    here = Address(chat=case.chat, reply_to=case.message or None, topic=case.topic)
    deliveries.card(
        work, f"receipt:{case.id}:0", here, reader=case.reporter, priority=Priority.ANSWER
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
                facts={**facts(case, work), "note": passage.note, "other": _other(passage)},
            )


def _other(passage: Passage) -> str:
    return passage.to if passage.action is CaseAction.MERGE else ""


def reporters(work: Work, case: Case) -> list[tuple[int, Address, Priority]]:
    """Return where all who reported it hear of it: of single steps nobody who wants silence."""
    ended = case.status in cases.CLOSED
    found = {
        each.reporter: deliveries.to_reporter(work, each)
        for each in (*reversed(work.cases.merged_into(case.id)), case)
        if ended or not each.muted
    }
    return [(person, address, Priority.ANSWER) for person, address in found.items()]


def _addressed(
    work: Work, case: Case, role: Role, held: str
) -> list[tuple[int, Address, Priority]]:
    if role is Role.REPORTER:
        return reporters(work, case)
    if role is Role.ASSIGNEE:
        officers = [held]
    elif role is Role.GRID_HEAD and case.grid:
        officers = [work.community.grid(case.grid).head]
    else:
        officers = [o.key for o in work.community.holders(role)]
    known = [work.community.officer(key) for key in officers]
    return [
        (o.telegram, deliveries.to_officer(work, o.key), Priority.ASSIGNMENT)
        for o in known
        if o.seated
    ]


def worksheet(work: Work, case: Case, officer: str) -> None:
    """Show the case to its present holder, with the buttons legal in this state (D15).

    Where nobody took up the post it stands in the staff group, and the operator is alarmed.
    """
    if not work.community.officer(officer).seated:
        work.alarm("vacant", f"case:{case.id}")
        if work.community.chat(ChatKind.STAFF) is None:
            return
    subject = f"worksheet:{case.id}:{officer}:{len(case.assignments)}"
    deliveries.card(
        work,
        subject,
        deliveries.to_officer(work, officer),
        reader=work.community.officer(officer).telegram,
        priority=_pressing(case),
    )


def _pressing(case: Case) -> Priority:
    return Priority.ANSWER if case.urgency is Urgency.URGENT else Priority.ASSIGNMENT


def urgent(work: Work, case: Case) -> None:
    """Tell the committee of what cannot wait (B02)."""
    for member in work.community.holders(Role.COMMITTEE):
        if member.telegram != case.reporter:
            deliveries.notice(
                work,
                "case-urgent",
                deliveries.to_officer(work, member.key),
                reader=member.telegram,
                facts=facts(case, work),
            )


def question(work: Work, case: Case) -> None:
    """Ask the reporter, or whoever asks in his place (B11), whether it is truly done."""
    recorder = work.community.officer(case.recorder) if case.recorder else None
    to = deliveries.to_officer(work, recorder.key) if recorder else None
    deliveries.card(
        work,
        f"verdict:{case.id}:{len(case.assignments)}",
        to or deliveries.to_reporter(work, case),
        reader=recorder.telegram if recorder else case.reporter,
        priority=Priority.ANSWER,
    )
    for person, address, priority in _followers(work, case):
        subject = f"verdict:{case.id}:{person}:{len(case.assignments)}"
        deliveries.card(work, subject, address, reader=person, priority=priority)


def _followers(work: Work, case: Case) -> list[tuple[int, Address, Priority]]:
    found = {each.reporter: each for each in work.cases.merged_into(case.id)}
    return [
        (person, deliveries.to_reporter(work, each), Priority.ANSWER)
        for person, each in found.items()
        if person != case.reporter
    ]


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
