"""What words show of a matter: its kind, how much it presses, danger, a dispute (B02, B04, N16).

A cue is a proposal: the resident sees it and changes it by a tap, the desk with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from governance.cases import CaseKind, Urgency
from governance.sayings import Said, Segmenter

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words themselves; of several kinds that are found the first in the table counts."""

    kinds: Mapping[CaseKind, Words] = field(default_factory=dict)
    urgencies: Mapping[Urgency, Words] = field(default_factory=dict)
    danger: Words = ()
    dispute: Words = ()
    longer: Words = ()  # words that hold one of these and mean something else


NO_CUES = Cues()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a text shows besides category and place."""

    kind: CaseKind = CaseKind.SERVICE
    urgency: Urgency = Urgency.PAINFUL
    danger: bool = False
    dispute: bool = False


PLAIN = Signs()


def signs(text: str, cues: Cues, segment: Segmenter = list) -> Signs:
    """Return what a text shows; danger to life is a hazard that cannot wait (N16)."""
    said = Said(text, segment, cues.longer)
    dispute = _any(cues.dispute, said)
    if _any(cues.danger, said):
        return Signs(kind=CaseKind.HAZARD, urgency=Urgency.URGENT, danger=True, dispute=dispute)
    kinds = (kind for kind, words in cues.kinds.items() if _any(words, said))
    urgencies = (urgency for urgency, words in cues.urgencies.items() if _any(words, said))
    return Signs(
        kind=next(kinds, PLAIN.kind),
        urgency=next(urgencies, PLAIN.urgency),
        dispute=dispute,
    )


def _any(words: Words, said: Said) -> bool:
    return any(said.held(words))
