"""How topics look: the card, lists of them, what was said, and the talks about them."""

from handlers.views.deliberations.cards import card, status
from handlers.views.deliberations.lines import CHECKED, ELEMENTS
from handlers.views.deliberations.lists import (
    TOLD,
    history,
    lacking,
    listing,
    reminder,
    replied,
    reply,
    roundup,
    said,
    thread,
    told,
)
from handlers.views.deliberations.lists import statements as spoken
from handlers.views.deliberations.parts import LETTER, title
from handlers.views.deliberations.rights import here, inside
from handlers.views.deliberations.talking import (
    after,
    answering,
    called,
    meeting,
    over,
    speaking,
    stepping,
)

__all__ = [
    "CHECKED",
    "ELEMENTS",
    "LETTER",
    "TOLD",
    "after",
    "answering",
    "called",
    "card",
    "here",
    "history",
    "inside",
    "lacking",
    "listing",
    "meeting",
    "over",
    "reminder",
    "replied",
    "reply",
    "roundup",
    "said",
    "speaking",
    "spoken",
    "status",
    "stepping",
    "thread",
    "title",
    "told",
]
