"""A case's road from report to the reporter's verdict (B05, D03, D15; lifecycles 8.3, 8.5)."""

from governance.cases.advance import advance, carried_out, choices, roles_in
from governance.cases.case import Assignment, Case, Move, Passage
from governance.cases.kinds import HANDLING, Handling
from governance.cases.states import (
    CLOSED,
    ON_DESK,
    OPEN,
    RAISED,
    WITH_SUPERVISION,
    WITH_WORKER,
    WORKING,
    AssignmentStatus,
    CaseAction,
    CaseKind,
    CaseStatus,
    Urgency,
)
from governance.cases.table import ASSIGNMENT, LIFECYCLE, NEEDS_RECEIVER, PROPOSED_AS

__all__ = [
    "ASSIGNMENT",
    "CLOSED",
    "HANDLING",
    "LIFECYCLE",
    "NEEDS_RECEIVER",
    "ON_DESK",
    "OPEN",
    "PROPOSED_AS",
    "RAISED",
    "WITH_SUPERVISION",
    "WITH_WORKER",
    "WORKING",
    "Assignment",
    "AssignmentStatus",
    "Case",
    "CaseAction",
    "CaseKind",
    "CaseStatus",
    "Handling",
    "Move",
    "Passage",
    "Urgency",
    "advance",
    "carried_out",
    "choices",
    "roles_in",
]
