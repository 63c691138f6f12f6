from tests.sandbox.playing import ADMIN_GROUP, BASIC_GROUP, BOT, EMMA, GROUP, LI, ZHAO


def standings(updates):
    changes = [one["my_chat_member"] for one in updates if "my_chat_member" in one]
    return [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]


async def test_block_and_unblock_are_told(play):
    await play.does(LI, "block")
    await play.does(LI, "unblock")

    updates = await play.updates()
    assert standings(updates) == [("member", "kicked"), ("kicked", "member")]
    assert {one["my_chat_member"]["chat"]["id"] for one in updates} == {LI}


async def test_kick_and_return_of_the_bot_are_told(play):
    await play.post(f"/chats/{GROUP}/kick", person=BOT)
    await play.does(BOT, "join", chat=GROUP)

    updates = await play.updates()
    assert standings(updates) == [("member", "kicked"), ("kicked", "member")]
    left, joined = [one["message"] for one in updates if "message" in one]
    assert left["left_chat_member"]["id"] == BOT
    assert joined["new_chat_members"][0]["id"] == BOT
    assert joined["from"]["id"] == EMMA


async def test_administrator_that_was_removed_comes_back_as_a_member(play):
    await play.post(f"/chats/{ADMIN_GROUP}/kick", person=BOT)
    await play.does(BOT, "join", chat=ADMIN_GROUP)

    assert standings(await play.updates()) == [("administrator", "kicked"), ("kicked", "member")]


async def test_person_joins_leaves_and_is_kicked_with_a_note(play):
    await play.does(ZHAO, "join", chat=BASIC_GROUP)
    await play.does(ZHAO, "leave", chat=BASIC_GROUP)
    await play.post(f"/chats/{GROUP}/kick", person=ZHAO)

    notes = [one["message"] for one in await play.updates()]
    assert notes[0]["new_chat_members"][0]["id"] == ZHAO
    assert [(n["left_chat_member"]["id"], n["from"]["id"]) for n in notes[1:]] == [
        (ZHAO, ZHAO),
        (ZHAO, EMMA),
    ]


async def test_notes_are_read_in_the_readers_language(play):
    await play.does(ZHAO, "leave", chat=GROUP)

    assert (await play.seen(LI, GROUP))[-1]["service"] == "赵阿姨 离开了群组"
    assert (await play.seen(EMMA, GROUP))[-1]["service"] == "赵阿姨 left the group"


async def test_one_outside_sees_nothing_and_a_newcomer_to_a_plain_group_no_past(play):
    for chat in (BASIC_GROUP, ADMIN_GROUP):
        await play.bot("sendMessage", chat_id=chat, text="before")
        assert await play.seen(ZHAO, chat) == []
        await play.does(ZHAO, "join", chat=chat)

    assert [one["text"] for one in await play.seen(ZHAO, BASIC_GROUP)] == [""]
    assert [one["text"] for one in await play.seen(ZHAO, ADMIN_GROUP)] == ["before", ""]


async def test_moves_that_cannot_be_are_mistakes(play):
    assert (await play.mistake(LI, "join", chat=GROUP))[0] == 400
    assert (await play.mistake(ZHAO, "leave", chat=BASIC_GROUP))[0] == 400
    assert (await play.mistake(LI, "leave", chat=LI))[0] == 400
    assert (await play.mistake(LI, "unblock"))[0] == 400
    assert (await play.mistake(ZHAO, "say", chat=BASIC_GROUP, text="x"))[0] == 400
