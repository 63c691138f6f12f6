"""Papers of a secret ballot: handed out by the door, counted together by two persons (E10, A09).

Nobody can say whose a paper is, so a count stands for all of them. Papers are handed out and
counted while the ballot is open; who was handed one votes by it alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from governance import powers
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.states import BallotStatus
from governance.directory import Actor
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal


class BatchStatus(StrEnum):
    """Where a count of papers stands."""

    ENTERED = "entered"
    COUNTED = "counted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """How often each option stands on the papers together; by whom entered and confirmed."""

    id: int = 0
    ballot: int
    counts: Mapping[str, int]
    status: BatchStatus = BatchStatus.ENTERED
    entered_by: str
    entrant: int
    confirmed_by: str = ""

    @property
    def papers(self) -> int:
        """How many papers it is: each bears one mark."""
        return sum(self.counts.values())


def check(ballot: Ballot, by: Actor) -> None:
    """Raise Refusal where this person may have nothing to do with papers of this ballot now."""
    powers.require(by, Verb.ENTER_VOTE)
    if powers.conflicted(by, ballot.involved):
        raise Refusal("refusal-conflicted")
    if ballot.status is not BallotStatus.OPEN:
        raise Refusal("refusal-vote-late")
    one = ballot.method == "motion" or (ballot.method == "choice" and ballot.paper.most == 1)
    if not ballot.secret or not one or ballot.rule.classes:
        raise Refusal("refusal-batch-paper")


def entered(
    ballot: Ballot, by: Actor, counts: Mapping[str, int], batches: Iterable[Batch], handed: int
) -> Batch:
    """Return a count of papers as it is entered; Refusal where it cannot be right.

    There is one count a ballot, and it cannot hold more papers than were handed out.
    """
    check(ballot, by)
    if any(b.status is not BatchStatus.REFUSED for b in batches):
        raise Refusal("refusal-batch-there")
    known = counts.keys() <= set(ballot.paper.options) and all(n >= 0 for n in counts.values())
    papers = sum(counts.values())
    if not known or not 0 < papers <= handed:
        raise Refusal("refusal-batch-count", handed=handed)
    return Batch(ballot=ballot.id, counts=counts, entered_by=by.officer, entrant=by.id)


def settled(ballot: Ballot, batch: Batch, by: Actor, status: BatchStatus) -> Batch:
    """Return a count as a second person found it; nobody confirms his own (A09)."""
    powers.require(by, Verb.CONFIRM_VOTE)
    if powers.conflicted(by, ballot.involved):
        raise Refusal("refusal-conflicted")
    if by.id == batch.entrant or by.officer == batch.entered_by:
        raise NotAllowed("refusal-not-allowed")
    if ballot.status is not BallotStatus.OPEN or batch.status is not BatchStatus.ENTERED:
        raise Refusal("refusal-vote-late")
    return replace(batch, status=status, confirmed_by=by.officer)


def papers(batches: Iterable[Batch]) -> tuple[Marks, ...]:
    """Return the papers of what two persons counted, one after another."""
    counted = (b for b in batches if b.status is BatchStatus.COUNTED)
    return tuple({o: 1} for b in counted for o, n in sorted(b.counts.items()) for _ in range(n))
