"""Taking up a post: the first tap of its link, then a second person's word (8.2)."""

from governance import grants, powers
from governance.directory import THE_OPERATOR, Role
from governance.grants import IN_OFFICE, Grant, GrantAction, GrantStatus
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal, Unknown
from services.ports import Work
from services.seats import ending, leaving, telling
from services.seats.acting import concerned, take


def claim(work: Work, token: str) -> Grant:
    """Take up the post that a link names; the first tap counts, a second person must confirm.

    Refusal where the link was used, is too late, or the person holds or awaits a post already.
    """
    work.people.reach(work.by.id, reachable=True)
    grant = work.grants.by_token(grants.digest(token))
    if grant.person == work.by.id and grant.status not in grants.OVER:
        telling.tell(work, grant, Role.RECEIVER, _how_it_stands(grant))
        return grant
    _fresh(work, grant)
    if held := work.community.by_telegram(work.by.id):
        raise Refusal("refusal-seat-held", post=held.known_as)
    if any(g.person == work.by.id for g in work.grants.going_on()):
        raise Refusal("refusal-seat-asked")
    grant = take(work, grant, GrantAction.CLAIM)
    telling.ask(work, grant)
    return grant


def _how_it_stands(grant: Grant) -> str:
    taken = grant.status in IN_OFFICE
    return "seat-told-receiver-confirm" if taken else "seat-told-receiver-claim"


def _fresh(work: Work, grant: Grant) -> None:
    if all(o.key != grant.officer for o in work.community.officers):
        raise Unknown("refusal-seat-link")
    late = grant.status is GrantStatus.INVITED and work.now >= grant.expires
    if late or grant.status is GrantStatus.LAPSED:
        raise Refusal("refusal-seat-late")
    if grant.status is not GrantStatus.INVITED:
        raise Refusal("refusal-seat-used")


def confirm(work: Work, grant_id: int) -> Grant:
    """Say that the claimant is the one in the file; from now on he is in office."""
    grant = work.grants.get(grant_id)
    if work.by == THE_OPERATOR:
        _first(work, grant)
    else:
        concerned(work, grants.witnesses(work.community, grant), Verb.CONFIRM_SEAT)
    grant = take(work, grant, GrantAction.CONFIRM)
    ending.watch_term(work, grant)
    telling.ask_newcomer(work, grant.officer)
    leaving.resume(work, grant.officer)
    return grant


def _first(work: Work, grant: Grant) -> None:
    powers.require(work.by, Verb.CONFIRM_FIRST)
    if not grants.founding(work.community, grant.officer, work.grants.ever()):
        raise NotAllowed("refusal-seat-first")


def refuse(work: Work, grant_id: int, reason: str) -> Grant:
    """Say that the claimant is somebody else, and why; the post stays free."""
    grant = work.grants.get(grant_id)
    concerned(work, grants.witnesses(work.community, grant), Verb.REFUSE_SEAT)
    return take(work, grant, GrantAction.REFUSE, reason=reason)
