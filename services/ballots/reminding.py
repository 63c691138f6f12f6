"""Reminders before a ballot closes: its group once, and in private who asked for it, if unvoted.

Nobody else is written to, and no list of who has not voted is kept: the message alone tells (N21).
"""

from datetime import datetime

from governance import attention
from governance.ballots.ballot import Ballot
from governance.ballots.states import BallotStatus
from governance.ballots.votes import standing
from governance.notices import Address, Fact, Policy, Priority
from governance.refusals import NotAllowed, Refusal
from services import deliveries
from services.ballots import telling
from services.ports import Shelf, Work

VERB = "ballot_remind"


def arm(work: Work, ballot: Ballot) -> None:
    """Ask to be woken before a ballot that opens now closes."""
    at = when(work, ballot)
    if at is not None:
        work.due(at, VERB, f"ballot-remind:{ballot.id}", ballot=ballot.id)


def when(work: Work, ballot: Ballot) -> datetime | None:
    """Return when to remind of what must be done, from now on, before a ballot closes."""
    zone, required = work.community.calendar.zone, work.community.deliberation
    return attention.reminder(work.now, ballot.closes, zone, required)


def remind(work: Work, ballot: int) -> None:
    """Remind the group of a ballot that is still open, and those who asked and did not vote."""
    found = work.ballots.get(ballot)
    if found.status is not BallotStatus.OPEN:
        return
    said: dict[str, Fact] = {"ballot": found.id, "number": found.number}
    if here := telling.group(work, found):
        place = work.placed(f"ballot:{found.id}:{telling.EVERYBODY}:0") or here
        deliveries.notice(
            work,
            "ballot-reminder",
            place,
            reader=telling.EVERYBODY,
            priority=Priority.BROADCAST,
            policy=Policy.ONCE,
            facts=said,
        )
    for person in work.reminders.of(found.id):
        if not voted(work, found, person):
            deliveries.notice(
                work,
                "ballot-reminder-own",
                Address(chat=person),
                reader=person,
                priority=Priority.REMINDER,
                policy=Policy.ONCE,
                facts=said,
            )
    work.reminders.done(found.id)


def turn(work: Work, ballot_id: int) -> bool:
    """Ask to be reminded, or not any more; say which. Refusal for whoever has no vote in it."""
    ballot = work.ballots.get(ballot_id)
    if ballot.status is not BallotStatus.OPEN:
        raise NotAllowed("refusal-not-allowed")
    if not work.ballots.units_of(ballot.id, work.by.id):
        raise Refusal("refusal-vote-roll")
    wants = work.by.id not in work.reminders.of(ballot.id)
    (work.reminders.ask if wants else work.reminders.leave)(ballot.id, work.by.id)
    telling.own(work, ballot)
    return wants


def voted(shelf: Shelf, ballot: Ballot, person: int) -> bool:
    """Whether every unit of somebody has a vote in a ballot."""
    mine = {unit.key for unit in shelf.ballots.units_of(ballot.id, person)}
    if ballot.secret:
        return mine <= shelf.sealed.units(ballot.id)
    return all(standing(shelf.ballots.votes(ballot.id, unit)).get(unit) for unit in mine)
