"""A map that never changes by fewer than five: or two maps, one after the other, tell on somebody.

Who knows that one neighbour answered meanwhile would read his answer off the difference. So what
was shown of a statement and a group stands until five of them said something since.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import ALL, SMALLEST, Answer, Cell, Leaning, Said, cell


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it was last shown, and when."""

    at: datetime
    cell: Cell


Spot = tuple[int, str]  # a statement, and whose cell it is
Spots = Mapping[Spot, Shown]
Moments = Mapping[tuple[str, int], datetime]  # when each answered which statement last


def group(by: Grouping, key: str) -> str:
    """Return whose cell is that of a group: a grid and a building may bear the same key."""
    return f"{by}:{key}"


def settled(
    said: Said, moments: Moments, groups: Mapping[str, str], before: Spots, now: datetime
) -> Spots:
    """Return every cell as it is shown now: anew where five said something since, else as it was.

    `groups` names the cells of each person besides that of all. Whoever came or left without a
    word changes nothing; a cell of fewer than five is kept, and shown by nobody.
    """
    found = dict(before)
    for spot, people in _people(said, groups).items():
        known = before.get(spot)
        fresh = [p for p in people if not known or moments[p, spot[0]] > known.at]
        if len(people) >= SMALLEST and len(fresh) >= SMALLEST:
            found[spot] = Shown(now, cell([*people.values()]))
    return found


def _people(said: Said, groups: Mapping[str, str]) -> dict[Spot, dict[str, Answer]]:
    found: dict[Spot, dict[str, Answer]] = {}
    for (person, number), answer in said.items():
        for whose in _of(person, groups):
            found.setdefault((number, whose), {})[person] = answer
    return found


def _of(person: str, groups: Mapping[str, str]) -> Iterator[str]:
    yield ALL
    if person in groups:
        yield groups[person]


def alike(
    told: Chart, said: Said, moments: Moments, before: Spots, now: datetime
) -> tuple[Chart, Spots]:
    """Return a map by like views as it may be shown, and when each statement stood on it last.

    Who is in which group is told to nobody: it is enough that five answered a statement since.
    Of the others only that is shown which was shown of all together.
    """
    every = settled(said, moments, {}, before, now)
    numbers = {number for _, number in said}
    whose = group(Grouping.VIEWS, ALL)
    fresh = {n for n in numbers if _may(n, said, moments, before.get((n, whose)))}
    marks = {(n, whose): every[n, ALL] for n in fresh if (n, ALL) in every}
    seen = {spot: replace(shown, at=now) for spot, shown in marks.items()}
    still = {n: every[n, ALL].cell.leaning for n in numbers - fresh if (n, ALL) in every}
    together = {n: leaning for n, leaning in still.items() if leaning is not Leaning.MIXED}
    return _only(told, fresh, together), {**every, **seen}


def _may(number: int, said: Said, moments: Moments, known: Shown | None) -> bool:
    people = [p for p, n in said if n == number]
    if known is None:
        return True
    fresh = sum(moments[p, number] > known.at for p in people)
    return fresh == 0 or fresh >= SMALLEST


def _only(told: Chart, numbers: Iterable[int], together: Mapping[int, Leaning]) -> Chart:
    """Return a map of these statements alone, with others of which all together are shown."""
    some = frozenset(numbers)
    return replace(
        told,
        shared={n: each for n, each in told.shared.items() if n in some},
        divided={n: each for n, each in told.divided.items() if n in some},
        together={n: each for n, each in told.together.items() if n in some} | dict(together),
        typical={
            key: {n: leaning for n, leaning in each.items() if n in some}
            for key, each in told.typical.items()
        },
    )
