"""A menu of micro-projects: voters mark up to so many, the budget says what fits (E19)."""

from governance.ballots.base import (
    Marks,
    Method,
    Paper,
    Standing,
    Tally,
    by_figure,
    marked,
    several,
    within,
)

LONGEST = 10


def _fits(paper: Paper) -> bool:
    priced = paper.costs.keys() == set(paper.options) and all(c > 0 for c in paper.costs.values())
    offered = several(paper) and len(paper.options) <= LONGEST
    return offered and priced and paper.budget > 0 and 1 <= paper.most <= len(paper.options)


def _valid(marks: Marks, paper: Paper) -> bool:
    return within(marks, paper, 1) and len(marks) <= paper.most


def _stand(tally: Tally, paper: Paper) -> Standing:
    """Return what the budget pays for, in the order of the votes; what does not fit is skipped.

    Where options that tie do not all fit, nothing from there on is chosen: people decide.
    """
    order = by_figure(tally, paper.options)
    chosen: tuple[str, ...] = ()
    left = paper.budget
    for group in order:
        fitting = tuple(o for o in group if paper.costs[o] <= left and tally.of(o))
        price = sum(paper.costs[o] for o in fitting)
        if price > left:
            return Standing(order, chosen, tied=fitting)
        chosen, left = (*chosen, *fitting), left - price
    return Standing(order, chosen)


METHOD = Method(fits=_fits, valid=_valid, adds=marked, stand=_stand)
