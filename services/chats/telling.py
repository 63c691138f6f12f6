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
    """Tell that the bot was put out of a group; of all of an hour on one card."""
    subject = f"{LOST}:{work.now:%Y%m%d%H}"
    if not (staff := _staff(work, but)):
        deliveries.tasks(work, subject, _seated(work))
        return
    here = Address(chat=staff)
    deliveries.card(work, f"{subject}:{staff}", here, reader=0, priority=Priority.ASSIGNMENT)


def _staff(work: Work, but: int) -> int:
    """Return the staff group; 0 where it is the one concerned or cannot be written to."""
    staff = work.community.chat(ChatKind.STAFF)
    known = work.chats.get(staff.id) if staff and staff.id != but else None
    return known.id if known and known.can_write else 0


def _seated(work: Work) -> Sequence[int]:
    return [o.telegram for o in work.community.holders(Role.COMMITTEE) if o.seated]
