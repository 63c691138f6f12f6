"""How disclosures look: lists for everybody, worksheets for those who write and sign."""

from handlers.views.disclosures.calendar import listing, subscribing
from handlers.views.disclosures.sheets import DRAWN, called, change, decided, told, worksheet

__all__ = ["CARDS", "DRAWN", "NOTICES", "called"]

CARDS = {"disclosure-work": worksheet, "programme-change": change}
NOTICES = {
    "disclosures": listing,
    "subscribe": subscribing,
    "programme-remind": told,
    "programme-absent": told,
    "programme-decided": decided,
}
