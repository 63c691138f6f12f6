import asyncio
from dataclasses import replace
from itertools import count
from types import SimpleNamespace

import pytest_asyncio
import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot import sending
from bot.errors import NeverLeft
from bot.pacing import Pace, Pacer, Window
from governance.notices import Address, Fate, Kind, Policy, Priority
from storage import outbox
from storage.cards import CARDS
from storage.directory import PEOPLE
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, SHEET, STAFF, WANG, ZHANG, notice, sheet

ONCE = Policy.ONCE
REPORT = [("receipt", "sent")]


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        yield town


@pytest_asyncio.fixture
async def caller():
    return doors.Caller()


BLOCKED = Forbidden("Forbidden: bot was blocked by the user")


async def test_a_private_chat_that_is_closed_is_remembered_and_one_that_opens_too(town, caller):
    await town.put(notice())
    caller.script.append(BLOCKED)

    async with doors.sending(town, caller):
        await town.settled()
        await town.put(doors.elsewhere(notice(), ZHANG))
        await town.settled()

    reachable = {LI: False, ZHANG: True, WANG: None}
    assert dict(await town.rows(PEOPLE.c.id, PEOPLE.c.reachable)) == reachable


async def test_a_message_to_another_address_is_no_answer_there(town, caller):
    await town.put(notice(address=Address(chat=-9, reply_to=7)))
    caller.script.append(ChatMigrated(-1009))

    async with doors.sending(town, caller):
        await town.settled()

    assert [(p["chat_id"], "reply_parameters" in p) for _, p in caller.calls] == [
        (-9, True),
        (-1009, False),
    ]


async def test_what_never_left_is_sent_again(town, caller):
    await town.put(notice(), notice("stopped"))
    caller.script.append(NeverLeft("DNS"))

    async with doors.sending(town, caller):
        await town.settled()

    assert await town.rows(OUTBOX.c.id, OUTBOX.c.tries) == [(1, 2), (2, 1)]
    texts = [p["text"][:3] for _, p in caller.calls]
    assert texts == ["现在没", "现在没", "已退出"]  # nothing overtakes in one chat


async def test_what_ended_while_the_outbox_was_read_is_not_overtaken_in_its_chat(town, caller):
    first, second = (replace(notice(), id=number) for number in (1, 2))

    async with doors.sending(town, caller) as sender:
        sender._ended = {first.id: LI}
        sender._waiting._add([first, second])

        assert sender._choose() == ([], [], None)


async def test_markup_that_cannot_be_read_is_sent_as_plain_words(town, caller):
    await town.put(notice("help", facts={"community": "A&B"}))
    caller.script.append(BadRequest("Can't parse entities: unclosed start tag"))

    async with doors.sending(town, caller):
        await town.settled()

    (_, first), (_, second) = caller.calls
    assert (first["parse_mode"], second.get("parse_mode")) == ("HTML", None)
    assert [p["text"].split("\n")[0] for p in (first, second)] == [
        "您好，我是<b>A&amp;B</b>的“邻里”。",
        "您好，我是A&B的“邻里”。",
    ]


async def test_a_card_is_edited_in_place_the_second_time(town, caller):
    await town.report()

    async with doors.sending(town, caller):
        await town.settled()
        await town.put(sheet())
        await town.settled()

    first, second = caller.calls
    assert (first[0], first[1]["chat_id"]) == ("sendMessage", WANG)
    assert (second[0], second[1]["message_id"]) == ("editMessageText", 101)
    assert await town.cards() == [(SHEET, WANG, 101)]


async def test_a_card_whose_message_is_gone_is_posted_anew(town, caller):
    await town.report()
    await town.alter(CARDS, message=77)
    caller.script.append(BadRequest("Message to edit not found"))

    async with doors.sending(town, caller):
        await town.settled()

    assert [method for method, _ in caller.calls] == ["editMessageText", "sendMessage"]
    assert await town.cards() == [(SHEET, WANG, 101)]


async def test_a_card_stays_in_its_chat_when_its_reader_is_now_reached_elsewhere(town, caller):
    await town.report()
    await town.alter(CARDS, chat=STAFF, message=77)

    async with doors.sending(town, caller):
        await town.settled()

    [(method, params)] = caller.calls
    assert (method, params["chat_id"], params["message_id"]) == ("editMessageText", STAFF, 77)
    assert params["text"].split("\n")[0].startswith("<a href=")  # drawn as the group sees it
    assert await town.cards() == [(SHEET, STAFF, 77)]


async def test_a_card_asked_for_during_its_send_is_drawn_again(town, caller):
    await town.report()
    caller.open.clear()

    async with doors.sending(town, caller):
        await caller.asked(1)
        await town.put(sheet())
        caller.open.set()
        await town.settled()

    assert [method for method, _ in caller.calls] == ["sendMessage", "editMessageText"]
    assert await town.fates() == [*REPORT, ("worksheet", "sent")]


async def test_a_card_asked_for_afresh_during_an_edit_is_posted_anew(town, caller):
    await town.report()
    await town.alter(CARDS, message=77)
    caller.open.clear()

    async with doors.sending(town, caller):
        await caller.asked(1)
        await town.alter(CARDS, message=None)
        await town.put(sheet())
        caller.open.set()
        await town.settled()

    assert [method for method, _ in caller.calls] == ["editMessageText", "sendMessage"]
    assert await town.cards() == [(SHEET, WANG, 102)]


async def test_what_cannot_be_drawn_stops_nothing(town, caller):
    await town.put(notice("no-such-words"), notice("worksheet", kind=Kind.CARD, subject=SHEET))
    await town.put(notice())

    with structlog.testing.capture_logs() as logs:
        async with doors.sending(town, caller):
            await town.settled()

    assert [fate for _, fate in await town.fates()] == ["undeliverable", "undeliverable", "sent"]
    assert [e["event"] for e in logs if e["log_level"] == "error"] == ["delivery.broken"] * 2


async def test_nothing_that_telegram_quotes_is_logged(town, caller):
    await town.put(notice(), notice())
    caller.script.extend([BadRequest("Wrong 13800001111"), RuntimeError("13800001111")])

    with structlog.testing.capture_logs() as logs:
        async with doors.sending(town, caller):
            await town.settled()

    assert len(logs) == 3
    assert [e for e in logs if "13800001111" in repr(e)] == []
    assert [e for e in logs if e.get("exc_info")] == []  # its last line is the error's words
    assert await town.rows(OUTBOX.c.id, OUTBOX.c.error) == [
        (1, "BadRequest: Wrong 13800001111"),
        (2, "RuntimeError: 13800001111"),
    ]


async def test_one_is_in_flight_in_a_chat_and_many_in_many(town, caller):
    await town.put(notice(), notice(), *(doors.elsewhere(notice(), c) for c in (GROUP, STAFF)))
    caller.open.clear()

    async with doors.sending(town, caller) as sender:
        await caller.asked(3)
        sender.wake()
        assert sender.flying == {LI, GROUP, STAFF}
        caller.open.set()
        await town.settled()

    chats = [p["chat_id"] for _, p in caller.calls]
    assert (set(chats[:3]), chats[3:]) == ({LI, GROUP, STAFF}, [LI])
    assert caller.most == 3


async def test_the_urgent_goes_first_and_equals_keep_their_order(town, caller):
    levels = (Priority.BROADCAST, Priority.ANSWER, Priority.DANGER, Priority.ANSWER)
    keys = ("help", "stopped", "nothing-to-stop", "language-chosen")
    facts = {"community": "甲"}
    await town.put(
        *(notice(k, priority=p, facts=facts) for k, p in zip(keys, levels, strict=True))
    )

    async with doors.sending(town, caller):
        await town.settled()

    told = [p["text"][:2] for _, p in caller.calls]
    assert told == ["现在", "已退", "好的", "您好"]


async def test_a_slot_that_opens_meanwhile_is_not_for_the_less_urgent(town, caller, monkeypatch):
    broadcast = notice(address=Address(chat=GROUP), priority=Priority.BROADCAST)
    waiting = [replace(each, id=number) for number, each in enumerate([broadcast, notice()])]
    pacer, ticks = Pacer(Pace(bot=Window(count=1, seconds=1.5))), count(1)
    pacer.sent(ZHANG, 0, edit=False)

    async with doors.sending(town, caller) as sender:
        sender._pacer = pacer
        sender._waiting._add(waiting)
        with monkeypatch.context() as patch:
            patch.setattr(sending, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
            leaving, _, pause = sender._choose()

    assert (leaving, pause) == ([], 0.5)


async def test_what_goes_once_is_claimed_before_it_leaves(town, caller):
    await town.put(notice(policy=ONCE), doors.elsewhere(notice(), ZHANG))
    caller.open.clear()

    async with doors.sending(town, caller):
        await caller.asked(2)
        during = [fate for _, fate in await town.fates()]
        caller.open.set()
        await town.settled()

    assert during == ["claimed", "waiting"]
    assert [fate for _, fate in await town.fates()] == ["sent", "sent"]


async def test_a_claim_of_a_process_that_died_is_uncertain_and_not_sent(town, caller):
    await town.put(notice(policy=ONCE))
    await town.unit(lambda c: outbox.claim(c, 1))

    with structlog.testing.capture_logs() as logs:
        async with doors.sending(town, caller):
            await town.settled()

    assert await town.rows(OUTBOX.c.id, OUTBOX.c.status) == [(1, Fate.UNCERTAIN)]
    assert caller.calls == []
    assert logs == [{"event": "outbox.uncertain", "count": 1, "log_level": "error"}]


async def test_landed_waits_for_what_is_in_flight(town, caller):
    await town.put(notice())
    caller.open.clear()

    async with doors.sending(town, caller) as sender:
        await caller.asked(1)
        landing = asyncio.ensure_future(sender.landed())  # noqa: TID251 -- of this test
        before = landing.done()
        caller.open.set()
        await landing

    assert not before
    assert await town.fates() == [("nothing-to-stop", "sent")]
