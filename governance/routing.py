"""Whose case it is, and whose next (D01, D02, D03)."""

from governance.cases import AssignmentStatus, Case, CaseAction, CaseStatus
from governance.directory import Community, Officer, Role


def chain(community: Community, case: Case) -> tuple[str, ...]:
    """Return those who may be asked, in order: routed worker, substitute, grid head, committee.

    The reporter's own post is left out: nobody handles what he reported himself (A09).
    """
    first = _routed(community, case)
    rest: tuple[str, ...] = ()
    if case.grid is not None:
        grid = community.grid(case.grid)
        first = first or grid.worker
        rest = (grid.substitute, grid.head)
    committee = (o.key for r in (Role.DISPATCHER, Role.COMMITTEE) for o in community.holders(r))
    asked = dict.fromkeys((*([first] if first else ()), *rest, *committee))
    return tuple(key for key in asked if may_handle(community, case, key))


def may_handle(community: Community, case: Case, officer: str) -> bool:
    """Whether an officer may be asked to handle a case: never its reporter, never supervision."""
    holder = community.officer(officer)
    return holder.telegram != case.reporter and Role.SUPERVISION not in holder.offices


def _routed(community: Community, case: Case) -> str:
    for route in community.routes:
        if route.category == case.category and route.grid in (None, case.grid):
            return route.to
    return ""


def next_in_line(community: Community, case: Case) -> str | None:
    """Return the next to be asked after all who were asked already, or None."""
    tried = {a.officer for a in case.assignments}
    return next((key for key in chain(community, case) if key not in tried), None)


def receivers(community: Community, case: Case, asking: str) -> tuple[Officer, ...]:
    """Return those who can be given a case: workers, heads, committee; not the one who asks."""
    return tuple(
        o for o in community.officers if o.key != asking and may_handle(community, case, o.key)
    )


def desk(community: Community, reporter: int, without: frozenset[str] = frozenset()) -> str:
    """Return the committee member at whose desk a case lies: neither its reporter nor its doer."""
    both = [*community.holders(Role.DISPATCHER), *community.holders(Role.COMMITTEE)]
    others = [o for o in both if o.telegram != reporter]
    free = [o for o in others if o.key not in without]
    return (free or others)[0].key


def automatic(community: Community, case: Case) -> tuple[CaseAction, str] | None:
    """Return the step that follows by rule alone, and to whom; None where a human must decide.

    Every such step opens a way or goes to the committee; none closes or refuses (N19).
    """
    limits = community.limits
    if case.status is CaseStatus.SUBMITTED:
        plain = community.category(case.category).automatic and case.grid is not None
        return (CaseAction.ADMIT, "") if plain else None
    if case.status is CaseStatus.ACCEPTED and case.bounces < limits.bounces:
        return _offer(community, case)
    if case.status is CaseStatus.IN_PROGRESS and case.bounces >= limits.bounces:
        settled = case.assignments[-1].status is AssignmentStatus.ACCEPTED
        return (CaseAction.ESCALATE, "") if settled else None
    if case.status is CaseStatus.REOPENED:
        if case.reopened > limits.reopenings:
            return (CaseAction.CONTEST, "")
        return (CaseAction.DISPATCH, case.assignments[-1].officer)
    return None


def _offer(community: Community, case: Case) -> tuple[CaseAction, str] | None:
    by_rule = community.category(case.category).automatic and case.grid is not None
    to = next_in_line(community, case) if by_rule or case.bounces else None
    return (CaseAction.DISPATCH, to) if to else None
