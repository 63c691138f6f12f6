import pytest

from tests.sandbox.playing import BOT, EMMA, GROUP, LI

NO_THREAD = "Bad Request: message thread not found"


async def topic(play, forum, name="电梯"):
    return (await play.post(f"/chats/{forum}/topics", name=name, by=EMMA))["id"]


async def make_admin(play, forum, **rights):
    await play.post(f"/chats/{forum}/admin", person=BOT, admin=True, rights=rights)
    await play.updates(offset=-1)
    play.sandbox.updates.drop()


async def test_a_topic_of_people_is_noted_and_answers_to_its_note(play):
    forum = await play.forum()
    number = await topic(play, forum)
    await play.does(LI, "say", chat=forum, text="/report 坏了", topic=number)

    note, heard = [one["message"] for one in await play.updates()]
    assert note["forum_topic_created"]["name"] == "电梯"
    assert (note["message_id"], note["message_thread_id"]) == (number, number)
    assert (heard["message_thread_id"], heard["is_topic_message"]) == (number, True)
    assert heard["reply_to_message"]["message_id"] == number
    assert heard["chat"]["is_forum"] is True
    assert number > 1
    seen = (await play.seen(EMMA, forum))[-1]
    assert (seen["topic"], seen["reply_to"]) == (number, None)


async def test_what_stands_in_a_topic_the_bot_made_is_no_answer_to_the_bot(play):
    forum = await play.forum()
    await make_admin(play, forum)
    made = await play.bot("createForumTopic", chat_id=forum, name="事项")
    number = made["message_thread_id"]
    await play.post(f"/chats/{forum}/admin", person=BOT, admin=False)
    await play.updates(offset=-1)
    play.sandbox.updates.drop()

    await play.does(LI, "say", chat=forum, text="闲聊", topic=number)

    assert await play.updates() == []


async def test_the_bot_writes_into_a_topic_and_an_answer_follows_its_message(play):
    forum = await play.forum()
    number = await topic(play, forum)
    said = await play.does(LI, "say", chat=forum, text="/report", topic=number)

    sent = await play.bot("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    reply = {"message_id": said["message"]}
    answer = await play.bot("sendMessage", chat_id=forum, text="y", reply_parameters=reply)
    general = await play.bot("sendMessage", chat_id=forum, text="z")

    assert (sent["message_thread_id"], answer["message_thread_id"]) == (number, number)
    assert answer["reply_to_message"]["message_id"] == said["message"]
    assert "message_thread_id" not in general


@pytest.mark.parametrize("number", [1, 99])
async def test_no_topic_of_this_number_is_found(play, number):
    forum = await play.forum()
    await topic(play, forum)

    words = await play.refused("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    assert words == NO_THREAD


async def test_where_there_are_no_topics_none_is_found(play):
    for chat in (GROUP, LI):
        words = await play.refused("sendMessage", chat_id=chat, text="x", message_thread_id=5)
        assert words == NO_THREAD
    words = await play.refused("createForumTopic", chat_id=GROUP, name="x")
    assert words == "Bad Request: the chat is not a forum"


async def test_replies_in_a_plain_supergroup_bear_a_number_that_leads_nowhere(play):
    first = await play.does(LI, "say", chat=GROUP, text="one")
    second = await play.does(EMMA, "say", chat=GROUP, text="two", reply_to=first["message"])
    await play.does(LI, "say", chat=GROUP, text="/report", reply_to=second["message"])

    (update,) = await play.updates()
    assert update["message"]["message_thread_id"] == first["message"]
    assert "is_topic_message" not in update["message"]


async def test_into_a_closed_topic_only_chiefs_write(play):
    forum = await play.forum()
    number = await topic(play, forum)
    await play.post(f"/chats/{forum}/topics/{number}", closed=True)

    words = await play.refused("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    assert words == "Bad Request: TOPIC_CLOSED"
    status, told = await play.mistake(EMMA, "say", chat=forum, text="x", topic=number)
    assert (status, told) == (400, "The topic “电梯” is closed.")
    await play.does(LI, "say", chat=forum, text="x", topic=number)
    await make_admin(play, forum)
    await play.bot("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    await play.post(f"/chats/{forum}/topics/{number}", closed=False)
    await play.does(EMMA, "say", chat=forum, text="x", topic=number)
    notes = [one["service"] for one in await play.seen(LI, forum) if one["service"]]
    assert notes[-2:] == ["李婶 关闭了话题“电梯”", "李婶 重新打开了话题“电梯”"]


async def test_a_deleted_topic_is_gone_with_all_that_was_said_in_it(play):
    forum = await play.forum()
    number = await topic(play, forum)
    await play.bot("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    await play.post(f"/chats/{forum}/topics/{number}", deleted=True)

    assert [one["topic"] for one in await play.seen(LI, forum)] == [None, None]
    words = await play.refused("sendMessage", chat_id=forum, text="x", message_thread_id=number)
    assert words == NO_THREAD


async def test_the_bot_manages_topics_with_the_right_to_do_so(play):
    forum = await play.forum()
    place = {"chat_id": forum}
    number = await topic(play, forum)
    theirs = {**place, "message_thread_id": number}
    assert await play.refused("createForumTopic", **place, name="x") == (
        "Bad Request: not enough rights to create a topic"
    )
    assert await play.refused("closeForumTopic", **theirs) == (
        "Bad Request: not enough rights to close or open the topic"
    )
    await make_admin(play, forum, can_delete_messages=False)

    made = await play.bot("createForumTopic", **place, name="事项")
    assert made["name"] == "事项"
    assert await play.bot("closeForumTopic", **theirs) is True
    assert await play.refused("closeForumTopic", **theirs) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await play.bot("reopenForumTopic", **theirs) is True
    assert await play.refused("deleteForumTopic", **theirs) == (
        "Bad Request: not enough rights to delete the topic"
    )
    await make_admin(play, forum)
    assert await play.bot("deleteForumTopic", **theirs) is True
    assert await play.refused("reopenForumTopic", **theirs) == NO_THREAD
    assert await play.refused("createForumTopic", **place, name=" ") == (
        "Bad Request: TOPIC_TITLE_EMPTY"
    )


async def test_topics_that_cannot_be_are_mistakes(play):
    forum = await play.forum()
    number = await topic(play, forum)

    assert (await play.mistaken(f"/chats/{forum}/topics", name=" ", by=LI))[0] == 400
    assert (await play.mistaken(f"/chats/{forum}/topics", name="x", by=1003))[0] == 400
    assert (await play.mistaken(f"/chats/{forum}/topics/99", closed=True))[0] == 404
    assert (await play.mistaken(f"/chats/{forum}/topics/{number}", closed=False))[0] == 400
    assert (await play.mistake(LI, "say", chat=forum, text="x", topic=99))[0] == 404
    assert (await play.mistake(LI, "say", chat=GROUP, text="x", topic=2))[0] == 400
