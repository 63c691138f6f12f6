"""When something is due, in working time (B08)."""

from datetime import datetime

from governance.calendar import Due
from governance.cases import HANDLING, CaseKind
from governance.directory import Community
from governance.subjects import Promise


def promise(community: Community, category: str, kind: CaseKind) -> Promise:
    """Return what residents may count on; a hazard runs on the faster clock (L05)."""
    usual, limits = community.category(category).promise, community.limits
    if not HANDLING[kind].fast:
        return usual
    return Promise(
        accept=min(usual.accept, limits.hazard_accept),
        finish=min(usual.finish, limits.hazard_finish),
    )


def accept_by(
    community: Community, category: str, at: datetime, kind: CaseKind = CaseKind.SERVICE
) -> datetime:
    """Return when an offer made now must be answered."""
    return community.calendar.due(at, promise(community, category, kind).accept).at


def finish_by(
    community: Community, category: str, at: datetime, kind: CaseKind = CaseKind.SERVICE
) -> Due:
    """Return the promised finish of a case reported now, and whether the calendar is sure."""
    return community.calendar.due(at, promise(community, category, kind).finish)
