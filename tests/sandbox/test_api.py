import json

import pytest

from sandbox.api import METHODS
from tests import oracle
from tests.sandbox.playing import LI


async def test_wrong_token_is_unauthorized(play):
    answer = await play.http.get("/bot7000000001:wrong/getMe")

    assert answer.status_code == 401
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_unknown_method_is_not_found(play):
    reply = await play.bot_raw("flyToMoon")

    assert reply == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }


async def test_method_names_may_be_written_in_any_case(play):
    assert (await play.bot("GETME"))["is_bot"] is True


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_parameters_come_in_every_way(play, way):
    keyboard = {"inline_keyboard": [[{"text": "一 & 二", "callback_data": "a=1&b"}]]}
    params = {"chat_id": str(LI), "text": "a+b & 好\r\n--x"}
    packed = {**params, "reply_markup": json.dumps(keyboard)}
    url = f"/bot{play.sandbox.world.bot.token}/sendMessage"
    request = {
        "query": {"method": "GET", "params": packed},
        "form": {"method": "POST", "data": packed},
        "multipart": {"method": "POST", "files": {k: (None, v) for k, v in packed.items()}},
        "json": {"method": "POST", "json": {**params, "reply_markup": keyboard}},
    }[way]

    answer = await play.http.request(url=url, **request)

    sent = answer.json()["result"]
    assert (sent["text"], sent["reply_markup"]) == (params["text"], keyboard)
    (call,) = (await play.get("/calls"))["calls"]
    assert call["params"] == {**params, "reply_markup": keyboard}


async def test_broken_json_and_broken_text_are_refused(play):
    url = f"/bot{play.sandbox.world.bot.token}/sendMessage"
    broken = await play.http.post(url, content="{", headers={"content-type": "application/json"})
    lone = await play.http.post(
        url,
        content='{"chat_id": 1001, "text": "\\ud800"}',
        headers={"content-type": "application/json"},
    )

    assert broken.json()["description"] == "Bad Request: can't parse JSON object"
    assert lone.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


def test_every_method_is_one_of_telegrams():
    named, _ = oracle._aiogram()
    assert set(METHODS) <= set(named)
