import asyncio
import time

import aiogram
import httpx
import pytest
import telegram
from pydantic import ValidationError

from sandbox.faults import CALLS, KINDS, Fault, Faults
from sandbox.inflicting import HOSTILE
from tests.sandbox.playing import GROUP, LI, until
from tests.sandbox.test_updates import CONFLICT


async def dropped(play, method, **params):
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await play.bot_raw(method, **params)


async def none_left(play, what):
    return not (await play.get("/faults"))[what]


async def last_call(play):
    return (await play.get("/calls"))["calls"][-1]


async def test_apply_then_drop_takes_effect_and_answers_nothing(play):
    fault = (await play.post("/faults", kind="apply-then-drop"))["id"]

    await dropped(play, "sendMessage", chat_id=LI, text="一")

    (seen,) = await play.seen(LI)
    call = await last_call(play)
    assert (call["ok"], call["answered"], call["fault"]) == (True, False, "apply-then-drop")
    assert (call["fault_id"], call["storm"]) == (fault, None)
    assert call["message"] == seen["id"]
    assert (await play.get("/traffic"))["replies"][-1]["answered"] is False
    # it was for one call only
    assert (await play.bot("sendMessage", chat_id=LI, text="二"))["text"] == "二"
    assert (await last_call(play))["answered"] is True


async def test_drop_before_apply_takes_no_effect(play):
    await play.post("/faults", kind="drop-before-apply")

    await dropped(play, "sendMessage", chat_id=LI, text="一")

    assert await play.seen(LI) == []
    call = await last_call(play)
    assert (call["ok"], call["answered"], call["message"]) == (False, False, None)


@pytest.mark.parametrize("applied", [False, True])
async def test_502_is_a_page_and_took_effect_only_where_said(play, applied):
    await play.post("/faults", kind="502", applied=applied)
    url = f"/bot{play.sandbox.world.bot.token}/sendMessage"

    answer = await play.http.post(url, json={"chat_id": LI, "text": "一"})

    assert answer.status_code == 502
    assert answer.text.startswith("<html>")
    assert len(await play.seen(LI)) == applied
    call = await last_call(play)
    assert (call["ok"], call["answered"]) == (applied, False)


async def test_429_takes_no_effect_and_is_not_the_limits_doing(play):
    await play.post("/faults", kind="429", retry_after=7)

    reply = await play.bot_raw("sendMessage", chat_id=LI, text="一")

    assert (reply["error_code"], reply["parameters"]) == (429, {"retry_after": 7})
    assert await play.seen(LI) == []
    assert (await play.get("/limits"))["refused"] == 0


async def test_slow_answers_late_and_its_effect_is_there_before(play):
    await play.post("/faults", kind="slow", delay=0.5)

    async with asyncio.TaskGroup() as group:
        sent = group.create_task(play.bot("sendMessage", chat_id=LI, text="一"))
        await until(lambda: play.seen(LI))
        assert not sent.done()

    assert sent.result()["text"] == "一"


async def test_an_error_of_ones_choice(play):
    words = "Forbidden: user is deactivated"
    await play.post("/faults", kind="error", code=403, description=words, chat=LI)

    assert await play.bot_raw("sendMessage", chat_id=LI, text="一") == {
        "ok": False,
        "error_code": 403,
        "description": words,
    }


async def test_a_fault_befalls_only_its_method_and_its_chat(play):
    await play.post("/faults", kind="429", method="sendMessage", chat=LI)

    assert (await play.bot_raw("getChat", chat_id=LI))["ok"]
    assert (await play.bot_raw("sendMessage", chat_id=GROUP, text="x"))["ok"]
    assert (await play.updates()) == []
    assert (await play.bot_raw("sendMessage", chat_id=LI, text="x"))["error_code"] == 429
    assert (await play.get("/faults"))["faults"] == []


async def test_a_poll_is_spared_unless_named(play):
    await play.post("/faults", kind="drop-before-apply")
    assert await play.updates() == []
    await play.post("/faults", kind="drop-before-apply", method="getUpdates")

    await dropped(play, "getUpdates")


async def test_a_dropped_poll_gives_the_same_again(play):
    await play.does(LI, "say", chat="private", text="hello")
    await play.post("/faults", kind="apply-then-drop", method="getUpdates")

    await dropped(play, "getUpdates")

    assert await play.texts_given() == ["hello"]
    (entry,) = (await play.get("/updates"))["updates"]
    assert (entry["given"], entry["fate"]) == (2, "waiting")


async def test_times_seconds_and_probability_bound_a_fault(play):
    await play.post("/faults", kind="429", times=2)
    codes = [(await play.bot_raw("sendMessage", chat_id=LI, text="x"))["ok"] for _ in range(4)]
    assert codes == [False, False, True, True]

    await play.post("/faults", kind="429", seconds=0.2)
    assert not (await play.bot_raw("getMe"))["ok"]
    assert not (await play.bot_raw("getMe"))["ok"]
    await asyncio.sleep(0.25)
    assert (await play.bot_raw("getMe"))["ok"]

    await play.post("/faults", kind="429", seconds=60, probability=0.5, seed=7)
    first = [(await play.bot_raw("getMe"))["ok"] for _ in range(20)]
    await play.http.delete("/sandbox/v1/faults")
    await play.post("/faults", kind="429", seconds=60, probability=0.5, seed=7)
    assert [(await play.bot_raw("getMe"))["ok"] for _ in range(20)] == first
    assert 0 < sum(first) < 20


async def test_duplicate_gives_an_update_again_though_it_was_confirmed(play):
    await play.post("/faults", kind="duplicate")
    await play.does(LI, "say", chat="private", text="one")
    (one,) = await play.updates()
    assert await play.updates(offset=one["update_id"] + 1) == []

    await play.does(LI, "say", chat="private", text="two")

    assert [u["message"]["text"] for u in await play.updates()] == ["one", "two"]
    assert [u["message"]["text"] for u in await play.updates()] == ["two"]


async def test_swapped_lanes_change_the_order_between_chats_and_never_within_one(play):
    for chat, text in (("private", "a1"), ("private", "a2"), (GROUP, "/b1"), (GROUP, "/b2")):
        await play.does(LI, "say", chat=chat, text=text)
    await play.post("/faults", kind="swapped-lanes")

    assert await play.texts_given() == ["a1", "/b1", "a2", "/b2"]
    assert await play.texts_given() == ["a1", "a2", "/b1", "/b2"]


async def test_second_poller_ends_the_poll_that_waits_with_409(play):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(play.bot_raw("getUpdates", timeout=50))
        async with asyncio.timeout(5):
            while play.sandbox.updates._poll < 1:
                await play.get("/world")
        await play.post("/faults", kind="second-poller", times=2)

    assert poll.result() == {"ok": False, "error_code": 409, "description": CONFLICT}
    assert (await play.bot_raw("getUpdates"))["error_code"] == 409
    assert (await play.bot_raw("getUpdates"))["ok"]


async def test_poison_is_an_update_that_no_library_reads_and_the_next_still_comes(play):
    await play.post("/faults", kind="poison", chat=LI)
    await play.does(LI, "say", chat="private", text="after")

    poison, after = await play.updates()

    assert after["message"]["text"] == "after"
    assert (await play.get("/traffic"))["broken"] == [poison["update_id"]]
    with pytest.raises(ValidationError):
        aiogram.types.Update.model_validate(poison)
    with pytest.raises((TypeError, ValueError)):
        telegram.Update.de_json(poison, None)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_content_is_an_update_like_any_other(play, text):
    await play.post("/faults", kind="hostile", text=text, person=LI)

    (update,) = await play.updates()

    assert update["message"]["text"] == text.strip()


async def test_active_faults_are_told_with_what_is_left_of_them(play):
    made = await play.post("/faults", kind="502", times=3, seconds=60, method="sendPhoto")

    (told,) = (await play.get("/faults"))["faults"]

    assert 50 < told.pop("seconds") <= 60
    assert told == {
        "id": made["id"],
        "kind": "502",
        "method": "sendPhoto",
        "chat": None,
        "person": None,
        "times": 3,
        "probability": 1.0,
        "storm": None,
        "hits": 0,
    }
    assert (await play.http.delete("/sandbox/v1/faults/99")).status_code == 404


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"kind": "flood"}, "There is no fault 'flood': use one of "),
        ({"kind": "502", "times": 0}, "`times` must be from 1 to 100000."),
        ({"kind": "502", "probability": 2}, "`probability` must be a number from 0.001 to 1."),
        ({"kind": "slow", "delay": 3600}, "`delay` must be a number from 0 to 60."),
        ({"kind": "502", "seconds": -1}, "`seconds` must be a number from 0.01 to 86400."),
        ({"kind": "502", "method": "send message"}, "`method` is a method's name"),
        ({"kind": "duplicate", "method": "sendMessage"}, "'duplicate' concerns the giving of"),
        ({"kind": "kick", "chat": 1}, "There is no chat 1"),
        ({"kind": "deleted-topic"}, "No group here can suffer 'deleted-topic'"),
    ],
)
async def test_a_fault_that_cannot_be_is_a_mistake(play, body, words):
    status, said = await play.mistaken("/faults", **body)

    assert status in (400, 404)
    assert said.startswith(words)
    assert (await play.get("/faults"))["faults"] == []


async def test_each_fault_counts_what_it_befell_however_often(play):
    first = (await play.post("/faults", kind="429", times=60))["id"]
    second = (await play.post("/faults", kind="kick", chat=GROUP))["id"]
    for _ in range(60):
        await play.refused("sendMessage", chat_id=LI, text="x")

    assert (await play.get("/faults"))["hits"] == {str(first): 60, str(second): 1}


async def test_a_fresh_town_has_no_faults(play):
    await play.post("/faults", kind="502", times=50)
    await play.post("/storm", seed=1, seconds=600, rate=1)

    await play.post("/reset")

    told = await play.get("/faults")
    assert (told["faults"], told["storms"], told["met"], told["hits"]) == ([], [], {}, {})


def test_no_call_costs_more_for_faults_that_are_over():
    faults = Faults(lambda: None)
    for _ in range(100):
        faults.add(Fault(kind="502", until=time.monotonic()))
    faults.end_due()

    assert len(faults) == 0
    assert faults.hit(CALLS, "sendMessage") is None


def test_every_kind_has_a_name_of_its_own():
    assert len(set(KINDS)) == len(KINDS)
