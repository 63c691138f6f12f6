"""A second count of a box, by a program that reads the votes and the roll alone."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from click.testing import CliRunner
from sqlalchemy import update

from bot import recounting
from bot.__main__ import main
from bot.exits import FAILED, MISTAKE, OK
from governance.ballots.ballot import ADVISORY, Ballot
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.result import Terms, Verdict, tallied
from governance.ballots.roll import Participant, Roll, Scope, VotingUnit
from governance.ballots.states import BallotStatus, Channel, Instrument, VoteStatus
from governance.ballots.votes import Vote, entered, standing
from governance.procedure import UnitKind
from governance.quorum import Base, Demand, Measure, Rule, Threshold
from storage import upgrade
from storage.ballots import BALLOTS
from storage.boxes import box
from storage.votes import UNITS, VOTES
from tests.bot import doors
from tests.bot.doors import MONDAY
from tests.bot.test_commands import EXAMPLE, TOKEN
from tests.governance.ballots.papers import VOTES as MARKS
from tests.governance.ballots.papers import paper_of
from tests.governance.deliberations.matters import TOPIC

AS = (Participant.STAKEHOLDER, Participant.RESIDENT)
ROLL = Roll(
    kind=UnitKind.OWNER,
    units=tuple(
        VotingUnit(
            key=f"u{n:02}", voters=frozenset({str(n)}), area=1000 + n, participant=AS[n % 2]
        )
        for n in range(20)
    ),
)
BALLOT = Ballot(
    topic=1,
    instrument=Instrument.DELIBERATIVE,
    method="motion",
    question="装刷卡",
    paper=paper_of("motion"),
    rule=BODIES["owners-ordinary"].rule,
    scope=Scope(kind=UnitKind.OWNER, buildings=frozenset({"b3"})),
    opens=MONDAY,
    closes=MONDAY + timedelta(days=3),
    status=BallotStatus.PUBLISHED,
)


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def town(request, tmp_path):
    on_server = request.param == "postgres"
    migrated = request.getfixturevalue("postgres").fresh() if on_server else None
    async with doors.opened(tmp_path, migrated) as town:
        yield town


def counted(connection, town, method, voting):
    """Hold a ballot in which the first so many units vote, one in five entered by an officer."""
    shelf, dice = town.house.shelf(connection), random.Random(f"{method}{voting}")
    topic = shelf.topics.add(replace(TOPIC, at=MONDAY))
    ballot = replace(BALLOT, topic=topic.id, method=method, paper=paper_of(method))
    made = shelf.ballots.add(ballot)
    shelf.ballots.freeze(made.id, ROLL)
    for n, unit in enumerate(ROLL.units[:voting]):
        vote = Vote(unit=unit.key, marks=dice.choice(MARKS[method]), order=n)
        if n % 5 == 0:
            other = replace(vote, marks=dice.choice(MARKS[method]), channel=Channel.PAPER)
            shelf.ballots.enter(made.id, replace(other, entered_by="wang", photo="p"), MONDAY)
        if n % 10:
            shelf.ballots.cast(made.id, vote, MONDAY)
    late = Vote(unit="u19", marks=MARKS[method][-1], order=99, status=VoteStatus.ENTERED)
    shelf.ballots.enter(made.id, replace(late, channel=Channel.PHONE, entered_by="wang"), MONDAY)
    shelf.ballots.lock(made.id)
    votes = {u: v.marks for u, v in standing(shelf.ballots.votes(made.id)).items()}
    terms = Terms(method=METHODS[method], paper=made.paper, rule=made.rule)
    result = replace(
        tallied(terms, ROLL, votes), entered=entered(standing(shelf.ballots.votes(made.id)))
    )
    shelf.ballots.keep_result(made.id, result)
    return made


def lying(town, number=1):
    return town.unit(lambda c: box(c, town.house.community_id, number))


@pytest.mark.parametrize("method", METHODS)
async def test_it_agrees_with_the_first_whatever_the_method(town, method):
    for voting in (0, 7, 15):
        made = await town.unit(lambda c, voting=voting: counted(c, town, method, voting))

        found = await lying(town, made.id)
        assert len(found.marks) == voting
        assert recounting.differences(found) == []


@pytest.mark.parametrize(
    ("table", "values", "told"),
    [
        (VOTES, {"marks": {"against": 1}}, "whole: heads: figures"),
        (VOTES, {"status": "cast"}, "whole: heads: turnout"),
        (VOTES, {"unit": "nobody"}, "strangers"),
        (UNITS, {"area": 1}, "whole: area: roll"),
        (UNITS, {"participant": "party"}, "resident: heads: roll"),
    ],
)
async def test_a_row_that_was_altered_shows(town, table, values, told):
    await town.unit(lambda c: counted(c, town, "motion", 15))
    one = table.c.unit == "u03"
    await town.unit(lambda c: c.execute(update(table).where(one).values(**values)))

    assert told in recounting.differences(await lying(town))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"chosen": ["bench", "tree"]}, "chosen"),
        ({"tied": ["bench"]}, "tied"),
        ({"order": [["bench", "lamp", "ramp", "tree"]]}, "order"),
        ({"entered": 9}, "entered"),
        ({"classes": {}}, "classes"),
        *(({"verdict": verdict}, "verdict") for verdict in Verdict if verdict != "carried"),
    ],
)
async def test_a_result_that_was_altered_shows(town, change, told):
    await town.unit(lambda c: counted(c, town, "score", 15))
    [(result,)] = await town.rows(BALLOTS.c.result)
    assert result["verdict"] == "carried"
    await town.alter(BALLOTS, result={**result, **change})

    assert recounting.differences(await lying(town)) == [told]


WHOLE = Demand(
    turnout={Measure.HEADS: Threshold.read("at least 1/2")},
    assent={Measure.HEADS: Threshold.read("more than 1/2")},
)
OF_ROLL = replace(WHOLE, base=Base.ROLL)
BY_AREA = replace(WHOLE, assent={Measure.AREA: Threshold.read("more than 1/2")})
CASES = {
    "enough agree of those taking part": (Rule(whole=WHOLE), "motion", 10, 4, "carried"),
    "half is not more than half": (Rule(whole=WHOLE), "motion", 8, 8, "failed"),
    "enough of those taking part, not of the roll": (
        Rule(whole=OF_ROLL),
        "motion",
        9,
        5,
        "failed",
    ),
    "enough of the roll": (Rule(whole=OF_ROLL), "motion", 11, 3, "carried"),
    "half by heads, and the larger half by area": (
        Rule(whole=BY_AREA),
        "motion",
        8,
        8,
        "failed",
    ),
    "a class that does not agree": (
        Rule(whole=WHOLE, classes={"resident": OF_ROLL}),
        "motion",
        10,
        4,
        "failed",
    ),
    "a class that is not on the roll": (
        Rule(whole=WHOLE, classes={"party": OF_ROLL}),
        "motion",
        10,
        4,
        "carried",
    ),
    "too few came": (Rule(whole=WHOLE), "motion", 9, 0, "invalid"),
    "two options are level": (Rule(whole=WHOLE), "choice", 7, 7, "tied"),
    "one option stands first, and not half of the roll agrees": (
        Rule(whole=OF_ROLL),
        "choice",
        9,
        5,
        "failed",
    ),
    "one option has more than half": (Rule(whole=WHOLE), "choice", 9, 5, "carried"),
    "nobody marked anything": (Rule(whole=WHOLE), "menu", 0, 0, "failed"),
}


@pytest.mark.parametrize("case", CASES)
async def test_every_verdict_is_found_anew(town, case):
    rule, method, some, others, verdict = CASES[case]
    await town.unit(lambda c: divided(c, town, method, rule, (some, others)))
    [(result,)] = await town.rows(BALLOTS.c.result)
    assert result["verdict"] == verdict
    for claimed in Verdict:
        await town.alter(BALLOTS, result={**result, "verdict": claimed})
        told = [] if claimed == verdict else ["verdict"]
        assert recounting.differences(await lying(town)) == told


def divided(connection, town, method, rule, parts):
    """Hold a ballot in which so many mark the first option, and so many the second."""
    shelf, paper = town.house.shelf(connection), paper_of(method)
    topic = shelf.topics.add(replace(TOPIC, at=MONDAY))
    made = shelf.ballots.add(
        replace(BALLOT, topic=topic.id, method=method, paper=paper, rule=rule)
    )
    shelf.ballots.freeze(made.id, ROLL)
    marks = [{paper.options[n]: 1} for n, part in enumerate(parts) for _ in range(part)]
    marks = marks or [{} for _ in ROLL.units]  # a blank paper is one, too
    for n, (unit, each) in enumerate(zip(ROLL.units, marks, strict=False)):
        shelf.ballots.cast(made.id, Vote(unit=unit.key, marks=each, order=n), MONDAY)
    shelf.ballots.lock(made.id)
    votes = {u: v.marks for u, v in standing(shelf.ballots.votes(made.id)).items()}
    terms = Terms(method=METHODS[method], paper=paper, rule=rule)
    shelf.ballots.keep_result(made.id, tallied(terms, ROLL, votes))


@pytest.mark.parametrize("instrument", sorted(ADVISORY))
async def test_what_is_advisory_is_only_counted(town, instrument):
    made = await town.unit(lambda c: counted(c, town, "motion", 15))
    [(result,)] = await town.rows(BALLOTS.c.result)
    words = {"instrument": instrument, "result": {**result, "verdict": "counted"}}
    await town.alter(BALLOTS, **words)

    assert set(map(str, ADVISORY)) == recounting.ADVISORY
    assert made.instrument not in ADVISORY
    assert recounting.differences(await lying(town)) == []
    await town.alter(BALLOTS, result=result)
    assert recounting.differences(await lying(town)) == ["verdict"]


async def test_papers_of_a_secret_ballot_are_those_that_two_persons_counted(town):
    """Its votes are nobody's: they lie loose in the box, and what is on paper among them."""
    made = await town.unit(lambda c: counted(c, town, "motion", 15))
    [(result,)] = await town.rows(BALLOTS.c.result)
    votes = await town.rows(VOTES.c.marks)
    marks = [m for (m,) in votes]
    sent = {"whole": {"turnout": {}, "assent": {}, "base": "taking-part"}, "classes": {}}

    def hide(connection):
        shelf = town.house.shelf(connection)
        for papers, status in ((6, "counted"), (7, "refused")):
            batch = Batch(ballot=made.id, papers=papers, entered_by="wang", entrant=1)
            shelf.sealed.enter(replace(batch, status=BatchStatus(status)))
        shelf.sealed.spill(made.id, marks, [])

    await town.unit(hide)
    await town.alter(BALLOTS, secret=True, rule=sent, result={**result, "entered": 6})

    found = await lying(town)
    assert found.entered == 6
    assert "entered" not in recounting.differences(found)

    # whose mark is of which class nobody knows: what a class demanded is not counted anew
    every = {"turnout": {}, "assent": {"heads": "at least 1/1"}, "base": "roll"}
    said = {"rule": {**sent, "classes": {"resident": every}}}
    await town.alter(BALLOTS, **said, result={**result, "verdict": "carried"})
    assert "verdict" not in recounting.differences(await lying(town))


async def test_there_is_no_box_of_a_ballot_that_is_not_there(town):
    assert await lying(town, 9) is None


async def test_the_command_says_whether_the_counts_agree(tmp_path, monkeypatch):
    address = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    for name, value in (("TOKEN", TOKEN), ("COMMUNITY", str(EXAMPLE)), ("DATABASE_URL", address)):
        monkeypatch.setenv(f"LINLI_{name}", value)
    upgrade.upgrade(address)
    async with doors.opened(tmp_path, address) as town:
        await town.unit(lambda c: counted(c, town, "motion", 15))
        assert linli("2") == (MISTAKE, False)
        assert linli("1") == (OK, True)
        await town.alter(VOTES, marks={"against": 1})
        assert linli("1") == (FAILED, True)


def linli(number):
    """Return how the command ended, and whether it named the number of votes or what differs."""
    ended = CliRunner().invoke(main, ["ballots", "recount", number])
    return ended.exit_code, "15" in ended.output or "whole: heads: figures" in ended.output
