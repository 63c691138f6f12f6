"""Papers for every way of voting, and every vote that can be cast on them."""

from itertools import product

from governance.ballots.base import Paper
from governance.ballots.evaluation import EVALUATION
from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION

OPTIONS = ("bench", "lamp", "ramp", "tree")
COSTS = {"bench": 30, "lamp": 40, "ramp": 60, "tree": 20}

# a way of voting that has no paper of its own here is tried on the last
PAPERS = {"motion": MOTION, "evaluation": EVALUATION}
GENERAL = Paper(options=OPTIONS, most=2, best=3, costs=COSTS, budget=100)


def paper_of(name):
    return PAPERS.get(name, GENERAL)


def every_vote(name):
    """Return all marks that the method takes on its paper: found by trying, blank included."""
    paper, numbers = paper_of(name), range(len(OPTIONS) + 1)
    tried = (
        {o: n for o, n in zip(paper.options, each, strict=True) if n}
        for each in product(numbers, repeat=len(paper.options))
    )
    return tuple(marks for marks in tried if METHODS[name].valid(marks, paper))


VOTES = {name: every_vote(name) for name in METHODS}
