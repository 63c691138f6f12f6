"""What a delivery is at the moment it leaves: a method of the Bot API and its parameters."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from bot import uploads, wire
from bot.house import House
from governance.notices import Delivery, Kind
from handlers.views import Page, Shown, draw
from storage import cards, outbox
from storage.papers import Papers
from storage.reader import away

Rendered = tuple[str, Any, bool]  # method, parameters, and whether a photo stands in the message
Letter = tuple[Delivery, Rendered | Exception | None]  # None: it waits no more


def render(house: House, connection: Connection, delivery: Delivery) -> Rendered:
    """Draw a delivery as it was read."""
    if delivery.kind is Kind.COMMANDS:
        return delivery.key, dict(delivery.facts), False
    card = cards.card(connection, delivery.subject) if delivery.subject else None
    if card is not None and card.message is not None:
        address = replace(delivery.address, chat=card.chat)
        shown = _draw(house, connection, replace(delivery, address=address))
        method, params = wire.editing(card.chat, card.message, shown, photo=card.photo)
        return method, params, card.photo
    shown = _draw(house, connection, delivery)
    method, params = wire.sending(delivery, shown)
    media = bool(shown.photo or shown.file[1])
    return method, uploads.loaded(params, Papers(connection, house.community_id)), media


def drawn(house: House, leaving: Iterable[Delivery], connection: Connection) -> list[Letter]:
    """Draw deliveries as they stand by now; an error is told when it is to be sent."""
    letters: list[Letter] = []
    for known in leaving:
        try:
            delivery = outbox.now(connection, known.id)
            letter = render(house, connection, delivery) if delivery else None
            letters.append((delivery or known, letter))
        except Exception as error:
            if away(error):
                raise  # no fault of this letter: all of them wait
            letters.append((known, error))
    return letters


def _draw(house: House, connection: Connection, delivery: Delivery) -> Shown:
    shelf = house.shelf(connection)
    texts = house.library.speak(shelf.people.get(delivery.reader).language, shelf.community)
    page = Page(
        delivery=delivery, shelf=shelf, texts=texts, bot=house.bot_name, segment=house.segment
    )
    return draw(page)
