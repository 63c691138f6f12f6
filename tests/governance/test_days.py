from datetime import date, time

import pytest

from governance import days
from governance.refusals import REFUSALS, Refusal

TODAY = date(2026, 11, 2)


def refused(read, *given):
    with pytest.raises(Refusal) as found:
        read(*given)
    assert found.value.key in REFUSALS
    return found.value.key


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("11-5", date(2026, 11, 5)),
        ("11月5日", date(2026, 11, 5)),
        ("2026-12-31", date(2026, 12, 31)),
        ("3/9", date(2027, 3, 9)),
        ("11.2", TODAY),
    ],
)
def test_a_day_to_come_is_read_as_people_write_it(said, day):
    assert days.ahead(said, TODAY) == day


@pytest.mark.parametrize(
    "said", ["下周", "5", "13-1", "2-30", "2026-11-1", "2028-1-1", "2026-1", "1-2-3-4", ""]
)
def test_what_is_no_day_within_a_year_is_refused(said):
    assert refused(days.ahead, said, TODAY) == "refusal-day"


@pytest.mark.parametrize(
    ("said", "day"),
    [("11-2", TODAY), ("10月30", date(2026, 10, 30)), ("12-31", date(2025, 12, 31))],
)
def test_a_day_that_is_over_is_read_as_the_last_of_its_name(said, day):
    assert days.behind(said, TODAY) == day


@pytest.mark.parametrize("said", ["2026-11-3", "2024-1-1"])
def test_what_did_not_happen_within_the_last_year_is_refused(said):
    assert refused(days.behind, said, TODAY) == "refusal-day-past"


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("19:30", time(19, 30)),
        ("19：05", time(19, 5)),
        ("晚上7点半", time(19, 30)),
        ("下午3點一刻", time(15, 15)),
        ("上午9点三刻", time(9, 45)),
        ("8", time(8)),
        ("12点", time(12)),
    ],
)
def test_an_hour_is_read_as_people_write_it(said, hour):
    assert days.hour(said) == hour


@pytest.mark.parametrize("said", ["", "饭后", "25:00", "19:75", "下午13点99"])
def test_what_is_no_hour_is_refused(said):
    assert refused(days.hour, said) == "refusal-hour"
