"""How ballots look: the card, the result, the paper, lists and what is told of them."""

from collections.abc import Callable, Mapping

from governance.dialogues import DialogueKind
from handlers.views.ballots import cards, entries, lists, sealed, talking
from handlers.views.ballots.talking import called
from handlers.views.shown import Page, Shown

__all__ = ["CARDS", "DRAWN", "NOTICES", "called"]

CARDS: Mapping[str, Callable[[Page], Shown]] = {
    "ballot": cards.card,
    "entry": lists.entry,
    "batch": sealed.batch,
}
NOTICES: Mapping[str, Callable[[Page], Shown]] = {
    "ballots": lists.listed,
    "ballot": lists.one,
    **dict.fromkeys(("ballot-reminder", "ballot-reminder-own"), lists.reminder),
    "ballot-slips": sealed.slips,
    "ballot-entries": entries.listed,
    **dict.fromkeys(sealed.TOLD, sealed.told),
    "ballot-lacking": lists.lacking,
    "ballot-unopened": lists.unopened,
    **dict.fromkeys(lists.TOLD, lists.told),
    "ballot-paper": lists.paper,
    **dict.fromkeys(lists.ENTERED, lists.about_entry),
}
DRAWN = {
    DialogueKind.MARK: talking.marks,
    DialogueKind.ENTER_VOTE: talking.entering,
    DialogueKind.HAND_PAPER: talking.handing,
    DialogueKind.TAKE_PAPER: talking.taking,
    DialogueKind.OWNER: talking.owning,
}
