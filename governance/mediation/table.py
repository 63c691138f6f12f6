"""The steps of a dispute, as a table (8.4); the table of powers says which offices (A08)."""

from collections.abc import Iterator

from governance.directory import THE_CLOCK, Role
from governance.lifecycle import Lifecycle, Step, step
from governance.mediation.states import OPEN, DisputeAction, DisputeStatus
from governance.powers import POWERS, Verb

S, A = DisputeStatus, DisputeAction

TOWNSHIP = frozenset({Role.TOWNSHIP})  # has the role only where it stands in (D17)
HEAD = POWERS[Verb.ASSIGN_DISPUTE] | TOWNSHIP
HANDLERS = POWERS[Verb.HANDLE_DISPUTE] | TOWNSHIP
LOWERING = POWERS[Verb.LOWER_FLAG] | TOWNSHIP
REPORTER = frozenset({Role.REPORTER})
MEDIATOR = frozenset({Role.ASSIGNEE})
CLOCK = THE_CLOCK.offices


def _staying(
    action: DisputeAction, by: frozenset[Role], *tells: Role, reason: bool = False
) -> Iterator[Step[DisputeStatus, DisputeAction]]:
    """Write a row for each open status: the dispute stays where it is."""
    for status in DisputeStatus:
        if status in OPEN:
            yield step(action, {status}, status, by, *tells, reason=reason)


LIFECYCLE = Lifecycle(
    *_staying(A.ACKNOWLEDGE, HANDLERS, Role.REPORTER),
    step(A.ASK_CONSENT, {S.REPORTED}, S.CONSENT_ASKED, HEAD),
    step(A.AGREE, {S.CONSENT_ASKED}, S.MEDIATOR_ASKED, REPORTER),
    step(A.AGREE, {S.CONSENT_ASKED}, S.MEDIATOR_ASKED, CLOCK),
    step(A.REFUSE, {S.CONSENT_ASKED}, S.NO_CONSENT, REPORTER, Role.COMMITTEE),
    step(A.ACCEPT, {S.MEDIATOR_ASKED}, S.ASSIGNED, MEDIATOR, Role.REPORTER),
    step(A.DECLINE, {S.MEDIATOR_ASKED}, S.CONSENT_ASKED, MEDIATOR, Role.REPORTER, reason=True),
    step(A.PASS_ON, {S.MEDIATOR_ASKED}, S.CONSENT_ASKED, CLOCK, Role.REPORTER),
    step(
        A.VACATE,
        {S.MEDIATOR_ASKED, S.ASSIGNED},
        S.CONSENT_ASKED,
        CLOCK,
        Role.REPORTER,
        Role.COMMITTEE,
    ),
    step(A.CONTACT, {S.ASSIGNED}, S.ASSIGNED, MEDIATOR, Role.REPORTER, reason=True),
    *_staying(A.REPLY, REPORTER, Role.ASSIGNEE, reason=True),
    *_staying(A.RECORD, HANDLERS, reason=True),
    step(A.REFER, OPEN, S.REFERRED, HANDLERS, Role.REPORTER, reason=True),
    *_staying(A.LOWER, LOWERING, Role.REPORTER, reason=True),
    *_staying(A.RAISE, HANDLERS | REPORTER),
    step(A.WITHDRAW, OPEN, S.WITHDRAWN, REPORTER, Role.ASSIGNEE),
    *_staying(A.ASK_WITHDRAWAL, REPORTER, Role.COMMITTEE),
    step(A.LET_WITHDRAW, OPEN, S.WITHDRAWN, HEAD, Role.REPORTER, reason=True),
)
