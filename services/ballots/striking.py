"""Supervision takes back an entered vote that counts; the household may vote again (8.10)."""

from governance.ballots import votes as rules
from governance.ballots.ballot import Ballot
from governance.ballots.roll import Roll
from governance.ballots.states import BallotStatus, VoteAction, VoteStatus
from governance.ballots.table import JUDGES, VOTE
from governance.ballots.votes import Vote
from governance.directory import Actor
from governance.notices import Address
from governance.powers import Verb, conflicted, may
from governance.refusals import NotAllowed
from services import deliveries
from services.ballots import counting, telling, waiting
from services.ports import Shelf, Work

S, A = VoteStatus, VoteAction


def judging(ballot: Ballot, viewer: Actor) -> bool:
    """Whether somebody may look for entered votes to take back; of a secret one there are none."""
    free = may(viewer, Verb.CERTIFY_BALLOT) and not conflicted(viewer, ballot.involved)
    return free and ballot.status is BallotStatus.OPEN and not ballot.secret


def listing(work: Work, ballot_id: int, page: int) -> None:
    """Show in private the entered votes that count; NotAllowed for whoever takes none back."""
    ballot = work.ballots.get(ballot_id)
    if not judging(ballot, work.by):
        raise NotAllowed("refusal-not-allowed")
    said = {"ballot": ballot.id, "number": ballot.number, "page": page}
    here = Address(chat=work.by.id)
    deliveries.notice(work, "ballot-entries", here, reader=work.by.id, facts=said)


def counted(shelf: Shelf, ballot: Ballot, viewer: Actor) -> tuple[Vote, ...]:
    """Return the entered vote that counts of each unit, where this person may take it back."""
    latest = {v.unit: v for v in shelf.ballots.entries(ballot.id) if v.status is S.CAST}
    return tuple(v for v in latest.values() if open_to(shelf, ballot, v, viewer))


def open_to(shelf: Shelf, ballot: Ballot, vote: Vote, viewer: Actor) -> bool:
    """Whether somebody may take an entered vote back: it counts, and is none of his making."""
    if not judging(ballot, viewer) or shelf.ballots.pressed(ballot.id, vote.unit):
        return False
    unit = shelf.ballots.unit(ballot.id, vote.unit)
    roll = Roll(kind=ballot.scope.kind, units=(unit,) if unit else ())
    roles = rules.roles_in(ballot, roll, vote, viewer)
    return A.INVALIDATE in VOTE.choices(vote.status, roles)


def struck(work: Work, ballot: Ballot, vote: Vote) -> None:
    """Tell the household, and whoever entered it; an older one of the unit counts no more either.

    Else what it had taken the place of would stand up again, unseen.
    """
    for older in work.ballots.entries(ballot.id, vote.unit):
        if older.status is S.CAST:
            moved = rules.advance(older, A.INVALIDATE, JUDGES, work.by, vote.note)
            work.ballots.settle(moved, older.status)
            work.note(f"vote-{A.INVALIDATE}", f"ballot:{ballot.id}", {"entry": older.id})
            work.redraw(f"entry:{older.id}:")
    waiting.voted(work, ballot)
    telling.voters(work, "vote-struck", ballot, vote, note=vote.note)
    counting.enterer(work, "vote-struck-tell", ballot, vote, vote.note)
