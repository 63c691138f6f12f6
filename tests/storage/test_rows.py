from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from storage.rows import EPOCH, moment, ms, padded

HOURS = st.integers(-14, 14).map(lambda h: timezone(timedelta(hours=h)))
NEAR = {"min_value": datetime(1900, 1, 1), "max_value": datetime(9000, 1, 1)}  # noqa: DTZ001 -- the zones are beside


@given(st.integers(-(2**45), 2**47))
def test_milliseconds_come_back_exactly(at):
    assert ms(moment(at)) == at


@given(st.datetimes(**NEAR, timezones=HOURS))
def test_a_time_comes_back_as_the_same_instant_in_utc(at):
    whole = at.replace(microsecond=at.microsecond // 1000 * 1000)

    assert (moment(ms(whole)), moment(ms(whole)).tzinfo) == (whole, UTC)


@given(st.datetimes(**NEAR, timezones=HOURS), st.datetimes(**NEAR, timezones=HOURS))
def test_order_is_kept(one, other):
    assert (ms(one) <= ms(other)) or one > other


def test_a_part_of_a_millisecond_is_let_go():
    assert [ms(EPOCH + timedelta(microseconds=n)) for n in (0, 999, 1000, -1)] == [0, 0, 1, -1]


def test_the_same_instant_in_another_zone_is_the_same():
    shanghai = datetime(2026, 11, 2, 9, 0, tzinfo=timezone(timedelta(hours=8)))

    assert ms(shanghai) == ms(datetime(2026, 11, 2, 1, 0, tzinfo=UTC))


@given(st.lists(st.integers(), max_size=700))
def test_a_padded_list_finds_the_same_in_few_lengths(values):
    found = padded(values)

    assert set(found) == set(values)
    assert len(found) in {0, *(1 << n for n in range(11))}
    assert len(found) < 2 * max(len(values), 1)
