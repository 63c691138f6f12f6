"""How resolutions look: the card, check-ins, questions at the end, lists, and what is told."""

from handlers.views.resolutions.asking import asked, checkin, reported
from handlers.views.resolutions.cards import card
from handlers.views.resolutions.lists import TOLD, dossier, listing, told, wanted
from handlers.views.resolutions.parts import LETTER
from handlers.views.resolutions.staging import shown, warned
from handlers.views.resolutions.talking import called, reporting, stepping

__all__ = [
    "LETTER",
    "TOLD",
    "asked",
    "called",
    "card",
    "checkin",
    "dossier",
    "listing",
    "reported",
    "reporting",
    "shown",
    "stepping",
    "told",
    "wanted",
    "warned",
]
