from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot.errors import TEXTS, NeverLeft, Outcome, OutcomeUnknown, classify

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
BAD_TAG = 'Bad Request: can\'t parse entities: Unsupported start tag "电梯" at byte offset 4'

BAD_REQUESTS = [
    (NOT_MODIFIED, Outcome.OK_ANYWAY),
    ("Bad Request: MESSAGE_NOT_MODIFIED", Outcome.OK_ANYWAY),
    ("Bad Request: TOPIC_NOT_MODIFIED", Outcome.OK_ANYWAY),
    ("Bad Request: poll has already been closed", Outcome.OK_ANYWAY),
    ("Bad Request: message to edit not found", Outcome.GONE),
    ("Bad Request: message to delete not found", Outcome.GONE),
    ("Bad Request: message to pin not found", Outcome.GONE),
    ("Bad Request: message to unpin not found", Outcome.GONE),
    ("Bad Request: message to react not found", Outcome.GONE),
    ("Bad Request: message with poll to stop not found", Outcome.GONE),
    ("Bad Request: message can't be edited", Outcome.GONE),
    ("Bad Request: message can't be deleted for everyone", Outcome.GONE),
    ("Bad Request: MESSAGE_ID_INVALID", Outcome.GONE),
    ("Bad Request: private chat not found", Outcome.NO_DM),
    ("Bad Request: user not found", Outcome.NO_DM),
    ("Bad Request: USER_IS_BLOCKED", Outcome.NO_DM),
    ("Bad Request: INPUT_USER_DEACTIVATED", Outcome.NO_DM),
    ("Bad Request: need administrator rights in the channel chat", Outcome.MUTED),
    ("Bad Request: CHAT_RESTRICTED", Outcome.MUTED),
    ("Bad Request: not enough rights to send text messages to the chat", Outcome.MUTED),
    ("Bad Request: have no rights to send a message", Outcome.MUTED),
    ("Bad Request: CHAT_WRITE_FORBIDDEN", Outcome.MUTED),
    ("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", Outcome.MUTED),
    ("Bad Request: TOPIC_CLOSED", Outcome.MUTED),
    ("Bad Request: message thread not found", Outcome.NO_THREAD),
    ("Bad Request: TOPIC_DELETED", Outcome.NO_THREAD),
    ("Bad Request: TOPIC_ID_INVALID", Outcome.NO_THREAD),
    (BAD_TAG, Outcome.BAD_MARKUP),
    (TOO_OLD, Outcome.TOO_LATE),
    ("Bad Request: QUERY_ID_INVALID", Outcome.TOO_LATE),
    ("Bad Request: message is too long", Outcome.REFUSED),
    ("Bad Request: BUTTON_DATA_INVALID", Outcome.REFUSED),
    ("Bad Request: not enough rights to manage pinned messages in the chat", Outcome.REFUSED),
    ("Request Entity Too Large", Outcome.REFUSED),
]
FORBIDDENS = [
    ("Forbidden: bot was kicked from the group chat", Outcome.OUT),
    ("Forbidden: bot was kicked from the supergroup chat", Outcome.OUT),
    ("Forbidden: bot is not a member of the supergroup chat", Outcome.OUT),
    ("Forbidden: bot is not a member of the channel chat", Outcome.OUT),
    ("Forbidden: the group chat was deleted", Outcome.OUT),
    ("Forbidden: the supergroup was deleted", Outcome.OUT),
    ("Forbidden: the channel was deleted", Outcome.OUT),
    ("Forbidden: bot was blocked by the user", Outcome.NO_DM),
    ("Forbidden: user is deactivated", Outcome.NO_DM),
    ("Forbidden: bot can't initiate conversation with a user", Outcome.NO_DM),
    ("Forbidden: bot can't send messages to bots", Outcome.NO_DM),
]


def test_every_text_that_is_known_stands_here_as_telegram_says_it():
    said = [text.partition(": ")[2].lower() for text, _ in (*BAD_REQUESTS, *FORBIDDENS)]
    known = [each for _, beginnings in TEXTS for each in beginnings]

    assert [each for each in known if not any(text.startswith(each) for text in said)] == []


@pytest.mark.parametrize(("text", "outcome"), BAD_REQUESTS)
def test_classify_a_bad_request_by_the_exact_text(text, outcome):
    assert classify(BadRequest(text), private=False).outcome is outcome


@pytest.mark.parametrize(("text", "outcome"), FORBIDDENS)
@pytest.mark.parametrize("private", [True, False])
def test_classify_a_forbidden_by_the_exact_text(text, outcome, private):
    assert classify(Forbidden(text), private=private).outcome is outcome


@pytest.mark.parametrize("text", ["Bad Request: chat not found", "Bad Request: PEER_ID_INVALID"])
@pytest.mark.parametrize(("private", "outcome"), [(True, Outcome.NO_DM), (False, Outcome.OUT)])
def test_classify_a_chat_never_met_by_the_kind_of_chat(text, private, outcome):
    assert classify(BadRequest(text), private=private).outcome is outcome


@pytest.mark.parametrize(("private", "outcome"), [(True, Outcome.NO_DM), (False, Outcome.REFUSED)])
def test_classify_a_forbidden_of_a_text_not_yet_known(private, outcome):
    error = Forbidden("Forbidden: something new")

    assert classify(error, private=private).outcome is outcome


def test_classify_does_not_read_what_a_user_wrote():
    error = BadRequest('Bad Request: can\'t parse entities: tag "bot was kicked from"')

    assert classify(error, private=False).outcome is Outcome.BAD_MARKUP


@pytest.mark.parametrize(
    "error",
    [
        OutcomeUnknown("HTTP 502"),
        TimedOut(),
        NetworkError("Bad Gateway"),
        TelegramError("Invalid server response"),
        TimeoutError(),
        RuntimeError("ours"),
    ],
)
def test_classify_everything_else_as_unknown(error):
    assert classify(error, private=False).outcome is Outcome.UNKNOWN


def test_classify_what_never_left_before_all_else():
    assert classify(NeverLeft("refused"), private=True).outcome is Outcome.AGAIN


@pytest.mark.parametrize(
    "error", [Conflict("terminated by other getUpdates request"), InvalidToken("Unauthorized")]
)
def test_classify_stops_on_a_second_instance_and_a_bad_token(error):
    assert classify(error, private=False).outcome is Outcome.STOP


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)])
def test_classify_tells_how_long_to_wait_when_telegram_does(wait):
    verdict = classify(RetryAfter(wait), private=False)

    assert (verdict.outcome, verdict.seconds) == (Outcome.LATER, 7.0)


def test_classify_reads_retry_after_as_a_plain_number(monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "false")

    with pytest.warns(PTBDeprecationWarning):
        verdict = classify(RetryAfter(7), private=False)

    assert verdict.seconds == 7.0


def test_classify_names_the_new_chat_of_a_migrated_group():
    verdict = classify(ChatMigrated(-1001234567890), private=False)

    assert (verdict.outcome, verdict.chat) == (Outcome.READDRESS, -1001234567890)
