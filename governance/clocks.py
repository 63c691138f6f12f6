"""When something is due, in working time (B08)."""

from datetime import datetime

from governance.calendar import Due
from governance.directory import Community


def accept_by(community: Community, category: str, at: datetime) -> datetime:
    """Return when an offer made now must be answered."""
    return community.calendar.due(at, community.category(category).promise.accept).at


def finish_by(community: Community, category: str, at: datetime) -> Due:
    """Return the promised finish of a case reported now, and whether the calendar is sure."""
    return community.calendar.due(at, community.category(category).promise.finish)
