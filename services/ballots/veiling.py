"""Whether a draft becomes a secret ballot: said before it is scheduled, refused with a reason."""

from dataclasses import replace

from governance.ballots.ballot import Ballot
from governance.ballots.secrecy import obstacles
from governance.ballots.states import BallotStatus
from governance.refusals import NotAllowed, Refusal
from services.ballots import acting, rolling, telling
from services.ports import Work


def turn(work: Work, ballot_id: int) -> Ballot:
    """Make a draft secret, or open again; Refusal where secrecy would tell on somebody.

    The roll is looked at as it is now, and once more when the ballot opens.
    """
    acting.require_holder(work)
    ballot = work.ballots.get(ballot_id)
    if ballot.status is not BallotStatus.DRAFT:
        raise NotAllowed("refusal-not-allowed")
    if not ballot.secret and (found := obstacles(ballot.rule, rolling.frozen(work, ballot))):
        raise Refusal("refusal-ballot-secret", **found[0].facts)
    turned = work.ballots.save(replace(ballot, secret=not ballot.secret))
    work.note("turn-ballot", f"ballot:{ballot.id}", {"secret": turned.secret})
    telling.redraw(work, turned)
    return turned
