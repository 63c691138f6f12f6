"""Whom a topic concerns, as each reader may know it: buildings, numbers, one's own home."""

from collections.abc import Iterator

from governance.deliberations.concerned import NAMED, OPEN_TO_NAMING
from governance.deliberations.topic import Topic
from governance.powers import Verb, may
from handlers.views.deliberations.parts import button
from handlers.views.shown import Button, Page
from services import near

MOST_DOORS = 12  # on one card; who named them knows the rest


def lines(page: Page, topic: Topic) -> Iterator[str]:
    """Say whom the organiser named: to everybody which buildings, and how many households."""
    known = {b.key: b.name for b in page.community.buildings}
    office = page.delivery.address.chat > 0 and may(
        page.shelf.actor(page.delivery.reader), Verb.LEAD_TOPIC
    )
    for participant in NAMED:
        those = [c for c in topic.concerned if c.participant is participant]
        doors = [f"{known.get(c.building, c.building)} {c.door}" for c in those if c.door]
        whole = [known.get(c.building, c.building) for c in those if not c.door]
        comma = page.texts.plain("list-comma")
        if those:
            yield page.texts(
                "topic-concerned",
                name=page.texts.plain(f"participant-{participant}"),
                buildings=comma.join(whole) or "none",
                count=len(doors),
                doors=(comma.join(doors[:MOST_DOORS]) if office else "") or "none",
            )
    yield from _own(page, topic)


def _own(page: Page, topic: Topic) -> Iterator[str]:
    """Say to somebody in private as what his household takes part; to nobody else."""
    if page.delivery.address.chat < 0 or not topic.concerned:
        return
    for participant in near.concerned(page.shelf, topic, page.delivery.reader)[:1]:
        name = page.texts.plain(f"participant-{participant}")
        yield page.texts("topic-concerned-own", name=name)


def taps(page: Page, topic: Topic) -> Iterator[Button]:
    """Yield the button that names them, as long as it can still be said."""
    if topic.status in OPEN_TO_NAMING:
        yield button(page, topic, "topic-concern-button", "concern")
