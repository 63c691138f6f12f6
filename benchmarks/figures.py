"""The figures and their goals, and where their values are kept."""

import json
import operator
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

LATEST = Path(__file__).parent / "results" / "latest.json"
Compare = Callable[[float, float], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured figure beside its goal; `met` is None where there is no goal."""

    figure: str
    value: float
    goal: str
    met: bool | None
    detail: str

    def told(self) -> str:
        """Return it as a line for people."""
        mark = {True: "met   ", False: "MISSED", None: "      "}[self.met]
        goal = self.goal or "none"
        return f"{mark} {self.figure}: {self.value:g} (goal {goal})\n       {self.detail}"


def least(figure: str, value: float, goal: float, detail: str) -> Figure:
    """Make a figure that must be at least its goal."""
    return _made(figure, value, goal, detail, "≥", operator.ge)


def most(figure: str, value: float, goal: float, detail: str) -> Figure:
    """Make a figure that must be at most its goal."""
    return _made(figure, value, goal, detail, "≤", operator.le)


def plain(figure: str, value: float, detail: str) -> Figure:
    """Make a figure without a goal."""
    return Figure(figure=figure, value=_short(value), goal="", met=None, detail=detail)


def noted(figure: Figure, note: str) -> Figure:
    """Return a figure with a note beside it, if there is one."""
    return replace(figure, detail=f"{figure.detail}; {note}") if note else figure


def _made(  # noqa: PLR0913, PLR0917 -- the two above are its only callers
    figure: str, value: float, goal: float, detail: str, sign: str, compare: Compare
) -> Figure:
    value = _short(value)
    return Figure(
        figure=figure,
        value=value,
        goal=f"{sign} {goal:g}",
        met=compare(value, goal),
        detail=detail,
    )


def _short(value: float) -> float:
    return float(f"{value:.3g}") if abs(value) < 1000 else float(round(value))  # noqa: PLR2004 -- three digits


def read(path: Path = LATEST) -> list[Figure]:
    """Return the figures of the last run."""
    if not path.exists():
        return []
    return [Figure(**each) for each in json.loads(path.read_text(encoding="utf-8"))]


def write(found: Sequence[Figure], path: Path = LATEST) -> None:
    """Keep figures: those measured now in the place of their former values."""
    fresh = {each.figure: each for each in found}
    kept = [fresh.pop(each.figure, each) for each in read(path)]
    rows = [asdict(each) for each in (*kept, *fresh.values())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def value(figure: str, path: Path = LATEST) -> float:
    """Return what a figure was in the last run; KeyError if it was never measured."""
    return {each.figure: each.value for each in read(path)}[figure]


def table(path: Path = LATEST, *, about: str = "") -> str:
    """Return the figures about something as a table in Markdown; of a missed goal by how much."""
    head = [("figure", "value", "goal", "", "measured"), ("---",) * 5]
    rows = [
        (each.figure, f"{each.value:g}", each.goal or "–", _verdict(each), each.detail)
        for each in read(path)
        if about in each.figure
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in (*head, *rows))


def _verdict(each: Figure) -> str:
    if each.met is None:
        return ""
    limit = float(each.goal.split()[1])
    if each.met:
        return "met"
    return f"missed: {each.value / limit:.2f} of it" if limit else "missed"
