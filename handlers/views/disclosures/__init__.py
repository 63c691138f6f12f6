"""How an edition looks: to everybody, to those who sign it, and how far it came."""

from collections.abc import Callable, Mapping

from handlers.views.disclosures import cards, lists, questions
from handlers.views.disclosures.talking import answering, asking, stepping
from handlers.views.shown import Page, Shown

__all__ = ["CARDS", "NOTICES", "answering", "asking", "stepping"]

CARDS: Mapping[str, Callable[[Page], Shown]] = {
    "disclosure": cards.public,
    "edition-review": cards.review,
    "edition-question": questions.question,
    "edition-answers": questions.beneath,
    "edition-rewrite": questions.rewrite,
}
NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "edition-file": lists.file,
    "coverage": lists.coverage,
    "edition-asked": questions.told,
    "edition-answered": questions.told,
    "edition-ask-late": questions.told,
}
