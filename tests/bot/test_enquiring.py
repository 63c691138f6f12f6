"""An enquiry goes out by the outbox and its answer comes in by the inbox, each once."""

import asyncio
import json

import pytest
import pytest_asyncio
from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from bot import enquiring, failing
from bot.errors import NeverLeft, OutcomeUnknown
from governance.notices import Address, Fate, Kind
from storage import inbox, outbox
from storage.chats import CHATS
from storage.dialogues import DIALOGUES
from storage.inbox import ANSWERS, INBOX
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import BOT, GROUP, LI, notice

CHEN, NEW = 3001, -1001000000077
CHAT = {
    "id": NEW,
    "type": "supergroup",
    "title": "三号楼",
    "permissions": {"can_send_messages": True},
}
MEMBER = {"status": "member", "user": {"id": 1}}
HIGH = {"status": "administrator", "user": {"id": CHEN}}
KNOWN = {"membership": "member", "can_send": True, "inside": True}
RUNS = KNOWN | {"membership": "administrator"}
UNKNOWN_USER = BadRequest("User not found")


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, CHEN)
        yield town


class Telegram:
    """Answers each method by what is set for it; what is an error is raised."""

    def __init__(self, **answers):
        self.calls, self.open = [], asyncio.Event()
        self.answers = {"getChat": CHAT, "getChatMember": [MEMBER, HIGH]} | answers

    async def call(self, method, params):
        self.calls.append((method, dict(params)))
        found = self.answers.get(method, {"message_id": 100})
        told = found.pop(0) if isinstance(found, list) and method == "getChatMember" else found
        if isinstance(told, Exception):
            raise told
        return told


def enquiry(chat=NEW, person=CHEN, **more):
    facts = {"about": "bind", "person": person}
    address = Address(chat=chat, reply_to=7, topic=42)
    return notice("enquiry", kind=Kind.ENQUIRY, address=address, reader=CHEN, facts=facts, **more)


async def ask(**answers):
    person = answers.pop("person", CHEN)
    telegram = Telegram(**answers)
    return await enquiring.enquire(telegram, enquiry(person=person), BOT), telegram.calls


async def test_it_asks_for_the_group_the_bot_and_the_person():
    told, calls = await ask()

    assert told == {"title": "三号楼", "reached": True, "bot": KNOWN, "member": RUNS}
    assert calls == [
        ("getChat", {"chat_id": NEW}),
        ("getChatMember", {"chat_id": NEW, "user_id": BOT}),
        ("getChatMember", {"chat_id": NEW, "user_id": CHEN}),
    ]


async def test_nobody_in_particular_is_not_looked_up():
    told, calls = await ask(person=0)

    assert told["member"] is None
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("listed", "second", "expected"),
    [
        ([HIGH], UNKNOWN_USER, RUNS),
        ([MEMBER], UNKNOWN_USER, KNOWN),
        (BadRequest("member list is inaccessible"), UNKNOWN_USER, None),
        ([HIGH], MEMBER | {"user": {"id": CHEN}}, RUNS),
        (BadRequest("CHAT_ADMIN_REQUIRED"), MEMBER, KNOWN),
    ],
    ids=["listed", "not-listed", "unknown", "stale", "member"],
)
async def test_unknown_is_not_no_and_the_list_of_administrators_may_know(listed, second, expected):
    told, _ = await ask(getChatMember=[MEMBER, second], getChatAdministrators=listed)

    assert told["member"] == expected


@pytest.mark.parametrize(
    "error", [BadRequest("Chat not found"), Forbidden("bot was kicked from the group chat")]
)
async def test_a_group_that_is_not_known_has_no_bot_in_it(error):
    told, calls = await ask(getChat=error)

    assert told == {"title": "", "reached": True, "bot": None, "member": None}
    assert len(calls) == 1


@pytest.mark.parametrize(
    "error", [NeverLeft("x"), OutcomeUnknown("x"), RetryAfter(3), ChatMigrated(-9)]
)
async def test_what_may_be_answered_later_is_asked_again(error):
    with pytest.raises(type(error)):
        await ask(getChat=error)


@pytest.mark.parametrize(
    ("member", "chat", "expected"),
    [
        ({"status": "creator"}, {}, ("creator", True, True)),
        ({"status": "member"}, {}, ("member", True, True)),
        (
            {"status": "member"},
            {"permissions": {"can_send_messages": False}},
            ("member", False, True),
        ),
        ({"status": "left"}, {}, ("left", True, False)),
        ({"status": "kicked"}, {}, ("kicked", True, False)),
        ({"status": "restricted", "is_member": True}, {}, ("restricted", False, True)),
        (
            {"status": "restricted", "is_member": True, "can_send_messages": True},
            {},
            ("restricted", True, True),
        ),
        ({"status": "restricted"}, {}, ("restricted", False, False)),
    ],
)
def test_a_standing_is_read_from_member_and_group(member, chat, expected):
    told = enquiring.standing(member, chat)

    assert (told["membership"], told["can_send"], told["inside"]) == expected


async def carried(town, telegram, delivery):
    await town.put(delivery)
    heard = []
    async with doors.sending(town, telegram) as sender:
        sender.hear = heard.extend
        await town.settled()
    return heard


async def test_the_answer_is_in_the_inbox_when_the_enquiry_has_ended(town):
    [arrival] = await carried(town, Telegram(), enquiry())

    [(_, status)] = await town.rows(OUTBOX.c.id, OUTBOX.c.status)
    kept = await town.rows(INBOX.c.update_id, INBOX.c.raw)
    assert status == Fate.SENT
    assert kept == [(ANSWERS + 1, arrival.raw)]
    assert arrival.lane == str(NEW)
    told = json.loads(arrival.raw)["answer"]
    assert (told["by"], told["chat"], told["message"], told["topic"]) == (CHEN, NEW, 7, 42)
    assert await town.house.reader.run(lambda c: inbox.newest(c, BOT)) == 0


async def test_an_answer_given_twice_is_taken_once(town):
    await town.put(enquiry())
    [delivery] = await town.house.reader.run(outbox.waiting)

    first = await town.unit(lambda c: enquiring.answer(c, BOT, delivery, enquiring.NOTHING, 1))
    second = await town.unit(lambda c: enquiring.answer(c, BOT, delivery, enquiring.NOTHING, 2))

    assert first is not None
    assert second is None
    assert len(await town.rows(INBOX.c.update_id)) == 1


async def test_an_update_of_telegram_speaks_for_nobody_else(town):
    told = doors.message("x", chat=NEW, sender=LI)
    update = Update.de_json({"update_id": 5, "message": told, "answer": {"by": CHEN}}, None)

    assert town.house.who(update).person.id == LI


async def test_every_answer_has_a_number_of_its_own(town):
    """Even where a row of the outbox was deleted, and its id is given again."""
    for _ in range(2):
        await carried(town, Telegram(), enquiry())
        await town.unit(lambda c: c.execute(OUTBOX.delete()))

    assert await town.rows(INBOX.c.update_id) == [(ANSWERS + 1,), (ANSWERS + 2,)]


async def test_a_question_that_is_never_answered_is_answered_so(town, monkeypatch):
    monkeypatch.setattr(failing, "PAUSES", (0,))
    telegram = Telegram(getChat=OutcomeUnknown("HTTP 502"))
    await town.put(enquiry())
    heard = []
    async with doors.sending(town, telegram) as sender:
        sender.hear = heard.extend
        await town.settled()

    assert json.loads(heard[0].raw)["answer"]["reached"] is False


async def test_from_bind_to_the_talk_are_two_units(town):
    """The command is one, the answer of Telegram is the other; the asker acts in both."""
    update = doors.message("/bind", chat=NEW, sender=CHEN)
    await doors.walk(town, doors.arrival(1, {"message": update}, str(NEW)))
    [arrival] = await carried(town, Telegram(), notice("help", address=Address(chat=LI)))

    async with doors.working(town) as lanes:
        lanes.arrive([arrival])

    assert lanes.failed == 0
    assert await town.rows(DIALOGUES.c.kind, DIALOGUES.c.person, DIALOGUES.c.chat) == [
        ("bind", CHEN, NEW)
    ]
    names = await town.rows(doors.directory.PEOPLE.c.id, doors.directory.PEOPLE.c.name)
    assert (CHEN, f"p{CHEN}") in names  # an answer does not rename the asker
    assert {status for (status,) in await town.rows(INBOX.c.status)} == {"done"}


async def test_a_refusal_of_the_answer_is_told_where_was_asked_else_in_private(town):
    telegram = Telegram(getChatMember=[MEMBER, UNKNOWN_USER], getChatAdministrators=UNKNOWN_USER)
    [arrival] = await carried(town, telegram, enquiry())
    async with doors.working(town) as lanes:
        lanes.arrive([arrival])

    waiting = await town.house.reader.run(outbox.waiting)
    [refusal] = [d for d in waiting if d.key == "refusal-chat-administrator"]
    assert refusal.address == Address(chat=NEW, reply_to=7, topic=42, instead=Address(chat=CHEN))
    assert refusal.reader == CHEN


async def test_answers_wait_for_the_next_start_where_nobody_hears_them(town):
    await town.put(enquiry())
    async with doors.sending(town, Telegram()):
        await town.settled()

    [arrival] = await town.house.reader.run(lambda c: inbox.unfinished(c, BOT))
    assert arrival.update_id > ANSWERS


async def test_a_group_that_moved_is_asked_under_its_new_number(town):
    class Moves(Telegram):
        async def call(self, method, params):
            if params["chat_id"] == GROUP:
                raise ChatMigrated(NEW)
            return await super().call(method, params)

    [arrival] = await carried(town, Moves(), enquiry(chat=GROUP))

    assert json.loads(arrival.raw)["answer"]["chat"] == NEW
    assert (NEW,) in await town.rows(CHATS.c.id)
