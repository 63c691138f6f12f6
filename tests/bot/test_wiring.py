"""What the house is put together of: what nobody wires, no test of its own would miss."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from bot import wiring
from bot.clock import CivilClock
from bot.hooks import Hooks
from bot.pacing import Pace
from bot.receiving import Receiver, Stopped
from config.settings import Settings
from storage import directory
from storage.database import writing
from tests.bases import migrate
from tests.bot.doors import BOT, COMMUNITY, NAME, ROOT
from tests.bot.office import linli
from tests.bot.telegram import TOKEN

FILE = ROOT / "config" / "community.example.toml"


class Way:
    """Says that no webhook is set."""

    async def call(self, _method, _params=None):
        return {"url": ""}


@asynccontextmanager
async def doors(folder, **more):
    url = f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    migrate(url)
    settings = Settings(token=TOKEN, database_url=url, community=FILE, state=folder, **more)
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


async def test_a_database_of_another_community_is_left_alone(tmp_path, monkeypatch):
    url = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    migrate(url)
    engine = writing(url)
    with engine.begin() as connection:
        directory.community(connection, "other")

    with pytest.raises(ExceptionGroup) as stopped:
        async with doors(tmp_path):
            pass

    (reason,) = stopped.value.exceptions
    assert type(reason) is Stopped
    assert reason.code == 2
    assert "已有别的社区：other" in str(reason)
    assert "another community: other" in str(reason)
    monkeypatch.setenv("LINLI_DATABASE_URL", url)
    monkeypatch.setenv("LINLI_COMMUNITY", str(FILE))
    code, _, err = linli("community", "apply", str(FILE), "--yes")
    assert (code, err.strip()) == (2, str(reason))
    with engine.begin() as connection:
        assert directory.communities(connection) == ["other"]
    engine.dispose()


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
