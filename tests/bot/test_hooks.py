"""The webhook: what Telegram is told, and what stands in the inbox by then."""

import asyncio
import json
import threading

import pytest
import pytest_asyncio
import structlog
from telegram.error import NetworkError

from bot import hooks
from bot.counting import NEVER
from bot.hooks import Hooks, unhook
from storage.inbox import INBOX
from tests.bot import doors
from tests.bot.doors import GROUP, message

SECRET = "s3cr3t-of-the-webhook"
DONE = True
URL = "https://bot.example.org/telegram"


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


@pytest.fixture
def hook(town):
    arrived = []
    made = Hooks(
        town.house, Way(), arrived.extend, url=URL, secret=SECRET, seen=0, moved=lambda: None
    )
    made.arrived = arrived
    return made


class Way:
    """Answers each call by the next line of its script; at its end it blocks for ever."""

    def __init__(self, *script):
        self.script, self.calls, self.empty = list(script), [], asyncio.Event()

    async def call(self, method, params=None):
        self.calls.append((method, params))
        if not self.script:
            self.empty.set()
            await asyncio.Event().wait()
        told = self.script.pop(0)
        if isinstance(told, Exception):
            raise told
        return told() if callable(told) else told


async def parts(*found):
    for each in found:
        yield each


def posted(number, text="你好", **more):
    update = {"update_id": number, "message": message(text, chat=GROUP, **more)}
    return parts(json.dumps(update).encode())


async def kept(town):
    return await town.rows(INBOX.c.update_id, INBOX.c.status)


async def test_an_update_stands_in_the_inbox_before_telegram_is_told(town, hook):
    go = threading.Event()
    blocking = town.house.writer.submit(lambda _: go.wait(5))

    taking = asyncio.ensure_future(hook.take(SECRET, posted(11, "/help")))  # noqa: TID251 -- of this test
    await asyncio.sleep(0)
    while not hook.arrived:  # noqa: ASYNC110 -- of this test
        await asyncio.sleep(0)
    before = (taking.done(), await kept(town))
    go.set()
    status = await taking

    assert await blocking
    assert before == (False, [])
    assert status == 200
    assert await kept(town) == [(11, "open")]
    assert [(a.update_id, a.lane) for a in hook.arrived] == [(11, f"{GROUP}")]
    assert hook.offset == 12
    assert town.house.counts.contact > NEVER


@pytest.mark.parametrize("shown", ["", SECRET[:-1], SECRET + "x", SECRET.upper(), "密钥\ud83d"])
async def test_a_wrong_secret_is_turned_away_before_its_body_is_read(town, hook, shown):
    async def unread():
        raise AssertionError
        yield b""

    assert await hook.take(shown, unread()) == 403
    assert (await kept(town), hook.arrived) == ([], [])


async def test_the_secret_is_compared_in_constant_time(town, hook, monkeypatch):
    compared = []
    monkeypatch.setattr(hooks.hmac, "compare_digest", lambda a, b: compared.append((a, b)))

    assert await hook.take("shown", posted(11)) == 403
    assert compared == [(b"shown", SECRET.encode())]


async def test_the_same_update_is_kept_once_and_taken_twice(town, hook):
    assert await hook.take(SECRET, posted(11)) == 200
    assert await hook.take(SECRET, posted(11, "别的")) == 200

    assert await kept(town) == [(11, "open")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[1, 2]",
        b'{"message": {}}',
        b'{"update_id": "11"}',
        b'{"update_id": 9007199254740993}',
        b"[" * 100_000,
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\x00",
    ],
)
async def test_what_is_no_update_becomes_a_dead_letter_and_does_not_come_again(town, hook, body):
    assert await hook.take(SECRET, parts(body)) == 200

    [(number, status, raw)] = await town.rows(INBOX.c.update_id, INBOX.c.status, INBOX.c.raw)
    assert (number > 1 << 52, status) == (True, "dead")
    assert raw == body[: hooks.KEPT].decode("utf-8", "replace").replace("\x00", "\ufffd")
    assert hook.arrived == []
    assert town.house.counts.dead == 1


async def test_what_is_too_large_is_cut_and_does_not_come_again(town, hook, monkeypatch):
    monkeypatch.setattr(hooks, "MOST", 100_000)
    whole = json.dumps({"update_id": 11, "message": message("字" * 100_000)}).encode()

    assert await hook.take(SECRET, parts(whole[:50_000], whole[50_000:], b"never read")) == 200

    [(status, raw)] = await town.rows(INBOX.c.status, INBOX.c.raw)
    assert (status, len(raw)) == ("dead", hooks.KEPT)


async def test_a_long_message_within_the_bound_is_lost_in_no_part(town, hook):
    told = "字" * 300_000

    assert await hook.take(SECRET, posted(11, told)) == 200

    [(_, raw)] = await town.rows(INBOX.c.update_id, INBOX.c.raw)
    assert len(raw) < 1000  # not said to the bot: its words are let go of, and it is done in order
    assert await hook.take(SECRET, posted(12, f"/report {told}")) == 200
    raws = dict(await town.rows(INBOX.c.update_id, INBOX.c.raw))
    assert json.loads(raws[12])["message"]["text"] == f"/report {told}"


async def test_telegram_is_asked_to_come_again_while_the_database_takes_nothing(
    town, hook, monkeypatch
):
    monkeypatch.setattr(hooks, "PATIENCE", 0.05)
    go = threading.Event()
    blocking = town.house.writer.submit(lambda _: go.wait(5))

    status = await hook.take(SECRET, posted(11))
    go.set()

    assert status == 503
    assert await blocking
    assert await hook.take(SECRET, posted(11)) == 200
    assert await kept(town) == [(11, "open")]


async def test_telegram_is_asked_to_come_again_when_the_writer_is_gone(town, hook):
    await town.house.writer.close()

    assert await hook.take(SECRET, posted(11)) == 503


async def test_a_crowd_that_waits_for_the_database_is_bounded(town, hook, monkeypatch):
    monkeypatch.setattr(hooks, "WAITING", 2)
    go = threading.Event()
    blocking = town.house.writer.submit(lambda _: go.wait(5))

    async with asyncio.TaskGroup() as tasks:
        first = [tasks.create_task(hook.take(SECRET, posted(n))) for n in (1, 2)]
        while len(hook.arrived) < 2:  # noqa: ASYNC110 -- as above
            await asyncio.sleep(0)
        third = await hook.take(SECRET, posted(3))
        go.set()

    assert await blocking
    assert (third, [t.result() for t in first]) == (503, [200, 200])
    assert await kept(town) == [(1, "open"), (2, "open")]
    assert [await hook.take(SECRET, posted(n)) for n in (3, 4, 5)] == [200] * 3


async def test_what_comes_again_does_not_pile_up_behind_a_database_that_takes_nothing(
    town, hook, monkeypatch
):
    monkeypatch.setattr(hooks, "WAITING", 2)
    monkeypatch.setattr(hooks, "PATIENCE", 0.01)
    go, submit, asked = threading.Event(), town.house.writer.submit, []
    blocking = submit(lambda _: go.wait(5))
    monkeypatch.setattr(
        town.house.writer, "submit", lambda unit, **how: asked.append(1) or submit(unit, **how)
    )

    stalled = [await hook.take(SECRET, posted(11)) for _ in range(5)]
    before = (len(asked), len(hook.arrived))
    go.set()
    assert await blocking
    await town.unit(lambda _: None)  # behind those that waited

    assert (stalled, before) == ([503] * 5, (2, 2))
    monkeypatch.setattr(hooks, "PATIENCE", 5)
    assert [await hook.take(SECRET, posted(n)) for n in (11, 12, 13)] == [200] * 3
    assert await kept(town) == [(11, "open"), (12, "open"), (13, "open")]


async def test_a_request_that_went_away_keeps_its_place_until_the_writer_is_done(
    town, hook, monkeypatch
):
    monkeypatch.setattr(hooks, "WAITING", 1)
    go = threading.Event()
    blocking = town.house.writer.submit(lambda _: go.wait(5))

    taking = asyncio.ensure_future(hook.take(SECRET, posted(11)))  # noqa: TID251 -- of this test
    while not hook.arrived:  # noqa: ASYNC110 -- as above
        await asyncio.sleep(0)
    taking.cancel()
    await asyncio.wait({taking})
    meanwhile = await hook.take(SECRET, posted(12))
    go.set()
    assert await blocking
    await town.unit(lambda _: None)

    assert (meanwhile, await hook.take(SECRET, posted(12))) == (503, 200)


async def test_a_copy_whose_the_file_is_not_sends_telegram_to_the_other(town):
    arrived = []
    hook = Hooks(
        town.house,
        Way(),
        arrived.extend,
        url=URL,
        secret=SECRET,
        seen=0,
        moved=lambda: None,
        own=lambda: None,
    )

    assert await hook.take(SECRET, posted(11)) == 503
    assert (await kept(town), arrived) == ([], [])


async def test_before_polling_a_webhook_is_taken_away_and_nothing_thrown_away():
    way, other = Way({"url": URL}, DONE), Way({"url": ""})

    await unhook(way)
    await unhook(other)

    gone = ("deleteWebhook", {"drop_pending_updates": False})
    assert (way.calls, other.calls) == (
        [("getWebhookInfo", None), gone],
        [("getWebhookInfo", None)],
    )


async def test_a_silence_about_the_webhook_does_not_keep_the_bot_from_polling():
    with structlog.testing.capture_logs() as logs:
        await unhook(Way(NetworkError("gone")))

    assert [each["event"] for each in logs] == ["webhook.unasked"]
