"""Papers of a secret ballot: handed out by the door, counted together by two persons (E10, A09).

Nobody can say whose a paper is, so one count stands for all of them, and it is sealed like a vote
until the close. Who was handed a paper votes by it alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from governance import powers
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks, Paper
from governance.ballots.roll import VotingUnit
from governance.ballots.secrecy import SMALLEST
from governance.ballots.states import BallotStatus
from governance.directory import Actor
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal

_NUMBER = 4  # bytes


class BatchStatus(StrEnum):
    """Where a count of papers stands."""

    ENTERED = "entered"
    COUNTED = "counted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One count of all papers: how many they are, what stands on them, by whom it was entered.

    `envelope` holds the numbers of the options, sealed; after the close nothing does.
    """

    id: int = 0
    ballot: int
    papers: int
    envelope: bytes = b""
    status: BatchStatus = BatchStatus.ENTERED
    entered_by: str
    entrant: int
    confirmed_by: str = ""


def on_paper(ballot: Ballot) -> bool:
    """Whether papers can be used: each bears one mark, and counts as one head of no class."""
    one = ballot.method == "motion" or (ballot.method == "choice" and ballot.paper.most == 1)
    return ballot.secret and one and not ballot.rule.classes


def check(ballot: Ballot, by: Actor) -> None:
    """Raise Refusal where this person may have nothing to do with papers of this ballot now."""
    powers.require(by, Verb.ENTER_VOTE)
    if powers.conflicted(by, ballot.involved):
        raise Refusal("refusal-conflicted")
    if not on_paper(ballot):
        raise Refusal("refusal-batch-paper")
    if ballot.status is not BallotStatus.OPEN:
        raise Refusal("refusal-vote-late")


def check_handed(ballot: Ballot, by: Actor, unit: VotingUnit) -> None:
    """Raise Refusal where this person may hand no paper to this unit: none to his own."""
    check(ballot, by)
    if str(by.id) in unit.voters:
        raise Refusal("refusal-vote-household")


def entered(
    ballot: Ballot, by: Actor, counts: Sequence[int], batches: Iterable[Batch], handed: int
) -> Batch:
    """Return a count as it is entered, numbers in the order of the options; Refusal if wrong.

    There is one count a ballot; it cannot hold more papers than were handed out, nor so few that
    those who count can say whose a paper is.
    """
    check(ballot, by)
    if any(b.status is not BatchStatus.REFUSED for b in batches):
        raise Refusal("refusal-batch-there")
    papers = sum(counts)
    if len(counts) != len(ballot.paper.options) or not 0 < papers <= handed:
        raise Refusal("refusal-batch-count", handed=handed)
    if papers < SMALLEST:
        raise Refusal("refusal-batch-few", least=SMALLEST)
    return Batch(ballot=ballot.id, papers=papers, entered_by=by.officer, entrant=by.id)


def settled(ballot: Ballot, batch: Batch, by: Actor, status: BatchStatus) -> Batch:
    """Return a count as a second person found it; nobody confirms his own (A09)."""
    if not may_settle(ballot, batch, by):
        raise NotAllowed("refusal-not-allowed")
    if ballot.status is not BallotStatus.OPEN or batch.status is not BatchStatus.ENTERED:
        raise Refusal("refusal-vote-late")
    return replace(batch, status=status, confirmed_by=by.officer)


def may_settle(ballot: Ballot, batch: Batch, by: Actor) -> bool:
    """Whether somebody may confirm a count, or send it back."""
    own = by.id == batch.entrant or by.officer == batch.entered_by
    free = not own and not powers.conflicted(by, ballot.involved)
    return free and powers.may(by, Verb.CONFIRM_VOTE)


def pack(counts: Sequence[int]) -> bytes:
    """Return what is sealed of a count: of one length, whatever it says."""
    return b"".join(n.to_bytes(_NUMBER, "big") for n in counts)


def unpack(packed: bytes) -> tuple[int, ...]:
    """Return the numbers that were packed."""
    every = range(0, len(packed), _NUMBER)
    return tuple(int.from_bytes(packed[n : n + _NUMBER], "big") for n in every)


def papers(paper: Paper, counts: Sequence[int]) -> tuple[Marks, ...]:
    """Return the papers of a count, one after another."""
    each = zip(paper.options, counts, strict=True)
    return tuple({option: 1} for option, n in each for _ in range(n))
