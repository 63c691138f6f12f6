"""The watch list: what lastingly pains somebody, from its filing until it ends (B02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.cases import Case
from governance.notices import Address, Policy, Priority
from governance.powers import Verb, may, require
from services import deliveries
from services.cases import desk
from services.ports import Shelf, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One case on the list, when it last moved, and whether the next step is the desk's."""

    case: Case
    moved: datetime
    at_desk: bool


def listed(shelf: Shelf, ids: Sequence[int], person: int) -> tuple[Watched, ...]:
    """Return what is watched of these cases, as somebody of the desk has it before him."""
    lying = {each.case.id for each in desk.queue(shelf, shelf.actor(person))} if ids else set()
    return tuple(_watched(shelf, shelf.cases.get(each), lying) for each in ids)


def _watched(shelf: Shelf, case: Case, lying: set[int]) -> Watched:
    steps = shelf.cases.passages(case.id)
    moved = steps[-1].at if steps else case.at
    return Watched(case=case, moved=moved, at_desk=case.id in lying)


def show(work: Work, start: int = 0) -> None:
    """Show the list in private from a place on; NotAllowed to all but dispatcher and committee."""
    require(work.by, Verb.SEE_WATCH)
    subject = f"watch:{work.by.officer}:{start}"
    work.afresh(subject)
    private = Address(chat=work.by.id)
    deliveries.card(work, subject, private, reader=work.by.id, priority=Priority.ANSWER)


def weekly(work: Work) -> None:
    """Tell the desk once a week how much is watched and since when; nothing where nothing is."""
    ids = work.desks.watched()
    if not ids:
        return
    oldest = work.cases.get(ids[0])
    for officer in work.community.officers:
        by = work.actor(officer.telegram)
        if officer.present and may(by, Verb.SEE_WATCH) and not work.desks.quiet(officer.key):
            deliveries.notice(
                work,
                "watch-week",
                deliveries.to_officer(work, officer.key),
                reader=officer.telegram,
                priority=Priority.REMINDER,
                policy=Policy.ONCE,
                facts={"count": len(ids), "number": oldest.number, "at": _ms(oldest.at)},
            )


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
