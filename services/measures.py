"""What services need of the store of measures; `services/ports.py` puts them together."""

from collections.abc import Sequence
from typing import Protocol

from governance.attention import Urgent
from governance.supervision import Matter, Measure


class Measures(Protocol):
    """What supervision said, and what was answered."""

    def add(self, measure: Measure) -> Measure:
        """Write a reminder or an opinion; return it with its id and number."""

    def get(self, measure: int) -> Measure:
        """Return one by its id; Unknown if there is none."""

    def numbered(self, wanted: int) -> Measure:
        """Return one by its number; Unknown if there is none."""

    def about(self, matter: Matter, about: int) -> Sequence[Measure]:
        """Return what was said about a matter, oldest first."""

    def opinions(self) -> Sequence[Measure]:
        """Return every opinion, newest first."""

    def save(self, measure: Measure) -> Measure:
        """Write what became of it unless somebody else did since it was read (then Conflict)."""


class Urgents(Protocol):
    """What was told at once though it would have waited."""

    def add(self, said: Urgent) -> None:
        """Write one down."""

    def told(self, month: str = "") -> Sequence[Urgent]:
        """Return those of a month, or all, newest first."""


class Supervised(Protocol):
    """What a shelf holds of supervision."""

    @property
    def measures(self) -> Measures:
        """What supervision said, and what was answered."""

    @property
    def urgents(self) -> Urgents:
        """What was told at once though it would have waited."""
