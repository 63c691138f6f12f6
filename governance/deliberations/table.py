"""The steps of a topic, as a table (8.8); the table of powers says which offices (A08)."""

from governance.deliberations.states import TopicAction, TopicStatus
from governance.directory import THE_CLOCK, Role
from governance.lifecycle import Lifecycle, step
from governance.powers import POWERS, Verb

S, A = TopicStatus, TopicAction

LEAD = POWERS[Verb.LEAD_TOPIC]
CHECKING = POWERS[Verb.CERTIFY_BALLOT]
PROPOSER = frozenset({Role.RESIDENT})  # whoever proposed it
CLOCK = THE_CLOCK.offices
ALL = (Role.RESIDENT, Role.SUPERVISION)
UNLAWFUL = frozenset({S.CONSENSUS, S.AWAIT_MEETING, S.MEETING_PASSED, S.RESOLVING})

LIFECYCLE = Lifecycle(
    step(A.REVIEW, {S.PROPOSED}, S.PRE_REVIEW, LEAD | CLOCK),
    # the days to answer are past: that is shown as it is, and decides nothing (N19)
    step(A.OVERDUE, {S.PRE_REVIEW}, S.PRE_REVIEW, CLOCK, Role.COMMITTEE, *ALL),
    step(A.ADMIT, {S.PRE_REVIEW}, S.ADMITTED, LEAD, Role.RESIDENT, reason=True),
    step(A.RETURN, {S.PRE_REVIEW}, S.RETURNED, LEAD, Role.RESIDENT, reason=True),
    step(A.REJECT, {S.PRE_REVIEW}, S.REJECTED, LEAD, *ALL, reason=True),
    step(A.REDIRECT, {S.PRE_REVIEW}, S.REDIRECTED, LEAD, *ALL, reason=True),
    step(A.RESUBMIT, {S.RETURNED}, S.PROPOSED, PROPOSER, Role.COMMITTEE),
    step(A.NOTICE, {S.ADMITTED}, S.NOTICED, LEAD | CLOCK, Role.RESIDENT),
    step(A.DISCUSS, {S.NOTICED}, S.DISCUSSION, LEAD | CLOCK, Role.RESIDENT),
    step(A.SUMMARISE, {S.DISCUSSION}, S.SUMMARY, LEAD, Role.RESIDENT, reason=True),
    step(A.RESUME, {S.SUMMARY}, S.DISCUSSION, LEAD, Role.RESIDENT, reason=True),
    step(A.POLL, {S.SUMMARY}, S.POLLING, LEAD, *ALL),
    step(A.AGREE, {S.SUMMARY}, S.CONSENSUS, LEAD, *ALL),
    # the rule was frozen with the ballot, and supervision has certified it
    step(A.CARRY, {S.POLLING}, S.CONSENSUS, CLOCK, *ALL),
    step(A.FAIL, {S.POLLING}, S.NO_CONSENSUS, CLOCK, *ALL),
    step(A.LACK, {S.POLLING}, S.INVALID, CLOCK, *ALL),
    step(
        A.RETRY,
        {S.NO_CONSENSUS, S.INVALID, S.MEETING_FAILED, S.DIRECTED},
        S.DISCUSSION,
        LEAD,
        Role.RESIDENT,
        reason=True,
    ),
    step(A.REFER, {S.NO_CONSENSUS, S.SUMMARY}, S.REFERRED, LEAD, *ALL, reason=True),
    step(A.REFER, UNLAWFUL, S.REFERRED, LEAD | CHECKING, *ALL, reason=True),
    step(A.DIRECT, {S.REFERRED}, S.DIRECTED, LEAD, *ALL, reason=True),
    step(A.AWAIT, {S.CONSENSUS, S.DIRECTED}, S.AWAIT_MEETING, LEAD | CLOCK),
    step(A.PASS, {S.AWAIT_MEETING}, S.MEETING_PASSED, LEAD, Role.SUPERVISION, proof=True),
    step(A.MISS, {S.AWAIT_MEETING}, S.MEETING_FAILED, LEAD, *ALL, reason=True),
    step(A.CHECK, {S.MEETING_PASSED}, S.RESOLVING, CHECKING, Role.COMMITTEE),
    step(A.DOUBT, {S.MEETING_PASSED}, S.AWAIT_MEETING, CHECKING, Role.COMMITTEE, reason=True),
    step(A.RESOLVE, {S.CONSENSUS, S.DIRECTED}, S.RESOLVING, LEAD),
    step(A.CONCLUDE, {S.RESOLVING}, S.RESOLVED, LEAD, *ALL, proof=True),
    step(A.EVALUATE, {S.RESOLVED}, S.EVALUATED, CLOCK, *ALL),
    step(A.ARCHIVE, {S.EVALUATED}, S.ARCHIVED, LEAD),
    step(
        A.ARCHIVE,
        {S.INVALID, S.MEETING_FAILED, S.DIRECTED},
        S.ARCHIVED,
        LEAD,
        *ALL,
        reason=True,
    ),
)
