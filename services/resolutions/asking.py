"""Asking at the end whether it was done: those who voted, and everybody (E14, idea 10)."""

from collections.abc import Mapping

from governance.ballots.ballot import ADVISORY
from governance.ballots.states import BallotStatus
from governance.ballots.votes import standing
from governance.deliberations.topic import Topic
from governance.notices import Address, Priority
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import fulfilment
from governance.resolutions.fulfilment import Answers, Fulfilment
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import EVALUATION, Question, Reply, ResolutionStatus
from services import deliveries, near
from services.ports import Shelf, Work

S = ResolutionStatus
GONE = frozenset({BallotStatus.DRAFT, BallotStatus.CANCELLED, BallotStatus.VOIDED})
VOTERS = "voters"


def ask(work: Work, resolution: Resolution) -> None:
    """Ask each in private; whoever drafted it or carries it out is not asked (A09)."""
    people = asked_of(work, resolution)
    work.replies.ask(resolution.id, people)
    for person in sorted(people):
        if work.people.get(person).reachable is not False:
            show(work, resolution, person)


def show(work: Work, resolution: Resolution, person: int) -> None:
    """Show somebody the questions, with what he answered."""
    here = Address(chat=person)
    subject = f"resolution-asked:{resolution.id}:{person}:0"
    deliveries.card(work, subject, here, reader=person, priority=Priority.REMINDER)


def asked_of(shelf: Shelf, resolution: Resolution) -> Mapping[int, bool]:
    """Return everybody who is asked, and of each whether he voted."""
    topic = shelf.topics.get(resolution.topic)
    voted = voters(shelf, topic)
    everybody = voted | near.neighbours(shelf, topic)
    involved = resolution.involved.officers
    hands = {o.telegram for o in shelf.community.officers if o.key in involved}
    return {person: person in voted for person in sorted(everybody - hands)}


def voters(shelf: Shelf, topic: Topic) -> frozenset[int]:
    """Return who took part: those of the units that voted, else who seconded or spoke.

    Of a secret ballot nobody knows who voted: there it is whoever stood on the roll.
    """
    found: set[str] = set()
    for ballot in shelf.ballots.of_topic(topic.id):
        if ballot.status in GONE or ballot.instrument in ADVISORY:
            continue
        units = shelf.ballots.roll(ballot.id).units
        cast = standing(shelf.ballots.votes(ballot.id))
        found |= {p for u in units if ballot.secret or u.key in cast for p in u.voters}
    accounts = {int(person) for person in found if person.isdecimal()}
    return frozenset(accounts or _spoke(shelf, topic))


def _spoke(shelf: Shelf, topic: Topic) -> set[int]:
    seconded = {second.person for second in shelf.topics.seconds(topic.id)}
    return (seconded | {s.person for s in shelf.statements.of(topic.id)}) - {0}


def answer(work: Work, resolution_id: int, question: Question, reply: Reply) -> Reply:
    """Write down what somebody answers; it can be changed until the questions end."""
    resolution = work.resolutions.get(resolution_id)
    if question not in EVALUATION or work.by.id not in work.replies.asked(resolution.id):
        raise NotAllowed("refusal-not-yours")
    if resolution.status not in {S.RESULT_PUBLISHED, S.DISPUTED}:
        raise Refusal("refusal-closed")
    work.replies.answer(resolution.id, work.by.id, question, reply, work.now)
    work.redraw(f"resolution-asked:{resolution.id}:{work.by.id}:")
    return reply


def whole(shelf: Shelf, resolution: Resolution) -> Fulfilment:
    """Return what became of it and what people say; once it is closed, as it was then."""
    if resolution.final:
        return Fulfilment(
            kept=fulfilment.kept(resolution.clauses),
            voters=resolution.final[VOTERS],
            everybody={q: resolution.final[q] for q in EVALUATION},
        )
    asked = shelf.replies.asked(resolution.id)
    return fulfilment.fulfilment(resolution.clauses, asked, shelf.replies.said(resolution.id))


def final(shelf: Shelf, resolution: Resolution) -> Mapping[str, Answers]:
    """Return the counts that stand when the questions end, also after people are forgotten."""
    found = whole(shelf, resolution)
    return {VOTERS: found.voters, **{str(q): a for q, a in found.everybody.items()}}
