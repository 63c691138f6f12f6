"""The steps of a ballot and of a vote, as tables (8.9, 8.10)."""

from governance.ballots.states import (
    VOIDABLE,
    BallotAction,
    BallotStatus,
    VoteAction,
    VoteStatus,
)
from governance.directory import THE_CLOCK, Role
from governance.lifecycle import Lifecycle, step
from governance.powers import POWERS, Verb

S, A = BallotStatus, BallotAction
V, D = VoteStatus, VoteAction

HOLDER = POWERS[Verb.HOLD_BALLOT]
# the township has the role only where supervision has nobody without a conflict left (A09)
JUDGES = POWERS[Verb.CERTIFY_BALLOT] | POWERS[Verb.APPROVE_INSTEAD]
WITNESSES = POWERS[Verb.CONFIRM_VOTE]
VOTER = frozenset({Role.RESIDENT})  # somebody who stands on its roll
CLOCK = THE_CLOCK.offices
BOTH = (Role.COMMITTEE, Role.SUPERVISION)

LIFECYCLE = Lifecycle(
    step(A.SCHEDULE, {S.DRAFT}, S.SCHEDULED, HOLDER, Role.SUPERVISION),
    step(A.OPEN, {S.SCHEDULED}, S.OPEN, CLOCK, Role.RESIDENT),
    step(A.CLOSE, {S.OPEN}, S.CLOSED, CLOCK),
    step(A.TALLY, {S.CLOSED}, S.TALLIED, CLOCK, Role.SUPERVISION),
    step(A.CERTIFY, {S.TALLIED}, S.CERTIFIED, JUDGES, Role.COMMITTEE),
    step(A.PUBLISH, {S.CERTIFIED}, S.PUBLISHED, CLOCK, Role.RESIDENT),
    step(A.CONTEST, {S.PUBLISHED}, S.CONTESTED, VOTER, *BOTH, reason=True),
    # what a second count found again is published again
    step(A.UPHOLD, {S.CONTESTED}, S.CERTIFIED, JUDGES, Role.RESIDENT, reason=True),
    step(A.CANCEL, {S.DRAFT, S.SCHEDULED}, S.CANCELLED, HOLDER, Role.SUPERVISION, reason=True),
    *(
        step(A.ASK_VOID, {s}, s, HOLDER, Role.SUPERVISION, reason=True)
        for s in BallotStatus
        if s in VOIDABLE
    ),
    step(A.VOID, VOIDABLE, S.VOIDED, JUDGES, Role.RESIDENT, Role.COMMITTEE, reason=True),
    *(
        step(A.KEEP, {s}, s, JUDGES, Role.COMMITTEE, reason=True)
        for s in BallotStatus
        if s in VOIDABLE
    ),
)

VOTE = Lifecycle(
    step(D.CONFIRM, {V.ENTERED}, V.CAST, WITNESSES, Role.RESIDENT),
    step(D.REFUSE, {V.ENTERED}, V.REFUSED, WITNESSES, Role.ASSIGNEE, reason=True),
    step(D.LAPSE, {V.ENTERED}, V.LAPSED, CLOCK, Role.ASSIGNEE),
    step(D.CHANGE, {V.ENTERED, V.CAST}, V.CHANGED, VOTER),
    step(D.LOCK, {V.CAST}, V.LOCKED, CLOCK),
    step(D.INVALIDATE, {V.CAST}, V.INVALIDATED, JUDGES, Role.RESIDENT, reason=True),
)
