"""What a delivery is at the moment it leaves: a method of the Bot API and its parameters."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from bot import wire
from bot.house import House
from governance.notices import Delivery, Kind
from handlers.views import Page, Shown, draw
from storage import cards


def render(house: House, connection: Connection, delivery: Delivery) -> tuple[str, Any, bool]:
    """Return method, parameters, and whether a photo stands in the message."""
    if delivery.kind is Kind.COMMANDS:
        return delivery.key, dict(delivery.facts), False
    card = cards.card(connection, delivery.subject) if delivery.subject else None
    if card is not None and card.message is not None:
        address = replace(delivery.address, chat=card.chat)
        shown = _draw(house, connection, replace(delivery, address=address))
        method, params = wire.editing(card.chat, card.message, shown, photo=card.photo)
        return method, params, card.photo
    shown = _draw(house, connection, delivery)
    return *wire.sending(delivery, shown), bool(shown.photo)


def _draw(house: House, connection: Connection, delivery: Delivery) -> Shown:
    shelf = house.shelf(connection)
    texts = house.library.speak(shelf.people.get(delivery.reader).language, shelf.community)
    return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=house.bot_name))
