"""Consent to what is kept: which words were accepted, and when (N06; PIPL 14, 15)."""

from dataclasses import dataclass
from datetime import datetime

VERSION = 2  # of the five lines; raised whenever they say something new, and everybody is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The newest answer of a person to the five lines."""

    version: int
    at: datetime
    given: bool


def stands(consent: Consent | None) -> bool:
    """Whether the present five lines are accepted: neither older ones, nor taken back."""
    return consent is not None and consent.given and consent.version == VERSION
