"""Pausing takes two sides and a reason; it puts off and wipes nothing out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.directory import Actor, Role
from governance.disclosures import changes
from governance.disclosures.changes import (
    AFTERWARDS,
    Change,
    Pause,
    adopted,
    ask,
    choices,
    day_of,
    decide,
    pauses,
    put_off,
    side,
    status,
)
from governance.disclosures.states import (
    ChangeAction,
    ChangeStatus,
    ProgrammeAction,
    ProgrammeStatus,
)
from governance.refusals import NotAllowed, Refusal

A, C, P = ProgrammeAction, ChangeStatus, ProgrammeStatus
AT = datetime(2026, 11, 2, 1, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
CHEN = Actor(id=1, officer="chen", offices=frozenset({Role.COMMITTEE}))
WU = Actor(id=2, officer="wu", offices=frozenset({Role.SUPERVISION}))
OTHERS = [
    Actor(id=3, officer="wang", offices=frozenset({Role.GRID_WORKER})),
    Actor(id=4, officer="liang", offices=frozenset({Role.TOWNSHIP})),
    Actor(id=5),
]
FIRST = replace(adopted("ledger", AT), id=1)
WANTED = Change(item="ledger", action=A.PAUSE, why="账本在核对", side=Role.COMMITTEE, asked_at=AT)


def made(known, action, by=CHEN, other=WU, at=AT):
    """Return the changes after one was asked for and confirmed."""
    asked = ask(known, replace(WANTED, action=action), by)
    return [*known, replace(decide(asked, ChangeAction.CONFIRM, other, at), id=len(known) + 1)]


@pytest.mark.parametrize(("by", "other"), [(CHEN, WU), (WU, CHEN)])
def test_one_side_asks_and_the_other_confirms(by, other):
    paused = made([FIRST], A.PAUSE, by, other)

    assert status([FIRST]) is P.ACTIVE
    assert (status(paused), paused[-1].asked_by, paused[-1].decided_by) == (
        P.PAUSED, by.officer, other.officer,
    )  # fmt: skip
    resumed = made(paused, A.RESUME, by, other)
    assert status(resumed) is P.ACTIVE
    assert status(made(resumed, A.RETIRE, by, other)) is P.RETIRED


@pytest.mark.parametrize("by", [CHEN, WU])
def test_nobody_confirms_what_his_own_side_asked(by):
    asked = ask([FIRST], WANTED, by)

    for action in ChangeAction:
        with pytest.raises(NotAllowed, match="refusal-programme-other"):
            decide(asked, action, by, AT)


@pytest.mark.parametrize("by", OTHERS)
def test_nobody_else_asks_or_confirms(by):
    with pytest.raises(NotAllowed, match="refusal-programme"):
        ask([FIRST], WANTED, by)
    with pytest.raises(NotAllowed, match="refusal-programme"):
        decide(ask([FIRST], WANTED, CHEN), ChangeAction.CONFIRM, by, AT)
    with pytest.raises(NotAllowed, match="refusal-programme"):
        side(by)


def test_a_reason_is_needed():
    with pytest.raises(Refusal, match="refusal-reason"):
        ask([FIRST], replace(WANTED, why=""), CHEN)


def test_one_thing_is_asked_for_at_a_time():
    waiting = [FIRST, ask([FIRST], WANTED, CHEN)]

    with pytest.raises(Refusal, match="refusal-programme-asked"):
        ask(waiting, replace(WANTED, action=A.RETIRE), WU)
    assert choices(waiting, WU) == ()
    assert choices([FIRST], WU) == (A.PAUSE, A.RETIRE)
    assert status(waiting) is P.ACTIVE


def test_what_is_refused_changes_nothing():
    asked = ask([FIRST], WANTED, CHEN)
    refused = replace(decide(asked, ChangeAction.REFUSE, WU, AT), id=2)

    assert status([FIRST, refused]) is P.ACTIVE
    assert pauses([FIRST, refused], SHANGHAI) == ()
    with pytest.raises(NotAllowed, match="refusal-closed"):
        decide(refused, ChangeAction.CONFIRM, WU, AT)


@pytest.mark.parametrize("action", [A.RESUME, A.ADOPT])
def test_what_the_table_does_not_have_is_refused(action):
    with pytest.raises(NotAllowed):
        ask([FIRST], replace(WANTED, action=action), CHEN)


def test_days_are_those_of_the_community():
    evening = datetime(2026, 11, 4, 17, tzinfo=UTC)  # the 5th in Shanghai
    paused = made([FIRST], A.PAUSE, at=evening)

    assert day_of(paused, A.ADOPT, SHANGHAI) == date(2026, 11, 2)
    assert day_of(paused, A.RETIRE, SHANGHAI) is None
    assert pauses(paused, SHANGHAI) == (Pause(date(2026, 11, 5)),)
    resumed = made(paused, A.RESUME, at=evening + timedelta(days=2))
    over = made(resumed, A.RETIRE, at=evening + timedelta(days=4))
    assert pauses(over, SHANGHAI) == (Pause(date(2026, 11, 5), date(2026, 11, 7)),)


DAYS = st.dates(date(2024, 1, 1), date(2033, 12, 31))


def in_turn(days):
    """Return pauses that follow each other; the last may still go on."""
    days = sorted(set(days))
    ends = [*days[1::2], *([None] if len(days) % 2 else [])]
    return tuple(Pause(start, end) for start, end in zip(days[::2], ends, strict=True))


@given(due=DAYS, days=st.lists(DAYS, max_size=7))
def test_a_pause_puts_off_and_wipes_nothing_out(due, days):
    found = in_turn(days)
    until = put_off(due, found)

    if until is None:
        assert found[-1].end is None
        return
    assert until >= due
    assert until == due or any(until == p.end + AFTERWARDS for p in found if p.end)
    # what was missed before a pause stays missed
    assert until == due or any(p.start <= due for p in found)
    assert put_off(until, [p for p in found if p.start > until]) == until


def test_what_was_missed_before_a_pause_stays_missed():
    due = date(2026, 12, 10)

    assert put_off(due, [Pause(date(2026, 12, 11))]) == due
    assert put_off(due, [Pause(date(2026, 12, 10))]) is None
    ended = Pause(date(2026, 12, 1), date(2026, 12, 20))
    assert put_off(due, [ended]) == date(2026, 12, 30)
    assert put_off(due, [Pause(date(2026, 1, 1), date(2026, 2, 1))]) == due
    assert changes.other(Role.SUPERVISION) is Role.COMMITTEE
