"""How many must take part, and how many agree: exact, and in every measure that the law names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor

_WORDS = re.compile(r"(more than|at least) (\d+)/(\d+)")


class Measure(StrEnum):
    """In what voters are weighed: by head, or by floor area in hundredths of a square metre."""

    HEADS = "heads"
    AREA = "area"


class Reach(StrEnum):
    """Whether a share must be passed or reached, which includes the number."""

    MORE_THAN = "more-than"
    AT_LEAST = "at-least"


class Base(StrEnum):
    """Of whom a share of those who agree is taken."""

    TAKING_PART = "taking-part"  # abstentions and blank votes are in it
    ROLL = "roll"


Weights = Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share to reach or to pass; ValueError where nothing or everything could never do so."""

    share: Fraction
    reach: Reach

    def __post_init__(self) -> None:
        beyond = self.reach is Reach.MORE_THAN and self.share == 1
        if not 0 < self.share <= 1 or beyond:
            raise ValueError(f"no threshold: {self.reach} {self.share}")

    @classmethod
    @lru_cache(maxsize=256)  # the same few stand in every ballot, and it is read at each press
    def read(cls, words: str) -> "Threshold":
        """Return what "more than 1/2" or "at least 2/3" says; ValueError for other words."""
        found = _WORDS.fullmatch(words)
        if not found or not int(found[3]):
            raise ValueError(f"no threshold: {words}")
        share = Fraction(int(found[2]), int(found[3]))
        return cls(share, Reach(found[1].replace(" ", "-")))

    def __str__(self) -> str:
        return f"{self.reach.replace('-', ' ')} {self.share}"

    def holds(self, part: int, whole: int) -> bool:
        """Whether a part is enough of a whole; never of an empty one."""
        return whole > 0 and part >= self.needed(whole)

    def needed(self, whole: int) -> int:
        """Return the least part that is enough of a whole."""
        exact = self.share * whole
        return -floor(-exact) if self.reach is Reach.AT_LEAST else floor(exact) + 1


Thresholds = Mapping[Measure, Threshold]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What the voters together, or those of one class, must reach, in each measure named."""

    turnout: Thresholds = field(default_factory=dict)
    assent: Thresholds = field(default_factory=dict)
    base: Base = Base.TAKING_PART

    @property
    def measures(self) -> frozenset[Measure]:
        """The measures that this demand looks at."""
        return frozenset(self.turnout) | frozenset(self.assent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a ballot must reach: all voters together, and besides them each class named (E09)."""

    whole: Demand
    classes: Mapping[str, Demand] = field(default_factory=dict)

    @property
    def measures(self) -> frozenset[Measure]:
        """Every measure in which votes are to be counted; heads always."""
        each = (d.measures for d in (self.whole, *self.classes.values()))
        return frozenset({Measure.HEADS}).union(*each)


def quorate(demand: Demand, taking_part: Weights, roll: Weights) -> bool:
    """Whether enough take part, in every measure named."""
    return all(t.holds(taking_part[m], roll[m]) for m, t in demand.turnout.items())


def carries(demand: Demand, in_favour: Weights, taking_part: Weights, roll: Weights) -> bool:
    """Whether enough agree, in every measure named."""
    of = roll if demand.base is Base.ROLL else taking_part
    return all(t.holds(in_favour[m], of[m]) for m, t in demand.assent.items())


def people_needed(demand: Demand, taking_part: Weights, absent: Iterable[Weights]) -> int:
    """Return how many of the absent must still take part, at the least, for a quorum.

    By area this counts on those with the largest flats: with smaller ones it takes more people.
    """
    waiting = tuple(absent)
    return max(
        (_lacking(m, t, taking_part[m], waiting) for m, t in demand.turnout.items()), default=0
    )


def _lacking(
    measure: Measure, threshold: Threshold, part: int, absent: tuple[Weights, ...]
) -> int:
    largest = sorted((w[measure] for w in absent), reverse=True)
    wanted = threshold.needed(part + sum(largest))
    people = 0
    while part < wanted and people < len(largest):
        part += largest[people]
        people += 1
    return people
