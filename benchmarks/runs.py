"""One bot beside one fake Bot API: a peer, or the house itself in a copy of a prepared world."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import world
from benchmarks.bench import Bot, Failed, Load, Server, running, server
from benchmarks.peers import PEERS, command

WARM = 200  # updates before anything is measured
SENDS = {"report": 2, "step": 2}  # messages that an update gives rise to; else one answer


class Stage:
    """A folder for the runs of one part of the harness, with a world to copy from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._world: Path | None = None

    @property
    def world(self) -> Path:
        """The world that runs begin in, made once."""
        if self._world is None:
            self._world = world.build(self._folder / "world")
        return self._world

    def fresh(self) -> Path:
        """Return a path that is not there yet."""
        self._made += 1
        return self._folder / f"run-{self._made}"


@contextmanager
def stage() -> Iterator[Stage]:
    """Yield a stage in the system's folder for temporary files."""
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as name:
        yield Stage(Path(name))


@contextmanager
def peer(stage_: Stage, name: str) -> Iterator[tuple[Bot, Server]]:
    """Run one of the bots that only echo."""
    folder = stage_.fresh()
    folder.mkdir()
    with (
        server() as telegram,
        running(name, command(name, telegram.base), folder / "log") as bot,
    ):
        telegram.ready()
        yield bot, telegram


@contextmanager
def house(  # noqa: PLR0913 -- each names a part of a run
    stage_: Stage,
    *,
    begin: Path | None = None,
    pace: str = "unlimited",
    beside: dict[str, str] | None = None,
    telling: dict[str, object] | None = None,
    settled: bool = True,
    after: Callable[[Path], None] | None = None,
) -> Iterator[tuple[Bot, Server]]:
    """Run the house, `python -m bot run`, in a copy of the world, or of that in a folder.

    `telling` is told to the server before the bot starts; `settled`: nothing may be left undone;
    `after` looks into its folder once the bot has ended.
    """
    folder = world.copied(begin or stage_.world, stage_.fresh())
    with server() as telegram:
        telegram.ask("set", **(telling or {}))
        env = world.settings(folder, telegram.base, pace=pace) | (beside or {})
        with running("house", [sys.executable, "-m", "bot", "run"], folder / "log", env) as bot:
            telegram.ready()
            yield bot, telegram
    if settled:
        check(world.address(folder), folder / "log")
    if after:
        after(folder)
    shutil.rmtree(folder)


def check(where: str, told: Path) -> None:
    """Fail where a run left anything undone: a fast bot that loses is no fast bot."""
    found = world.counted(where)
    if left := {k: v for k, v in found.items() if k not in {"cases", "audit"} and v}:
        log = told.read_text(encoding="utf-8", errors="replace")[-2_000:]
        raise Failed(f"the house left undone: {left}\n{log}")


@contextmanager
def up(
    stage_: Stage, kind: str, *, begin: Path | None = None
) -> Iterator[tuple[Bot, Server, str]]:
    """Run the bot of a kind of load, warm; yield it with the kind of updates that it gets."""
    made = peer(stage_, kind) if kind in PEERS else house(stage_, begin=begin)
    load = "echo" if kind in PEERS else kind
    with made as (bot, telegram):
        telegram.load(bot, load, WARM, sends=WARM * SENDS.get(load, 0))
        yield bot, telegram, load


def burst(
    stage_: Stage, kind: str, updates: int, *, delay: float = 0.0, begin: Path | None = None
) -> Load:
    """Bring so many updates at once; return how they were answered."""
    with up(stage_, kind, begin=begin) as (bot, telegram, load):
        telegram.ask("set", delay=delay)
        return telegram.load(bot, load, updates, sends=updates * SENDS.get(load, 0))
