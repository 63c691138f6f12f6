"""What goes to everybody passes here: within a group's budget at once, else on tomorrow's list."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from governance import attention
from governance.deliberations.spared import WORDS, stands, together
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
    work.attention.hold(delivery)
    _later(work, chat)


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
    return _morning(work)


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

    These count among the new day's messages; what does not fit stands on the list alone. By
    night, where the clock was late, it is for the next morning.
    """
    zone, required = work.community.calendar.zone, work.community.deliberation
    if attention.quiet(work.now, zone, required):
        _later(work, chat)
        return
    found = together(work.attention.put_on_list(chat, day))
    if not found:
        return
    work.attention.hear(chat, day)
    heard = work.attention.heard(chat, day)
    below = _below(found, attention.room(work.now, zone, heard, required))
    numbers = ",".join(str(n) for n, d in enumerate(found) if d in below)
    # of what is shown, the list need not say much
    facts: Mapping[str, Fact] = {"chat": chat, "day": day, "below": numbers}
    here = Address(chat=chat)
    notice = Delivery(
        key=LISTS, kind=Kind.NOTICE, address=here, facts=facts, priority=Priority.BROADCAST
    )
    work.tell(notice)
    for each in below:
        work.attention.hear(chat, day)
        _show(work, each, afresh=each.kind is Kind.CARD)


def _below(found: Sequence[Delivery], room: int) -> list[Delivery]:
    """Return what is shown after a list, the cards first, as far as there is room."""
    below: list[Delivery] = []
    shown = (d for d in found if d.kind is Kind.CARD or d.key in WORDS)
    for each in sorted(shown, key=lambda d: d.kind is not Kind.CARD):
        if len(below) < room and not stands(each, below):
            below.append(each)
    return below


def _later(work: Work, chat: int) -> None:
    """Ask to be woken for the list of the next morning."""
    at = _morning(work)
    until = at.date().isoformat()
    work.due(at, VERB, f"{VERB}:{chat}:{until}", chat=chat, day=until)


def until(work: Work, chat: int) -> datetime | None:
    """Return when a group is told what is said to it now; None where it hears it at once."""
    if free(work, chat):
        return None
    return _morning(work)


def _morning(work: Work) -> datetime:
    """Return when what is held by now is told, by the community's own clock."""
    return attention.list_at(work.now, work.community.calendar.zone, work.community.deliberation)
