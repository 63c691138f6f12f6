"""Laws of the calendar over ten years: each day in one period, each period once."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.calendar import Shift, WorkCalendar
from governance.disclosures.periods import (
    Period,
    due_day,
    instant,
    periods,
    ready,
    timetable,
)
from governance.disclosures.programme import (
    Content,
    Counted,
    DueDay,
    Item,
    Kind,
    Template,
    recurring,
)

SHIFTS = (Shift(start=time(9), end=time(17)),)
SHANGHAI = WorkCalendar(zone=ZoneInfo("Asia/Shanghai"), shifts=SHIFTS)
MONTHLY, QUARTERLY = "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"
YEARLY = "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"
LEDGER = Item(
    key="ledger", names={"zh-CN": "收支总账"}, kind=Kind.FINANCE, content=Content.SPENDING,
    template=Template.LEDGER, rule=MONTHLY, since=date(2024, 1, 1),
)  # fmt: skip
ZONES = st.sampled_from(["Asia/Shanghai", "America/New_York", "Pacific/Apia"])
TEN_YEARS = st.dates(date(2024, 1, 1), date(2033, 12, 31))
RULES = st.sampled_from(
    [
        *(MONTHLY, QUARTERLY, YEARLY, "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=31"),
        *("FREQ=WEEKLY;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;INTERVAL=10"),
    ]
)
DUES = st.builds(
    DueDay, days=st.integers(1, 40), counted=st.sampled_from([Counted.CALENDAR, Counted.WORKING])
)


def test_a_month_is_shown_on_the_tenth_of_the_next():
    march = Period(date(2026, 3, 1), date(2026, 4, 1))
    assert march in list(periods(LEDGER, None, date(2026, 3, 31)))

    days = timetable(LEDGER, march, SHANGHAI)

    assert days.due == date(2026, 4, 10)
    assert days.reminders == (date(2026, 4, 3), date(2026, 4, 7), date(2026, 4, 9))
    assert (days.ready, days.absent, days.known) == (date(2026, 3, 31), date(2026, 4, 11), True)


def test_working_days_are_counted_over_a_holiday():
    # 1 October 2026 begins a week of holidays, with 10 October worked for it
    fifth = due_day(DueDay(days=5, counted=Counted.WORKING), date(2026, 10, 1), SHANGHAI)

    assert fifth == (date(2026, 10, 13), True)


def test_a_year_that_is_not_published_says_so():
    found = due_day(DueDay(days=3, counted=Counted.WORKING), date(2031, 5, 1), SHANGHAI)

    assert found == (date(2031, 5, 5), False)


def test_a_calendar_without_work_is_refused():
    idle = replace(
        SHANGHAI, days_off=frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(800))
    )
    with pytest.raises(ValueError, match="no work"):
        due_day(DueDay(days=1, counted=Counted.WORKING), date(2026, 1, 1), idle)


@given(rule=RULES, since=TEN_YEARS, last=TEN_YEARS)
def test_every_day_is_in_one_period(rule, since, last):
    item = replace(LEDGER, rule=rule, since=since)
    found = list(periods(item, None, last))

    assert bool(found) == (since <= last)
    if found:
        assert found[0].start == since
        assert found[-1].holds(last)
        assert all(one.end == other.start for one, other in pairwise(found))
        assert all(each.start < each.end for each in found)


@given(before=RULES, after=RULES, since=TEN_YEARS, change=TEN_YEARS, last=TEN_YEARS)
def test_a_rule_that_is_changed_leaves_no_day_out_and_shows_none_twice(
    before, after, since, change, last
):
    known = list(periods(replace(LEDGER, rule=before, since=since), None, change))
    covered = known[-1].end if known else None

    later = list(periods(replace(LEDGER, rule=after, since=since), covered, last))

    whole = [*known, *later]
    assert all(one.end == other.start for one, other in pairwise(whole))
    assert len(set(whole)) == len(whole)


@given(rule=RULES, stops=st.lists(TEN_YEARS, min_size=1, max_size=12))
def test_whenever_the_bot_was_away_each_period_is_made_ready_once(rule, stops):
    item, made, covered = replace(LEDGER, rule=rule), [], None
    for today in sorted(stops):
        new = ready(item, covered, today, SHANGHAI)
        made += new
        covered = new[-1].end if new else covered
    at_once = ready(item, None, max(stops), SHANGHAI)

    assert made == list(at_once)


@given(
    rule=RULES,
    since=TEN_YEARS,
    due=DUES,
    zone=st.sampled_from(["Asia/Shanghai", "America/New_York", "Pacific/Apia"]),
)
def test_an_edition_exists_before_its_day_and_is_missed_the_day_after(rule, since, due, zone):
    item, calendar = (
        replace(LEDGER, rule=rule, since=since, due=due),
        replace(SHANGHAI, zone=ZoneInfo(zone)),
    )
    period = next(iter(periods(item, None, since + timedelta(days=1))))

    days = timetable(item, period, calendar)

    assert days.ready <= days.due < days.absent == days.due + timedelta(days=1)
    assert days.ready <= period.end <= days.due
    assert all(days.ready <= day < days.due for day in days.reminders)
    assert instant(days.due, calendar) < instant(days.absent, calendar)
    assert instant(days.due, calendar).astimezone(calendar.zone).date() == days.due
    assert instant(days.due, calendar).tzinfo is UTC


def test_an_item_that_ended_or_has_no_rule_has_no_periods():
    assert list(periods(replace(LEDGER, rule=""), None, date(2026, 1, 1))) == []
    ended = replace(LEDGER, until=date(2024, 2, 15))
    assert list(periods(ended, None, date(2026, 1, 1))) == [
        Period(date(2024, 1, 1), date(2024, 2, 1)),
        Period(date(2024, 2, 1), date(2024, 3, 1)),
    ]


@pytest.mark.parametrize(
    "rule",
    ["", "monthly", "FREQ=HOURLY", "FREQ=MONTHLY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=x",
     "FREQ=MONTHLY;UNTIL=20300101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
     "RRULE:FREQ=DAILY\nRRULE:FREQ=MONTHLY"],
)  # fmt: skip
def test_what_is_no_rule_of_days_is_refused(rule):
    with pytest.raises(ValueError, match=r".+"):
        recurring(rule, date(2026, 1, 1))
