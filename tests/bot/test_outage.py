"""After a long outage: what became stale is dropped and told of once, what matters is told."""

import asyncio
import time
from bisect import bisect_left
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select
from telegram.error import RetryAfter

from bot import failing
from bot.errors import NeverLeft, OutcomeUnknown
from bot.pacing import Pace, Pacer, Window
from bot.sending import Sender
from governance.notices import Address, Policy, Priority
from storage import ending, outbox
from storage.cards import CARDS
from storage.chats import CHATS
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import GROUP, LI, MONDAY, WANG, ZHANG, notice, sheet

NUDGE = notice("stopped", policy=Policy.ONCE, priority=Priority.REMINDER)
REMINDER = notice("stopped", priority=Priority.REMINDER)
LINE = "在断线期间有 3 条提醒已过期，未再发送。"


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        yield town


@pytest_asyncio.fixture
async def caller():
    return doors.Caller()


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(failing, "PAUSES", (0,))


async def carried(town, caller):
    async with doors.sending(town, caller):
        await town.settled()
    return [(p["chat_id"], p["text"]) for _, p in caller.calls if "text" in p]


async def test_days_later_one_line_a_chat_stands_for_all_that_is_stale(town, caller):
    other = doors.elsewhere(NUDGE, ZHANG)
    await town.put(NUDGE, NUDGE, REMINDER, notice(), other)
    town.house.clock.at = MONDAY + timedelta(days=3)
    fresh = notice("stopped", priority=Priority.REMINDER)
    await town.put(fresh, at=ms(town.house.clock.at))

    told = await carried(town, caller)

    assert told.count((LI, LINE)) == 1
    assert told.count((ZHANG, LINE.replace("3", "1"))) == 1
    assert len(told) == 4  # the two lines, the answer, and the reminder of today
    statuses = [status for _, status in await town.fates()]
    assert statuses.count("expired") == 4
    assert town.house.counts.fates["notice", "expired"] == 4


async def test_what_is_stale_behind_what_is_not_stands_in_the_same_line(town, caller):
    await town.put(NUDGE)
    town.house.clock.at = MONDAY + timedelta(days=3)
    await town.put(notice("stopped", priority=Priority.REMINDER), at=ms(town.house.clock.at))
    await town.put(REMINDER, NUDGE)

    told = await carried(town, caller)

    assert [text for _, text in told if "已过期" in text] == [LINE]


async def test_what_expires_in_the_midst_of_the_outage_makes_the_same_line_longer(town):
    await town.put(NUDGE, NUDGE, NUDGE)
    ids = [number for (number,) in await town.rows(OUTBOX.c.id)]

    told = [await town.unit(lambda c, i=i: ending.expire(c, [i], 0)) for i in (*ids, ids[0])]

    assert told == [1, 1, 1, 0]
    lines = await town.rows(OUTBOX.c.words, OUTBOX.c.facts)
    assert [facts for words, facts in lines if words == ending.DROPPED] == [{"count": 3}]


async def test_what_was_in_flight_is_not_expired_under_way(town, caller):
    await town.put(REMINDER)
    caller.open.clear()
    async with doors.sending(town, caller) as sender:
        await caller.asked(1)
        town.house.clock.at = MONDAY + timedelta(days=3)
        sender.wake()
        await town.house.reader.run(outbox.waiting)
        caller.open.set()
        await town.settled()

    assert await town.fates() == [("stopped", "sent")]


async def test_what_waits_for_a_closed_group_expires_when_it_opens(town, caller):
    await town.put(notice("stopped", address=Address(chat=GROUP), priority=Priority.REMINDER))
    await town.put(notice(address=Address(chat=GROUP)))
    await town.alter(CHATS, can_write=False)
    town.house.clock.at = MONDAY + timedelta(days=3)
    before = await carried(town, caller)
    await town.alter(CHATS, can_write=True)

    told = await carried(town, caller)

    assert before == []
    assert [chat for chat, _ in told] == [GROUP, GROUP]
    assert LINE.replace("3", "1") in [text for _, text in told]


async def test_a_long_outage_does_not_use_up_the_tries_of_what_may_have_arrived(town, caller):
    await town.put(notice())
    caller.script.extend([*[NeverLeft("DNS")] * 9, OutcomeUnknown("HTTP 502")])

    await carried(town, caller)

    assert await town.fates() == [("nothing-to-stop", "sent")]


class Answers(doors.Caller):
    """Says who the bot is, whatever else fails."""

    async def call(self, method, params):
        return {} if method == "getMe" else await super().call(method, params)


@pytest.mark.parametrize(
    ("what", "times", "fate"),
    [
        (notice(), 5, "uncertain"),
        (notice(policy=Policy.ONCE), 1, "uncertain"),
        (notice(policy=Policy.ALWAYS), 21, "sent"),
        (sheet(), 2, "uncertain"),
    ],
    ids=["notice", "nudge", "disclosure", "card"],
)
async def test_its_kind_says_how_often_it_is_sent(town, what, times, fate):
    caller = Answers()
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.put(what)
    caller.script.extend([OutcomeUnknown("HTTP 502")] * 20)

    async with doors.sending(town, caller):
        mine = select(OUTBOX.c.status).order_by(OUTBOX.c.id.desc())
        await town.until(lambda c: c.execute(mine).scalar() not in {"waiting", "claimed"})
        calls = [p for _, p in caller.calls if p["chat_id"] == what.address.chat]

    assert (len(calls), (await town.rows(OUTBOX.c.id, OUTBOX.c.status))[-1][1]) == (times, fate)


@pytest.mark.parametrize(("what", "most"), [(sheet(), 2), (notice(), 5)], ids=["card", "notice"])
async def test_the_last_time_is_kept_for_a_telegram_that_answers(
    town, caller, monkeypatch, what, most
):
    monkeypatch.setattr(failing, "PAUSES", (0.01,))
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.put(what)
    unknown = OutcomeUnknown("HTTP 502")
    caller.script.extend([unknown] * (most - 1))
    caller.script.extend([unknown, NeverLeft("DNS"), unknown])  # nobody answers getMe either
    caller.script.append(RetryAfter(30))  # who says wait is there

    async with doors.sending(town, caller):
        await town.settled()

    called = [method for method, _ in caller.calls]
    assert called == ["sendMessage"] * (most - 1) + ["getMe"] * 4 + ["sendMessage"]
    assert {status for (status,) in await town.rows(OUTBOX.c.status)} == {"sent"}


async def test_an_edit_counts_for_the_chat_where_its_card_stands(town):
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.alter(CARDS, message=77, chat=GROUP)
    await town.put(sheet())

    [card] = await town.house.reader.run(outbox.waiting)

    assert (card.address.chat, card.goes_to) == (WANG, GROUP)


async def test_a_chat_with_more_than_a_page_of_its_own_does_not_hide_the_others(
    town, caller, monkeypatch
):
    flood = [notice(address=Address(chat=GROUP)) for _ in range(outbox.PAGE + 50)]
    await town.put(*flood)
    await town.put(doors.elsewhere(notice("stopped"), ZHANG))
    slow = Pacer(Pace(chat=Window(count=1, seconds=3600.0)))

    async with asyncio.TaskGroup() as tasks:
        sender = Sender(town.house, caller, slow, tasks, town.stirred.set)
        running = tasks.create_task(sender.run())
        async with asyncio.timeout(5):
            await caller.asked(2)
        sender.stopping = True
        sender.wake()
        await running
        await sender.landed()

    assert {p["chat_id"] for _, p in caller.calls} == {GROUP, ZHANG}


async def test_however_late_they_are_drawn_no_window_is_passed_on_the_wire(town):
    """The database stands still while what was let go waits for its claim."""
    seconds, count = 0.3, 5
    pace = Pace(bot=Window(count=count, seconds=seconds), chat=Window(count=1, seconds=0.0))
    left = []

    class Wire(doors.Caller):
        async def call(self, method, params):
            left.append(time.monotonic())
            return await super().call(method, params)

    people = range(8000, 8020)
    await town.met(*people)
    await town.put(*[doors.elsewhere(notice(policy=Policy.ONCE), who) for who in people])
    async with asyncio.TaskGroup() as tasks:
        sender = Sender(town.house, Wire(), Pacer(pace), tasks, town.stirred.set)
        sender._stir = lambda: (town.stirred.set(), sender.wake())
        town.house.writer.submit(lambda _: time.sleep(0.1))
        running = tasks.create_task(sender.run())
        await asyncio.sleep(0.05)
        standing = town.house.writer.submit(lambda _: time.sleep(2 * seconds))
        await town.settled()
        await standing
        sender.stopping = True
        sender.wake()
        await running
        await sender.landed()

    assert len(left) == 20
    fullest = max(bisect_left(left, at + seconds) - i for i, at in enumerate(left))
    assert fullest <= count
