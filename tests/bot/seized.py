"""All that can be seized after a secret ballot, on either database; and what its voters know."""

import asyncio
import copy
import json
import random
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import literal_column, make_url, select, text
from structlog.testing import capture_logs

from bot.ticks import Ticks
from services.ballots import sealing
from storage import backups
from storage.database import METADATA, writing
from storage.driving import drive
from storage.sealed import SEALED
from tests.bot import doors
from tests.bot.booth import OPTIONS, VOTERS, begin, choices, open_house
from tests.bot.doors import Caller, sending

BEFORE = "before.db"  # a backup from while it was open: of what is secret it holds the envelopes
SQLITE, SERVER = ("rowid",), ("ctid", "xmin")  # where a row lies, and which transaction laid it
BUSY = timedelta(seconds=4)  # between two presses, so that each draws the group's card anew


@dataclass(kw_only=True)
class Dump:
    """Every row with where it lies, in that order; and every file.

    Among the tables are the lines of the log, what Telegram was asked to show, and the envelopes
    that stand in a backup from before the close.
    """

    tables: dict
    files: dict

    def copy(self):
        return replace(self, tables=copy.deepcopy(self.tables), files=dict(self.files))

    @property
    def envelopes(self):
        return {row["unit"]: row["envelope"] for row in self.tables["backup"]}

    @property
    def after(self):
        """The files that were not put away before the close."""
        return {name: body for name, body in self.files.items() if name != BEFORE}

    def words(self, *but):
        """Return every word of every table, but for some."""
        return "\n".join(self.lines(*but))

    def lines(self, *but):
        return [
            f"{name}: {json.dumps(row, ensure_ascii=False, default=_plain)}"
            for name, rows in self.tables.items()
            if name not in but
            for row in rows
        ]

    def column(self, table, column):
        return [row[column] for row in self.tables[table]]


def _plain(value):
    return value.hex() if isinstance(value, bytes) else str(value)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What somebody knows who watched the turnout grow, asked for slips, and has accomplices."""

    presses: tuple  # who pressed, in order; some of them twice
    units: dict
    slips: dict  # of everybody: each was asked for his own
    told: dict  # what the accomplices say that they voted
    tally: tuple  # how many marked each option, as everybody reads

    @property
    def orders(self):
        """The orders in which the voters may stand anywhere: all that are known."""
        first = list(dict.fromkeys(self.presses))
        last = list(dict.fromkeys(reversed(self.presses)))[::-1]
        return (last, first, sorted(self.units, key=self.units.get))


@dataclass(frozen=True, kw_only=True)
class Lived:
    """A ballot that was lived through: what is left, what is known, what is true."""

    dump: Dump
    known: Known
    truth: dict
    keys: list


async def lived(folder, monkeypatch, *, address=None, shred=True, data=None):
    """Live a secret ballot through, with a backup, a dead letter and messages; seize all.

    `data` is the folder of a server's files.
    """
    truth = choices()
    presses = _presses(truth)
    _one_fails(monkeypatch)
    with capture_logs() as logs:
        async with open_house(folder, address=address) as booth:
            caller = Caller()
            async with sending(booth.town, caller):
                await begin(booth)
                await booth.town.settled()
                await doors.walk(booth.town, await booth.arrival(40, VOTERS[-1], 0))
                slips = await _pressed(booth, presses)
                found = await booth.town.rows(SEALED.c.unit, SEALED.c.envelope)
                keys = [f.read_bytes() for f in (folder / "keys").iterdir()]
                await _put_away(booth, BEFORE)
                await booth.close()
                if shred:
                    await booth.shred()
                await booth.town.settled()
            await _put_away(booth, "after.db")
            tables = await asyncio.to_thread(drive, rows_of, booth.address)
        tables["backup"] = _numbered({"unit": u, "envelope": bytes(e)} for u, e in found)
        tables["log"] = _numbered(logs)
        tables["calls"] = _numbered({"method": m, **p} for m, p in caller.calls)
        files = {f.name: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        if data is not None:
            files |= await asyncio.to_thread(drive, files_of, booth.address, data)
    units = {voter: f"b3/{100 + n}" for n, voter in enumerate(VOTERS)}
    told = {v: truth[v] for half in (0, 1) for v in [v for v in truth if truth[v] == half][:7]}
    voters = tuple(voter for voter, _ in presses)
    tally = tuple(list(truth.values()).count(n) for n, _ in enumerate(OPTIONS))
    known = Known(presses=voters, units=units, slips=slips, told=told, tally=tally)
    dump = Dump(tables=tables, files=files)
    return Lived(dump=dump, known=known, truth=truth, keys=keys)


def _presses(truth):
    """Return who presses what, in an order of its own; some first press something else."""
    chance = random.Random(9)
    last = chance.sample(sorted(truth.items()), len(truth))
    return [*((v, 1 - option) for v, option in chance.sample(last, 8)), *last]


def _one_fails(monkeypatch):
    """Let one early press find an error that nobody foresaw, so that there is a dead letter."""
    check = sealing.voting.check_lives

    def checked(work, *given):
        if work.by.id == VOTERS[-1] and work.order < 50:
            raise RuntimeError("no room")
        check(work, *given)

    monkeypatch.setattr(sealing.voting, "check_lives", checked)


async def _pressed(booth, presses):
    """Let each press, and the turnout be drawn after it; return the slips that stand."""
    slips, ticks = {}, Ticks(booth.house)
    for n, (voter, option) in enumerate(presses):
        made = await doors.walk(booth.town, await booth.arrival(100 + n, voter, option))
        slips[voter] = slip_of(made.answers[0][1])
        booth.house.clock.at += BUSY
        await ticks.look()
        await booth.town.settled()
    return slips


async def _put_away(booth, name):
    if booth.address.startswith("sqlite"):
        backups.copy(booth.folder / "linli.db", booth.folder / name)


def slip_of(toast):
    assert toast.alert
    return re.search(r"\b([A-Z0-9]{4})-([A-Z0-9]{4})\b", toast.text).expand(r"\1\2")


def _numbered(rows):
    return [{"@rowid": n, **row} for n, row in enumerate(rows)]


def rows_of(address):
    """Return the rows of every table as they lie, with what the engine knows of each."""
    engine = writing(address)
    hidden = SQLITE if engine.dialect.name == "sqlite" else SERVER
    columns = [literal_column(name).label(f"@{name}") for name in hidden]
    if hidden == SERVER:
        columns = [literal_column(f"{name}::text").label(f"@{name}") for name in hidden]
    try:
        with engine.connect() as connection:
            return {
                t.name: [_placed(row._mapping) for row in connection.execute(select(*columns, t))]
                for t in METADATA.sorted_tables
            }
    finally:
        engine.dispose()


def _placed(row):
    found = dict(row)
    if "@ctid" in found:
        found["@ctid"] = [int(n) for n in re.findall(r"\d+", found["@ctid"])]
        found["@xmin"] = int(found["@xmin"])
    return found


def files_of(address, data):
    """Return the files of a database on a server, and of the server's log of writes."""
    engine = writing(address)
    with engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        alone.execute(text("CHECKPOINT"))  # so that what was let go is gone from the folder, too
        asked = text("SELECT oid FROM pg_database WHERE datname = :name")
        number = alone.execute(asked, {"name": make_url(address).database}).scalar_one()
    engine.dispose()
    folders = (Path(data) / "base" / str(number), Path(data) / "pg_wal")
    return {
        f"{d.name}/{f.name}": f.read_bytes() for d in folders for f in d.iterdir() if f.is_file()
    }


def marked(row):
    """Return which option a row of the box marks."""
    return OPTIONS.index(next(iter(row["marks"])))
