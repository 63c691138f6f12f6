import asyncio

import httpx
import pytest

from sandbox.updates import Updates
from tests.sandbox.playing import ADMIN_GROUP, LI

CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


FIRST = 100


@pytest.fixture
def queue():
    time = [0]
    updates = Updates(lambda: time[0], first=FIRST)
    updates.time = time
    return updates


def ids(updates):
    return [one["update_id"] - FIRST for one in updates]


def test_updates_wait_until_confirmed(queue):
    for _ in range(3):
        queue.push("message", {})

    assert ids(queue.take(100)) == [0, 1, 2]
    assert ids(queue.take(100)) == [0, 1, 2]
    queue.confirm(FIRST + 2)
    assert ids(queue.take(100)) == [2]


def test_negative_offset_keeps_only_the_newest(queue):
    for _ in range(5):
        queue.push("message", {})

    queue.confirm(-2)

    assert ids(queue.take(100)) == [3, 4]


def test_press_is_forgotten_after_150_seconds_and_message_after_a_day(queue):
    queue.push("message", {})
    queue.push("callback_query", {})

    queue.time[0] = 150_000
    assert ids(queue.take(100)) == [0]
    queue.time[0] = 86_400_000
    assert queue.take(100) == []


@pytest.mark.parametrize(
    "kind", ["edited_message", "poll", "poll_answer", "my_chat_member", "chat_member"]
)
def test_every_other_update_is_kept_for_a_day(queue, kind):
    queue.allow([kind])
    queue.push(kind, {})

    queue.time[0] = 86_399_999
    assert ids(queue.take(100)) == [0]
    queue.time[0] = 86_400_000
    assert queue.take(100) == []


def test_what_has_expired_is_not_given_to_a_webhook_either(queue):
    queue.push("callback_query", {})

    assert queue.give(FIRST) is not None
    queue.time[0] = 150_000
    assert queue.give(FIRST) is None


def test_a_clock_that_goes_back_brings_nothing_back_and_loses_nothing(queue):
    queue.push("callback_query", {})
    queue.time[0] = 200_000
    assert queue.count == 0
    queue.push("message", {})
    queue.time[0] = 0

    assert ids(queue.take(100)) == [1]


def test_last_does_not_wait_for_an_update_that_was_forgotten_ungiven(queue):
    queue.push("callback_query", {})
    queue.time[0] = 150_000

    assert queue.last == -1


def test_unasked_kinds_are_left_out_until_named_and_naming_is_sticky(queue):
    queue.push("chat_member", {})
    queue.allow(["chat_member"])
    queue.push("message", {})
    queue.push("chat_member", {})

    assert [set(one) - {"update_id"} for one in queue.take(100)] == [{"chat_member"}]


async def test_allowed_updates_last_beyond_the_call_and_an_empty_list_resets_them(play):
    await play.updates(allowed_updates=["callback_query"])
    await play.does(LI, "say", chat="private", text="unheard")
    assert await play.updates() == []

    await play.updates(allowed_updates=[])
    await play.does(LI, "say", chat="private", text="heard")
    assert await play.texts_given() == ["heard"]


async def test_limit_is_kept_between_1_and_100(play):
    for number in range(101):
        play.sandbox.updates.push("message", message_of(play, number))

    assert len(await play.updates()) == 100
    assert len(await play.updates(limit=500)) == 100
    assert len(await play.updates(limit=3)) == 3


async def test_long_poll_ends_with_the_first_update(play):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(play.updates(timeout=50))
        await polling(play, 1)
        await play.does(LI, "say", chat="private", text="hello")

    assert poll.result()[0]["message"]["text"] == "hello"


async def test_older_poller_is_told_of_the_conflict(play):
    async with asyncio.TaskGroup() as group:
        older = group.create_task(play.bot_raw("getUpdates", timeout=50))
        await polling(play, 1)
        newer = group.create_task(play.updates(timeout=50))
        await polling(play, 2)
        await play.does(LI, "say", chat="private", text="hello")

    assert older.result() == {"ok": False, "error_code": 409, "description": CONFLICT}
    assert newer.result()[0]["message"]["text"] == "hello"


async def test_poller_that_hangs_up_loses_nothing_and_blocks_nobody(play):
    with pytest.raises(httpx.ReadTimeout):
        await play.http.get(poll_url(play), params={"timeout": 50}, timeout=0.2)
    await play.does(LI, "say", chat="private", text="hello")

    assert await play.texts_given() == ["hello"]
    (reply,) = play.sandbox.ledger.replies
    assert reply["reply"]["ok"]


async def test_chat_member_comes_only_to_an_administrator_that_asked(play):
    await play.does(LI, "leave", chat=ADMIN_GROUP)
    await play.updates(allowed_updates=["chat_member"], offset=-1)
    await play.does(LI, "join", chat=ADMIN_GROUP)
    await play.does(LI, "leave", chat=-1001)

    changes = [one["chat_member"] for one in await play.updates() if "chat_member" in one]
    assert [one["new_chat_member"]["status"] for one in changes] == ["member"]
    assert changes[0]["chat"]["id"] == ADMIN_GROUP


def message_of(play, number):
    bot = play.sandbox.world.bot
    chat = {"id": LI, "type": "private", "first_name": "李婶"}
    sender = {"id": bot.id, "is_bot": True, "first_name": bot.name}
    return {"message_id": number, "date": 1, "chat": chat, "from": sender, "text": "x"}


def poll_url(play):
    return f"/bot{play.sandbox.world.bot.token}/getUpdates"


async def polling(play, turn):
    """Yield to the server until this many polls have begun."""
    async with asyncio.timeout(5):
        while play.sandbox.updates._poll < turn:
            await play.get("/world")
