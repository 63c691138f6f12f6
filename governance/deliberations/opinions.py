"""The opinion map of a small group: what all known groups share, and where they differ.

Below forty people nothing is clustered (peers.md, idea 19): people are grouped by what everybody
knows of them, their grid or building. No figure is of fewer than five, nor can one be reckoned.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

SMALLEST = 5
CLUSTERED_FROM = 40
MOST = Fraction(2, 3)
ALL = "*"  # all together; no group is called so


class Answer(StrEnum):
    """What somebody says to a statement."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"  # noqa: S105 -- an answer


class Leaning(StrEnum):
    """Whither those who answered lean; how many said what is not told."""

    AGREE = "agree"
    DISAGREE = "disagree"
    MIXED = "mixed"


class Place(StrEnum):
    """Where a statement stands on the map."""

    SHARED = "shared"  # every group that is shown leans the same way
    DIVIDED = "divided"  # one agrees, another disagrees
    OPEN = "open"
    THIN = "thin"  # too few have answered to say anything


@dataclass(frozen=True, slots=True)
class Cell:
    """How many answered, at least five, and whither they lean."""

    answered: int
    leaning: Leaning


@dataclass(frozen=True, slots=True)
class Plotted:
    """One statement on the map: where it stands, all together, and the groups to be shown."""

    place: Place
    whole: Cell | None
    groups: Mapping[str, Cell]


Said = Mapping[tuple[str, int], Answer]  # the last answer of each person to each statement


def clustered(people: int) -> bool:
    """Whether there are enough people to look for groups that nobody knows yet."""
    return people >= CLUSTERED_FROM


def plot(
    said: Said, groups: Mapping[str, str], standing: Mapping[tuple[int, str], Cell] | None = None
) -> Mapping[int, Plotted]:
    """Return each statement's place; people of whom no group is known count in the whole.

    `standing` are the cells as they are shown by now, by statement and group, ALL among them;
    without them each is reckoned from the answers.
    """
    statements = sorted({statement for _, statement in said})
    found = {}
    for s in statements:
        plotted = _plotted({p: a for (p, n), a in said.items() if n == s}, groups)
        found[s] = _as_shown(plotted, s, standing) if standing is not None else plotted
    return found


def _as_shown(
    plotted: Plotted, statement: int, standing: Mapping[tuple[int, str], Cell]
) -> Plotted:
    if plotted.whole is None:
        return plotted
    groups = {key: standing[statement, key] for key in plotted.groups}
    return Plotted(_place(groups), standing[statement, ALL], groups)


def _plotted(answers: Mapping[str, Answer], groups: Mapping[str, str]) -> Plotted:
    if len(answers) < SMALLEST:
        return Plotted(Place.THIN, None, {})
    found: dict[str, list[Answer]] = {}
    for person, answer in answers.items():
        found.setdefault(groups.get(person, ""), []).append(answer)
    sizes = {key: len(those) for key, those in found.items()}
    shown = {key: cell(found[key]) for key in showable(sizes)}
    return Plotted(_place(shown), cell(list(answers.values())), shown)


def showable(sizes: Mapping[str, int]) -> list[str]:
    """Return the groups to show: what is left beside them is of five too, or of nobody.

    The people of whom no group is known stand under no name.
    """
    order = sorted((n, key) for key, n in sizes.items())
    shown = [(n, key) for n, key in order if key and n >= SMALLEST]
    rest = sum(n for n, _ in order) - sum(n for n, _ in shown)
    while shown and 0 < rest < SMALLEST:
        rest += shown.pop(0)[0]
    return sorted(key for _, key in shown)


def cell(answers: list[Answer]) -> Cell:
    """Return how many answered and whither they lean: two thirds do, or they are mixed."""
    most = MOST * len(answers)
    for answer, leaning in ((Answer.AGREE, Leaning.AGREE), (Answer.DISAGREE, Leaning.DISAGREE)):
        if answers.count(answer) >= most:
            return Cell(len(answers), leaning)
    return Cell(len(answers), Leaning.MIXED)


def _place(shown: Mapping[str, Cell]) -> Place:
    leanings = {cell.leaning for cell in shown.values()}
    if {Leaning.AGREE, Leaning.DISAGREE} <= leanings:
        return Place.DIVIDED
    same = len(shown) > 1 and len(leanings) == 1 and Leaning.MIXED not in leanings
    return Place.SHARED if same else Place.OPEN
