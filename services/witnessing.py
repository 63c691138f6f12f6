"""What services need of the store of anchors; `services/ports.py` puts it together."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from governance.anchors import Anchor, Held


class Anchors(Protocol):
    """What was told of the audit chain each day."""

    def drop(self, day: date, at: datetime) -> Anchor | None:
        """Keep the head of the chain as what is told on a day; None where a day has one already.

        None too where nothing was sealed yet.
        """

    def held(self) -> Sequence[Held]:
        """Return every anchor with what stands at its place in the chain now, by their days."""

    def of(self, day: date) -> Held | None:
        """Return the anchor of a day, if it has one."""

    def like(self, letters: str) -> Sequence[Held]:
        """Return the anchors whose hash begins so."""


class Witnessed(Protocol):
    """The part of a shelf that holds them."""

    @property
    def anchors(self) -> Anchors:
        """What was told of the audit."""
