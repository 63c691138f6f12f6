"""Ranking, counted by Borda: an option has a point for each other one that it stands before.

A half for each with which it shares the last place. (J.-C. de Borda, 1781.)
"""

from collections.abc import Mapping
from fractions import Fraction

from governance.ballots import ranking
from governance.ballots.base import Figure, Marks, Method, Number, Paper, highest, several


def _adds(marks: Marks, paper: Paper) -> Mapping[Figure, Number]:
    if not marks:
        return {}
    unplaced = len(paper.options) - len(marks)
    shared = Fraction(unplaced - 1, 2)
    points = {(o,): len(paper.options) - place for o, place in marks.items()}
    return points | {(o,): shared for o in paper.options if o not in marks}


METHOD = Method(fits=several, valid=ranking.valid, adds=_adds, stand=highest)
