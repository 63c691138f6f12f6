"""Groups of like views, reckoned beside the house: in a process of its own that ends with it.

The mathematics (`bot/polis.py`) needs libraries that are an extra; without them, or where it takes
too long, nothing is reckoned, and the map is by grid or building.
"""

import asyncio
import multiprocessing
from collections.abc import Mapping
from importlib.util import find_spec
from multiprocessing.connection import Connection as Pipe

import structlog

from bot.aside import follow
from bot.house import House
from governance.deliberations import charts
from governance.deliberations.charts import Grouping
from governance.deliberations.opinions import Answer
from governance.notices import Delivery
from services.opinions import packing

log = structlog.get_logger(__name__)
PATIENCE = 60.0  # seconds
NEEDED = ("numpy", "sklearn")
MARKS = {Answer.AGREE: 1, Answer.DISAGREE: -1, Answer.PASS: 0}
Marks = Mapping[tuple[str, int], int]
Told = Mapping[str, str | int]


def available() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) for name in NEEDED)


async def reckon(house: House, delivery: Delivery) -> Told:
    """Return the map of a topic by groups of like views; no map where there is none."""
    topic = int(delivery.facts["matter"] or 0)
    said = await house.reader.run(lambda c: house.shelf(c).statements.said(topic))
    mine = charts.joined(said)
    marks = {key: MARKS[answer] for key, answer in mine.items()}
    most = charts.most_groups(len({person for person, _ in mine}))
    groups = await asyncio.to_thread(apart, marks, most) if marks and available() else {}
    chart = charts.chart(mine, groups, Grouping.VIEWS) if groups else None
    return {"matter": topic, "map": packing.pack(chart) if chart else ""}


def apart(marks: Marks, most: int, patience: float = PATIENCE) -> dict[str, str]:
    """Return the group of each person, reckoned in another process; nobody's where it fails."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, marks, most), daemon=True)
    process.start()
    theirs.close()
    try:
        found: dict[str, str] = ours.recv() if ours.poll(patience) else {}
    except EOFError:  # it died
        found = {}
    finally:
        process.kill()
        process.join()
        ours.close()
    if not found:
        log.error("opinions.unreckoned", answers=len(marks))
    return found


def _work(told: Pipe, marks: Marks, most: int) -> None:
    follow()
    from bot import polis  # the libraries are large: this process alone holds them

    told.send(polis.groups(marks, most))
    told.close()
