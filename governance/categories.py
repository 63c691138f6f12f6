"""What a text is about, by the community's own words (B20); it proposes, the resident or the dispatcher decides."""

from collections.abc import Callable
from dataclasses import dataclass

from governance import places
from governance.directory import Category, Community

Segmenter = Callable[[str], list[str]]
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood: None where the text does not say it clearly."""

    category: str | None
    building: str | None


def read(text: str, community: Community, segment: Segmenter) -> Reading:
    """Return category and building of a text; the place is taken out first, it often sounds like a topic."""
    place = places.find(text, community)
    if place.span:
        rest = f"{text[: place.span[0]]} {text[place.span[1] :]}"
    else:
        rest = text
    return Reading(category=classify(rest, community, segment), building=place.building)


def classify(text: str, community: Community, segment: Segmenter) -> str | None:
    """Return the category whose words weigh most; None where no word or no single best is found."""
    words = {w.lower() for w in segment(text)}
    scores = {c.key: _score(c, text.lower(), words) for c in community.categories}
    best = max(scores.values(), default=0)
    first = [key for key, score in scores.items() if score == best]
    return first[0] if best and len(first) == 1 else None


def _score(category: Category, text: str, words: set[str]) -> int:
    """Weigh a hit by its length; words of two letters count only where the segmenter cut them so."""
    hits = {w for w in map(str.lower, category.words) if w in words or (len(w) > 2 and w in text)}
    return sum(len(w) for w in hits)
