"""A disclosure to hundreds of groups: some throw the bot out, some move, Telegram says wait, and
the bot is killed in the middle. Every group that can be told has it; of the others it is said why.
"""

import asyncio
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks import world
from bot import demo
from bot.printing import Printing
from bot.ticks import Ticks
from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import ChatKind
from governance.disclosures import contents
from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from sandbox.client import Town
from services.disclosures import signing
from tests.bases import look
from tests.bot import doors
from tests.bot.editions import accounts

CHEN, HE = 3001, 3002
FIRST = -1002000000001
OCTOBER = Period(doors.MONDAY.date().replace(month=10, day=1), doors.MONDAY.date().replace(day=1))
START = doors.MONDAY + timedelta(days=1, minutes=5)  # supervision has had its day
PATIENCE = 100  # seconds, in all
AT_ONCE = 30  # that may be on their way when it is killed: a second of Telegram's pace
OPEN = (
    "select count(*) from outbox where subject like 'disclosure:1:0:%'"
    " and status in ('waiting', 'claimed')"
)


class Writing:
    """A house over a database that no bot is at work on, one unit after the other."""

    def __init__(self, house):
        self.house, self.count = house, 0

    async def do(self, person, verb):
        self.count += 1
        name, now = f"unit{self.count}", self.house.clock.now()
        work = self.house.work
        return await self.house.writer.submit(lambda c: verb(work(c, name, person, now)))


async def signed(database, groups):
    """Let an edition be written, drawn and signed, and so many groups be the community's."""
    house = replace(await world.house(database), clock=doors.Still())
    town, printing = Writing(house), Printing(house)
    await town.do(HE, begin)
    await town.do(HE, lambda w: signing.press(w, 1, EditionAction.SUBMIT))
    await printing.look()
    printing.close()
    await Ticks(house).look()
    await town.do(CHEN, lambda w: signing.press(w, 1, EditionAction.APPROVE))
    await town.do(CHEN, lambda w: [w.chats.add(bound(n)) for n in range(groups)])
    await house.writer.close()
    await house.reader.close()


def begin(work):
    found = Edition(item="ledger", period=OCTOBER, status=EditionStatus.DRAFT, drafters=("he",))
    edition = work.disclosures.add(found)
    content = replace(accounts(), explained={}, period=OCTOBER)
    lines = tuple(replace(one, on=OCTOBER.start) for one in content.lines)
    lines = tuple(replace(one, basis="居民会议") for one in lines)
    work.disclosures.write(edition.id, contents.written(replace(content, lines=lines)))


def bound(number):
    return Registration(
        id=FIRST - number,
        kind=ChatKind.AREA,
        name=f"{number}号群",
        status=ChatStatus.BOUND,
        standing=Standing(membership=Membership.MEMBER),
        at=doors.MONDAY,
    )


def people(folder, groups, plain):
    """Write the file of the example's town with so many groups more, some of them plain."""
    more = [
        f'[[chats]]\nid = {FIRST - n}\ntitle = "{n}号群"\nmembers = [3001]\nadmins = [3001]\n'
        f'type = "{"group" if n in plain else "supergroup"}"\n'
        for n in range(groups)
    ]
    path = folder / "many.toml"
    path.write_text("\n".join([demo.TOWN.read_text(encoding="utf-8"), *more]), encoding="utf-8")
    return path


def told(town):
    """Return how often each chat was told, by what took effect."""
    calls = town.get("/calls?limit=200000")["calls"]
    sent = [c["params"] for c in calls if c["method"] == "sendPhoto" and c["ok"]]
    return Counter(int(p["chat_id"]) for p in sent if int(p["chat_id"]) < 0)


def until(question, end):
    while not (found := question()):
        assert time.monotonic() < end
        time.sleep(0.2)
    return found


def lived(folder, database, groups, few):
    """Let two bots live through it, one after the other; return how often each group was told."""
    end = time.monotonic() + PATIENCE
    out, moving = range(few), range(few, 2 * few)  # the last that are told
    start, file = START.isoformat(), people(folder, groups, moving)
    with demo.sandbox(folder, start=start, people=file, limits=True) as address:
        town = Town(address)
        town.post("/faults", kind="429", method="sendPhoto", times=few, retry_after=1)
        with demo.bot(folder, address) as first:
            until(lambda: len(told(town)) >= groups // 4, end)
            for number in out:
                town.kicks("bot", f"{number}号群")
            for number in moving:
                town.migrates(f"{number}号群")
            until(lambda: len(told(town)) >= groups // 2, end)
            first.kill()
        with demo.bot(folder, address):
            until(lambda: len(told(town)) >= groups + 1 - few, end)
            until(lambda: look(database, OPEN) == [(few,)], end)  # they wait for their groups
            town.says("吴老", "/coverage 2026-001")
            reach = until(lambda: town.idle() and town.sees("吴老", "一共"), end)["text"]
        moved = {town.group(f"{number}号群")["id"] for number in moving}
        return told(town), {FIRST - number for number in out}, moved, reach


def held(folder, groups, few):
    database = f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    asyncio.run(signed(database, groups))
    began = time.monotonic()
    counts, out, moved, reach = lived(folder, database, groups, few)

    stayed = {FIRST - n for n in range(2 * few, groups)} | moved | {doors.GROUP}
    assert counts.keys() - {FIRST - n for n in range(groups)} <= moved | {doors.GROUP}
    assert stayed <= counts.keys()
    assert not out & counts.keys()
    assert sum(counts.values()) - len(counts) <= AT_ONCE
    assert f"一共 {groups + 1} 个群，已送到 {groups + 1 - few}，还在送 0，送不到 {few}" in reach
    return time.monotonic() - began


def test_every_group_that_can_be_told_has_it_though_the_bot_is_killed(tmp_path):
    held(tmp_path, groups=120, few=3)


@pytest.mark.soak
def test_five_hundred_groups_are_told_within_a_hundred_seconds(tmp_path, capsys):
    took = held(tmp_path, groups=500, few=20)

    with capsys.disabled():
        print(f"\n500 groups, 20 gone, 20 moved, 429s, a kill: {took:.0f} s")  # noqa: T201 -- a soak tells its figures
