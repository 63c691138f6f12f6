"""Voting in a secret ballot: each tap is a vote, sealed as it comes (E10).

Nothing but the alert over the button holds what was marked or the slip that stands for it: no
delivery, no audit entry, no log. What a button carries says nothing without the ballot's key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import choice

from governance.ballots import votes as rules
from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.envelope import READABLE, SLIP, Inside, pack, unpack
from governance.ballots.roll import Roll, VotingUnit
from governance.ballots.votes import Heard
from governance.refusals import Refusal, Unknown
from services.ballots import marking, voting, waiting
from services.ballots.boxes import PAPER
from services.ports import Shelf, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What a tap came to; the slips, one a unit, are told once and stand nowhere."""

    ballot: Ballot
    marks: Marks
    slips: tuple[str, ...]


def codes(shelf: Shelf, ballot: Ballot, person: int) -> Sequence[str]:
    """Return what somebody's buttons carry, one an option: nobody else reads it, or later."""
    words = [f"{ballot.id}:{person}:{n}" for n, _ in enumerate(ballot.paper.options)]
    return shelf.envelopes.codes(shelf.sealed.public(ballot.id), words)


def press(work: Work, ballot_id: int, code: str, chat: int) -> Cast | None:
    """Take a tap on one's own paper, in private; Refusal where it does not count.

    None where the key is lost: the operator is told, and nothing is written down.
    """
    ballot = work.ballots.get(ballot_id)
    voting.here(work, chat)
    if chat != work.by.id:
        raise Refusal("refusal-vote-private")
    rules.check_time(ballot, work.heard)
    try:
        known = codes(work, ballot, work.by.id) if ballot.secret else ()
    except Refusal:
        work.alarm("keyless", f"ballot:{ballot.id}")
        return None
    if code not in known:
        raise Unknown("refusal-no-dialogue")
    option = ballot.paper.options[list(known).index(code)]
    units = tuple(work.ballots.units_of(ballot.id, work.by.id)) or (voting.NOBODYS,)
    voting.check_eligible(work, ballot, units)
    marks = _tapped(ballot, _before(work, ballot, units[0]), option)
    slips = tuple(_sealed(work, ballot, unit, marks) for unit in units)
    waiting.voted(work, ballot)
    return Cast(ballot=ballot, marks=marks, slips=slips)


def _tapped(ballot: Ballot, before: Marks, option: str) -> Marks:
    """Return the marks after one more tap; a grade goes up, and from the best back to none."""
    if voting.one_tap(ballot):
        return {option: 1}  # the same once more is the same vote, with a fresh slip
    grade = (before.get(option, 0) + 1) % (ballot.paper.best + 1)
    return marking.marked(ballot, before, option, grade)


def _before(work: Work, ballot: Ballot, unit: VotingUnit) -> Marks:
    """Return what the same person marked before; what another of the household did stays his."""
    envelope = work.sealed.envelope(ballot.id, unit.key)
    if not envelope:
        return {}
    [inside] = work.envelopes.open(work.sealed.public(ballot.id), [envelope])
    found = unpack(ballot.paper, inside)
    return found.marks if found.voter == work.by.id else {}


def _sealed(work: Work, ballot: Ballot, unit: VotingUnit, marks: Marks) -> str:
    """Seal a vote of one unit over the one before; return its slip."""
    heard = Heard(unit=unit.key, marks=marks, at=work.heard, order=work.order)
    roll = Roll(kind=ballot.scope.kind, units=() if unit is voting.NOBODYS else (unit,))
    vote = rules.press(ballot, roll, work.by.id, heard)
    voting.check_lives(work, ballot, unit)
    if work.sealed.envelope(ballot.id, unit.key) == PAPER:
        raise Refusal("refusal-vote-papered")
    slip = "".join(choice(READABLE) for _ in range(SLIP))
    inside = pack(ballot.paper, Inside(marks=vote.marks, slip=slip, voter=work.by.id))
    envelope = work.envelopes.seal(work.sealed.public(ballot.id), inside)
    if not work.sealed.put(ballot.id, unit.key, envelope, vote.order):
        raise Refusal("refusal-vote-overtaken")  # another of the household, who was done first
    return slip
