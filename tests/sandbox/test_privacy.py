import pytest

from tests.sandbox.playing import ADMIN_GROUP, BASIC_GROUP, EMMA, GROUP, LI


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("/report 电梯坏了", True),
        ("/report@linli_demo_bot 电梯坏了", True),
        ("/report@Linli_Demo_Bot", True),
        ("/report@other_bot 电梯坏了", False),
        ("电梯坏了", False),
        ("/report电梯坏了", False),
        ("请看 /report", False),
        ("@linli_demo_bot 电梯坏了", True),
        ("电梯坏了 @linli_demo_bot", True),
        ("@linli_demo_bot_2 电梯坏了", False),
        ("@linli_demo_bot你好", False),
    ],
)
async def test_group_gives_the_bot_only_what_addresses_it(play, text, given):
    await play.does(LI, "say", chat=GROUP, text=text)

    assert await play.texts_given() == ([text] if given else [])


async def test_reply_to_the_bot_is_given_and_reply_to_a_person_is_not(play):
    card = await play.bot("sendMessage", chat_id=GROUP, text="#1")
    said = await play.does(LI, "say", chat=GROUP, text="坏了")

    await play.does(EMMA, "say", chat=GROUP, text="to Li", reply_to=said["message"])
    await play.does(EMMA, "say", chat=GROUP, text="to the bot", reply_to=card["message_id"])

    assert await play.texts_given() == ["to the bot"]


async def test_caption_with_a_command_is_given(play):
    photo = "lift-broken"
    await play.does(LI, "say", chat=GROUP, text="/report 电梯", photo=photo)
    await play.does(LI, "say", chat=GROUP, text="电梯", photo=photo)

    assert [one["message"]["caption"] for one in await play.updates()] == ["/report 电梯"]


async def test_administrator_bot_sees_everything(play):
    await play.does(LI, "say", chat=ADMIN_GROUP, text="chatter")

    assert await play.texts_given() == ["chatter"]


async def test_bot_without_privacy_sees_everything(play):
    play.sandbox.world.bot.privacy = False

    await play.does(LI, "say", chat=GROUP, text="chatter")

    assert await play.texts_given() == ["chatter"]
    assert (await play.bot("getMe"))["can_read_all_group_messages"] is True


async def test_edits_are_given_by_the_same_rule(play):
    silent = await play.does(LI, "say", chat=GROUP, text="电梯")
    spoken = await play.does(LI, "say", chat=GROUP, text="/report 电梯")

    await play.does(LI, "edit", chat=GROUP, message=silent["message"], text="电梯坏了")
    await play.does(LI, "edit", chat=GROUP, message=spoken["message"], text="/report 坏了")

    first, second = await play.updates()
    assert first["message"]["text"] == "/report 电梯"
    assert second["edited_message"]["text"] == "/report 坏了"
    assert second["edited_message"]["edit_date"] >= second["edited_message"]["date"]


async def test_service_messages_are_given(play):
    await play.does(LI, "leave", chat=BASIC_GROUP)

    (update,) = await play.updates()
    assert update["message"]["left_chat_member"]["id"] == LI


async def test_bot_outside_a_group_is_given_nothing_of_it(play):
    await play.post(f"/chats/{GROUP}/kick", person=play.sandbox.world.bot.id)
    await play.updates(offset=-1)
    before = play.sandbox.updates.last

    await play.does(LI, "say", chat=GROUP, text="/report")

    assert play.sandbox.updates.last == before
