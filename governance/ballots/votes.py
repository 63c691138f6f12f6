"""Votes: one a unit, in whatever order presses and papers come (8.10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from governance import powers
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.methods import METHODS
from governance.ballots.roll import Roll, VotingUnit
from governance.ballots.states import (
    COUNTING,
    RUNNING,
    BallotStatus,
    Channel,
    VoteAction,
    VoteStatus,
)
from governance.ballots.table import VOTE
from governance.directory import Actor, Role
from governance.powers import Verb
from governance.refusals import Refusal

S, A = VoteStatus, VoteAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What came from one unit at one time; `order` is that of the inbox, in which it was heard.

    Of an entered vote: its id, the officer and the account that entered it, and the photo of the
    signed paper, if there is one.
    """

    id: int = 0
    unit: str
    marks: Marks
    order: int
    channel: Channel = Channel.PRESS
    status: VoteStatus = VoteStatus.CAST
    entered_by: str = ""
    entrant: int = 0
    photo: str = ""
    confirmed_by: str = ""
    note: str = ""

    @property
    def own(self) -> bool:
        """Whether the voter pressed himself."""
        return self.channel is Channel.PRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A vote as it comes in: for which unit, what is marked, when and as what it was written."""

    unit: str
    marks: Marks
    at: datetime
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf:
    """How somebody entered a vote for another: by whom, on what way, with which photo."""

    by: Actor
    channel: Channel
    photo: str = ""


def press(ballot: Ballot, roll: Roll, voter: int, heard: Heard) -> Vote:
    """Return the vote of somebody who presses himself; Refusal where it is not to be counted."""
    unit = _unit(ballot, roll, heard)
    if str(voter) not in unit.voters:
        raise Refusal("refusal-vote-roll")
    return Vote(unit=unit.key, marks=heard.marks, order=heard.order)


def enter(
    ballot: Ballot, roll: Roll, behalf: OnBehalf, heard: Heard, votes: Iterable[Vote]
) -> Vote:
    """Return a vote that is entered for somebody; Refusal where it may not be.

    It counts once a second person has confirmed it, or at once with a photo of the signed paper.
    """
    powers.require(behalf.by, Verb.ENTER_VOTE)
    if ballot.secret:
        raise Refusal("refusal-vote-secret")
    if powers.conflicted(behalf.by, ballot.involved):
        raise Refusal("refusal-conflicted")
    unit = _unit(ballot, roll, heard)
    if str(behalf.by.id) in unit.voters:
        raise Refusal("refusal-vote-household")
    if any(v.unit == unit.key and v.own and v.status in COUNTING for v in votes):
        raise Refusal("refusal-vote-own")
    if behalf.channel is Channel.PRESS:
        raise ValueError("nobody presses for another")
    return Vote(
        unit=unit.key,
        marks=heard.marks,
        order=heard.order,
        channel=behalf.channel,
        status=S.CAST if behalf.photo else S.ENTERED,
        entered_by=behalf.by.officer,
        entrant=behalf.by.id,
        photo=behalf.photo,
    )


def _unit(ballot: Ballot, roll: Roll, heard: Heard) -> VotingUnit:
    """Return the unit; Refusal where it is too early, too late, unknown, or wrongly marked.

    What counts is when the press was written down, not when its turn came.
    """
    check_time(ballot, heard.at)
    unit = roll.unit(heard.unit)
    if unit is None:
        raise Refusal("refusal-vote-roll")
    if not METHODS[ballot.method].valid(heard.marks, ballot.paper):
        raise Refusal("refusal-vote-marks")
    return unit


def check_time(ballot: Ballot, at: datetime) -> None:
    """Raise Refusal where what was written down at a time is too early or too late."""
    if ballot.status in {BallotStatus.DRAFT, BallotStatus.SCHEDULED} or at < ballot.opens:
        raise Refusal("refusal-vote-early")
    if ballot.status not in RUNNING or at >= ballot.closes:
        raise Refusal("refusal-vote-late")


def roles_in(ballot: Ballot, roll: Roll, vote: Vote, by: Actor) -> frozenset[Role]:
    """Return what somebody is to a vote: nobody confirms what he entered or drafted (A09)."""
    if Role.CLOCK in by.offices:
        return by.offices
    unit = roll.unit(vote.unit)
    roles = {Role.RESIDENT} if unit and str(by.id) in unit.voters else set()
    same = by.id == vote.entrant or by.officer == vote.entered_by
    if powers.conflicted(by, ballot.involved) or same or roles:
        return frozenset(roles)
    return by.offices & (powers.POWERS[Verb.CONFIRM_VOTE] | powers.POWERS[Verb.CERTIFY_BALLOT])


def advance(vote: Vote, action: VoteAction, roles: frozenset[Role], by: Actor, note: str) -> Vote:
    """Return the vote one step further; raise NotAllowed or Refusal where a rule forbids it."""
    taken = VOTE.step(vote.status, action, roles)
    if taken.reason and not note:
        raise Refusal("refusal-reason")
    confirmed = by.officer if action is A.CONFIRM else vote.confirmed_by
    return replace(vote, status=taken.target, confirmed_by=confirmed, note=note or vote.note)


def standing(votes: Iterable[Vote]) -> Mapping[str, Vote]:
    """Return the one vote that counts of each unit: its own before one entered, then the last."""
    found: dict[str, Vote] = {}
    for vote in votes:
        if vote.status in COUNTING:
            found[vote.unit] = max(vote, found.get(vote.unit, vote), key=_precedence)
    return found


def _precedence(vote: Vote) -> tuple[bool, int]:
    return vote.own, vote.order


def entered(votes: Mapping[str, Vote]) -> int:
    """Return how many of the votes that count were entered; printed with the result."""
    return sum(not v.own for v in votes.values())
