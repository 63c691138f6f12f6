import asyncio
import socket
from itertools import pairwise

import pytest

from tests.sandbox.playing import ADMIN_GROUP, EMMA, GROUP, LI, until
from tests.sandbox.receiver import receiving

HOUR = 3600


async def hook(play, receiver, **params):
    await play.post("/webhook", scale=0.02)
    await play.bot("setWebhook", url=receiver.url, **params)


async def says(play, *texts, chat="private", who=LI):
    for text in texts:
        await play.does(who, "say", chat=chat, text=text)


async def info_where(play, holds):
    async def asked():
        info = await play.bot("getWebhookInfo")
        return info if holds(info) else None

    return await until(asked)


def taken(play):
    return info_where(play, lambda info: info["pending_update_count"] == 0)


async def test_an_update_is_posted_with_the_secret_and_confirmed_by_200(living):
    async with receiving() as receiver:
        await hook(living, receiver, secret_token="a-Secret_1")
        await says(living, "hello")

        (one,) = await receiver.got(1)
        await taken(living)

    assert one["line"] == "POST /hook?x=1 HTTP/1.1"
    assert one["headers"]["x-telegram-bot-api-secret-token"] == "a-Secret_1"
    assert one["headers"]["content-type"] == "application/json"
    assert one["update"]["message"]["text"] == "hello"
    (entry,) = (await living.get("/updates"))["updates"]
    assert (entry["given"], entry["fate"]) == (1, "confirmed")


async def test_without_a_secret_there_is_no_header(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await says(living, "hello")
        (one,) = await receiver.got(1)

    assert "x-telegram-bot-api-secret-token" not in one["headers"]


async def test_what_waited_before_is_carried_unless_it_is_dropped(living):
    await says(living, "old")
    async with receiving() as receiver:
        await hook(living, receiver)
        await receiver.got(1)
        await taken(living)
        await living.bot("deleteWebhook")
        await says(living, "older")
        await hook(living, receiver, drop_pending_updates=True)
        await says(living, "new")
        await receiver.got(2)

    assert receiver.texts == ["old", "new"]


async def test_a_lane_keeps_its_order_while_others_pass_it_by(living):
    async with receiving(script=[(500, ""), (500, "")]) as receiver:
        await hook(living, receiver, max_connections=1)
        await says(living, "a1", "a2", "a3")
        await receiver.got(1)
        await says(living, "b1", who=EMMA)
        await receiver.got(6)
        await taken(living)

    own = [text for text in receiver.texts if text.startswith("a")]
    assert own[-3:] == ["a1", "a2", "a3"]
    assert set(own[:-3]) <= {"a1"}
    assert receiver.texts.index("b1") < receiver.texts.index("a2")


async def test_lanes_go_in_parallel_up_to_max_connections(living):
    async with receiving(slow=0.2) as receiver:
        await hook(living, receiver, max_connections=2)
        for chat, who in (("private", LI), ("private", EMMA), (ADMIN_GROUP, LI), (GROUP, LI)):
            await says(living, "/1", "/2", chat=chat, who=who)
        await receiver.got(8)
        await taken(living)

    assert receiver.most_at_once == 2
    # kept alive: not one connection for each update
    assert receiver.connections <= 3


async def test_a_failure_is_told_and_tried_again_ever_more_slowly(living):
    async with receiving(script=[(503, "")] * 4) as receiver:
        await hook(living, receiver)
        await says(living, "hello")
        requests = await receiver.got(4)
        info = await living.bot("getWebhookInfo")
        await receiver.got(5)
        await taken(living)

    gaps = [b["at"] - a["ended"] for a, b in pairwise(requests)]
    assert gaps[0] >= 0.02
    assert gaps[1] >= 0.04
    assert gaps[2] >= 0.08
    assert receiver.texts == ["hello"] * 5
    words = "Wrong response from the webhook: 503 Service Unavailable"
    assert info["last_error_message"] == words
    assert abs(info["last_error_date"] * 1000 - living.sandbox.clock.now()) < 60_000
    assert (info["pending_update_count"], info["url"]) == (1, receiver.url)


async def test_retry_after_is_honoured(living):
    async with receiving(script=[(429, "Retry-After: 25\r\n")]) as receiver:
        await hook(living, receiver)
        await says(living, "hello")
        first, second = await receiver.got(2)

    assert second["at"] - first["ended"] >= 25 * 0.02


async def test_nobody_there_is_a_failure_too(living):
    with socket.socket() as taken_port:
        taken_port.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken_port.getsockname()[1]}/"
        await living.bot("setWebhook", url=url)
        await says(living, "hello")
        info = await info_where(living, lambda info: "last_error_message" in info)

    assert info["last_error_message"] == "Connection refused"


async def test_a_webhook_that_is_silent_is_given_up_and_asked_again(living):
    async with receiving(slow=0.6) as receiver:
        await living.post("/webhook", patience=0.2)
        await hook(living, receiver)
        await says(living, "hello")
        await receiver.got(2)
        info = await info_where(living, lambda info: "last_error_message" in info)

    assert info["last_error_message"] == "Read timeout expired"


async def test_410_takes_the_webhook_away_only_after_23_hours(living):
    async with receiving(script=[(410, "")] * 500) as receiver:
        await living.post("/webhook", scale=0.002)
        await living.bot("setWebhook", url=receiver.url)
        await says(living, "hello")
        await receiver.got(1)
        await living.post("/clock/advance", seconds=22 * HOUR)
        seen = len(receiver.requests)
        await receiver.got(seen + 2)
        assert (await living.bot("getWebhookInfo"))["url"] == receiver.url
        await living.post("/clock/advance", seconds=HOUR + 60)
        await info_where(living, lambda info: info["url"] == "")

    # what it would not take is still there for whoever asks
    assert await living.texts_given() == ["hello"]


async def test_any_other_answer_lets_the_23_hours_begin_anew(living):
    async with receiving(script=[(410, "")] * 500) as receiver:
        await living.post("/webhook", scale=0.001)
        await living.bot("setWebhook", url=receiver.url)
        await says(living, "hello")
        await receiver.got(1)
        await living.post("/clock/advance", seconds=12 * HOUR)
        receiver.script.insert(0, (500, ""))
        await receiver.got(len(receiver.requests) + 3)
        await living.post("/clock/advance", seconds=11 * HOUR + 60)
        await receiver.got(len(receiver.requests) + 2)

        assert (await living.bot("getWebhookInfo"))["url"] == receiver.url


async def test_an_update_that_expires_is_carried_no_more(living):
    async with receiving(script=[(500, "")] * 500) as receiver:
        await hook(living, receiver)
        await says(living, "hello")
        await receiver.got(1)
        await living.post("/clock/advance", seconds=25 * HOUR)
        await taken(living)
        seen = len(receiver.requests)
        await asyncio.sleep(0.1)

    assert len(receiver.requests) <= seen + 1
    assert (await living.get("/updates"))["updates"][0]["fate"] == "expired"


async def test_get_updates_is_409_while_there_is_a_webhook(living):
    async with receiving() as receiver:
        async with asyncio.TaskGroup() as group:
            poll = group.create_task(living.bot_raw("getUpdates", timeout=50))
            async with asyncio.timeout(5):
                while living.sandbox.updates._poll < 1:
                    await living.get("/world")
            await hook(living, receiver)
        refused = await living.bot_raw("getUpdates")
        await living.bot("deleteWebhook")

    cut = "Conflict: terminated by setWebhook request"
    assert (poll.result()["error_code"], poll.result()["description"]) == (409, cut)
    assert refused == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    }
    assert await living.updates() == []


async def test_allowed_updates_and_connections_are_kept_and_told(living):
    async with receiving() as receiver:
        await hook(living, receiver, allowed_updates=["callback_query"], max_connections=500)
        info = await living.bot("getWebhookInfo")
        await says(living, "unheard")
        assert (await living.bot("getWebhookInfo"))["pending_update_count"] == 0
        # an empty address is the same as deleteWebhook
        await living.bot("setWebhook", url="")

    assert (info["allowed_updates"], info["max_connections"]) == (["callback_query"], 100)
    assert (await living.bot("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "https://example.org/x"}, "bad webhook: from here only http://127.0.0.1:PORT"),
        ({"url": "http://192.0.2.1:80/"}, "bad webhook: from here only http://127.0.0.1:PORT"),
        ({"url": "http://127.0.0.1@192.0.2.1:80/"}, "bad webhook: from here only"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "a b"}, "secret token contains"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "a" * 257}, "secret token contains"),
    ],
)
async def test_a_webhook_elsewhere_or_with_a_bad_secret_is_refused(play, params, words):
    assert (await play.refused("setWebhook", **params)).startswith(f"Bad Request: {words}")
    assert (await play.bot("getWebhookInfo"))["url"] == ""


async def test_a_bot_is_not_idle_while_its_webhook_has_not_taken_all(living):
    async with receiving(script=[(500, "")] * 3) as receiver:
        await hook(living, receiver)
        await says(living, "a")
        last = living.sandbox.updates.last
        signal = {"session": "x", "idle": True, "offset": last + 1, "next": None}
        await living.post("/bot", **signal, clock=living.sandbox.clock.version)
        assert (await living.get("/world"))["idle"] is False
        await receiver.got(4)
        await taken(living)

    assert (await living.get("/world"))["idle"] is True


async def test_a_fresh_town_has_no_webhook(living):
    async with receiving() as receiver:
        await hook(living, receiver)
        await living.post("/reset")
        await says(living, "x")
        await asyncio.sleep(0.05)

    assert receiver.requests == []
    assert (await living.bot("getWebhookInfo"))["url"] == ""
