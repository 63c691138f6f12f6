"""How the desk of supervision looks, and what it says to those who execute."""

from handlers.views.supervision.desk import listing, matter
from handlers.views.supervision.measures import DRAWN, called, card, told

__all__ = ["CARDS", "DRAWN", "NOTICES", "called"]

CARDS = {"measure": card}
NOTICES = {
    "supervise": listing,
    "supervise-matter": matter,
    **dict.fromkeys(
        (
            "supervise-reminded",
            "measure-due",
            "measure-missing",
            "measure-told-answered",
            "measure-told-withdrawn",
        ),
        told,
    ),
}
