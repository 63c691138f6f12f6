"""Two copies add the household that a matter still lacks, at the same moment: it is asked once.

Each unit of work stays in the midst of its transaction until the other stands there too, or waits
for its turn to begin: so the two overlap, and neither sees what the other has not committed.
"""

import asyncio
import time
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from bot.ticks import Ticks
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import Person
from governance.residents import Residency, Resident, ResidentStatus
from services.cases import reporting
from services.deliberations import promoting, proposing
from services.hearing import Heard
from storage import onserver
from storage.onserver import WRITERS
from tests.bot import doors
from tests.bot.doors import COMMUNITY, GROUP, LIFT, MONDAY, SAID
from tests.storage.units import told

HOUSE = 6001  # the account of the first household, the others after it
ENOUGH = {
    "proposal": COMMUNITY.deliberation.seconds,
    "cases": COMMUNITY.deliberation.promote_households,
}
WAITING = text("SELECT locktype, coalesce(classid::bigint, 0) FROM pg_locks WHERE NOT granted")
TURN = ("advisory", WRITERS)
PATIENCE = 5


class Overlap:
    """Holds a unit until another stands in its own transaction; `waited` says for what one did."""

    def __init__(self):
        self.inside, self.waited = 0, []

    def hold(self, connection):
        self.inside += 1
        end, alone = time.monotonic() + PATIENCE, self.inside == 1
        while alone and self.inside == 1 and not self.waited:
            assert time.monotonic() < end, "nobody else came"
            self.waited = [tuple(row) for row in connection.execute(WAITING)]
            time.sleep(0.005)


def settled(work, number):
    work.people.greet(Person(id=HOUSE + number, name=f"p{number}", language="zh-CN"))
    home = {"building": "b3", "door": f"{100 + number}", "residency": Residency.SETTLED}
    given = {"status": ResidentStatus.VERIFIED, "adult": True, "asked_at": MONDAY}
    work.residents.save(Resident(person=HOUSE + number, **home, **given))


def support(kind, work, number):
    """Let a household stand behind the matter: second the proposal, or report the same."""
    if kind == "proposal":
        assert proposing.second(work, 1)
    else:
        heard = Heard(text=f"{SAID}{number}", photo="", chat=GROUP, message=number, reading=LIFT)
        reporting.report(work, heard)


async def by(house, number, do, *given, hold=lambda _: None):
    def unit(connection):
        work = house.work(connection, f"u{number}", HOUSE + number, MONDAY)
        do(*given, work, number)
        hold(connection)

    return await house.writer.submit(unit)


@asynccontextmanager
async def two_copies(folder, postgres, kind, short):
    """Open two copies over one database, where a matter lacks so many households."""
    database, there = postgres.fresh(), ENOUGH[kind] - short
    async with doors.opened(folder, database) as one, doors.opened(folder, database) as other:

        def begin(work, _):
            for number in range(ENOUGH[kind] + short):
                settled(work, number)
            if kind == "proposal":
                idea = Topic(proposer=str(HOUSE), text=SAID, criteria=frozenset(), at=MONDAY)
                work.topics.add(idea)

        await by(one.house, 0, begin)
        for number in range(there):
            await by(one.house, number, support, kind)
        yield one.house, other.house


async def together(copies, kind, short, overlap):
    """Let both copies add a household in transactions that overlap; return what became of them."""
    first = ENOUGH[kind] - short
    units = [
        asyncio.ensure_future(by(house, first + n, support, kind, hold=overlap.hold))  # noqa: TID251
        for n, house in enumerate(copies)
    ]
    return await told(units)


async def rung(copies, overlap):
    """Let both copies look at once for what is due, and begin it in transactions that overlap."""

    def promoted(work, **words):
        promoting.promote(work, **words)
        overlap.hold(work.connection)

    ticks = [Ticks(house) for house in copies]
    for each in ticks:
        each._verbs = {**each._verbs, "topic_promote": promoted}
    await asyncio.gather(*(each.look() for each in ticks))


async def standing(house):
    """Return each topic's state, and how often it was put before the committee."""

    def read(connection):
        work = house.work(connection, "look", 0, MONDAY)
        found = work.topics.standing(tuple(TopicStatus))
        steps = [[p.action for p in work.topics.passages(t.id)] for t in found]
        return [(t.status, s.count(TopicAction.REVIEW)) for t, s in zip(found, steps, strict=True)]

    return await house.writer.submit(read)


@pytest.mark.parametrize("short", [1, 2])
async def test_of_two_seconds_at_once_one_puts_the_proposal_before_the_committee(
    tmp_path, postgres, short
):
    overlap = Overlap()
    async with two_copies(tmp_path, postgres, "proposal", short) as copies:
        assert await together(copies, "proposal", short, overlap) == [None, None]
        assert await standing(copies[0]) == [(TopicStatus.PRE_REVIEW, 1)]
        seconds = await copies[0].writer.submit(
            lambda c: len(copies[0].work(c, "count", 0, MONDAY).topics.seconds(1))
        )

    assert seconds == ENOUGH["proposal"] - short + 2
    assert overlap.waited == [TURN]


@pytest.mark.parametrize("short", [1, 2])
async def test_of_two_reports_at_once_one_makes_the_cases_a_topic(tmp_path, postgres, short):
    reports, rings = Overlap(), Overlap()
    async with two_copies(tmp_path, postgres, "cases", short) as copies:
        assert await together(copies, "cases", short, reports) == [None, None]
        assert await standing(copies[0]) == []
        await rung(copies, rings)
        assert await standing(copies[0]) == [(TopicStatus.PRE_REVIEW, 1)]

    assert (reports.waited, rings.waited) == ([TURN], [TURN])


@pytest.mark.parametrize("kind", ["proposal", "cases"])
async def test_if_writers_took_no_turns_nobody_would_have_crossed_it(
    tmp_path, postgres, monkeypatch, kind
):
    """What keeps the threshold is that one writer of a community begins after another.

    Else two that second miss each other, and of two that report one has the other's number.
    """
    monkeypatch.setattr(onserver, "_ALONE_AS", text("SELECT pg_current_xact_id()::text AS xid"))
    overlap = Overlap()
    async with two_copies(tmp_path, postgres, kind, 2) as copies:
        await together(copies, kind, 2, overlap)
        await asyncio.gather(*(Ticks(house).look() for house in copies))
        crossed = [each for each in await standing(copies[0]) if each[1]]

    assert (TURN in overlap.waited, crossed) == (False, [])
