"""How disclosures look: lists for everybody, worksheets for those who write and sign, editions."""

from collections.abc import Callable, Mapping

from handlers.views.disclosures import cards, lists
from handlers.views.disclosures.calendar import listing, subscribing
from handlers.views.disclosures.sheets import DRAWN, called, change, decided, told, worksheet
from handlers.views.shown import Page, Shown

__all__ = ["CARDS", "DRAWN", "NOTICES", "called"]

CARDS: Mapping[str, Callable[[Page], Shown]] = {
    "disclosure-work": worksheet,
    "programme-change": change,
    "disclosure": cards.public,
    "edition-review": cards.review,
}
NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "disclosures": listing,
    "subscribe": subscribing,
    "programme-remind": told,
    "programme-absent": told,
    "programme-decided": decided,
    "edition-file": lists.file,
    "coverage": lists.coverage,
}
