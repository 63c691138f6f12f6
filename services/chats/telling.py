"""Who hears what becomes of a group: the staff, else each of the committee."""

from collections.abc import Sequence

from governance.directory import ChatKind, Role
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.ports import Work

LOST = "chat-lost"


def committee(work: Work, key: str, *, but: int, **facts: Fact) -> None:
    """Tell the staff group, unless it is the group concerned or cannot be written to."""
    if staff := _staff(work, but):
        deliveries.notice(
            work, key, Address(chat=staff), reader=0, priority=Priority.ASSIGNMENT, facts=facts
        )
        return
    deliveries.each(work, key, _seated(work), facts)


def lost(work: Work, *, but: int) -> None:
    """Tell that the bot was put out of a group; of all of an hour on one card.

    Where it was in all of them it is a new loss, though within the hour: an edit of the card that
    told of the last one would be heard by nobody.
    """
    afresh = sum(each.belongs and not each.standing.present for each in work.chats.all()) == 1
    staff = _staff(work, but)
    for chat in [staff] if staff else _seated(work):
        deliveries.card(
            work,
            f"{_lost(work)}{chat}",
            Address(chat=chat),
            reader=0 if staff else chat,
            priority=Priority.ASSIGNMENT,
            afresh=afresh,
        )


def back(work: Work) -> None:
    """Let the card of this hour's losses say of which groups the bot is in again."""
    work.redraw_all(_lost(work))


def _lost(work: Work) -> str:
    return f"{LOST}:{work.now:%Y%m%d%H}:"


def _staff(work: Work, but: int) -> int:
    """Return the staff group; 0 where it is the one concerned or cannot be written to."""
    staff = work.community.chat(ChatKind.STAFF)
    known = work.chats.get(staff.id) if staff and staff.id != but else None
    return known.id if known and known.can_write else 0


def _seated(work: Work) -> Sequence[int]:
    return [o.telegram for o in work.community.holders(Role.COMMITTEE) if o.seated]
