"""The list of small powers: what the committee may do, step by step, and whom to complain to."""

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPower:
    """One entry of the list (F05): who answers for it, its steps, its time, what to bring.

    `covers` are the verbs of the bot that are exercised under it.
    """

    key: str
    names: Words
    office: str
    steps: tuple[Words, ...]
    time: Words
    complaint: Words
    materials: tuple[Words, ...] = ()
    covers: tuple[str, ...] = ()
