import asyncio

import pytest

from tests.sandbox.playing import BOT, EMMA, GROUP, LI, PIXEL, ZHAO

KEYS = {
    "inline_keyboard": [
        [{"text": "接单", "callback_data": "a:1"}],
        [{"text": "私聊", "url": "https://t.me/linli_demo_bot?start=case_1"}],
        [{"text": "网站", "url": "https://example.org"}],
    ]
}


async def press(play, who, chat, button, **answer):
    """Let a person press, and the bot answer."""
    place = who if chat == "private" else chat
    card = await play.bot("sendMessage", chat_id=place, text="#1", reply_markup=KEYS)
    async with asyncio.TaskGroup() as group:
        pressed = group.create_task(
            play.does(who, "press", chat=chat, message=card["message_id"], button=button)
        )
        update = (await play.updates(timeout=5))[-1]
        query = update["callback_query"]
        await play.bot("answerCallbackQuery", callback_query_id=query["id"], **answer)
    return query, pressed.result()


@pytest.mark.parametrize("button", ["接单", "a:1"])
async def test_press_brings_data_and_message_to_the_bot_and_the_toast_back(play, button):
    query, seen = await press(play, LI, GROUP, button, text="已接单", show_alert=True)

    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("a:1", LI, "#1")
    assert seen == {"toast": {"text": "已接单", "alert": True}, "opened": None}


async def test_press_answered_without_words_shows_nothing(play):
    _, seen = await press(play, LI, "private", "接单")

    assert seen == {"toast": None, "opened": None}


async def test_link_to_the_bot_starts_it_with_the_payload(play):
    card = await play.bot("sendMessage", chat_id=GROUP, text="#1", reply_markup=KEYS)
    pressed = {"chat": GROUP, "message": card["message_id"]}

    opened = await play.does(ZHAO, "press", **pressed, button="私聊")
    elsewhere = await play.does(ZHAO, "press", **pressed, button="网站")

    assert opened == {"toast": None, "opened": ZHAO}
    assert elsewhere == {"toast": None, "opened": None}
    assert await play.texts_given() == ["/start case_1"]
    await play.bot("sendMessage", chat_id=ZHAO, text="welcome")


async def test_answer_with_a_link_opens_the_bot(play):
    link = "https://t.me/linli_demo_bot?start=x"

    _, seen = await press(play, LI, GROUP, "接单", url=link)

    assert seen["opened"] == LI


async def test_press_of_no_button_names_those_there_are(play):
    card = await play.bot("sendMessage", chat_id=LI, text="#1", reply_markup=KEYS)

    status, words = await play.mistake(
        LI, "press", chat="private", message=card["message_id"], button="办结"
    )

    assert status == 400
    assert words == "Message 1 has no button “办结”; it has: 接单、私聊、网站."


async def test_start_payload_follows_telegrams_rule(play):
    for bad in ("x" * 65, "a b", "中文"):
        status, _ = await play.mistake(LI, "start", payload=bad)
        assert status == 400

    await play.does(LI, "start", payload="x" * 64)
    assert await play.texts_given() == ["/start " + "x" * 64]


async def test_person_who_never_started_must_start_before_speaking(play):
    status, words = await play.mistake(ZHAO, "say", chat="private", text="hello")
    assert (status, words) == (400, "赵阿姨 has not started the bot; use /start first.")

    await play.does(ZHAO, "say", chat="private", text="/start")
    await play.does(ZHAO, "say", chat="private", text="hello")
    assert await play.texts_given() == ["/start", "hello"]


async def test_start_by_one_who_blocked_the_bot_unblocks_it_first(play):
    await play.does(LI, "block")
    await play.does(LI, "start")

    kinds = [next(iter(one.keys() - {"update_id"})) for one in await play.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_photo_location_and_voice_reach_the_bot_and_the_page(play):
    await play.does(LI, "say", chat="private", photo=PIXEL, text="看")
    await play.does(LI, "say", chat="private", location={"latitude": 31.5, "longitude": 121})
    await play.does(LI, "say", chat="private", voice={"duration": 6})

    photo, place, voice = [one["message"] for one in await play.updates()]
    assert (photo["caption"], photo["photo"][-1]["width"]) == ("看", 1)
    assert place["location"] == {"latitude": 31.5, "longitude": 121}
    assert voice["voice"]["duration"] == 6
    shown = await play.seen(LI)
    assert (await play.http.get(shown[0]["photo"])).headers["content-type"] == "image/png"
    assert shown[1]["location"] == place["location"]
    assert shown[2]["voice"] == {"duration": 6, "url": None}


async def test_album_arrives_as_messages_of_one_group_and_a_reply_carries_one_of_them(play):
    said = [await play.does(LI, "say", chat="private", photo=PIXEL, album="a") for _ in range(2)]
    await play.does(LI, "say", chat="private", text="both", reply_to=said[0]["message"])

    one, two, reply = [update["message"] for update in await play.updates()]
    assert one["media_group_id"] == two["media_group_id"]
    assert reply["reply_to_message"]["message_id"] == said[0]["message"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": "x" * 4097},
        {"text": "x" * 1025, "photo": PIXEL},
        {"photo": "no-such-picture"},
        {"photo": "../README.md"},
        {"photo": "data:image/png;base64,!"},
        {"photo": PIXEL, "voice": {"duration": 1}},
        {"location": {"latitude": "north"}},
        {"text": 5},
    ],
)
async def test_what_cannot_be_said_is_a_mistake_with_a_sentence(play, body):
    status, words = await play.mistake(LI, "say", chat="private", **body)

    assert status == 400
    assert words.endswith(".")


async def test_deletion_is_never_told_and_ends_replies(play):
    said = await play.does(LI, "say", chat="private", text="one")
    await play.does(LI, "say", chat="private", text="two", reply_to=said["message"])
    await play.updates(offset=-1)
    before = play.sandbox.updates.last

    await play.does(LI, "delete", chat="private", message=said["message"])

    (seen,) = await play.seen(LI)
    assert (seen["text"], seen["reply_to"]) == ("two", None)
    assert play.sandbox.updates.last == before


async def test_nobody_edits_or_deletes_what_others_said_but_admins_may_delete(play):
    said = await play.does(LI, "say", chat=GROUP, text="one")
    target = {"chat": GROUP, "message": said["message"]}

    assert (await play.mistake(EMMA, "edit", **target, text="x"))[0] == 400
    assert (await play.mistake(ZHAO, "delete", **target))[0] == 400
    await play.does(EMMA, "delete", **target)
    assert await play.seen(LI, GROUP) == []


async def test_edit_without_change_tells_nobody(play):
    said = await play.does(LI, "say", chat="private", text="one")
    await play.does(LI, "edit", chat="private", message=said["message"], text="one")

    assert await play.texts_given() == ["one"]


async def test_bot_is_nobody_who_speaks(play):
    assert (await play.mistake(BOT, "say", chat=GROUP, text="x"))[0] == 404
