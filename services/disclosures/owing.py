"""What is owed on which day, of the programme and of resolutions: one calendar (F02, G05, G07)."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from governance.directory import Role
from governance.disclosures import changes
from governance.disclosures.changes import Change
from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period, periods, timetable
from governance.disclosures.states import UNPUBLISHED, ProgrammeAction, ProgrammeStatus
from governance.programme import Item
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import WORKING, ResolutionStatus, Stage
from services.disclosures import asking, staging
from services.ports import Shelf

UNDISCLOSED = (*sorted(WORKING), ResolutionStatus.IMPLEMENTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One line of the calendar: what is due when, in which office, and whether it is absent.

    Without a `day` it is put off while a pause lasts. Not `known` where a day until then is not
    published yet as one of work or rest. `edition` is 0 as long as there is none; a
    `version` above 1 corrects what stands shown.
    """

    day: date | None
    by: Role
    item: str = ""
    edition: int = 0
    version: int = 1
    period: Period | None = None
    occasion: str = ""
    resolution: int = 0
    clause: int = 0
    stage: Stage | None = None
    absent: bool = False
    known: bool = True


def local(shelf: Shelf, at: datetime) -> date:
    """Return the day on which something happens, as the community counts days."""
    return at.astimezone(shelf.community.calendar.zone).date()


def of_item(shelf: Shelf, key: str) -> list[Change]:
    """Return the changes of an item, oldest first."""
    return [change for change in shelf.programme.changes() if change.item == key]


def owes(edition: Edition) -> bool:
    """Whether an edition is a debt: not shown yet, be it the first version or a correction."""
    return edition.status in UNPUBLISHED


def day_of(shelf: Shelf, edition: Edition) -> date | None:
    """Return until when an edition is owed now; None while it is put off."""
    if edition.due is None:
        return None
    zone = shelf.community.calendar.zone
    return changes.put_off(edition.due, changes.pauses(of_item(shelf, edition.item), zone))


def calendar(shelf: Shelf, today: date) -> Sequence[Owed]:
    """Return all that is owed: what is absent first, then by day; what is put off at the end."""
    found = [*_editions(shelf, today), *_coming(shelf, today), *_resolved(shelf, today)]
    return sorted(found, key=lambda o: (not o.absent, o.day or date.max, o.item, o.resolution))


def _editions(shelf: Shelf, today: date) -> Iterator[Owed]:
    """Yield the editions that are owed."""
    for edition in shelf.disclosures.standing(sorted(UNPUBLISHED)):
        item = shelf.community.item(edition.item)
        if item is None or staging.dropped(shelf, edition):
            continue
        day = day_of(shelf, edition)
        yield Owed(
            day=day,
            **{"by": asking.office(shelf.community, item), **_staged(shelf, edition)},
            item=item.key,
            edition=edition.id,
            version=edition.version,
            period=edition.period,
            occasion=edition.occasion,
            absent=day is not None and today > day,
        )


def _staged(shelf: Shelf, edition: Edition) -> Mapping[str, Any]:
    """Return of which promise an edition shows which stage; nothing where it shows none."""
    if (found := staging.promised(shelf, edition)) is None:
        return {}
    resolution, clause, stage = found
    of = {"resolution": resolution.id, "clause": clause.number, "stage": stage}
    return {**of, "by": _responsible(shelf, clause)}


def _coming(shelf: Shelf, today: date) -> Iterator[Owed]:
    """Yield the edition of each item that comes next, though it does not exist yet."""
    for item in shelf.community.disclosures:
        known = of_item(shelf, item.key)
        if not known or changes.status(known) is not ProgrammeStatus.ACTIVE:
            continue
        if period := _next(shelf, item, known, today):
            days = timetable(item, period, shelf.community.calendar)
            by = asking.office(shelf.community, item)
            yield Owed(day=days.due, by=by, item=item.key, period=period, known=days.known)


def _next(shelf: Shelf, item: Item, known: Sequence[Change], today: date) -> Period | None:
    covered = shelf.disclosures.covered(item.key)
    zone = shelf.community.calendar.zone
    since = changes.day_of(known, ProgrammeAction.ADOPT, zone)
    found = periods(item, covered, max(today, covered or today))
    return next((p for p in found if since is None or p.end > since), None)


def _resolved(shelf: Shelf, today: date) -> Iterator[Owed]:
    """Yield what resolutions promised to show, by their own days (F02, G05)."""
    begun = staging.begun(shelf)
    for resolution in shelf.resolutions.standing(UNDISCLOSED):
        for clause in resolution.clauses:
            own = {s for of, which, s in begun if (of, which) == (resolution.id, clause.id)}
            yield from _promised(shelf, resolution, clause, own, today)


def _promised(
    shelf: Shelf, resolution: Resolution, clause: Clause, begun: Container[Stage], today: date
) -> Iterator[Owed]:
    """Yield what a promise is to show, but for the stages whose editions stand there already."""
    stages: list[tuple[Stage | None, date]]
    stages = [(s.stage, s.day) for s in clause.stages if s.at is None]
    for stage, day in stages or [(None, clause.disclose_by)]:
        if stage and stage in begun:
            continue
        yield Owed(
            day=day,
            by=_responsible(shelf, clause),
            resolution=resolution.id,
            clause=clause.number,
            stage=stage,
            absent=today > day,
        )


def _responsible(shelf: Shelf, clause: Clause) -> Role:
    """Return in which office a promise is carried out, as everybody reads it."""
    found = shelf.community.known(clause.who)
    offices = found.offices if found else frozenset()
    return Role.GRID_WORKER if Role.GRID_WORKER in offices else Role.COMMITTEE
