"""The clock of opinions: a reply that is due is asked for, and a missing one is shown (F03)."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from governance import supervision
from governance.disclosures.periods import instant
from governance.supervision import Measure, MeasureStatus
from services.disclosures import owing
from services.ports import Work
from services.supervision import matters

DAY = timedelta(days=1)


def watch(work: Work, measure: Measure) -> None:
    """Set the alarms of an opinion: the morning of its last day, and the morning after."""
    calendar = work.community.calendar
    about = {"measure": measure.id}
    work.due(instant(measure.due, calendar), "opinion_due", f"opinion:{measure.id}:due", **about)
    at = instant(measure.due + DAY, calendar)
    work.due(at, "opinion_missing", f"opinion:{measure.id}:missing", **about)


def due(work: Work, measure: int) -> None:
    """Remind the committee on the last day; not where that day is over already."""
    found = work.measures.get(measure)
    today = owing.local(work, work.now)
    if found.status is MeasureStatus.OPEN and not found.unanswered(today):
        matters.tell(work, "measure-due", matters.committee(work), matters.facts(found))


def missing(work: Work, measure: int) -> None:
    """Say that there is no reply: to supervision, to the committee, and aloud."""
    marked = supervision.missed(work.measures.get(measure), owing.local(work, work.now))
    if marked is None:
        return
    found = work.measures.save(marked)
    work.note("missing-reply", found.subject, {"measure": found.number, "due": str(found.due)})
    said = matters.facts(found)
    both = (*matters.supervision(work), *matters.committee(work))
    matters.tell(work, "measure-missing", both, said)
    matters.aloud(work, "measure-missing", found, said)
    work.redraw(f"measure:{found.id}:")


DUES: Mapping[str, Callable[..., None]] = {"opinion_due": due, "opinion_missing": missing}
