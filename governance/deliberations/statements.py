"""What is said to a topic, and who supports it (E06, E16, E22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum
from hashlib import sha256

from governance.deliberations.states import TopicAction


class Stance(StrEnum):
    """On which side a statement stands (E06); a question stands on none and wants an answer."""

    FOR = "for"
    AGAINST = "against"
    CONDITION = "condition"
    QUESTION = "question"


SIDES = (Stance.FOR, Stance.AGAINST, Stance.CONDITION)


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

    `affected` is what its author says of himself: directly concerned by the matter (E06).
    A `hidden` one is shown without the name, in a shuffled batch. `reply` is the organiser's.
    `office` is what a delegate is called beside his name; a `guest` lives elsewhere (E23).
    """

    id: int = 0
    topic: int
    number: int = 0
    person: int
    stance: Stance
    text: str = ""
    voice: str = ""
    affected: bool = False
    hidden: bool = False
    shown: bool = False
    entered_by: str = ""
    at: datetime
    reply: str = ""
    office: str = ""
    guest: bool = False


OWN_VOICES = 2  # so many speak for themselves before what was entered counts


def voices(said: Iterable[Statement]) -> int:
    """Return how many were heard: each person once, and each officer who enters for others once.

    Who only asked has taken no side, and talks nothing over by it.
    What officers entered counts only beside OWN_VOICES people who spoke for themselves (E05):
    no office talks a matter over alone, and a guest's word is heard and not counted (E23).
    """
    every = tuple(s for s in said if s.stance in SIDES and not s.guest)
    own = {s.person for s in every if not s.entered_by}
    entered = {s.entered_by for s in every if s.entered_by}
    return len(own) + (len(entered) if len(own) >= OWN_VOICES else 0)


BATCHES = (time(12), time(20))  # when statements without a name are shown, by the local clock
SOONEST = timedelta(hours=1)  # so long before, or their time would give the author away


def next_batch(zone: tzinfo, now: datetime) -> datetime:
    """Return when what is said now without a name is shown: at a fixed hour, never at once."""
    local = (now + SOONEST).astimezone(zone)
    days = (local.date(), local.date() + timedelta(days=1))
    at = (datetime.combine(day, hour, zone) for day in days for hour in BATCHES)
    return min(each for each in at if each >= local).astimezone(UTC)


def shuffled(statements: Iterable[Statement], seed: str) -> tuple[Statement, ...]:
    """Return statements in an order that the seed alone decides, and never their time."""

    def place(statement: Statement) -> bytes:
        return sha256(f"{seed}:{statement.id}".encode()).digest()

    return tuple(sorted(statements, key=place))
