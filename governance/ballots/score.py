"""Scores: points for each option up to the paper's best, none where unmarked; sums decide."""

from governance.ballots.base import Marks, Method, Paper, highest, marked, several, within


def _fits(paper: Paper) -> bool:
    return several(paper) and paper.best > 1


def _valid(marks: Marks, paper: Paper) -> bool:
    return within(marks, paper, paper.best)


METHOD = Method(fits=_fits, valid=_valid, adds=marked, stand=highest)
