from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.disclosures import cells
from governance.disclosures.periods import Period
from governance.disclosures.telling import yuan

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 10, 1))
WINTER = Period(date(2026, 12, 1), date(2027, 3, 1))
NINTH = date(2026, 9, 3)


@given(st.integers(-cells.MOST, cells.MOST))
def test_an_amount_is_read_as_it_is_written_to_the_fen(amount):
    assert cells.fen(yuan(amount)) == amount


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1280.5", 128_050),
        ("￥1,280.50 元", 128_050),
        ("１２８０．５０", 128_050),
        ("12.500", 1_250),
        ("(3.20)", -320),
        ("RMB 7", 700),
        ("1 280", 128_000),
        ("0", 0),
    ],
)
def test_amounts_are_read_in_many_writings(said, expected):
    assert cells.fen(said) == expected


@pytest.mark.parametrize(
    "said",
    ["", "x", "1.234", "1,28", "1e3", "1.2万", "0.30000000000000004", "9" * 20, "--3", "NaN"],
)
def test_what_is_no_amount_or_finer_than_a_fen_is_none(said):
    assert cells.fen(said) is None
    assert cells.exact(said) is None


def test_an_exact_amount_is_no_float():
    assert cells.exact("0.10") == Decimal("0.10")


@pytest.mark.parametrize(
    "said",
    [
        *("2026-09-03", "2026/9/3", "2026.9.3", "2026年9月3日", "20260903", "2026-09-03 00:00:00"),
        *("9月3日", "9-3", "9/3", "9.3", "3日", "3", "３号", "46268"),
    ],
)
def test_days_are_read_in_many_writings(said):
    assert cells.day(said, SEPTEMBER) == NINTH


@pytest.mark.parametrize(
    "said",
    ["", "x", "2026-02-30", "20261301", "13月1日", "31", "99999", "2026-09-03 10:00", "26-9-3"],
)
def test_what_is_no_day_is_none(said):
    assert cells.day(said, SEPTEMBER) is None


def test_what_is_left_unsaid_is_the_periods_own():
    assert cells.day("1月5日", WINTER) == date(2027, 1, 5)
    assert cells.day("12-5", WINTER) == date(2026, 12, 5)
    assert cells.day("8月3日", SEPTEMBER) == date(2026, 8, 3)  # read, and then said to be outside
    assert cells.day("3", WINTER) is None
    assert cells.day("9月3日") is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [("", 0), ("#3", 3), ("3.0", 3), ("x", None), ("-1", None), ("1.5", None)],
)
def test_a_number_of_a_resolution_is_whole(said, expected):
    assert cells.whole(said) == expected
    assert cells.whole("Infinity") is None
