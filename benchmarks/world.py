"""The bot's own world: the example's community at work, its officers seated, its cases filed."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text

from benchmarks.peers import TOKEN
from benchmarks.updates import CASES, person, words
from bot.clock import CivilClock
from bot.house import House, Who
from bot.opening import put_in_force
from bot.speech import LOCALES
from config import community
from governance.categories import Reading
from governance.directory import Person
from handlers.texts import Library
from services.cases import reporting
from services.hearing import Heard
from storage import directory, inbox, roll, upgrade
from storage.database import writing
from storage.driving import drive
from storage.inbox import Arrival
from storage.reader import Reader
from storage.writer import BATCH, Writer

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "config" / "community.example.toml"
TOWN = community.read(EXAMPLE)
BOT, NAME = 7000000001, "linli_bot"
FILE = "linli.db"
OLD = 1_000_000  # what is in the world was said under numbers from here on


def address(folder: Path) -> str:
    """Return the address of the database in a folder."""
    return f"sqlite+aiosqlite:///{folder / FILE}"


async def house(where: str, *, batch: int = BATCH) -> House:
    """Put a house together over the database of an address; its officers are at their posts."""
    upgrade.upgrade(where)
    writer = Writer(writing(where), community=TOWN.key, batch=batch)
    number = await writer.submit(lambda c: directory.community(c, TOWN.key))
    await writer.submit(lambda c: _settled(c, number))
    enrolled = roll.Roll(TOWN, number)
    await writer.submit(enrolled.read)
    return House(
        bot_id=BOT,
        bot_name=NAME,
        roll=enrolled,
        library=Library(LOCALES),
        clock=CivilClock(),
        writer=writer,
        reader=Reader(where),
    )


def _settled(connection: Connection, number: int) -> None:
    roll.seed(connection, number, TOWN, 0)
    put_in_force(connection, number, EXAMPLE.read_text(encoding="utf-8"))


def heard(number: int) -> Heard:
    """Return a clear report, as a handler would hand it on."""
    building = ("b1", "b3", "b5")[number % 3]
    reading = Reading(category="lift", building=building)
    return Heard(
        text=words(number), photo="", chat=person(number), message=number, reading=reading
    )


def who(number: int) -> Who:
    """Return who reports."""
    return Who(person=Person(id=person(number), name="李秀芬", language="zh-CN"))


async def report(made: House, numbers: range) -> None:
    """File reports by the bot's own unit, all queued at once."""
    arrivals = [Arrival(number, "rest", "{}") for number in numbers]
    await made.writer.submit(lambda c: inbox.keep(c, BOT, 0, arrivals))
    asked = [made.ask(n, who(n), reporting.report, {"heard": heard(n)}) for n in numbers]
    await asyncio.gather(*asked)


async def _file(folder: Path) -> None:
    made = await house(address(folder))
    await report(made, range(OLD + 1, OLD + CASES + 1))
    await made.writer.close()
    await made.reader.close()


def build(folder: Path) -> Path:
    """Make a database with CASES cases, the n-th told by person(n); nothing is left to send."""
    folder.mkdir()
    asyncio.run(_file(folder))
    with closing(sqlite3.connect(folder / FILE)) as database:
        database.execute("UPDATE outbox SET status = 'sent', message = 10000000 + id")
        database.execute("UPDATE cards SET message = 10000000 + rowid")
        database.execute("UPDATE inbox SET update_id = -update_id")  # ids begin anew lower
        database.execute("UPDATE people SET reachable = 1")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


def copied(world: Path, folder: Path) -> Path:
    """Copy a world, so that each run begins in the same."""
    folder.mkdir()
    shutil.copy(world / FILE, folder / FILE)
    with (folder / FILE).open("rb+") as copy:
        os.fsync(copy.fileno())  # or the first checkpoint waits for all of it
    return folder


def settings(folder: Path, api: str, *, pace: str = "unlimited") -> dict[str, str]:
    """Return the environment of a bot in a folder."""
    return {
        "LINLI_TOKEN": TOKEN,
        "LINLI_API_BASE": api,
        "LINLI_DATABASE_URL": address(folder),
        "LINLI_STATE": str(folder),
        "LINLI_COMMUNITY": str(EXAMPLE),
        "LINLI_PACE": pace,
    }


def counted(where: str) -> dict[str, int]:
    """Count what is in a database after a load, of which nothing may be open or uncertain."""
    asked = {
        "cases": "SELECT count(*) FROM cases",
        "inbox_open": "SELECT count(*) FROM inbox WHERE status <> 'done'",
        "outbox_open": "SELECT count(*) FROM outbox WHERE status IN ('waiting', 'claimed')"
        " AND kind <> 'commands'",  # the menus, which the next start goes on with
        "outbox_failed": "SELECT count(*) FROM outbox WHERE status IN "
        "('uncertain', 'undeliverable')",
        "audit": "SELECT count(*) FROM audit",
    }
    return {name: look(where, each) for name, each in asked.items()}


def look(where: str, question: str) -> int:
    """Return the one number that a question to a database of either kind is answered by."""
    return drive(_look, where, question)


def _look(where: str, question: str) -> int:
    engine = writing(where)
    try:
        with engine.begin() as connection:
            return int(connection.execute(text(question)).scalar_one())
    finally:
        engine.dispose()
