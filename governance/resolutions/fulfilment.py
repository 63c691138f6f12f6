"""The rate of what was kept: never without its denominator and who did not answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from governance.resolutions.clauses import Clause
from governance.resolutions.states import EVALUATION, ClauseStatus, Question, Reply

FLOOR = 5  # of answers: below that no figure is shown from which a person could be guessed (N21)

Said = Mapping[tuple[int, Question], Reply]  # the last answer of each person to each question
C = ClauseStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of the promises: `kept` of `promised`; the other buckets make up the rest."""

    promised: int
    kept: int
    late: int  # of those kept
    partly: int
    unconfirmed: int
    broken: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered to one question: `yes` of `answered`, of all who were asked."""

    asked: int
    yes: int
    no: int
    unsure: int

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.yes + self.no + self.unsure

    @property
    def silent(self) -> int:
        """How many did not; they count neither for nor against."""
        return self.asked - self.answered

    @property
    def shown(self) -> bool:
        """Whether enough answered for the figures to be shown."""
        return self.answered >= FLOOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """All that is published at the end: the promises, what voters say, and the evaluation."""

    kept: Kept
    voters: Answers
    everybody: Mapping[Question, Answers]


def kept(clauses: Iterable[Clause]) -> Kept:
    """Count the promises by what became of them."""
    every = tuple(clauses)
    count = {status: sum(c.status is status for c in every) for status in ClauseStatus}
    return Kept(
        promised=len(every),
        kept=count[C.KEPT],
        late=sum(c.status is C.KEPT and c.late for c in every),
        partly=count[C.PARTLY],
        unconfirmed=count[C.UNCONFIRMED],
        broken=count[C.BROKEN],
        open=count[C.OPEN],
    )


def answers(asked: Iterable[int], said: Said, question: Question) -> Answers:
    """Count the answers of those who were asked; nobody else's."""
    people = frozenset(asked)
    replies = [r for (person, q), r in said.items() if q is question and person in people]
    return Answers(
        asked=len(people),
        yes=replies.count(Reply.YES),
        no=replies.count(Reply.NO),
        unsure=replies.count(Reply.UNSURE),
    )


def seen(said: Said) -> Answers:
    """Count what those who looked say; nobody was asked, so nobody is silent."""
    people = {person for person, question in said if question is Question.SEEN}
    return answers(people, said, Question.SEEN)


def fulfilment(clauses: Iterable[Clause], asked: Mapping[int, bool], said: Said) -> Fulfilment:
    """Return the whole; `asked` says of each person whether he voted."""
    return Fulfilment(
        kept=kept(clauses),
        voters=answers((p for p, voted in asked.items() if voted), said, Question.DONE),
        everybody={q: answers(asked, said, q) for q in EVALUATION},
    )
