from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hypothesis import given
from hypothesis import strategies as st

from governance.calendar import Due, Pause
from tests.governance.calendars import CALENDARS, SHANGHAI

calendars = st.sampled_from(CALENDARS)


def instants_of(first: date, last: date, zone: tzinfo = UTC):
    """Draw from the days of the first date up to the last."""
    start = datetime.combine(first, time(), zone)
    return st.timedeltas(timedelta(0), last - first).map(lambda since: start + since)


instants = st.one_of(
    instants_of(date(2025, 12, 20), date(2027, 1, 20)),
    instants_of(date(2026, 9, 20), date(2026, 10, 12), SHANGHAI),
    instants_of(date(2026, 12, 30), date(2027, 1, 6), SHANGHAI),
    instants_of(date(2026, 3, 6), date(2026, 3, 10)),
    instants_of(date(2026, 3, 27), date(2026, 3, 31)),
    instants_of(date(2026, 10, 24), date(2026, 11, 3)),
)
spans = st.one_of(
    st.timedeltas(timedelta(0), timedelta(hours=60)),
    st.integers(0, 120).map(lambda halves: timedelta(minutes=30 * halves)),
)
pauses = st.builds(
    lambda start, length: Pause(start=start, end=start + length),
    instants,
    st.timedeltas(timedelta(0), timedelta(days=5)),
)


@given(calendars, instants, spans, spans)
def test_due_of_a_split_span_is_due_of_the_whole(calendar, start, first, second):
    half = calendar.due(start, first)
    rest = calendar.due(half.at, second)

    assert calendar.due(start, first + second) == Due(at=rest.at, known=half.known and rest.known)


@given(calendars, instants, spans)
def test_between_start_and_due_is_the_span(calendar, start, span):
    assert calendar.between(start, calendar.due(start, span).at) == span


@given(calendars, instants, instants, instants)
def test_between_adds_up_in_any_order(calendar, one, two, three):
    whole = calendar.between(one, two) + calendar.between(two, three)

    assert calendar.between(one, three) == whole


@given(calendars, instants, st.tuples(spans, spans).map(sorted))
def test_due_is_monotone_in_span(calendar, start, two):
    shorter, longer = two

    assert calendar.due(start, shorter).at <= calendar.due(start, longer).at


@given(calendars, instants, st.timedeltas(timedelta(0), timedelta(days=4)), spans)
def test_due_is_monotone_in_start(calendar, start, later, span):
    assert calendar.due(start, span).at <= calendar.due(start + later, span).at


@given(calendars, instants, spans.filter(bool))
def test_due_falls_into_working_time(calendar, start, span):
    at = calendar.due(start, span).at

    assert calendar.is_working_day(at.astimezone(calendar.zone).date())
    assert calendar.between(at - timedelta(microseconds=1), at) == timedelta(microseconds=1)


@given(calendars, instants, spans, st.lists(pauses, max_size=4))
def test_pause_never_shortens_a_promise(calendar, start, span, those):
    paused = calendar.due_with_pauses(start, span, those).at

    assert paused >= calendar.due(start, span).at
    for left_out in range(len(those)):
        fewer = those[:left_out] + those[left_out + 1 :]
        assert paused >= calendar.due_with_pauses(start, span, fewer).at


@given(calendars, instants, instants, pauses)
def test_resume_never_shortens_a_due_date_set_by_hand(calendar, start, by_hand, pause):
    assert calendar.resume(Due(at=by_hand, known=True), pause).at >= by_hand


@given(calendars, instants, spans, st.lists(pauses, max_size=4), st.randoms())
def test_due_with_pauses_does_not_depend_on_their_order(calendar, start, span, those, chance):
    shuffled = chance.sample(those, len(those))

    assert calendar.due_with_pauses(start, span, shuffled) == calendar.due_with_pauses(
        start, span, those
    )


@given(calendars, instants, spans, pauses)
def test_due_with_a_pause_leaves_the_span_outside_it(calendar, start, span, pause):
    at = calendar.due_with_pauses(start, span, [pause]).at

    begin, end = max(pause.start, start), min(pause.end, at)
    inside = calendar.between(begin, end) if begin < end else timedelta(0)
    assert calendar.between(start, at) - inside == span


@given(calendars, instants, spans, pauses)
def test_due_with_a_pause_cut_in_two_is_the_same(calendar, start, span, pause):
    middle = pause.start + (pause.end - pause.start) / 3
    parts = [Pause(start=pause.start, end=middle), Pause(start=middle, end=pause.end)]

    assert calendar.due_with_pauses(start, span, parts) == calendar.due_with_pauses(
        start, span, [pause]
    )
