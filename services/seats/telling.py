"""Who hears of a post: its claimant, those who must decide, the committee (8.2)."""

from governance import grants
from governance.directory import Role
from governance.grants import Grant, GrantAction, GrantStatus
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.ports import Work


def facts(work: Work, grant: Grant) -> dict[str, Fact]:
    """Return what every sentence about a post may use."""
    return {
        "post": work.community.called(grant.officer),
        "name": work.community.name_of(grant.officer),
        "offices": ",".join(_offices(work, grant)),
        "community": work.community.name,
        "note": grant.reason,
    }


def _offices(work: Work, grant: Grant) -> list[str]:
    found = work.community.known(grant.officer)
    return sorted(found.offices) if found else []


def told(work: Work, grant: Grant, action: GrantAction, before: GrantStatus) -> None:
    """Tell a step to those whom the table names."""
    [step] = [s for s in grants.LIFECYCLE.steps if s.action is action and before in s.sources]
    for role in step.tells:
        tell(work, grant, role, f"seat-told-{role}-{action}")


def tell(work: Work, grant: Grant, role: Role, key: str, **more: Fact) -> None:
    """Tell a sentence about a post to its person, or to everybody else who holds an office."""
    persons = {grant.person} if role is Role.RECEIVER else _holders(work, grant, role)
    deliveries.each(work, key, sorted(persons - {0}), {**facts(work, grant), **more})


def _holders(work: Work, grant: Grant, role: Role) -> set[int]:
    return {o.telegram for o in work.community.holders(role)} - {work.by.id, grant.person}


def ask(work: Work, grant: Grant, only: str = "") -> None:
    """Show the card to those whose word is waited for, or to one of them; in private alone."""
    for officer in grants.deciders(work.community, grant):
        if only in {"", officer.key}:
            deliveries.card(
                work,
                f"seat:{grant.id}:{officer.key}:{grant.version}",
                Address(chat=officer.telegram),
                reader=officer.telegram,
                priority=Priority.ASSIGNMENT,
            )


def ask_newcomer(work: Work, officer: str) -> None:
    """Show an officer who has just come into office all that waits for somebody's word."""
    for grant in work.grants.going_on():
        if grant.status in {GrantStatus.CLAIMED, GrantStatus.REVOKE_ASKED}:
            ask(work, grant, only=officer)
