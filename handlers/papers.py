"""What stands on a voter's paper, in words; and the toast that says so to him alone."""

from collections.abc import Callable
from dataclasses import replace

from governance.ballots.ballot import Ballot
from governance.ballots.base import Marks
from governance.ballots.envelope import halves
from handlers.context import Context, Toast
from handlers.texts import Texts
from services.ballots.marking import RANKED
from services.ballots.sealing import Cast as Sealed
from services.ballots.voting import Cast

# options that stand in the languages; all others are the words of whoever drafted
WORDED = frozenset({"motion", "evaluation"})
Called = Callable[[str], str]


def option(texts: Texts, ballot: Ballot, name: str) -> str:
    """Return how an option is called, without markup."""
    return texts.plain(f"ballot-option-{name}") if ballot.method in WORDED else name


def marked(texts: Texts, ballot: Ballot, marks: Marks) -> str:
    """Say what stands on a paper, without markup: ranked by place, else in the paper's order."""
    if not marks:
        return texts.plain("ballot-blank")
    places = marks if ballot.method in RANKED else _in_order(ballot)
    every = sorted(marks, key=lambda name: places[name])
    return texts.plain("list-comma").join(_mark(texts, ballot, o, marks[o]) for o in every)


def _in_order(ballot: Ballot) -> dict[str, int]:
    return {name: n for n, name in enumerate(ballot.paper.options)}


def _mark(texts: Texts, ballot: Ballot, name: str, value: int) -> str:
    called = option(texts, ballot, name)
    if ballot.method in {"motion", "choice", "menu"}:
        return called
    answer = texts.plain(f"ballot-answer-{value}") if ballot.method == "evaluation" else str(value)
    return texts.plain("ballot-marked", option=called, mark=answer)


def voted(cast: Cast, context: Context) -> Toast:
    """Say to whoever pressed, and to nobody else, what was written down."""
    key = "toast-voted-anew" if cast.replaced else "toast-voted"
    return context.toast(
        key, marks=marked(context.texts, cast.ballot, cast.marks), units=cast.units
    )


def sealed(cast: Sealed, context: Context) -> Toast:
    """Say the slip and what is marked, in the alert alone: nothing else ever holds either.

    The slip stands first: a toast is cut at its end.
    """
    slips = context.texts.plain("list-comma").join(map(halves, cast.slips))
    marks = marked(context.texts, cast.ballot, cast.marks)
    return replace(context.toast("toast-sealed", slip=slips, marks=marks), alert=True)
