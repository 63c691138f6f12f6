import pytest

from tests.sandbox.playing import ADMIN_GROUP, BOT, EMMA, GROUP, LI, ZHAO

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
UNCLOSED = "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
ONE = {"inline_keyboard": [[{"text": "接单", "callback_data": "a:1"}]]}
TWO = {"inline_keyboard": [[{"text": "办结", "callback_data": "f:1"}]]}


async def test_message_is_seen_with_its_entities_and_buttons(play):
    sent = await play.bot(
        "sendMessage",
        chat_id=LI,
        text="<b>#1</b> 😀 <i>x</i>",
        parse_mode="HTML",
        reply_markup=ONE,
    )

    (seen,) = await play.seen(LI)
    assert seen["text"] == sent["text"] == "#1 😀 x"
    assert [(e["type"], e["offset"], e["length"]) for e in seen["entities"]] == [
        ("bold", 0, 2),
        ("italic", 6, 1),
    ]
    assert seen["buttons"] == [[{"text": "接单", "data": "a:1"}]]
    assert seen["from"] == {"id": BOT, "name": "邻里", "bot": True}


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"chat_id": 9999, "text": "x"}, "Bad Request: chat not found"),
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": LI}, "Bad Request: message text is empty"),
        ({"chat_id": LI, "text": " \n "}, "Bad Request: message text is empty"),
        ({"chat_id": LI, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": LI, "text": "x", "parse_mode": "No"}, "Bad Request: unsupported parse_mode"),
        (
            {"chat_id": ZHAO, "text": "x"},
            "Forbidden: bot can't initiate conversation with a user",
        ),
        (
            {"chat_id": LI, "text": "x", "reply_parameters": {"message_id": 77}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": LI, "text": "<b>x", "parse_mode": "HTML"},
            UNCLOSED,
        ),
        ({"chat_id": LI, "text": "x", "reply_markup": "{"}, None),
    ],
)
async def test_send_is_refused_in_telegrams_words(play, params, error):
    words = await play.refused("sendMessage", **params)

    assert words == (error or "Bad Request: object expected as reply markup")
    assert await play.seen(LI) == []


async def test_text_of_exactly_4096_is_sent(play):
    sent = await play.bot("sendMessage", chat_id=LI, text="好" * 4096)

    assert len(sent["text"]) == 4096


async def test_blocked_bot_is_refused_until_unblocked(play):
    await play.does(LI, "block")
    refusal = await play.bot_raw("sendMessage", chat_id=LI, text="x")
    assert (refusal["error_code"], refusal["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )

    await play.does(LI, "unblock")
    assert (await play.bot("sendMessage", chat_id=LI, text="x"))["message_id"] == 1


async def test_bot_that_was_kicked_or_left_is_refused(play):
    await play.post(f"/chats/{GROUP}/kick", person=BOT)
    await play.post("/chats/-3/kick", person=BOT)
    await play.does(BOT, "leave", chat=ADMIN_GROUP)

    words = [await play.refused("sendMessage", chat_id=c, text="x") for c in (GROUP, -3, -1002)]
    assert words == [
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot was kicked from the group chat",
        "Forbidden: bot is not a member of the supergroup chat",
    ]


async def test_message_ids_count_in_every_chat_for_itself(play):
    for chat in (GROUP, LI, GROUP):
        last = await play.bot("sendMessage", chat_id=chat, text="x")

    assert last["message_id"] == 2


async def test_reply_carries_one_message_without_a_reply_of_its_own(play):
    first = await play.does(LI, "say", chat=GROUP, text="/report one")
    second = await play.bot(
        "sendMessage",
        chat_id=GROUP,
        text="two",
        reply_parameters={"message_id": first["message"]},
    )
    await play.does(EMMA, "say", chat=GROUP, text="three", reply_to=second["message_id"])

    replied = (await play.updates())[-1]["message"]["reply_to_message"]
    assert replied["text"] == "two"
    assert "reply_to_message" not in replied
    assert second["reply_to_message"]["text"] == "/report one"


async def test_edit_changes_text_and_takes_buttons_away_unless_given_again(play):
    sent = await play.bot("sendMessage", chat_id=LI, text="one", reply_markup=ONE)
    target = {"chat_id": LI, "message_id": sent["message_id"]}

    await play.bot("editMessageText", **target, text="two", reply_markup=TWO)
    assert (await play.seen(LI))[0]["buttons"] == [[{"text": "办结", "data": "f:1"}]]

    await play.bot("editMessageText", **target, text="three")
    (seen,) = await play.seen(LI)
    assert (seen["text"], seen["buttons"]) == ("three", None)
    assert seen["edited"] is not None


async def test_edit_without_change_is_refused(play):
    sent = await play.bot(
        "sendMessage", chat_id=LI, text="<b>one</b>", parse_mode="HTML", reply_markup=ONE
    )
    target = {"chat_id": LI, "message_id": sent["message_id"]}

    same = {"text": "<b>one</b>", "parse_mode": "HTML", "reply_markup": ONE}
    assert await play.refused("editMessageText", **target, **same) == NOT_MODIFIED
    assert await play.refused("editMessageReplyMarkup", **target, reply_markup=ONE) == NOT_MODIFIED
    await play.bot("editMessageText", **target, text="one", reply_markup=ONE)


async def test_edit_of_what_is_gone_or_not_its_own_is_refused(play):
    said = await play.does(LI, "say", chat="private", text="hello")

    missing = await play.refused("editMessageText", chat_id=LI, message_id=99, text="x")
    foreign = await play.refused(
        "editMessageText", chat_id=LI, message_id=said["message"], text="x"
    )
    assert missing == "Bad Request: message to edit not found"
    assert foreign == "Bad Request: message can't be edited"


async def test_photo_is_uploaded_shown_and_sent_again_by_its_id(play):
    png = (play.sandbox.root / "pictures" / "lift-broken.jpg").read_bytes()
    url = f"/bot{play.sandbox.world.bot.token}/sendPhoto"
    answer = await play.http.post(
        url, data={"chat_id": LI, "caption": "电梯"}, files={"photo": ("a b;c.jpg", png)}
    )
    sizes = answer.json()["result"]["photo"]
    again = await play.bot("sendPhoto", chat_id=EMMA, photo=sizes[-1]["file_id"])

    assert again["photo"] == sizes
    assert sizes[0]["width"] < sizes[-1]["width"]
    (seen,) = await play.seen(LI)
    assert seen["text"] == "电梯"
    shown = await play.http.get(seen["photo"])
    assert (shown.content, shown.headers["content-type"]) == (png, "image/jpeg")


async def test_attached_upload_is_found_by_its_name(play):
    png = (play.sandbox.root / "pictures" / "lift-broken.jpg").read_bytes()
    url = f"/bot{play.sandbox.world.bot.token}/sendPhoto"

    answer = await play.http.post(
        url, data={"chat_id": LI, "photo": "attach://p1"}, files={"p1": ("p", png)}
    )

    assert answer.json()["ok"]


async def test_photo_that_is_none_is_refused(play):
    url = f"/bot{play.sandbox.world.bot.token}/sendPhoto"
    answer = await play.http.post(url, data={"chat_id": LI}, files={"photo": ("p", b"text")})

    assert answer.json()["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert (
        await play.refused("sendPhoto", chat_id=LI, photo="nonsense")
        == "Bad Request: wrong file identifier/HTTP URL specified"
    )
    assert (
        await play.refused("sendPhoto", chat_id=LI)
        == "Bad Request: there is no photo in the request"
    )


async def test_caption_is_edited_and_kept_apart_from_text(play):
    url = f"/bot{play.sandbox.world.bot.token}/sendPhoto"
    jpg = (play.sandbox.root / "pictures" / "lift-fixed.jpg").read_bytes()
    await play.http.post(url, data={"chat_id": LI, "caption": "a"}, files={"photo": ("p", jpg)})
    await play.bot("sendMessage", chat_id=LI, text="b")
    photo, text = {"chat_id": LI, "message_id": 1}, {"chat_id": LI, "message_id": 2}

    assert (await play.bot("editMessageCaption", **photo, caption="c"))["caption"] == "c"
    assert (
        await play.refused("editMessageText", **photo, text="x")
        == "Bad Request: there is no text in the message to edit"
    )
    assert (
        await play.refused("editMessageCaption", **text, caption="x")
        == "Bad Request: there is no caption in the message to edit"
    )
    assert (
        await play.refused("editMessageCaption", **photo, caption="x" * 1025)
        == "Bad Request: message caption is too long"
    )


async def test_location_is_sent(play):
    sent = await play.bot("sendLocation", chat_id=LI, latitude=31.2, longitude=121.4)

    assert sent["location"] == {"latitude": 31.2, "longitude": 121.4}


async def test_delete_takes_own_messages_and_spares_others_in_a_group(play):
    own = await play.bot("sendMessage", chat_id=GROUP, text="x")
    foreign = await play.does(LI, "say", chat=GROUP, text="/x")

    await play.bot("deleteMessage", chat_id=GROUP, message_id=own["message_id"])
    words = [
        await play.refused("deleteMessage", chat_id=GROUP, message_id=number)
        for number in (own["message_id"], foreign["message"])
    ]

    assert words == [
        "Bad Request: message to delete not found",
        "Bad Request: message can't be deleted",
    ]
    assert [one["text"] for one in await play.seen(LI, GROUP)] == ["/x"]


async def test_delete_comes_too_late_after_two_days(play):
    sent = await play.bot("sendMessage", chat_id=LI, text="x")
    await play.post("/clock/advance", seconds=48 * 3600 + 1)

    words = await play.refused("deleteMessage", chat_id=LI, message_id=sent["message_id"])
    assert words == "Bad Request: message can't be deleted for everyone"
