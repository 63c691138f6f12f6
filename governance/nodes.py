"""The neighbours of one building or one grid, where a topic is theirs alone (A11)."""

from enum import StrEnum

from governance.directory import Community


class Reach(StrEnum):
    """How far a topic reaches; the first is everybody's."""

    COMMUNITY = "community"
    GRID = "grid"
    BUILDING = "building"


EVERYBODYS = ""  # a topic of the whole community


def node(community: Community, reach: str, building: str) -> str:
    """Return what a topic of this reach keeps, from somewhere in this building."""
    match reach:
        case Reach.BUILDING:
            return f"{Reach.BUILDING}:{building}"
        case Reach.GRID:
            return f"{Reach.GRID}:{community.grid_of(building).key}"
    return EVERYBODYS


def buildings(community: Community, node: str) -> frozenset[str]:
    """Return the buildings of a node; none of a grid that has left the file."""
    kind, _, key = node.partition(":")
    if kind == Reach.BUILDING:
        return frozenset({key})
    grids = (g for g in community.grids if not node or g.key == key)
    return frozenset(b for g in grids for b in g.buildings)


def name(community: Community, node: str) -> str:
    """Return how a node is called; its key where it has left the file, nothing of everybody's."""
    kind, _, key = node.partition(":")
    named = community.buildings if kind == Reach.BUILDING else community.grids
    return next((each.name for each in named if each.key == key), key)
