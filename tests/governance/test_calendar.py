from datetime import UTC, date, datetime, time, timedelta

import pytest

from governance.calendar import LONGEST_REST, Due, Pause, Shift, WorkCalendar
from tests.governance.calendars import AFTERNOON, CALENDARS, MORNING, OFFICE, SHANGHAI


def here(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "hours", "at"),
    [
        (here(2026, 6, 1, 9), 0, here(2026, 6, 1, 9)),
        (here(2026, 6, 1, 23), 0, here(2026, 6, 1, 23)),  # no span: at once, though at night
        (here(2026, 6, 1, 9), 2, here(2026, 6, 1, 11)),
        (here(2026, 6, 1, 9), 3, here(2026, 6, 1, 12)),  # the close, not the next opening
        (here(2026, 6, 1, 11), 2, here(2026, 6, 1, 15)),  # over the noon rest
        (here(2026, 6, 1, 12, 30), 1, here(2026, 6, 1, 15)),  # asked during it
        (here(2026, 6, 1, 16, 30), 4, here(2026, 6, 2, 11, 30)),  # over the night
        (here(2026, 6, 5, 17), 1, here(2026, 6, 8, 9)),  # over a weekend
        (here(2026, 9, 30, 17), 1, here(2026, 10, 8, 9)),  # 国庆 1 to 7 October 2026
        (here(2026, 10, 3, 10), 1, here(2026, 10, 8, 9, 30)),  # asked on the holiday
        (here(2026, 9, 24, 17), 1, here(2026, 9, 28, 9)),  # 中秋 25 to 27 September
        (here(2026, 10, 9, 17), 1, here(2026, 10, 10, 9)),  # Saturday, worked (调休)
        (here(2026, 2, 13, 17), 1, here(2026, 2, 14, 9)),  # Saturday before 春节, worked
        (here(2025, 12, 31, 17), 1, here(2026, 1, 4, 9)),  # over the year; Sunday, worked
    ],
)
def test_due_on_known_days(start, hours, at):
    assert OFFICE.due(start, timedelta(hours=hours)) == Due(at=at.astimezone(UTC), known=True)


def test_due_is_told_in_utc():
    assert OFFICE.due(here(2026, 6, 1, 9), timedelta(hours=1)).at.tzinfo is UTC


def test_due_counts_real_hours_where_clocks_change():
    calendar, new_york = CALENDARS[2], CALENDARS[2].zone
    night = datetime(2026, 3, 8, 1, tzinfo=new_york)

    assert calendar.due(night, timedelta(hours=1)).at == night.astimezone(UTC) + timedelta(hours=1)
    # 01:00 to 03:30 is 2.5 hours by the wall, 1.5 in March and 3.5 in November.
    assert calendar.between(night, datetime(2026, 3, 8, 5, tzinfo=new_york)) == timedelta(
        hours=1.5
    )
    assert calendar.between(
        datetime(2026, 11, 1, 0, tzinfo=new_york), datetime(2026, 11, 1, 5, tzinfo=new_york)
    ) == timedelta(hours=3.5)


def test_between_knows_the_hour_that_comes_twice():
    calendar, new_york = CALENDARS[2], CALENDARS[2].zone
    before = datetime(2026, 11, 1, 1, 50, tzinfo=new_york)
    after = datetime(2026, 11, 1, 1, 10, tzinfo=new_york, fold=1)
    pause = Pause(start=before, end=after)

    assert calendar.between(before, after) == timedelta(minutes=20)
    assert calendar.due_with_pauses(before, timedelta(minutes=5), [pause]).at == after.astimezone(
        UTC
    ) + timedelta(minutes=5)


def test_between_counts_no_minute_twice_where_clocks_change():
    calendar, berlin = CALENDARS[3], CALENDARS[3].zone
    sunday, monday = date(2026, 3, 29), date(2026, 3, 30)

    # From 01:00 to 04:00 by the wall pass two hours, of which every minute lies in a shift.
    assert calendar.between(
        datetime.combine(sunday, time(), berlin), datetime.combine(monday, time(), berlin)
    ) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 1), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2026, 9, 20), True),  # Sunday, worked
        (date(2026, 9, 26), False),
        (date(2026, 6, 3), True),
        (date(2026, 6, 6), False),
    ],
)
def test_working_day_is_known_when_published(day, works):
    assert OFFICE.is_working_day(day) is works
    assert OFFICE.is_known(day)


@pytest.mark.parametrize(("day", "works"), [(date(2027, 10, 1), True), (date(2027, 10, 2), False)])
def test_working_day_is_a_guess_before_it_is_published(day, works):
    assert OFFICE.is_working_day(day) is works
    assert not OFFICE.is_known(day)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 9), False),
        (date(2026, 10, 3), True),
        (date(2027, 1, 4), False),
        (date(2027, 1, 2), True),
    ],
)
def test_working_day_follows_the_community_first(day, works):
    assert CALENDARS[1].is_working_day(day) is works
    assert CALENDARS[1].is_known(day)


def test_due_is_not_known_once_it_crosses_a_guessed_day():
    reached = OFFICE.due(here(2026, 12, 31, 17), timedelta(minutes=30))
    crossed = OFFICE.due(here(2026, 12, 31, 17), timedelta(minutes=31))

    assert reached == Due(at=here(2026, 12, 31, 17, 30).astimezone(UTC), known=True)
    assert crossed == Due(at=here(2027, 1, 1, 8, 31).astimezone(UTC), known=False)


def test_due_is_not_known_on_a_known_day_behind_a_guessed_one():
    due = CALENDARS[1].due(here(2026, 12, 31, 17), timedelta(hours=8))

    assert due == Due(at=here(2027, 1, 2, 9).astimezone(UTC), known=False)


def test_due_stays_unknown_after_a_pause_on_a_known_day():
    guessed = Due(at=here(2027, 1, 2, 9), known=False)
    pause = Pause(start=here(2027, 1, 2, 8, 45), end=here(2027, 1, 2, 15))

    assert CALENDARS[1].resume(guessed, pause) == Due(at=here(2027, 1, 2, 15, 15), known=False)


def test_resume_leaves_a_broken_promise_broken():
    due = OFFICE.due(here(2026, 6, 1, 9), timedelta(hours=1))

    assert OFFICE.resume(due, Pause(start=here(2026, 6, 1, 10), end=here(2026, 6, 3, 10))) == due


def test_due_gives_up_when_nobody_ever_works():
    first = date(2026, 1, 1)
    never = frozenset(first + timedelta(days=n) for n in range(LONGEST_REST + 1))
    calendar = WorkCalendar(zone=SHANGHAI, shifts=(MORNING,), days_off=never)

    with pytest.raises(ValueError, match="no work in the 400 days"):
        calendar.due(here(2026, 1, 1), timedelta(hours=1))


def test_due_waits_through_the_longest_rest():
    first = date(2026, 1, 1)
    long = frozenset(first + timedelta(days=n) for n in range(LONGEST_REST))
    calendar = WorkCalendar(zone=SHANGHAI, shifts=(MORNING,), days_off=long)

    assert calendar.due(here(2026, 1, 1), timedelta(hours=1)).at == here(2027, 2, 5, 9, 30)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"shifts": ()}, "at least one shift"),
        ({"shifts": (AFTERNOON, MORNING)}, "follow each other"),
        ({"shifts": (MORNING, Shift(start=time(11), end=time(13)))}, "follow each other"),
        (
            {
                "days_off": frozenset({date(2026, 6, 1)}),
                "work_days": frozenset({date(2026, 6, 1)}),
            },
            "both off and worked",
        ),
    ],
)
def test_calendar_refuses_what_contradicts_itself(parts, words):
    with pytest.raises(ValueError, match=words):
        WorkCalendar(**{"zone": SHANGHAI, "shifts": (MORNING,)} | parts)


def test_calendar_accepts_shifts_that_touch():
    touching = (MORNING, Shift(start=time(12), end=time(13)))
    calendar = WorkCalendar(zone=SHANGHAI, shifts=touching)

    assert calendar.due(here(2026, 6, 1, 11), timedelta(hours=2)).at == here(2026, 6, 1, 13)


@pytest.mark.parametrize("end", [time(8), time(8, 30)])
def test_shift_refuses_to_end_before_it_starts(end):
    with pytest.raises(ValueError, match="must end after it starts"):
        Shift(start=time(8, 30), end=end)


def test_pause_refuses_to_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end before it starts"):
        Pause(start=here(2026, 6, 2), end=here(2026, 6, 1))


def test_due_refuses_a_naive_start():
    with pytest.raises(ValueError, match="needs its zone"):
        OFFICE.due(datetime(2026, 6, 1, 9), timedelta(hours=1))  # noqa: DTZ001 -- the mistake itself


def test_due_refuses_a_negative_span():
    with pytest.raises(ValueError, match="cannot be negative"):
        OFFICE.due(here(2026, 6, 1, 9), timedelta(hours=-1))


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        (here(2026, 6, 1), here(2026, 6, 1, 8, 30)),
        (here(2026, 6, 1, 8, 30), here(2026, 6, 2, 8, 30)),
        (here(2026, 6, 1, 13), here(2026, 6, 2, 8, 30)),  # the second shift is not the morning
        (here(2026, 6, 5, 18), here(2026, 6, 8, 8, 30)),
    ],
)
def test_work_next_begins_with_the_first_shift_of_a_working_day(after, opens):
    assert OFFICE.opens(after) == opens


def test_a_calendar_without_work_opens_never():
    start = here(2026, 6, 1)
    off = frozenset(start.date() + timedelta(days=n) for n in range(LONGEST_REST + 2))

    with pytest.raises(ValueError, match="no work"):
        WorkCalendar(zone=SHANGHAI, shifts=(MORNING,), days_off=off).opens(start)
