"""What goes to everybody passes here: within a group's budget at once, else on tomorrow's list."""

from collections.abc import Mapping
from datetime import datetime

from governance import attention
from governance.deliberations.spared import WORDS, together
from governance.directory import AMONG_NEIGHBOURS
from governance.notices import Address, Delivery, Fact, Kind, Priority
from services.ports import Work

VERB = "group_list"
LISTS = "group-list"


def tell(work: Work, delivery: Delivery, *, afresh: bool = False) -> None:
    """Tell a group something, or keep it for its list; a card that stands is edited, unheard."""
    chat = delivery.address.chat
    if not _counts(work, delivery, afresh=afresh):
        _show(work, delivery, afresh=afresh)
        return
    if free(work, chat):
        work.attention.hear(chat, _day(work))
        _show(work, delivery, afresh=afresh)
        return
    zone, required = work.community.calendar.zone, work.community.deliberation
    work.attention.hold(delivery)
    at = attention.list_at(work.now, zone, required)
    until = at.astimezone(zone).date().isoformat()
    work.due(at, VERB, f"{VERB}:{chat}:{until}", chat=chat, day=until)


def free(work: Work, chat: int) -> bool:
    """Whether a group hears one message more now; else it would stand on the list."""
    zone, required = work.community.calendar.zone, work.community.deliberation
    return attention.may(work.now, zone, work.attention.heard(chat, _day(work)), required)


def _day(work: Work) -> str:
    return work.now.astimezone(work.community.calendar.zone).date().isoformat()


def held(work: Work, subject: str) -> datetime | None:
    """Return when a card that waits for its group's list is told; None where none waits."""
    if all(d.subject != subject for d in work.attention.waiting().values()):
        return None
    return attention.list_at(work.now, work.community.calendar.zone, work.community.deliberation)


def at_once(work: Work, delivery: Delivery) -> None:
    """Tell a group what was held for its list, by day and by night; it and its reason count."""
    for _ in range(2):
        work.attention.hear(delivery.address.chat, _day(work))
    _show(work, delivery, afresh=delivery.kind is Kind.CARD)


def _show(work: Work, delivery: Delivery, *, afresh: bool) -> None:
    if afresh:
        work.afresh(delivery.subject)
    work.tell(delivery)


def _counts(work: Work, delivery: Delivery, *, afresh: bool) -> bool:
    if delivery.priority is not Priority.BROADCAST:
        return False
    if work.community.chat_kind(delivery.address.chat) not in AMONG_NEIGHBOURS:
        return False
    return afresh or delivery.kind is Kind.NOTICE or work.placed(delivery.subject) is None


def listed(work: Work, chat: int, day: str) -> None:
    """Tell a group in one message what it was spared; then show its cards, and what was said.

    These count among the new day's messages; what does not fit stands on the list alone.
    """
    found = together(work.attention.put_on_list(chat, day))
    if not found:
        return
    # of what is shown, the list need not say much
    shown = sorted((d for d in found if d.kind is Kind.CARD or d.key in WORDS), key=_cards_first)
    zone, required = work.community.calendar.zone, work.community.deliberation
    work.attention.hear(chat, day)
    room = attention.room(work.now, zone, work.attention.heard(chat, day), required)
    below = shown[:room]
    numbers = ",".join(str(n) for n, d in enumerate(found) if d in below)
    facts: Mapping[str, Fact] = {"chat": chat, "day": day, "below": numbers}
    here = Address(chat=chat)
    notice = Delivery(
        key=LISTS, kind=Kind.NOTICE, address=here, facts=facts, priority=Priority.BROADCAST
    )
    work.tell(notice)
    for each in below:
        work.attention.hear(chat, day)
        _show(work, each, afresh=each.kind is Kind.CARD)


def _cards_first(delivery: Delivery) -> bool:
    return delivery.kind is not Kind.CARD


def until(work: Work, chat: int) -> datetime | None:
    """Return when a group is told what is said to it now; None where it hears it at once."""
    if free(work, chat):
        return None
    return attention.list_at(work.now, work.community.calendar.zone, work.community.deliberation)
