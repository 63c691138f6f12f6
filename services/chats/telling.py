"""Who hears what becomes of a group: the staff, else each of the committee."""

from governance.directory import ChatKind, Role
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.ports import Work


def committee(work: Work, key: str, *, but: int, **facts: Fact) -> None:
    """Tell the staff group, unless it is the group concerned or cannot be written to."""
    staff = work.community.chat(ChatKind.STAFF)
    known = work.chats.get(staff.id) if staff else None
    if staff and staff.id != but and known and known.can_write:
        deliveries.notice(
            work, key, Address(chat=staff.id), reader=0, priority=Priority.ASSIGNMENT, facts=facts
        )
        return
    committee = (o.telegram for o in work.community.holders(Role.COMMITTEE) if o.seated)
    deliveries.each(work, key, committee, facts)
