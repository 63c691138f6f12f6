"""The head of a residents' group opens topics, notices and surveys of his own group alone (A10).

Two themes are his; the committee admits and leads what he opens, as it does with anybody's.
That he is chosen or recalled is nothing that happens here (N01).
"""

from enum import StrEnum

from governance.deliberations.topic import Topic
from governance.directory import Actor, Community
from governance.nodes import Reach
from governance.powers import Verb, may


class Theme(StrEnum):
    """What a group's head may put before his group."""

    ECONOMY = "economy"  # 集体经济管理
    ORDER = "order"  # 公共秩序和卫生维护


def own(community: Community, actor: Actor) -> tuple[str, ...]:
    """Return the grids whose group somebody heads; none without the office."""
    if not may(actor, Verb.LEAD_GROUP):
        return ()
    return tuple(g.key for g in community.grids if actor.officer and g.leader == actor.officer)


def node(grid: str) -> str:
    """Return the node of a group: a topic of its grid."""
    return f"{Reach.GRID}:{grid}"


def heads(community: Community, actor: Actor, topic: Topic) -> bool:
    """Whether a topic is one that somebody opened as the head of the group it belongs to."""
    mine = topic.node in {node(grid) for grid in own(community, actor)}
    return bool(topic.theme) and topic.lead == actor.officer and mine
