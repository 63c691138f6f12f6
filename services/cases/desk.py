"""The dispatcher's desk: one card, the oldest first, one thing to do next (D15, B14)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from governance.cases import OPEN, Case
from governance.cases.heaps import LYING, WHOSE, Heap, heap
from governance.directory import Actor
from governance.notices import Address, Priority
from governance.powers import Verb, require
from governance.refusals import NotAllowed
from governance.relays import Relay
from services import deliveries
from services.cases import relaying
from services.ports import Shelf, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """One case at the desk, why it lies there, and what its reporter asks."""

    case: Case
    heap: Heap
    asked: tuple[Relay, ...]


def queue(shelf: Shelf, actor: Actor) -> list[Lying]:
    """Return what lies at the desk for somebody, oldest first; nothing that he reported (A09)."""
    found = (_lying(shelf, case) for case in shelf.desks.lying(LYING))
    return [
        each
        for each in found
        if each
        and WHOSE[each.heap] & actor.offices
        and (actor.id not in each.case.reporters or actor.officer == each.case.desk)
    ]


def _lying(shelf: Shelf, case: Case) -> Lying | None:
    steps = shelf.cases.passages(case.id)
    said = shelf.relays.of_case(case.id)
    asked = tuple(r for r in said if not r.dealt and not r.officer)
    why = heap(case, steps[-1].action if steps else None, asked=bool(asked))
    return Lying(case=case, heap=why, asked=asked) if why else None


def counts(lying: list[Lying]) -> Mapping[Heap, int]:
    """Count what lies there, heap by heap."""
    found = Counter(each.heap for each in lying)
    return {each: found[each] for each in Heap if found[each]}


def first(shelf: Shelf, officer: str, lying: list[Lying]) -> Lying | None:
    """Return the case at which an officer's desk is open, else the oldest."""
    shown = shelf.desks.shown(officer)
    return next((e for e in lying if e.case.id == shown), lying[0] if lying else None)


def show(work: Work) -> None:
    """Show somebody of the desk what lies there, in private; NotAllowed to all others."""
    require(work.by, Verb.SEE_DESK)
    work.desks.turn(work.by.officer, 0)
    subject = f"desk:{work.by.officer}:0"
    work.afresh(subject)
    _draw(work, subject)


def _draw(work: Work, subject: str) -> None:
    private = Address(chat=work.by.id)
    deliveries.card(work, subject, private, reader=work.by.id, priority=Priority.ANSWER)


def following(work: Work, case_id: int) -> None:
    """Open the desk at the case after this one, after the last at the first again."""
    lying = queue(work, work.by)
    ids = [each.case.id for each in lying]
    after = ids.index(case_id) + 1 if case_id in ids else 0
    work.desks.turn(work.by.officer, ids[after % len(ids)] if ids else 0)
    _draw(work, f"desk:{work.by.officer}:0")


def turn(work: Work, case_id: int) -> None:
    """Open the desk anew at a case; at the oldest where that lies there no more."""
    require(work.by, Verb.SEE_DESK)
    work.desks.turn(work.by.officer, case_id)
    subject = f"desk:{work.by.officer}:0"
    work.afresh(subject)
    _draw(work, subject)


def ask_leave(work: Work, case_id: int) -> Case:
    """Ask the committee to agree that what may be dangerous is withdrawn (8.3)."""
    case = relaying.own(work, case_id)
    if case.status not in OPEN or not case.flagged:
        raise NotAllowed("refusal-not-allowed")
    return _leaving(work, case, "ask_withdrawal", leaving=True)


def stay(work: Work, case_id: int) -> Case:
    """Keep a dangerous matter open though its reporter would withdraw it, and tell him."""
    case = work.cases.get(case_id)
    require(work.by, Verb.KEEP_OPEN)
    if not case.leaving:
        raise NotAllowed("refusal-not-allowed")
    case = _leaving(work, case, "refuse_withdrawal", leaving=False)
    address, facts = deliveries.to_reporter(work, case), {"number": case.number}
    deliveries.notice(work, "case-stays", address, reader=case.reporter, facts=facts)
    return case


def _leaving(work: Work, case: Case, verb: str, *, leaving: bool) -> Case:
    case = work.cases.save(replace(case, leaving=leaving))
    work.note(verb, f"case:{case.id}", {})
    work.redraw("desk:")
    return case


def mute(work: Work, case_id: int, *, muted: bool) -> Case:
    """Spare a reporter the single steps, or tell him of them again; the last question comes."""
    case = relaying.own(work, case_id)
    case = work.cases.save(replace(case, muted=muted))
    work.note("mute" if muted else "unmute", f"case:{case.id}", {})
    work.redraw(f"mine:{case.id}:")
    return case
