"""Leaving a post: a term ends, or the committee asks for it and supervision decides (8.2)."""

from datetime import date

from governance import grants, powers
from governance.directory import Role
from governance.grants import IN_OFFICE, WARNED, Grant, GrantAction
from governance.powers import Verb
from governance.refusals import Refusal
from services.ports import Work
from services.seats import telling
from services.seats.acting import concerned, take


def ask_revoke(work: Work, officer: str, reason: str) -> Grant:
    """Ask supervision to end somebody's office; until it has decided, he stays in it.

    Refusal where nobody is in office there, or nobody could decide.
    """
    powers.require(work.by, Verb.ASK_REVOKE)
    grant = in_office(work, officer)
    grant = take(work, grant, GrantAction.ASK_REVOKE, reason=reason)
    if not grants.judges(work.community, grant):
        raise Refusal("refusal-seat-nobody")
    telling.ask(work, grant)
    return grant


def in_office(work: Work, officer: str) -> Grant:
    """Return the grant by which a post is held now; Refusal where nobody holds it."""
    found = next((g for g in work.grants.of(officer) if g.status in IN_OFFICE), None)
    if found is None:
        raise Refusal("refusal-seat-over")
    return found


def decide(work: Work, grant_id: int, action: GrantAction) -> Grant:
    """Revoke or keep: supervision's word on what the committee asked for."""
    grant = work.grants.get(grant_id)
    verb = Verb.REVOKE_SEAT if action is GrantAction.REVOKE else Verb.KEEP_SEAT
    concerned(work, grants.judges(work.community, grant), verb)
    return take(work, grant, action)


def watch_term(work: Work, grant: Grant) -> None:
    """Ask to be woken before a term ends, and when it does; the file may have changed it."""
    last, zone = grants.last_day(work.community, grant), work.community.calendar.zone
    if last is None:
        return
    alarms = {days: grants.warned_at(last, days, zone) for days in WARNED}
    alarms = {days: at for days, at in alarms.items() if at > work.now}
    for days, at in {**alarms, 0: grants.ends_at(last, zone)}.items():
        key = f"term:{grant.id}:{last}:{days}"
        work.due(at, "term", key, grant=grant.id, last=last.isoformat(), days=days)


def term(work: Work, grant: int, last: str, days: int) -> None:
    """Say that a term ends in so many days; at none left, end it, unless the file moved it."""
    found = work.grants.get(grant)
    if found.status not in IN_OFFICE or _last_day(work, found) != last:
        return
    if days == 0:
        take(work, found, GrantAction.EXPIRE)
        return
    for role in (Role.RECEIVER, Role.COMMITTEE):
        telling.tell(work, found, role, f"seat-term-{role}", days=days, last=last)


def _last_day(work: Work, grant: Grant) -> str:
    last = grants.last_day(work.community, grant)
    return last.isoformat() if isinstance(last, date) else ""


def terms(work: Work) -> None:
    """Look at every term anew: the file may have changed; who left it leaves office."""
    posts = {o.key for o in work.community.officers}
    for grant in work.grants.going_on():
        if grant.status not in IN_OFFICE:
            continue
        if grant.officer in posts:
            watch_term(work, grant)
        else:
            take(work, grant, GrantAction.EXPIRE)
