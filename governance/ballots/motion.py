"""A motion: for, against, or abstaining; whether enough agree is a matter of the rule."""

from governance.ballots.base import Marks, Method, Paper, Standing, Tally, by_figure, marked

FOR, AGAINST, ABSTAIN = "for", "against", "abstain"
MOTION = Paper(options=(FOR, AGAINST, ABSTAIN))


def _fits(paper: Paper) -> bool:
    return paper == MOTION


def _valid(marks: Marks, _paper: Paper) -> bool:
    return list(marks.values()) == [1] and marks.keys() <= set(MOTION.options)


def _stand(tally: Tally, _paper: Paper) -> Standing:
    """Return the two sides; the motion itself is what the rule looks at, so it is chosen."""
    return Standing(by_figure(tally, (FOR, AGAINST)), chosen=(FOR,))


METHOD = Method(fits=_fits, valid=_valid, adds=marked, stand=_stand, assent=True)
