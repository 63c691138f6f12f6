"""The steps of a ballot, as they were taken."""

from dataclasses import dataclass
from datetime import datetime

from governance.ballots.states import BallotAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step: by which officer, or by which voter where it was none; when, and why."""

    action: BallotAction
    officer: str = ""
    person: int = 0
    at: datetime
    note: str = ""
