from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.deliberations.statements import (
    BATCHES,
    SOONEST,
    Stance,
    Statement,
    next_batch,
    shuffled,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, LAST = datetime(2026, 1, 1), datetime(2027, 1, 1)  # noqa: DTZ001 -- Hypothesis adds it
ONE = Statement(topic=1, person=7, stance=Stance.FOR, at=datetime(2026, 3, 2, tzinfo=UTC))
MANY = [replace(ONE, id=n) for n in range(1, 13)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2026-03-02T09:00", "2026-03-02T12:00"),
        ("2026-03-02T11:00", "2026-03-02T12:00"),
        ("2026-03-02T11:01", "2026-03-02T20:00"),
        ("2026-03-02T19:30", "2026-03-03T12:00"),
    ],
)
def test_what_is_said_without_a_name_is_shown_at_a_fixed_hour(said, shown):
    at = datetime.fromisoformat(said).replace(tzinfo=SHANGHAI)

    assert next_batch(SHANGHAI, at) == datetime.fromisoformat(shown).replace(tzinfo=SHANGHAI)


@given(st.integers(0, 60 * 24 * 365))
def test_no_statement_is_shown_at_once_and_none_waits_for_a_day(minutes):
    at = ONE.at + timedelta(minutes=minutes)

    shown = next_batch(SHANGHAI, at)

    assert SOONEST <= shown - at <= timedelta(hours=17)
    assert shown.astimezone(SHANGHAI).time() in BATCHES


@given(st.text(), st.permutations(MANY))
def test_the_seed_alone_makes_the_order(seed, written):
    order = shuffled(written, seed)

    assert order == shuffled(MANY, seed)
    assert set(order) == set(MANY)


def test_another_seed_is_another_order():
    assert len({shuffled(MANY, str(seed)) for seed in range(50)}) > 40
