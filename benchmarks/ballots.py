"""One open ballot of many households in the bot's own world, and what its box came to."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection

from benchmarks import world
from benchmarks.presses import voter
from bot.house import House
from bot.recounting import differences
from governance.attention import awake
from governance.ballots.ballot import Ballot
from governance.ballots.bodies import BODIES
from governance.ballots.motion import MOTION
from governance.ballots.roll import Scope
from governance.ballots.states import BallotAction, Instrument
from governance.deliberations.states import Criterion, TopicStatus
from governance.deliberations.topic import Elements, Topic
from governance.directory import Person
from governance.quorum import Measure
from governance.residents import Residency, Resident, ResidentStatus
from services.ballots import acting, waiting
from storage.boxes import box
from storage.work import Work

BALLOT = 1
OPEN = timedelta(days=7)
BODY = BODIES["residents-households"]
Tally = dict[str, int]


def build(begin: Path, folder: Path, households: int) -> Path:
    """Make a world with one ballot open to so many households, each with one registered voter."""
    world.copied(begin, folder)
    asyncio.run(_opened(folder, households))
    with closing(sqlite3.connect(folder / world.FILE)) as database:
        database.execute("UPDATE outbox SET status = 'sent', message = 20000000 + id")
        database.execute("UPDATE cards SET message = 20000000 + rowid WHERE message IS NULL")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


async def _opened(folder: Path, households: int) -> None:
    made = await world.house(world.address(folder))
    town = world.TOWN
    # by night the card would not stand in the group before the morning
    now = awake(made.clock.now(), town.calendar.zone, town.deliberation)

    def unit(connection: Connection) -> None:
        chair = next(o for o in town.officers if o.key == "chen")
        work = made.work(connection, "ballot", chair.telegram, now)
        open_to(work, households, OPEN)

    await made.writer.submit(unit)
    await _closed(made)


def open_to(work: Work, households: int, lasts: timedelta) -> Ballot:
    """Let so many households be registered, and whoever acts open a ballot of theirs now."""
    _settle(work, households)
    ballot = work.ballots.add(_draft(work, _talked(work).id, lasts))
    acting.act(work, ballot.id, BallotAction.SCHEDULE)
    waiting.opened(work, ballot.id)
    return work.ballots.get(ballot.id)


def _settle(work: Work, households: int) -> None:
    buildings = [b.key for b in work.community.buildings]
    for number in range(households):
        who = voter(number)
        work.people.greet(Person(id=who, name="李秀芬", language="zh-CN"))
        work.people.reach(who, reachable=True)
        work.residents.save(
            Resident(
                person=who,
                building=buildings[number % len(buildings)],
                door=str(number),
                residency=Residency.SETTLED,
                status=ResidentStatus.VERIFIED,
                adult=True,
                asked_at=work.now,
            )
        )


def _talked(work: Work) -> Topic:
    said = "电梯要不要装刷卡"
    return work.topics.add(
        Topic(
            proposer=str(voter(0)),
            criteria=frozenset({Criterion.PUBLIC_INTEREST}),
            elements=Elements(
                participants="全体住户",
                question=said,
                form="线上",
                timetable="一周",
                use="居委会照办",
            ),
            status=TopicStatus.POLLING,
            at=work.now - OPEN,
            discussed_from=work.now - OPEN,
            summarised_at=work.now - OPEN / 2,
            statements=5,
        )
    )


def _draft(work: Work, topic: int, lasts: timedelta) -> Ballot:
    return Ballot(
        topic=topic,
        question="电梯要不要装刷卡？",
        instrument=Instrument.DELIBERATIVE,
        method="motion",
        paper=MOTION,
        body=BODY.key,
        rule=BODY.rule,
        scope=Scope(kind=BODY.kind, buildings=frozenset(b.key for b in work.community.buildings)),
        opens=work.now,
        closes=work.now + lasts,
        drafted_by="chen",
    )


def tally(folder: Path) -> tuple[Tally, list[str]]:
    """Let the house close and count the ballot of a world that no bot is at work on.

    Return its tally, and where the second program that counts the same box says otherwise.
    """
    return asyncio.run(_tally(folder))


async def _tally(folder: Path) -> tuple[Tally, list[str]]:
    made = await world.house(world.address(folder))

    def unit(connection: Connection) -> tuple[Tally, list[str]]:
        work = made.work(connection, "close", 0, made.clock.now() + OPEN)
        waiting.closed(work, BALLOT, turn=1, further=1)
        found, lying = work.ballots.result(BALLOT), box(connection, made.community_id, BALLOT)
        if found is None or lying is None:
            raise LookupError("the ballot was not counted")
        counted = found.whole.tallies[Measure.HEADS]
        return {o: int(counted.of(o)) for o in MOTION.options}, differences(lying)

    told = await made.writer.submit(unit)
    await _closed(made)
    return told


async def _closed(made: House) -> None:
    await made.writer.close()
    await made.reader.close()
