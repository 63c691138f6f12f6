"""Whom an edition reached: every group, and why not where it did not (G10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.notices import Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """How far an edition came in one group; `why` in Telegram's own words where it did not.

    `shut`: it waits until the group lets the bot in, or write there, again.
    """

    chat: int
    fate: Fate
    why: str = ""
    shut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Groups by what became of them; each stands in exactly one."""

    sent: tuple[Carried, ...]
    waiting: tuple[Carried, ...]
    lost: tuple[Carried, ...]


OPEN = frozenset({Fate.WAITING, Fate.CLAIMED})


def reach(carried: Sequence[Carried]) -> Reach:
    """Sort the groups: there, on its way, or not to be reached."""
    return Reach(
        sent=tuple(c for c in carried if c.fate is Fate.SENT),
        waiting=tuple(c for c in carried if c.fate in OPEN and not c.shut),
        lost=tuple(c for c in carried if c.shut or c.fate not in OPEN | {Fate.SENT}),
    )
