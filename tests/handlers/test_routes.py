import pytest
from telegram import Update

from bot.lanes import Silent
from governance.categories import Reading
from handlers import cases, chats, directory, intake, intents, presses
from handlers.context import Context
from handlers.routes import COMMANDS, ROUTES, UPDATES
from tests.bot.doors import BOT, GROUP, LI, LIBRARY, NAME, message, person, press

PHOTO = [{"file_id": "f1", "file_unique_id": "u1", "width": 1, "height": 1}]
FILES = {
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
    "document": {"document": {"file_id": "d", "file_unique_id": "d"}},
    "video": {
        "video": {"file_id": "m", "file_unique_id": "m", "width": 1, "height": 1, "duration": 1}
    },
}
CHANNEL = {"id": -1009, "type": "channel", "title": "频道"}
SELF = {"id": GROUP, "type": "supergroup", "title": "群"}
ANONYMOUS = {"from": person(1087968824, is_bot=True), "sender_chat": SELF}
AS_CHANNEL = {"from": person(136817688, is_bot=True), "sender_chat": CHANNEL}
FORWARDED = {"from": person(777000), "sender_chat": CHANNEL, "is_automatic_forward": True}
NOT_ANONYMOUS = {"anonymous-admin": ANONYMOUS, "as-channel": AS_CHANNEL}
EVERY = [("start", directory.start), *((c.name, c.handler) for c in COMMANDS)]
UNHEARD = pytest.mark.parametrize(
    ("chat", "heard"), [(LI, directory.guide), (GROUP, None)], ids=["private", "group"]
)
PLACES = pytest.mark.parametrize("chat", [LI, GROUP], ids=["private", "group"])


def heard(update):
    return Update.de_json({"update_id": 1, **update}, Silent(BOT, NAME))


def handler(update):
    """Return which handler an update reaches, as the lanes look for it."""
    update = heard(update)
    for route in ROUTES:
        check = route.check_update(update)
        if check is not None and check is not False:
            return route.callback
    return None


def said(text="", **more):
    return handler({"message": message(text, **more)})


def edited(text, **more):
    return handler({"edited_message": message(text, **more) | {"edit_date": 1}})


def replying(to, **more):
    answered = message("card", chat=more["chat"], number=3) | {"from": to}
    return {"reply_to_message": answered, **more}


US, NEIGHBOUR = person(BOT, is_bot=True), person(5002)


@PLACES
@pytest.mark.parametrize(("name", "expected"), EVERY, ids=[name for name, _ in EVERY])
def test_a_command_reaches_its_handler(chat, name, expected):
    spellings = (f"/{name}", f"/{name} x", f"/{name}@{NAME}", f"/{name.upper()}@{NAME.upper()} x")

    assert [said(text, chat=chat) for text in spellings] == [expected] * 4


@pytest.mark.parametrize("name", [name for name, _ in EVERY])
def test_a_command_to_another_bot_reaches_nobody(name):
    assert said(f"/{name}@otherbot x", chat=GROUP) is None


@PLACES
def test_a_command_under_a_photo_is_a_report(chat):
    spellings = ("/report", "/report x", f"/report@{NAME} x", "/report\nx", "/Report x")

    reached = [said(text, chat=chat, photo=PHOTO) for text in spellings]

    assert reached == [cases.report] * 5


@UNHEARD
def test_another_command_under_a_photo_files_nothing(chat, heard):
    spellings = ("/report@otherbot x", "/reports x", "/status 1")

    assert [said(text, chat=chat, photo=PHOTO) for text in spellings] == [heard] * 3


@UNHEARD
def test_an_unknown_command_gets_help_in_private_only(chat, heard):
    assert said("/explode", chat=chat) is heard


def test_plain_words_and_photos_are_heard_in_private_only():
    assert [said("灯坏了"), said(photo=PHOTO), said("灯坏了", photo=PHOTO)] == [intents.say] * 3
    assert said("灯坏了", chat=GROUP) is None
    assert said(photo=PHOTO, chat=GROUP) is None


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_files_are_heard_in_private_and_in_reply_to_the_bot(file):
    assert said(**file) is intents.say
    assert said(chat=GROUP, **file) is None
    assert said(**file, **replying(US, chat=GROUP)) is intents.reply


def test_a_photo_of_an_album_in_a_group_may_belong_to_a_report():
    album = {"photo": PHOTO, "media_group_id": "a1"}

    assert said(chat=GROUP, **album) is cases.album
    assert said(chat=GROUP, **album, **ANONYMOUS) is None
    assert said("/report x", chat=GROUP, **album) is cases.report
    assert said(**album) is intents.say


def test_a_hazard_may_stand_under_a_photo():
    assert said("/hazard 井盖没了", chat=GROUP, photo=PHOTO) is cases.hazard


def test_a_reply_is_heard_in_a_group_where_it_is_to_the_bot():
    assert said("好了", **replying(US, chat=GROUP)) is intents.reply
    assert said(photo=PHOTO, **replying(US, chat=GROUP)) is intents.reply
    assert said("好了", **replying(NEIGHBOUR, chat=GROUP)) is None


def calling(text, name, **more):
    told = message(text, chat=GROUP, **more)
    mark = {"type": "mention", "offset": text.index("@"), "length": len(name) + 1}
    return {"message": told | {"caption_entities" if "photo" in more else "entities": [mark]}}


def test_a_call_by_name_is_heard_in_a_group_where_it_is_this_bots():
    for more in ({}, {"photo": PHOTO}):
        assert handler(calling(f"@{NAME} 灯坏了", NAME, **more)) is cases.mentioned
        assert handler(calling(f"灯坏了 @{NAME}", NAME, **more)) is cases.mentioned
        assert handler(calling("@otherbot 灯坏了", "otherbot", **more)) is None
        assert handler(calling(f"@{NAME} 灯坏了", NAME, **more, **ANONYMOUS)) is None


def test_what_is_neither_words_nor_a_file_is_said_to_be_unreadable_in_private():
    sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
    told = message() | {"sticker": sticker | {"is_animated": False, "is_video": False}}

    place = message() | {"location": {"latitude": 30.0, "longitude": 120.0}}

    assert handler({"message": told}) is intake.unreadable
    assert handler({"message": place}) is intake.unreadable
    assert handler({"message": place | {"chat": SELF}}) is None


@PLACES
def test_an_edited_command_files_nothing(chat):
    assert edited("/report 三号楼电梯坏了", chat=chat) is cases.edited
    assert edited("灯坏了", chat=chat) is cases.edited
    assert edited("/report x", chat=chat, photo=PHOTO) is cases.edited


@pytest.mark.parametrize("nobody", NOT_ANONYMOUS.values(), ids=NOT_ANONYMOUS)
def test_a_command_in_no_persons_name_is_refused(nobody):
    spellings = ("/report 三号楼电梯坏了", "/my", f"/status@{NAME} 1")

    reached = [said(text, chat=GROUP, **nobody) for text in spellings]
    reached.append(said("/report x", chat=GROUP, photo=PHOTO, **nobody))

    assert reached == [directory.anonymous] * 4


@pytest.mark.parametrize("nobody", NOT_ANONYMOUS.values(), ids=NOT_ANONYMOUS)
def test_other_words_in_no_persons_name_reach_nobody(nobody):
    assert said("好的", **replying(US, chat=GROUP), **nobody) is None
    assert said("/report@otherbot x", chat=GROUP, **nobody) is None
    assert edited("/report x", chat=GROUP, **nobody) is None


@pytest.mark.parametrize("text", ["通知", "/report 三号楼电梯坏了", "/my"])
def test_a_post_forwarded_from_a_channel_is_left_alone(text):
    assert said(text, chat=GROUP, **FORWARDED) is None
    assert said(text, chat=GROUP, photo=PHOTO, **FORWARDED) is None
    assert edited(text, chat=GROUP, **FORWARDED) is None


def test_presses_and_the_door_reach_their_handlers():
    member = {"user": person(BOT, is_bot=True), "status": "member"}
    joined = {"chat": {"id": LI, "type": "private"}, "from": person(), "date": 1}
    joined |= {"old_chat_member": member, "new_chat_member": member}

    assert handler(press("c:1:accept")) is presses.press
    assert handler(press("junk")) is presses.press
    assert handler({"my_chat_member": joined}) is chats.member


@pytest.mark.parametrize(
    "update",
    [{}, {"channel_post": message("/report x", chat=-1009)}, {"poll": None}],
    ids=["nothing", "channel", "poll"],
)
def test_all_else_reaches_nobody(update):
    assert handler(update) is None


def test_telegram_is_asked_for_what_the_routes_hear():
    assert UPDATES == ("message", "edited_message", "callback_query", "my_chat_member", "poll")


TEXTS = {
    "blank": ("/report  三号楼电梯坏了 ", "三号楼电梯坏了"),
    "line": ("/report\n三号楼电梯坏了\n两天", "三号楼电梯坏了\n两天"),
    "wide-blank": ("/report\u3000三号楼电梯坏了", "三号楼电梯坏了"),
    "named": (f"/report@{NAME} 三号楼 电梯坏了", "三号楼 电梯坏了"),
    "bare": ("/report", ""),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("photo", [None, PHOTO], ids=["words", "photo"])
async def test_a_report_is_what_stands_behind_the_command(text, expected, photo):
    asked = []

    async def asker(_update, verb, words):
        asked.append(words["heard"])

    update = heard({"message": message(text, chat=GROUP, **({"photo": photo} if photo else {}))})
    reading = Reading(category=None, building=None)

    await cases.report(update, Context(update, LIBRARY.speak("en"), asker, lambda _: reading))

    [told] = asked
    assert (told.text, told.photo, told.chat) == (expected, "f1" if photo else "", GROUP)
