"""What a text is about by the community's own words (B20); resident or dispatcher decides."""

from dataclasses import dataclass
from functools import lru_cache

from governance import cues, places
from governance.cases import CaseKind, Urgency
from governance.cues import NO_CUES, Cues
from governance.directory import Community
from governance.sayings import Said, Segmenter
from governance.subjects import Category, CategoryGroup

SHORT = 2
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood: None where the text does not say it clearly."""

    category: str | None
    building: str | None
    kind: CaseKind = CaseKind.SERVICE
    urgency: Urgency = Urgency.PAINFUL
    danger: bool = False
    dispute: bool = False


NOTHING = Reading(category=None, building=None)


def read(text: str, community: Community, segment: Segmenter, words: Cues = NO_CUES) -> Reading:
    """Return what a text says; what names the place does not count as a topic."""
    place = places.find(text, community)
    said = text[slice(*place.span)] if place.span else ""
    rest = text.replace(said, " ") if said else text
    shown = cues.signs(text, words, segment)
    return Reading(
        category=classify(rest, community, segment),
        building=place.building,
        kind=shown.kind,
        urgency=shown.urgency,
        danger=shown.danger,
        dispute=shown.dispute,
    )


def offered(community: Community, group: str) -> tuple[Category, ...]:
    """Return what the keyboard offers of a group, or what stands beside the groups (B20).

    The last is always the category for all else.
    """
    here = [c for c in community.categories if c.group == group and c.key != OTHER]
    return (*here, *(c for c in community.categories if c.key == OTHER))


def groups(community: Community) -> tuple[CategoryGroup, ...]:
    """Return the groups that hold a category, in the order of the file; the first level."""
    used = {c.group for c in community.categories if c.key != OTHER}
    return tuple(g for g in community.groups if g.key in used)


def classify(text: str, community: Community, segment: Segmenter) -> str | None:
    """Return the category whose words weigh most; None where none is found or the best is tied."""
    cut = segment(text)
    said, words = Said(text, lambda _: cut), {w.lower() for w in cut}
    edges = {edge for w in words for n in range(1, SHORT + 1) for edge in (w[:n], w[-n:])}
    scores = {c.key: _score(c, said, edges) for c in community.categories}
    best = max(scores.values(), default=0)
    first = [key for key, score in scores.items() if score == best]
    return first[0] if best and len(first) == 1 else None


def _score(category: Category, said: Said, edges: set[str]) -> int:
    """Weigh hits by length; a word of two letters counts only at the edge of a word as cut.

    A longer one counts unless its signs only happen to stand together there.
    """
    long, short = _by_length(category.words)
    return sum(map(len, said.held(long))) + sum(map(len, short & edges))


@lru_cache(maxsize=1_024)  # the same few lists for every text
def _by_length(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return those of more than two letters, and the others; each once, in small letters."""
    small = frozenset(map(str.lower, words))
    short = frozenset(w for w in small if len(w) <= SHORT)
    return small - short, short
