from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.attention import awake, list_at, may, quiet, reminder
from governance.procedure import Requirements

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEED = Requirements()


def at(hour, minute=0):
    return datetime(2026, 3, 2, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("hour", "still"), [(0, True), (7, True), (8, False), (20, False), (21, True), (23, True)]
)
def test_the_night_is_quiet(hour, still):
    assert quiet(at(hour, 59), SHANGHAI, NEED) is still


def test_quiet_hours_may_be_at_noon_or_none():
    noon = replace(NEED, quiet_from=12, quiet_until=14)
    assert [quiet(at(h), SHANGHAI, noon) for h in (11, 12, 13, 14)] == [False, True, True, False]
    assert not quiet(at(3), SHANGHAI, replace(NEED, quiet_from=8, quiet_until=8))


def test_the_last_message_of_the_day_is_kept_for_the_list():
    assert may(at(9), SHANGHAI, 8, NEED)
    assert not may(at(9), SHANGHAI, 9, NEED)
    assert not may(at(22), SHANGHAI, 0, NEED)


FIRST, LAST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 -- Hypothesis adds it
INSTANTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
HOURS = st.integers(0, 23)


@given(when=INSTANTS, first=HOURS, last=HOURS)
def test_a_list_comes_within_a_day_and_not_by_night(when, first, last):
    required = replace(NEED, quiet_from=first, quiet_until=last)
    told = list_at(when, SHANGHAI, required)

    assert when < told <= when + timedelta(days=1)
    assert told.astimezone(SHANGHAI).hour == last
    assert not quiet(told, SHANGHAI, required)


@pytest.mark.parametrize(
    ("due", "then"),
    [((20, 59), (20, 59)), ((21, 0), (20, 59)), ((23, 30), (20, 59)), ((8, 0), (8, 0))],
)
def test_what_falls_into_the_night_is_said_the_evening_before(due, then):
    assert awake(at(*due), SHANGHAI, NEED) == at(*then)
    assert awake(at(7, 30), SHANGHAI, NEED) == at(20, 59) - timedelta(days=1)


@given(st.integers(0, 23), st.integers(0, 23), st.integers(0, 24 * 60 * 3))
def test_nobody_is_reminded_in_quiet_hours(first, last, minutes):
    need = replace(NEED, quiet_from=first, quiet_until=last)
    since = at(0)
    found = reminder(since, since + timedelta(minutes=minutes), SHANGHAI, need)
    assert found is None or (found > since and not quiet(found, SHANGHAI, need))


def test_a_reminder_comes_a_day_before_and_of_what_is_short_in_its_last_quarter():
    assert reminder(at(9), at(9) + timedelta(days=7), SHANGHAI, NEED) == at(9) + timedelta(days=6)
    assert reminder(at(9), at(17), SHANGHAI, NEED) == at(15)
    assert reminder(at(22), at(23), SHANGHAI, NEED) is None
