"""How a dispute looks: to those who see to it, to its reporter, in its form, in lists."""

from handlers.views.mediation.lists import TOLD, private, queue, told, voice, with_own
from handlers.views.mediation.parts import LETTER, label, link, said, withways
from handlers.views.mediation.sheets import danger, own, sheet
from handlers.views.mediation.talking import called, mediating, telling

__all__ = [
    "LETTER",
    "TOLD",
    "called",
    "danger",
    "label",
    "link",
    "mediating",
    "own",
    "private",
    "queue",
    "said",
    "sheet",
    "telling",
    "told",
    "voice",
    "with_own",
    "withways",
]
