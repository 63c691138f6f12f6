"""Who hears of what is due: its drafter in private, and everybody where it is absent (G07)."""

from collections.abc import Iterable, Sequence

from governance.directory import ChatKind, Officer, Role
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionStatus
from governance.notices import Address, Fact, Policy, Priority
from governance.programme import Item, Template
from services import deliveries
from services.disclosures import asking, meant
from services.ports import Work

S = EditionStatus


def worksheet(work: Work, edition: Edition, reader: int) -> None:
    """Show an edition at the end of a private chat, with what this reader may do."""
    deliveries.sheet(work, f"disclosure-work:{edition.id}:{reader}", reader)


def redraw(work: Work, edition: Edition) -> None:
    """Draw every worksheet and every card of an edition anew."""
    restated(work, edition)
    work.redraw(f"disclosure:{edition.id}:")


def restated(work: Work, edition: Edition) -> None:
    """Let every worksheet of an edition say where it stands now."""
    work.redraw(f"disclosure-work:{edition.id}:")


def waited_for(work: Work, item: Item, edition: Edition) -> tuple[Officer, ...]:
    """Return whose step is waited for: nobody's once all have signed who must (A15)."""
    if edition.status in {S.DUE, S.DRAFT}:
        found = asking.writers(work, edition)
        if item.template is Template.DUTIES:  # each writes his own, and nobody another's
            return tuple(o for o in found if edition.occasion in {"", o.key})
        return found
    if edition.status is S.IN_REVIEW:
        return asking.approvers(work.community, item, edition)
    return asking.countersigners(work.community, edition)


def hand_out(work: Work, item: Item, edition: Edition) -> None:
    """Give the worksheet to whoever must act; the operator hears where there is nobody."""
    found = waited_for(work, item, edition)
    for officer in found:
        worksheet(work, edition, officer.telegram)
    if not found and edition.status is not S.APPROVED:
        work.alarm("vacant", f"disclosure:{edition.id}")


def remind(work: Work, item: Item, edition: Edition, days: int) -> None:
    """Remind whoever must act, in private, how many days are left; with the way to it."""
    facts: dict[str, Fact] = {"edition": edition.id, "days": days}
    for officer in waited_for(work, item, edition):
        _private(work, "programme-remind", officer, facts)


def absences(work: Work, found: Sequence[Edition]) -> None:
    """Say what is not there, in one list for each group that reads any of it.

    Supervision hears of all of it, each of them once.
    """
    if not found:
        return
    for chat in work.community.chats:
        theirs = [e for e in found if meant.in_group(work, e, chat.id)]
        if theirs:
            deliveries.notice(
                work,
                "programme-absent",
                Address(chat=chat.id),
                reader=0,
                priority=Priority.BROADCAST,
                policy=Policy.ONCE,
                facts=_listed(theirs),
            )
    officers(work, "programme-absent", (Role.SUPERVISION,), _listed(found))
    watching = work.community.chat(ChatKind.SUPERVISION)
    if watching:
        here = Address(chat=watching.id)
        deliveries.notice(work, "programme-absent", here, reader=0, facts=_listed(found))


def _listed(editions: Sequence[Edition]) -> dict[str, Fact]:
    return {"editions": ",".join(str(edition.id) for edition in editions)}


def officers(work: Work, key: str, roles: Iterable[Role], facts: dict[str, Fact]) -> None:
    """Tell those who hold one of these offices, each in private; whoever acts knows."""
    for role in roles:
        for officer in work.community.holders(role):
            if officer.seated and officer.telegram != work.by.id:
                _private(work, key, officer, facts)


def _private(work: Work, key: str, officer: Officer, facts: dict[str, Fact]) -> None:
    here = Address(chat=officer.telegram)
    deliveries.notice(
        work, key, here, reader=officer.telegram, priority=Priority.REMINDER, facts=facts
    )
