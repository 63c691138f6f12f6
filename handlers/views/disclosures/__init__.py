"""How disclosures look: lists for everybody, worksheets for those who write and sign, editions."""

from collections.abc import Callable, Mapping

from handlers.views.disclosures import cards, lists, questions
from handlers.views.disclosures.calendar import listing, subscribing
from handlers.views.disclosures.sheets import (
    DRAWN,
    absent,
    called,
    change,
    decided,
    told,
    worksheet,
)
from handlers.views.disclosures.talking import answering, asking
from handlers.views.shown import Page, Shown

__all__ = ["CARDS", "DRAWN", "NOTICES", "answering", "asking", "called"]

CARDS: Mapping[str, Callable[[Page], Shown]] = {
    "disclosure-work": worksheet,
    "programme-change": change,
    "disclosure": cards.public,
    "edition-review": cards.review,
    "edition-question": questions.question,
    "edition-answers": questions.beneath,
    "edition-rewrite": questions.rewrite,
}
NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "disclosures": listing,
    "subscribe": subscribing,
    "programme-remind": told,
    "programme-absent": absent,
    "programme-decided": decided,
    "edition-file": lists.file,
    "edition-photo": lists.photo,
    "coverage": lists.coverage,
    "edition-asked": questions.told,
    "edition-answered": questions.told,
    "edition-ask-late": questions.told,
}
