"""A promise in force: a case on the ordinary road, days on which it is reported on (F01, F02)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from governance import routing
from governance.cases import Case, CaseAction
from governance.categories import OTHER, Reading
from governance.directory import Officer
from governance.disclosures.periods import READY
from governance.programme import Template
from governance.resolutions import clauses
from governance.resolutions.advance import judges
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.stages import Showing
from governance.resolutions.states import ResolutionKind
from services.cases import acting, filing
from services.cases.filing import Origin
from services.hearing import Heard
from services.ports import Shelf, Work
from services.resolutions import telling

MORNING = time(9)  # when a report is asked for
DAY = timedelta(days=1)


def begin(work: Work, resolution: Resolution) -> Resolution:
    """Give each open promise its case, its days of report, and its alarms."""
    today = local(work, work.now)
    begun = tuple(_begun(work, resolution, c, today) for c in resolution.clauses)
    return work.resolutions.save(replace(resolution, clauses=begun))


def _begun(work: Work, resolution: Resolution, clause: Clause, today: date) -> Clause:
    if clause.settled or clause.case:
        return clause
    clause = clauses.planned(clause, today)
    if resolution.kind is ResolutionKind.PROJECT and shown(work):
        clause = clauses.staged(clause, today)
    _plan(work, resolution, clause)
    case = _filed(work, resolution, clause)
    return replace(clause, case=case.id if case else 0)


def shown(shelf: Shelf) -> bool:
    """Whether the community's file has an item under which the stages of projects are shown."""
    return any(item.template is Template.STAGE for item in shelf.community.disclosures)


def _filed(work: Work, resolution: Resolution, clause: Clause) -> Case | None:
    """Open the case; whoever checked the resolution asks at its end whether it is done (A09)."""
    asker, lead = _asker(work, resolution), telling.lead(work, resolution)
    if asker is None or lead is None:
        work.alarm("unheld", f"resolution:{resolution.id}")
        return None
    heard = Heard(
        text=f"R{resolution.number}.{clause.number} {clause.what}",
        photo="",
        chat=asker.telegram,
        message=0,
        reading=Reading(category=OTHER, building=None),
    )
    until = at(work, clause.due + DAY, time())
    case = filing.file(work, heard, Origin(reporter=asker.telegram, until=until))
    if not _may_do(work, case, clause.who):
        return case  # it lies at the desk, which finds somebody
    by = work.actor(lead.telegram)
    return acting.act(work, case.id, CaseAction.DISPATCH, acting.With(to=clause.who), by)


def _asker(work: Work, resolution: Resolution) -> Officer | None:
    free = judges(work.community, resolution)
    keys = (resolution.checked_by, *sorted(free))
    found = (work.community.officer(key) for key in keys if key in free)
    return next(found, None)


def _may_do(work: Work, case: Case, who: str) -> bool:
    there = any(o.key == who and o.seated for o in work.community.officers)
    return there and routing.may_handle(work.community, case, who)


def _plan(work: Work, resolution: Resolution, clause: Clause) -> None:
    """Set the alarms: each report and its absence, each stage, the days of promise and result."""
    evening = time(max(work.community.deliberation.quiet_from - 1, 0))
    of = {"resolution": resolution.id, "clause": clause.id}
    for checkin in clause.checkins:
        if checkin.at is None and not checkin.missed:
            day = checkin.day.isoformat()
            for verb, hour in (("checkin", MORNING), ("unreported", evening)):
                when = at(work, checkin.day, hour)
                work.due(when, verb, f"{verb}:{clause.id}:{day}", day=day, **of)
    for showing in clause.stages:
        if showing.at is None:  # it is written for some days before it is shown
            ready = max(at(work, showing.day - READY * DAY, MORNING), work.now)
            reached(work, resolution, clause, showing, ready)
    late = at(work, clause.due + DAY, MORNING)
    work.due(late, "promise_late", f"promise-late:{clause.id}:{clause.due}", **of)
    for verb, day_of in (
        ("disclose", clause.disclose_by),
        ("undisclosed", clause.disclose_by + DAY),
    ):
        key = f"{verb}:{clause.id}:{clause.disclose_by}"
        work.due(at(work, day_of, MORNING), verb, key, **of)


def reached(
    work: Work, resolution: Resolution, clause: Clause, showing: Showing, when: datetime
) -> None:
    """Let the edition of a stage begin at a time."""
    key = f"stage:{clause.id}:{showing.stage}:{showing.day}:{when.date()}"
    of = {"resolution": resolution.id, "clause": clause.id}
    work.due(when, "stage", key, stage=showing.stage, **of)


def local(work: Work, instant: datetime) -> date:
    """Return the day of an instant by the community's clocks."""
    return instant.astimezone(work.community.calendar.zone).date()


def at(work: Work, day: date, hour: time) -> datetime:
    """Return an hour of a day by the community's clocks."""
    return datetime.combine(day, hour, work.community.calendar.zone)
