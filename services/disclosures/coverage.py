"""Which contents had nothing in a quarter: the table that nobody has to ask for (G06)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from governance.disclosures.periods import Period
from governance.disclosures.states import SHOWN
from governance.programme import Content
from governance.resolutions.states import PUBLIC
from services.disclosures.owing import local
from services.ports import Shelf

MONTHS, QUARTERS = 3, 4


def quarter(day: date, back: int = 0) -> Period:
    """Return the quarter of a day, or one so many before it."""
    number = day.year * QUARTERS + (day.month - 1) // MONTHS - back
    return Period(_first(number), _first(number + 1))


def _first(number: int) -> date:
    year, of_year = divmod(number, QUARTERS)
    return date(year, of_year * MONTHS + 1, 1)


def covered(shelf: Shelf, period: Period) -> Mapping[Content, int]:
    """Return how much was shown of each content in a period; every content has its number."""
    found = Counter(content for content, at in _shown(shelf) if period.holds(local(shelf, at)))
    return {content: found[content] for content in Content}


def _shown(shelf: Shelf) -> Iterator[tuple[Content, datetime]]:
    """Yield what was shown and when: editions, results, stages from before they were editions."""
    for edition in shelf.disclosures.standing(sorted(SHOWN)):
        item = shelf.community.item(edition.item)
        if item and edition.published_at:
            yield item.content, edition.published_at
    for resolution in shelf.resolutions.standing(sorted(PUBLIC)):
        if resolution.disclosed_at:
            yield Content.RESOLUTION, resolution.disclosed_at
        for clause in resolution.clauses:
            yield from ((Content.PROJECT, s.at) for s in clause.stages if s.at and not s.serial)
