from dataclasses import replace

import pytest

from governance.deliberations.rights import Reader, Right, Way, ways
from governance.directory import THE_CLOCK
from tests.governance.deliberations.matters import TOPIC, S, at

R, W = Right, Way
HOME = Reader(verified=True)
STRANGER = Reader()
PROPOSED = replace(TOPIC, status=S.PROPOSED)


def come_to(topic, right, **what):
    return ways(topic, Reader(**{"verified": True, **what}))[right]


@pytest.mark.parametrize("status", list(S))
@pytest.mark.parametrize("reader", [HOME, STRANGER])
def test_every_right_says_something_everywhere_and_reading_is_free_to_all(status, reader):
    found = ways(at(status), reader)

    assert set(found) == set(Right)
    assert all(found.values())
    assert found[R.KNOW] == (W.OPEN, W.READ, W.STEPS)


def test_before_a_talk_there_is_nothing_said_to_read():
    assert come_to(PROPOSED, R.KNOW) == (W.OPEN, W.STEPS)


def test_taking_part_is_seconding_then_voting():
    assert come_to(PROPOSED, R.TAKE_PART) == (W.SECOND,)
    assert come_to(PROPOSED, R.TAKE_PART, seconded=True) == (W.SECONDED,)
    assert come_to(PROPOSED, R.TAKE_PART, verified=False) == (W.VERIFY,)
    grown = replace(PROPOSED, proposer=str(THE_CLOCK.id))
    assert come_to(grown, R.TAKE_PART) == (W.NOT_YET,)
    assert come_to(at(S.DISCUSSION), R.TAKE_PART) == (W.NOT_YET,)
    assert come_to(at(S.POLLING), R.TAKE_PART, balloting=True, votes=True) == (W.VOTE,)
    assert come_to(at(S.POLLING), R.TAKE_PART, balloting=True) == (W.OFF_ROLL,)
    assert come_to(at(S.RESOLVED), R.TAKE_PART) == (W.OVER,)


def test_one_speaks_while_it_is_talked_over_and_was_met():
    assert come_to(at(S.NOTICED), R.SPEAK) == (W.NOT_YET,)
    assert come_to(at(S.DISCUSSION), R.SPEAK) == (W.SPEAK,)
    assert come_to(at(S.DISCUSSION), R.SPEAK, verified=False) == (W.VERIFY,)
    assert come_to(at(S.SUMMARY), R.SPEAK) == (W.OVER,)


def test_results_are_questioned_while_they_can_be():
    assert come_to(at(S.POLLING), R.SUPERVISE) == (W.NOT_YET,)
    assert come_to(at(S.POLLING), R.SUPERVISE, contests=True) == (W.CONTEST,)
    assert come_to(at(S.RESOLVING), R.SUPERVISE, objects=True) == (W.OBJECT,)
    assert come_to(at(S.RESOLVING), R.SUPERVISE, objects=True, verified=False) == (W.VERIFY,)
    assert come_to(at(S.ARCHIVED), R.SUPERVISE) == (W.OVER,)
