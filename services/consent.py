"""Asking for consent, and remembering which words were accepted, and when (N06)."""

from governance import consent
from governance.cases import Case
from governance.consent import Consent
from governance.notices import Address, Priority
from services import deliveries
from services.hearing import Asked
from services.ports import Shelf, Work

START, JOIN, BUILDING = "start", "join", "b_"
"""What goes on after the answer: a greeting, or joining, in a building that a door's QR named."""
PRIVACY = "privacy"


def stands(shelf: Shelf, person: int) -> bool:
    """Whether a person accepted the present five lines."""
    return consent.stands(shelf.residents.consent(person))


def ask(work: Work, goal: str) -> None:
    """Show the five lines with two taps, in private; those of the newest go with the answer."""
    deliveries.sheet(work, f"consent:{work.by.id}:{goal}:0", work.by.id)


def give(work: Work, version: int) -> bool:
    """Write consent down; ask anew, and return False, where older lines were accepted."""
    if version != consent.VERSION:
        ask(work, START)
        return False
    if not stands(work, work.by.id):
        _answer(work, given=True)
    return True


def by_tap(work: Work) -> None:
    """Write consent down that a tap carried under words that said so (a first report)."""
    give(work, consent.VERSION)


def take_back(work: Work) -> None:
    """Write down that consent is taken back; what was done before stays done (PIPL 15)."""
    if stands(work, work.by.id):
        _answer(work, given=False)
    here = Address(chat=work.by.id)
    deliveries.notice(work, "consent-taken-back", here, reader=work.by.id)


def _answer(work: Work, *, given: bool) -> None:
    work.residents.answer(work.by.id, Consent(version=consent.VERSION, at=work.now, given=given))
    action = "consent" if given else "consent-taken-back"
    work.note(action, f"consent:{consent.VERSION}", {"given": given})
    for case in work.traces.cases(work.by.id)[:1]:
        work.redraw(f"receipt:{case}:")  # which may have led here
    for card in ("consent", PRIVACY):
        work.redraw_all(f"{card}:{work.by.id}:")


def follow_up(work: Work, case: Case) -> None:
    """Ask in private, once, after a report that somebody made in a group before any consent.

    Whom the bot cannot reach there is led to the five lines by the receipt (`leads`).
    """
    met = work.people.get(case.reporter).reachable
    if case.chat < 0 and met and work.residents.consent(case.reporter) is None:
        lay_out(work, case.reporter, Priority.REMINDER)


def lay_out(work: Work, person: int, priority: Priority = Priority.ANSWER) -> None:
    """Show the five lines in private beside what somebody came for; nothing waits for an answer.

    A card and no notice: the next time it is drawn anew where it stands, and nobody is pressed.
    """
    here, subject = Address(chat=person), f"consent:{person}:0"
    deliveries.card(work, subject, here, reader=person, priority=priority)


def leads(shelf: Shelf, case: Case) -> bool:
    """Whether a receipt leads to the five lines: a stranger's first report, read in a group."""
    person = case.reporter
    if case.chat > 0 or shelf.people.get(person).reachable:
        return False
    return shelf.residents.consent(person) is None and case.id == min(shelf.traces.cases(person))


def read(work: Work, asked: Asked) -> None:
    """Show the five lines again, with the answer that was given to them."""
    if private(work, asked, PRIVACY):
        deliveries.sheet(work, f"{PRIVACY}:{work.by.id}:0", work.by.id)


def private(work: Work, asked: Asked, word: str) -> bool:
    """Whether this is said in private; where it is not, point there by a link with a word."""
    if asked.chat > 0:
        work.people.reach(work.by.id, reachable=True)
        return True
    deliveries.notice(
        work, "in-private", asked.address, reader=work.by.id, facts={"token": f"r_{word}"}
    )
    return False
