"""What an officer holds, on one card: on demand, and once each working morning (N25)."""

from governance.cases import Case, CaseKind
from governance.directory import Officer
from governance.notices import Address, Priority
from governance.powers import REFUSED, Power, Verb, reads, require
from governance.refusals import NotAllowed, Unknown
from services import deliveries
from services.cases import telling
from services.ports import Shelf, Work


def held(shelf: Shelf, officer: str) -> list[Case]:
    """Return what an officer answers for: hazards first, then the first due."""
    found = shelf.desks.held_by(officer)
    return sorted(found, key=lambda case: case.kind is not CaseKind.HAZARD)


def show(work: Work) -> None:
    """Show somebody on duty what he holds, in private; NotAllowed to all others."""
    require(work.by, Verb.SEE_TASKS)
    _show(work, work.by.officer, work.by.id, Priority.ANSWER)


def _show(work: Work, officer: str, person: int, priority: Priority) -> None:
    subject = f"tasks:{officer}:0"
    work.afresh(subject)
    deliveries.card(work, subject, Address(chat=person), reader=person, priority=priority)


def open_sheet(work: Work, case_id: int) -> Case:
    """Show a worksheet anew at the end of the chat; NotAllowed to who may not read it."""
    case = work.cases.get(case_id)
    if not reads(work.community, case, work.by):
        raise NotAllowed(REFUSED[Power.READ])
    subject = f"worksheet:{case.id}:{work.by.officer}:{len(case.assignments)}"
    work.afresh(subject)
    telling.worksheet(work, case, work.by.officer)
    return case


def hush(work: Work, _card: int, *, quiet: bool) -> None:
    """Send an officer no daily digest any more, or send it again."""
    require(work.by, Verb.SEE_TASKS)
    work.desks.hush(work.by.officer, quiet=quiet)
    work.note("hush" if quiet else "unhush", f"officer:{work.by.officer}", {})
    work.redraw(f"tasks:{work.by.officer}:")


def plan(work: Work, officer: str) -> None:
    """Ask for an officer's digest at the next first shift; the same morning is asked once."""
    at = work.community.calendar.opens(work.now)
    work.due(at, "digest", f"digest:{officer}:{at.timestamp():.0f}", officer=officer)


def digest(work: Work, officer: str) -> None:
    """Send an officer in the morning what he holds, and plan the next; nothing where nothing is.

    The chain is begun anew by the next worksheet that he gets.
    """
    holder = _known(work, officer)
    if not held(work, officer):
        return
    plan(work, officer)
    if holder.present and not work.desks.quiet(officer):
        _show(work, officer, holder.telegram, Priority.REMINDER)


def _known(work: Work, officer: str) -> Officer:
    try:
        return work.community.officer(officer)
    except KeyError:
        raise Unknown("refusal-not-yours") from None
