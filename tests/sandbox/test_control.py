import pytest

from tests.sandbox.playing import BOT, EMMA, GROUP, LI, ZHAO


async def test_world_tells_everybody_and_every_chat(play):
    world = await play.get("/world")

    assert world.keys() == {
        *("bot", "people", "chats", "now", "idle"),
        *("run", "story", "doors", "starts"),
    }
    assert (world["run"], world["story"], world["doors"]) == (1, None, None)
    assert world["bot"] == {"id": BOT, "name": "邻里", "username": "linli_demo_bot"}
    assert world["people"][0] == {
        "id": LI,
        "name": "李婶",
        "role": "居民",
        "language": "zh-CN",
        "started": True,
        "blocked": False,
        "chats": [LI, -1001, -1002, -3],
    }
    group = next(chat for chat in world["chats"] if chat["id"] == GROUP)
    assert group == {
        "events": 0,
        "id": GROUP,
        "type": "supergroup",
        "title": "居民群",
        "members": [LI, EMMA, ZHAO],
        "admins": [EMMA],
        "anonymous": [],
        "forum": False,
        "topics": [],
        "linked": None,
        "migrated_to": None,
        "bot": {"status": "member", "can_send": True},
    }


async def test_message_has_the_promised_fields(play):
    await play.does(LI, "say", chat="private", text="/help")

    (seen,) = await play.seen(LI)
    assert {key: value for key, value in seen.items() if key != "at"} == {
        "id": 1,
        "chat": LI,
        "from": {"id": LI, "name": "李婶", "bot": False},
        "sender_chat": None,
        "forwarded": None,
        "text": "/help",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        "photo": None,
        "album": None,
        "location": None,
        "voice": None,
        "document": None,
        "poll": None,
        "topic": None,
        "reply_to": None,
        "buttons": None,
        "edited": None,
        "seen_by": [],
        "service": None,
    }


async def test_messages_after_an_id_are_the_newer_ones(play):
    for text in ("one", "two", "three"):
        await play.does(LI, "say", chat=GROUP, text=text)

    newer = await play.get(f"/people/{EMMA}/chats/{GROUP}/messages", after=1)
    assert [one["text"] for one in newer["messages"]] == ["two", "three"]


async def test_private_chats_of_others_are_not_seen(play):
    await play.bot("sendMessage", chat_id=LI, text="secret")

    assert await play.seen(EMMA, LI) == []
    assert [one["text"] for one in await play.seen(LI, LI)] == ["secret"]


async def test_calls_tell_what_was_asked_and_what_came_of_it(play):
    await play.updates()
    await play.bot("sendMessage", chat_id=LI, text="x")
    await play.refused("sendMessage", chat_id=5, text="x")

    first, second = (await play.get("/calls"))["calls"]
    assert first.keys() == {
        "id",
        "at",
        "method",
        "params",
        "ok",
        "error",
        "ms",
        "message",
        "answered",
        "fault",
        "fault_id",
        "storm",
    }
    assert (first["params"], first["ok"], first["error"]) == (
        {"chat_id": LI, "text": "x"},
        True,
        None,
    )
    assert (second["ok"], second["error"]) == (False, "Bad Request: chat not found")
    assert (await play.get("/calls", after=first["id"]))["calls"] == [second]


async def test_traffic_keeps_each_update_once_and_each_reply(play):
    await play.does(LI, "say", chat="private", text="x")
    given = await play.updates()
    await play.updates()
    await play.bot("getMe")

    traffic = await play.get("/traffic")
    assert traffic["updates"] == given
    assert [one["method"] for one in traffic["replies"]] == ["getUpdates", "getUpdates", "getMe"]
    assert traffic["replies"][-1]["reply"]["result"]["id"] == BOT


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/people/5/say", {"chat": "private", "text": "x"}, 404),
        ("/people/li/say", {"chat": "private", "text": "x"}, 404),
        ("/people/1001/say", {"chat": 5, "text": "x"}, 404),
        ("/people/1001/edit", {"chat": "private", "message": 5, "text": "x"}, 404),
        ("/people/1001/say", {"chat": "private", "text": "x", "reply_to": 5}, 404),
        ("/people/1001/say", {"text": "x"}, 400),
        ("/people/1001/dance", {}, 400),
        ("/people/1001/say", [], 400),
        ("/chats/-1001/kick", {"person": 5}, 404),
        ("/chats/5/kick", {"person": 1001}, 404),
    ],
)
async def test_mistakes_are_told_in_a_sentence(play, path, body, status):
    answer = await play.http.post(f"/sandbox/v1{path}", json=body)

    assert answer.status_code == status
    assert answer.json()["error"].endswith(".")
