import pytest

from sandbox.api import METHODS
from sandbox.errors import FloodError
from sandbox.pace import COUNTED, Pace
from tests.sandbox.playing import EMMA, GROUP, LI, PIXEL

FREE = (
    *("answerCallbackQuery", "deleteMessage", "getMe", "getChat", "getChatMember", "getFile"),
    *("setMyCommands", "setWebhook", "getWebhookInfo", "closeForumTopic"),
)


@pytest.fixture
def pace():
    time = [100.0]
    pace = Pace(lambda: time[0], on=True, slack=0)
    pace.time = time
    return pace


def flood(pace, method, chat, size=1):
    """Return the seconds to wait, 0 where the call may go."""
    try:
        pace.count(method, chat, size)
    except FloodError as refusal:
        return refusal.parameters["retry_after"]
    return 0


def test_a_chat_takes_one_a_second(pace):
    assert flood(pace, "sendMessage", LI) == 0
    pace.time[0] += 0.99
    assert flood(pace, "editMessageText", LI) == 1
    pace.time[0] += 0.01
    assert flood(pace, "editMessageText", LI) == 0


def test_what_was_refused_does_not_count_against_the_next(pace):
    flood(pace, "sendMessage", LI)
    for _ in range(9):
        pace.time[0] += 0.1
        assert flood(pace, "sendMessage", LI) == 1
    pace.time[0] += 0.11
    assert flood(pace, "sendMessage", LI) == 0


def test_a_group_takes_20_sends_edits_and_topics_a_minute(pace):
    kinds = ("sendMessage", "editMessageText", "createForumTopic", "editMessageReplyMarkup")
    for number in range(20):
        assert flood(pace, kinds[number % 4], GROUP) == 0
        pace.time[0] += 1.0

    assert flood(pace, "sendMessage", GROUP) == 40
    assert flood(pace, "sendMessage", LI) == 0
    pace.time[0] += 39.9
    assert flood(pace, "sendMessage", GROUP) == 1
    pace.time[0] += 0.1
    assert flood(pace, "sendMessage", GROUP) == 0
    assert pace.shown()["fullest_minute"] == 20


def test_a_person_has_no_limit_of_the_minute(pace):
    for _ in range(40):
        assert flood(pace, "sendMessage", LI) == 0
        pace.time[0] += 1.0


def test_all_chats_together_take_30_in_any_second(pace):
    # at the turn of a second a fixed window would let 60 through
    pace.time[0] += 0.5
    for chat in range(1, 31):
        assert flood(pace, "sendMessage", chat) == 0
    pace.time[0] += 0.6
    assert flood(pace, "sendMessage", 31) == 1
    pace.time[0] += 0.4
    assert flood(pace, "sendMessage", 31) == 0


def test_an_album_counts_as_all_its_messages_and_its_chat_rests_as_long(pace):
    assert flood(pace, "sendMediaGroup", LI, 4) == 0
    pace.time[0] += 1.0
    assert flood(pace, "sendMessage", LI) == 3
    pace.time[0] += 3.0
    assert flood(pace, "sendMessage", LI) == 0
    assert (pace.shown()["counted"], pace.shown()["busiest_second"]) == (6, 4)


def test_a_group_takes_two_albums_of_ten_a_minute_and_not_one_message_more(pace):
    assert flood(pace, "sendMediaGroup", GROUP, 10) == 0
    pace.time[0] += 10.0
    assert flood(pace, "sendMediaGroup", GROUP, 10) == 0
    pace.time[0] += 10.0

    assert flood(pace, "sendMessage", GROUP) == 40
    pace.time[0] += 40.0
    assert flood(pace, "sendMediaGroup", GROUP, 10) == 0
    assert pace.shown()["fullest_minute"] == 20


def test_a_group_whose_minute_is_all_but_full_is_told_with_the_seconds_left(pace):
    for _ in range(14):
        flood(pace, "sendMessage", GROUP)
        flood(pace, "sendMessage", LI)
        pace.time[0] += 1.0
    assert pace.shown()["full"] == []
    for _ in range(2):
        flood(pace, "sendMessage", GROUP)
        flood(pace, "sendMessage", LI)
        pace.time[0] += 1.0

    assert pace.shown()["full"] == [{"chat": GROUP, "count": 16, "seconds": 45}]
    pace.time[0] += 45.0
    assert pace.shown()["full"] == []


def test_three_albums_of_ten_fill_the_second_of_all_chats(pace):
    for chat in (1, 2, 3):
        assert flood(pace, "sendMediaGroup", chat, 10) == 0
    pace.time[0] += 0.5

    assert flood(pace, "sendMessage", 4) == 1
    assert pace.shown()["refused_by"] == {"chat": 0, "group": 0, "bot": 1}
    pace.time[0] += 0.5
    assert flood(pace, "sendMediaGroup", 4, 10) == 0


def test_slack_is_for_a_chat_and_never_for_all_of_them(pace):
    pace.slack = 50
    for chat in range(1, 31):
        flood(pace, "sendMessage", chat)
    pace.time[0] += 0.96

    assert flood(pace, "sendMessage", 31) == 1
    assert pace.shown()["last"][-1] == {
        "method": "sendMessage",
        "chat": 31,
        "by": "bot",
        "early_ms": 40,
    }
    pace.time[0] += 0.04
    assert flood(pace, "sendMessage", 31) == 0
    pace.time[0] += 0.96
    assert flood(pace, "sendMessage", 31) == 0


def test_the_busiest_second_counts_what_was_refused_too_and_slides(pace):
    pace.on = False
    for chat in range(1, 4):
        pace.count("sendMessage", chat)
        pace.time[0] += 0.4
    pace.on = True
    for _ in range(3):
        flood(pace, "sendMessage", 3)

    told = pace.shown()
    assert (told["busiest_second"], told["counted"]) == (5, 6)
    assert (told["refused"], told["refused_by"]) == (3, {"chat": 3, "group": 0, "bot": 0})


@pytest.mark.parametrize("method", FREE)
def test_what_says_nothing_in_a_chat_is_free(pace, method):
    for _ in range(100):
        assert flood(pace, method, GROUP) == 0
    assert pace.shown()["counted"] == 0


def test_every_method_that_sends_or_edits_is_counted():
    talking = {name for name in METHODS if name.startswith(("send", "edit", "copy", "forward"))}

    assert talking | {"createForumTopic", "stopPoll"} == COUNTED


async def test_limits_are_off_until_switched_on_and_then_answer_429(play):
    for _ in range(3):
        assert (await play.bot_raw("sendMessage", chat_id=LI, text="x"))["ok"]
    assert (await play.get("/limits"))["on"] is False

    assert (await play.post("/limits", on=True, reset=True))["counted"] == 0
    assert (await play.bot_raw("sendMessage", chat_id=LI, text="x"))["ok"]
    assert await play.bot_raw("sendMessage", chat_id=LI, text="x") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert (await play.bot_raw("sendMessage", chat_id=EMMA, text="x"))["ok"]
    assert len(await play.seen(LI)) == 4
    told = await play.get("/limits")
    assert (told["on"], told["refused"], told["busiest_second"]) == (True, 1, 3)


async def test_an_album_that_is_sent_counts_as_many_as_it_holds(play):
    await play.post("/limits", on=True)
    photo = (await play.bot("sendPhoto", chat_id=EMMA, photo=await known(play)))["photo"]
    media = [{"type": "photo", "media": photo[-1]["file_id"]}] * 3
    assert (await play.bot_raw("sendMediaGroup", chat_id=LI, media=media))["ok"]

    refused = await play.bot_raw("sendMessage", chat_id=LI, text="x")

    assert refused["parameters"] == {"retry_after": 3}
    assert (await play.get("/limits"))["counted"] == 5


async def known(play):
    """Return the file id of a photo that somebody sent."""
    await play.does(LI, "say", chat="private", photo=PIXEL)
    update = (await play.updates())[-1]
    return update["message"]["photo"][-1]["file_id"]


async def test_civil_time_frees_nobody_from_the_limits(play):
    await play.post("/limits", on=True)
    await play.bot("sendMessage", chat_id=LI, text="x")
    await play.post("/clock/advance", seconds=3600)

    assert (await play.bot_raw("sendMessage", chat_id=LI, text="x"))["error_code"] == 429


async def test_a_call_to_nobody_counts_for_nothing(play):
    await play.post("/limits", on=True)
    await play.refused("sendMessage", chat_id=424242, text="x")

    assert (await play.get("/limits"))["counted"] == 0


async def test_a_slack_beyond_its_second_is_a_mistake(play):
    status, words = await play.mistaken("/limits", slack_ms=5000)

    assert (status, words) == (400, "`slack_ms` must be from 0 to 1000.")
