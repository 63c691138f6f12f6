"""Cards and notices of disputes, drawn for one reader."""

import re
from dataclasses import replace

from governance.notices import Address, Delivery, Kind
from handlers import buttons
from handlers.views import Page, draw
from tests.bot.doors import LIBRARY, NAME
from tests.services.town import LI

VOLUNTARY = re.compile("自愿|voluntary")
WHOLE = {
    "dispute": 1,
    "number": 1,
    "note": "话",
    "by": "郑老师",
    "who": "郑老师",
    "office": "司法所",
    "place": "和平路",
    "phone": "123",
}


def show(  # noqa: PLR0913 -- all that makes a page
    town, key, reader, *, subject="", chat=0, language="zh-CN", **facts
):
    delivery = Delivery(
        key=key,
        kind=Kind.CARD if subject else Kind.NOTICE,
        address=Address(chat=chat or reader),
        subject=subject,
        reader=reader,
        facts=WHOLE | facts,
    )
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        return draw(Page(delivery=delivery, shelf=shelf, texts=texts, bot=NAME))


def sheet(town, reader, number=1, language="zh-CN"):
    return show(town, "dispute", reader, subject=f"dispute:{number}:x:0", language=language)


def own(town, number=1, language="zh-CN"):
    return show(town, "disputant", LI, subject=f"disputant:{number}:0", language=language)


def danger(town, reader):
    return show(town, "danger", reader, subject="danger:1:x:1")


def put(town, **changes):
    with town.work(0) as work:
        return work.disputes.save(replace(work.disputes.get(1), **changes))


def verbs(shown):
    found = (buttons.parse(b.data) for row in shown.buttons for b in row if b.data)
    return [press.verb for press in found]


def labels(shown):
    return [b.text for row in shown.buttons for b in row]


def show_talk(town, talk, reader, language="zh-CN"):
    return show(town, "dialogue", reader, subject=f"dialogue:{talk}", language=language)


def names_the_ways(shown):
    return "12348" in shown.text and VOLUNTARY.search(shown.text) is not None
