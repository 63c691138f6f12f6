"""A lifecycle is a table: guard, keyboard, notices, diagram and test matrix in one."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from governance.directory import Role
from governance.refusals import NotAllowed

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[S, A]):
    """One row: from `sources` to `target` by any of `by`; `tells` are those who hear of it."""

    action: A
    sources: frozenset[S]
    target: S
    by: frozenset[Role]
    tells: tuple[Role, ...] = ()
    reason: bool = False
    proof: bool = False


def step(  # noqa: PLR0913 -- one argument a column of the table
    action: A,
    sources: AbstractSet[S],
    target: S,
    by: frozenset[Role],
    *tells: Role,
    reason: bool = False,
    proof: bool = False,
) -> Step[S, A]:
    """Write one row of a table."""
    return Step(
        action=action,
        sources=frozenset(sources),
        target=target,
        by=by,
        tells=tells,
        reason=reason,
        proof=proof,
    )


class Lifecycle(Generic[S, A]):
    """The steps of one kind of object."""

    def __init__(self, *steps: Step[S, A]) -> None:
        self.steps = steps

    def step(self, status: S, action: A, roles: AbstractSet[Role]) -> Step[S, A]:
        """Return the step that these roles may take; raise NotAllowed where the table has none."""
        here = [s for s in self.steps if status in s.sources]
        for each in here:
            if each.action is action and each.by & roles:
                return each
        if any(each.action is action for each in here):
            raise NotAllowed("refusal-not-yours")
        raise NotAllowed("refusal-not-allowed" if here else "refusal-closed")

    def choices(self, status: S, roles: AbstractSet[Role]) -> tuple[A, ...]:
        """Return the actions open to these roles, in the order of the table."""
        found = (s.action for s in self.steps if status in s.sources and s.by & roles)
        return tuple(dict.fromkeys(found))

    def reached(self, start: S) -> frozenset[S]:
        """Return every status that can be reached from one."""
        seen, fresh = {start}, {start}
        while fresh:
            fresh = {s.target for s in self.steps if s.sources & fresh} - seen
            seen |= fresh
        return frozenset(seen)
