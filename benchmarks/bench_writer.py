"""How many reports a second the writer files: many units in one commit, beside one in each.

The unit is the bot's own: the update is marked done, the person is greeted, `reporting.report`
opens a case and tells those whom it concerns. SQLite with synchronous=FULL, a fresh database in
the system's folder for temporary files. Run it with `make bench`, or
`python benchmarks/bench_writer.py [units]`; it prints JSON.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.clock import CivilClock  # noqa: E402 -- a script finds its house first
from bot.house import House, Who  # noqa: E402
from bot.wiring import LOCALES  # noqa: E402
from config import community  # noqa: E402
from governance.categories import Reading  # noqa: E402
from governance.directory import Person  # noqa: E402
from handlers.texts import Library  # noqa: E402
from services.cases import reporting  # noqa: E402
from services.hearing import Heard  # noqa: E402
from storage import directory, inbox, roll, upgrade  # noqa: E402
from storage.database import Reader, writing  # noqa: E402
from storage.inbox import Arrival  # noqa: E402
from storage.writer import BATCH, Writer  # noqa: E402

UNITS, ROUNDS, BOT = 400, 3, 1
TOWN = community.read(ROOT / "config" / "community.example.toml")
GROUP = TOWN.chats[0].id


def heard(number: int) -> Heard:
    """Return a report that is clear, and so is filed at once."""
    reading = Reading(category="lift", building="b3")
    text = f"三号楼电梯坏了两天没人修（{number}）"  # the same twice would be one case (B06)
    return Heard(text=text, photo="", chat=GROUP, message=number, reading=reading)


async def measure(folder: Path, *, units: int, batch: int) -> float:
    """File so many reports, all queued at once; return how many were filed a second."""
    address = f"sqlite+aiosqlite:///{folder / f'{batch}.db'}"
    upgrade.upgrade(address)
    writer, reader = Writer(writing(address), batch=batch), Reader(address)
    number = await writer.submit(lambda c: directory.community(c, TOWN.key))
    await writer.submit(lambda c: roll.seed(c, number, TOWN, 0))
    house = House(
        bot_id=BOT,
        bot_name="linli",
        roll=roll.Roll(TOWN, number),
        library=Library(LOCALES),
        clock=CivilClock(),
        writer=writer,
        reader=reader,
    )
    arrivals = [Arrival(number, "rest", "{}") for number in range(1, units + 1)]
    await writer.submit(lambda c: inbox.keep(c, BOT, 0, arrivals))
    who = Who(person=Person(id=1001, name="李婶", language="zh-CN"))
    began = time.perf_counter()
    filed = [house.ask(n, who, reporting.report, {"heard": heard(n)}) for n in range(1, units + 1)]
    await asyncio.gather(*filed)
    seconds = time.perf_counter() - began
    await writer.close()
    await reader.close()
    return units / seconds


def main(units: int) -> None:
    """Measure both ways, in turn."""
    together, alone = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory(prefix="linli-") as name:
            together.append(asyncio.run(measure(Path(name), units=units, batch=BATCH)))
            alone.append(asyncio.run(measure(Path(name), units=units, batch=1)))
    both = statistics.median(together), statistics.median(alone)
    told = {
        "bench": "writer",
        "units": units,
        "rounds": ROUNDS,
        f"units_per_s_batch_{BATCH}": round(both[0]),
        "units_per_s_batch_1": round(both[1]),
        "ratio": round(both[0] / both[1], 2),
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else UNITS)
