"""How a post is taken up and given back: an invitation, a second person, a term (8.2, A09)."""

import hashlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance import powers
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import THE_CLOCK, THE_OPERATOR, Actor, Community, Officer, Role
from governance.forms import Form, Question, these
from governance.lifecycle import Lifecycle, step
from governance.powers import POWERS, Involved, Verb
from governance.refusals import Refusal, Unknown

INVITATION_LIVES = timedelta(hours=72)
FIRST_SEATS = 2  # so many have nobody before them who could confirm
WARNED = (30, 7)  # days before a term ends
MORNING = time(9)


class GrantStatus(StrEnum):
    """Where the taking up of a post stands."""

    INVITED = "invited"
    CLAIMED = "claimed"
    ACTIVE = "active"
    REVOKE_ASKED = "revoke-asked"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REVOKED = "revoked"


class GrantAction(StrEnum):
    """What can be done to it."""

    CLAIM = "claim"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    EXPIRE = "expire"
    ASK_REVOKE = "ask-revoke"
    REVOKE = "revoke"
    KEEP = "keep"


S, A, R = GrantStatus, GrantAction, Role
CLAIMANT = frozenset({R.RECEIVER})  # whoever holds the link
CLOCK, OPERATOR = THE_CLOCK.offices, THE_OPERATOR.offices
INSTEAD = POWERS[Verb.APPROVE_INSTEAD]
WITNESSES = POWERS[Verb.CONFIRM_SEAT] | INSTEAD
JUDGES = POWERS[Verb.REVOKE_SEAT] | INSTEAD

LIFECYCLE = Lifecycle(
    step(A.CLAIM, {S.INVITED}, S.CLAIMED, CLAIMANT, R.RECEIVER),
    step(A.CONFIRM, {S.CLAIMED}, S.ACTIVE, WITNESSES | OPERATOR, R.RECEIVER),
    step(A.REFUSE, {S.CLAIMED}, S.REFUSED, WITNESSES, R.RECEIVER, reason=True),
    step(A.WITHDRAW, {S.INVITED}, S.WITHDRAWN, OPERATOR, R.RECEIVER),
    step(A.WITHDRAW, {S.CLAIMED}, S.WITHDRAWN, OPERATOR | CLAIMANT, R.RECEIVER, R.COMMITTEE),
    step(A.LAPSE, {S.INVITED}, S.LAPSED, CLOCK, R.COMMITTEE),
    step(A.EXPIRE, {S.ACTIVE, S.REVOKE_ASKED}, S.EXPIRED, CLOCK, R.RECEIVER, R.COMMITTEE),
    step(A.ASK_REVOKE, {S.ACTIVE}, S.REVOKE_ASKED, POWERS[Verb.ASK_REVOKE], reason=True),
    step(A.REVOKE, {S.REVOKE_ASKED}, S.REVOKED, JUDGES, R.RECEIVER, R.COMMITTEE),
    step(A.KEEP, {S.REVOKE_ASKED}, S.ACTIVE, JUDGES, R.COMMITTEE),
)
IN_OFFICE = frozenset({S.ACTIVE, S.REVOKE_ASKED})
WAITING = frozenset({S.INVITED, S.CLAIMED})
OVER = frozenset(S) - IN_OFFICE - WAITING

REASONS = {
    DialogueKind.REFUSE_SEAT: ("stranger", "unsure"),
    DialogueKind.ASK_REVOKE: ("left", "account"),
}


def _reason(kind: DialogueKind) -> Question:
    return Question(field="reason", choices=these(*REASONS[kind]), words=True)


def _seated(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return tuple(o.key for o in community.officers if o.seated)


REFUSING = Form(kind=DialogueKind.REFUSE_SEAT, questions=(_reason(DialogueKind.REFUSE_SEAT),))
REVOKING = Form(
    kind=DialogueKind.ASK_REVOKE,
    questions=(Question(field="officer", choices=_seated), _reason(DialogueKind.ASK_REVOKE)),
    confirm=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One post given to one account; of the link only a digest is known."""

    id: int = 0
    officer: str
    status: GrantStatus = GrantStatus.INVITED
    person: int = 0
    token: str
    invited_at: datetime
    expires: datetime
    claimed_at: datetime | None = None
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    ends: date | None = None
    ended_at: datetime | None = None
    asked_by: str = ""
    reason: str = ""
    version: int = 0


def digest(token: str) -> str:
    """Return what is remembered of a link, which cannot be used as one."""
    return hashlib.sha256(token.encode()).hexdigest()


def advance(
    grant: Grant, action: GrantAction, by: Actor, at: datetime, *, reason: str = ""
) -> Grant:
    """Return the grant one step further; raise NotAllowed, Refusal or Unknown where none is."""
    if grant.status in OVER:
        raise Unknown("refusal-seat-over")
    own = action is A.CLAIM or by.id == grant.person
    roles = by.offices | (CLAIMANT if own else frozenset())
    taken = LIFECYCLE.step(grant.status, action, roles)
    if taken.reason and not reason:
        raise Refusal("refusal-reason")
    moved = _written(replace(grant, status=taken.target), action, by, at)
    if action in {A.REFUSE, A.ASK_REVOKE}:
        moved = replace(moved, reason=reason)
    return replace(moved, ended_at=at) if taken.target in OVER else moved


def _written(grant: Grant, action: GrantAction, by: Actor, at: datetime) -> Grant:
    match action:
        case A.CLAIM:
            return replace(grant, person=by.id, claimed_at=at)
        case A.CONFIRM:
            return replace(grant, confirmed_by=by.officer or R.OPERATOR, confirmed_at=at)
        case A.ASK_REVOKE:
            return replace(grant, asked_by=by.officer)
        case A.KEEP:
            return replace(grant, asked_by="", reason="")
    return grant


def witnesses(community: Community, grant: Grant) -> tuple[Officer, ...]:
    """Return who may say that a claimant is the one in the file: never himself (8.2, A09)."""
    return powers.approvers(community, Verb.CONFIRM_SEAT, _concerned(grant))


def judges(community: Community, grant: Grant) -> tuple[Officer, ...]:
    """Return who decides on a revocation: supervision, never who asked or whom it concerns."""
    return powers.approvers(community, Verb.REVOKE_SEAT, _concerned(grant))


def _concerned(grant: Grant) -> Involved:
    officers = {grant.officer, grant.asked_by} - {""}
    return Involved(persons=frozenset({grant.person}), officers=frozenset(officers))


def deciders(community: Community, grant: Grant) -> tuple[Officer, ...]:
    """Return those whose word a grant waits for now."""
    if grant.status is S.CLAIMED:
        return witnesses(community, grant)
    return judges(community, grant) if grant.status is S.REVOKE_ASKED else ()


def founding(community: Community, officer: str, ever: AbstractSet[str]) -> bool:
    """Whether nobody but the operator can confirm a post: the first two, or no witness is left.

    `ever` are the posts that were ever confirmed: one that left the file counts too (8.2).
    """
    seats = {o.key: o for o in community.officers if o.offices & POWERS[Verb.CONFIRM_SEAT]}
    others = {o.key for o in community.officers} - seats.keys()
    begun = len(ever - others) >= FIRST_SEATS and any(o.seated for o in seats.values())
    return officer in seats and not begun


def last_day(community: Community, grant: Grant) -> date | None:
    """Return the last day in office, if there is one: the file's or the grant's own."""
    days = [d for d in (community.officer(grant.officer).term_ends, grant.ends) if d]
    return min(days, default=None)


def ends_at(last: date, zone: ZoneInfo) -> datetime:
    """Return the moment at which a term ends: midnight after its last day."""
    return datetime.combine(last + timedelta(days=1), time(0), zone)


def warned_at(last: date, days: int, zone: ZoneInfo) -> datetime:
    """Return the morning so many days before the last day of a term."""
    return datetime.combine(last - timedelta(days=days), MORNING, zone)
