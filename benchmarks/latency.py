"""How long an answer takes at a steady rate, from when its update was due: no queue is hidden."""

import random
from statistics import median

from benchmarks.bench import Load
from benchmarks.figures import Figure, most
from benchmarks.runs import Stage, up

RATES = (300, 600)


def steady(stage: Stage, *, quick: bool) -> list[Figure]:
    """Measure press beside own echo at 300/s and 600/s."""
    found: dict[tuple[str, int], list[Load]] = {}
    for _ in range(1 if quick else 5):
        for kind in random.sample(["own", "press"], 2):
            with up(stage, kind) as (bot, telegram, load):
                for rate in RATES:
                    count = rate // 2 if quick else rate * 4
                    done = telegram.load(bot, load, count, rate=rate)
                    found.setdefault((kind, rate), []).append(done)
    return [
        _figure(found, "p50", 300, 2.0),
        _figure(found, "p99", 300, 1.75),
        _figure(found, "p99", 600, 2.5),
    ]


def _figure(
    found: dict[tuple[str, int], list[Load]], percentile: str, rate: int, goal: float
) -> Figure:
    ours, bare = (
        median(getattr(each, percentile) for each in found[kind, rate])
        for kind in ("press", "own")
    )
    name = f"{percentile} at {rate}/s: press ÷ own bare echo"
    return most(name, ours / bare, goal, f"press {ours:.1f} ms, own bare echo {bare:.1f} ms")
