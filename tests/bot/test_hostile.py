"""Whatever comes in by the door: it is taken in, ends, and stops nobody; aiogram judges it."""

import asyncio
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from telegram.ext import MessageHandler, filters

from bot import lanes
from bot.hooks import TAKEN, Hooks
from bot.receiving import Receiver
from services import deliveries
from storage.inbox import ANSWERS, INBOX
from tests.bot import doors, hostile
from tests.bot.doors import GROUP, LI, WANG, Caller, message, person, sending, working
from tests.leaks import Passing
from tests.oracle import check_update, reads

LEAKS = ("Traceback", "Error", "Exception", "NoneType", "sqlite", "asyncpg", '.py"')
# said last, in lanes where hostile things were said before, and in one of its own
GOOD = [{"message": message("/help", chat=who, sender=who)} for who in (LI, WANG, 4444)]
PATIENCE = 60.0  # seconds until a lane that does not end is given up


class Telegram:
    """Gives what it is told to give, once; then nothing more ever."""

    def __init__(self, updates):
        self._batches = [updates]
        self.drained = asyncio.Event()

    async def poll(self, _params, *, seconds):
        if not self._batches:
            self.drained.set()
            await asyncio.sleep(seconds)
            return []
        return self._batches.pop()


async def polled(updates, house, walked):
    telegram = Telegram(updates)
    receiver = Receiver(house, telegram, walked.arrive, seen=1, moved=lambda: None)
    async with asyncio.TaskGroup() as tasks:
        receiving = tasks.create_task(receiver.run())
        await telegram.drained.wait()
        receiving.cancel()


async def hooked(updates, house, walked):
    words = {"url": "", "secret": "s", "seen": 1, "moved": lambda: None}
    hooks = Hooks(house, None, walked.arrive, **words)

    async def body(update):
        yield json.dumps(update).encode()

    assert {await hooks.take("s", body(update)) for update in updates} == {TAKEN}


def numbered(updates):
    return [{**update, "update_id": number} for number, update in enumerate(updates, 1)]


async def live_through(updates, nameless=(), door=polled, migrated=None):
    """Let them in by a real door and out by the real door; return fates, calls and toasts."""
    with Passing(prefix="hostile-") as folder:
        async with doors.opened(Path(folder), migrated) as town, asyncio.timeout(PATIENCE):
            await town.report()  # so that there is a case to press buttons under
            caller = Caller()
            async with sending(town, caller), working(town) as walked:
                await door([*nameless, *numbered(updates)], town.house, walked)
                await walked.quiet()
                await town.settled()
            fates = await town.rows(INBOX.c.update_id, INBOX.c.status, INBOX.c.error)
            # what a webhook was shown without a number of Telegram's is kept under one of ours
            theirs = {number: fate for number, *fate in fates if number < ANSWERS}
            toasts = [("toast", {"text": toast.text}) for _, toast in walked.answers if toast]
            return theirs, [*caller.calls, *toasts]


def fits(found):
    """Say whether every number in it is one that Telegram has: of 52 bits at most."""
    if isinstance(found, dict | list):
        return all(map(fits, found.values() if isinstance(found, dict) else found))
    return not isinstance(found, int) or abs(found) < 1 << 52


def judge(found, nameless=(), **how):
    """Live through hostile updates, then good ones; return the fates, each as it must be."""
    updates = [*found, *GOOD]

    fates, calls = asyncio.run(live_through(updates, nameless, **how))

    assert sorted(fates) == list(range(1, len(updates) + 1))
    for update in numbered(updates):
        status, reason = fates[update["update_id"]]
        assert (status, bool(reason)) in {("done", False), ("dead", True)}
        if status == "dead" and reads(update):
            assert not fits(update)
    assert {fates[number][0] for number in sorted(fates)[-len(GOOD) :]} == {"done"}
    texts = [json.dumps(params, ensure_ascii=False) for _, params in calls]
    assert [text for text in texts for leak in LEAKS if leak in text] == []
    assert any(params.get("chat_id") == 4444 for _, params in calls)
    return fates


def profile(examples):
    """Return how many examples are drawn; each has a house and a database of its own."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, deadline=None, suppress_health_check=checks)


DRAWN = st.lists(hostile.UPDATES, min_size=1, max_size=25)
NAMELESS = st.lists(hostile.NAMELESS, max_size=2)
DOOR = st.sampled_from((polled, hooked))


TYPELESS = {"id": 5001, "type": [], "title": "群", "first_name": "p"}
TYPED_AS_NO_WORD = {"message": {**message("", chat=5001, sender=5001), "chat": TYPELESS}}


@given(found=DRAWN, nameless=NAMELESS, door=DOOR)
@example(found=[TYPED_AS_NO_WORD], nameless=[], door=polled)
@example(found=[TYPED_AS_NO_WORD], nameless=[], door=hooked)
@profile(15)
def test_no_update_stops_the_loop_or_leaves_a_trace_in_a_chat(found, nameless, door):
    judge(found, nameless, door=door)


@given(found=DRAWN, nameless=NAMELESS, door=DOOR)
@profile(3)
def test_no_update_stops_the_loop_on_postgresql(postgres, found, nameless, door):
    judge(found, nameless, door=door, migrated=postgres.fresh())


@pytest.mark.soak
@given(found=DRAWN, nameless=NAMELESS, door=DOOR)
@profile(2_000)
def test_many_updates_stop_nothing(found, nameless, door):
    judge(found, nameless, door=door)


@pytest.mark.soak
@given(found=DRAWN, nameless=NAMELESS, door=DOOR)
@profile(400)
def test_many_updates_stop_nothing_on_postgresql(postgres, found, nameless, door):
    judge(found, nameless, door=door, migrated=postgres.fresh())


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_number_that_telegram_cannot_have_given_is_a_dead_letter_and_any_other_is_done(
    request, engine
):
    migrated = request.getfixturevalue("postgres").fresh() if engine == "postgres" else None
    drawn = [(n, u) for n in (*hostile.STRANGE, *hostile.BEYOND) for u in hostile.bearing(n)]

    fates = judge([update for _, update in drawn], migrated=migrated)

    assert all(reads({**update, "update_id": 1}) for _, update in drawn)
    ends = [(number, update, *fates[at]) for at, (number, update) in enumerate(drawn, 1)]
    assert [end for end in ends if (end[2] == "dead") != (end[0] in hostile.BEYOND)] == []


async def test_who_cannot_be_told_of_a_failure_keeps_it_from_its_end_no_more(
    tmp_path, monkeypatch
):
    async def handler(_update, _context):
        raise ValueError

    def untold(*_, **__):
        raise OverflowError

    monkeypatch.setattr(lanes, "ROUTES", (MessageHandler(filters.ALL, handler),))
    monkeypatch.setattr(deliveries, "notice", untold)
    async with doors.opened(tmp_path) as town:
        await doors.walk(town, *(doors.arrival(n, GOOD[0]) for n in (1, 2)))

        ends = await town.rows(INBOX.c.update_id, INBOX.c.status, INBOX.c.error)
        assert ends == [(1, "dead", "ValueError: "), (2, "dead", "ValueError: ")]


@pytest.mark.parametrize(
    "update",
    [
        {"poll": hostile.poll(options=[{"text": "修", "voter_count": 1, "persistent_id": "o"}])},
        hostile.poll_answer({"user": person(LI)}),
        hostile.poll_answer({"voter_chat": hostile.channel(GROUP)}),
    ],
)
def test_polls_are_drawn_as_telegram_sends_them(update):
    check_update({**update, "update_id": 1})
