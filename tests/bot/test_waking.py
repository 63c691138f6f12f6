"""What a commit leaves to do at once wakes whoever does it, in the house as it is put together."""

import asyncio

import pytest_asyncio

from bot import wiring
from config.settings import Settings
from handlers import sheets
from storage import inbox
from storage.inbox import DUES
from storage.papers import PAPERS
from storage.rows import ms
from tests.bot import doors
from tests.bot.doors import BOT, COMMUNITY, MONDAY, NAME
from tests.bot.office import TOKEN
from tests.bot.test_printing import SHEET, wanted

HOUR = 3600  # seconds: no look by the clock comes to the help of one that is not woken


class Way(doors.Caller):
    """A way to Telegram by which no webhook is known."""

    async def call(self, method, params=None):
        return {} if method == "getWebhookInfo" else await super().call(method, params or {})


@pytest_asyncio.fixture
async def made(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "SHEETS", {"plain": lambda _: SHEET})
    monkeypatch.setattr("bot.ticks.LOOK_SECONDS", HOUR)
    monkeypatch.setattr(wiring, "PRINT_SECONDS", HOUR)
    monkeypatch.setattr(wiring, "FURTHER", HOUR)
    async with doors.opened(tmp_path) as town:
        given = wiring.Given(
            settings=Settings(
                token=TOKEN,
                state=tmp_path,
                database_url=f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}",
                community=doors.ROOT / "config" / "community.example.toml",
            ),
            community=COMMUNITY,
            segment=str.split,
            ways=(Way(), Way()),
            clock=town.house.clock,
            me={"id": BOT, "username": NAME},
        )
        async with asyncio.TaskGroup() as tasks:
            made = await wiring.doors(given, tasks)
            made.ticks.start()
            yield made
            made.ticks.stop()
            made.printing.close()
            await made.house.writer.close()
            await made.house.reader.close()


async def until(made, question):
    """Wait until rows are so; no look of the test's own is among what it waits for."""
    async with asyncio.timeout(20):
        while not await made.house.reader.run(question):  # noqa: ASYNC110 -- of rows
            await asyncio.sleep(0.01)


async def test_a_sheet_is_drawn_and_what_follows_is_done_by_the_commit_alone(made):
    await made.house.writer.submit(wanted())

    await until(made, lambda c: c.execute(PAPERS.select()).one().body)
    await until(made, lambda c: "published" in [row.verb for row in c.execute(DUES.select())])
    assert made.receiver.look in made.ticks.at_once  # a further poll, too


async def test_of_many_commits_one_look_runs_and_one_waits(made, monkeypatch):
    looks, let = [], asyncio.Event()

    async def look():
        looks.append(1)
        await let.wait()

    monkeypatch.setattr(made.ticks, "at_once", [look])
    for number in range(20):
        key = f"now:{number}"
        await made.house.writer.submit(
            lambda c, key=key: inbox.ask(c, ms(MONDAY), "expire", key, {"dialogue": 1}, now=True)
        )
    await asyncio.sleep(0.05)
    waiting = [job for job in made.ticks._scheduler.get_jobs() if job.func == made.ticks._now]
    let.set()
    await asyncio.sleep(0.05)

    assert (len(looks), len(waiting)) == (2, 0)
