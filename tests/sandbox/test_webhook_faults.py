import time

import pytest

from sandbox.courier import lane_of
from tests.sandbox.playing import EMMA
from tests.sandbox.receiver import receiving
from tests.sandbox.test_webhooks import hook, says, taken


async def test_duplicate_is_delivered_twice_though_taken(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/faults", kind="duplicate")
        await says(living, "one", "two")
        await receiver.got(3)
        await taken(living)

    assert receiver.texts == ["one", "one", "two"]


async def test_apply_then_drop_leaves_before_the_answer_and_comes_again(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/faults", kind="apply-then-drop", method="webhook")
        await says(living, "one")
        await receiver.got(2)
        info = await taken(living)

    assert receiver.texts == ["one", "one"]
    assert info["last_error_message"] == "Connection closed unexpectedly"


async def test_drop_before_apply_never_arrives_and_comes_again(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/faults", kind="drop-before-apply", method="webhook")
        await says(living, "one")
        await receiver.got(1)
        info = await taken(living)

    assert receiver.texts == ["one"]
    assert info["last_error_message"] == "Connection closed unexpectedly"


async def test_slow_arrives_late_and_once(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/faults", kind="slow", method="webhook", delay=0.2)
        began = time.monotonic()
        await says(living, "one")
        await receiver.got(1)
        await taken(living)

    assert receiver.texts == ["one"]
    assert receiver.requests[0]["at"] - began >= 0.2


async def test_swapped_lanes_let_a_later_one_overtake(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/faults", kind="swapped-lanes", delay=0.3)
        await says(living, "a")
        await says(living, "b", who=EMMA)
        await receiver.got(2)

    assert receiver.texts == ["b", "a"]


CHAT, USER = {"id": -1}, {"id": 5}


@pytest.mark.parametrize(
    ("kind", "held", "lane"),
    [
        ("message", {"chat": CHAT, "from": USER}, ("chat", -1)),
        ("edited_message", {"chat": CHAT, "from": USER}, ("chat", -1)),
        ("channel_post", {"chat": CHAT}, ("chat", -1)),
        ("callback_query", {"from": USER, "message": {"chat": CHAT}}, ("press", 5)),
        ("poll", {"id": "77"}, ("poll", "77")),
        ("poll_answer", {"poll_id": "77", "user": USER}, ("poll", "77")),
        ("my_chat_member", {"chat": CHAT, "from": USER}, ("my_chat_member", -1)),
        ("chat_member", {"chat": CHAT, "from": USER}, ("user", 5)),
        ("chat_join_request", {"chat": CHAT, "from": USER}, ("user", 5)),
        ("message_reaction", {"chat": CHAT, "user": USER}, ("message_reaction", -1)),
        ("message", {"chat": "broken"}, ("chat", 0)),
    ],
)
def test_lanes_are_those_of_the_bot_api_server(kind, held, lane):
    assert lane_of({"update_id": 1, kind: held}) == lane
