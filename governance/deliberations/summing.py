"""What a summary must answer: who is for, against, on which condition, and what nobody has met."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from governance.deliberations.statements import SIDES, Statement
from governance.deliberations.topic import Topic
from governance.refusals import Refusal


class Part(StrEnum):
    """One part of a summary; none is left open."""

    FOR = "for"
    AGAINST = "against"
    CONDITION = "condition"
    UNRESOLVED = "unresolved"


NOBODY = "nobody"  # said in so many words: an empty part is no oversight
EMPTY = "—"
Counts = Mapping[str, int]


def heard(topic: Topic, said: Iterable[Statement]) -> Counts:
    """Return how many statements of this round each part must answer; unmet objections too."""
    began = topic.discussed_from
    of_round = [s for s in said if s.shown and began is not None and s.at >= began]
    counts = {str(s): sum(each.stance is s for each in of_round) for s in SIDES}
    return {**counts, Part.UNRESOLVED: len(topic.standing_objections)}


def check(parts: Mapping[str, str], had: Counts) -> None:
    """Raise Refusal where a part is missing, or says "nobody" where somebody spoke (E05)."""
    for part in Part:
        said = parts.get(part, "")
        if not said:
            raise Refusal("refusal-summary-part", part=str(part))
        if said == NOBODY and had.get(part, 0):
            raise Refusal("refusal-summary-nobody", part=str(part), count=had[part])


def words(parts: Mapping[str, str]) -> str:
    """Return what a summary says, in its order, as one text."""
    said = [parts[p] for p in Part if parts.get(p, NOBODY) != NOBODY]
    return "\n".join(said) or EMPTY
