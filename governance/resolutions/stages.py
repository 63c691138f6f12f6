"""A project is shown at three stages: before it begins, halfway, and once it is settled (G05)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from governance.refusals import Refusal
from governance.resolutions.states import Stage

HALF = 50  # per cent: who reports so much has reached the second stage
FIRST = timedelta(days=1)  # after it came into force


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What is to be shown of a project at one stage, by which day; `missed` as of a check-in."""

    stage: Stage
    day: date
    at: datetime | None = None
    by: str = ""
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


def check_reached(showings: Showings, progress: int) -> None:
    """Refuse a report of half the work while nobody was shown what is to be done."""
    if progress >= HALF and next_of(showings) is Stage.BEFORE:
        raise Refusal("refusal-resolution-stage", stage=Stage.BEFORE)


def check_open(showings: Showings, stage: Stage, *, over: bool) -> None:
    """Refuse a stage that was shown, or before another; the last one until the work is `over`."""
    wanted = next_of(showings)
    if wanted is None or all(s.at for s in showings if s.stage is stage):
        raise Refusal("refusal-closed")
    if wanted is not stage:
        raise Refusal("refusal-resolution-stage", stage=wanted)
    if stage is Stage.SETTLED and not over:
        raise Refusal("refusal-resolution-unsettled")


def shown(showings: Showings, said: Showing, *, over: bool) -> Showings:
    """Return the stages after one was shown; refused as above, or where it says nothing."""
    check_open(showings, said.stage, over=over)
    if not said.text:
        raise Refusal("refusal-resolution-words")
    return tuple(said if s.stage is said.stage else s for s in showings)


def missed(showings: Showings, stage: Stage) -> Showings:
    """Return the stages with one written down as not shown on its day, if it is not."""
    return tuple(
        replace(s, missed=True) if s.stage is stage and s.at is None else s for s in showings
    )


def again(showings: Showings) -> Showings:
    """Return the stages of a project that is carried out anew: it is settled anew too."""
    return tuple(s for s in showings if s.stage is not Stage.SETTLED)
