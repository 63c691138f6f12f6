"""Asking how ballots stand: a list, one of them by its number, one's own paper."""

from governance.ballots.ballot import Ballot
from governance.ballots.roll import VOTING
from governance.ballots.states import BallotStatus
from governance.ballots.table import HOLDER
from governance.deliberations.holding import HELD
from governance.deliberations.topic import Topic
from governance.notices import Address
from governance.procedure import UnitKind
from governance.refusals import NotAllowed
from governance.residents import ResidentStatus
from services import deliveries, near
from services.ballots import telling
from services.hearing import Asked
from services.ports import Shelf, Work

S = BallotStatus
PUBLISHED = frozenset({S.PUBLISHED, S.CONTESTED, S.VOIDED})
PUBLIC = tuple(s for s in S if s not in {S.DRAFT, S.SCHEDULED, S.CANCELLED})


def listing(work: Work, asked: Asked) -> None:
    """List the ballots that were opened; to whoever holds them in private, the drafts too."""
    deliveries.notice(work, "ballots", asked.address, reader=work.by.id)


def status(work: Work, number: int, asked: Asked) -> None:
    """Show a ballot by its number: in private with one's own taps, in a group as all read it."""
    ballot = work.ballots.numbered(number)
    near.require(work, work.topics.get(ballot.topic), asked.chat)
    if asked.chat > 0:
        show(work, ballot.id)
        return
    said = {"ballot": ballot.id, "number": ballot.number}
    deliveries.notice(work, "ballot", asked.address, reader=work.by.id, facts=said)


def show(work: Work, ballot_id: int) -> None:
    """Show a ballot at the end of the private chat."""
    ballot = work.ballots.get(ballot_id)
    near.require(work, work.topics.get(ballot.topic))
    telling.card(work, ballot, work.by.id)


def slips(work: Work, ballot_id: int, page: int) -> None:
    """Show in private the slips that were in the box, a page of them; there is no other order."""
    ballot = work.ballots.get(ballot_id)
    if not ballot.secret or ballot.status not in PUBLISHED:
        raise NotAllowed("refusal-not-allowed")
    near.require(work, work.topics.get(ballot.topic))
    said = {"ballot": ballot.id, "number": ballot.number, "page": page}
    here = Address(chat=work.by.id)
    deliveries.notice(work, "ballot-slips", here, reader=work.by.id, facts=said)


def topics_to_ask(shelf: Shelf) -> tuple[Topic, ...]:
    """Return the topics from which a ballot can be drafted now, in the order of their numbers."""
    found = shelf.topics.standing(tuple(HELD))
    return tuple(sorted(found, key=lambda t: t.number))


def without_vote(shelf: Shelf, ballot: Ballot, person: int) -> str:
    """Return by which refusal somebody who lives here has no vote; empty where none is known."""
    homes = [
        r
        for r in shelf.residents.of(person)
        if r.status is ResidentStatus.VERIFIED and r.building in ballot.scope.buildings
    ]
    if ballot.scope.kind is UnitKind.OWNER or not homes:
        return ""
    if ballot.scope.participants != VOTING:
        return "refusal-vote-class"
    young = ballot.scope.adults and not any(r.adult for r in homes)
    return "refusal-vote-age" if young else ""


def holds(shelf: Shelf, person: int) -> bool:
    """Whether somebody drafts ballots here."""
    return bool(shelf.actor(person).offices & HOLDER)
