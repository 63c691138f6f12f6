"""Beneath a duty report: until when it may be asked about, and what a survey told (F07, N18)."""

from collections.abc import Iterator

from governance.disclosures.edition import Edition
from governance.meetings.states import SoundingStatus
from handlers.views.disclosures import parts
from handlers.views.shown import Page
from services.disclosures import duties


def beneath(page: Page, edition: Edition) -> Iterator[str]:
    """Say the last day to ask; then that everybody is asked; then what came of it."""
    last = duties.last_day(page.shelf, edition)
    if last is None:
        return
    asked = duties.asked(page.shelf, edition)
    if asked is None:
        yield page.texts("duties-until", day=parts.day(last))
    elif asked.status is SoundingStatus.OPEN:
        yield page.texts("duties-asking", at=page.when(asked.until))
    elif asked.counts is None:
        yield page.texts("duties-untold")
    else:
        counts = zip(asked.options, asked.counts, strict=False)
        told = {str(option): count for option, count in counts}
        yield page.texts("duties-result", roster=asked.roster, count=asked.answered, **told)
