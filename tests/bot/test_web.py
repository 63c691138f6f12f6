"""The doors to the web, of a real bot process; Telegram beside it is this process."""

import http.client
import json
import socket
import threading
from urllib.parse import urlsplit

import pytest

from tests import leaks
from tests.bot import telegram as beside_it
from tests.bot.doors import GROUP, LI, message, press
from tests.bot.telegram import TOKEN, running, telegram
from tests.forks import forking

SECRET = "s3cr3t-of-the-webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATH = "/telegram"
# What is said first in private: the five points, a card of their own; then the answer.
FIVE_POINTS = 'linli_fates_total{fate="sent",kind="card"} 1.0'
SAID = 'linli_fates_total{fate="sent",kind="notice"} 1.0'
NOTHING_WAITS = 'linli_outbox_waiting{priority="answer"} 0.0'


def asked(address, path, body=None, **headers):
    parts = urlsplit(address)
    way = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    way.request("GET" if body is None else "POST", path, body, headers)
    answer = way.getresponse()
    told = answer.status, answer.read().decode(), dict(answer.getheaders())
    way.close()
    leaks.look(path, told[1])
    return told


def scraped(address, *figures):
    """Ask until these stand in one answer: fates follow the sends, the database is read first."""
    for _ in range(200):
        told = asked(address, "/metrics")
        if set(figures) <= set(told[1].splitlines()):
            break
        threading.Event().wait(0.05)
    return told


def hook(address, body, secret=SECRET):
    return asked(address, PATH, body, **{HEADER: secret})


def update(number, **told):
    return json.dumps({"update_id": number, **told}).encode()


@pytest.fixture(scope="module", autouse=True)
def forked(nursery):
    """Each bot is a process of its own, and what it is made of is loaded once for all."""
    with forking(nursery, beside_it):
        yield


@pytest.fixture
def beside():
    with telegram() as server:
        yield server


def test_a_bot_that_polls_tells_how_it_is(beside, tmp_path):
    beside.hook = "https://old.example.org"
    settings = {"LINLI_LISTEN": "127.0.0.1:0"}
    with running(tmp_path, beside.address, **settings) as bot:
        beside.give({"update_id": 1, "message": message("/help")})
        beside.until(lambda t: t.called("sendMessage"))
        web = bot.web()
        alive = asked(web, "/healthz")
        ready = asked(web, "/readyz")
        metrics = scraped(web, FIVE_POINTS, SAID, NOTHING_WAITS)
        nowhere = [asked(web, path)[0] for path in ("/", PATH)]

    assert beside.called("deleteWebhook") == [{"drop_pending_updates": False}]
    assert alive[:2] == (200, "ok\n")
    told = json.loads(ready[1])
    assert (ready[0], told["ready"], told["wrong"]) == (200, True, [])
    assert nowhere == [404, 404]
    for line in (
        'linli_updates_total{way="poll"} 1.0',
        NOTHING_WAITS,
        "linli_inbox_open 0.0",
        "linli_database_up 1.0",
        "linli_dead_letters_total 0.0",
        "linli_floods_total 0.0",
        "linli_silent_polls_total 0.0",
        "linli_handler_seconds_count 1.0",
        FIVE_POINTS,
        SAID,
    ):
        assert line in metrics[1].splitlines()
    assert "linli_units_per_commit_bucket" in metrics[1]
    assert "linli_units_per_commit_count 0.0" not in metrics[1]
    assert str(LI) not in metrics[1]
    assert TOKEN not in metrics[1]


def test_a_webhook_is_set_and_heard_in_the_order_of_the_lane(beside, tmp_path):
    settings = {
        "LINLI_LISTEN": "127.0.0.1:0",
        "LINLI_WEBHOOK_URL": "https://bot.example.org/telegram",
        "LINLI_WEBHOOK_SECRET": SECRET,
    }
    with running(tmp_path, beside.address, **settings) as bot:
        beside.until(lambda t: t.called("setWebhook"))
        web = bot.web()
        bot.heard("webhook.set")
        statuses = [
            hook(web, update(1, message=message("/help")))[0],
            hook(web, update(2, **press("c:999:accept")))[0],
            hook(web, update(1, message=message("/help")))[0],
            hook(web, b"not json")[0],
            hook(web, update(3, message={"message_id": "?", "chat": 7}))[0],
        ]
        beside.until(lambda t: t.called("answerCallbackQuery") and t.called("sendMessage")[1:])
        refused = hook(web, update(4, message=message("/help")), "another-secret-of-mine")
        bare = asked(web, PATH, update(5, message=message("/help", chat=GROUP)))
        seen = asked(web, PATH)
        metrics = asked(web, "/metrics")[1]

    told = beside.called("setWebhook")[0]
    assert (told["url"], told["secret_token"]) == (settings["LINLI_WEBHOOK_URL"], SECRET)
    assert statuses == [200] * 5
    assert refused[:2] == bare[:2] == (403, "")
    assert seen[0] == 405
    assert len(beside.called("sendMessage")) == 2  # the five points and one answer
    assert 'linli_hook_requests_total{status="403"} 2.0' in metrics
    assert 'linli_updates_total{way="hook"} 4.0' in metrics
    assert SECRET not in bot.log.read_text(encoding="utf-8")


def test_before_telegram_answers_the_bot_is_alive_and_not_ready(beside, tmp_path):
    beside.says["getMe"] = lambda _: (502, {})
    settings = {
        "LINLI_LISTEN": "127.0.0.1:0",
        "LINLI_WEBHOOK_URL": "https://bot.example.org",
    }
    with running(tmp_path, beside.address, **settings) as bot:
        web = bot.web()
        alive, ready = asked(web, "/healthz"), asked(web, "/readyz")
        early = asked(web, "/", update(1, message=message("/help")))
        bot.child.terminate()
        code, _ = bot.ended()

    assert alive[0] == 200
    assert (ready[0], json.loads(ready[1])) == (503, {"ready": False, "wrong": ["starting"]})
    assert (early[0], early[2]["retry-after"]) == (503, "5")
    assert code == 0


def test_a_port_that_is_taken_is_said_in_a_plain_sentence(beside, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as held:
        address = f"127.0.0.1:{held.getsockname()[1]}"
        with running(tmp_path, beside.address, LINLI_LISTEN=address) as bot:
            code, told = bot.ended()

    why = "cannot be listened on (Address already in use): choose another port, or stop what holds"
    assert (code, told) == (2, f"LINLI_LISTEN={address} {why} it.")


def test_another_copy_that_polls_ends_the_bot_with_its_own_code(beside, tmp_path):
    conflict = "Conflict: terminated by other getUpdates request"
    beside.answer = lambda method, params, usual=beside.answer: (
        (409, {"ok": False, "error_code": 409, "description": conflict})
        if method == "getUpdates"
        else usual(method, params)
    )
    with running(tmp_path, beside.address) as bot:
        ended = bot.ended()

    assert ended == (75, "Another copy of this bot is polling: stop that one.")


def test_an_unknown_token_ends_the_bot_with_its_own_code(beside, tmp_path):
    beside.says["getMe"] = lambda _: (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    with running(tmp_path, beside.address) as bot:
        ended = bot.ended()

    assert ended == (78, "Telegram does not know this token: set LINLI_TOKEN anew.")
