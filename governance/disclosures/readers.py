"""What readers make of an edition: understood or not, and what they ask of a line (G11, G17)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from governance.disclosures.states import EditionAction
from governance.programme import Disclosing


class Understood(StrEnum):
    """What a reader says with one tap (G17)."""

    YES = "yes"
    NO = "no"


class Satisfied(StrEnum):
    """What anybody may answer about a duty report; it appraises nobody (F07, N18)."""

    WELL = "well"
    MOSTLY = "mostly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step of an edition as it was taken."""

    action: EditionAction
    officer: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reader asks about a line, 0 for the whole; the group never reads who asked."""

    id: int = 0
    edition: int
    line: int
    person: int
    at: datetime
    due: datetime
    text: str
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it waits for its answer."""
        return self.answered_at is None

    @property
    def in_time(self) -> bool:
        """Whether it was answered by the day that was promised."""
        return self.answered_at is not None and self.answered_at <= self.due


def answered(question: Question, answer: str, by: str, at: datetime) -> Question:
    """Return a question with its answer."""
    return replace(question, answer=answer, answered_by=by, answered_at=at)


def beneath(questions: Iterable[Question]) -> Mapping[int, tuple[str, ...]]:
    """Return what stands beneath each line: every answer once, however many asked for it."""
    found: dict[int, dict[str, None]] = {}
    for each in sorted(questions, key=lambda q: (q.line, q.id)):
        if not each.open:
            found.setdefault(each.line, {})[each.answer] = None
    return {line: tuple(answers) for line, answers in found.items()}


def queried(questions: Iterable[Question]) -> int:
    """Count the lines that wait for an answer: what was shown is queried while there is one."""
    return len({each.line for each in questions if each.open})


def unplain(said: Mapping[Understood, int], numbers: Disclosing) -> bool:
    """Whether too few understood an edition, of enough who answered (G17)."""
    answers = sum(said.values())
    return answers >= numbers.enough and said.get(Understood.YES, 0) < numbers.plain * answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What came back in a month; `silent` are those who could answer and did not.

    Of the questions `late` were answered after their day or passed it, `open` still have time.
    """

    editions: int
    yes: int
    no: int
    silent: int
    asked: int
    in_time: int
    late: int
    open: int


def rates(
    said: Sequence[Mapping[Understood, int]],
    readers: int,
    questions: Sequence[Question],
    now: datetime,
) -> Rates:
    """Count a month: what was said of each edition, by so many who could, and what was asked."""
    yes, no = (sum(each.get(word, 0) for each in said) for word in Understood)
    in_time = sum(each.in_time for each in questions)
    waiting = sum(each.open and now <= each.due for each in questions)
    return Rates(
        editions=len(said),
        yes=yes,
        no=no,
        silent=sum(max(readers - sum(each.values()), 0) for each in said),
        asked=len(questions),
        in_time=in_time,
        late=len(questions) - in_time - waiting,
        open=waiting,
    )
