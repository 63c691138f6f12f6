import pytest

from tests.sandbox.playing import ADMIN_GROUP, BOT, EMMA, GROUP, LI, PIXEL, ZHAO

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_get_me_tells_of_privacy(play):
    me = await play.bot("getMe")

    assert (me["id"], me["username"]) == (BOT, "linli_demo_bot")
    assert me["can_read_all_group_messages"] is False


async def test_answer_to_an_unknown_press_is_refused(play):
    assert await play.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_answer_after_150_seconds_is_refused(play):
    card = await play.bot(
        "sendMessage",
        chat_id=LI,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]},
    )
    pressed = {"message": card["message_id"], "button": "a"}
    await play.does(LI, "press", chat="private", wait=False, **pressed)
    (update,) = await play.updates()
    await play.post("/clock/advance", seconds=151)

    query = update["callback_query"]["id"]
    assert await play.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD


@pytest.mark.parametrize("body", [{"photo": PIXEL}, {"voice": {"duration": 2}}])
async def test_file_of_a_person_is_fetched_by_the_bot(play, body):
    await play.does(LI, "say", chat="private", **body)
    (update,) = await play.updates()
    file = (update["message"].get("photo") or [update["message"].get("voice")])[-1]

    told = await play.bot("getFile", file_id=file["file_id"])
    token = play.sandbox.world.bot.token
    fetched = await play.http.get(f"/file/bot{token}/{told['file_path']}")

    assert len(fetched.content) == told["file_size"] == file["file_size"]
    assert (await play.http.get(f"/file/botwrong/{told['file_path']}")).status_code == 401
    assert (await play.http.get(f"/file/bot{token}/photos/none.jpg")).status_code == 404


async def test_unknown_file_is_refused(play):
    assert await play.refused("getFile", file_id="x") == "Bad Request: invalid file_id"


async def test_chats_and_members_are_told(play):
    chat = await play.bot("getChat", chat_id=GROUP)
    private = await play.bot("getChat", chat_id=LI)
    standings = {
        who: (await play.bot("getChatMember", chat_id=GROUP, user_id=who))["status"]
        for who in (LI, EMMA, BOT)
    }
    outside = await play.bot("getChatMember", chat_id=ADMIN_GROUP, user_id=ZHAO)
    chiefs = await play.bot("getChatAdministrators", chat_id=ADMIN_GROUP)

    assert (chat["type"], chat["title"]) == ("supergroup", "居民群")
    assert (private["type"], private["first_name"]) == ("private", "李婶")
    assert standings == {LI: "member", EMMA: "creator", BOT: "member"}
    assert outside["status"] == "left"
    assert [(one["user"]["id"], one["status"]) for one in chiefs] == [
        (EMMA, "creator"),
        (BOT, "administrator"),
    ]
    assert await play.bot("getChatMemberCount", chat_id=GROUP) == 4


async def test_kicked_person_stands_as_kicked(play):
    await play.post(f"/chats/{ADMIN_GROUP}/kick", person=LI)

    member = await play.bot("getChatMember", chat_id=ADMIN_GROUP, user_id=LI)
    assert member["status"] == "kicked"


async def test_bot_that_is_no_administrator_is_told_only_of_chiefs_and_of_whom_it_has_met(play):
    unmet = await play.refused("getChatMember", chat_id=GROUP, user_id=ZHAO)
    await play.does(LI, "leave", chat=GROUP)
    gone = await play.refused("getChatMember", chat_id=GROUP, user_id=LI)
    await play.does(ZHAO, "say", chat=GROUP, text="/start")
    met = await play.bot("getChatMember", chat_id=GROUP, user_id=ZHAO)

    assert (unmet, gone) == (
        "Bad Request: user not found",
        "Bad Request: PARTICIPANT_ID_INVALID",
    )
    assert met["status"] == "member"


async def test_questions_that_have_no_answer_are_refused(play):
    assert (
        await play.refused("getChatMember", chat_id=GROUP, user_id=5)
        == "Bad Request: user not found"
    )
    assert (
        await play.refused("getChatAdministrators", chat_id=LI)
        == "Bad Request: there are no administrators in the private chat"
    )
    assert await play.refused("getChat", chat_id=5) == "Bad Request: chat not found"


async def test_webhook_is_none_and_what_waits_is_counted_and_dropped(play):
    await play.does(LI, "say", chat="private", text="x")
    assert (await play.bot("getWebhookInfo"))["pending_update_count"] == 1

    await play.bot("deleteWebhook")
    assert (await play.bot("getWebhookInfo"))["pending_update_count"] == 1

    await play.bot("deleteWebhook", drop_pending_updates=True)
    assert await play.updates() == []
