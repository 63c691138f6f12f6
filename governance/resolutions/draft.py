"""The words and promises of a resolution, while it is a draft; the committee alone writes them."""

from dataclasses import replace

from governance.directory import Community
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import clauses, prices
from governance.resolutions.advance import Given, roles_in
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import ResolutionAction, ResolutionKind
from governance.resolutions.table import LIFECYCLE

A = ResolutionAction


def _draft(community: Community, resolution: Resolution, given: Given) -> None:
    LIFECYCLE.step(resolution.status, A.EDIT, roles_in(community, resolution, given))


def written(
    community: Community, resolution: Resolution, given: Given, kind: ResolutionKind, text: str
) -> Resolution:
    """Return the draft with other words; NotAllowed for all but the committee, and once checked.

    Whoever changes a draft that lies with supervision takes it back.
    """
    _draft(community, resolution, given)
    if not text:
        raise Refusal("refusal-resolution-incomplete")
    return replace(resolution, kind=kind, text=text, submitted=False)


def promised(
    community: Community, resolution: Resolution, given: Given, clause: Clause
) -> Resolution:
    """Return the draft with one promise more; refused as above, or where it lacks something.

    What a menu chose was chosen at its price: its promises never cost more together (E19).
    """
    _draft(community, resolution, given)
    clauses.check(clause, given.today)
    number = max((c.number for c in resolution.clauses), default=0) + 1
    whole = (*resolution.clauses, replace(clause, number=number))
    prices.check(whole, given.winners)
    return replace(resolution, clauses=whole, submitted=False)


def dropped(
    community: Community, resolution: Resolution, given: Given, clause_id: int
) -> Resolution:
    """Return the draft without a promise; one that is being carried out cannot be dropped.

    What was public once stands in the earlier edition (N24).
    """
    _draft(community, resolution, given)
    found = resolution.clause(clause_id)
    if found is None or found.case:
        raise NotAllowed("refusal-not-allowed")
    left = tuple(c for c in resolution.clauses if c.id != clause_id)
    return replace(resolution, clauses=left, submitted=False)
