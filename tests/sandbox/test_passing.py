import pytest

from tests.sandbox.playing import ADMIN_GROUP, BOT, EMMA, GROUP, LI, PIXEL

NO_PIN = "Bad Request: not enough rights to manage pinned messages in the chat"


async def test_a_copy_tells_nothing_of_its_origin_and_a_forward_does(play):
    said = await play.does(LI, "say", chat="private", photo=PIXEL, text="看")
    source = {"chat_id": EMMA, "from_chat_id": LI, "message_id": said["message"]}

    copied = await play.bot("copyMessage", **source, caption="另一句")
    passed = await play.bot("forwardMessage", **source)

    assert copied == {"message_id": 1}
    assert passed["forward_origin"]["sender_user"]["id"] == LI
    copy, forward = await play.seen(EMMA)
    assert (copy["text"], copy["photo"] is not None, copy["forwarded"]) == ("另一句", True, None)
    assert (forward["text"], forward["forwarded"]) == ("看", {"title": "李婶"})
    target = {"chat_id": EMMA, "message_id": 2}
    assert await play.refused("editMessageCaption", **target, caption="x") == (
        "Bad Request: message can't be edited"
    )


async def test_a_forwarded_poll_stays_one_poll_and_a_copied_one_starts_anew(play):
    sent = await play.bot(
        "sendPoll", chat_id=GROUP, question="?", options=["a"], is_anonymous=False
    )
    source = {"chat_id": LI, "from_chat_id": GROUP, "message_id": sent["message_id"]}
    await play.bot("forwardMessage", **source)
    await play.bot("copyMessage", **source)
    await play.does(LI, "vote", chat="private", message=1, options=[0])

    forwarded, copied = await play.seen(LI)
    assert (forwarded["poll"]["id"], forwarded["poll"]["total"]) == (sent["poll"]["id"], 1)
    assert copied["poll"]["id"] != sent["poll"]["id"]
    assert copied["poll"]["total"] == 0


@pytest.mark.parametrize(("verb", "done"), [("copy", "copied"), ("forward", "forwarded")])
async def test_what_is_not_there_or_a_note_is_not_passed_on(play, verb, done):
    await play.does(EMMA, "leave", chat=GROUP)
    source = {"chat_id": LI, "from_chat_id": GROUP}

    missing = await play.refused(f"{verb}Message", **source, message_id=99)
    note = await play.refused(f"{verb}Message", **source, message_id=1)

    assert missing == f"Bad Request: message to {verb} not found"
    assert note == f"Bad Request: the message can't be {done}"


async def test_pins_are_kept_noted_and_taken_away(play):
    first = (await play.bot("sendMessage", chat_id=ADMIN_GROUP, text="one"))["message_id"]
    second = (await play.bot("sendMessage", chat_id=ADMIN_GROUP, text="two"))["message_id"]
    for number in (first, second, second):
        await play.bot("pinChatMessage", chat_id=ADMIN_GROUP, message_id=number)

    assert await pinned(play) == "two"
    await play.bot("unpinChatMessage", chat_id=ADMIN_GROUP)
    assert await pinned(play) == "one"
    await play.bot("unpinChatMessage", chat_id=ADMIN_GROUP, message_id=first)
    assert await pinned(play) is None
    await play.bot("unpinChatMessage", chat_id=ADMIN_GROUP)
    notes = [one["service"] for one in await play.seen(LI, ADMIN_GROUP) if one["service"]]
    assert notes == ["邻里 置顶了一条消息"] * 2


async def pinned(play):
    told = await play.bot("getChat", chat_id=ADMIN_GROUP)
    return told.get("pinned_message", {}).get("text")


async def test_a_deleted_message_is_pinned_no_more(play):
    sent = await play.bot("sendMessage", chat_id=ADMIN_GROUP, text="one")
    place = {"chat_id": ADMIN_GROUP, "message_id": sent["message_id"]}
    await play.bot("pinChatMessage", **place)
    await play.bot("deleteMessage", **place)

    assert await pinned(play) is None


async def test_who_may_not_pin_is_refused(play):
    sent = await play.bot("sendMessage", chat_id=GROUP, text="one")
    place = {"chat_id": GROUP, "message_id": sent["message_id"]}

    assert await play.refused("pinChatMessage", **place) == NO_PIN
    rights = {"can_pin_messages": False}
    await play.post(f"/chats/{GROUP}/admin", person=BOT, admin=True, rights=rights)
    assert await play.refused("pinChatMessage", **place) == NO_PIN
    missing = await play.refused("pinChatMessage", chat_id=LI, message_id=9)
    assert missing == "Bad Request: message to pin not found"


async def test_the_bot_leaves_a_group_and_is_told_so(play):
    assert await play.bot("leaveChat", chat_id=GROUP) is True

    (update,) = await play.updates()
    change = update["my_chat_member"]
    assert (change["new_chat_member"]["status"], change["from"]["id"]) == ("left", BOT)
    assert await play.refused("leaveChat", chat_id=GROUP) == (
        "Forbidden: bot is not a member of the supergroup chat"
    )
    assert await play.refused("leaveChat", chat_id=LI) == (
        "Bad Request: chat member status can't be changed in private chats"
    )
