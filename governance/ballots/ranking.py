"""What both ways of ranking share: 1 is the first place; whoever has no place stands last."""

from governance.ballots.base import Marks, Paper


def valid(marks: Marks, paper: Paper) -> bool:
    """Whether the places 1, 2, 3… are given, each once, to options of the paper."""
    places = sorted(marks.values())
    return marks.keys() <= set(paper.options) and places == [*range(1, len(marks) + 1)]


def place(marks: Marks, option: str, paper: Paper) -> int:
    """Return the place of an option; those without one share the last."""
    return marks.get(option, len(paper.options))
