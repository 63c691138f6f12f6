"""A household in a town, shown to whoever may read it, and what the buttons say."""

import pytest

from governance.notices import Address, Delivery, Kind
from governance.residents import Residency, Resident, ResidentStatus
from handlers import buttons
from handlers.views import Page, draw
from tests.bot.doors import LIBRARY, NAME
from tests.services.town import AT, LI

DOOR = "2-301"
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def home(town, person=LI, **more):
    """Write a binding as it stands, by a person whom the bot has met."""
    given = {
        "person": person,
        "building": "b3",
        "door": DOOR,
        "residency": Residency.SETTLED,
        "status": ResidentStatus.PENDING,
        "asked_at": AT,
    }
    with town.work(person) as work:
        return work.residents.save(Resident(**{**given, **more})).id


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, reader, *, chat=0, subject="", language="zh-CN", **facts
):
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat or reader),
        subject=subject,
        reader=reader,
        facts=facts,
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def taps(shown):
    return [buttons.parse(b.data) for row in shown.buttons for b in row]


def verbs_of(shown):
    return [tap.verb for tap in taps(shown)]
