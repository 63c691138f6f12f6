"""Asking how a case stands; a group sees less than the reporter and those who work on it (B10)."""

from governance import powers
from governance.cases import OPEN, Case
from governance.directory import Actor
from governance.notices import Address, Priority
from governance.refusals import NotAllowed, Refusal
from services import deliveries
from services.cases import telling
from services.hearing import Asked
from services.ports import Shelf, Work

MINE = "my"  # the word of the link that leads to /my


def concerned(shelf: Shelf, case: Case, actor: Actor) -> bool:
    """Whether a person may read the whole of a case: its reporter, and whose matter it is."""
    acting = shelf.actor(actor.id)
    return actor.id == case.reporter or powers.reads(shelf.community, case, acting)


def status(work: Work, number: int, asked: Asked) -> Case:
    """Tell where a case stands; to its own people in private with the steps it took (D03)."""
    if number <= 0:
        raise Refusal("refusal-number")
    case = work.cases.numbered(number)
    whole = asked.chat > 0 and concerned(work, case, work.by)
    brief = "status" if case.status in OPEN else "status-closed"
    deliveries.notice(
        work,
        "status-whole" if whole else brief,
        asked.address,
        reader=work.by.id,
        facts=telling.facts(case, work),
    )
    return case


def history(work: Work, number: int, asked: Asked) -> Case:
    """Tell the record of a case: the whole to its own people in private, else the rest (F10)."""
    if number <= 0:
        raise Refusal("refusal-number")
    case = work.cases.numbered(number)
    whole = asked.chat > 0 and concerned(work, case, work.by)
    key = "history-whole" if whole else "history"
    deliveries.notice(work, key, asked.address, reader=work.by.id, facts={"case": case.id})
    return case


def record(work: Work, case_id: int) -> Case:
    """Tell the record of a case in private, at the press of a button."""
    case = work.cases.get(case_id)
    return history(work, case.number, Asked(chat=work.by.id, message=0))


def own(work: Work, case_id: int) -> Case:
    """Show a reporter one of his cases on a card, in private; NotAllowed to all others."""
    case = work.cases.get(case_id)
    if work.by.id != case.reporter:
        raise NotAllowed("refusal-not-yours")
    subject, private = f"mine:{case.id}:0", Address(chat=case.reporter)
    work.afresh(subject)
    deliveries.card(work, subject, private, reader=case.reporter, priority=Priority.ANSWER)
    return case


def mine(work: Work, asked: Asked) -> None:
    """List a person's own reports, in private only (N21); point there whoever never came."""
    if asked.chat > 0:
        work.people.reach(work.by.id, reachable=True)
    if not work.people.get(work.by.id).reachable:
        deliveries.come_private(work, asked.address, reader=work.by.id, token=MINE)
        return
    own = ",".join(str(c.id) for c in work.cases.of_reporter(work.by.id))
    private = Address(chat=work.by.id)
    deliveries.notice(work, "my-cases", private, reader=work.by.id, facts={"cases": own})


def revised(work: Work, chat: int, message: int, text: str) -> None:
    """Keep an edited report beside its first words; an edit opens no second case."""
    case = work.cases.from_message(chat, message)
    if case is None or case.reporter != work.by.id:
        return
    work.cases.revise(case.id, work.now, text)
    work.note("revise", f"case:{case.id}", {"text": text})
    work.redraw(f"worksheet:{case.id}:")
