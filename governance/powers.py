"""What an office may do: one table, role by verb, in powers that exclude each other (A08, D17)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from governance.cases import AssignmentStatus, Case, CaseAction
from governance.directory import Actor, Community, Officer, Role
from governance.refusals import NotAllowed


class Power(StrEnum):
    """What kind of power a verb is; the first three exclude each other (A08)."""

    DECIDE = "decide"  # the residents' assembly decides; the bot records and never exercises it
    EXECUTE = "execute"
    SUPERVISE = "supervise"
    WITNESS = "witness"  # a second person vouches; nothing is executed and nothing judged
    READ = "read"
    SELF = "self"  # what somebody does with his own duty


class Verb(StrEnum):
    """What an office may do, other than a step of a case."""

    RESOLVE_MATTER = "resolve-matter"
    APPLY_FILE = "apply-file"
    INVITE_OFFICER = "invite-officer"
    CONFIRM_FIRST = "confirm-first"
    BIND_CHAT = "bind-chat"
    ASK_REVOKE = "ask-revoke"
    VERIFY_RESIDENT = "verify-resident"
    REFUSE_RESIDENT = "refuse-resident"
    SUSPEND_RESIDENT = "suspend-resident"
    MOVE_RESIDENT = "move-resident"
    CORRECT_CASE = "correct-case"
    KEEP_OPEN = "keep-open"
    GRANT_LEAVE = "grant-leave"
    ASSIGN_DISPUTE = "assign-dispute"
    HANDLE_DISPUTE = "handle-dispute"
    LOWER_FLAG = "lower-flag"
    ANSWER_RELAY = "answer-relay"
    LEAD_TOPIC = "lead-topic"
    LEAD_GROUP = "lead-group"
    SEND_URGENT = "send-urgent"
    HOLD_BALLOT = "hold-ballot"
    ENTER_VOTE = "enter-vote"
    DRAFT_DISCLOSURE = "draft-disclosure"
    APPROVE_DISCLOSURE = "approve-disclosure"
    ANSWER_OPINION = "answer-opinion"
    REVOKE_SEAT = "revoke-seat"
    KEEP_SEAT = "keep-seat"
    COUNTERSIGN = "countersign"
    CERTIFY_BALLOT = "certify-ballot"
    CHECK_DISCLOSURE = "check-disclosure"
    SEE_AUDIT = "see-audit"
    SUPERVISE = "supervise"
    GIVE_OPINION = "give-opinion"
    LET_AHEAD = "let-ahead"
    CONFIRM_SEAT = "confirm-seat"
    REFUSE_SEAT = "refuse-seat"
    CONFIRM_VOTE = "confirm-vote"
    APPROVE_INSTEAD = "approve-instead"
    SEE_DESK = "see-desk"
    READ_CASE = "read-case"
    SEE_ROSTER = "see-roster"
    SEE_POSTS = "see-posts"
    SEE_LEDGER = "see-ledger"
    SEE_WATCH = "see-watch"
    SEE_HOUSEHOLDS = "see-households"
    TAKE_LEAVE = "take-leave"
    SEE_TASKS = "see-tasks"
    RECEIVE_REFERRAL = "receive-referral"


V, P, R = Verb, Power, Role

ON_DUTY = (R.GRID_WORKER, R.HELPER, R.GRID_HEAD, R.DISPATCHER, R.COMMITTEE, R.MEDIATOR)
_ROWS: tuple[tuple[Verb, Power, tuple[Role, ...]], ...] = (
    (V.RESOLVE_MATTER, P.DECIDE, ()),
    (V.APPLY_FILE, P.EXECUTE, (R.OPERATOR,)),
    (V.INVITE_OFFICER, P.EXECUTE, (R.OPERATOR,)),
    (V.CONFIRM_FIRST, P.EXECUTE, (R.OPERATOR,)),
    (V.BIND_CHAT, P.EXECUTE, (R.COMMITTEE,)),
    (V.ASK_REVOKE, P.EXECUTE, (R.COMMITTEE,)),
    (V.VERIFY_RESIDENT, P.EXECUTE, (R.GRID_WORKER, R.COMMITTEE)),
    (V.REFUSE_RESIDENT, P.EXECUTE, (R.COMMITTEE,)),
    (V.SUSPEND_RESIDENT, P.EXECUTE, (R.COMMITTEE,)),
    (V.MOVE_RESIDENT, P.EXECUTE, (R.COMMITTEE,)),
    (V.CORRECT_CASE, P.EXECUTE, (R.DISPATCHER, R.COMMITTEE)),
    (V.KEEP_OPEN, P.EXECUTE, (R.DISPATCHER, R.COMMITTEE)),
    (V.GRANT_LEAVE, P.EXECUTE, (R.GRID_HEAD, R.COMMITTEE)),
    (V.ASSIGN_DISPUTE, P.EXECUTE, (R.COMMITTEE,)),
    (V.HANDLE_DISPUTE, P.EXECUTE, (R.COMMITTEE, R.MEDIATOR)),
    (V.LOWER_FLAG, P.EXECUTE, (R.COMMITTEE, R.MEDIATOR)),
    (V.ANSWER_RELAY, P.EXECUTE, ON_DUTY),
    (V.LEAD_TOPIC, P.EXECUTE, (R.COMMITTEE,)),
    (V.LEAD_GROUP, P.EXECUTE, (R.GROUP_HEAD,)),
    (V.SEND_URGENT, P.EXECUTE, (R.COMMITTEE,)),
    (V.HOLD_BALLOT, P.EXECUTE, (R.COMMITTEE,)),
    (V.ENTER_VOTE, P.EXECUTE, (R.GRID_WORKER, R.COMMITTEE)),
    (V.DRAFT_DISCLOSURE, P.EXECUTE, (R.COMMITTEE, R.GRID_WORKER)),
    (V.APPROVE_DISCLOSURE, P.EXECUTE, (R.COMMITTEE,)),
    (V.ANSWER_OPINION, P.EXECUTE, (R.COMMITTEE,)),
    (V.REVOKE_SEAT, P.SUPERVISE, (R.SUPERVISION,)),
    (V.KEEP_SEAT, P.SUPERVISE, (R.SUPERVISION,)),
    (V.COUNTERSIGN, P.SUPERVISE, (R.SUPERVISION,)),
    (V.CERTIFY_BALLOT, P.SUPERVISE, (R.SUPERVISION,)),
    (V.CHECK_DISCLOSURE, P.SUPERVISE, (R.SUPERVISION,)),
    (V.SEE_AUDIT, P.SUPERVISE, (R.SUPERVISION,)),
    (V.SUPERVISE, P.SUPERVISE, (R.SUPERVISION,)),
    (V.GIVE_OPINION, P.SUPERVISE, (R.SUPERVISION,)),
    (V.LET_AHEAD, P.SUPERVISE, (R.SUPERVISION,)),
    (V.CONFIRM_SEAT, P.WITNESS, (R.COMMITTEE, R.SUPERVISION)),
    (V.REFUSE_SEAT, P.WITNESS, (R.COMMITTEE, R.SUPERVISION)),
    (V.CONFIRM_VOTE, P.WITNESS, (R.GRID_WORKER, R.COMMITTEE, R.SUPERVISION)),
    (V.APPROVE_INSTEAD, P.WITNESS, (R.TOWNSHIP,)),
    (V.SEE_DESK, P.READ, (R.DISPATCHER, R.COMMITTEE, R.SUPERVISION)),
    (
        V.READ_CASE,
        P.READ,
        (R.GRID_WORKER, R.GRID_HEAD, R.DISPATCHER, R.COMMITTEE, R.SUPERVISION),
    ),
    (V.SEE_ROSTER, P.READ, (R.GRID_WORKER, R.COMMITTEE)),
    (V.SEE_POSTS, P.READ, (R.COMMITTEE, R.SUPERVISION)),
    (V.SEE_LEDGER, P.READ, (R.COMMITTEE, R.SUPERVISION)),
    (V.SEE_WATCH, P.READ, (R.DISPATCHER, R.COMMITTEE)),
    (V.SEE_HOUSEHOLDS, P.READ, (R.HELPER, R.GRID_HEAD, R.COMMITTEE)),
    (V.TAKE_LEAVE, P.SELF, ON_DUTY),
    (V.SEE_TASKS, P.SELF, ON_DUTY),
    (V.RECEIVE_REFERRAL, P.SELF, (R.TOWNSHIP,)),
)
POWERS: Mapping[Verb, frozenset[Role]] = {verb: frozenset(roles) for verb, _, roles in _ROWS}
POWER_OF: Mapping[Verb, Power] = {verb: power for verb, power, _ in _ROWS}

# offices whose verb reaches only what is theirs: a worker's own grids, what he was asked to do,
# a helper's own households, a head's own grids, a group's head his own group
ONLY_OWN: Mapping[Verb, frozenset[Role]] = {
    V.READ_CASE: frozenset({R.GRID_WORKER}),
    V.LEAD_GROUP: frozenset({R.GROUP_HEAD}),
    V.SEE_HOUSEHOLDS: frozenset({R.HELPER, R.GRID_HEAD}),
}

REFUSED: Mapping[Power, str] = {
    P.DECIDE: "refusal-decide",
    P.EXECUTE: "refusal-execute",
    P.SUPERVISE: "refusal-supervise",
    P.WITNESS: "refusal-witness",
    P.READ: "refusal-read",
    P.SELF: "refusal-on-duty",
}

# what a secretary who is chair as well never does alone (A15)
COUNTERSIGNED: frozenset[Verb | CaseAction] = frozenset(
    {V.ASK_REVOKE, CaseAction.ANSWER, CaseAction.DECLINE}
)


def may(actor: Actor, verb: Verb) -> bool:
    """Whether an office of this actor has the verb."""
    return bool(POWERS[verb] & actor.offices)


def require(actor: Actor, verb: Verb) -> None:
    """Raise NotAllowed unless an office of this actor has the verb (A08)."""
    if not may(actor, verb):
        raise NotAllowed(REFUSED[POWER_OF[verb]])


def reads(community: Community, case: Case, actor: Actor) -> bool:
    """Whether somebody in office reads the whole of a case: a worker his own alone (N21)."""
    verb = V.READ_CASE
    far = POWERS[verb] - ONLY_OWN[verb]
    if _was_asked(case, actor.officer) or actor.offices & far:
        return True
    return may(actor, verb) and _keeps(community, case, actor.officer)


def _was_asked(case: Case, officer: str) -> bool:
    """Whether an officer answers for a case, did, is asked to, or records what came of it."""
    current = case.current
    asked = {case.recorder, *(a.officer for a in case.assignments)}
    if current and current.status is AssignmentStatus.TRANSFER_PENDING:
        asked.add(current.receiver)
    return officer in asked - {""}


def _keeps(community: Community, case: Case, officer: str) -> bool:
    """Whether an officer keeps the grid of a case, or stands in there."""
    if case.grid is None:
        return False
    grid = community.grid(case.grid)
    keepers = {grid.worker, grid.substitute}
    return officer in keepers | {community.officer(key).stand_in for key in keepers}


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """Who drafted or carried out an object, or is concerned by it: by account and by post."""

    persons: frozenset[int] = frozenset()
    officers: frozenset[str] = frozenset()


def conflicted(actor: Actor, involved: Involved) -> bool:
    """Whether this actor may not approve, verify or tally what he had a hand in (A09)."""
    return actor.id in involved.persons or (
        bool(actor.officer) and actor.officer in involved.officers
    )


def approvers(community: Community, verb: Verb, involved: Involved) -> tuple[Officer, ...]:
    """Return who may approve; where nobody without a conflict is left, the township (A09)."""
    free = _free(community, POWERS[verb], involved)
    return free or _free(community, POWERS[V.APPROVE_INSTEAD], involved)


def _free(community: Community, roles: frozenset[Role], involved: Involved) -> tuple[Officer, ...]:
    return tuple(
        o
        for o in community.officers
        if o.seated
        and o.offices & roles
        and o.telegram not in involved.persons
        and o.key not in involved.officers
    )


def needs_countersign(community: Community, officer: str, verb: Verb | CaseAction) -> bool:
    """Whether supervision must sign too, since secretary and chair are one person here (A15)."""
    alone = any(o.key == officer and o.one_shoulder for o in community.officers)
    return alone and verb in COUNTERSIGNED
