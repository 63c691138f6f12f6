"""A choice: one option, or up to as many as the paper says; the most marked stands first."""

from governance.ballots.base import Marks, Method, Paper, highest, marked, several, within


def _fits(paper: Paper) -> bool:
    return several(paper) and 1 <= paper.most <= len(paper.options)


def _valid(marks: Marks, paper: Paper) -> bool:
    return within(marks, paper, 1) and len(marks) <= paper.most


METHOD = Method(fits=_fits, valid=_valid, adds=marked, stand=highest, assent=True)
