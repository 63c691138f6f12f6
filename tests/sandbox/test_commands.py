import pytest

from tests.sandbox.playing import ADMIN_GROUP, EMMA, GROUP, LI, ZHAO


async def test_commands_are_kept_by_scope_and_language(play):
    commands = [{"command": "report", "description": "上报"}]
    english = [{"command": "report", "description": "Report"}]
    scope = {"type": "all_group_chats"}

    await play.bot("setMyCommands", commands=commands, scope=scope)
    await play.bot("setMyCommands", commands=english, scope=scope, language_code="en")

    assert await play.bot("getMyCommands", scope=scope) == commands
    assert await play.bot("getMyCommands", scope=scope, language_code="en") == english
    assert await play.bot("getMyCommands") == []


@pytest.mark.parametrize(
    ("commands", "error"),
    [
        ([{"command": "a", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "Report", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_commands_that_cannot_be_shown_are_refused(play, commands, error):
    assert await play.refused("setMyCommands", commands=commands) == f"Bad Request: {error}"


def menu(word):
    return [{"command": word, "description": word}]


async def shown(play, who, chat):
    found = (await play.get(f"/people/{who}/chats/{chat}/commands"))["commands"]
    return found[0]["command"] if found else None


async def test_the_narrowest_menu_is_shown(play):
    scopes = {
        "default": {"type": "default"},
        "private": {"type": "all_private_chats"},
        "groups": {"type": "all_group_chats"},
        "chiefs": {"type": "all_chat_administrators"},
        "here": {"type": "chat", "chat_id": GROUP},
        "chiefs_here": {"type": "chat_administrators", "chat_id": ADMIN_GROUP},
        "zhao": {"type": "chat_member", "chat_id": GROUP, "user_id": ZHAO},
        "li": {"type": "chat", "chat_id": LI},
    }
    for word, scope in scopes.items():
        await play.bot("setMyCommands", commands=menu(word), scope=scope)

    places = [(LI, LI), (EMMA, EMMA), (LI, GROUP), (ZHAO, GROUP), (EMMA, ADMIN_GROUP)]
    seen = [await shown(play, who, chat) for who, chat in places]
    assert seen == ["li", "private", "here", "zhao", "chiefs_here"]
    assert await shown(play, LI, -3) == "groups"


async def test_a_menu_that_is_taken_away_lets_a_wider_one_show(play):
    scope = {"type": "chat", "chat_id": LI}
    await play.bot("setMyCommands", commands=menu("wide"))
    await play.bot("setMyCommands", commands=menu("narrow"), scope=scope)
    assert await shown(play, LI, LI) == "narrow"

    await play.bot("deleteMyCommands", scope=scope)

    assert await shown(play, LI, LI) == "wide"


async def test_the_menu_in_the_readers_language_goes_first(play):
    await play.bot("setMyCommands", commands=menu("chinese"))
    await play.bot("setMyCommands", commands=menu("english"), language_code="en")

    assert (await shown(play, LI, LI), await shown(play, EMMA, EMMA)) == ("chinese", "english")


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ({"type": "moon"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "chat_id is empty"),
        ({"type": "chat", "chat_id": 5}, "chat not found"),
        ({"type": "chat_member", "chat_id": GROUP, "user_id": 5}, "user not found"),
        (
            {"type": "chat_administrators", "chat_id": LI},
            "can't change commands in private chats",
        ),
    ],
)
async def test_a_scope_that_is_none_is_refused(play, scope, words):
    refusal = await play.refused("setMyCommands", commands=menu("x"), scope=scope)

    assert refusal == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("name", "key", "limit"),
    [("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_descriptions_are_kept_by_language(play, name, key, limit):
    await play.bot(f"setMy{name}", **{key: "邻里"})
    await play.bot(f"setMy{name}", **{key: "Linli"}, language_code="en")

    assert await play.bot(f"getMy{name}", language_code="en") == {key: "Linli"}
    assert await play.bot(f"getMy{name}", language_code="fr") == {key: "邻里"}
    words = await play.refused(f"setMy{name}", **{key: "x" * (limit + 1)})
    assert words == f"Bad Request: bot {key.replace('_', ' ')} is too long"
