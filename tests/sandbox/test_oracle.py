import pytest

from tests import oracle

CHAT = {"id": 1, "type": "private", "first_name": "a"}
MESSAGE = {"message_id": 1, "date": 1, "chat": CHAT, "text": "x"}


def test_good_exchange_passes():
    oracle.check_request("sendMessage", {"chat_id": 1, "text": "x"})
    oracle.check_reply("sendMessage", MESSAGE)
    oracle.check_update({"update_id": 1, "message": MESSAGE})


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessag", {"chat_id": 1, "text": "x"}),
        ("sendMessage", {"chat_id": 1}),
        ("sendMessage", {"chat_id": 1, "text": "x", "colour": "red"}),
        (
            "sendMessage",
            {
                "chat_id": 1,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "a", "calback_data": "b"}]]},
            },
        ),
    ],
)
def test_bad_request_fails(method, params):
    with pytest.raises(AssertionError):
        oracle.check_request(method, params)


@pytest.mark.parametrize(
    "message",
    [
        {**MESSAGE, "colour": "red"},
        {**MESSAGE, "chat": {"id": 1}},
        {**MESSAGE, "entities": [{"type": "bold", "offset": 0, "length": 1, "colour": "red"}]},
    ],
)
def test_bad_update_or_reply_fails(message):
    with pytest.raises(AssertionError):
        oracle.check_update({"update_id": 1, "message": message})
    with pytest.raises(AssertionError):
        oracle.check_reply("sendMessage", message)
