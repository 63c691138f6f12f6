import pytest

from tests.sandbox.playing import (
    ADMIN_GROUP,
    BASIC_GROUP,
    BOT,
    EMMA,
    GROUP,
    LI,
    PIXEL,
    ZHAO,
)

MASK, TELEGRAM = 1087968824, 777000
MUTED = "Bad Request: not enough rights to send text messages to the chat"


def changes(updates):
    told = [one["my_chat_member"] for one in updates if "my_chat_member" in one]
    return [(one["old_chat_member"], one["new_chat_member"]) for one in told]


def statuses(updates):
    return [(old["status"], new["status"]) for old, new in changes(updates)]


def messages(updates):
    return [one["message"] for one in updates if "message" in one]


async def chat_of(play, number):
    chats = (await play.get("/world"))["chats"]
    return next(chat for chat in chats if chat["id"] == number)


async def test_newcomer_has_not_met_the_bot_until_they_start_it(play):
    newcomer = await play.post("/people", name="小王", language="en", role="居民")
    who = newcomer["id"]

    assert (newcomer["started"], newcomer["chats"]) == (False, [who])
    unmet = await play.refused("sendMessage", chat_id=who, text="x")
    assert unmet == "Forbidden: bot can't initiate conversation with a user"
    await play.does(who, "start", payload="invite")
    (update,) = await play.updates()
    assert update["message"]["from"]["language_code"] == "en"
    await play.bot("sendMessage", chat_id=who, text="x")


async def test_a_name_is_given_once(play):
    for name in ("李婶", "邻里", " "):
        assert (await play.mistaken("/people", name=name))[0] == 400


async def test_a_plain_group_made_with_the_bot_tells_it_so(play):
    made = await play.post("/chats", title="三号楼", by=LI, members=[ZHAO], bot=True)

    assert (made["type"], made["members"], made["admins"]) == ("group", [LI, ZHAO], [LI])
    updates = await play.updates()
    assert statuses(updates) == [("left", "member")]
    (note,) = messages(updates)
    assert (note["group_chat_created"], note["from"]["id"]) == (True, LI)
    assert [one["service"] for one in await play.seen(ZHAO, made["id"])] == [
        "李婶 创建了群组“三号楼”"
    ]


async def test_into_a_supergroup_the_bot_is_brought_afterwards(play):
    made = await play.post("/chats", title="楼群", by=LI, type="supergroup", bot=True)

    updates = await play.updates()
    assert statuses(updates) == [("left", "member")]
    (note,) = messages(updates)
    assert (note["new_chat_members"][0]["id"], note["from"]["id"]) == (BOT, LI)
    assert made["id"] < -1_000_000_000_000
    await play.bot("sendMessage", chat_id=made["id"], text="x")


async def test_a_group_without_the_bot_is_none_of_its_business(play):
    made = await play.post("/chats", title="楼群", by=LI)

    assert await play.updates() == []
    words = await play.refused("sendMessage", chat_id=made["id"], text="x")
    assert words == "Forbidden: bot is not a member of the group chat"
    await play.does(BOT, "join", chat=made["id"], by=LI)
    assert messages(await play.updates())[0]["from"]["id"] == LI


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/chats", {"title": " ", "by": LI}, 400),
        ("/chats", {"title": "x", "by": 5}, 404),
        ("/chats", {"title": "x", "by": LI, "type": "channel"}, 400),
        ("/chats", {"title": "x", "by": LI, "forum": True}, 400),
        ("/chats", {"title": "x", "by": LI, "members": ["a"]}, 400),
        ("/chats", {"title": "x", "by": LI, "members": [5]}, 404),
        (f"/chats/{GROUP}/dance", {}, 400),
        (f"/chats/{GROUP}/migrate", {}, 400),
        (f"/chats/{GROUP}/channel-post", {"text": "x"}, 400),
        (f"/chats/{GROUP}/topics", {"name": "x", "by": LI}, 400),
        (f"/chats/{GROUP}/admin", {"person": LI, "admin": False}, 400),
        (f"/chats/{GROUP}/admin", {"person": EMMA, "admin": False}, 400),
        (f"/chats/{GROUP}/admin", {"person": LI, "admin": True, "rights": {"can_fly": True}}, 400),
        (
            f"/chats/{GROUP}/admin",
            {"person": LI, "admin": True, "rights": {"can_pin_messages": 1}},
            400,
        ),
        (f"/chats/{LI}/mute", {"can_send": False}, 400),
    ],
)
async def test_what_cannot_be_done_to_groups_is_a_mistake_with_a_sentence(
    play, path, body, status
):
    code, words = await play.mistaken(path, **body)

    assert code == status
    assert words.endswith(".")


async def test_the_bot_hears_how_its_rights_change(play):
    office = {"person": BOT, "admin": True}
    await play.post(f"/chats/{GROUP}/admin", **office, rights={"can_pin_messages": False})
    await play.post(f"/chats/{GROUP}/admin", **office)
    await play.post(f"/chats/{GROUP}/admin", person=BOT, admin=False)

    updates = await play.updates()
    assert statuses(updates) == [
        ("member", "administrator"),
        ("administrator", "administrator"),
        ("administrator", "member"),
    ]
    _, (old, new), _ = changes(updates)
    assert (old["can_pin_messages"], new["can_pin_messages"]) == (False, True)
    assert {one["my_chat_member"]["from"]["id"] for one in updates} == {EMMA}


async def test_of_peoples_offices_only_an_administrator_hears(play):
    await play.updates(allowed_updates=["chat_member"])
    await play.post(f"/chats/{GROUP}/admin", person=LI, admin=True)
    await play.post(f"/chats/{ADMIN_GROUP}/admin", person=LI, admin=True, anonymous=True)

    (update,) = await play.updates()
    new = update["chat_member"]["new_chat_member"]
    assert (new["status"], new["is_anonymous"]) == ("administrator", True)
    assert (await chat_of(play, ADMIN_GROUP))["anonymous"] == [LI]


async def test_anonymous_administrator_speaks_as_the_group_and_presses_as_themself(play):
    await play.post(f"/chats/{GROUP}/admin", person=LI, admin=True, anonymous=True)
    await play.updates(offset=-1)
    play.sandbox.updates.drop()
    said = await play.does(LI, "say", chat=GROUP, text="/bind", anonymous=True)

    (update,) = await play.updates()
    heard = update["message"]
    assert (heard["from"]["id"], heard["from"]["username"]) == (MASK, "GroupAnonymousBot")
    assert heard["sender_chat"] == heard["chat"]
    (seen,) = await play.seen(ZHAO, GROUP)
    assert seen["sender_chat"] == {"id": GROUP, "title": "居民群"}
    await play.does(LI, "edit", chat=GROUP, message=said["message"], text="/bind x")
    assert (await play.mistake(EMMA, "edit", chat=GROUP, message=1, text="x"))[0] == 400
    assert (await play.mistake(EMMA, "say", chat=GROUP, text="x", anonymous=True))[0] == 400


async def test_muted_bot_in_a_supergroup_is_restricted_and_told_so(play):
    card = await play.bot("sendMessage", chat_id=GROUP, text="#1")
    await play.post(f"/chats/{GROUP}/mute", can_send=False)

    assert await play.refused("sendMessage", chat_id=GROUP, text="x") == MUTED
    target = {"chat_id": GROUP, "message_id": card["message_id"]}
    edited = await play.refused("editMessageText", **target, text="x")
    assert edited == "Bad Request: CHAT_WRITE_FORBIDDEN"
    assert (await chat_of(play, GROUP))["bot"] == {"status": "restricted", "can_send": False}
    await play.does(LI, "say", chat=GROUP, text="/report")
    await play.post(f"/chats/{GROUP}/mute", can_send=True)

    updates = await play.updates()
    assert statuses(updates) == [("member", "restricted"), ("restricted", "member")]
    assert [one["text"] for one in messages(updates)] == ["/report"]
    await play.bot("sendMessage", chat_id=GROUP, text="x")


async def test_muted_bot_in_a_plain_group_hears_nothing_of_it(play):
    await play.post(f"/chats/{BASIC_GROUP}/mute", can_send=False)

    assert await play.updates() == []
    assert await play.refused("sendMessage", chat_id=BASIC_GROUP, text="x") == MUTED
    told = await play.bot("getChat", chat_id=BASIC_GROUP)
    assert told["permissions"]["can_send_messages"] is False


async def test_what_may_not_be_sent_is_named(play):
    await play.post(f"/chats/{GROUP}/mute", can_send=False)
    picture = ("p", (play.sandbox.root / "pictures" / "lift-fixed.jpg").read_bytes())
    photo = await play.upload("sendPhoto", {"photo": picture}, chat_id=str(GROUP))
    poll = await play.refused("sendPoll", chat_id=GROUP, question="?", options=[{"text": "a"}])

    assert photo["description"] == MUTED.replace("text messages", "photos")
    assert poll == MUTED.replace("text messages", "polls")


async def test_a_group_that_migrates_goes_on_under_another_id(play):
    await play.bot("sendMessage", chat_id=BASIC_GROUP, text="before")
    new = (await play.post(f"/chats/{BASIC_GROUP}/migrate"))["chat"]

    away, here = messages(await play.updates())
    assert (away["chat"]["id"], away["migrate_to_chat_id"]) == (BASIC_GROUP, new)
    assert (here["chat"]["id"], here["migrate_from_chat_id"]) == (new, BASIC_GROUP)
    assert (here["from"]["id"], here["message_id"]) == (MASK, 1)
    reply = await play.bot_raw("sendMessage", chat_id=BASIC_GROUP, text="x")
    assert reply == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    assert (await play.bot("sendMessage", chat_id=new, text="x"))["message_id"] == 2
    old, now = await chat_of(play, BASIC_GROUP), await chat_of(play, new)
    assert (old["migrated_to"], now["migrated_to"]) == (new, None)
    assert (now["type"], now["title"], now["members"]) == ("supergroup", "楼组", [LI, EMMA])


async def test_nobody_speaks_in_a_group_that_has_migrated(play):
    await play.post(f"/chats/{BASIC_GROUP}/migrate")

    status, words = await play.mistake(LI, "say", chat=BASIC_GROUP, text="x")
    assert (status, words[:9]) == (400, "“楼组” has ")
    assert (await play.mistaken(f"/chats/{BASIC_GROUP}/migrate"))[0] == 400


async def test_a_muted_bot_stays_muted_when_its_group_migrates(play):
    await play.post(f"/chats/{BASIC_GROUP}/mute", can_send=False)
    new = (await play.post(f"/chats/{BASIC_GROUP}/migrate"))["chat"]

    assert await play.refused("sendMessage", chat_id=new, text="x") == MUTED


async def test_a_post_of_the_linked_channel_is_forwarded_by_telegram(play):
    plan = {"title": "业主群", "by": LI, "members": [EMMA], "bot": True}
    group = await play.post("/chats", type="supergroup", linked="业主公告", **plan)
    await play.updates(offset=-1)
    play.sandbox.updates.drop()
    path = f"/chats/{group['id']}/channel-post"
    await play.post(path, text="停水通知", photo=PIXEL)
    assert await play.updates() == []
    await play.post(path, text="/report 停水")

    (update,) = await play.updates()
    heard = update["message"]
    assert (heard["from"]["id"], heard["is_automatic_forward"]) == (TELEGRAM, True)
    assert heard["sender_chat"] == {**group["linked"], "type": "channel"}
    assert heard["forward_origin"]["message_id"] == 2
    assert (await play.bot("getChat", chat_id=group["id"]))["linked_chat_id"] == group["linked"][
        "id"
    ]
    seen = (await play.seen(EMMA, group["id"]))[-2]
    assert (seen["text"], seen["forwarded"]) == ("停水通知", {"title": "业主公告"})
    assert seen["sender_chat"] == group["linked"]
    assert (await play.mistaken(path))[0] == 400


async def test_a_message_is_seen_by_those_who_have_it_and_looked(play):
    first = (await play.bot("sendMessage", chat_id=GROUP, text="one"))["message_id"]
    await play.does(LI, "look", chat=GROUP, upto=first)
    await play.does(LI, "look", chat=GROUP, upto=0)
    await play.does(EMMA, "say", chat=GROUP, text="two")
    await play.does(ZHAO, "leave", chat=GROUP)

    one, two, _ = await play.seen(LI, GROUP)
    assert (one["seen_by"], two["seen_by"]) == ([LI, EMMA], [])
    assert (await play.mistake(ZHAO, "look", chat=GROUP, upto=1))[0] == 400
