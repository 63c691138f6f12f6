"""How meetings, hearings, notices, surveys and the six steps look."""

from handlers.views.meetings.cards import gathering, invitation, notice
from handlers.views.meetings.lists import listing
from handlers.views.meetings.steps import minutes, shown, unshown
from handlers.views.meetings.told import (
    TOLD,
    nothing,
    objection,
    photo,
    poll,
    result,
    sounding,
    told,
)

__all__ = [
    "TOLD",
    "gathering",
    "invitation",
    "listing",
    "minutes",
    "nothing",
    "notice",
    "objection",
    "photo",
    "poll",
    "result",
    "shown",
    "sounding",
    "told",
    "unshown",
]
