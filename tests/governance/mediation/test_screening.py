from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.mediation.screening import keeper, next_opening, week_of
from tests.governance.mediation.town import COMMUNITY, without

HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = COMMUNITY.calendar


def local(*parts):
    return datetime(*parts, tzinfo=HERE)


@pytest.mark.parametrize(
    ("after", "opening"),
    [
        (local(2026, 11, 2, 0, 0), local(2026, 11, 9, 8, 30)),
        (local(2026, 11, 2, 8, 30), local(2026, 11, 9, 8, 30)),
        (local(2026, 11, 8, 23, 59), local(2026, 11, 9, 8, 30)),
        (local(2026, 9, 28, 12, 0), local(2026, 10, 8, 8, 30)),
    ],
)
def test_the_question_comes_with_the_first_working_moment_of_the_week(after, opening):
    assert next_opening(CALENDAR, after) == opening


def test_a_week_without_work_is_passed_over():
    off = frozenset(date(2026, 11, 9) + timedelta(days=n) for n in range(7))
    closed = replace(CALENDAR, days_off=off, work_days=frozenset())

    assert next_opening(closed, local(2026, 11, 4, 9, 0)) == local(2026, 11, 16, 8, 30)


def test_a_week_begins_on_the_local_monday():
    assert week_of(CALENDAR, local(2026, 11, 9, 0, 30)) == date(2026, 11, 9)
    assert week_of(CALENDAR, local(2026, 11, 8, 23, 30)) == date(2026, 11, 2)


def test_the_substitute_is_asked_for_a_worker_on_leave_and_nobody_for_both():
    assert keeper(COMMUNITY, "g2").key == "wang"
    assert keeper(without(away=["wang"]), "g2").key == "zhou"
    assert keeper(without(away=["wang", "zhou"]), "g2") is None
