"""What every way of voting is made of: a paper, marks on it, a tally, a standing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

Marks = Mapping[str, int]  # option → what stands beside it; without any it is a blank vote
Figure = tuple[str, ...]  # what is counted: an option, a pair of options, an answer
Number = int | Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is asked: the options, and how far the marks may go.

    Of a micro-project `details` say where, for whom and until when (E19).
    `most` options may be marked, `best` is the highest score or answer; `costs` and `budget` are
    in fen.
    """

    options: tuple[str, ...]
    most: int = 1
    best: int = 1
    costs: Mapping[str, int] = field(default_factory=dict)
    budget: int = 0
    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a box holds, in one measure: its whole weight, that of blank votes, the figures."""

    cast: int
    blank: int
    figures: Mapping[Figure, Number]

    def of(self, *figure: str) -> Number:
        """Return one figure; 0 where nobody marked it."""
        return self.figures.get(figure, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the options stand: `order` from first to last, those that tie together.

    `chosen` are the options that win by the count alone; `tied` those among which the count does
    not choose: a machine draws no lots.
    """

    order: tuple[tuple[str, ...], ...] = ()
    chosen: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One way of voting: which papers and marks are good, what a vote adds, who stands first.

    `decides` says that it chooses something; `assent` that enough must agree with what it chose.
    """

    fits: Callable[[Paper], bool]
    valid: Callable[[Marks, Paper], bool]
    adds: Callable[[Marks, Paper], Mapping[Figure, Number]]
    stand: Callable[[Tally, Paper], Standing]
    decides: bool = True
    assent: bool = False


def count(method: Method, box: Iterable[tuple[Marks, int]], paper: Paper) -> Tally:
    """Return the tally of votes, each with its weight; what each adds is all that counts."""
    cast, blank = 0, 0
    figures: dict[Figure, Number] = {}
    for marks, weight in box:
        cast += weight
        blank += 0 if marks else weight
        for figure, number in method.adds(marks, paper).items():
            figures[figure] = figures.get(figure, 0) + weight * number
    return Tally(cast, blank, {f: n for f, n in sorted(figures.items()) if n})


def several(paper: Paper) -> bool:
    """Whether a paper offers at least two options, each of them once."""
    return len(set(paper.options)) == len(paper.options) > 1


def within(marks: Marks, paper: Paper, largest: int) -> bool:
    """Whether only options of the paper are marked, each with 1 up to the largest number."""
    return all(o in paper.options and 1 <= n <= largest for o, n in marks.items())


def marked(marks: Marks, _paper: Paper) -> Mapping[Figure, Number]:
    """Return each marked option with what stands beside it."""
    return {(option,): number for option, number in marks.items()}


def by_figure(tally: Tally, options: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the options from the highest figure to the lowest, those with the same together."""
    levels: dict[Number, list[str]] = {}
    for option in sorted(options):
        levels.setdefault(tally.of(option), []).append(option)
    return tuple(tuple(levels[n]) for n in sorted(levels, reverse=True))


def first(order: tuple[tuple[str, ...], ...]) -> Standing:
    """Return the standing in which the one option that stands first is chosen."""
    if len(order[0]) > 1:
        return Standing(order, tied=order[0])
    return Standing(order, chosen=order[0])


def highest(tally: Tally, paper: Paper) -> Standing:
    """Return the standing in which the one option with the highest figure is chosen."""
    return first(by_figure(tally, paper.options))
