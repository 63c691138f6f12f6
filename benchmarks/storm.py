"""The ballot storm: 50 000 presses by 10 000 households on one open ballot, and what it came to.

Telegram's side keeps its own record: whose press it gave away under which number, and which toast
came back. The house then closes and counts its ballot; both must say the same, in each order of
the households, or the run has failed: a fast count that is wrong is no count.
"""

import json
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import ballots, world
from benchmarks.ballots import Tally
from benchmarks.bench import Failed, Load, Server
from benchmarks.figures import Figure, most, plain
from benchmarks.presses import EACH, HOUSEHOLDS, WARM
from benchmarks.rates import ratio
from benchmarks.runs import Stage, burst, house
from governance.ballots.motion import MOTION

NAME, RATE = "ballot storm", 600
SLOW = 25.0  # ms, as for all sustained rates
DRAWN = 30.0  # seconds in which the card in the group must show the last turnout
ANEW = "已改为"  # how a toast begins that tells of a vote in the place of an earlier one
CALLED = ("赞成", "反对", "弃权")


@dataclass(slots=True)
class Storm:
    """What one storm gave: its load, the one at a steady rate, and what was found wrong."""

    load: Load
    steady: Load
    waits: Sequence[float]  # seconds from the hand of Telegram to each toast, sorted
    disordered: int  # voters to whom a toast tells of another press, or of another order
    overtaken: int  # toasts that came after a later one of the same voter
    recorded: Tally
    counted: Tally = field(default_factory=dict)
    recount: Sequence[str] = ()

    @property
    def miscounted(self) -> int:
        """How many votes the house counted otherwise than Telegram's record has them."""
        return sum(abs(self.recorded[o] - self.counted[o]) for o in MOTION.options)


def storm(stage: Stage, *, quick: bool) -> list[Figure]:
    """Measure storms, each in an order of its own, beside stock PTB's echo."""
    households = 100 if quick else HOUSEHOLDS
    begin = ballots.build(stage.world, stage.fresh(), households)
    storms: list[Storm] = []
    loads: dict[str, list[Load]] = {"ptb": [], "press": []}
    for seed in range(1 if quick else 5):
        # before and after, so that what else the machine does befalls both
        for kind in ("ptb", "press", "ptb"):
            if kind == "ptb":
                loads[kind].append(burst(stage, kind, 100 if quick else 1_500))
                continue
            storms.append(one(stage, begin, households, seed))
            loads[kind].append(storms[-1].load)
    return _figures(loads, storms, f"{households * EACH:,} presses by {households:,} voters")


def one(stage: Stage, begin: Path, households: int, seed: int) -> Storm:
    """Let one storm pass over a copy of the world; Failed where a toast is missing or wrong."""
    found: list[Storm] = []

    def after(folder: Path) -> None:
        found[0].counted, found[0].recount = ballots.tally(folder)

    kind = f"vote-{households}-{seed}"
    with house(stage, begin=begin, after=after) as (bot, telegram):
        bring = partial(telegram.load, bot, kind, patience=300)
        bring(WARM)
        load = bring(households * EACH)
        steady = bring(min(households, 4 * RATE), rate=RATE)
        _drawn(telegram, bot.folder, households)
        found.append(_checked(telegram.ask("record")["loads"], load, steady))
    return found[0]


def _drawn(telegram: Server, folder: Path, households: int) -> None:
    """Wait until the card in the group shows that all voted, and nothing is to be drawn."""
    waits = (
        "SELECT (SELECT count(*) FROM dues WHERE verb = 'ballot_turnout' AND status = 'open')"
        " + (SELECT count(*) FROM outbox WHERE kind = 'card' AND status IN ('waiting', 'claimed'))"
    )
    end = time.monotonic() + DRAWN
    while time.monotonic() < end:
        shown = telegram.ask("record")["edited"]
        if not world.look(world.address(folder), waits) and f"已投 {households} 户" in _text(
            shown
        ):
            return
        time.sleep(0.5)
    raise Failed(f"the card in the group does not show {households} voters: {shown[:400]}")


def _text(body: str) -> str:
    """Return the text of an edit."""
    text: str = json.loads(body)["text"] if body else ""
    return text


def _checked(loads: Sequence[Mapping[str, Any]], load: Load, steady: Load) -> Storm:
    """Compare the toasts with what was pressed; return the storm with the record's own tally."""
    presses = [(number, who, data) for each in loads for number, who, data in each["presses"]]
    toasts = [(number, text) for each in loads for number, text in each["toasts"]]
    by_voter: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, who, data in presses:
        by_voter[who].append((number, int(data.rpartition("=")[2])))
    came = {number: (place, text) for place, (number, text) in enumerate(toasts)}
    if len(came) != len(presses) or len(toasts) != len(presses):
        raise Failed(f"{len(presses)} presses, {len(toasts)} toasts to {len(came)} of them")
    last = [taps[-1][1] for taps in by_voter.values()]
    return Storm(
        load=load,
        steady=steady,
        waits=loads[1]["waits"],
        disordered=sum(not _in_order(taps, came) for taps in by_voter.values()),
        overtaken=sum(_overtaken([came[n][0] for n, _ in taps]) for taps in by_voter.values()),
        recorded={o: last.count(place) for place, o in enumerate(MOTION.options)},
    )


def _in_order(taps: Sequence[tuple[int, int]], came: Mapping[int, tuple[int, str]]) -> bool:
    """Whether a voter's toasts tell of a new vote by his first press, then of others in its place.

    Each must name the option that was marked by that press.
    """
    texts = [came[number][1] for number, _ in taps]
    anew = [text.startswith(ANEW) for text in texts]
    named = all(CALLED[o] in text for (_, o), text in zip(taps, texts, strict=True))
    return anew == [False] + [True] * (len(taps) - 1) and named


def _overtaken(places: Sequence[int]) -> int:
    return sum(later < earlier for earlier, later in pairwise(places))


def _figures(
    loads: Mapping[str, Sequence[Load]], storms: Sequence[Storm], what: str
) -> list[Figure]:
    if wrong := [place for each in storms for place in each.recount]:
        raise Failed(f"a second count of the box differs: {wrong}")
    steady = [each.steady.p99 for each in storms]
    waits = [each.waits[int(len(each.waits) * 0.99)] for each in storms]
    late = f"{min(steady):.1f}-{max(steady):.1f} ms, from when the press was due"
    waited = f"{min(waits):.1f}-{max(waits):.1f} s from the hand of Telegram, the last of them"
    return [
        ratio(loads, f"{NAME}: press ÷ stock PTB echo", "press", "ptb", 2.0),
        most(f"{NAME}: toast p99 at {RATE}/s, ms", median(steady), SLOW, late),
        plain(f"{NAME}: toast p99 where all press at once, s", median(waits), waited),
        *_exact(storms, what),
    ]


def _exact(storms: Sequence[Storm], what: str) -> list[Figure]:
    """Make the figures that must be 0."""
    tallies = {tuple(each.counted.values()) for each in storms}
    tally = ", ".join(f"{option} {count}" for option, count in storms[0].recorded.items())
    record = f"{what}, {len(storms)} times: {tally}; both counts of the box agree"
    order = (
        "a voter's first toast tells of a new vote, the others replace it, each by its own press;"
        f" {sum(each.overtaken for each in storms)} toasts were overtaken on the wire"
    )
    others = f"{len(storms)} orders between the voters, each voter's own the same"
    miscounted = sum(each.miscounted for each in storms)
    disordered = sum(each.disordered for each in storms)
    return [
        most(f"{NAME}: votes counted otherwise than in Telegram's record", miscounted, 0, record),
        most(f"{NAME}: voters whose presses were not done in order", disordered, 0, order),
        most(f"{NAME}: other tallies in another order of voters", len(tallies) - 1, 0, others),
    ]
