"""What supervision speaks of: whether it is there, whose step it waits for, who hears of it."""

from collections.abc import Callable, Iterable, Mapping

from governance.ballots import states as ballots
from governance.cases import CLOSED
from governance.deliberations import states as topics
from governance.directory import ChatKind, Officer, Role
from governance.disclosures.states import SHOWN
from governance.notices import Address, Fact, Policy, Priority
from governance.resolutions import states as resolutions
from governance.supervision import Matter, Measure
from services import deliveries
from services.disclosures import telling as disclosing
from services.ports import Shelf, Work
from services.resolutions import telling as resolving

M = Matter


def over(shelf: Shelf, matter: Matter, about: int) -> bool:
    """Whether a matter waits for nobody's step any more; raise Unknown where there is none."""
    return OVER[matter](shelf, about)


OVER: Mapping[Matter, Callable[[Shelf, int], bool]] = {
    M.DISCLOSURE: lambda shelf, about: shelf.disclosures.get(about).status in SHOWN,
    M.RESOLUTION: lambda shelf, about: shelf.resolutions.get(about).status in resolutions.OVER,
    M.CASE: lambda shelf, about: shelf.cases.get(about).status in CLOSED,
    M.TOPIC: lambda shelf, about: shelf.topics.get(about).status in topics.OVER,
    M.BALLOT: lambda shelf, about: shelf.ballots.get(about).status in ballots.OVER,
}


def waited_for(work: Work, matter: Matter, about: int) -> tuple[Officer, ...]:
    """Return whose step a matter waits for: the committee's, where it is nobody's own."""
    found = WAITED.get(matter, _nobody)(work, about)
    return tuple(o for o in found if o.seated) or committee(work)


def committee(shelf: Shelf) -> tuple[Officer, ...]:
    """Return those of the committee who can be told something."""
    return tuple(o for o in shelf.community.holders(Role.COMMITTEE) if o.seated)


def _nobody(_work: Work, _about: int) -> Iterable[Officer]:
    return ()


def _edition(work: Work, about: int) -> Iterable[Officer]:
    edition = work.disclosures.get(about)
    item = work.community.item(edition.item)
    return disclosing.waited_for(work, item, edition) if item else ()


def _resolution(work: Work, about: int) -> Iterable[Officer]:
    """Return who answers for a resolution, and who has a promise of it before him."""
    resolution = work.resolutions.get(about)
    keys = {c.who for c in resolution.clauses if not c.settled}
    lead = resolving.lead(work, resolution)
    return [o for o in work.community.officers if o.key in keys or o == lead]


def _case(work: Work, about: int) -> Iterable[Officer]:
    case = work.cases.get(about)
    return _known(work, case.holder or case.desk)


def _topic(work: Work, about: int) -> Iterable[Officer]:
    return _known(work, work.topics.get(about).lead)


def _known(shelf: Shelf, key: str) -> Iterable[Officer]:
    found = shelf.community.known(key) if key else None
    return (found,) if found else ()


WAITED: Mapping[Matter, Callable[[Work, int], Iterable[Officer]]] = {
    M.DISCLOSURE: _edition,
    M.RESOLUTION: _resolution,
    M.CASE: _case,
    M.TOPIC: _topic,
}


def sheet(work: Work, measure: Measure, reader: int) -> None:
    """Show an opinion at the end of a private chat, with what this reader may do."""
    deliveries.sheet(work, f"measure:{measure.id}:{reader}", reader)


def hand_out(work: Work, measure: Measure) -> None:
    """Put an opinion before the committee; the operator hears where it has nobody."""
    found = committee(work)
    for officer in found:
        sheet(work, measure, officer.telegram)
    if not found:
        work.alarm("unheld", f"measure:{measure.id}")


def tell(work: Work, key: str, officers: Iterable[Officer], facts: dict[str, Fact]) -> None:
    """Tell officers something, each in private and once; whoever acts knows."""
    persons = {o.telegram for o in officers if o.seated} - {work.by.id}
    deliveries.each(work, key, sorted(persons), facts, Priority.REMINDER)


def supervision(shelf: Shelf) -> tuple[Officer, ...]:
    """Return those of supervision."""
    return tuple(shelf.community.holders(Role.SUPERVISION))


def aloud(work: Work, key: str, measure: Measure, facts: dict[str, Fact]) -> None:
    """Say it where supervision meets, and to all neighbours where it is no single case (N21)."""
    kinds = [ChatKind.SUPERVISION]
    if measure.matter is not M.CASE:
        kinds.append(ChatKind.COMMUNITY)
    for kind in kinds:
        if chat := work.community.chat(kind):
            deliveries.notice(
                work,
                key,
                Address(chat=chat.id),
                reader=0,
                priority=Priority.BROADCAST,
                policy=Policy.ONCE,
                facts=facts,
            )


def facts(measure: Measure) -> dict[str, Fact]:
    """Return what is told of a measure; with its case, whose people stay unnamed (N21)."""
    case: dict[str, Fact] = {"case": measure.about} if measure.matter is M.CASE else {}
    return {"measure": measure.id, **case}
