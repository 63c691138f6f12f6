"""What becomes of a person's data on request (PIPL 47; N06)."""

from dataclasses import dataclass
from enum import StrEnum


class Treatment(StrEnum):
    """What is done with what a store holds of a person."""

    DELETE = "delete"
    PSEUDONYMISE = "pseudonymise"  # it stays, and nobody can say any more whose it was
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much one store holds of a person, and what becomes of it; `why` is a key of words."""

    store: str
    treatment: Treatment
    why: str
    count: int
