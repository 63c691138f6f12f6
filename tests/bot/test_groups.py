"""What a send that failed says of its group, seen through the sender."""

from dataclasses import replace

import pytest_asyncio
from telegram.error import BadRequest, ChatMigrated, Forbidden

from governance.notices import Address
from services.chats import standing
from storage import cards
from storage.alarms import ALARMS
from storage.audit import AUDIT
from storage.cards import CARDS
from storage.cases import CASES
from storage.chats import CHATS, Chats
from storage.directory import PEOPLE
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, SHEET, STAFF, WANG, notice, sheet
from tests.handlers.test_chats import changed, member

NEW = -1002000000001
MUTED = BadRequest("Not enough rights to send text messages to the chat")
KICKED = Forbidden("Forbidden: bot was kicked from the supergroup chat")


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, WANG)
        await town.report()
        await town.alter(OUTBOX, status="sent")
        yield town


class Closed(doors.Caller):
    """Refuses every call to one group."""

    def __init__(self, chat, error):
        super().__init__()
        self.chat, self.error = chat, error

    async def call(self, method, params):
        if params["chat_id"] == self.chat:
            self.script.append(self.error)
        return await super().call(method, params)


async def carry(town, caller, *deliveries):
    await town.put(*deliveries)
    async with doors.sending(town, caller):
        await town.settled()
    return [(method, params["chat_id"]) for method, params in caller.calls]


async def said(town, chat):
    words = await town.rows(OUTBOX.c.words, OUTBOX.c.chat, OUTBOX.c.status)
    told = {w for w, where, status in words if where == chat and status == "sent"}
    return sorted(told - {"receipt"})


def to(chat, key="nothing-to-stop", **more):
    return notice(key, address=Address(chat=chat, **more))


async def test_a_group_that_moved_is_followed_everywhere_at_once(town):
    caller = doors.Caller()
    caller.script.append(ChatMigrated(NEW))

    called = await carry(town, caller, to(GROUP, reply_to=7), to(GROUP, "stopped"))

    assert [chat for _, chat in called][:1] == [GROUP]
    assert {chat for _, chat in called[1:]} == {NEW}
    assert "reply_parameters" not in caller.calls[1][1]
    assert (NEW,) in await town.rows(CHATS.c.id)
    assert await town.rows(CASES.c.chat, CASES.c.message) == [(NEW, 0)]
    assert await town.rows(ALARMS.c.key, ALARMS.c.what) == [("moved", f"chat:{NEW}")]
    assert ("chat_moved",) in await town.rows(AUDIT.c.verb)


async def test_a_card_that_stood_in_the_old_group_is_posted_in_the_new_one(town):
    caller = doors.Caller()
    await town.unit(lambda c: cards.post(c, SHEET, STAFF, 77, photo=False))
    caller.script.append(ChatMigrated(NEW))

    called = await carry(town, caller, sheet())

    assert called[0] == ("editMessageText", STAFF)
    assert called[1][0] == "sendMessage"
    [(chat, message)] = [
        (where, number)
        for subject, where, number in await town.rows(
            CARDS.c.subject, CARDS.c.chat, CARDS.c.message
        )
        if subject == SHEET
    ]
    assert message is not None
    assert chat in {NEW, WANG}
    assert STAFF not in {where for (where,) in await town.rows(CHATS.c.id)}


async def test_a_mute_is_told_once_however_many_sends_fail(town):
    caller = Closed(GROUP, MUTED)

    await carry(town, caller, to(GROUP))
    await carry(town, caller, to(GROUP, "stopped"))

    assert [params["chat_id"] for _, params in caller.calls] == [GROUP, STAFF]
    waiting = await town.rows(OUTBOX.c.words, OUTBOX.c.status, OUTBOX.c.chat)
    assert ("nothing-to-stop", "waiting", GROUP) in waiting
    assert ("stopped", "waiting", GROUP) in waiting


async def test_what_has_another_place_goes_there_from_a_muted_group(town):
    caller = Closed(GROUP, MUTED)
    other = Address(chat=GROUP, instead=Address(chat=LI))

    await carry(town, caller, notice("stopped", address=other))

    assert await said(town, LI) == ["stopped"]
    assert await said(town, STAFF) == ["chat-muted"]


async def test_what_waited_goes_on_when_the_bot_may_write_again(town):
    caller = doors.Caller()
    caller.script.append(MUTED)
    await carry(town, caller, to(GROUP))

    def unmute(connection):
        work = town.house.work(connection, "x", WANG, town.house.clock.now())
        found = work.chats.get(GROUP)
        standing.stood(work, GROUP, replace(found.standing, can_send=True))

    await town.unit(unmute)
    async with doors.sending(town, caller):
        await town.settled()

    assert await said(town, GROUP) == ["nothing-to-stop"]
    assert await said(town, STAFF) == ["chat-muted", "chat-unmuted"]


async def test_an_expulsion_is_told_and_what_is_for_the_group_waits_for_the_return(town):
    caller = doors.Caller()
    caller.script.append(KICKED)

    await carry(town, caller, to(GROUP))

    assert await said(town, STAFF) == ["chat-lost"]
    stands = await town.rows(CHATS.c.id, CHATS.c.status, CHATS.c.can_write)
    assert (GROUP, "out", False) in stands
    waiting = await town.rows(OUTBOX.c.words, OUTBOX.c.status, OUTBOX.c.chat)
    assert ("nothing-to-stop", "waiting", GROUP) in waiting


async def test_what_waited_is_told_when_the_bot_is_back_in_the_group(town):
    caller = doors.Caller()
    caller.script.append(KICKED)
    await carry(town, caller, to(GROUP))

    await doors.walk(town, doors.arrival(1, changed(member("member"))))
    async with doors.sending(town, caller):
        await town.settled()

    assert await said(town, GROUP) == ["nothing-to-stop"]
    assert (GROUP, "bound", True) in await town.rows(CHATS.c.id, CHATS.c.status, CHATS.c.can_write)


async def test_a_muted_staff_group_does_not_close_the_officers_private_chat(town):
    """A card of his may stand there: the error is the group's, and he can still be reached."""
    caller = doors.Caller()
    await town.unit(lambda c: cards.post(c, SHEET, STAFF, 77, photo=False))
    caller.script.append(MUTED)

    await carry(town, caller, replace(sheet(), address=Address(chat=WANG)))

    known = dict(await town.rows(PEOPLE.c.id, PEOPLE.c.reachable))
    assert known[WANG] is not False
    found = await town.house.reader.run(
        lambda c: Chats(c, town.house.community_id).get(STAFF).can_write
    )
    assert found is False
