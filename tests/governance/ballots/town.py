"""A ballot in the example's community, and the people around it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from governance.ballots.ballot import Ballot, Given
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Roll, Scope, VotingUnit
from governance.ballots.states import BallotStatus, Instrument
from governance.directory import THE_CLOCK, Actor
from governance.procedure import UnitKind
from tests.governance.seats import COMMUNITY

OPENS = datetime(2026, 3, 2, 8, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=7)
MORNING = OPENS + timedelta(hours=1)
ROLL = Roll(
    kind=UnitKind.HOUSEHOLD,
    units=tuple(
        VotingUnit(key=key, voters=frozenset(voters))
        for key, voters in {
            "b3/101": {"5001", "5002"},
            "b3/102": {"5003"},
            "b3/103": {"grandmother"},
            "b3/104": {"3001"},
            "b3/105": {"5005"},
        }.items()
    ),
)
BALLOT = Ballot(
    id=1,
    topic=1,
    instrument=Instrument.DELIBERATIVE,
    method="motion",
    paper=MOTION,
    rule=BODIES["residents-households"].rule,
    scope=Scope(kind=UnitKind.HOUSEHOLD, buildings=frozenset({"b3"})),
    opens=OPENS,
    closes=CLOSES,
    drafted_by="chen",
)
OPEN = replace(BALLOT, status=BallotStatus.OPEN)


def officer(key):
    found = COMMUNITY.officer(key)
    return Actor(id=found.telegram, officer=key, offices=found.offices)


def given(by=THE_CLOCK, at=MORNING, **more):
    return Given(by=by, at=at, **more)
