"""A word in time to those who count papers: what no two persons counted by the close is lost."""

from collections.abc import Iterable

from governance.ballots import batches as rules
from governance.ballots.ballot import Ballot
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.states import BallotStatus
from governance.directory import Officer
from governance.notices import Fact
from services.ballots import reminding, telling
from services.ports import Shelf, Work

VERB = "papers_remind"


def arm(work: Work, ballot: Ballot, batch: int = 0) -> None:
    """Ask to be woken while there is time to count the papers, or to confirm a count."""
    at = reminding.when(work, ballot)
    if at is not None:
        key = f"papers-remind:{ballot.id}:{batch}"
        work.wake(at, VERB, key, ballot=ballot.id, batch=batch)


def remind(work: Work, ballot: int, batch: int) -> None:
    """Tell that a count waits for its second person, or that papers are out and none counted."""
    found = work.ballots.get(ballot)
    if found.status is not BallotStatus.OPEN:
        return
    out = len(work.sealed.handed(found.id))
    stand = [b for b in work.sealed.batches(found.id) if b.status is not BatchStatus.REFUSED]
    waiting = [b for b in stand if b.id == batch and b.status is BatchStatus.ENTERED]
    if batch and waiting:
        who = (work.community.known(waiting[0].entered_by), *witnesses(work, found, waiting[0]))
        _tell(work, "papers-unconfirmed", found, who, count=waiting[0].papers)
    elif out and not batch and not stand:
        _tell(work, "papers-uncounted", found, counters(work, found), count=out)


def lapsed(work: Work, ballot: Ballot, batch: Batch) -> None:
    """Tell that a count was not confirmed by the close: its papers are not in the result."""
    work.redraw(f"batch:{batch.id}:")
    who = [work.community.known(batch.entered_by)]
    _tell(work, "papers-lapsed", ballot, who, count=batch.papers)


def _tell(
    work: Work, key: str, ballot: Ballot, those: Iterable[Officer | None], **more: Fact
) -> None:
    """Tell these, and whoever drafted the ballot: he cannot count, but he can see to it."""
    every = {o.telegram: o for o in (*those, work.community.known(ballot.drafted_by)) if o}
    said: dict[str, Fact] = {"ballot": ballot.id, "number": ballot.number, **more}
    telling.officers(work, key, (o for o in every.values() if o.seated), said)


def counters(shelf: Shelf, ballot: Ballot) -> tuple[Officer, ...]:
    """Return who may hand out papers and count them."""
    seated = (o for o in shelf.community.officers if o.seated)
    return tuple(o for o in seated if rules.may_hand(ballot, shelf.actor(o.telegram)))


def witnesses(shelf: Shelf, ballot: Ballot, batch: Batch) -> tuple[Officer, ...]:
    """Return who may confirm a count: neither its enterer nor anybody involved."""
    seated = (o for o in shelf.community.officers if o.seated)
    return tuple(o for o in seated if rules.may_settle(ballot, batch, shelf.actor(o.telegram)))
