from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance import clocks
from governance.cases import CaseKind
from governance.subjects import Promise

MONDAY = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
FRIDAY = datetime(2026, 11, 6, 9, 15, tzinfo=UTC)  # 17:15
WHEN = st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001 -- the zone is beside


@pytest.mark.parametrize(
    ("category", "at", "due"),
    [
        ("lift", MONDAY, MONDAY + timedelta(minutes=30)),
        ("utilities", MONDAY, MONDAY + timedelta(hours=1)),
        ("lift", FRIDAY, datetime(2026, 11, 9, 0, 45, tzinfo=UTC)),
    ],
)
def test_an_offer_is_answered_within_the_promise(community, category, at, due):
    assert clocks.accept_by(community, category, at) == due


@given(at=WHEN, which=st.integers(0, 13))
def test_a_promise_is_counted_in_working_time(community, at, which):
    category = community.categories[which]

    due = clocks.finish_by(community, category.key, at)

    assert community.calendar.between(at, due.at) == category.promise.finish


@given(at=WHEN, which=st.integers(0, 13))
def test_accepting_is_due_before_finishing(community, at, which):
    key = community.categories[which].key

    assert clocks.accept_by(community, key, at) < clocks.finish_by(community, key, at).at


@pytest.mark.parametrize(("year", "known"), [(2026, True), (2031, False)])
def test_a_promise_into_unpublished_holidays_says_so(community, year, known):
    at = datetime(year, 3, 2, 1, 0, tzinfo=UTC)

    assert clocks.finish_by(community, "lift", at).known is known


@pytest.mark.parametrize(
    ("category", "accept", "finish"),
    [("lift", 30, 7), ("utilities", 30, 7), ("pets", 30, 7)],
)
def test_a_hazard_runs_on_the_faster_clock(community, category, accept, finish):
    promise = clocks.promise(community, category, CaseKind.HAZARD)

    assert promise == Promise(accept=timedelta(minutes=accept), finish=timedelta(hours=finish))


def test_a_promise_faster_than_that_of_hazards_stays(community):
    slow = replace(
        community.limits, hazard_accept=timedelta(hours=9), hazard_finish=timedelta(hours=90)
    )

    promise = clocks.promise(replace(community, limits=slow), "lift", CaseKind.HAZARD)

    assert promise == community.category("lift").promise
