"""Whose case it is, and whose next (D01, D02, D03, D14)."""

from dataclasses import replace

from governance.cases import (
    HANDLING,
    ON_DESK,
    WITH_SUPERVISION,
    WITH_WORKER,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseStatus,
    Urgency,
    carried_out,
)
from governance.directory import Actor, Community, Officer, Panel, Role
from governance.helpers import helps, of_grid

ON_LEAVE = "@away"  # the reason of a transfer that an officer's leave asks for
HANDLERS = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.DISPATCHER, Role.COMMITTEE})
NEVER = frozenset({Role.SUPERVISION, Role.TOWNSHIP})
# where a case lies at a desk of its own kind
APART = WITH_SUPERVISION | {CaseStatus.ESCALATED, CaseStatus.CONTESTED}


def chain(community: Community, case: Case) -> tuple[str, ...]:
    """Return those who may be asked now: worker, substitute, helpers, grid head, committee.

    The reporter's own post is left out: nobody handles what he reported himself (A09). Whoever is
    away is stood in for; while the worker is away the helpers of the grid are asked before its
    head (A06); where nobody is present, the first who took up a post at the desk.
    """
    asked = dict.fromkeys(_standing(community, key) for key in _line(community, case))
    present = tuple(key for key in asked if key and may_handle(community, case, key))
    if present:
        return present
    seated = (o.key for o in _desks(community) if o.seated and may_handle(community, case, o.key))
    return tuple(seated)[:1]


def _line(community: Community, case: Case) -> tuple[str, ...]:
    first = _routed(community, case)
    rest: tuple[str, ...] = ()
    if case.grid is not None:
        grid = community.grid(case.grid)
        first = first or grid.worker
        called = () if community.officer(grid.worker).present else of_grid(community, grid.key)
        rest = (grid.substitute, *(h.key for h in called), grid.head)
    committee = (o.key for o in _desks(community))
    return (*([first] if first else ()), *rest, *committee)


def _standing(community: Community, key: str) -> str:
    officer = community.officer(key)
    if officer.present:
        return key
    stands = officer.stand_in
    return stands if stands and community.officer(stands).present else ""


def _desks(community: Community) -> tuple[Officer, ...]:
    offices = (Role.DISPATCHER, Role.COMMITTEE)
    found = {o.key: o for role in offices for o in community.holders(role)}
    return tuple(found.values())


def panel_of(community: Community, category: str) -> Panel | None:
    """Return the sub-committee of a category, if there is one (D14)."""
    return next((p for p in community.panels if category in p.categories), None)


def may_handle(community: Community, case: Case, officer: str) -> bool:
    """Whether an officer may be asked: not its reporters, nor supervision, nor the township."""
    holder = community.officer(officer)
    # whoever entered it for somebody else reported nothing of his own (B11)
    if holder.telegram in case.reporters - {case.entered_by} or holder.offices & NEVER:
        return False
    if holder.offices & HANDLERS or helps(community, case.grid, officer):
        return True
    panel = panel_of(community, case.category)
    return panel is not None and officer in {panel.head, panel.substitute, *panel.members}


def _routed(community: Community, case: Case) -> str:
    for route in community.routes:
        if route.category == case.category and route.grid in (None, case.grid):
            return route.to
    return ""


def next_in_line(community: Community, case: Case) -> str | None:
    """Return the next to be asked after all who were asked already, or None."""
    tried = {a.officer for a in case.assignments}
    return next((key for key in chain(community, case) if key not in tried), None)


def helper_for(community: Community, case: Case) -> Officer | None:
    """Return the first helper of a case's grid who is there and may handle it, or nobody (A06)."""
    called = of_grid(community, case.grid) if case.grid else ()
    there = (community.officer(h.key) for h in called)
    return next((o for o in there if o.present and may_handle(community, case, o.key)), None)


def receivers(community: Community, case: Case, asking: str) -> tuple[Officer, ...]:
    """Return those present who can be given a case; not the one who asks."""
    return tuple(
        o
        for o in community.officers
        if o.key != asking and o.present and may_handle(community, case, o.key)
    )


def desk(community: Community, reporter: int, without: frozenset[str] = frozenset()) -> str:
    """Return the committee member at whose desk a case lies: neither its reporter nor its doer.

    Whoever is present goes first, then whoever took up the post.
    """
    others = [o for o in _desks(community) if o.telegram != reporter]
    return min(others, key=lambda o: (o.key in without, not o.present, not o.seated)).key


def second_level(community: Community, case: Case) -> str:
    """Return the head of the case's panel, else its substitute, where one is present; or none."""
    panel = panel_of(community, case.category)
    both = (panel.head, panel.substitute) if panel else ()
    present = (k for k in both if community.officer(k).present)
    return next((k for k in present if may_handle(community, case, k)), "")


def reviewer(community: Community, case: Case, without: frozenset[str] = frozenset()) -> str:
    """Return who of supervision looks at a refusal: none of its reporters; or nobody."""
    found = [
        o
        for o in community.holders(Role.SUPERVISION)
        if o.seated and o.telegram not in case.reporters and o.key not in without
    ]
    return min(found, key=lambda o: not o.present).key if found else ""


def placed(community: Community, before: Case, after: Case, action: CaseAction, by: Actor) -> Case:
    """Return the case at the desk where it lies after a step (D03, D14, A09)."""
    if after.status is before.status and action is not CaseAction.HAND_UP:
        return after
    if after.status in APART:
        return replace(after, desk=_apart(community, before, after, action, by))
    if before.status in APART and after.status in ON_DESK | WITH_WORKER:
        return replace(after, desk=desk(community, after.reporter))
    return after


def _apart(community: Community, before: Case, after: Case, action: CaseAction, by: Actor) -> str:
    if after.status in WITH_SUPERVISION:
        return reviewer(community, after) or after.desk
    if after.status is CaseStatus.CONTESTED:
        return desk(community, after.reporter, carried_out(after))
    if action is CaseAction.HAND_UP:
        return desk(community, after.reporter, frozenset({before.desk}))
    # what bounced too often is for the committee to decide, what a worker raises for the panel
    second = second_level(community, after) if by.officer else ""
    return second or desk(community, after.reporter)


def automatic(community: Community, case: Case) -> tuple[CaseAction, str] | None:
    """Return the step that follows by rule alone, and to whom; None where a human must decide.

    Every such step opens a way or goes to the committee; none closes or refuses (N19).
    """
    match case.status:
        case CaseStatus.SUBMITTED:
            return (CaseAction.ADMIT, "") if _by_rule(community, case) else None
        case CaseStatus.ACCEPTED if case.bounces < community.limits.bounces:
            return _offer(community, case)
        case CaseStatus.IN_PROGRESS if _given_up(community, case):
            return (CaseAction.ESCALATE, "")
        case CaseStatus.REOPENED:
            return _again(community, case)
    return None


def _by_rule(community: Community, case: Case) -> bool:
    """Whether no human need look first: a plain matter with a place, or an urgent one (B02)."""
    plain = community.category(case.category).automatic or case.urgency is Urgency.URGENT
    return plain and case.grid is not None and HANDLING[case.kind].dispatched


def _offer(community: Community, case: Case) -> tuple[CaseAction, str] | None:
    asked = _by_rule(community, case) or case.bounces
    to = next_in_line(community, case) if asked else None
    return (CaseAction.DISPATCH, to) if to else None


def _given_up(community: Community, case: Case) -> bool:
    current = case.current
    if current is None or current.status is not AssignmentStatus.ACCEPTED:
        return False
    alone = current.note == ON_LEAVE and _gone(community, current.officer)
    return alone or case.bounces >= community.limits.bounces


def _again(community: Community, case: Case) -> tuple[CaseAction, str] | None:
    if case.reopened > community.limits.reopenings:
        return (CaseAction.CONTEST, "")
    last = case.assignments[-1].officer
    others = chain(community, case)
    return (CaseAction.DISPATCH, next(iter(others), last) if _gone(community, last) else last)


def _gone(community: Community, officer: str) -> bool:
    return not community.officer(officer).present
