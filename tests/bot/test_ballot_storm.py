"""Ten thousand presses in the last second of a ballot, on a real bot process: an exact tally.

Telegram's side remembers who pressed what, the inbox when that was written down; the rest follows.
"""

import asyncio
import random
import time
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from benchmarks import ballots, world
from benchmarks.ballots import BALLOT
from benchmarks.presses import voter
from bot.recounting import differences
from governance.ballots.motion import MOTION
from governance.quorum import Measure
from storage.boxes import box
from storage.inbox import INBOX
from storage.rows import ms
from tests.bases import look
from tests.bot.doors import GROUP, press
from tests.bot.telegram import Telegram, running

CHEN = 3001
HOUSEHOLDS, PRESSES, LOTS = 2_000, 10_000, 25
LASTS = timedelta(seconds=45)  # the bot is up long before
BEFORE, PAUSE = 1, 0.045  # seconds: all comes in the last one, and a little behind the close
PATIENCE = 300
LATE = "表决已经截止，这一票没有计入。"
DONE = (
    "select (select count(*) from inbox where status = 'done'),"
    " (select count(*) from ballots where status = 'tallied')"
)


def storm(seed):
    """Return (number, household, option) of each press."""
    chance = random.Random(seed)
    return [
        (n, chance.randrange(HOUSEHOLDS), chance.choice(MOTION.options))
        for n in range(1, PRESSES + 1)
    ]


def update(number, household, option):
    verb = f"b:{BALLOT}:mark={MOTION.options.index(option)}"
    told = press(verb, chat=GROUP, sender=voter(household))
    told["callback_query"]["id"] = f"q{number}"
    return {"update_id": number, **told}


async def at(database, unit):
    """Do a unit in a database that no bot is at work on."""
    made = await world.house(database)
    try:
        return await made.writer.submit(lambda c: unit(made, c))
    finally:
        await made.writer.close()
        await made.reader.close()


def opened(made, connection):
    """Open the ballot; return when it closes."""
    work = made.work(connection, "ballot", CHEN, made.clock.now())
    return ballots.open_to(work, HOUSEHOLDS, LASTS).closes


def lived(folder, database, closes, presses):
    """Let a bot live through it until all is done and counted; return its toasts by press.

    Each press has one toast, or is counted among the lost ones, which are returned too.
    """
    server, size = Telegram(), PRESSES // LOTS
    updates = [update(*each) for each in presses]
    try:
        with running(folder, server.address, LINLI_DATABASE_URL=database) as bot:
            bot.heard("bot.up")
            time.sleep(max(0.0, closes.timestamp() - BEFORE - time.time()))
            for first in range(0, PRESSES, size):
                server.give(*updates[first : first + size])
                time.sleep(PAUSE)
            end = time.monotonic() + PATIENCE
            while not over(bot, server, database) and time.monotonic() < end:
                assert bot.child.poll() is None
                time.sleep(0.5)
            lost, dead = told(bot, "toast.lost"), told(bot, "due.dead")
    finally:
        server.shutdown()
        server.server_close()
    toasts = server.called("answerCallbackQuery")
    assert (len(toasts) + lost, dead) == (PRESSES, 0)
    told_to = {int(each["callback_query_id"][1:]): each["text"] for each in toasts}
    assert len(told_to) == len(toasts)
    return told_to, lost


def told(bot, event):
    return sum(line["event"] == event for line in bot.lines())


def over(bot, server, database):
    """Say whether every press is done, the ballot counted, each toast given or known as lost."""
    answers = len(server.called("answerCallbackQuery")) + told(bot, "toast.lost")
    return answers >= PRESSES and look(database, DONE) == [(PRESSES, 1)]


def after(made, connection):
    """Return when each press was written down, the result, and what lies in the box."""
    work = made.work(connection, "look", 0, made.clock.now())
    lying = box(connection, made.community_id, BALLOT)
    assert differences(lying) == []
    written = dict(connection.execute(select(INBOX.c.update_id, INBOX.c.at)).all())
    return written, work.ballots.result(BALLOT).whole, lying.marks


@pytest.fixture
def database(request, tmp_path, engine):
    if engine == "postgres":
        return request.getfixturevalue("postgres").empty()
    return f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_ten_thousand_presses_in_the_last_second_are_counted_exactly(
    tmp_path, capsys, database, engine
):
    presses = storm(seed=5)
    closes = await at(database, opened)
    toasts, lost = await asyncio.to_thread(lived, tmp_path, database, closes, presses)
    written, found, marks = await at(database, after)

    late = {n for n in written if written[n] >= ms(closes)}
    due = {str(home): option for n, home, option in presses if n not in late}
    tally = found.tallies[Measure.HEADS]
    assert written.keys() == {n for n, _, _ in presses} >= toasts.keys()
    assert 0 < len(late) < PRESSES
    assert {unit.partition("/")[2]: m for unit, m in marks.items()} == {
        home: {option: 1} for home, option in due.items()
    }
    assert {o: tally.of(o) for o in MOTION.options} == Counter(due.values())
    said_late = {n for n, text in toasts.items() if text == LATE}
    assert said_late == late & toasts.keys()
    assert len(late) - lost <= len(said_late)
    assert said_late
    with capsys.disabled():
        print(f"\n{engine}: {PRESSES} presses, {len(late)} of them late; {Counter(due.values())}")  # noqa: T201 -- a soak tells its figures
