"""How much of one topic is required: fewer of a few neighbours, more where its kind says so."""

from dataclasses import replace

from governance.deliberations.topic import Topic
from governance.directory import Community
from governance.procedure import Requirements


def required(community: Community, topic: Topic) -> Requirements:
    """Return the community's numbers, as they hold for a building's or a grid's topic (A11)."""
    usual = community.deliberation
    if not topic.node:
        return usual
    return replace(
        usual,
        seconds=min(usual.seconds, usual.near_seconds),
        statements=min(usual.statements, usual.near_statements),
    )
