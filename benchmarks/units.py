"""Durable units a second: many in one commit, beside aiosqlite awaiting each statement.

The unit is the same on both sides, by the same SQL: the update is marked done, its person is
read, a notice is put into the outbox, an audit entry and its detail are written. Synchronous is
FULL, 32 are asked for at once. Beside it the whole unit of a report, in 64s and one by one.
"""

import asyncio
import json
import random
import secrets
import shutil
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from statistics import median
from typing import Any

import aiosqlite
from sqlalchemy import Connection

from benchmarks import world
from benchmarks.figures import Figure, least, plain
from benchmarks.runs import Stage
from benchmarks.updates import person
from bot.house import House
from governance import chain
from governance.notices import Address, Delivery, Kind
from storage import audit, inbox, outbox
from storage.directory import People
from storage.inbox import Arrival
from storage.writer import BATCH

AT_ONCE = 32
DONE = "UPDATE inbox SET status='done', raw=NULL WHERE bot=? AND update_id=? AND status='open'"
TELL = (
    "INSERT INTO outbox (dedupe, words, kind, subject, reader, chat, facts, priority, policy,"
    " status, draft, tries, at) VALUES (?, 'apology', 'notice', '', ?, ?, '{}', 1, 'resend',"
    " 'waiting', 0, 0, 0) ON CONFLICT (dedupe) DO NOTHING"
)
NOTE = (
    "INSERT INTO audit (community, at, unit, actor, verb, object, commitment)"
    " VALUES (1, 0, ?, 'x', 'v', 'o', ?) RETURNING id"
)
DETAIL = "INSERT INTO audit_details (audit_id, salt, detail) VALUES (?, ?, ?)"


def unit(connection: Connection, number: int) -> None:
    """Do what every update does at least."""
    inbox.done(connection, world.BOT, number)
    People(connection).get(person(number))
    here = Address(chat=person(number))
    notice = Delivery(key="apology", kind=Kind.NOTICE, address=here, reader=here.chat)
    outbox.put(connection, notice, dedupe=f"b{number}", at=0)
    noted = audit.Note(
        community=1, at=0, unit=f"b{number}", actor="x", verb="v", object="o", detail={"n": number}
    )
    audit.note(connection, noted)


async def together(made: House, count: int) -> float:
    """Return units a second by the writer."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        async with room:
            await made.writer.submit(lambda c: unit(c, number))

    began = time.perf_counter()
    await asyncio.gather(*(one(number) for number in range(1, count + 1)))
    return count / (time.perf_counter() - began)


async def apart(folder: Path, count: int) -> float:
    """Return units a second by aiosqlite, each statement awaited, each unit in its own commit."""
    async with aiosqlite.connect(folder / world.FILE, isolation_level=None) as database:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            await database.execute(f"PRAGMA {pragma}")
        turn = asyncio.Lock()

        async def one(number: int) -> None:
            async with turn:
                await _by_hand(database, number)

        began = time.perf_counter()
        await asyncio.gather(*(one(number) for number in range(1, count + 1)))
        return count / (time.perf_counter() - began)


async def _by_hand(database: aiosqlite.Connection, number: int) -> None:
    who, salt = person(number), secrets.token_bytes(16)
    await database.execute("BEGIN IMMEDIATE")
    await database.execute(DONE, (world.BOT, number))
    async with database.execute("SELECT * FROM people WHERE id = ?", (who,)) as found:
        await found.fetchone()
    await database.execute(TELL, (f"b{number}", who, who))
    entry = {"n": number}
    commitment = chain.commitment(entry, salt)
    async with database.execute(NOTE, (f"b{number}", commitment)) as noted:
        row = await noted.fetchone()
    await database.execute(DETAIL, (row[0] if row else 0, salt, json.dumps(entry)))
    await database.execute("COMMIT")


async def _fresh(folder: Path, batch: int, count: int) -> House:
    made = await world.house(world.address(folder), batch=batch)
    arrivals = [Arrival(number, "rest", "{}") for number in range(1, count + 1)]
    await made.writer.submit(lambda c: inbox.keep(c, world.BOT, 0, arrivals))
    return made


async def _closed(made: House) -> None:
    await made.writer.close()
    await made.reader.close()


async def _units(folder: Path, count: int) -> float:
    made = await _fresh(folder, BATCH, count)
    rate = await together(made, count)
    await _closed(made)
    return rate


async def reports(where: str, count: int, batch: int = BATCH) -> float:
    """Return how many reports a second the writer of a database files."""
    made = await world.house(where, batch=batch)
    began = time.perf_counter()
    await world.report(made, range(1, count + 1))
    seconds = time.perf_counter() - began
    await _closed(made)
    return count / seconds


async def _by_aiosqlite(folder: Path, count: int) -> float:
    await _closed(await _fresh(folder, BATCH, count))
    return await apart(folder, count)


def durable(stage: Stage, *, quick: bool) -> list[Figure]:
    """Measure each way in turn, each in a copy of the same world."""
    count = 200 if quick else 4_000
    ways: dict[str, Callable[[Path], Coroutine[Any, Any, float]]] = {
        "grouped": lambda f: _units(f, count),
        "aiosqlite": lambda f: _by_aiosqlite(f, count // 4),
        "reports": lambda f: reports(world.address(f), count // 2),
        "reports alone": lambda f: reports(world.address(f), count // 4, batch=1),
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(1 if quick else 5):
        for name, way in random.sample(sorted(ways.items()), len(ways)):
            folder = world.copied(stage.world, stage.fresh())
            found[name].append(asyncio.run(way(folder)))
            shutil.rmtree(folder)
    middle = {name: median(rates) for name, rates in found.items()}
    spread = {name: f"{min(r):.0f}-{max(r):.0f}" for name, r in found.items()}
    told = {name: f"{middle[name]:.0f}/s ({spread[name]})" for name in ways}
    return [
        least(
            "durable units: group commit ÷ aiosqlite awaiting each statement",
            middle["grouped"] / middle["aiosqlite"],
            10,
            f"{told['grouped']} beside {told['aiosqlite']}; synchronous=FULL, {AT_ONCE} at once",
        ),
        plain(
            "reports filed a second by the writer alone",
            middle["reports"],
            f"{told['reports']}; one in each commit {told['reports alone']}",
        ),
    ]
