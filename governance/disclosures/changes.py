"""An item is paused, resumed or retired by two sides together, with a reason (8.12)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from governance.directory import THE_CLOCK, Actor, Role
from governance.disclosures.periods import READY
from governance.disclosures.states import (
    ChangeAction,
    ChangeStatus,
    ProgrammeAction,
    ProgrammeStatus,
)
from governance.lifecycle import Lifecycle, step
from governance.powers import Verb, may
from governance.refusals import NotAllowed, Refusal

A, C, P, R = ProgrammeAction, ChangeStatus, ProgrammeStatus, Role

SIDES = frozenset({R.COMMITTEE, R.SUPERVISION})
LIFECYCLE = Lifecycle(
    # what fell due before the bot first saw an item is not held against anybody
    step(A.ADOPT, {P.ACTIVE}, P.ACTIVE, THE_CLOCK.offices),
    step(A.PAUSE, {P.ACTIVE}, P.PAUSED, SIDES, R.COMMITTEE, R.SUPERVISION, reason=True),
    step(A.RESUME, {P.PAUSED}, P.ACTIVE, SIDES, R.COMMITTEE, R.SUPERVISION, reason=True),
    step(
        A.RETIRE, {P.ACTIVE, P.PAUSED}, P.RETIRED, SIDES, R.COMMITTEE, R.SUPERVISION, reason=True
    ),
)
CHANGE = Lifecycle(
    step(ChangeAction.CONFIRM, {C.ASKED}, C.CONFIRMED, SIDES, R.COMMITTEE, R.SUPERVISION),
    step(ChangeAction.REFUSE, {C.ASKED}, C.REFUSED, SIDES, R.COMMITTEE, R.SUPERVISION),
)
AFTERWARDS = timedelta(days=READY)  # so long after a pause what it put off is owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of an item: who asked for it and why, and what the other side said."""

    id: int = 0
    item: str
    action: ProgrammeAction
    why: str = ""
    side: Role  # of whoever asked: the committee or supervision, or the clock
    asked_by: str = ""
    asked_at: datetime
    status: ChangeStatus = ChangeStatus.ASKED
    decided_by: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """The days of a pause; without an end while it lasts."""

    start: date
    end: date | None = None


def side(actor: Actor) -> Role:
    """Return for which side somebody speaks; NotAllowed for everybody else."""
    if may(actor, Verb.APPROVE_DISCLOSURE):
        return Role.COMMITTEE
    if may(actor, Verb.CHECK_DISCLOSURE):
        return Role.SUPERVISION
    raise NotAllowed("refusal-programme")


def other(found: Role) -> Role:
    """Return the side whose word is waited for."""
    return Role.SUPERVISION if found is Role.COMMITTEE else Role.COMMITTEE


def status(changes: Iterable[Change]) -> ProgrammeStatus:
    """Return whether an item is shown at all, after all its changes."""
    found = ProgrammeStatus.ACTIVE
    for change in _confirmed(changes):
        found = LIFECYCLE.step(found, change.action, {change.side}).target
    return found


def choices(changes: Sequence[Change], by: Actor) -> tuple[ProgrammeAction, ...]:
    """Return what somebody may ask for now: one thing at a time."""
    if any(c.status is C.ASKED for c in changes):
        return ()
    return LIFECYCLE.choices(status(changes), by.offices)


def ask(changes: Sequence[Change], asked: Change, by: Actor) -> Change:
    """Return the change as one side asks for it; NotAllowed or Refusal where a rule forbids it."""
    found = side(by)
    if any(c.status is C.ASKED for c in changes):
        raise Refusal("refusal-programme-asked")
    taken = LIFECYCLE.step(status(changes), asked.action, {found})
    if taken.reason and not asked.why:
        raise Refusal("refusal-reason")
    return replace(asked, side=found, asked_by=by.officer)


def decide(change: Change, action: ChangeAction, by: Actor, at: datetime) -> Change:
    """Return the change as the other side decided it; nobody decides what his own side asked."""
    found = side(by)
    taken = CHANGE.step(change.status, action, {found})
    if found is not other(change.side):
        raise NotAllowed("refusal-programme-other")
    return replace(change, status=taken.target, decided_by=by.officer, decided_at=at)


def adopted(item: str, at: datetime) -> Change:
    """Return the first row of an item: the clock saw it."""
    return Change(
        item=item,
        action=A.ADOPT,
        side=Role.CLOCK,
        asked_at=at,
        status=C.CONFIRMED,
        decided_at=at,
    )


def day_of(changes: Iterable[Change], action: ProgrammeAction, zone: ZoneInfo) -> date | None:
    """Return the day on which an item was last adopted, paused, resumed or retired."""
    days = [day for each, day in _days(changes, zone) if each is action]
    return days[-1] if days else None


def pauses(changes: Iterable[Change], zone: ZoneInfo) -> tuple[Pause, ...]:
    """Return the pauses of an item, oldest first; the end of an item ends none."""
    found: list[Pause] = []
    for action, day in _days(changes, zone):
        if action is A.PAUSE:
            found.append(Pause(day))
        elif action is A.RESUME:
            found[-1] = Pause(found[-1].start, day)
    return tuple(found)


def put_off(due: date, paused: Iterable[Pause]) -> date | None:
    """Return until when something is owed: a pause puts off and wipes nothing out.

    None while a pause lasts that began before it was missed.
    """
    for pause in paused:
        if pause.start > due:
            continue
        if pause.end is None:
            return None
        due = max(pause.end + AFTERWARDS, due)
    return due


def _days(changes: Iterable[Change], zone: ZoneInfo) -> list[tuple[ProgrammeAction, date]]:
    return [
        (c.action, c.decided_at.astimezone(zone).date())
        for c in _confirmed(changes)
        if c.decided_at
    ]


def _confirmed(changes: Iterable[Change]) -> list[Change]:
    return sorted((c for c in changes if c.status is C.CONFIRMED), key=lambda c: c.id)
