"""An evaluation: an answer to each of a few questions; published, and decides nothing (E14)."""

from collections.abc import Mapping

from governance.ballots.base import Figure, Marks, Method, Number, Paper, Standing, Tally, within

NO, PARTLY, YES = 1, 2, 3
QUESTIONS = ("open", "heard", "done")  # 程序公开吗, 意见被听取吗, 落实了吗
EVALUATION = Paper(options=QUESTIONS, best=YES)


def _fits(paper: Paper) -> bool:
    return paper.best > 1 and 0 < len(set(paper.options)) == len(paper.options)


def _valid(marks: Marks, paper: Paper) -> bool:
    return within(marks, paper, paper.best)


def _adds(marks: Marks, _paper: Paper) -> Mapping[Figure, Number]:
    return {(question, str(answer)): 1 for question, answer in marks.items()}


def _stand(_tally: Tally, _paper: Paper) -> Standing:
    return Standing()


METHOD = Method(fits=_fits, valid=_valid, adds=_adds, stand=_stand, decides=False)
