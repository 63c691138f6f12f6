"""What stands inside a sealed envelope, and the port by which it is sealed and opened (E10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from governance.ballots.base import Marks, Paper
from governance.refusals import Refusal

# without what is taken for something else: 0 and O, 1, I and L, 8 and B, 5 and S, 2 and Z
READABLE = "ACDEFGHJKMNPQRTUVWXY34679"
SLIP = 8  # characters, shown as two halves
_VOTER = 8  # bytes of an account


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """One vote as it is sealed: what is marked, the slip, which account of the unit pressed."""

    marks: Marks
    slip: str
    voter: int


class Envelopes(Protocol):
    """Seals and opens; the private half of each key is kept outside the database (one file each).

    All but `fresh` name a key by its public half. What needs a key that is lost raises Refusal.
    """

    def fresh(self) -> str:
        """Make a key pair, and return the public half."""

    def seal(self, public: str, inside: bytes) -> bytes:
        """Close an envelope: whoever has not the private half cannot look into it."""

    def open(self, public: str, sealed: Iterable[bytes]) -> Sequence[bytes]:
        """Return what is inside of each envelope."""

    def codes(self, public: str, words: Sequence[str]) -> Sequence[str]:
        """Return a word for each that says nothing without the key, and is the same with it."""


class NoEnvelopes:
    """Where no folder of keys is known: nothing can be sealed or opened."""

    def fresh(self) -> str:
        """Refuse."""
        raise Refusal("refusal-ballot-key")

    def seal(self, public: str, inside: bytes) -> bytes:  # noqa: ARG002 -- the port's
        """Refuse."""
        raise Refusal("refusal-ballot-key")

    def open(self, public: str, sealed: Iterable[bytes]) -> Sequence[bytes]:  # noqa: ARG002 -- as above
        """Refuse."""
        raise Refusal("refusal-ballot-key")

    def codes(self, public: str, words: Sequence[str]) -> Sequence[str]:  # noqa: ARG002 -- as above
        """Refuse."""
        raise Refusal("refusal-ballot-key")


def pack(paper: Paper, inside: Inside) -> bytes:
    """Return what is sealed: of one length for all votes of a ballot, whatever they say."""
    marks = bytes(inside.marks.get(option, 0) for option in paper.options)
    return marks + inside.slip.encode("ascii") + inside.voter.to_bytes(_VOTER, "big")


def unpack(paper: Paper, packed: bytes) -> Inside:
    """Return what was packed by the same paper."""
    count = len(paper.options)
    marks = {o: n for o, n in zip(paper.options, packed, strict=False) if n}
    slip, voter = packed[count:-_VOTER].decode("ascii"), packed[-_VOTER:]
    return Inside(marks=marks, slip=slip, voter=int.from_bytes(voter, "big"))


def halves(slip: str) -> str:
    """Return a slip as it is shown."""
    return f"{slip[: SLIP // 2]}-{slip[SLIP // 2 :]}"
