"""An answer 429, seen through the sender: the chat that was called rests, and no other."""

import time

import pytest
import pytest_asyncio
from telegram.error import RetryAfter

from bot.adopting import DELETE
from governance.notices import Kind
from storage import outbox
from storage.cards import CARDS
from storage.outbox import OUTBOX
from tests.bot import doors
from tests.bot.doors import GROUP, LI, WANG, ZHANG, notice, sheet


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(LI, ZHANG, WANG)
        yield town


def rests(sender, *chats):
    now = time.monotonic()
    return [sender._pacer.wait(chat, now, answer=True, edit=False) for chat in chats]


async def test_what_else_is_for_a_flooded_chat_waits_and_the_others_go_on(town):
    caller = doors.Caller()
    caller.script.append(RetryAfter(30))
    await town.put(notice())
    async with doors.sending(town, caller) as sender:
        await town.tried()
        await town.put(notice("stopped"), doors.elsewhere(notice("stopped"), ZHANG))
        await town.until(lambda c: [r.status for r in doors.outbox_rows(c)].count("sent") == 1)
        flooded, other = rests(sender, LI, ZHANG)

    assert [params["chat_id"] for _, params in caller.calls] == [LI, ZHANG]
    assert flooded == pytest.approx(30, abs=5)
    assert other == 0
    assert [status for _, status in await town.fates()] == ["waiting", "waiting", "sent"]


async def test_of_a_card_the_chat_rests_in_which_it_stands(town):
    caller = doors.Caller()
    await town.report()
    await town.alter(OUTBOX, status="sent")
    await town.alter(CARDS, message=77, chat=GROUP)
    caller.script.append(RetryAfter(30))
    await town.put(sheet())

    async with doors.sending(town, caller) as sender:
        await town.tried()
        standing, addressed = rests(sender, GROUP, WANG)

    assert (standing > 0, addressed) == (True, 0)


async def test_what_no_pace_counts_waits_as_long_as_it_is_told(town):
    caller = doors.Caller()
    caller.script.append(RetryAfter(30))
    gone = {"chat_id": LI, "message_id": 7}
    await town.put(notice(DELETE, kind=Kind.COMMANDS, facts=gone))

    async with doors.sending(town, caller) as sender:
        await town.tried()
        [deleting] = await town.house.reader.run(outbox.waiting)
        seconds = sender._failing.rest(deleting, time.monotonic())

    assert seconds == pytest.approx(30, abs=5)
