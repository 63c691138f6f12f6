"""The close: it waits for every press in time, counts, and says what was in the box."""

from datetime import timedelta

from governance.ballots.result import Verdict
from governance.ballots.states import BallotAction, BallotStatus
from governance.deliberations.states import TopicStatus
from services.ballots import counting, voting, waiting
from storage import further, inbox
from storage.rows import ms
from tests.services.ballots.booth import (
    AGAINST,
    DAY,
    ballot,
    closed,
    households,
    opened,
    press,
    result,
)
from tests.services.town import LI, WU, ZHANG

MOMENT = timedelta(milliseconds=1)
A, S, T = BallotAction, BallotStatus, TopicStatus


# ── the close ──


def test_it_closes_after_one_further_poll_counts_and_asks_supervision(town):
    households(town)
    made = opened(town)
    press(town, LI)
    press(town, ZHANG, AGAINST)

    town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    town.ring("ballot_close")

    assert town.now == made.closes
    assert ballot(town).status is S.TALLIED
    assert {"lock-votes", "tally-votes", "ballot-close", "ballot-tally"} == set(town.audit())
    told = town.told()
    assert ("ballot-told-supervision-tally", WU) in told
    assert (f"ballot:1:{WU}:0", WU) in told
    found = result(town)
    assert (found.verdict, found.entered) == (Verdict.FAILED, 0)
    with town.work(0) as work:
        assert {v.status for v in work.ballots.votes(1)} == {"locked"}


def test_without_a_poll_that_began_after_the_close_nothing_is_counted(town):
    households(town)
    made = opened(town)
    town.ring("ballot_close")
    town.now += DAY

    assert wakes(town, made.closes - MOMENT) is None
    assert ballot(town).status is S.OPEN
    assert wakes(town, made.closes) == "ballot_close"


def test_a_press_in_time_that_only_the_further_poll_brings_is_waited_for_and_counts(town):
    households(town)
    made = opened(town)
    town.ring("ballot_close")
    with town.work(0) as work:
        letter(work, made.closes - MOMENT)
    town.now += DAY

    town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    with town.work(LI) as work:
        inbox.done(work.connection, 1, 1)
        work.heard = made.closes - MOMENT
        voting.press(work, 1, AGAINST, LI)

    # once more it waits for all that was written down, and for one more poll
    town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    town.ring("ballot_close")
    assert ballot(town).status is S.TALLIED
    assert result(town).whole.taking_part["heads"] == 1


def test_the_close_waits_for_every_press_that_was_written_down_in_time(town):
    households(town)
    made = opened(town)
    waits = {made.closes - MOMENT: True, made.closes: False}
    for written, expected in waits.items():
        with town.work(0) as work:
            letter(work, written)
            assert work.unheard(made.opens, made.closes) is expected
            work.connection.exec_driver_sql("DELETE FROM inbox")
    with town.work(0) as work:
        letter(work, made.closes - MOMENT)
    for _ in range(3):
        town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    with town.work(0) as work:
        assert not further.waits(work.connection)

    with town.work(0) as work:
        work.connection.exec_driver_sql("UPDATE inbox SET status = 'done'")
    closed(town)
    assert ballot(town).status is S.TALLIED


def wakes(town, began):
    """Let a poll that began then be answered; return the verb that it wakes, if any."""
    with town.work(0) as work:
        further.asked(work.connection, ms(began))
        found = inbox.due(work.connection, ms(town.now))
        return found[0][1] if found else None


def letter(work, at):
    inbox.keep(work.connection, 1, ms(at), [inbox.Arrival(1, "5001", "{}")])


def test_a_clock_that_jumps_over_the_close_closes_once(town):
    households(town)
    opened(town)
    press(town, LI)
    town.now += 30 * DAY

    closed(town)
    with town.work(0) as work:
        waiting.closed(work, 1, 0)
        waiting.opened(work, 1)
        waiting.turnout(work, 1)

    assert ballot(town).status is S.TALLIED
    assert result(town).whole.taking_part["heads"] == 1


def test_what_was_in_the_box_is_digested_into_the_audit(town):
    households(town)
    opened(town)
    press(town, LI)
    with town.work(0) as work:
        first = counting.digest(work.ballots.votes(1))
    press(town, LI, AGAINST)
    with town.work(0) as work:
        second = counting.digest(work.ballots.votes(1))

    assert first != second
    assert len(first) == 64
