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
from governance.ballots.ballot import Ballot
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.result import Terms, tallied
from governance.ballots.roll import Participant, Roll, Scope, VotingUnit
from governance.ballots.states import BallotStatus, Channel, Instrument, VoteStatus
from governance.ballots.votes import Vote, standing
from governance.procedure import UnitKind
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
    shelf.ballots.keep_result(made.id, tallied(terms, ROLL, votes))
    return made


def lying(town, number=1):
    return town.unit(lambda c: box(c, town.house.community_id, number))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("voting", [0, 7, 15])
async def test_it_agrees_with_the_first_whatever_the_method(town, method, voting):
    await town.unit(lambda c: counted(c, town, method, voting))

    found = await lying(town)
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
        ({"verdict": "invalid"}, "quorum"),
        ({"chosen": ["bench", "tree"]}, "chosen"),
        ({"tied": ["bench"]}, "tied"),
    ],
)
async def test_a_result_that_was_altered_shows(town, change, told):
    await town.unit(lambda c: counted(c, town, "score", 15))
    [(result,)] = await town.rows(BALLOTS.c.result)
    await town.alter(BALLOTS, result={**result, **change})

    assert recounting.differences(await lying(town)) == [told]


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
