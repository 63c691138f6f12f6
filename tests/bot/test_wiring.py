"""What the house is put together of: what nobody wires, no test of its own would miss."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from bot import wiring
from bot.clock import CivilClock
from bot.hooks import Hooks
from bot.pacing import Pace
from bot.receiving import Receiver
from config.settings import Settings
from tests.bases import migrate
from tests.bot.doors import BOT, COMMUNITY, NAME, ROOT
from tests.bot.telegram import TOKEN


class Way:
    """Says that no webhook is set."""

    async def call(self, _method, _params=None):
        return {"url": ""}


@asynccontextmanager
async def doors(folder, **more):
    url = f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    migrate(url)
    file = ROOT / "config" / "community.example.toml"
    settings = Settings(token=TOKEN, database_url=url, community=file, state=folder, **more)
    given = wiring.Given(
        settings=settings,
        community=COMMUNITY,
        segment=list,
        ways=(Way(), Way()),
        clock=CivilClock(),
        me={"id": BOT, "username": NAME},
    )
    async with asyncio.TaskGroup() as tasks:
        made = await wiring.doors(given, tasks)
        try:
            yield made
        finally:
            made.printing.close()
            await made.house.writer.close()
            await made.house.reader.close()


@pytest.fixture(autouse=True)
def unset(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)


HOOK = {"webhook_url": "https://bot.example.org/telegram"}


@pytest.mark.parametrize(
    ("more", "door"), [({}, Receiver), (HOOK, Hooks)], ids=["polling", "webhook"]
)
async def test_nights_clocks_and_doors_are_looked_after(tmp_path, more, door):
    async with doors(tmp_path, **more) as made:
        beside = {chore.__qualname__ for chore, _ in made.ticks.beside}

    looks = {"Printing.look", "Watch.look", "Shredding.look", "Nights.look"}
    assert type(made.receiver) is door
    assert beside == looks | {f"{door.__name__}.look"}


@pytest.mark.parametrize(
    ("more", "pace"),
    [({}, Pace()), ({"pace": "unlimited"}, Pace.unlimited())],
    ids=["own", "none"],
)
async def test_the_pace_is_telegrams_unless_another_is_set(tmp_path, more, pace):
    async with doors(tmp_path, **more) as made:
        assert made.sender._pacer._pace == pace
