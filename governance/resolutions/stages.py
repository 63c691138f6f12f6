"""A project is shown at three stages: before it begins, halfway, and once it is settled (G05)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from governance.refusals import Refusal
from governance.resolutions.states import Stage

HALF = 50  # per cent: who reports so much has reached the second stage
FIRST = timedelta(days=1)  # after it came into force


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What is to be shown of a project at one stage, by which day; `missed` as of a check-in.

    `serial` is the edition that showed it. `text` and `photo` are what was shown before stages
    were editions.
    """

    stage: Stage
    day: date
    at: datetime | None = None
    by: str = ""
    serial: str = ""
    text: str = ""
    photo: str = ""
    missed: bool = False


Showings = tuple[Showing, ...]


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
    order = tuple(Stage)
    wanted = next_of(showings)
    behind = wanted is not None and order.index(wanted) < order.index(stage)
    return wanted if behind else None


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
    """Return the stages of a project that is carried out anew: settled anew by a later day."""
    anew = Showing(stage=Stage.SETTLED, day=day)
    return tuple(anew if s.stage is Stage.SETTLED else s for s in showings)
