"""What the clock does to a ballot: it opens, waits for the last press in time, and closes."""

from datetime import datetime, timedelta

from governance.ballots.ballot import Ballot
from governance.ballots.states import BallotAction, BallotStatus
from governance.refusals import Refusal
from services.ballots import acting, boxes, counting, telling
from services.ports import Work

A, S = BallotAction, BallotStatus
AGAIN = timedelta(seconds=1)
KEYLESS = timedelta(minutes=10)  # until a key that is lost is looked for again
TURNOUT = timedelta(seconds=3)  # the card in the group is drawn anew no more often


def opened(work: Work, ballot: int) -> None:
    """Open a ballot whose time has come; where a rule forbids it, its drafter hears why."""
    found = work.ballots.get(ballot)
    if found.status is not S.SCHEDULED:
        return
    try:
        acting.by_clock(work, found, A.OPEN)
    except Refusal as refusal:
        telling.drafter(work, "ballot-unopened", found, reason=refusal.key, **refusal.facts)


def closed(work: Work, ballot: int, turn: int, further: int = 0) -> None:
    """Close a ballot once all that came in time is done, and one further poll has brought no more.

    What counts is when a press was written down: later ones are told that they are late.
    """
    found = work.ballots.get(ballot)
    if found.status is not S.OPEN:
        return
    if work.unheard(found.opens, found.closes):
        _again(work, found, work.now + AGAIN, turn + 1)
        return
    if not further:
        # what a poll of before the close brought may just be on its way into the inbox
        key, words = _key(found, turn + 1), {"ballot": found.id, "turn": turn + 1, "further": 1}
        work.due_after("ballot_close", key, **words)
        return
    if found.secret and not boxes.opens(work, found):
        work.alarm("keyless", f"ballot:{found.id}")
        _again(work, found, work.now + KEYLESS, turn + 1)
        return
    acting.by_clock(work, found, A.CLOSE)


def _again(work: Work, ballot: Ballot, at: datetime, turn: int) -> None:
    work.due(at, "ballot_close", _key(ballot, turn), ballot=ballot.id, turn=turn)


def _key(ballot: Ballot, turn: int) -> str:
    return f"ballot-close:{ballot.id}:{turn}"


def turnout(work: Work, ballot: int) -> None:
    """Show in the group how many have voted by now, and no more (N21)."""
    if work.ballots.get(ballot).status is S.OPEN:
        work.redraw(f"ballot:{ballot}:{telling.EVERYBODY}:")


def voted(work: Work, ballot: Ballot) -> None:
    """Let the turnout be shown soon: many votes are one drawing, and none is left out."""
    work.wake(
        work.now + TURNOUT, "ballot_turnout", f"ballot-turnout:{ballot.id}", ballot=ballot.id
    )


def final(work: Work, ballot: int) -> None:
    """Let the topic go on when the window to contest is over and nothing is open."""
    found = work.ballots.get(ballot)
    over = found.contest_until is not None and found.contest_until <= work.now
    if found.status is S.PUBLISHED and over and not found.void_asked_by:
        counting.settle(work, found)
