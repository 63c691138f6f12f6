"""Who helps in a grid, when a helper is asked, and who reads whose households he has (A06)."""

from governance.directory import Actor, Community, Grid, Role
from governance.households import Helper, Household
from governance.powers import ONLY_OWN, POWERS, Verb
from governance.roster import Roster


def of_grid(community: Community, grid: str) -> tuple[Helper, ...]:
    """Return the helpers of a grid, in the order of the file."""
    return tuple(h for h in community.helpers if h.grid == grid)


def of_officer(community: Community, officer: str) -> Helper | None:
    """Return what an officer does as a helper, if he is one."""
    return next((h for h in community.helpers if h.key == officer), None)


def helps(community: Community, grid: str | None, officer: str) -> bool:
    """Whether an officer is a helper of this grid."""
    found = of_officer(community, officer)
    holds = Role.HELPER in community.officer(officer).offices
    return found is not None and found.grid == grid and holds


def named_to(community: Community, grid: Grid, by: Actor, homes: frozenset[str]) -> bool:
    """Whether somebody reads who helps in a grid: who lives there, keeps it, or reads more."""
    if homes & set(grid.buildings):
        return True
    keeps = bool(by.officer) and by.officer in {grid.worker, grid.substitute}
    return keeps or any(reads(community, h, by) for h in of_grid(community, grid.key))


def reads(community: Community, helper: Helper, by: Actor) -> bool:
    """Whether somebody reads the households: he himself, the grid's head, the committee (N06)."""
    roles = by.offices & POWERS[Verb.SEE_HOUSEHOLDS]
    if roles - ONLY_OWN[Verb.SEE_HOUSEHOLDS]:
        return True
    heads = Role.GRID_HEAD in roles and community.grid(helper.grid).head == by.officer
    return heads or (Role.HELPER in roles and helper.key == by.officer)


def unlisted(community: Community, roster: Roster) -> tuple[tuple[str, Household], ...]:
    """Return the households that the roster of flats does not have, each with its helper."""
    known = {(unit.building, unit.door) for unit in roster.units}
    return tuple(
        (helper.key, home)
        for helper in community.helpers
        for home in helper.households
        if (home.building, home.door) not in known
    )
