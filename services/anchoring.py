"""Each day's line with the head of the audit chain, and the verification of it (F10, idea 18)."""

from collections.abc import Mapping, Sequence

from governance import anchors
from governance.anchors import Finding, Held
from governance.directory import AMONG_NEIGHBOURS
from governance.notices import Address, Delivery, Fact, Kind, Priority
from governance.refusals import Refusal
from services import deliveries
from services.hearing import Asked
from services.ports import Work

VERB = "anchor"
LINE = "anchor"
VERIFY = "verify"  # what an enquiry is about: a long chain is followed beside the writer


def arrange(work: Work) -> None:
    """Ask to be woken for the next day's line."""
    zone = work.community.calendar.zone
    at = anchors.next_line(work.now, zone, work.community.deliberation)
    work.due(at, VERB, f"{VERB}:{at.astimezone(zone).date()}")


def tell(work: Work) -> None:
    """Keep the head of the chain, and tell it to every group of neighbours; once a day.

    It passes the groups' budgets like whatever goes to everybody; a community may do without it.
    """
    arrange(work)
    day = work.now.astimezone(work.community.calendar.zone).date()
    if not work.anchors.drop(day, work.now) or not work.community.deliberation.anchor:
        return
    for chat in work.community.chats:
        if chat.kind in AMONG_NEIGHBOURS:
            deliveries.notice(
                work,
                LINE,
                Address(chat=chat.id),
                reader=0,
                priority=Priority.BROADCAST,
                facts={"day": day.isoformat()},
            )


def verify(work: Work, said: str, asked: Asked) -> None:
    """Have the chain followed; with letters, say whether they were told, and still stand there.

    Refusal for what cannot be the letters of a line.
    """
    letters = anchors.letters(said)
    if not letters:
        facts: dict[str, Fact] = {"about": VERIFY}
        here = asked.address
        enquiry = Delivery(
            key="enquiry", kind=Kind.ENQUIRY, address=here, reader=work.by.id, facts=facts
        )
        work.tell(enquiry)
        return
    if not anchors.is_hash(letters):
        raise Refusal("refusal-verify")
    facts = dict(_compared(work.anchors.like(letters)))
    deliveries.notice(work, "verify-letters", asked.address, reader=work.by.id, facts=facts)


def _compared(found: Sequence[Held]) -> Mapping[str, Fact]:
    if not found:
        return {"found": "none", "day": "", "count": 0}
    held = next((h for h in found if not h.fits), found[0])
    said: dict[str, Fact] = {"day": held.anchor.day.isoformat(), "count": held.anchor.count}
    return {"found": "fits" if held.fits else "altered", **said}


def packed(finding: Finding) -> Mapping[str, Fact]:
    """Return a finding as the plain values of a message."""
    days = {
        name: found.isoformat() if (found := getattr(finding, name)) else ""
        for name in ("first", "last", "fits", "misfit")
    }
    broken = finding.verdict.broken
    return {
        **days,
        "whole": finding.whole,
        "sealed": finding.verdict.sealed,
        "tail": finding.verdict.tail,
        "fault": broken.fault if broken else "",
        "entry": broken.entry if broken else 0,
    }


def answer(work: Work, found: Mapping[str, Fact], asked: Asked) -> None:
    """Tell whoever asked what the verification came to; what is altered, the operator too."""
    if not found.get("whole"):
        work.alarm("audit-broken", str(found.get("misfit") or found.get("fault") or ""))
    deliveries.notice(work, "verify-whole", asked.address, reader=work.by.id, facts=found)
