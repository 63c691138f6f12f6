"""The box of a secret ballot: a key when it opens, loose marks and slips when it closes (E10)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from secrets import SystemRandom
from typing import TypeVar

from governance.ballots import batches
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.envelope import Inside, unpack
from governance.ballots.methods import METHODS
from governance.ballots.result import Result, Terms, tallied
from governance.ballots.secrecy import rows_shown
from governance.refusals import Refusal
from services.ballots import prompting
from services.ports import Shelf, Work

T = TypeVar("T")
PAPER = b""  # in the place of an envelope: the unit was handed a paper


def begin(work: Work, ballot: Ballot) -> None:
    """Make the key to which the envelopes of a ballot that opens are sealed."""
    work.sealed.begin(ballot.id, work.envelopes.fresh())


def opens(work: Work, ballot: Ballot) -> bool:
    """Whether every envelope can be opened: the key is there, and it is the right one."""
    try:
        _opened(work, ballot)
    except Refusal:
        return False
    return True


def _opened(work: Work, ballot: Ballot) -> Mapping[str, Inside]:
    """Return what is in the envelopes, by unit: it may leave this unit of work only apart."""
    rows = [(unit, e) for unit, e in work.sealed.envelopes(ballot.id) if e != PAPER]
    packed = work.envelopes.open(work.sealed.public(ballot.id), [e for _, e in rows])
    return {unit: unpack(ballot.paper, p) for (unit, _), p in zip(rows, packed, strict=True)}


def close(work: Work, ballot: Ballot) -> Result:
    """Open the envelopes, spill them into the box, let the rows go, and count.

    Marks and slips are shuffled apart before they are written, so that neither their places nor
    their numbers say whose they are, or which slip is whose mark.
    """
    opened = _opened(work, ballot)
    counted = _papers(work, ballot)
    handed = work.sealed.handed(ballot.id)
    result = _counted(work, ballot, opened, dict(zip(handed, counted, strict=False)))
    result = replace(result, handed=len(handed))
    for batch in work.sealed.batches(ballot.id):
        if batch.status is BatchStatus.ENTERED:
            prompting.lapsed(work, ballot, batch)
    marks = shuffled([*(i.marks for i in opened.values()), *counted])
    slips = shuffled(i.slip for i in opened.values())
    work.sealed.spill(ballot.id, marks, slips)
    work.ballots.keep_result(ballot.id, result)
    subject = f"ballot:{ballot.id}"
    work.note("lock-votes", subject, {"votes": len(marks), "digest": digest(marks, slips)})
    said = {"verdict": result.verdict, "entered": len(counted), "handed": len(handed)}
    work.note("tally-votes", subject, said)
    return result


def count_of(shelf: Shelf, ballot: Ballot, batch: Batch) -> tuple[int, ...]:
    """Return the numbers of a count of papers, in the order of the options."""
    [packed] = shelf.envelopes.open(shelf.sealed.public(ballot.id), [batch.envelope])
    return batches.unpack(packed)


def _papers(work: Work, ballot: Ballot) -> list[Marks]:
    """Return the papers that two persons counted; what one alone counted is not."""
    counted = (b for b in work.sealed.batches(ballot.id) if b.status is BatchStatus.COUNTED)
    return [m for b in counted for m in batches.papers(ballot.paper, count_of(work, ballot, b))]


def _counted(
    work: Work, ballot: Ballot, opened: Mapping[str, Inside], on_paper: Mapping[str, Marks]
) -> Result:
    """Count; of the classes only those rows are kept that tell on nobody.

    Papers are nobody's: each is put to one of the units that were handed one, which changes no
    figure, as each unit is one head and no rule names a class where papers are counted.
    """
    terms = Terms(method=METHODS[ballot.method], paper=ballot.paper, rule=ballot.rule)
    roll = work.ballots.roll(ballot.id)
    found = {**{unit: i.marks for unit, i in opened.items()}, **on_paper}
    result = tallied(terms, roll, found)
    boxes = {p: [found[u.key] for u in roll.of(p) if u.key in found] for p in roll.classes}
    shown = () if on_paper else rows_shown(boxes, roll.classes)
    classes = {p: part for p, part in result.classes.items() if p in shown}
    return replace(result, classes=classes, entered=len(on_paper))


def shuffled(each: Iterable[T]) -> list[T]:
    """Return these in an order that nobody can know."""
    found = list(each)
    SystemRandom().shuffle(found)
    return found


def digest(marks: Iterable[Marks], slips: Iterable[str]) -> str:
    """Return the SHA-256 of a box, whatever the order: who has the box can reckon it anew."""
    papers_there = sorted(sorted(each.items()) for each in marks)
    box = json.dumps([papers_there, sorted(slips)], ensure_ascii=False)
    return hashlib.sha256(box.encode()).hexdigest()


def discard(work: Work, ballot: Ballot) -> None:
    """Let the envelopes of a ballot that was voided go unopened."""
    work.sealed.clear(ballot.id)
