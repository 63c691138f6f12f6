from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance import anchors
from governance.anchors import Anchor, Held
from governance.chain import Break, Fault, Verdict
from governance.procedure import Requirements

FIRST = date(2026, 11, 1)
SHANGHAI = ZoneInfo("Asia/Shanghai")
WHOLE = Verdict(sealed=8, head="h8", tail=0)


def day(n, **now):
    """The n-th day: told at n * 2 entries, of which the last has that number too."""
    told = Anchor(day=FIRST + timedelta(days=n - 1), count=2 * n, entry=2 * n, hash=f"h{2 * n}")
    return Held(anchor=told, **{"entry": 2 * n, "hash": f"h{2 * n}", **now})


def test_a_chain_that_is_as_it_was_told_fits_every_day():
    found = anchors.judge(WHOLE, [day(2), day(1), day(3)])

    assert found.whole
    assert (found.first, found.last) == (FIRST, FIRST + timedelta(days=2))
    assert (found.fits, found.misfit) == (found.last, None)


@pytest.mark.parametrize(
    ("verdict", "second"),
    [
        (WHOLE, {"hash": "other"}),  # the whole chain was written anew behind the first day
        (WHOLE, {"entry": 0, "hash": ""}),  # it was cut off, and grew again
        (Verdict(sealed=3, head="h3", tail=0), {}),  # it is shorter than was told
        (Verdict(sealed=2, head="h2", tail=0, broken=Break(Fault.ALTERED, 3, 3)), {}),
        (Verdict(sealed=8, head="h8", tail=0, broken=Break(Fault.DETAIL_ALTERED, 4)), {}),
    ],
)
def test_the_first_day_that_does_not_fit_is_named(verdict, second):
    found = anchors.judge(verdict, [day(1), day(2, **second), day(3)])

    assert not found.whole
    assert (found.fits, found.misfit) == (FIRST, FIRST + timedelta(days=1))


def test_a_break_behind_the_last_day_has_no_day_and_is_still_one():
    broken = Verdict(sealed=6, head="h6", tail=0, broken=Break(Fault.ALTERED, 7, 7))

    found = anchors.judge(broken, [day(1), day(2), day(3)])

    assert not found.whole
    assert (found.fits, found.misfit) == (FIRST + timedelta(days=2), None)


def test_an_anchor_that_goes_back_does_not_fit():
    back = Anchor(day=FIRST + timedelta(days=1), count=1, entry=1, hash="h1")

    found = anchors.judge(WHOLE, [day(1), Held(anchor=back, entry=1, hash="h1")])

    assert found.misfit == back.day


def test_without_any_day_the_verdict_alone_speaks():
    found = anchors.judge(WHOLE, [])

    assert found.whole
    assert (found.first, found.last, found.fits, found.misfit) == (None,) * 4


@pytest.mark.parametrize(
    ("said", "fine"),
    [
        ("3FA9:c01b", True),
        ("3fa9 c01b：77", True),
        ("3fa9:c01", False),
        ("3fa9:c01g", False),
        ("a" * 65, False),
        ("", False),
    ],
)
def test_letters_are_read_as_people_copy_them(said, fine):
    assert anchors.is_hash(anchors.letters(said)) is fine


def test_what_is_told_is_read_back_as_the_beginning_of_the_hash():
    whole = "0123456789abcdef" * 4

    assert anchors.told(whole) == "0123:4567:89ab:cdef"
    assert whole.startswith(anchors.letters(anchors.told(whole)))


@pytest.mark.parametrize(
    ("hour", "wait"), [(7, timedelta(hours=1)), (8, timedelta(days=1)), (9, timedelta(hours=23))]
)
def test_the_next_line_is_told_as_the_quiet_hours_end(hour, wait):
    now = datetime(2026, 11, 2, hour, tzinfo=SHANGHAI).astimezone(UTC)

    assert anchors.next_line(now, SHANGHAI, Requirements(quiet_until=8)) == now + wait
