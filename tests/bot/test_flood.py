"""A flood against a real bot process: memory stays in bounds, and who presses is answered.

All the while a broadcast waits: those who asked come before it, and none of it is lost.
"""

import random
import threading
import time
from contextlib import contextmanager

import pytest

from governance.notices import Address, Priority
from storage import outbox
from storage.database import writing
from storage.driving import drive
from tests.bases import look
from tests.bot.doors import GROUP, PUT, message, notice, person, press
from tests.bot.pouring import URL, pour
from tests.bot.telegram import Telegram, running

MOST_GROWTH = 50_000_000
WITHIN = 2.0  # seconds from the hand of Telegram to the answer
PRESSERS = range(9001, 9009)
WARM = 200  # updates before the flood, after which memory is what it is
GROUPS = [-1002000000001 - number for number in range(500)]  # which hear the broadcast
LISTEN = {"LINLI_LISTEN": "127.0.0.1:0"}


class Flooding(Telegram):
    """Notes when a press was given away, and when it was answered."""

    def __init__(self):
        super().__init__()
        self.given, self.answered = {}, {}

    def given_away(self, update):
        if "callback_query" in update:
            self.given.setdefault(update["callback_query"]["id"], time.monotonic())

    def _polled(self, params):
        found = super()._polled(params)
        for each in found:
            self.given_away(each)
        return found

    def _usual(self, method, params):
        if method == "answerCallbackQuery":
            self.answered[params["callback_query_id"]] = time.monotonic()
        return super()._usual(method, params)


def flood(count):
    """Return as many updates: a loud group, a thousand people, and a press now and then."""
    chance = random.Random(7)
    every = count // len(PRESSERS)
    for number in range(1, count + 1):
        if number % every == every // 2:
            who = PRESSERS[number // every]
            pressed = press("c:999:accept", chat=who, sender=who)
            pressed["callback_query"]["id"] = f"q{number}"
            yield {"update_id": WARM + number, **pressed}
        elif chance.random() < 0.4:
            told = message("/help", chat=GROUP, number=number)
            yield {"update_id": WARM + number, "message": told}
        else:
            who = 20_000 + chance.randrange(1000)
            told = message("/help", chat=who, sender=who, number=number)
            yield {"update_id": WARM + number, "message": told | {"from": person(who)}}


def announce(address):
    """Let a notice to every group wait in the database of a bot that runs."""
    engine = writing(address)
    with engine.begin() as connection:
        for chat in GROUPS:
            where, last = Address(chat=chat), Priority.BROADCAST
            told = notice("apology", address=where, reader=0, priority=last)
            outbox.put(connection, told, dedupe=f"broadcast:{chat}", at=PUT)
    engine.dispose()


@contextmanager
def watched(bot):
    """Look at the memory of a bot all the time; yield what was seen."""
    seen, stop = [], threading.Event()

    def look():
        while not stop.wait(0.05):
            seen.append(bot.memory())

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield seen
    stop.set()
    watcher.join()


class Flood:
    """A bot under it, heard either way, on a database of either kind."""

    def __init__(self, bot, server, database):
        self.bot, self.server, self.database = bot, server, database

    def count(self, table, status, priority=None):
        such = f" and priority = {priority:d}" if priority is not None else ""
        asked = f"select count(*) from {table} where status = '{status}'{such}"
        ((found,),) = look(self.database, asked)
        return found

    def give(self, updates, patience):
        """Give them all, and wait until Telegram has been told that they are kept."""
        updates = list(updates)
        if not (hooks := self.server.called("setWebhook")):
            self.server.give(*updates)
            self.server.until(lambda t: t.confirmed > updates[-1]["update_id"], patience)
            return
        secret = hooks[0]["secret_token"]
        for hand in pour(self.bot.web(), secret, updates, self.server.given_away):
            hand.join(patience)
            assert not hand.is_alive()

    def until_done(self, count, patience):
        end = time.monotonic() + patience
        while (done := self.count("inbox", "done")) < count and time.monotonic() < end:
            assert self.bot.child.poll() is None
            time.sleep(0.2)
        return done


def withstand(folder, database, way, count, patience):
    server = Flooding()
    how = LISTEN | {"LINLI_DATABASE_URL": database}
    if way == "webhook":
        how["LINLI_WEBHOOK_URL"] = URL
    try:
        with running(folder, server.address, **how) as bot:
            bot.heard("bot.up")
            if way == "webhook":
                bot.heard("webhook.set")
            under = Flood(bot, server, database)
            warm = [
                {"update_id": n, "message": message("/help", chat=n, sender=n)}
                for n in range(1, WARM + 1)
            ]
            under.give(warm, patience)
            assert under.until_done(WARM, 30) == WARM
            before = bot.memory()
            with watched(bot) as seen:
                drive(announce, database)
                under.give(flood(count), patience)
                done = under.until_done(WARM + count, patience)
                answers = under.count("outbox", "waiting", Priority.ANSWER)
                broadcast = under.count("outbox", "waiting", Priority.BROADCAST)
    finally:
        server.shutdown()
        server.server_close()
    waits = [server.answered[query] - at for query, at in server.given.items()]
    return done - WARM, max(seen) - before, waits, (answers > 0, broadcast)


def held(folder, database, way, count, patience):
    began = time.monotonic()
    done, growth, waits, waiting = withstand(folder, database, way, count, patience)

    assert done == count
    assert len(waits) == len(PRESSERS)
    assert growth <= MOST_GROWTH
    assert max(waits) <= WITHIN
    assert waiting == (True, len(GROUPS))  # while an answer waits, no group is told
    took = time.monotonic() - began
    return f"{growth / 1e6:.1f} MB more, slowest press {max(waits):.2f} s, {took:.0f} s in all"


@pytest.fixture
def database(request, tmp_path, engine):
    if engine == "postgres":
        return request.getfixturevalue("postgres").empty()
    return f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"


@pytest.mark.parametrize(
    ("engine", "way", "count"), [("sqlite", "polling", 3_000), ("sqlite", "webhook", 1_500)]
)
def test_a_flood_is_taken_in_within_bounds_and_presses_are_answered(
    tmp_path, database, way, count
):
    held(tmp_path, database, way, count, 60)


@pytest.mark.soak
@pytest.mark.parametrize("way", ["polling", "webhook"])
@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_great_flood_is_taken_in_within_bounds_and_presses_are_answered(
    tmp_path, capsys, database, engine, way
):
    told = held(tmp_path, database, way, 50_000, 900)

    with capsys.disabled():
        print(f"\n50 000 updates, {engine}, {way}: {told}")  # noqa: T201 -- a soak tells its figures
