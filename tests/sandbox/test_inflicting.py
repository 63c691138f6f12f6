import pytest

from tests.sandbox.playing import ADMIN_GROUP, BASIC_GROUP, BOT, GROUP, LI, until
from tests.sandbox.test_faults import none_left


async def test_kick_lasts_as_long_as_it_shall_and_gives_the_office_back(living):
    play = living
    await play.post("/faults", kind="kick", chat=ADMIN_GROUP, seconds=0.3)
    words = "Forbidden: bot was kicked from the supergroup chat"
    assert await play.refused("sendMessage", chat_id=ADMIN_GROUP, text="x") == words

    await until(lambda: none_left(play, "faults"))

    assert (await play.bot("getChatMember", chat_id=ADMIN_GROUP, user_id=BOT))["status"] == (
        "administrator"
    )
    assert (await play.bot("sendMessage", chat_id=ADMIN_GROUP, text="x"))["text"] == "x"


@pytest.mark.parametrize("chat", [GROUP, ADMIN_GROUP])
async def test_mute_holds_until_it_is_ended_and_403_has_become_400(play, chat):
    sent = await play.bot("sendMessage", chat_id=chat, text="x")
    before = await play.bot("getChatMember", chat_id=chat, user_id=BOT)
    made = await play.post("/faults", kind="mute", chat=chat)
    edit = {"chat_id": chat, "message_id": sent["message_id"], "text": "y"}

    assert (await play.bot_raw("sendMessage", chat_id=chat, text="x"))["error_code"] == 400
    assert await play.bot_raw("editMessageText", **edit) == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: CHAT_WRITE_FORBIDDEN",
    }
    ended = await play.http.delete(f"/sandbox/v1/faults/{made['id']}")
    assert ended.json() == {}
    assert await play.bot("getChatMember", chat_id=chat, user_id=BOT) == before
    assert (await play.bot("editMessageText", **edit))["text"] == "y"


async def test_block_is_ended_by_clearing(play):
    made = await play.post("/faults", kind="block")
    who = made["person"]
    words = "Forbidden: bot was blocked by the user"
    assert await play.refused("sendMessage", chat_id=who, text="x") == words

    await play.http.delete("/sandbox/v1/faults")

    assert (await play.bot_raw("sendMessage", chat_id=who, text="x"))["ok"]


async def test_migrate_takes_a_plain_group(play):
    await play.post("/faults", kind="migrate")

    reply = await play.bot_raw("sendMessage", chat_id=BASIC_GROUP, text="x")

    assert reply["parameters"]["migrate_to_chat_id"] < -1_000_000_000_000
    status, words = await play.mistaken("/faults", kind="migrate")
    assert (status, "No group here can suffer 'migrate'" in words) == (400, True)


async def test_deleted_topic_takes_one_of_a_forum(play):
    chat = await play.forum()
    topic = (await play.post(f"/chats/{chat}/topics", name="电梯", by=LI))["id"]

    await play.post("/faults", kind="deleted-topic")

    told = await play.refused("sendMessage", chat_id=chat, message_thread_id=topic, text="x")
    assert told == "Bad Request: message thread not found"


@pytest.mark.parametrize("jump", [3600, -3600])
async def test_clock_jump_goes_both_ways(play, jump):
    before = await play.get("/clock")

    await play.post("/faults", kind="clock-jump", jump=jump)

    after = await play.get("/clock")
    assert after["shift"] - before["shift"] == 1000 * jump
    assert after["version"] == before["version"] + 1


async def test_a_poll_whose_time_the_clock_jumps_over_is_closed(play):
    asked = {"chat_id": GROUP, "question": "?", "options": ["a", "b"], "open_period": 600}
    await play.bot("sendPoll", **asked)
    await play.post("/faults", kind="clock-jump", jump=3600)

    assert [one["poll"]["is_closed"] for one in await play.updates() if "poll" in one] == [True]
