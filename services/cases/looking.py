"""Asking how a case stands; a group sees less than the reporter and those who work on it (B10)."""

from governance.cases import OPEN, Case
from governance.directory import Actor
from governance.notices import Address
from governance.refusals import Refusal
from services import deliveries
from services.cases import telling
from services.hearing import Asked
from services.ports import Shelf, Work

MINE = "my"  # the word of the link that leads to /my


def concerned(shelf: Shelf, case: Case, actor: Actor) -> bool:
    """Whether a person may read the whole of a case: its reporter, and those in office."""
    return actor.id == case.reporter or bool(shelf.community.offices_of(actor.id))


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
