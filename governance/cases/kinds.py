"""What the kind of a matter decides: privacy, route, clock, and how it must end (B04, L05)."""

from collections.abc import Mapping
from dataclasses import dataclass

from governance.cases.states import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What one kind decides."""

    from_group: bool  # filed at once where neighbours read along; else finished in private
    dispatched: bool  # goes to a worker by rule; else the desk answers
    fast: bool = False  # the clock of the community's limits, where that is the shorter
    photo: bool = False  # it ends with a photo of the finished work


HANDLING: Mapping[CaseKind, Handling] = {
    CaseKind.SERVICE: Handling(from_group=True, dispatched=True),
    CaseKind.HAZARD: Handling(from_group=True, dispatched=True, fast=True, photo=True),
    CaseKind.SUGGESTION: Handling(from_group=False, dispatched=False),
    CaseKind.QUESTION: Handling(from_group=False, dispatched=False),
}
