"""A case, its assignments, and a step on its way."""

from dataclasses import dataclass, field
from datetime import datetime

from governance.cases.states import (
    ON_DESK,
    AssignmentStatus,
    CaseAction,
    CaseKind,
    CaseStatus,
    Urgency,
)
from governance.directory import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One officer's answering for a case; `receiver` is asked to take it over."""

    officer: str
    status: AssignmentStatus
    at: datetime
    until: datetime
    receiver: str = ""
    note: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One reported matter; `version` guards against two presses at once."""

    id: int = 0
    number: int = 0
    community: str
    reporter: int
    chat: int
    message: int
    topic: int | None = None  # of the forum in which it was reported
    text: str
    photo: str = ""
    category: str
    building: str | None
    grid: str | None
    status: CaseStatus = CaseStatus.SUBMITTED
    at: datetime
    finish_by: datetime
    calendar_known: bool = True
    desk: str
    first_responsible: str = ""
    assignments: tuple[Assignment, ...] = field(default=())
    reopened: int = 0
    bounces: int = 0
    parent: int | None = None
    version: int = 0
    kind: CaseKind = CaseKind.SERVICE
    urgency: Urgency = Urgency.PAINFUL
    summary: str = ""  # one line by a human, where the body is a voice or a photo (B11)
    behalf: str = ""  # for whom it was entered, as the worker wrote it down (B11)
    entered_by: int = 0  # who entered it for somebody else
    recorder: str = ""  # who asks that person in place of whoever entered it and did it too (A09)
    muted: bool = False  # its reporter wants no more word of single steps
    merged_into: int | None = None
    followers: tuple[int, ...] = ()  # who reported the same; their cases were merged into this one
    appealed: bool = False  # supervision was asked once to look at a refusal again
    leaving: bool = False  # its reporter asked to withdraw what may be dangerous

    @property
    def flagged(self) -> bool:
        """Whether somebody may come to harm: then its reporter alone cannot withdraw it (C02)."""
        return self.kind is CaseKind.HAZARD

    @property
    def reporters(self) -> frozenset[int]:
        """Everybody who reported it, those of merged cases too."""
        return frozenset({self.reporter, *self.followers})

    @property
    def current(self) -> Assignment | None:
        """The newest assignment, if there was any."""
        return self.assignments[-1] if self.assignments else None

    @property
    def holder(self) -> str:
        """The one officer who answers for it now (B10: no state without a named owner)."""
        if self.status in ON_DESK or self.current is None:
            return self.desk
        return self.current.officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One step of a case, as its people may read it; `officer` is empty for clock and reporter."""

    action: CaseAction
    officer: str
    at: datetime
    note: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What comes with an action: `until` ends a new offer, `into` is the case merged into."""

    by: Actor
    at: datetime
    note: str = ""
    proof: str = ""
    to: str = ""
    until: datetime | None = None
    into: int = 0
