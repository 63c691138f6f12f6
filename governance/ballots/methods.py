"""Every way of voting there is; a new one is a file and a line here."""

from collections.abc import Mapping

from governance.ballots import borda, choice, evaluation, menu, motion, schulze, score
from governance.ballots.base import Method

METHODS: Mapping[str, Method] = {
    "motion": motion.METHOD,
    "choice": choice.METHOD,
    "score": score.METHOD,
    "borda": borda.METHOD,
    "schulze": schulze.METHOD,
    "menu": menu.METHOD,
    "evaluation": evaluation.METHOD,
}
