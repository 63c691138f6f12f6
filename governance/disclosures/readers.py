"""What readers make of an edition: understood or not, and what they ask of a line (G11, G17)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.disclosures.states import EditionAction


class Understood(StrEnum):
    """What a reader says with one tap (G17)."""

    YES = "yes"
    NO = "no"


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
        """Whether nobody has answered yet."""
        return self.answered_at is None
