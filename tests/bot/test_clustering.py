"""The map of forty people and more: reckoned in another process, and told by the inbox."""

import asyncio
import multiprocessing
from dataclasses import replace

import pytest
import pytest_asyncio

from bot import clustering
from governance.deliberations.charts import Grouping
from governance.deliberations.opinions import Answer
from governance.deliberations.statements import Stance, Statement
from governance.deliberations.states import TopicStatus
from governance.notices import Address, Delivery, Fate, Kind
from services.opinions import packing
from services.opinions.mapping import MAP
from storage.outbox import OUTBOX
from storage.statements import Statements
from storage.topics import Topics
from tests.bot import doors
from tests.bot.doors import GROUP, MONDAY, Caller, arrival, message, walk
from tests.governance.deliberations.matters import TOPIC

ENQUIRY = Delivery(
    key="enquiry",
    kind=Kind.ENQUIRY,
    address=Address(chat=GROUP),
    facts={"about": MAP, "matter": 1},
)


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


def crowd(people, statements=7):
    """Return what lets so many people, in two camps, answer the statements of a topic."""

    def write(connection):
        number = 1
        topics, said = Topics(connection, number), Statements(connection)
        topic = topics.add(replace(TOPIC, at=MONDAY, text="装刷卡", status=TopicStatus.DISCUSSION))
        for _ in range(statements):
            whose = {"topic": topic.id, "person": 9, "stance": Stance.FOR, "at": MONDAY}
            each = said.add(Statement(text="发言", shown=True, **whose))
            for person in range(people):
                mark = Answer.AGREE if (person + each.number) % 2 else Answer.DISAGREE
                said.answer(each.id, 6000 + person, mark, MONDAY)

    return write


async def test_forty_people_are_reckoned_into_those_of_like_views(town):
    await town.unit(crowd(40))

    told = await clustering.reckon(town.house, ENQUIRY)

    chart = packing.unpack(told["map"])
    assert (chart.by, chart.people, chart.sizes) == (Grouping.VIEWS, 40, {"A": 20, "B": 20})
    assert len(chart.divided) == 7
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("people", "statements"), [(39, 7), (60, 6)])
async def test_below_forty_who_answered_seven_nothing_is_reckoned(town, people, statements):
    await town.unit(crowd(people, statements))

    assert await clustering.reckon(town.house, ENQUIRY) == {"matter": 1, "map": ""}


async def test_without_the_extra_the_map_is_of_what_is_known(town, monkeypatch):
    monkeypatch.setattr(clustering, "NEEDED", ("no_such_library",))
    await town.unit(crowd(40))

    assert await clustering.reckon(town.house, ENQUIRY) == {"matter": 1, "map": ""}


async def test_what_takes_too_long_is_ended(town):
    marks = {(f"p{n}", s): 1 for n in range(40) for s in range(7)}

    assert await asyncio.to_thread(clustering.apart, marks, 5, 0.0) == {}
    assert multiprocessing.active_children() == []


async def test_a_process_that_dies_reckons_nothing():
    assert await asyncio.to_thread(clustering.apart, {("p", 1): "no mark"}, 5) == {}


async def test_who_asks_in_the_group_reads_the_map_there(town, monkeypatch):
    await town.unit(crowd(40))
    camps = {str(6000 + n): "AB"[n % 2] for n in range(40)}
    monkeypatch.setattr(clustering, "available", lambda: True)
    monkeypatch.setattr(clustering, "apart", lambda *_: camps)
    heard = []

    await walk(town, arrival(1, {"message": message("/map T1", chat=GROUP)}))
    async with doors.sending(town, Caller()) as sender:
        sender.hear = heard.extend
        await town.settled()
    async with doors.working(town) as lanes:
        lanes.arrive(heard)

    told = await town.rows(OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.status)
    assert told == [("enquiry", GROUP, Fate.SENT), ("opinion-map", GROUP, Fate.WAITING)]
    _, (_, facts) = await town.rows(OUTBOX.c.words, OUTBOX.c.facts)
    assert packing.unpack(facts["map"]).sizes == {"A": 20, "B": 20}
