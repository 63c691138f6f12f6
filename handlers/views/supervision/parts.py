"""What every view of supervision is made of: how a matter is called, buttons, lines."""

from collections.abc import Callable, Mapping
from datetime import date

from governance.notices import Fact
from governance.resolutions.states import PUBLIC
from governance.supervision import Matter, Measure, MeasureStatus, Said
from handlers.buttons import VerbPress
from handlers.views import deliberations
from handlers.views.disclosures import parts as disclosing
from handlers.views.resolutions import parts as resolving
from handlers.views.shown import BESIDE, Button, Page, cut

LETTER = "u"
SHORT = 60  # characters of a title in a list


def title(page: Page, matter: Matter, about: int) -> str:
    """Return how a matter is called, with its number, in one line."""
    return cut(" ".join(TITLES[matter](page, about).split()), SHORT)


def _disclosure(page: Page, about: int) -> str:
    edition = page.shelf.disclosures.get(about)
    named = disclosing.of_edition(page, edition)
    return f"{edition.serial} {named}" if edition.serial else named


def _resolution(page: Page, about: int) -> str:
    found = page.shelf.resolutions.get(about)
    number = page.texts.plain("resolution-number", number=found.number)
    # a draft is nobody's to read yet: it has its number alone
    words = resolving.short(page, found.text) if found.status in PUBLIC else ""
    return f"{number} {words}"


def _case(page: Page, about: int) -> str:
    case = page.shelf.cases.get(about)
    return f"#{case.number} {page.category(case.category)}"


def _topic(page: Page, about: int) -> str:
    topic = page.shelf.topics.get(about)
    number = page.texts.plain("topic-number", number=topic.number)
    return f"{number} {deliberations.title(page, topic)}"


def _ballot(page: Page, about: int) -> str:
    return page.texts.plain("ballot-number", number=page.shelf.ballots.get(about).number)


TITLES: Mapping[Matter, Callable[[Page, int], str]] = {
    Matter.DISCLOSURE: _disclosure,
    Matter.RESOLUTION: _resolution,
    Matter.CASE: _case,
    Matter.TOPIC: _topic,
    Matter.BALLOT: _ballot,
}


def button(page: Page, of: int, words: str, verb: str, **facts: Fact) -> Button:
    """Return a button of supervision: of a list, a matter or an opinion."""
    return Button(page.texts.plain(words, **facts), VerbPress(LETTER, of, verb).data)


def day(of: date) -> str:
    """Return a day as everybody reads it."""
    return f"{of:%Y-%m-%d}"


def standing(page: Page, measure: Measure) -> str:
    """Return in words what became of an opinion: a missing reply is said as one (F03)."""
    waits = measure.status is MeasureStatus.OPEN
    found = "missing" if waits and measure.missed else measure.status
    return page.texts.plain(
        f"measure-standing-{found}",
        due=day(measure.due),
        late=measure.late(page.community.calendar.zone),
    )


def line(page: Page, measure: Measure) -> str:
    """Say one reminder or opinion as everybody reads it: its words, the reply, or its absence."""
    at = page.when(measure.at)
    if measure.said is Said.REMINDER:
        return page.texts("supervise-line-reminder", at=at, number=measure.number)
    note = cut(page.public(measure.note, figures=True), BESIDE)
    return page.texts(
        "supervise-line-opinion",
        at=at,
        number=measure.number,
        text=cut(page.public(measure.text, figures=True), BESIDE),
        standing=standing(page, measure),
        note=note or "none",
    )


def lines(page: Page, matter: Matter, about: int) -> list[str]:
    """Say all that supervision said about a matter, oldest first."""
    return [line(page, each) for each in page.shelf.measures.about(matter, about)]
