"""How an edition looks: to everybody, to those who sign it, and how far it came."""

from collections.abc import Callable, Mapping

from handlers.views.disclosures import cards, lists
from handlers.views.disclosures.talking import stepping
from handlers.views.shown import Page, Shown

__all__ = ["CARDS", "NOTICES", "stepping"]

CARDS: Mapping[str, Callable[[Page], Shown]] = {
    "disclosure": cards.public,
    "edition-review": cards.review,
}
NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "edition-file": lists.file,
    "coverage": lists.coverage,
}
