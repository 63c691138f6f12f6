"""Inviting somebody to a post by a link that works once (8.2)."""

from datetime import date, timedelta

from governance import grants, powers
from governance.grants import INVITATION_LIVES, WAITING, Grant, GrantAction, GrantStatus
from governance.powers import Verb
from governance.refusals import Refusal
from services.ports import Work
from services.seats.acting import take


def invite(
    work: Work, officer: str, lives: timedelta = INVITATION_LIVES, ends: date | None = None
) -> str:
    """Invite to a post; return the word of a link that works once, and is nowhere remembered.

    An earlier invitation to the post is withdrawn; Refusal where somebody is in office.
    """
    powers.require(work.by, Verb.INVITE_OFFICER)
    if work.community.officer(officer).seated:
        raise Refusal("refusal-seat-taken", post=work.community.called(officer))
    term = work.community.officer(officer).term_ends
    if term and grants.ends_at(term, work.community.calendar.zone) <= work.now:
        raise Refusal("refusal-seat-term", post=work.community.called(officer))
    for earlier in work.grants.of(officer):
        if earlier.status in WAITING:
            take(work, earlier, GrantAction.WITHDRAW)
    token = work.token()
    grant = work.grants.add(
        Grant(
            officer=officer,
            token=grants.digest(token),
            invited_at=work.now,
            expires=work.now + lives,
            ends=ends,
        )
    )
    work.note("seat_invite", f"seat:{grant.id}", {"officer": officer})
    work.due(grant.expires, "lapse_invitation", f"seat-lapse:{grant.id}", grant=grant.id)
    return token


def lapse(work: Work, grant: int) -> None:
    """Let an invitation run out that nobody took up."""
    found = work.grants.get(grant)
    if found.status is GrantStatus.INVITED:
        take(work, found, GrantAction.LAPSE)
