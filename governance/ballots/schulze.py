"""Ranking, counted by Schulze: the strongest chain of defeats, by the votes of the winning side.

M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method, Social Choice and Welfare 36 (2011), 267–303.
"""

from collections.abc import Mapping
from itertools import permutations

from governance.ballots import ranking
from governance.ballots.base import (
    Figure,
    Marks,
    Method,
    Number,
    Paper,
    Standing,
    Tally,
    first,
    several,
)


def _adds(marks: Marks, paper: Paper) -> Mapping[Figure, Number]:
    """Return the pairs of which the first stands before the second."""
    places = {o: ranking.place(marks, o, paper) for o in paper.options}
    pairs = permutations(paper.options, 2)
    return {(one, other): 1 for one, other in pairs if marks and places[one] < places[other]}


def strengths(tally: Tally, options: tuple[str, ...]) -> Mapping[tuple[str, str], Number]:
    """Return how strong the strongest path from one option to another is; 0 without one."""
    paths = {
        (a, b): tally.of(a, b) if tally.of(a, b) > tally.of(b, a) else 0
        for a, b in permutations(options, 2)
    }
    for via, a, b in permutations(options, 3):
        paths[a, b] = max(paths[a, b], min(paths[a, via], paths[via, b]))
    return paths


def _stand(tally: Tally, paper: Paper) -> Standing:
    """Return the options layer by layer: each beaten by nobody who is still there."""
    paths = strengths(tally, paper.options)
    order: list[tuple[str, ...]] = []
    left = sorted(paper.options)
    while left:
        layer = tuple(o for o in left if all(paths[o, x] >= paths[x, o] for x in left if x != o))
        order.append(layer)
        left = [o for o in left if o not in layer]
    return first(tuple(order))


METHOD = Method(fits=several, valid=ranking.valid, adds=_adds, stand=_stand)
