"""Whether what is stored makes the house slower: a million cases beside a thousand."""

import asyncio
import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks import world
from benchmarks.bench import Load
from benchmarks.figures import Figure, least, most
from benchmarks.rates import rate, told
from benchmarks.runs import Stage, burst
from benchmarks.updates import CASES
from services.cases import reporting
from storage import inbox
from storage.inbox import Arrival

ROUNDS = 11  # what is compared differs by a tenth, a busy machine with itself by a quarter
DAY = 86_400_000 // (2 * CASES)  # ms of a day for each id that a copy is ahead
EARLIER = f"at - :by * {DAY}"  # nobody reports a thousand cases at once: each copy is a day older
# per table what must differ in a copy; everything else is copied as it is
GROWN = {
    "cases": {
        "id": "id + :by",
        "number": "number + :by",
        "message": "message + :by",
        "at": EARLIER,
    },
    "assignments": {"case_id": "case_id + :by", "at": EARLIER},
    "passages": {"id": "NULL", "case_id": "case_id + :by", "at": EARLIER},
    "audit": {"id": "NULL"},
    "inbox": {"update_id": "update_id - :by"},
}


def grow(begin: Path, folder: Path, times: int) -> Path:
    """Make a world so many times as large; the people stay the same."""
    world.copied(begin, folder)
    with closing(sqlite3.connect(folder / world.FILE)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA cache_size = -400000")
        for table, changed in GROWN.items():
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            taken = ", ".join(changed.get(each, f'"{each}"') for each in columns)
            held = f"SELECT * FROM {table}"  # noqa: S608 -- our own names
            database.execute(f"CREATE TEMP TABLE first_{table} AS {held}")
            for step in range(1, times):
                database.execute(
                    f"INSERT INTO {table} SELECT {taken} FROM temp.first_{table}",  # noqa: S608 -- our own names
                    {"by": step * CASES * 2},
                )
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


async def _alone(folder: Path, count: int) -> float:
    """Return the median of the ms that one report takes to be filed, asked for one by one."""
    made = await world.house(world.address(folder))
    arrivals = [Arrival(number, "rest", "{}") for number in range(1, count + 1)]
    await made.writer.submit(lambda c: inbox.keep(c, world.BOT, 0, arrivals))
    took = []
    for number in range(1, count + 1):
        began = time.perf_counter()
        words = {"heard": world.heard(number)}
        await made.ask(number, world.who(number), reporting.report, words)
        took.append(time.perf_counter() - began)
    await made.writer.close()
    await made.reader.close()
    return median(took) * 1000


def stored(stage: Stage, *, quick: bool) -> list[Figure]:
    """Measure the same in both worlds, in turn."""
    times = 5 if quick else 1_000
    worlds = {"small": stage.world, "large": grow(stage.world, stage.fresh(), times)}
    rates: dict[str, list[Load]] = {name: [] for name in worlds}
    units: dict[str, list[float]] = {name: [] for name in worlds}
    updates = 100 if quick else 2_000
    for _ in range(1 if quick else ROUNDS):
        for name in random.sample(sorted(worlds), len(worlds)):
            rates[name].append(burst(stage, "report", updates, begin=worlds[name]))
            folder = world.copied(worlds[name], stage.fresh())
            units[name].append(asyncio.run(_alone(folder, 50 if quick else 500)))
            shutil.rmtree(folder)
    unit = {name: median(each) for name, each in units.items()}
    size = {name: (path / world.FILE).stat().st_size / 1e6 for name, path in worlds.items()}
    names = f"{times * CASES:,} stored cases ÷ {CASES:,}"
    where = (
        f"told over {times:,} days; databases of {size['large']:.0f} and {size['small']:.1f} MB"
    )
    return [
        least(
            f"{names}: report, end to end",
            rate(rates["large"]) / rate(rates["small"]),
            0.95,
            f"{told(rates, *reversed(worlds))}; {where}",
        ),
        most(
            f"{names}: unit of a report, p50",
            unit["large"] / unit["small"],
            1.25,
            f"{unit['large']:.2f} ms and {unit['small']:.2f} ms, asked for one by one; {where}",
        ),
    ]
