"""How a delivery is drawn in a town, and what can be tapped under it."""

from governance.notices import Address, Delivery, Kind
from handlers import buttons
from handlers.views import Page, draw
from tests.bot.doors import LIBRARY, NAME
from tests.services.town import LI


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, chat, *, subject="", reader=LI, language="zh-CN", **facts
):
    kind = Kind.CARD if subject else Kind.NOTICE
    address = Address(chat=chat)
    delivery = Delivery(
        key=key, kind=kind, address=address, subject=subject, reader=reader, facts=facts
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def taps(shown):
    return [b.text for row in shown.buttons for b in row]


def presses(shown):
    return [buttons.parse(b.data) for row in shown.buttons for b in row if b.data]
