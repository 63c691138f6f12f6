"""A duty report was shown: days to ask, then a survey that appraises nobody (F07, N18)."""

from datetime import date, timedelta

from governance.deliberations.states import Consultation
from governance.directory import ChatKind, Role
from governance.disclosures.edition import Edition
from governance.disclosures.periods import instant
from governance.disclosures.readers import Satisfied
from governance.disclosures.states import EditionStatus
from governance.meetings.sounding import Sounding
from governance.programme import Kind, Template
from governance.refusals import Refusal
from services.disclosures import asking, carrying, counting, owing, presenting, versions
from services.meetings import sounding
from services.ports import Shelf, Work

SURVEY = "duties_survey"
DAY = timedelta(days=1)


def last_day(shelf: Shelf, edition: Edition) -> date | None:
    """Return the last day on which a duty report may be asked about; None for anything else.

    A correction does not begin the days anew.
    """
    item = shelf.community.item(edition.item)
    first = versions.family(shelf, edition)[0]
    if item is None or item.template is not Template.DUTIES or first.published_at is None:
        return None
    days = timedelta(days=shelf.community.disclosing.question_days)
    return owing.local(shelf, first.published_at) + days


def check(work: Work, edition: Edition) -> None:
    """Raise Refusal, with what else one can do, once the days to ask are over."""
    last = last_day(work, edition)
    if last and owing.local(work, work.now) > last:
        raise Refusal("refusal-duties-over", day=last.isoformat())


def wake(work: Work, edition: Edition) -> None:
    """Let the survey be opened on the morning after the last day to ask."""
    last = last_day(work, edition)
    if last and not edition.follows:
        _wake(work, edition, last)


def _wake(work: Work, edition: Edition, last: date) -> None:
    at = instant(last + DAY, work.community.calendar)
    work.due(at, SURVEY, f"{SURVEY}:{edition.id}:{last}", edition=edition.id)


def survey(work: Work, edition: int) -> None:
    """Ask everybody what they think of a duty report; the clock's errand.

    Where the file has given more days to ask since, it waits for their end.
    """
    shown = versions.newest(work, work.disclosures.get(edition))
    last = last_day(work, shown)
    if last is None or shown.status is not EditionStatus.PUBLISHED:
        return
    if owing.local(work, work.now) <= last:
        _wake(work, work.disclosures.get(edition), last)
        return
    item = asking.item_of(work, shown)
    group = work.community.chat(ChatKind.COMMUNITY)
    if item.kind is Kind.PARTY:  # the bot adds nothing to party affairs (G12)
        return
    if group is None or not asking.for_all(item):
        presenting.officers(work, "duties-unasked", shown, Role.COMMITTEE)
        return
    days = timedelta(days=work.community.disclosing.survey_days)
    asked = Sounding(
        edition=shown.id,
        roster=counting.residents(work),
        kind=Consultation.SURVEY,
        text="",
        options=tuple(Satisfied),
        by="",
        at=work.now,
        until=work.now + days,
    )
    sounding.opened(work, asked)
    carrying.redraw(work, shown)


def asked(shelf: Shelf, edition: Edition) -> Sounding | None:
    """Return the survey about a duty report in any of its versions, if one was opened."""
    found = (shelf.soundings.about(e.id) for e in versions.family(shelf, edition))
    return next((each for each in found if each), None)
