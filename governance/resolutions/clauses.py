"""One promise of a resolution: who, what, for how much, until when, shown by what (F01, F02)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from governance.refusals import Refusal
from governance.resolutions import stages
from governance.resolutions.stages import Showing
from governance.resolutions.states import SETTLED, ClauseStatus, Rhythm, Stage

WHOLE = 100
MOST_REPORTED = 90  # per cent; the rest is the end of its case, which somebody else checks
LONGEST = timedelta(days=3 * 366)
DAYS = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14, Rhythm.MONTHLY: 30}
SHOWN = frozenset({ClauseStatus.KEPT, ClauseStatus.UNCONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What was reported on the day on which it was due; `missed` once the day is told so.

    A report that comes later stands beside that: what was missed stays missed.
    """

    day: date
    at: datetime | None = None
    text: str = ""
    photo: str = ""
    progress: int = 0
    missed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One promise; `money` is in fen, `progress` in per cent.

    `finish_by` is the day that was promised and never moves; `until` a later one that supervision
    gave after a dispute. `case` carries it out on the ordinary road, 0 until then. `stages` are
    what is to be shown of a project, none where it is no project.
    """

    id: int = 0
    number: int = 0
    who: str
    what: str
    money: int = 0
    finish_by: date
    disclose_by: date
    proof: str
    rhythm: Rhythm = Rhythm.ONCE
    status: ClauseStatus = ClauseStatus.OPEN
    progress: int = 0
    until: date | None = None
    case: int = 0
    settled_on: date | None = None
    checkins: tuple[CheckIn, ...] = ()
    stages: tuple[Showing, ...] = ()

    @property
    def due(self) -> date:
        """The day until which it must be done now."""
        return self.until or self.finish_by

    @property
    def settled(self) -> bool:
        """Whether it is known what became of it."""
        return self.status in SETTLED

    @property
    def late(self) -> bool:
        """Whether it was settled after the day that was promised."""
        return self.settled_on is not None and self.settled_on > self.finish_by

    def stage(self, stage: Stage) -> Showing | None:
        """Return what is to be shown at a stage, if it has stages."""
        return next((s for s in self.stages if s.stage is stage), None)

    def checkin(self, day: date) -> CheckIn | None:
        """Return the check-in that was due on a day, if one was."""
        return next((c for c in self.checkins if c.day == day), None)


def check(clause: Clause, today: date) -> None:
    """Raise Refusal where a promise lacks something, or its days cannot be kept."""
    if not (clause.who and clause.what and clause.proof) or clause.money < 0:
        raise Refusal("refusal-resolution-clause")
    if not today < clause.finish_by <= today + LONGEST:
        raise Refusal("refusal-resolution-date")
    if not clause.finish_by <= clause.disclose_by <= today + LONGEST:
        raise Refusal("refusal-resolution-disclose")


def is_overdue(clause: Clause, today: date) -> bool:
    """Whether its day has passed and it is still open."""
    return not clause.settled and today > clause.due


def days(clause: Clause, since: date) -> tuple[date, ...]:
    """Return the days on which it must be reported on: by its rhythm, and on the day itself."""
    found = []
    if apart := DAYS.get(clause.rhythm):
        day = since + timedelta(days=apart)
        while day < clause.due:
            found.append(day)
            day += timedelta(days=apart)
    return (*found, max(clause.due, since))


def planned(clause: Clause, since: date) -> Clause:
    """Return the clause with its check-ins to come; those that were due before stay."""
    known = {c.day for c in clause.checkins}
    fresh = (CheckIn(day=day) for day in days(clause, since) if day not in known)
    both = sorted((*clause.checkins, *fresh), key=lambda c: c.day)
    return replace(clause, checkins=tuple(both))


def staged(clause: Clause, since: date) -> Clause:
    """Return the clause of a project with the days on which its three stages are shown."""
    found = stages.planned(clause.stages, since, clause.due, clause.disclose_by)
    return replace(clause, stages=found)


def reported(clause: Clause, report: CheckIn) -> Clause:
    """Return the clause after a report; Refusal where it says nothing, or rises without evidence.

    Words or a photo are evidence; the last tenth is nobody's to report (A09).
    """
    known = clause.checkin(report.day)
    if clause.settled or known is None:
        raise Refusal("refusal-closed")
    if not (report.text or report.photo):
        raise Refusal("refusal-resolution-evidence")
    if not 0 <= report.progress <= MOST_REPORTED:
        raise Refusal("refusal-resolution-progress")
    stages.check_reached(clause.stages, report.progress)
    kept = replace(report, missed=known.missed)
    return replace(_with(clause, kept), progress=report.progress)


def missed(clause: Clause, day: date) -> Clause:
    """Return the clause with a check-in written down as missing, if it is."""
    known = clause.checkin(day)
    if known is None or known.at is not None or clause.settled:
        return clause
    return _with(clause, replace(known, missed=True))


def _with(clause: Clause, checkin: CheckIn) -> Clause:
    changed = tuple(checkin if c.day == checkin.day else c for c in clause.checkins)
    return replace(clause, checkins=changed)


def settled(clause: Clause, status: ClauseStatus, evidence: str, on: date) -> Clause:
    """Return the clause as its case ended; Refusal where it would be whole without evidence."""
    if clause.settled or status not in SETTLED:
        raise Refusal("refusal-closed")
    if status in SHOWN and not evidence:
        raise Refusal("refusal-resolution-evidence")
    progress = WHOLE if status in SHOWN else clause.progress
    return replace(clause, status=status, progress=progress, settled_on=on)


def again(clause: Clause, until: date) -> Clause:
    """Return a promise to be carried out anew; the day first promised stays on it."""
    return replace(
        clause,
        status=ClauseStatus.OPEN,
        progress=min(clause.progress, MOST_REPORTED),
        until=until,
        disclose_by=max(clause.disclose_by, until),
        settled_on=None,
        case=0,
        stages=stages.again(clause.stages),
    )


def progress(clauses: Iterable[Clause]) -> int:
    """Return the whole per cent that is done, rounded down: it says no more than its parts."""
    every = tuple(clauses)
    return int(Fraction(sum(c.progress for c in every), len(every))) if every else 0
