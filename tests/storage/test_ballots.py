from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from governance.ballots.base import Paper, Standing, Tally
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.passages import Passage
from governance.ballots.result import Part, Result, Terms, Verdict, tallied
from governance.ballots.roll import Participant, Roll, Scope, VotingUnit
from governance.ballots.states import BallotAction, BallotStatus, Channel, VoteStatus
from governance.ballots.votes import Vote, standing
from governance.procedure import UnitKind
from governance.quorum import Base, Demand, Measure, Rule, Threshold
from governance.refusals import Conflict, Unknown
from governance.roster import Owner, Roster, Unit
from storage import directory, roster
from storage.ballots import Ballots
from storage.flats import Flats
from storage.topics import Topics
from tests.governance.ballots.town import BALLOT, CLOSES, MORNING, OPENS, ROLL
from tests.governance.deliberations.matters import AT, TOPIC

OWNERS = BODIES["owners-major"].rule
WHOLE = replace(
    BALLOT,
    id=0,
    question="电梯要不要装刷卡？",
    body="owners-major",
    method="menu",
    paper=Paper(options=("长椅", "路灯"), most=2, costs={"长椅": 200, "路灯": 9900}, budget=9999),
    rule=Rule(
        whole=OWNERS.whole,
        classes={"party": Demand(assent={Measure.HEADS: Threshold.read("more than 1/3")})},
    ),
    scope=Scope(
        kind=UnitKind.OWNER,
        buildings=frozenset({"b3", "b4"}),
        participants=frozenset({Participant.PARTY, Participant.RESIDENT}),
        adults=False,
    ),
    secret=True,
    carried_by=("wang",),
    persons=(5001, 5002),
    offline=("b3/103/王奶奶",),
    contest_until=CLOSES,
)


@pytest.fixture
def community(connection):
    return directory.community(connection, "xingfuli")


@pytest.fixture
def topic(connection, community):
    return Topics(connection, community).add(replace(TOPIC, at=AT)).id


@pytest.fixture
def ballots(connection, community):
    return Ballots(connection, community)


@pytest.fixture
def ballot(ballots, topic):
    """A ballot whose roll is frozen, by id."""
    made = ballots.add(replace(WHOLE, topic=topic)).id
    ballots.freeze(made, ROLL)
    return made


def test_a_ballot_comes_back_as_it_was_written(ballots, topic):
    made = ballots.add(replace(WHOLE, topic=topic))

    assert ballots.get(made.id) == made == replace(WHOLE, topic=topic, id=1, number=1)
    assert ballots.numbered(1) == made
    bare = ballots.add(replace(BALLOT, id=0, topic=topic))
    assert ballots.get(bare.id) == bare
    assert bare.number == 2
    assert ballots.of_topic(topic) == [made, bare]
    assert ballots.of_topic(99) == []


def test_a_share_of_those_on_the_roll_is_not_one_of_those_who_vote(ballots, topic):
    demand = Demand(turnout=OWNERS.whole.turnout, base=Base.ROLL)
    made = ballots.add(replace(WHOLE, topic=topic, rule=Rule(whole=demand)))

    assert ballots.get(made.id).rule == Rule(whole=demand)


def test_another_communitys_ballot_is_unknown(connection, ballots, topic):
    made = ballots.add(replace(WHOLE, topic=topic))
    other = Ballots(connection, directory.community(connection, "elsewhere"))

    for look in (
        lambda: other.get(made.id),
        lambda: other.numbered(1),
        lambda: other.roll(made.id),
        lambda: other.result(made.id),
        lambda: ballots.entry(7),
    ):
        with pytest.raises(Unknown):
            look()
    assert other.standing([BallotStatus.DRAFT]) == []


def test_a_ballot_that_somebody_else_saved_is_a_conflict(ballots, topic):
    made = ballots.add(replace(WHOLE, topic=topic))
    ballots.save(replace(made, status=BallotStatus.OPEN))

    with pytest.raises(Conflict):
        ballots.save(made)
    assert [b.id for b in ballots.standing([BallotStatus.OPEN])] == [made.id]
    assert ballots.standing([BallotStatus.DRAFT]) == []


def test_the_frozen_roll_comes_back_and_each_person_finds_the_own_units(ballots, ballot):
    assert ballots.roll(ballot) == replace(ROLL, kind=UnitKind.OWNER)
    assert ballots.size(ballot) == 5
    [own] = ballots.units_of(ballot, 5001)
    assert (own.key, own.voters) == ("b3/101", {"5001"})
    assert ballots.units_of(ballot, "grandmother")[0].key == "b3/103"
    assert ballots.units_of(ballot, 77) == []
    assert ballots.unit(ballot, "b3/101").voters == {"5001", "5002"}
    assert ballots.unit(ballot, "b9/101") is None
    assert ballots.ballots_of(5001) == [ballot]
    assert ballots.ballots_of(77) == []


def test_an_owner_may_stand_with_several_others(ballots, ballot, topic):
    two = ballots.add(replace(WHOLE, topic=topic)).id
    units = (
        VotingUnit(key="A", voters=frozenset({"A"}), area=9001, participant=Participant.PARTY),
        VotingUnit(key="A+B", voters=frozenset({"A", "B"}), area=70),
        VotingUnit(key="C", voters=frozenset()),
    )
    ballots.freeze(two, Roll(kind=UnitKind.OWNER, units=units))

    assert ballots.roll(two).units == units
    assert [u.key for u in ballots.units_of(two, "A")] == ["A", "A+B"]
    assert ballots.units_of(two, "A")[0].area == 9001


def test_an_empty_roll_is_none(ballots, topic):
    made = ballots.add(replace(WHOLE, topic=topic)).id
    ballots.freeze(made, Roll(kind=UnitKind.OWNER, units=()))

    assert ballots.roll(made).units == ()
    assert ballots.votes(made) == []


def test_the_later_press_stands_in_whatever_order_they_are_done(ballots, ballot):
    first = Vote(unit="b3/101", marks={"for": 1}, order=10)
    last = Vote(unit="b3/101", marks={"against": 1}, order=12)

    ballots.cast(ballot, last, MORNING)
    ballots.cast(ballot, first, MORNING + timedelta(seconds=1))

    assert ballots.pressed(ballot, "b3/101") == last
    ballots.cast(ballot, replace(first, marks={}, order=13), MORNING)
    assert ballots.votes(ballot) == [Vote(unit="b3/101", marks={}, order=13)]
    assert ballots.pressed(ballot, "b3/102") is None


def test_a_press_can_be_struck_out(ballots, ballot):
    one = Vote(unit="b3/101", marks={"for": 1}, order=1)
    ballots.cast(ballot, one, MORNING)
    ballots.cast(ballot, replace(one, unit="b3/102"), MORNING)
    struck = replace(one, status=VoteStatus.INVALIDATED, note="不是本户")

    ballots.strike(ballot, struck)

    assert ballots.votes(ballot, "b3/101") == [struck]
    assert list(standing(ballots.votes(ballot))) == ["b3/102"]


def test_an_entered_vote_stands_beside_the_press(ballots, ballot):
    own = Vote(unit="b3/103", marks={"against": 1}, order=1)
    entered = replace(
        own,
        order=2,
        channel=Channel.PAPER,
        status=VoteStatus.ENTERED,
        entered_by="wang",
        entrant=3001,
        photo="p",
    )
    ballots.cast(ballot, own, MORNING)

    made = ballots.enter(ballot, entered, MORNING)

    assert made == replace(entered, id=1)
    assert ballots.entry(1) == (ballot, made, MORNING)
    assert ballots.votes(ballot, "b3/103") == [own, made] == ballots.votes(ballot)
    assert ballots.entries(ballot, "b3/103") == [made] == ballots.entries(ballot)
    assert ballots.entries(ballot, "b3/104") == []
    confirmed = replace(made, status=VoteStatus.CAST, confirmed_by="chen", note="打过电话")
    ballots.settle(confirmed, VoteStatus.ENTERED)
    assert ballots.entry(1)[1] == confirmed
    with pytest.raises(Conflict):
        ballots.settle(made, VoteStatus.ENTERED)


def test_the_steps_and_the_result_stand_in_their_order(ballots, ballot):
    steps = [
        Passage(action=BallotAction.CERTIFY, officer="liang", person=3008, at=OPENS, note="无误"),
        Passage(action=BallotAction.CONTEST, person=5001, at=MORNING, note="漏了我家"),
    ]
    for each in steps:
        ballots.passed(ballot, each)

    assert ballots.passages(ballot) == steps
    assert ballots.result(ballot) is None
    tally = Tally(5, 1, {("长椅",): Fraction(7, 2), ("长椅", "路灯"): 3})
    weights = {Measure.HEADS: 9, Measure.AREA: 800}
    part = Part(roll=weights, taking_part=weights, tallies={Measure.HEADS: tally})
    found = Result(
        whole=part,
        classes={Participant.PARTY: part},
        standing=Standing(order=(("长椅", "路灯"),), chosen=("长椅",), tied=("路灯",)),
        verdict=Verdict.CARRIED,
        still_needed=2,
        entered=1,
    )
    ballots.keep_result(ballot, found)
    assert ballots.result(ballot) == found
    again = tallied(
        Terms(method=METHODS["motion"], paper=BALLOT.paper, rule=BALLOT.rule), ROLL, {}
    )
    ballots.keep_result(ballot, again)
    assert ballots.result(ballot) == again


def test_ten_thousand_units_are_frozen_and_found(ballots, ballot, topic):
    big = ballots.add(replace(WHOLE, topic=topic)).id
    units = tuple(
        VotingUnit(key=f"b{n:05}", voters=frozenset({str(9000 + n)})) for n in range(10_000)
    )
    ballots.freeze(big, Roll(kind=UnitKind.OWNER, units=units))

    assert ballots.size(big) == 10_000
    assert ballots.units_of(big, 9000 + 7) == [units[7]]


def test_an_owner_is_known_by_account(connection, community):
    flats = Flats(connection, community)
    assert flats.roster() is None
    one = Roster(
        units=(Unit(building="b3", door="101", area=8000, owners=(Owner(key="A", name="王"),)),)
    )
    roster.put(connection, community, one, at=0, digest="d")
    assert flats.roster() == one

    for person in (5001, 5001, 5002):
        flats.link("A", person, "wang", AT)
    flats.link("B", 5001, "wang", AT)
    assert flats.accounts() == {"A": {5001, 5002}, "B": {5001}}
    flats.unlink(5001)
    assert flats.accounts() == {"A": {5002}}
    other = Flats(connection, directory.community(connection, "elsewhere"))
    other.unlink(5002)
    assert (other.accounts(), flats.accounts()) == ({}, {"A": {5002}})
