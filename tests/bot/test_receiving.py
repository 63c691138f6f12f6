import asyncio
import json
import threading
from collections import deque
from types import SimpleNamespace

import pytest
import pytest_asyncio
import structlog
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot import receiving
from bot.receiving import Receiver, Stopped, lane
from storage import inbox
from storage.inbox import INBOX
from storage.writer import Lost
from tests.bot import doors
from tests.bot.doors import BOT, GROUP, LI, message, person, press

TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


@pytest.fixture(autouse=True)
def briskly(monkeypatch):
    monkeypatch.setattr(receiving, "PAUSES", (0,))


class Telegram:
    """Answers each getUpdates by the next line of its script, and then never again."""

    def __init__(self, *script):
        self.script, self.offsets, self.empty = deque(script), [], asyncio.Event()

    async def poll(self, params, *, seconds):  # noqa: ARG002 -- as the transport has it
        self.offsets.append(params["offset"])
        if not self.script:
            self.empty.set()
            await asyncio.Event().wait()
        told = self.script.popleft()
        if isinstance(told, Exception):
            raise told
        return told


class Inward:
    """A receiver at work, and what it gave to the lanes."""

    def __init__(self, town, *script, seen=0):
        self.telegram, self.arrived, self.moves = Telegram(*script), [], []
        self.came = asyncio.Event()
        self.receiver = Receiver(
            town.house, self.telegram, self.take, seen=seen, moved=lambda: self.moves.append(1)
        )

    def take(self, arrivals):
        self.arrived += arrivals
        self.came.set()

    async def __aenter__(self):
        self.task = asyncio.ensure_future(self.receiver.run())  # noqa: TID251 -- of this test
        return self

    async def __aexit__(self, *_):
        self.task.cancel()
        await asyncio.wait({self.task})

    async def through(self):
        """Wait until the script is at its end, or the receiver is."""
        empty = asyncio.ensure_future(self.telegram.empty.wait())  # noqa: TID251 -- as above
        async with asyncio.timeout(5):
            await asyncio.wait({self.task, empty}, return_when=asyncio.FIRST_COMPLETED)
        empty.cancel()
        if self.task.done():
            await self.task


def said(number, text="你好"):
    return {"update_id": number, "message": message(text)}


MEMBER = {"chat": {"id": LI, "type": "private"}, "from": person(), "date": 1}
LANES = {
    "message": ({"message": message("a", chat=GROUP)}, f"{GROUP}"),
    "edit": ({"edited_message": message("a", chat=GROUP)}, f"{GROUP}"),
    "press": (press("c:1:accept", chat=GROUP, sender=LI), f"{LI}"),
    "answer": ({"poll_answer": {"poll_id": "77", "user": person()}}, "poll:77"),
    "poll": ({"poll": {"id": "77"}}, "poll:77"),
    "member": ({"my_chat_member": MEMBER}, f"{LI}"),
    "empty": ({}, "rest"),
    "number": ({"message": 7}, "rest"),
    "no-chat": ({"message": {"chat": 7}}, "rest"),
    "no-id": ({"message": {"chat": {}}}, "None"),
    "press-of-nobody": ({"callback_query": {"id": "q"}}, "poll:None"),
    "press-of-junk": ({"callback_query": {"from": [1]}}, "poll:[1]"),
    "press-junk": ({"callback_query": 7}, "rest"),
}


@pytest.mark.parametrize(("update", "expected"), LANES.values(), ids=LANES)
def test_the_lane_keeps_what_belongs_together(update, expected):
    assert lane({"update_id": 1, **update}) == expected


async def test_updates_are_kept_and_given_on_in_order(town):
    async with Inward(town, [said(11), said(12)], [said(13)], seen=5) as inward:
        assert inward.receiver.offset == 5
        await inward.through()

    assert [a.update_id for a in inward.arrived] == [11, 12, 13]
    assert await town.rows(INBOX.c.update_id, INBOX.c.status) == [
        (11, "open"),
        (12, "open"),
        (13, "open"),
    ]
    assert inward.telegram.offsets == [0, 13, 14]
    assert inward.receiver.offset == 14
    assert inward.moves == [1, 1]
    assert town.house.counts.heard == {"poll": 3}


async def test_the_offset_moves_only_after_the_commit(town):
    go = threading.Event()
    blocking = town.house.writer.submit(lambda _: go.wait(5))

    async with Inward(town, [said(11)]) as inward:
        await inward.came.wait()
        before = (inward.receiver.offset, inward.telegram.offsets, inward.moves)
        kept = await town.rows(INBOX.c.update_id)
        assert (before, kept) == ((0, [0], []), [])
        go.set()
        await inward.through()

    assert await blocking
    assert (inward.receiver.offset, inward.telegram.offsets) == (12, [0, 12])


async def test_an_offset_never_moves_for_what_was_not_kept(town):
    async with Inward(town) as inward:
        await inward.through()
    await town.house.writer.close()

    inward = Inward(town, [said(11)])
    async with inward:
        with pytest.raises(Lost):
            await inward.through()

    assert inward.receiver.offset == 0


async def test_what_has_no_number_is_counted_and_skipped(town):
    batch = [{"message": {}}, "nothing", said(11), None, {"update_id": True}]

    with structlog.testing.capture_logs() as logs:
        async with Inward(town, batch) as inward:
            await inward.through()

    assert [a.update_id for a in inward.arrived] == [11]
    assert inward.telegram.offsets == [0, 12]
    assert logs == [{"event": "poll.nameless", "count": 4, "log_level": "error"}]


async def test_a_batch_without_any_number_moves_nothing_and_stops_nothing(town):
    async with Inward(town, [said(11)], [{"message": {}}], ["x"], [said(12)]) as inward:
        await inward.through()

    assert [a.update_id for a in inward.arrived] == [11, 12]
    assert inward.telegram.offsets == [0, 12, 12, 12, 13]
    assert inward.receiver.offset == 13


async def test_half_an_emoji_is_kept_as_a_question_mark(town):
    async with Inward(town, [said(11, "灯\ud83d坏了"), said(12)]) as inward:
        await inward.through()

    kept = await town.rows(INBOX.c.update_id, INBOX.c.raw)
    assert [json.loads(raw)["message"]["text"] for _, raw in kept] == ["灯?坏了", "你好"]
    assert [a.raw for a in inward.arrived] == [raw for _, raw in kept]


async def test_the_same_update_is_kept_once(town):
    async with Inward(town, [said(11)], [said(11, "别的")]) as inward:
        await inward.through()

    [kept] = await town.house.reader.run(lambda c: inbox.unfinished(c, BOT))
    assert json.loads(kept.raw)["message"]["text"] == "你好"


async def test_errors_rest_and_go_on(town):
    errors = [NetworkError("gone"), RetryAfter(0), NetworkError("gone")]

    with structlog.testing.capture_logs() as logs:
        async with Inward(town, *errors, [said(11)]) as inward:
            await inward.through()

    assert [a.update_id for a in inward.arrived] == [11]
    assert [(e["event"], e["error"], e["failures"]) for e in logs] == [
        ("poll.failed", "NetworkError", 1),
        ("poll.failed", "RetryAfter", 2),
        ("poll.failed", "NetworkError", 3),
    ]


async def test_five_conflicts_stop_the_bot(town):
    async with Inward(town, *[Conflict("other")] * 5) as inward:
        with pytest.raises(Stopped) as stopped:
            await inward.through()

    assert str(stopped.value) == (
        "这个机器人还有另一份在运行：请停下那一份。\n"
        "Another copy of this bot is polling: stop that one."
    )
    assert len(inward.telegram.offsets) == 5


class Seconds:
    """Each poll takes so many seconds by a clock of its own."""

    def __init__(self, monkeypatch, telegram, each):
        self.now, self.each, self._poll = 0.0, each, telegram.poll
        monkeypatch.setattr(telegram, "poll", self.poll)
        monkeypatch.setattr(receiving, "time", SimpleNamespace(monotonic=lambda: self.now))

    async def poll(self, params, *, seconds):
        self.now += self.each
        return await self._poll(params, seconds=seconds)


def alternating():
    return [told for n in range(5) for told in (Conflict("other"), [said(11 + n)])]


async def test_another_copy_is_noticed_whatever_is_fetched_in_between(town, monkeypatch):
    inward = Inward(town, *alternating())
    Seconds(monkeypatch, inward.telegram, receiving.WINDOW / 10)
    async with inward:
        with pytest.raises(Stopped) as stopped:
            await inward.through()

    assert stopped.value.code == receiving.SECOND_COPY
    assert [a.update_id for a in inward.arrived] == [11, 12, 13, 14]


async def test_conflicts_now_and_then_are_survived(town, monkeypatch):
    inward = Inward(town, *alternating() * 2)
    Seconds(monkeypatch, inward.telegram, receiving.WINDOW / 7)
    async with inward:
        await inward.through()

    assert len(inward.arrived) == 10


async def test_conflicts_with_nothing_fetched_in_between_stop_the_bot_however_slowly_they_come(
    town, monkeypatch
):
    inward = Inward(town, [said(11)], *[Conflict("other")] * 5)
    Seconds(monkeypatch, inward.telegram, 2 * receiving.WINDOW)
    async with inward:
        with pytest.raises(Stopped):
            await inward.through()


async def test_a_conflict_after_a_long_outage_is_only_one(town):
    outage = [NetworkError("gone")] * 8

    async with Inward(town, *outage, *[Conflict("other")] * 4, [said(11)]) as inward:
        await inward.through()

    assert [a.update_id for a in inward.arrived] == [11]


async def test_a_bad_token_stops_the_bot_with_a_plain_sentence(town):
    async with Inward(town, InvalidToken(f"The token `{TOKEN}` was rejected")) as inward:
        with pytest.raises(Stopped) as stopped:
            await inward.through()

    chinese, english = str(stopped.value).splitlines()
    assert "不认识这个令牌" in chinese
    assert english == "Telegram does not know this token: set LINLI_TOKEN anew."


@pytest.mark.parametrize(
    "update",
    [
        {"poll_answer": {"poll_id": "\ud83d"}},
        {"message": {"chat": {"id": "\ud83d\0"}}},
        {"message": {"chat": {"id": ["\0"] * 99}}},
        {"callback_query": {"from": {"id": "\0"}}},
    ],
)
def test_a_lane_is_plain_text_whatever_a_chat_calls_itself(update):
    found = lane({"update_id": 1, **update})

    assert (found.isascii(), "\0" in found, len(found) <= 80) == (True, False, True)
    assert inbox.shard(found) in range(inbox.SHARDS)
