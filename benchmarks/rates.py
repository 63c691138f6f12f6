"""How many updates a second: the house beside its peers, all at once and at 50 ms of distance."""

import random
import sys
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.bench import Load
from benchmarks.figures import Figure, least, plain
from benchmarks.peers import has_grammy
from benchmarks.runs import Stage, burst, up

AWAY = 0.05
SLOW = 25.0  # ms: what is slower for one in a hundred is no sustained rate
CLIMB, STEPS = 1.2, 14
Rounds = Mapping[str, Sequence[Load]]


def interleaved(
    stage: Stage, counts: Mapping[str, int], rounds: int, delay: float = 0.0
) -> Rounds:
    """Measure each so many times, in an order that is new each round."""
    found: dict[str, list[Load]] = {kind: [] for kind in counts}
    for _ in range(rounds):
        for kind in random.sample(sorted(counts), len(counts)):
            found[kind].append(burst(stage, kind, counts[kind], delay=delay))
    return found


def rate(loads: Sequence[Load]) -> float:
    """Return the median of the rates."""
    return median(each.rate for each in loads)


def told(found: Rounds, *kinds: str) -> str:
    """Tell the medians and ranges of some kinds."""
    return "; ".join(
        f"{kind} {rate(found[kind]):.0f}/s ({min(e.rate for e in found[kind]):.0f}"
        f"-{max(e.rate for e in found[kind]):.0f}), "
        f"{median(e.cpu_us for e in found[kind]):.0f} µs of processor each"
        for kind in kinds
    )


def ratio(found: Rounds, name: str, over: str, under: str, goal: float | None) -> Figure:
    """Make the figure of one rate in terms of another."""
    value = rate(found[over]) / rate(found[under])
    detail = told(found, over, under)
    return plain(name, value, detail) if goal is None else least(name, value, goal, detail)


def bursts(stage: Stage, *, quick: bool) -> list[Figure]:
    """All updates at once, no distance."""
    counts = {
        "ptb": 1500,
        "aiogram": 2500,
        "own": 6000,
        "press": 4000,
        "report": 2000,
        "step": 800,
    }
    if has_grammy():
        counts["grammy"] = 4000
    else:
        sys.stdout.write("SKIPPED grammY: node, or grammY beside it, is not there\n")
    if quick:
        counts = {"own": 400, "press": 400}
    found = interleaved(stage, counts, 1 if quick else 5)
    made = [ratio(found, "press ÷ own bare echo", "press", "own", 0.65)]
    if quick:
        return made
    more = [ratio(found, "press ÷ grammY echo", "press", "grammy", None)] if has_grammy() else []
    return [
        ratio(found, "press ÷ stock PTB echo", "press", "ptb", 3.0),
        ratio(found, "report ÷ stock PTB echo", "report", "ptb", 1.5),
        *made,
        ratio(found, "press ÷ aiogram echo", "press", "aiogram", 1.4),
        ratio(
            found, "step (a case taken back, two messages) ÷ stock PTB echo", "step", "ptb", None
        ),
        *more,
    ]


def far(stage: Stage, *, quick: bool) -> list[Figure]:
    """All updates at once, each answer of Telegram 50 ms away."""
    counts = {"ptb-concurrent": 40 if quick else 300, "press": 200 if quick else 4000}
    found = interleaved(stage, counts, 1 if quick else 5, AWAY)
    name = "at 50 ms: press ÷ stock PTB echo, concurrent_updates=True"
    return [ratio(found, name, "press", "ptb-concurrent", 25)]


def sustained(stage: Stage, *, quick: bool) -> list[Figure]:
    """Climb until one update in a hundred waits longer than 25 ms for its answer."""
    first = {"ptb": 150.0, "press": 500.0}
    steps = 2 if quick else STEPS
    found: dict[str, list[float]] = {kind: [] for kind in first}
    for _ in range(1 if quick else 5):
        for kind in random.sample(sorted(first), len(first)):
            found[kind].append(_highest(stage, kind, first[kind], steps, 0.5 if quick else 2.0))
    value = median(found["press"]) / max(median(found["ptb"]), 1)
    detail = "; ".join(
        f"{kind} {median(rates):.0f}/s ({min(rates):.0f}-{max(rates):.0f})"
        for kind, rates in found.items()
    )
    return [least("sustained rate with p99 < 25 ms: press ÷ stock PTB echo", value, 2.5, detail)]


def _highest(stage: Stage, kind: str, first: float, steps: int, seconds: float) -> float:
    reached, rate_ = 0.0, first
    with up(stage, kind) as (bot, telegram, load):
        for _ in range(steps):
            count = int(rate_ * seconds)
            # a second try: a hiccup of the machine is not the bot's limit
            for _try in range(2):
                done = telegram.load(bot, load, count, rate=rate_, whole=False, patience=20)
                if done.p99 < SLOW:
                    break
            if done.p99 >= SLOW:
                break
            reached, rate_ = rate_, rate_ * CLIMB
    return reached
