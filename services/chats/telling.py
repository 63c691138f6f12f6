"""Who hears what becomes of a group: the staff, else each of the committee."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from governance.directory import ChatKind, Role
from governance.notices import Address, Fact, Priority
from services import deliveries
from services.ports import Work

LOST = "chat-lost"
HOUR = timedelta(hours=1)


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

    What comes after a return is told on a new one: an edit of the old would be heard by nobody.
    """
    afresh = _again(work, but) or _only(work, but)
    subject = _lost(work.now)
    if not (staff := _staff(work, but)):
        deliveries.tasks(work, subject, _seated(work), afresh=afresh)
        return
    own, here, urgent = f"{subject}:{staff}", Address(chat=staff), Priority.ASSIGNMENT
    deliveries.card(work, own, here, reader=0, priority=urgent, afresh=afresh)


def _again(work: Work, chat: int) -> bool:
    """Whether how the bot stands in this group has changed before, within the hour."""
    changes = [each for each in work.trail.of(f"chat:{chat}") if each.verb == "chat_standing"]
    before = datetime.fromtimestamp(changes[-2].at / 1000, UTC) if len(changes) > 1 else None
    return before is not None and work.now - before < HOUR


def _only(work: Work, chat: int) -> bool:
    """Whether the bot is in every other group of ours."""
    return all(r.standing.present for r in work.chats.all() if r.belongs and r.id != chat)


def back(work: Work) -> None:
    """Let the cards of the last losses say that the bot is in a group again."""
    for at in (work.now - HOUR, work.now):
        work.redraw_all(f"{_lost(at)}:")


def _lost(at: datetime) -> str:
    return f"{LOST}:{at:%Y%m%d%H}"


def _staff(work: Work, but: int) -> int:
    """Return the staff group; 0 where it is the one concerned or cannot be written to."""
    staff = work.community.chat(ChatKind.STAFF)
    known = work.chats.get(staff.id) if staff and staff.id != but else None
    return known.id if known and known.can_write else 0


def _seated(work: Work) -> Sequence[int]:
    return [o.telegram for o in work.community.holders(Role.COMMITTEE) if o.seated]
