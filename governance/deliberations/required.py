"""How much of one topic is required: fewer of a few neighbours, more where its kind says so."""

from dataclasses import replace

from governance.deliberations.topic import Topic
from governance.directory import Community
from governance.procedure import Entry, Requirements


def required(community: Community, topic: Topic) -> Requirements:
    """Return the community's numbers as they hold for a topic.

    Of a building or a grid fewer are enough (A11); its kind may want more than is usual (E02).
    """
    found = community.deliberation
    if topic.node:
        found = replace(
            found,
            seconds=min(found.seconds, found.near_seconds),
            statements=min(found.statements, found.near_statements),
        )
    kind = entry(community, topic)
    if kind is None:
        return found
    return replace(
        found,
        days=max(found.days, kind.days),
        statements=max(found.statements, kind.statements),
        stages=frozenset(kind.stages),
        participants=frozenset(kind.participants),
    )


def entry(community: Community, topic: Topic) -> Entry | None:
    """Return the kind of matter that a topic is; None where no entry was chosen, or it is gone."""
    return next((e for e in community.catalogue if topic.entry and e.key == topic.entry), None)
