"""What is stored of a person: shown on request, and let go of on request (N06, PIPL 45, 47)."""

from governance import mediation
from governance.cases import OPEN, CaseAction
from governance.grants import GrantAction
from governance.notices import Address
from governance.refusals import NotAllowed, Refusal
from services import consent, deliveries
from services.cases import acting
from services.hearing import Asked
from services.ports import Shelf, Work
from services.seats.acting import take

MY_DATA, FORGET_ME = "mydata", "forgetme"


def mine(work: Work, asked: Asked) -> None:
    """Send a person everything that is stored of him, page by page, in private only."""
    if consent.private(work, asked, MY_DATA):
        page(work, 1)


def page(work: Work, number: int) -> None:
    """Send one page of it."""
    here = Address(chat=work.by.id)
    deliveries.notice(work, MY_DATA, here, reader=work.by.id, facts={"page": number})


def explain(work: Work, asked: Asked) -> None:
    """Say what would be deleted, what is kept without a name, and why; a second tap does it."""
    if consent.private(work, asked, FORGET_ME):
        deliveries.notice(work, FORGET_ME, asked.address, reader=work.by.id)


def open_cases(shelf: Shelf, person: int) -> list[int]:
    """Return the person's cases that somebody still works on, by id."""
    return [each for each in shelf.traces.cases(person) if shelf.cases.get(each).status in OPEN]


def withdraw(work: Work) -> None:
    """Take back what is still open, as the person asked, then forget."""
    take_back(work)
    mine_gone(work)


def take_back(work: Work) -> None:
    """Take back the actor's open cases; Refusal where the committee must agree (8.3)."""
    for each in open_cases(work, work.by.id):
        try:
            acting.act(work, each, CaseAction.WITHDRAW)
        except NotAllowed:
            raise _still_open(work, [each]) from None


def mine_gone(work: Work) -> None:
    """Let go of the actor's own data."""
    forget(work, work.by.id)


def forget(work: Work, person: int) -> None:
    """Let go of a person's data; Refusal while in office, or while a case is open."""
    if work.community.by_telegram(person):
        raise Refusal("refusal-forget-post")
    if still_open := open_cases(work, person):
        raise _still_open(work, still_open)
    if disputes := _open_disputes(work, person):
        raise Refusal("refusal-forget-dispute", numbers=", ".join(disputes))
    for grant in work.grants.going_on():
        if grant.person == person:
            take(work, grant, GrantAction.WITHDRAW)  # nobody could confirm whom nobody knows
    shown = [f"worksheet:{each}:" for each in work.traces.cases(person)]
    shown += [f"resident:{each.id}:" for each in work.residents.of(person)]
    shown += [f"dispute:{each}:" for each in work.traces.disputes(person)]
    work.forget(person)
    for subjects in shown:
        work.redraw(subjects)


def _open_disputes(shelf: Shelf, person: int) -> list[str]:
    found = [shelf.disputes.get(each) for each in shelf.traces.disputes(person)]
    return [str(each.number) for each in found if each.status in mediation.OPEN]


def _still_open(work: Work, cases: list[int]) -> Refusal:
    numbers = ", ".join(f"#{work.cases.get(each).number}" for each in cases)
    return Refusal("refusal-forget-open", numbers=numbers)
