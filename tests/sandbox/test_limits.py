import pytest
from telegram import constants

from sandbox import limits
from sandbox.errors import BadRequestError
from sandbox.limits import LIMITS

PUBLISHED = {
    "text": constants.MessageLimit.MAX_TEXT_LENGTH,
    "caption": constants.MessageLimit.CAPTION_LENGTH,
    "entities": constants.MessageLimit.MESSAGE_ENTITIES,
    "callback_data": constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
    "callback_answer": constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    "buttons": constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER,
    "buttons_per_row": constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW,
    "commands": constants.BotCommandLimit.MAX_COMMAND_NUMBER,
    "command": constants.BotCommandLimit.MAX_COMMAND,
    "command_description": constants.BotCommandLimit.MAX_DESCRIPTION,
    "start_payload": constants.MessageLimit.DEEP_LINK_LENGTH,
    "updates": constants.PollingLimit.MAX_LIMIT,
    "photo_bytes": constants.FileSizeLimit.PHOTOSIZE_UPLOAD,
    "download_bytes": constants.FileSizeLimit.FILESIZE_DOWNLOAD,
    "upload_bytes": constants.FileSizeLimit.FILESIZE_UPLOAD,
    "poll_question": constants.PollLimit.MAX_QUESTION_LENGTH,
    "poll_option": constants.PollLimit.MAX_OPTION_LENGTH,
    "poll_options": constants.PollLimit.MAX_OPTION_NUMBER,
    "poll_period": constants.PollLimit.MAX_OPEN_PERIOD,
    "topic": constants.ForumTopicLimit.MAX_NAME_LENGTH,
    "description": constants.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    "short_description": constants.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
}
# PTB names no constants for these; they are from telegram.md 2.2, 2.6.
OURS = {"callback_age", "message_age", "delete_age", "poll_seconds"}


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_limit_is_the_published_one(name):
    assert LIMITS[name] == int(PUBLISHED[name])


def test_every_limit_is_checked_or_named_as_ours():
    assert LIMITS.keys() == PUBLISHED.keys() | OURS


NO_ACTION = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


def keyboard(*sizes, **button):
    button = button or {"callback_data": "x"}
    return [[{"text": "a", **button}] * size for size in sizes]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (keyboard(9), "REPLY_MARKUP_TOO_LONG"),
        (keyboard(*[8] * 12, 5), "REPLY_MARKUP_TOO_LONG"),
        (keyboard(1, callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (keyboard(1, callback_data="好" * 22), "BUTTON_DATA_INVALID"),
        (keyboard(1, callback_data=""), "BUTTON_DATA_INVALID"),
        (
            keyboard(1, url="http://"),
            "inline keyboard button URL 'http://' is invalid: Wrong HTTP URL",
        ),
        (
            [[{"text": "a"}]],
            NO_ACTION,
        ),
    ],
)
def test_keyboard_beyond_the_limits_is_refused(rows, words):
    with pytest.raises(BadRequestError) as refusal:
        limits.check_keyboard(rows)

    assert refusal.value.description == f"Bad Request: {words}"


def test_keyboard_at_the_limits_stands():
    limits.check_keyboard(keyboard(*[8] * 12, 4))
    limits.check_keyboard(keyboard(1, callback_data="x" * 64))
    limits.check_keyboard(keyboard(1, url="https://t.me/linli_demo_bot?start=a"))


def test_text_is_counted_in_utf16_units():
    limits.check_text("😀" * 2048)
    with pytest.raises(BadRequestError, match="message is too long"):
        limits.check_text("😀" * 2049)


def test_callback_answer_beyond_200_is_refused():
    limits.check_callback_answer("好" * 200)
    with pytest.raises(BadRequestError, match="MESSAGE_TOO_LONG"):
        limits.check_callback_answer("好" * 201)
