"""Who presses what in the ballot storm, by the number of the press.

At first each household presses once more or less, in turn, to warm the house; then each EACH
times, all of them shuffled by a seed; then in turn again. What a household presses, and in which
order, is the same whatever the seed: only the order between households differs.
"""

import random
from functools import cache
from zlib import crc32

HOUSEHOLDS, FIRST_VOTER = 10_000, 700_001
EACH = 5
WARM = 200  # presses before the storm
OPTIONS = 3


def voter(household: int) -> int:
    """Return the account that presses for a household."""
    return FIRST_VOTER + household


@cache
def _storm(households: int, seed: int) -> list[tuple[int, int]]:
    """Return (household, which of its presses) in the order of the storm."""
    order = [household for household in range(households) for _ in range(EACH)]
    random.Random(seed).shuffle(order)  # noqa: S311 -- dice, no secret
    times = [0] * households
    found = []
    for household in order:
        found.append((household, times[household]))
        times[household] += 1
    return found


def pressed(number: int, households: int, seed: int) -> tuple[int, int]:
    """Return which household the press of a number is of, and which option it marks."""
    storm = range(WARM + 1, WARM + 1 + households * EACH)
    if number in storm:
        household, time = _storm(households, seed)[number - storm.start]
    else:
        household, time = (number - 1) % households, number + EACH
    return household, crc32(f"{household}:{time}".encode()) % OPTIONS
