"""What came of a matter that was referred: decided, corrected, or to be talked over anew (E08)."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.resolutions.states import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """The outcome as a human wrote it down: what, on which day, on what ground."""

    topic: int
    outcome: Outcome
    day: date
    basis: str
    officer: str
    at: datetime
