"""Taking a step with a post: one unit of work, telling included (8.2)."""

from governance import grants, powers
from governance.directory import Officer
from governance.grants import IN_OFFICE, Grant, GrantAction
from governance.powers import Verb
from governance.refusals import NotAllowed
from services.ports import Work
from services.seats import telling


def take(work: Work, grant: Grant, action: GrantAction, *, reason: str = "") -> Grant:
    """Take one step: written, audited, told, and every card of it drawn anew."""
    moved = grants.advance(grant, action, work.by, work.now, reason=reason)
    moved = work.grants.save(moved)
    detail = {"officer": moved.officer, "status": moved.status, "reason": reason}
    work.note(f"seat_{action}", f"seat:{moved.id}", detail)
    if (grant.status in IN_OFFICE) != (moved.status in IN_OFFICE):
        work.changed()
    if moved.status in grants.OVER and grant.status in IN_OFFICE:
        work.due(work.now, "vacate", f"vacate:{grant.id}", officer=grant.officer)
    telling.told(work, moved, action, grant.status)
    work.redraw(f"seat:{moved.id}:")
    return moved


def concerned(work: Work, allowed: tuple[Officer, ...], verb: Verb) -> None:
    """Raise NotAllowed unless the actor is one of those whose word counts here (A08, A09)."""
    if work.by.officer not in {o.key for o in allowed}:
        powers.require(work.by, verb)
        raise NotAllowed("refusal-conflicted")
