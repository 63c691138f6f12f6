"""How a dispute looks: to those who see to it, to its reporter, in its form, in lists."""

from handlers.views.mediation.lists import TOLD, private, queue, told, voice, with_own
from handlers.views.mediation.parts import LETTER, link, withways
from handlers.views.mediation.sheets import danger, own, sheet
from handlers.views.mediation.talking import mediating, telling

__all__ = [
    "LETTER",
    "TOLD",
    "danger",
    "link",
    "mediating",
    "own",
    "private",
    "queue",
    "sheet",
    "telling",
    "told",
    "voice",
    "with_own",
    "withways",
]
