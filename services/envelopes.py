"""What services need of secret ballots: what is sealed and stored, and what seals and opens it."""

from collections.abc import Sequence
from typing import Protocol

from governance.ballots.base import Marks
from governance.ballots.batches import Batch, BatchStatus
from governance.ballots.envelope import Envelopes


class Sealed(Protocol):
    """The envelopes of secret ballots while they are open, and what was in them after."""

    def begin(self, ballot: int, public: str) -> None:
        """Write down to which key the envelopes of a ballot are sealed; once."""

    def public(self, ballot: int) -> str:
        """Return the public half of a ballot's key; Unknown if it has none."""

    def put(self, ballot: int, unit: str, envelope: bytes, order: int) -> bool:
        """Write a unit's envelope over its earlier one; False where a later one stands."""

    def envelope(self, ballot: int, unit: str) -> bytes | None:
        """Return a unit's envelope, empty where it was handed a paper; None where it has none."""

    def units(self, ballot: int) -> frozenset[str]:
        """Return the units that voted by now; none once the ballot is closed."""

    def handed(self, ballot: int) -> Sequence[str]:
        """Return the units that have a paper, in order; none once the ballot is closed."""

    def take(self, ballot: int, unit: str) -> None:
        """Let a unit's paper be as if it had never been handed out."""

    def alone(self, ballot: int) -> None:
        """Let nobody else change the papers of a ballot until this unit of work is done."""

    def envelopes(self, ballot: int) -> Sequence[tuple[str, bytes]]:
        """Return each unit that voted with its envelope."""

    def spill(self, ballot: int, marks: Sequence[Marks], slips: Sequence[str]) -> None:
        """Write what was in the envelopes, each list in its own order, and let the rows go."""

    def clear(self, ballot: int) -> None:
        """Let the rows of a ballot go; its key is to be destroyed from now on."""

    def marks(self, ballot: int) -> Sequence[Marks]:
        """Return what is marked on the papers in the box, one after another."""

    def slips(self, ballot: int) -> Sequence[str]:
        """Return the slips in the box in the order of their letters."""

    def enter(self, batch: Batch) -> Batch:
        """Write a batch of papers that was counted; return it with its id."""

    def batch(self, batch: int) -> Batch:
        """Return a batch; Unknown if there is none."""

    def batches(self, ballot: int) -> Sequence[Batch]:
        """Return the batches of a ballot, oldest first."""

    def settle(self, batch: Batch, was: BatchStatus) -> None:
        """Write how a batch stands; Conflict unless it stood as it was."""


class Boxed(Protocol):
    """The part of a shelf that is about secret ballots."""

    @property
    def sealed(self) -> Sealed:
        """The envelopes and boxes of secret ballots."""

    @property
    def envelopes(self) -> Envelopes:
        """What seals and opens the envelopes."""
