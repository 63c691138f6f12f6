"""The map as it is shown: what all groups share, where they differ, what one group stands for.

From forty people on, groups are those who answer alike, as Polis finds them (Small, Bjorkegren,
Erkkila, Shaw and Megill, "Polis: scaling deliberation by mapping high dimensional opinion spaces",
2021; repness in its open source). Nothing is shown of fewer than five.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import sqrt

from governance.deliberations.opinions import (
    SMALLEST,
    Answer,
    Cell,
    Leaning,
    Place,
    Plotted,
    Said,
    clustered,
    plot,
    showable,
)
from governance.deliberations.statements import SIDES, Statement

JOINS_AFTER = 7  # answers
MOST_GROUPS, PEOPLE_A_GROUP = 5, 12
MOST_TYPICAL = 3
CERTAIN = 1.2816  # standard deviations: nine of ten


class Grouping(StrEnum):
    """By what people are grouped."""

    GRID = "grid"
    BUILDING = "building"
    VIEWS = "views"  # those who answer alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What may be shown: statements by number, groups by key; no figure is of fewer than five.

    `typical` is what a group of like views stands for, more than all others.
    """

    by: Grouping
    people: int
    sizes: Mapping[str, int] = field(default_factory=dict)
    shared: Mapping[int, Leaning] = field(default_factory=dict)
    divided: Mapping[int, Mapping[str, Leaning]] = field(default_factory=dict)
    together: Mapping[int, Leaning] = field(default_factory=dict)  # where groups say nothing
    typical: Mapping[str, Mapping[int, Leaning]] = field(default_factory=dict)
    thin: int = 0  # statements to which too few answered

    @property
    def tells(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.shared or self.divided or self.together or self.typical)


def readable(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements that can be put to others: shown by now, in words, on a side."""
    return tuple(s for s in statements if s.shown and s.text and s.stance in SIDES)


def upcoming(statements: Iterable[Statement], said: Said, person: int) -> Statement | None:
    """Return the statement to be put to somebody next: not his own, the least answered first."""
    answered: dict[int, int] = {}
    for _, number in said:
        answered[number] = answered.get(number, 0) + 1
    open_ones = (
        s
        for s in readable(statements)
        if s.person != person and (str(person), s.number) not in said
    )
    return min(open_ones, key=lambda s: (answered.get(s.number, 0), s.number), default=None)


def joined(said: Said) -> Said:
    """Return the answers of those who gave enough of them; of nobody while those are too few."""
    counts: dict[str, int] = {}
    for person, _ in said:
        counts[person] = counts.get(person, 0) + 1
    enough = {person for person, count in counts.items() if count >= JOINS_AFTER}
    return {k: a for k, a in said.items() if k[0] in enough} if clustered(len(enough)) else {}


def most_groups(people: int) -> int:
    """Return into how many groups so many people may fall, at the most."""
    return min(MOST_GROUPS, 2 + people // PEOPLE_A_GROUP)


def chart(
    said: Said,
    groups: Mapping[str, str],
    by: Grouping,
    standing: Mapping[tuple[int, str], Cell] | None = None,
) -> Chart:
    """Return the map of these answers; what stands on it is of five people or more."""
    people = {person for person, _ in said}
    plotted = plot(said, groups, standing)
    sizes = _sizes(people, groups)
    return Chart(
        by=by,
        people=len(people) if len(people) >= SMALLEST else 0,
        sizes={key: sizes[key] for key in showable(sizes)},
        shared={n: _leaning(p) for n, p in plotted.items() if p.place is Place.SHARED},
        divided={n: _leanings(p) for n, p in plotted.items() if p.place is Place.DIVIDED},
        together={
            n: p.whole.leaning
            for n, p in plotted.items()
            if p.place is Place.OPEN and p.whole and p.whole.leaning is not Leaning.MIXED
        },
        typical=_typical(said, groups, plotted) if by is Grouping.VIEWS else {},
        thin=sum(p.place is Place.THIN for p in plotted.values()),
    )


def _sizes(people: Iterable[str], groups: Mapping[str, str]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for person in people:
        key = groups.get(person, "")
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _leaning(plotted: Plotted) -> Leaning:
    return next(iter(plotted.groups.values())).leaning


def _leanings(plotted: Plotted) -> dict[str, Leaning]:
    return {key: cell.leaning for key, cell in plotted.groups.items()}


def _typical(
    said: Said, groups: Mapping[str, str], plotted: Mapping[int, Plotted]
) -> dict[str, dict[int, Leaning]]:
    """Return what each group says far more than all others, the most telling first."""
    found: dict[str, list[tuple[float, int, Leaning]]] = {}
    for number, each in plotted.items():
        answers = [(groups.get(p, ""), a) for (p, n), a in said.items() if n == number]
        for key in each.groups:
            within = [a for k, a in answers if k == key]
            beside = [a for k, a in answers if k != key]
            if beside and (weight := _telling(within, beside)):
                found.setdefault(key, []).append((-weight[0], number, weight[1]))
    return {
        key: {number: leaning for _, number, leaning in sorted(those)[:MOST_TYPICAL]}
        for key, those in sorted(found.items())
    }


def _telling(within: list[Answer], beside: list[Answer]) -> tuple[float, Leaning] | None:
    """Return how much a group stands for an answer, and which; None where it is not certain."""
    sides = ((Answer.AGREE, Leaning.AGREE), (Answer.DISAGREE, Leaning.DISAGREE))
    weighed = [(_weight(answer, within, beside), leaning) for answer, leaning in sides]
    best, leaning = max(weighed)
    return (best, leaning) if best > 0 else None


def _weight(answer: Answer, within: list[Answer], beside: list[Answer]) -> float:
    """Return Polis' measure of one side: how frequent by how much more frequent; 0 if by chance.

    Both tests are of proportions, one more counted on each side so that few do not mislead.
    """
    ours, all_ours = within.count(answer) + 1, len(within) + 1
    theirs, all_theirs = beside.count(answer) + 1, len(beside) + 1
    most = 2 * sqrt(all_ours) * (ours / all_ours - 0.5)
    pooled = (ours + theirs) / (all_ours + all_theirs)
    spread = sqrt(pooled * (1 - pooled) * (1 / all_ours + 1 / all_theirs))
    more = (ours / all_ours - theirs / all_theirs) / spread if spread else 0.0
    if most <= CERTAIN or more <= CERTAIN:
        return 0.0
    share, other = ours / (all_ours + 1), theirs / (all_theirs + 1)
    return share * most * (share / other) * more
