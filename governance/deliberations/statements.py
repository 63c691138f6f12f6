"""What is said to a topic, and who supports it (E06, E16, E22)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from governance.deliberations.states import TopicAction


class Stance(StrEnum):
    """On which side a statement stands (E06)."""

    FOR = "for"
    AGAINST = "against"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """One household's support of a proposal; `household` is its building and door."""

    topic: int
    household: str
    person: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step of a topic as it was taken: by which officer, when, why, and what shows it."""

    action: TopicAction
    officer: str
    at: datetime
    note: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One numbered statement; 0 is the person where an officer wrote it down for somebody.

    A `hidden` one is shown without the name, in a shuffled batch. `reply` is the organiser's.
    """

    id: int = 0
    topic: int
    number: int = 0
    person: int
    stance: Stance
    text: str = ""
    voice: str = ""
    hidden: bool = False
    shown: bool = False
    entered_by: str = ""
    at: datetime
    reply: str = ""
