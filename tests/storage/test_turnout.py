"""What a roll of any length is asked: whose unit it is, and how many voted."""

from dataclasses import replace

import pytest

from governance.ballots.result import blocs as in_blocs
from governance.ballots.states import Channel, VoteStatus
from governance.ballots.votes import Vote, standing
from storage import directory
from storage.ballots import Ballots
from storage.topics import Topics
from storage.votes import _OF_PERSON
from tests.bases import memory
from tests.governance.ballots.town import BALLOT, MORNING, ROLL
from tests.governance.deliberations.matters import AT, TOPIC


@pytest.fixture
def ballots(connection):
    return Ballots(connection, directory.community(connection, "xingfuli"))


@pytest.fixture
def ballot(connection, ballots):
    """A ballot whose roll is frozen, by id."""
    community = directory.community(connection, "xingfuli")
    topic = Topics(connection, community).add(replace(TOPIC, at=AT)).id
    made = ballots.add(replace(BALLOT, id=0, topic=topic)).id
    ballots.freeze(made, ROLL)
    return made


def turnout(ballots, ballot):
    return tuple(sorted(ballots.turnout(ballot), key=bloc))


def bloc(each):
    return each.participant, each.area, each.voted


def blocs(roll, voted):
    return tuple(sorted(in_blocs(roll, voted), key=bloc))


def test_whose_units_are_asked_for_is_looked_up_and_the_roll_not_walked():
    with memory() as engine, engine.connect() as connection:  # a server has its statistics
        asked = _OF_PERSON.compile(dialect=engine.dialect)
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", (1, "5001"))
        steps = [row.detail for row in rows]

    assert [step.partition(" USING")[0] for step in steps] == [
        "SEARCH ballot_voters",
        "SEARCH ballot_units",
    ]
    assert "(ballot_id=? AND person=?)" in steps[0]
    assert "(ballot_id=? AND unit=?)" in steps[1]


def test_the_turnout_is_counted_in_blocs_of_units_that_count_alike(ballots, ballot):
    assert turnout(ballots, ballot) == blocs(ROLL, ())
    press = Vote(unit="b3/101", marks={"for": 1}, order=1)
    entered = replace(press, channel=Channel.PAPER, entered_by="wang", entrant=3001)
    ballots.cast(ballot, press, MORNING)
    ballots.cast(ballot, replace(press, unit="b3/102", status=VoteStatus.INVALIDATED), MORNING)
    for unit, status in (
        ("b3/101", VoteStatus.CAST),  # beside the press: one unit, one vote
        ("b3/103", VoteStatus.LOCKED),
        ("b3/104", VoteStatus.ENTERED),
    ):
        ballots.enter(ballot, replace(entered, unit=unit, status=status), MORNING)

    voted = standing(ballots.votes(ballot)).keys()
    assert voted == {"b3/101", "b3/103"}
    assert turnout(ballots, ballot) == blocs(ROLL, voted)
    assert ballots.turnout(99) == []
