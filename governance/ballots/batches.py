"""Papers of a secret ballot: handed out by the door, counted together by two persons (E10, A09).

Nobody can say whose a paper is, so one count stands for all of them, and it is sealed like a vote
until the close. Who was handed a paper votes by it alone, unless it is taken back unused before
the papers are counted. However few they are, they count: what so few may tell is said instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from governance import powers
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks, Paper
from governance.ballots.roll import VotingUnit
from governance.ballots.votes import check_time
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """How it stands with the papers as somebody comes: when, how many are out, what is counted."""

    at: datetime
    handed: int
    batches: Sequence[Batch]

    @property
    def counted(self) -> bool:
        """Whether a count stands, confirmed or not: the box was open, no paper moves any more."""
        return any(b.status is not BatchStatus.REFUSED for b in self.batches)


def on_paper(ballot: Ballot) -> bool:
    """Whether papers can be used: each bears one mark, and counts as one head of no class."""
    one = ballot.method == "motion" or (ballot.method == "choice" and ballot.paper.most == 1)
    return ballot.secret and one and not ballot.rule.classes


def check(ballot: Ballot, by: Actor, at: datetime) -> None:
    """Raise Refusal where this person may have nothing to do with papers of this ballot then."""
    powers.require(by, Verb.ENTER_VOTE)
    if powers.conflicted(by, ballot.involved):
        raise Refusal("refusal-conflicted")
    if not on_paper(ballot):
        raise Refusal("refusal-batch-paper")
    check_time(ballot, at)


def may_hand(ballot: Ballot, by: Actor) -> bool:
    """Whether somebody may hand out papers and count them: nobody involved does (A09)."""
    return powers.may(by, Verb.ENTER_VOTE) and not powers.conflicted(by, ballot.involved)


def check_door(ballot: Ballot, by: Actor, unit: VotingUnit, desk: Desk) -> None:
    """Raise Refusal where this person may hand this unit no paper, or take none back.

    None of his own household's, and none once the box was open: what is handed out later would
    not be counted, and what is taken back later might be in the count.
    """
    check(ballot, by, desk.at)
    if str(by.id) in unit.voters:
        raise Refusal("refusal-batch-own")
    if desk.counted:
        raise Refusal("refusal-batch-closed")


def entered(ballot: Ballot, by: Actor, counts: Sequence[int], desk: Desk) -> Batch:
    """Return a count as it is entered, numbers in the order of the options; Refusal if wrong.

    There is one count a ballot; it cannot hold more papers than were handed out.
    """
    check(ballot, by, desk.at)
    if desk.counted:
        raise Refusal("refusal-batch-there")
    papers = sum(counts)
    if len(counts) != len(ballot.paper.options) or not 0 < papers <= desk.handed:
        raise Refusal("refusal-batch-count", handed=desk.handed)
    return Batch(ballot=ballot.id, papers=papers, entered_by=by.officer, entrant=by.id)


def settled(ballot: Ballot, batch: Batch, by: Actor, status: BatchStatus, at: datetime) -> Batch:
    """Return a count as a second person found it; nobody confirms his own (A09)."""
    if status is BatchStatus.ENTERED or not may_settle(ballot, batch, by):
        raise NotAllowed("refusal-not-allowed")
    check_time(ballot, at)
    if batch.status is not BatchStatus.ENTERED:
        raise Refusal("refusal-batch-settled")
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
