"""A second count that shares nothing with the first: whoever doubts a result runs it.

It imports no way of voting and no rule of the house, and counts by hand, as it were: vote by
vote, option by option. It reads marks, weights and the paper, and knows nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Box = Sequence[tuple[Mapping[str, int], int]]
ASSENTED = frozenset({"motion", "choice"})  # one option must be carried by the numbers of a rule


@dataclass(frozen=True, slots=True)
class Recounted:
    """What the second count found: figures, and the options that win or tie."""

    figures: Mapping[tuple[str, ...], int | Fraction]
    chosen: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()


def recount(
    method: str, box: Box, options: Sequence[str], costs: Mapping[str, int], budget: int
) -> Recounted:
    """Count a box anew by the method of this name; KeyError for a name it does not know."""
    match method:
        case "motion":
            return Recounted(_sums(box), frozenset({"for"}))
        case "choice" | "score":
            return _highest(_sums(box), options)
        case "menu":
            return _bought(_sums(box), options, costs, budget)
        case "borda":
            return _highest(_points(box, options), options)
        case "schulze":
            return _unbeaten(box, options)
        case "evaluation":
            return Recounted(_answers(box))
    raise KeyError(method)


def reaches(part: int, whole: int, share: tuple[int, int], *, inclusive: bool) -> bool:
    """Whether a part is at least, or more than, this share of a whole that is not empty."""
    numerator, denominator = share
    left, right = part * denominator, whole * numerator
    return whole > 0 and (left > right or (inclusive and left == right))


def ordered(
    figures: Mapping[tuple[str, ...], int | Fraction], options: Iterable[str]
) -> list[frozenset[str]]:
    """Return the options from the highest figure of their own down, those level together."""
    levels: defaultdict[int | Fraction, set[str]] = defaultdict(set)
    for option in options:
        levels[figures.get((option,), 0)].add(option)
    return [frozenset(levels[n]) for n in sorted(levels, reverse=True)]


def ended(method: str, found: Recounted, *, quorate: bool, agreed: bool) -> str:
    """Return how a ballot ended, in the word that is published.

    `agreed` is whether enough stand behind what is chosen, where the method asks for it.
    """
    if not quorate:
        return "invalid"
    if method == "evaluation":
        return "counted"
    if not found.chosen:
        return "tied" if found.tied else "failed"
    return "failed" if method in ASSENTED and not agreed else "carried"


def _sums(box: Box) -> dict[tuple[str, ...], int | Fraction]:
    found = {option for marks, _ in box for option in marks}
    return {(o,): sum(marks.get(o, 0) * weight for marks, weight in box) for o in found}


def _answers(box: Box) -> dict[tuple[str, ...], int | Fraction]:
    given = [((q, str(a)), weight) for marks, weight in box for q, a in marks.items()]
    return {key: sum(w for k, w in given if k == key) for key, _ in given}


def _highest(
    figures: Mapping[tuple[str, ...], int | Fraction], options: Sequence[str]
) -> Recounted:
    top = max(figures.get((o,), 0) for o in options)
    best = frozenset(o for o in options if figures.get((o,), 0) == top)
    return Recounted(figures, best) if len(best) == 1 else Recounted(figures, tied=best)


def _bought(
    figures: Mapping[tuple[str, ...], int | Fraction],
    options: Sequence[str],
    costs: Mapping[str, int],
    budget: int,
) -> Recounted:
    """Buy from the most wanted down, as far as the money goes."""
    chosen: set[str] = set()
    for votes in sorted({figures[o,] for o in options if figures.get((o,), 0)}, reverse=True):
        purse = budget - sum(costs[o] for o in chosen)
        level = {o for o in options if figures.get((o,)) == votes and costs[o] <= purse}
        if sum(costs[o] for o in level) > purse:
            return Recounted(figures, frozenset(chosen), frozenset(level))
        chosen |= level
    return Recounted(figures, frozenset(chosen))


def _before(marks: Mapping[str, int], one: str, other: str) -> bool:
    """Whether a vote puts one before the other: it places one, and the other later or not."""
    return one in marks and (other not in marks or marks[one] < marks[other])


def _points(box: Box, options: Sequence[str]) -> dict[tuple[str, ...], int | Fraction]:
    """Count for each option those that it stands before, and half of those beside it."""
    points: dict[tuple[str, ...], int | Fraction] = {}
    for one in options:
        for other in options:
            for marks, weight in box:
                if one == other or not marks:
                    continue
                won = Fraction(_before(marks, one, other))
                if not _before(marks, one, other) and not _before(marks, other, one):
                    won = Fraction(1, 2)
                points[one,] = points.get((one,), 0) + won * weight
    return points


def _unbeaten(box: Box, options: Sequence[str]) -> Recounted:
    """Ask of each pair whether a chain of defeats leads back that is as strong."""
    votes: dict[tuple[str, ...], int | Fraction] = {
        (a, b): sum(weight for marks, weight in box if _before(marks, a, b))
        for a in options
        for b in options
        if a != b
    }
    levels = sorted(set(votes.values()), reverse=True)

    def strength(start: str, end: str) -> int | Fraction:
        return next((n for n in levels if end in _reached(votes, start, n)), 0)

    best = frozenset(
        a for a in options if all(strength(a, b) >= strength(b, a) for b in options if b != a)
    )
    return Recounted(votes, best) if len(best) == 1 else Recounted(votes, tied=best)


def _reached(
    votes: Mapping[tuple[str, ...], int | Fraction], start: str, least: int | Fraction
) -> Iterable[str]:
    """Return whoever can be reached by defeats that are won with at least so many votes."""
    seen, fresh = {start}, {start}
    while fresh:
        fresh = {
            b for (a, b), won in votes.items() if a in fresh and won >= least and won > votes[b, a]
        } - seen
        seen |= fresh
    return seen
