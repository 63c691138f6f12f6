"""Storms: faults drawn from a seed, let loose one by one; and the end of what has an end."""

import random
import time
from collections.abc import Iterator
from typing import Final

from sandbox.errors import MistakeError
from sandbox.faults import CALLS, GIVING, KINDS, LASTING, POLL, WEBHOOK, Fault, Storm
from sandbox.inflicting import DEEDS, inflict
from sandbox.stage import Sandbox

# An error of one's choice is chosen by hand.
STORMY: Final = tuple(kind for kind in KINDS if kind != "error")
MOST: Final = 20_000
LASTS: Final = (0.2, 3.0)  # seconds that a kick, a block or a mute of a storm lasts
WAITS: Final = 10.0  # seconds that a fault of a call waits for one
APART: Final = 8.0  # seconds between two second pollers: five within 20 s end a bot for good
_JUMPS = (-3600, -60, 60, 3600)
_PATIENCE = 3600.0


def draw(seed: int, kinds: list[str], seconds: float, rate: float) -> list[tuple[float, Fault]]:
    """Return what a seed brings, as (seconds from the beginning, fault), the last first."""
    dice = random.Random(seed)  # noqa: S311 -- dice, no secret
    drawn: list[tuple[float, Fault]] = []
    at = dice.expovariate(rate)
    while at < seconds and len(drawn) < MOST:
        drawn.append((at, _fault(dice, dice.choice(kinds))))
        at += dice.expovariate(rate)
    return list(_apart(drawn))[::-1]


def _apart(drawn: list[tuple[float, Fault]]) -> Iterator[tuple[float, Fault]]:
    free = 0.0
    for at, fault in drawn:
        if fault.kind == "second-poller":
            if at < free:
                continue
            free = at + APART
        yield at, fault


def _fault(dice: random.Random, kind: str) -> Fault:
    fault = Fault(
        kind=kind,
        delay=dice.uniform(0.1, 1.5),
        retry_after=1,
        applied=dice.random() < 0.5,  # noqa: PLR2004 -- as often as not
        jump=dice.choice(_JUMPS),
        seed=dice.randrange(1, 1 << 31),
        until=dice.uniform(*LASTS) if kind in LASTING else WAITS,
    )
    if kind in LASTING:
        fault.times = None
    # now and then it is the giving of updates that breaks
    if kind in CALLS and kind != "429" and dice.random() < 0.2:  # noqa: PLR2004 -- a fifth
        fault.method = POLL
    return fault


def begin(sandbox: Sandbox, seed: int, kinds: list[str], seconds: float, rate: float) -> Storm:
    """Let a storm begin."""
    now = time.monotonic()
    coming = [(now + at, fault) for at, fault in draw(seed, kinds, seconds, rate)]
    sandbox.storm_count += 1
    storm = Storm(
        id=sandbox.storm_count,
        seed=seed,
        rate=rate,
        kinds=kinds,
        ends=now + seconds,
        coming=coming,
    )
    sandbox.storms.append(storm)
    sandbox.break_changed()
    return storm


def let_loose(sandbox: Sandbox, fault: Fault) -> Fault:
    """Let a fault do its work: at once, or on what comes."""
    if fault.kind not in DEEDS:
        sandbox.faults.add(fault)
        if fault.kind in GIVING:
            sandbox.events.wake()  # the poll that waits may be the one it befalls
        return fault
    fault.dice = random.Random(fault.seed or fault.id)  # noqa: S311 -- dice, no secret
    inflict(sandbox, fault)
    if fault.kind in LASTING:
        fault.times = None
        return sandbox.faults.add(fault)
    return sandbox.faults.moment(fault)


async def keep_weather(sandbox: Sandbox) -> None:
    """Let each storm bring its faults in time, and end what is over; for ever."""
    while not sandbox.events.closed:
        changed = sandbox.broken
        pause = _pass(sandbox)

        def news(seen: int = changed) -> bool:
            return sandbox.broken != seen

        await sandbox.events.until(news, seconds=_PATIENCE if pause is None else pause)


def _pass(sandbox: Sandbox) -> float | None:
    """Do what is due; return the seconds until the next is."""
    now = time.monotonic()
    for storm in list(sandbox.storms):
        while storm.coming and storm.coming[-1][0] <= now:
            _, fault = storm.coming.pop()
            fault.storm = storm.id
            if fault.method == POLL and sandbox.courier.hook is not None:
                fault.method = WEBHOOK  # it is by this way that updates are given
            fault.until = None if fault.until is None else now + fault.until
            try:
                let_loose(sandbox, fault)
            except MistakeError:
                continue  # nothing here that it could befall
        if not storm.coming and storm.ends <= now:
            sandbox.storms.remove(storm)
            sandbox.break_changed()
    pauses = [sandbox.faults.end_due()]
    pauses += [s.coming[-1][0] - now if s.coming else s.ends - now for s in sandbox.storms]
    return min((max(0.0, one) for one in pauses if one is not None), default=None)
