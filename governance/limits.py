"""How often and how long: a community's own numbers about its cases."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers a community may set for itself."""

    reopenings: int = 2
    bounces: int = 2
    shortest_report: int = 12
    confirm_within: timedelta = timedelta(days=7)
    draft_lives: timedelta = timedelta(hours=24)
    hazard_accept: timedelta = timedelta(minutes=30)
    hazard_finish: timedelta = timedelta(hours=7)
