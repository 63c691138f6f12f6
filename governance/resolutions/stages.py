"""A project is shown at three stages: before it begins, halfway, and once it is settled (G05)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from governance.refusals import Refusal
from governance.resolutions.states import Stage

HALF = 50  # per cent: who reports so much has reached the second stage
FIRST = timedelta(days=1)  # after it came into force


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Supervision let one stage go on `without` what was to be shown before it, and said why.

    What was left out is owed as before. `spent` once its stage is carried out anew.
    """

    by: str
    at: datetime
    why: str
    without: tuple[Stage, ...]
    spent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What is to be shown of a project at one stage, by which day; `missed` as of a check-in.

    `serial` is the edition that showed it. `text` and `photo` are what was shown before stages
    were editions. `aheads` are the leaves that supervision gave it, oldest first.
    """

    stage: Stage
    day: date
    at: datetime | None = None
    by: str = ""
    serial: str = ""
    text: str = ""
    photo: str = ""
    missed: bool = False
    aheads: tuple[Ahead, ...] = ()

    @property
    def ahead(self) -> Ahead | None:
        """The leave under which it goes on now, if it has one."""
        return next((a for a in reversed(self.aheads) if not a.spent), None)


Showings = tuple[Showing, ...]
Stages = tuple[Stage, ...]


def planned(known: Showings, since: date, due: date, disclose_by: date) -> Showings:
    """Return the three stages with their days; those that are there already stay."""
    span = max((due - since).days, 0)
    days = {
        Stage.BEFORE: min(since + FIRST, max(due, since)),
        Stage.HALFWAY: since + timedelta(days=(span + 1) // 2),
        Stage.SETTLED: max(disclose_by, due, since),
    }
    there = {s.stage: s for s in known}
    return tuple(there.get(s) or Showing(stage=s, day=days[s]) for s in Stage)


def next_of(showings: Showings) -> Stage | None:
    """Return the first stage that is not shown yet: none after it can be."""
    return next((s.stage for s in showings if s.at is None), None)


def earlier(showings: Showings, stage: Stage) -> Stage | None:
    """Return the stage that must be shown before one is reached; None where its way is free."""
    return next(iter(_unshown(showings, stage)), None)


def _unshown(showings: Showings, stage: Stage) -> Stages:
    """Return the stages that must be shown before one is: but for those it was let go without."""
    leave = next((s.ahead for s in showings if s.stage is stage), None)
    let = leave.without if leave else ()
    before = tuple(Stage)[: tuple(Stage).index(stage)]
    return tuple(
        s.stage for s in showings if s.at is None and s.stage in before and s.stage not in let
    )


def left_out(showings: Showings, stage: Stage) -> Stages:
    """Return the stages that a leave lets one go without, and that it came before indeed."""
    showing = next((s for s in showings if s.stage is stage), None)
    if showing is None or showing.ahead is None:
        return ()
    shown = {s.stage: s.at for s in showings}

    def later(each: Stage) -> bool:
        at = shown.get(each)
        return at is None or (showing.at is not None and at > showing.at)

    return tuple(s for s in showing.ahead.without if later(s))


def open_stages(showings: Showings) -> Stages:
    """Return the stages that are not shown yet and whose way is free."""
    unshown = (s.stage for s in showings if s.at is None)
    return tuple(stage for stage in unshown if earlier(showings, stage) is None)


def blocked(showings: Showings, *, over: bool) -> Stages:
    """Return the stages that wait for one that was missed; the last one once the work is over."""
    missing = {s.stage for s in showings if s.at is None and s.missed}
    waiting = (s.stage for s in showings if s.at is None and earlier(showings, s.stage) in missing)
    return tuple(stage for stage in waiting if over or stage is not Stage.SETTLED)


def ahead(showings: Showings, stage: Stage, by: str, at: datetime, why: str) -> Showings:
    """Return the stages with one let go on before what is missing; Refusal where nothing is."""
    showing = next((s for s in showings if s.stage is stage), None)
    if showing is None or showing.at:
        raise Refusal("refusal-closed")
    if not (missing := _unshown(showings, stage)):
        raise Refusal("refusal-resolution-free")
    if not why:
        raise Refusal("refusal-reason")
    # a leave that came before covers what it named; the newest one covers both
    let = showing.ahead.without if showing.ahead else ()
    without = tuple(s for s in Stage if s in {*let, *missing})
    leave = Ahead(by=by, at=at, why=why, without=without)
    changed = replace(showing, aheads=(*showing.aheads, leave))
    return tuple(changed if s is showing else s for s in showings)


def check_reached(showings: Showings, progress: int) -> None:
    """Refuse a report of half the work while nobody was shown what is to be done."""
    if progress >= HALF and (missing := earlier(showings, Stage.HALFWAY)):
        raise Refusal("refusal-resolution-stage", stage=missing)


def check_open(showings: Showings, stage: Stage, *, over: bool) -> None:
    """Refuse a stage that was shown already; the last one until the work is `over`."""
    if all(s.at for s in showings if s.stage is stage):
        raise Refusal("refusal-closed")
    if stage is Stage.SETTLED and not over:
        raise Refusal("refusal-resolution-unsettled")


def shown(showings: Showings, stage: Stage, at: datetime, by: str, serial: str) -> Showings:
    """Return the stages after the edition of one was published; the first time is what counts."""
    return tuple(
        replace(s, at=at, by=by, serial=serial) if s.stage is stage and s.at is None else s
        for s in showings
    )


def missed(showings: Showings, stage: Stage) -> Showings:
    """Return the stages with one written down as not shown on its day, if it is not."""
    return tuple(
        replace(s, missed=True) if s.stage is stage and s.at is None else s for s in showings
    )


def again(showings: Showings, day: date) -> Showings:
    """Return the stages of a project that is carried out anew: settled anew by a later day.

    A leave was for one time; it stays on record.
    """

    def anew(s: Showing) -> Showing:
        past = tuple(replace(a, spent=True) for a in s.aheads)
        return Showing(stage=s.stage, day=day, aheads=past)

    return tuple(anew(s) if s.stage is Stage.SETTLED else s for s in showings)
