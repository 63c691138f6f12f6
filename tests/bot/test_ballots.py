"""Votes through the doors: by when a press was written down it counts, and who presses hears."""

from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.ticks import Ticks
from governance.ballots.states import BallotAction, BallotStatus
from governance.deliberations.states import TopicStatus
from governance.residents import Residency, Resident, ResidentStatus
from services.ballots import acting
from storage import inbox
from storage.ballots import BALLOTS
from storage.inbox import INBOX
from storage.rows import ms
from storage.votes import VOTES
from tests.bot import doors
from tests.bot.booth import polled
from tests.bot.doors import BOT, GROUP, LI, MONDAY, ZHANG, arrival, walk
from tests.governance.ballots.town import BALLOT
from tests.governance.deliberations.matters import TALKED

CHEN, CLOSES = 3001, MONDAY + timedelta(days=3)
S = BallotStatus


@pytest_asyncio.fixture(params=["sqlite", "postgres"])
async def town(request, tmp_path):
    """A town in which a ballot of building 3 is open, for two households."""
    on_server = request.param == "postgres"
    migrated = request.getfixturevalue("postgres").fresh() if on_server else None
    async with doors.opened(tmp_path, migrated) as town:
        await town.unit(lambda c: hold(town, c))
        await Ticks(town.house).look()
        yield town


def hold(town, connection):
    work = town.house.work(connection, "hold", CHEN, MONDAY)
    for person, door in ((LI, "101"), (ZHANG, "102")):
        home = {"person": person, "building": "b3", "door": door, "residency": Residency.SETTLED}
        work.residents.save(
            Resident(**home, status=ResidentStatus.VERIFIED, asked_at=MONDAY, adult=True)
        )
    since = {"discussed_from": MONDAY - timedelta(days=4), "summarised_at": MONDAY}
    topic = work.topics.add(replace(TALKED, **since, status=TopicStatus.POLLING, at=MONDAY))
    made = replace(BALLOT, id=0, topic=topic.id, opens=MONDAY, closes=CLOSES, question="装吗")
    acting.act(work, work.ballots.add(made).id, BallotAction.SCHEDULE)


def pressed(number, data, person=LI, chat=GROUP):
    """Return a press as Telegram gives it."""
    query = {
        "id": f"q{number}",
        "chat_instance": "1",
        "data": data,
        "from": {"id": person, "is_bot": False, "first_name": "p", "language_code": "zh"},
        "message": {"message_id": 9, "date": 1, "chat": {"id": chat, "type": "supergroup"}},
    }
    return arrival(number, {"callback_query": query})


async def given(town, *arrivals):
    """Let presses be written down and done, one after another; return their toasts."""
    return [toast for each in arrivals for _, toast in (await walk(town, each)).answers]


async def written(town, at, *arrivals):
    """Let updates be written down at a time; nobody takes them up yet."""
    await town.unit(lambda c: inbox.keep(c, BOT, ms(at), arrivals))


async def test_the_toast_says_the_vote_to_whoever_pressed_and_nothing_goes_out(town):
    before = await town.rows(doors.OUTBOX.c.words)

    [toast] = await given(town, pressed(1, "b:1:mark=1"))

    assert toast.text == "已记下：反对。截止前可以改。"
    assert await town.rows(doors.OUTBOX.c.words) == before
    assert await town.rows(VOTES.c.unit, VOTES.c.marks) == [("b3/101", {"against": 1})]
    assert await town.rows(INBOX.c.raw) == [(None,)]


async def test_a_press_that_was_written_down_in_time_counts_when_its_turn_comes_late(town):
    in_time, late = pressed(1, "b:1:mark=0"), pressed(2, "b:1:mark=0", person=ZHANG)
    await written(town, CLOSES - timedelta(milliseconds=1), in_time)
    await written(town, CLOSES, late)
    town.house.clock.at = CLOSES + timedelta(minutes=5)
    ticks = Ticks(town.house)

    await ticks.look()
    assert await town.rows(BALLOTS.c.status) == [(S.OPEN,)]  # it waits for what came in time
    toasts = await given(town, in_time, late)
    for _ in range(3):
        town.house.clock.at += timedelta(seconds=2)
        await polled(town)
        await ticks.look()

    assert "已记下：赞成" in toasts[0].text
    assert "已经截止" in toasts[1].text
    assert await town.rows(VOTES.c.unit, VOTES.c.status) == [("b3/101", "locked")]
    assert await town.rows(BALLOTS.c.status) == [(S.TALLIED,)]


async def test_the_same_press_given_twice_is_one_vote(town):
    await walk(town, pressed(1, "b:1:mark=0"))
    await walk(town, pressed(2, "b:1:mark=1"))
    await walk(town, pressed(1, "b:1:mark=0"))

    assert await town.rows(VOTES.c.marks) == [({"against": 1},)]


@pytest.mark.parametrize(
    ("data", "person", "chat", "words"),
    [
        ("b:1:mark=0", 77, GROUP, "不在这次表决的名册里"),
        ("b:1:mark=0", LI, -777, "不在它该在的群里"),
        ("b:1:mark=0", 1087968824, GROUP, "匿名管理员和频道身份不能投票"),
        ("b:9:mark=0", LI, GROUP, "没有这个表决"),
        ("b:1:mark=7", LI, GROUP, "已经过去了"),
        ("b:1:mark=x", LI, GROUP, "已经过去了"),
        ("b:1:unheard-of", LI, GROUP, "已经过去了"),
        ("b:1:paper", LI, GROUP, "已经过去了"),
        ("b:1:certify", LI, GROUP, "现在不能这样做"),
        ("b:1:enter", LI, LI, "工作人员"),
    ],
)
async def test_what_does_not_count_is_said_in_a_sentence(town, data, person, chat, words):
    [toast] = await given(town, pressed(1, data, person=person, chat=chat))

    assert toast.alert
    assert words in toast.text
    assert await town.rows(VOTES.c.unit) == []
