"""How topics look: the card, lists of them, what was said, and the talks about them."""

from handlers.views.deliberations.cards import CHECKED, ELEMENTS, card, status
from handlers.views.deliberations.lists import TOLD, lacking, listing, reply, said, told
from handlers.views.deliberations.lists import statements as spoken
from handlers.views.deliberations.parts import LETTER, title
from handlers.views.deliberations.talking import meeting, speaking, stepping

__all__ = [
    "CHECKED",
    "ELEMENTS",
    "LETTER",
    "TOLD",
    "card",
    "lacking",
    "listing",
    "meeting",
    "reply",
    "said",
    "speaking",
    "spoken",
    "status",
    "stepping",
    "title",
    "told",
]
