"""From a delivery to what stands in the chat: one function a card, plain words for the rest."""

from collections.abc import Callable, Mapping

from governance.notices import Kind
from handlers.views import cases, talks
from handlers.views.shown import Button, Page, Shown

__all__ = ["CARDS", "NOTICES", "Button", "Page", "Shown", "draw"]

View = Callable[[Page], Shown]

CARDS: Mapping[str, View] = {
    "worksheet": cases.worksheet,
    "verdict": cases.verdict,
    "dialogue": talks.dialogue,
}


def come_private(page: Page) -> Shown:
    """Point to the private chat, where the rest of a report is asked."""
    url = f"https://t.me/{page.bot}?start={page.delivery.facts['token']}"
    button = Button(page.texts.plain("come-private-button"), url=url)
    return Shown(text=page.texts("come-private"), buttons=[[button]])


NOTICES: Mapping[str, View] = {
    "come-private": come_private,
    "my-cases": cases.my_cases,
    "status-whole": cases.status_whole,
}


def draw(page: Page) -> Shown:
    """Show a delivery as it stands now."""
    delivery = page.delivery
    if delivery.kind is Kind.CARD:
        return CARDS[delivery.key](page)
    if view := NOTICES.get(delivery.key):
        return view(page)
    return Shown(text=page.texts(delivery.key, **page.spoken(delivery.facts)))
