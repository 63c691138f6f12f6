"""The steps of a resolution, as a table (8.11); the table of powers says which offices (A08)."""

from governance.directory import THE_CLOCK, Role
from governance.lifecycle import Lifecycle, step
from governance.powers import POWERS, Verb
from governance.resolutions.states import (
    CORRECTABLE,
    WORKING,
    ResolutionAction,
    ResolutionStatus,
)

S, A = ResolutionStatus, ResolutionAction

LEAD = POWERS[Verb.LEAD_TOPIC]
# the role is given to whoever of supervision has no conflict, else to the township (A09)
JUDGES = POWERS[Verb.CERTIFY_BALLOT]
TOWNSHIP = frozenset({Role.TOWNSHIP})
RESIDENT = frozenset({Role.RESIDENT})  # a verified one
CLOCK = THE_CLOCK.offices
BOTH = (Role.COMMITTEE, Role.SUPERVISION)
ALL = (Role.RESIDENT, *BOTH)

LIFECYCLE = Lifecycle(
    step(A.EDIT, {S.DRAFTED}, S.DRAFTED, LEAD),
    step(A.HAND_IN, {S.DRAFTED}, S.DRAFTED, LEAD, Role.SUPERVISION),
    step(A.RETURN, {S.DRAFTED}, S.DRAFTED, JUDGES, Role.COMMITTEE, reason=True),
    step(A.CHECK, {S.DRAFTED}, S.LEGAL_CHECKED, JUDGES, Role.COMMITTEE),
    step(A.PUBLISH, {S.LEGAL_CHECKED}, S.PUBLISHED, LEAD, Role.RESIDENT, Role.SUPERVISION),
    step(A.OPEN, {S.PUBLISHED}, S.OBJECTION_WINDOW, CLOCK),
    step(A.OBJECT, {S.OBJECTION_WINDOW}, S.OBJECTION_WINDOW, RESIDENT, *BOTH, reason=True),
    step(
        A.ANSWER,
        {S.OBJECTION_WINDOW},
        S.OBJECTION_WINDOW,
        JUDGES,
        Role.COMMITTEE,
        reason=True,
    ),
    step(A.UPHOLD, {S.OBJECTION_WINDOW}, S.UNDER_CORRECTION, JUDGES, *ALL, reason=True),
    step(A.ENTER, {S.OBJECTION_WINDOW}, S.IN_FORCE, CLOCK, *ALL),
    step(A.BEGIN, {S.IN_FORCE}, S.IMPLEMENTING, CLOCK),
    step(A.FINISH, WORKING, S.IMPLEMENTED, CLOCK, *BOTH),
    step(A.LATE, {S.IMPLEMENTING}, S.OVERDUE, CLOCK, *ALL),
    step(A.CATCH_UP, {S.OVERDUE}, S.IMPLEMENTING, CLOCK),
    step(
        A.DISCLOSE,
        {S.IMPLEMENTED},
        S.RESULT_PUBLISHED,
        LEAD,
        Role.RESIDENT,
        Role.SUPERVISION,
        reason=True,
    ),
    step(A.DISPUTE, {S.RESULT_PUBLISHED}, S.DISPUTED, RESIDENT, *BOTH),
    step(A.RESUME, {S.DISPUTED}, S.IMPLEMENTING, JUDGES, *ALL, reason=True),
    step(A.CLOSE, {S.DISPUTED}, S.CLOSED, JUDGES, *ALL, reason=True),
    step(A.CLOSE, {S.RESULT_PUBLISHED}, S.CLOSED, CLOCK, Role.RESIDENT, Role.SUPERVISION),
    # an opinion with its article of the law; neither text nor result is theirs to write (N14)
    step(
        A.CORRECT,
        CORRECTABLE,
        S.UNDER_CORRECTION,
        TOWNSHIP | JUDGES,
        *ALL,
        reason=True,
        proof=True,
    ),
    step(
        A.REDRAFT,
        {S.UNDER_CORRECTION},
        S.DRAFTED,
        LEAD,
        Role.RESIDENT,
        Role.SUPERVISION,
        reason=True,
    ),
)
