"""From the start of the bot's process to its first getUpdates, and the memory it then holds."""

import random
import time
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, most
from benchmarks.runs import Stage, house

REST = 1.5  # seconds after which a bot that just started is at rest


def _without_rjieba(folder: Path) -> dict[str, str]:
    """Return the environment of a machine where rjieba is not installed."""
    folder.mkdir()
    (folder / "rjieba.py").write_text("raise ImportError\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def start(stage: Stage, *, quick: bool) -> list[Figure]:
    """Start on a database that was used before, with rjieba and with jieba alone."""
    ways = {"rjieba": {}, "jieba": _without_rjieba(stage.fresh())}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(1 if quick else 7):
        for name in random.sample(sorted(ways), len(ways)):
            with house(stage, beside=ways[name]) as (bot, telegram):
                seconds = telegram.ready() - bot.started
                time.sleep(REST)
                found[name].append((seconds, bot.rss()))
    made = []
    for name, limit, room in (("rjieba", 1.0, 130), ("jieba", 1.7, 175)):
        times, sizes = [t for t, _ in found[name]], [m for _, m in found[name]]
        spread = f"{min(times):.2f}-{max(times):.2f} s"
        made += [
            most(f"start to first getUpdates, s ({name})", median(times), limit, spread),
            most(f"memory at rest, MB ({name})", median(sizes), room, f"resident, {REST} s later"),
        ]
    return made
