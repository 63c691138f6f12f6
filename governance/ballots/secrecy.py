"""When a ballot can be secret, and which rows of its result can be shown (E10, N21)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from governance.ballots.base import Marks
from governance.ballots.roll import Participant, Roll
from governance.quorum import Measure, Rule

SMALLEST = 5


class Obstacle(StrEnum):
    """Why a ballot cannot be secret."""

    AREA = "area"  # the sum of areas tells whose flat was in it
    SMALL_CLASS = "small-class"
    SMALL_ROLL = "small-roll"


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason against secrecy, with the class and its size where it is about one."""

    obstacle: Obstacle
    participant: Participant | None = None
    units: int = 0

    @property
    def facts(self) -> Mapping[str, str | int]:
        """What the sentence about it needs."""
        who = self.participant or ""
        return {"why": self.obstacle, "who": who, "units": self.units, "least": SMALLEST}


def obstacles(rule: Rule, roll: Roll) -> tuple[Objection, ...]:
    """Return every reason why a ballot by this rule, over this roll, cannot be secret."""
    found = [Objection(Obstacle.AREA)] if Measure.AREA in rule.measures else []
    if len(roll.units) < SMALLEST:
        found.append(Objection(Obstacle.SMALL_ROLL, units=len(roll.units)))
    sizes = {p: len(roll.of(p)) for p in roll.classes}
    small = (Objection(Obstacle.SMALL_CLASS, p, n) for p, n in sizes.items() if n < SMALLEST)
    return (*found, *small)


def rows_shown(
    boxes: Mapping[Participant, Sequence[Marks]], wished: Collection[Participant]
) -> tuple[Participant, ...]:
    """Return the classes whose rows may stand in a secret ballot's result: those wished, or none.

    Every row and what is left beside them, which can be reckoned from the total, must have five
    votes or more and not all the same.
    """
    rows = [boxes[p] for p in Participant if p in wished and p in boxes]
    rest = list(chain.from_iterable(box for p, box in boxes.items() if p not in wished))
    parts = [*rows, rest] if rest else rows
    if not all(len(part) >= SMALLEST and _differ(part) for part in parts):
        return ()
    return tuple(p for p in Participant if p in wished and p in boxes)


class Limit(StrEnum):
    """Who stands so alone in a result that whoever counted the papers may guess how he voted."""

    PAPERS = "papers"  # they saw so few
    PHONES = "phones"  # what is left when they take theirs from the total
    BOTH = "both"


def limit(papers: int, phones: int) -> Limit | None:
    """Return what those who counted so many papers may guess beside so many votes by phone."""
    few, rest = papers < SMALLEST, 0 < phones < SMALLEST
    if not papers or not (few or rest):
        return None
    return Limit.BOTH if few and rest else Limit.PAPERS if few else Limit.PHONES


def _differ(box: Sequence[Marks]) -> bool:
    return any(marks != box[0] for marks in box)
