import asyncio
import json

import pytest
import pytest_asyncio
import structlog
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot import lanes
from governance.notices import Address
from governance.refusals import Refusal
from handlers.context import Toast
from services import deliveries
from storage.directory import PEOPLE
from storage.inbox import INBOX
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, WANG, arrival, message, press, walk, working

SECRET = "13800001111 王建国"
APOLOGY = doors.LIBRARY.speak("zh-CN").plain("apology")


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


@pytest.fixture
def routed(monkeypatch):
    """Replace the routes by one handler of this test, for messages and presses."""

    def route(handler):
        found = (MessageHandler(filters.ALL, handler), CallbackQueryHandler(handler))
        monkeypatch.setattr(lanes, "ROUTES", found)

    return route


def told(text, number=1, lane="chat:1", **more):
    return arrival(number, {"message": message(text, **more)}, lane)


async def inboxes(town):
    return await town.rows(INBOX.c.update_id, INBOX.c.status)


async def fates(town):
    """Return what became of all but the five lines that a stranger reads."""
    return [fate for fate in await town.fates() if fate[0] != "consent"]


def tells(key="stopped"):
    def verb(work):
        deliveries.notice(work, key, Address(chat=work.by.id), reader=work.by.id)

    return verb


async def test_a_lane_keeps_order_and_lanes_run_side_by_side(town, routed):
    begun, ended, first = [], [], asyncio.Event()

    async def handler(update, context):
        begun.append(update.update_id)
        if update.update_id == 1:
            await first.wait()
        await context.ask(tells())
        ended.append(update.update_id)
        if update.update_id == 3:
            first.set()

    routed(handler)

    made = await walk(town, told("a"), told("b", 2), told("c", 3, "chat:2"))

    assert begun == [1, 3, 2]
    assert ended == [3, 1, 2]
    assert await inboxes(town) == [(1, "done"), (2, "done"), (3, "done")]
    assert (made.busy, made.failed) == (0, 0)
    assert made.stirred == [0]


async def test_what_arrives_while_its_lane_walks_comes_after(town, routed):
    begun, go = [], asyncio.Event()

    async def handler(update, context):
        begun.append(update.update_id)
        await go.wait()
        await context.ask(tells())

    routed(handler)
    await doors.keep(town, told("a"), told("b", 2))
    async with working(town) as made:
        made.arrive([told("a")])
        await asyncio.sleep(0)
        made.arrive([told("b", 2)])
        assert (begun, made.busy) == ([1], 2)
        go.set()

    assert begun == [1, 2]


async def test_an_update_that_nobody_asks_about_is_done(town):
    await walk(town, told("随便聊聊", chat=GROUP), arrival(2, {}))

    assert await inboxes(town) == [(1, "done"), (2, "done")]
    assert await fates(town) == []
    assert await town.rows(INBOX.c.update_id, INBOX.c.raw) == [(1, None), (2, None)]


async def test_an_unforeseen_error_is_tried_once_more_at_once(town, routed):
    times = []

    async def handler(update, context):
        times.append(update.update_id)
        if times == [1]:
            raise ValueError(SECRET)
        await context.ask(tells())

    routed(handler)
    made = await walk(town, told("a"), told("b", 2))

    assert times == [1, 1, 2]
    assert await fates(town) == [("stopped", "waiting")] * 2
    assert made.failed == 0


async def test_an_error_that_stays_is_a_dead_letter_and_an_apology(town, routed):
    async def handler(_update, context):
        def verb(work):
            tells()(work)
            raise ValueError(SECRET)

        await context.ask(verb)

    routed(handler)

    with structlog.testing.capture_logs() as logs:
        made = await walk(town, told(SECRET, chat=GROUP), told("b", 2))

    assert await inboxes(town) == [(1, "dead"), (2, "dead")]
    assert await town.rows(OUTBOX.c.id, OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.reply_to) == [
        (1, "apology", GROUP, 7),
        (2, "apology", LI, None),
    ]
    [(_, raw, error), _] = await town.rows(INBOX.c.update_id, INBOX.c.raw, INBOX.c.error)
    assert (json.loads(raw)["update_id"], error) == (1, f"ValueError: {SECRET}")
    assert [e["event"] for e in logs if e["event"] != "update.heard"] == [
        "unit.failed",
        "update.dead",
    ] * 2
    assert [e for e in logs if e.get("exc_info") or "1380" in repr(e) or "王" in repr(e)] == []
    assert made.failed == 2


async def test_an_error_under_a_press_is_an_alert_and_no_message(town, routed):
    async def handler(_update, _context):
        raise ValueError

    routed(handler)

    made = await walk(town, arrival(1, press("c:1:accept")))

    assert made.answers == [("q1", Toast(APOLOGY, alert=True))]
    assert await fates(town) == []
    assert await inboxes(town) == [(1, "dead")]


async def test_what_cannot_be_parsed_is_a_dead_letter_and_stops_nothing(town):
    poison = arrival(1, {"message": {"message_id": "?", "chat": 7, "text": SECRET}})

    with structlog.testing.capture_logs() as logs:
        await walk(town, poison, lanes.Arrival(3, "chat:1", f"{SECRET} {{"), told("/my", 2))

    assert await inboxes(town) == [(1, "dead"), (2, "done"), (3, "dead")]
    assert await fates(town) == [("my-cases", "waiting")]
    assert [e["event"] for e in logs if e["event"] != "update.heard"] == ["update.dead"] * 2
    assert [e for e in logs if "1380" in repr(e) or "王" in repr(e)] == []


async def test_a_refused_message_is_told_in_the_same_commit_without_the_verbs_writes(town, routed):
    async def handler(_update, context):
        def verb(work):
            work.people.speak(LI, "en")
            tells()(work)
            raise Refusal("refusal-reason")

        with pytest.raises(Refusal):
            await context.ask(verb)

    routed(handler)
    commits = town.house.writer.commits

    await walk(town, told("a", chat=GROUP))

    assert town.house.writer.commits == commits + 2  # one to keep the update, one for all the rest
    columns = (OUTBOX.c.id, OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.reply_to, OUTBOX.c.reader)
    assert await town.rows(*columns) == [(1, "refusal-reason", GROUP, 7, LI)]
    assert await town.rows(PEOPLE.c.id, PEOPLE.c.language) == [(LI, "zh-CN")]
    assert await inboxes(town) == [(1, "done")]


async def test_a_refusal_carries_its_facts(town):
    await walk(town, told("/status 7"), told("/status", 2))

    assert await fates(town) == [("refusal-no-case", "waiting"), ("refusal-number", "waiting")]


async def test_a_refused_press_is_an_alert_and_no_message(town):
    made = await walk(town, arrival(1, press("c:99:accept")), arrival(2, press("junk")))

    texts = doors.LIBRARY.speak("zh-CN")
    assert made.answers == [
        ("q1", Toast(texts.plain("refusal-no-case"), alert=True)),
        ("q1", Toast(texts.plain("refusal-no-dialogue"), alert=True)),
    ]
    assert await fates(town) == []
    assert await inboxes(town) == [(1, "done"), (2, "done")]


async def test_a_press_that_is_taken_is_answered_after_its_commit(town):
    await town.report()

    made = await walk(town, arrival(1, press("c:1:accept", chat=WANG, sender=WANG)))

    assert made.answers == [("q1", Toast("#1 已接单"))]
    assert await inboxes(town) == [(1, "done")]


async def test_a_second_ask_is_a_mistake_of_ours(town, routed):
    errors = []

    async def handler(_update, context):
        await context.ask(tells())
        with pytest.raises(RuntimeError) as caught:
            context.ask(tells("help"))
        errors.append(str(caught.value))

    routed(handler)

    await walk(town, told("a"))

    assert errors == ["an update has one verb: it was asked already"]
    assert await fates(town) == [("stopped", "waiting")]


async def test_an_update_done_before_does_nothing(town):
    await walk(town, told("/my"))

    again = await walk(town, told("/my"), arrival(2, press("junk")))
    repeated = await walk(town, arrival(2, press("junk")))

    assert await fates(town) == [("my-cases", "waiting")]
    assert (again.failed, again.busy) == (0, 0)
    assert repeated.answers == []


async def test_what_is_lost_stays_open_for_the_next_start(town, routed):
    async def handler(_update, context):
        await town.house.writer.close()
        await context.ask(tells())

    routed(handler)

    made = await walk(town, told("a"))

    assert made.failed == 0
    assert await inboxes(town) == [(1, "open")]


async def test_handlers_have_no_bot(town, routed):
    caught = []

    async def handler(update, context):
        bot = update.message.get_bot()
        caught.append((bot.username, bot.id))
        for said in (update.message.reply_text, update.message.reply_photo):
            with pytest.raises(AttributeError):
                await said("x")
        with pytest.raises(AttributeError):
            await bot.send_message(1, "x")
        await context.ask(tells())

    routed(handler)

    await walk(town, told("a"))

    assert caught == [(doors.NAME, doors.BOT)]


async def test_nothing_that_people_wrote_is_logged(town):
    said = [f"/report {SECRET}", f"/status {SECRET}", SECRET, f"/lang {SECRET}"]

    with structlog.testing.capture_logs() as logs:
        await walk(town, *(told(text, n) for n, text in enumerate(said)))
        await walk(town, arrival(20, press(f"c:1:{SECRET}")))

    assert [e for e in logs if "1380" in repr(e) or "王" in repr(e)] == []
    assert {status for _, status in await inboxes(town)} == {"done"}
