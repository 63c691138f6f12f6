from datetime import timedelta

from bot.clock import CivilClock

MINUTE = timedelta(minutes=1)


def test_the_clock_tells_an_aware_time_in_utc():
    assert CivilClock().now().utcoffset() == timedelta()


def test_a_drill_shifts_the_time_by_milliseconds():
    clock = CivilClock()
    before = clock.now()

    clock.shift = 7 * 24 * 3600 * 1000

    assert timedelta(days=7) <= clock.now() - before < timedelta(days=7) + MINUTE
    clock.shift = 0
    assert timedelta() <= clock.now() - before < MINUTE
