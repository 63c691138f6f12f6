"""Groups as Telegram tells of them: which handler hears what, and what it asks for."""

import pytest
from telegram import Update

from bot.lanes import Silent
from governance.chats import Answer, Membership, Standing
from governance.refusals import Unknown
from handlers import chats, directory
from handlers.context import Context, Toast, topic_of
from handlers.routes import ROUTES
from services import whereabouts
from services.chats import binding, moving, standing
from services.hearing import Asked
from storage.inbox import ANSWERS
from tests.bot.doors import BOT, GROUP, LI, LIBRARY, NAME, message, person, press
from tests.services.town import CHEN

OLD, NEW = -5, -1002000000001
SELF = {"id": GROUP, "type": "supergroup", "title": "群"}
ANONYMOUS = {"from": person(1087968824, is_bot=True), "sender_chat": SELF}
CHANNEL = {"id": -1009, "type": "channel", "title": "频道"}
AS_CHANNEL = {"from": person(136817688, is_bot=True), "sender_chat": CHANNEL}
LINKED = {"from": person(777000), "sender_chat": CHANNEL, "is_automatic_forward": True}
FORUM = {"message_thread_id": 42, "is_topic_message": True}
STARTED = {"forum_topic_created": {"name": "电梯", "icon_color": 1}}


def heard(update, number=1):
    return Update.de_json({"update_id": number, **update}, Silent(BOT, NAME))


async def ask(update, number=1):
    """Let an update reach its handler; return the verb, its words, and the toast."""
    update, asked = heard(update, number), []

    async def asker(_update, verb, words):
        asked.append((verb, words))
        return {
            "grid": "二网格",
            "owner": "王师傅",
            "away": False,
            "substitute": "周",
            "head": "孙",
        }

    context = Context(update, LIBRARY.speak("zh-CN"), asker, lambda _: None)
    for route in ROUTES:
        check = route.check_update(update)
        if check is not None and check is not False:
            route.collect_additional_context(context, update, None, check)
            toast = await route.callback(update, context)
            return *(asked[0] if asked else (None, None)), toast
    return None, None, None


def say(text="", chat=GROUP, **more):
    return {"message": message(text, chat=chat, **more)}


def here(chat=GROUP, number=7, topic=None):
    return Asked(chat=chat, message=number, topic=topic)


@pytest.mark.parametrize(
    ("text", "chat", "verb"),
    [
        ("/bind", GROUP, binding.ask),
        ("/bind", LI, binding.elsewhere),
        ("/unbind", GROUP, binding.give_up),
        ("/unbind", LI, binding.elsewhere),
        ("/grid", GROUP, whereabouts.grid),
        ("/whoami", LI, whereabouts.whoami),
    ],
)
async def test_a_command_asks_for_its_verb_where_it_was_said(text, chat, verb):
    assert await ask(say(text, chat)) == (verb, {"asked": here(chat)}, None)


@pytest.mark.parametrize("text", ["/bind", "/unbind"])
async def test_an_anonymous_administrator_is_asked_for_a_tap(text):
    assert await ask(say(text, **ANONYMOUS)) == (binding.unnamed, {"asked": here()}, None)


@pytest.mark.parametrize("who", [AS_CHANNEL], ids=["channel"])
async def test_who_writes_as_a_channel_cannot_register_a_group(who):
    verb, words, _ = await ask(say("/bind", **who))

    assert (verb, words["key"]) == (directory.directory.refuse, "refusal-anonymous")


async def test_a_post_of_the_linked_channel_is_not_heard_and_a_comment_under_it_is():
    post = message("/grid", chat=GROUP, number=3, **LINKED)
    comment = say("/grid", reply_to_message=post, message_thread_id=3)

    assert await ask({"message": post}) == (None, None, None)
    # a thread of comments is no topic: Telegram refuses its number
    assert await ask(comment) == (whereabouts.grid, {"asked": here()}, None)


async def test_an_answer_goes_to_the_topic_in_which_was_asked():
    verb, words, _ = await ask(say("/grid", **FORUM))

    assert (verb, words["asked"].address.topic) == (whereabouts.grid, 42)


@pytest.mark.parametrize(
    ("more", "topic"),
    [
        (FORUM, 42),
        (FORUM | {"message_thread_id": 1}, None),
        ({"message_thread_id": 42}, None),
        ({}, None),
    ],
    ids=["topic", "general", "thread", "none"],
)
def test_only_a_topic_that_may_be_named_is_named(more, topic):
    update = heard(say("x", **more))

    assert topic_of(update.effective_message) == topic
    assert topic_of(None) is None


async def test_what_is_said_in_a_topic_is_no_reply_to_whoever_began_it():
    began = message("", chat=GROUP, number=42, **STARTED) | {"from": person(BOT, is_bot=True)}

    assert await ask(say("早上好", reply_to_message=began, **FORUM)) == (None, None, None)


@pytest.mark.parametrize(
    ("data", "verb"), [("g:0:bind", binding.ask), ("g:0:agree", binding.agree)]
)
async def test_a_tap_shows_who_it_is_and_is_answered_at_once(data, verb):
    words = {"asked": here(number=0)}
    toast = Toast(LIBRARY.speak("zh-CN").plain("telegram-asked"))

    assert await ask(press(data, chat=GROUP)) == (verb, words, toast)


@pytest.mark.parametrize("data", ["g:0:x", "g:0:unbind"])
async def test_a_tap_that_is_none_of_ours_is_unknown(data):
    with pytest.raises(Unknown):
        await ask(press(data, chat=GROUP))


@pytest.mark.parametrize(("chat", "alert"), [(GROUP, True), (LI, False)])
async def test_a_building_is_answered_by_an_alert_in_a_group(chat, alert):
    verb, words, toast = await ask(press("g:0:grid-b3", chat=chat))

    assert (verb, words) == (whereabouts.look, {"building": "b3", "asked": here(chat, 0)})
    assert (toast is not None) is alert
    assert toast is None or (toast.alert and "王师傅" in toast.text)


async def test_a_language_is_chosen_by_a_tap():
    verb, words, _ = await ask(press("l:0:en", chat=LI))

    assert (verb, words["wanted"]) == (directory.directory.language, "en")


def member(status, **more):
    return {"user": person(BOT, is_bot=True), "status": status, **more}


def changed(new, chat=GROUP):
    kind = "supergroup" if chat < 0 else "private"
    return {
        "my_chat_member": {
            "chat": {"id": chat, "type": kind, "title": "群", "first_name": "p"},
            "from": person(CHEN),
            "date": 1,
            "old_chat_member": member("member"),
            "new_chat_member": new,
        }
    }


RIGHTS = dict.fromkeys(
    (
        *("can_send_messages", "can_change_info", "can_invite_users", "can_pin_messages"),
        *("can_manage_topics", "can_send_polls", "can_send_other_messages", "can_edit_tag"),
        *("can_add_web_page_previews", "can_send_audios", "can_send_documents"),
        *("can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes"),
        *("can_react_to_messages",),
    ),
    False,
)
HIGH = {
    "can_be_edited": False,
    "is_anonymous": False,
    **dict.fromkeys(
        (
            *("can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
            *("can_restrict_members", "can_promote_members", "can_change_info"),
            *("can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
        ),
        True,
    ),
}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (member("member"), Standing(membership=Membership.MEMBER)),
        (member("left"), Standing(membership=Membership.LEFT, inside=False)),
        (
            member("kicked", until_date=0),
            Standing(membership=Membership.KICKED, inside=False),
        ),
        (member("administrator", **HIGH), Standing(membership=Membership.ADMINISTRATOR)),
        (
            member("restricted", is_member=True, until_date=0, **RIGHTS),
            Standing(membership=Membership.RESTRICTED, can_send=False),
        ),
        (
            member("restricted", is_member=False, until_date=0, **RIGHTS)
            | {"can_send_messages": True},
            Standing(membership=Membership.RESTRICTED, inside=False),
        ),
    ],
    ids=lambda value: value.get("status") if isinstance(value, dict) else "",
)
async def test_how_the_bot_stands_is_heard_in_groups(new, expected):
    words = {"chat": GROUP, "standing": expected}

    assert await ask(changed(new)) == (standing.stood, words, None)


async def test_the_door_of_a_private_chat_is_heard_as_before():
    assert await ask(changed(member("member"), chat=LI)) == (
        directory.directory.reach,
        {"reachable": True},
        None,
    )


SERVICE = {
    "moved-away": (
        {"migrate_to_chat_id": NEW},
        (moving.moved, {"old": GROUP, "new": NEW}),
    ),
    "moved-here": (
        {"migrate_from_chat_id": OLD},
        (moving.moved, {"old": OLD, "new": GROUP}),
    ),
    "renamed": (
        {"new_chat_title": "新群"},
        (standing.renamed, {"chat": GROUP, "title": "新群"}),
    ),
    "bot-came": (
        {"new_chat_members": [person(LI), person(BOT, is_bot=True)]},
        (standing.introduce, {"asked": here(number=0)}),
    ),
    "founded": ({"group_chat_created": True}, (standing.introduce, {"asked": here(number=0)})),
    "neighbour-came": ({"new_chat_members": [person(LI)]}, (None, None)),
}


@pytest.mark.parametrize(("more", "expected"), SERVICE.values(), ids=SERVICE)
@pytest.mark.parametrize("who", [{}, ANONYMOUS], ids=["named", "anonymous"])
async def test_what_telegram_says_of_a_group_is_heard(more, expected, who):
    assert (await ask(say(**more, **who)))[:2] == expected


TOLD = {
    "about": "bind",
    "by": CHEN,
    "chat": GROUP,
    "message": 7,
    "topic": 42,
    "title": "群",
    "reached": True,
    "bot": {"membership": "member", "can_send": True, "inside": True},
    "member": None,
}


@pytest.mark.parametrize(
    ("about", "verb"),
    [("bind", binding.known), ("agree", binding.agreed), ("look", standing.looked)],
)
async def test_an_answer_of_telegram_goes_on_with_what_was_asked(about, verb):
    asked, words, _ = await ask({chats.ANSWER: TOLD | {"about": about}}, ANSWERS + 5)

    bot = Standing(membership=Membership.MEMBER)
    answer = Answer(about=about, chat=GROUP, message=7, topic=42, title="群", bot=bot)
    assert (asked, words) == (verb, {"answer": answer})


async def test_nobody_else_can_answer_for_telegram():
    assert await ask({chats.ANSWER: TOLD}, 5) == (None, None, None)
    assert await ask({"other": TOLD}, ANSWERS + 5) == (None, None, None)
    assert chats.OURS == ANSWERS
