"""Words, lines and buttons that the views of meetings share."""

from governance.deliberations.states import Consultation
from governance.deliberations.topic import Topic
from governance.disclosures.readers import Satisfied
from governance.meetings.meeting import Meeting
from governance.meetings.sounding import Sounding
from handlers.buttons import VerbPress
from handlers.views.disclosures import parts as editions
from handlers.views.shown import BESIDE, Button, Page, cut

LETTER = "e"
OPTIONS = {
    Satisfied.WELL: "duties-option-well",
    Satisfied.MOSTLY: "duties-option-mostly",
    Satisfied.NOT: "duties-option-not",
}


def button(page: Page, words: str, number: int, verb: str) -> Button:
    """Return a button of ours."""
    return Button(page.texts.plain(words), VerbPress(LETTER, number, verb).data)


def of_card(page: Page) -> int:
    """Return which meeting or notice a card draws."""
    return int(page.delivery.subject.split(":")[1])


def fact(page: Page, name: str) -> int:
    """Return a number among the facts of a delivery."""
    return int(page.delivery.facts[name] or 0)


def sort(page: Page, meeting: Meeting) -> str:
    """Return what kind of meeting it is."""
    return page.texts.plain(f"choice-convene-sort-{meeting.kind}")


def heading(page: Page, meeting: Meeting) -> str:
    """Return number and kind of a meeting."""
    return page.texts("meeting-heading", number=meeting.number, sort=sort(page, meeting))


def where(page: Page, meeting: Meeting) -> list[str]:
    """Return when and where, and what it talks about."""
    lines = [
        page.texts(
            "meeting-where", opens=page.when(meeting.opens), place=page.gate(meeting.place, BESIDE)
        )
    ]
    topics = (page.shelf.topics.get(number) for number in meeting.agenda)
    return [*lines, *(topic(page, each) for each in topics)]


def topic(page: Page, found: Topic) -> str:
    """Return a topic by its number and its words."""
    words = page.gate(found.text, BESIDE)
    return page.texts("meeting-topic", number=found.number, text=words)


def instrument(page: Page, found: Sounding) -> str:
    """Return what a notice or a survey is called, with its number."""
    kind = "survey" if found.kind is Consultation.SURVEY else "notice"
    return page.texts("sounding-heading", number=found.number, instrument=kind)


def wanted(page: Page, found: Sounding, longest: int, *, public: bool = False) -> str:
    """Return what a notice says, or a survey asks: of a report always the same.

    What somebody wrote is guarded; the days of a report are ours, and nobody's number.
    """
    if not found.edition:
        return cut(page.public(found.text) if public else page.all(found.text), longest)
    title = editions.of_edition(page, page.shelf.disclosures.get(found.edition))
    return cut(page.texts.plain("duties-question", title=title), longest)


def options(page: Page, found: Sounding) -> list[str]:
    """Return what can be answered, in the reader's language where the rules say it."""
    if not found.edition:
        return list(found.options)
    return [page.texts.plain(OPTIONS[Satisfied(option)]) for option in found.options]
