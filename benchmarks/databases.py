"""The same house on PostgreSQL beside SQLite: what a server costs, and a second copy gives."""

import asyncio
import random
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median

from benchmarks import world
from benchmarks.bench import Bot, Load, Server, running, server
from benchmarks.figures import Figure, plain
from benchmarks.postgres import Postgres, serving
from benchmarks.runs import SENDS, WARM, Stage, check, house
from benchmarks.units import reports

LEASE = "3"  # seconds: a second copy gets its half of the lanes sooner than it would by default
PATIENCE = 180.0  # seconds for a load: a server beside its bots is slow on a busy machine
ONE, TWO, FILE = "PostgreSQL", "PostgreSQL, two copies", "SQLite"
Up = Callable[[], AbstractContextManager[tuple["Copies", Server]]]


class Copies:
    """Several processes of the house, measured as if they were one."""

    def __init__(self, bots: Sequence[Bot]) -> None:
        self.name, self._bots = "house", bots

    def cpu(self) -> float:
        """Return the seconds of processor that all took so far."""
        return sum(each.cpu() for each in self._bots)

    def rss(self) -> float:
        """Return the memory that all hold, in MB."""
        return sum(each.rss() for each in self._bots)

    def log(self) -> str:
        """Return the last words of each."""
        return "\n".join(each.log() for each in self._bots)


@dataclass(frozen=True, slots=True)
class Run:
    """What a load gave, and the µs of processor that it took in the database's own processes."""

    load: Load
    apart_us: float


@contextmanager
def on_file(stage: Stage) -> Iterator[tuple[Copies, Server]]:
    """Run the house on SQLite."""
    with house(stage) as (bot, telegram):
        yield Copies([bot]), telegram


@contextmanager
def on_server(stage: Stage, postgres: Postgres, copies: int) -> Iterator[tuple[Copies, Server]]:
    """Run so many copies of the house on PostgreSQL, the lanes shared among them."""
    folder = stage.fresh()
    folder.mkdir()
    with postgres.fresh() as url:
        with server() as telegram, ExitStack() as bots:
            made = []
            for number in range(copies):
                state = folder / f"copy-{number}"
                state.mkdir()
                beside = {"LINLI_DATABASE_URL": url, "LINLI_LEASE_SECONDS": LEASE}
                env = world.settings(state, telegram.base) | beside
                command = [sys.executable, "-m", "bot", "run"]
                made.append(bots.enter_context(running("copy", command, state / "log", env)))
            telegram.ready()
            postgres.shared(url, copies)
            yield Copies(made), telegram
        check(url, folder / "copy-0" / "log")


def burst(up: Up, postgres: Postgres, kind: str, updates: int) -> Run:
    """Bring so many updates at once to a house that is warm."""
    with up() as (bots, telegram):
        each = SENDS.get(kind, 0)
        telegram.load(bots, kind, WARM, sends=WARM * each, patience=PATIENCE)
        before = postgres.cpu()
        load = telegram.load(bots, kind, updates, sends=updates * each, patience=PATIENCE)
        return Run(load, (postgres.cpu() - before) / updates * 1e6)


def databases(stage: Stage, *, quick: bool) -> list[Figure]:
    """Measure presses and reports by the whole house, and reports by its writer alone."""
    counts = {"press": 200, "report": 100} if quick else {"press": 1_200, "report": 400}
    rounds = 1 if quick else 5
    # a copy, which nobody has open any more
    begin = world.copied(stage.world, stage.fresh())
    with serving(stage.fresh(), begin) as postgres:
        ways: Mapping[str, Up] = {
            FILE: partial(on_file, stage),
            ONE: partial(on_server, stage, postgres, 1),
            TWO: partial(on_server, stage, postgres, 2),
        }
        runs = [(kind, way) for kind in counts for way in ways]
        found: dict[tuple[str, str], list[Run]] = {each: [] for each in runs}
        alone: dict[str, list[float]] = {FILE: [], ONE: []}
        for _ in range(rounds):
            for kind, way in random.sample(runs, len(runs)):
                found[kind, way].append(burst(ways[way], postgres, kind, counts[kind]))
            for way in random.sample(sorted(alone), len(alone)):
                alone[way].append(_alone(stage, postgres, way, counts["report"]))
    return [*_whole(found), *_server(found), *_writer(alone)]


def _alone(stage: Stage, postgres: Postgres, way: str, count: int) -> float:
    """Return how many reports a second the writer files, nothing else at work."""
    if way == ONE:
        with postgres.fresh() as url:
            return asyncio.run(reports(url, count))
    folder = world.copied(stage.world, stage.fresh())
    rate = asyncio.run(reports(world.address(folder), count))
    shutil.rmtree(folder)
    return rate


def _whole(found: Mapping[tuple[str, str], Sequence[Run]]) -> Iterator[Figure]:
    """Make the figures of the whole house on a server, in terms of the same on a file."""
    for (kind, way), over in found.items():
        under = found[kind, FILE]
        if over is not under:
            value = median(e.load.rate for e in over) / median(e.load.rate for e in under)
            detail = f"{_told(way, over)}; {_told(FILE, under)}"
            yield plain(f"{kind}: {way} ÷ {FILE}", value, detail)
    rates = [each.load.rate for each in found["report", ONE]]
    yield plain(
        f"report: a second by one copy on {ONE}", median(rates), _told(ONE, found["report", ONE])
    )


def _server(found: Mapping[tuple[str, str], Sequence[Run]]) -> Iterator[Figure]:
    """Make the figures of what the server's own processes take, of whichever copies ask it."""
    for kind in ("press", "report"):
        cost = {way: median(e.apart_us for e in found[kind, way]) for way in (ONE, TWO)}
        detail = ", ".join(f"{way} {each:.0f} µs each" for way, each in cost.items())
        name = f"{kind}: a second for each processor of a {ONE} server"
        yield plain(name, 1e6 / max(cost.values()), f"processor time of the server: {detail}")


def _writer(alone: Mapping[str, Sequence[float]]) -> Iterator[Figure]:
    told = "; ".join(f"{way} {_spread(rates)}" for way, rates in sorted(alone.items()))
    middle = {way: median(rates) for way, rates in alone.items()}
    yield plain(f"reports by the writer alone: {ONE} ÷ {FILE}", middle[ONE] / middle[FILE], told)
    yield plain(f"reports a second by the writer alone on {ONE}", middle[ONE], told)


def _told(way: str, runs: Sequence[Run]) -> str:
    cost = median(each.load.cpu_us for each in runs)
    return f"{way} {_spread([e.load.rate for e in runs])}, {cost:.0f} µs of processor each"


def _spread(rates: Sequence[float]) -> str:
    return f"{median(rates):.0f}/s ({min(rates):.0f}-{max(rates):.0f})"
