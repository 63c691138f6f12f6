"""Papers that are not counted in time: those who can still count them are told, and the chair."""

import pytest

from governance.ballots.batches import BatchStatus
from services.ballots import papering, prompting
from tests.services.ballots.booth import DAY, ballot, closed
from tests.services.ballots.cabin import town
from tests.services.ballots.counter import ENTERS, confirm, count, hand, polled, take
from tests.services.town import CHEN, HE, LIU, WU

__all__ = ["town"]


@pytest.fixture
def out(town):
    """A secret ballot with one paper that was handed out."""
    polled(town)
    hand(town, "100")
    return town


def told(town, key):
    return {d.reader for d in town.deliveries() if d.key == key}


def ring(town):
    town.ring(prompting.VERB)
    return town


def test_a_day_before_the_close_they_hear_of_papers_that_nobody_counted(out):
    hand(out, "101")
    ring(out)

    assert ballot(out).closes - out.now == DAY
    assert {ENTERS, LIU, HE, CHEN} <= told(out, "papers-uncounted")
    assert WU not in told(out, "papers-uncounted")
    assert {d.facts["count"] for d in out.deliveries() if d.key == "papers-uncounted"} == {2}


def test_a_count_that_waits_is_pointed_out_to_both_counters_and_the_chair(out):
    count(out, "1 0 0")
    ring(out)
    ring(out)

    assert {ENTERS, LIU, WU, CHEN} <= told(out, "papers-unconfirmed")
    assert not told(out, "papers-uncounted")


def test_where_all_is_confirmed_taken_back_or_over_nobody_is_told(town):
    polled(town)
    hand(town, "100")
    take(town, "100")
    assert not told(ring(town), "papers-uncounted")


def test_a_confirmed_count_is_not_pointed_out(out):
    confirm(out, count(out, "1 0 0"), "1 0 0")
    for _ in range(2):
        ring(out)
        assert not told(out, "papers-unconfirmed") | told(out, "papers-uncounted")


def test_a_count_that_was_sent_back_is_asked_for_again(out):
    made = count(out, "1 0 0")
    ring(out)
    ring(out)  # both alarms rang while it waited
    out.do(LIU, papering.press, made.id, BatchStatus.REFUSED)
    ring(out)

    assert ENTERS in told(out, "papers-uncounted")


def test_what_lapsed_is_told_at_the_close_and_nothing_later(out):
    count(out, "1 0 0")
    closed(out)

    assert told(out, "papers-lapsed") >= {ENTERS, CHEN}
    assert "batch:1:" in str([d.subject for d in out.deliveries()])
    out.do(0, prompting.remind, ballot=1, batch=1)
    assert not told(out, "papers-unconfirmed")


def test_by_night_and_too_late_for_the_evening_before_nobody_is_woken(town):
    polled(town)
    town.now = ballot(town).closes - DAY / 3

    hand(town, "100")

    assert prompting.VERB not in [verb for verb, _ in town.dues()]
