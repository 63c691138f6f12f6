"""A flood against a real bot process: memory stays in bounds, and who presses is answered."""

import random
import threading
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from storage.database import writing
from tests.bot.doors import GROUP, message, person, press
from tests.bot.telegram import Telegram, running

MOST_GROWTH = 50_000_000
WITHIN = 2.0  # seconds from the hand of Telegram to the answer
PRESSERS = range(9001, 9009)
WARM = 200  # updates before the flood, after which memory is what it is
LISTEN = {"LINLI_LISTEN": "127.0.0.1:0"}


class Flooding(Telegram):
    """Notes when a press was given away, and when it was answered."""

    def __init__(self):
        super().__init__()
        self.given, self.answered = {}, {}

    def _polled(self, params):
        found = super()._polled(params)
        for each in found:
            if "callback_query" in each:
                self.given.setdefault(each["callback_query"]["id"], time.monotonic())
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


def counted(engine, question):
    with engine.connect() as connection:
        return connection.execute(text(question)).scalar_one()


def withstand(folder, count, patience):
    server = Flooding()
    try:
        with running(folder, server.address, **LISTEN) as bot:
            bot.heard("bot.up")
            engine = writing(f"sqlite:///{folder / 'linli.db'}")
            warm = [
                {"update_id": n, "message": message("/help", chat=n, sender=n)}
                for n in range(1, WARM + 1)
            ]
            server.give(*warm)
            open_rows = "select count(*) from inbox where status = 'open'"
            server.until(lambda t: t.confirmed > WARM)
            for _ in range(600):
                if counted(engine, "select count(*) from inbox where status = 'done'") == WARM:
                    break
                threading.Event().wait(0.05)
            before = bot.memory()
            with watched(bot) as seen:
                server.give(*flood(count))
                server.until(lambda t: t.confirmed > WARM + count, patience)
                for _ in range(patience * 10):
                    if not counted(engine, open_rows):
                        break
                    threading.Event().wait(0.1)
            done = counted(engine, "select count(*) from inbox where status = 'done'")
            engine.dispose()
    finally:
        server.shutdown()
        server.server_close()
    waits = [server.answered[query] - at for query, at in server.given.items()]
    return done - WARM, max(seen) - before, waits


def held(folder, count, patience):
    done, growth, waits = withstand(folder, count, patience)

    assert done == count
    assert len(waits) == len(PRESSERS)
    assert growth <= MOST_GROWTH
    assert max(waits) <= WITHIN
    return f"{growth / 1e6:.1f} MB more, slowest press {max(waits):.2f} s"


def test_a_flood_is_taken_in_within_bounds_and_presses_are_answered(tmp_path):
    held(tmp_path, 5_000, 60)


@pytest.mark.soak
def test_a_great_flood_is_taken_in_within_bounds_and_presses_are_answered(tmp_path, capsys):
    told = held(tmp_path, 50_000, 600)

    with capsys.disabled():
        print(f"\n50 000 updates: {told}")  # noqa: T201 -- a soak tells its figures
