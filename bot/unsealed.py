"""What a second count can say of a secret box: its slips, its digest, how many were counted.

It shares nothing with what closed the box, and says too what nobody can prove any more.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from storage.loose import Loose

_SLIP = re.compile(r"(?<![0-9A-Z-])([0-9A-Z]{4})-([0-9A-Z]{4})(?![0-9A-Z-])")
_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_SHAPE = re.compile(r"[A-Z0-9]{8}")
LACKING = ("posted", "digest", "audit", "key")  # what there is no more of, or not yet
UNPROVEN = ("said", "whose", "close")  # of every secret ballot, whatever was found


@dataclass(frozen=True, slots=True)
class Posted:
    """What was read in the group: slips and digest, copied into a file by whoever doubts."""

    slips: Counter[str]
    digests: frozenset[str]


def posted(words: str) -> Posted:
    """Find slips and digest in whatever was copied; all else in it is passed over."""
    found = ("".join(halves) for halves in _SLIP.findall(words))
    return Posted(Counter(found), frozenset(_DIGEST.findall(words)))


def digest(marks: Collection[Mapping[str, int]], slips: Collection[str]) -> str:
    """Reckon the digest of a box anew: SHA-256 of its sorted votes and its sorted slips."""
    box = [sorted([[o, n] for o, n in sorted(each.items())] for each in marks), sorted(slips)]
    return hashlib.sha256(json.dumps(box, ensure_ascii=False).encode()).hexdigest()


def differences(box: Loose, result: Mapping[str, Any], seen: Posted | None) -> list[str]:
    """Return where the two lists, the result, the audit and what was posted do not agree."""
    return [place for place, wrong in _found(box, result, seen) if wrong]


def _found(
    box: Loose, result: Mapping[str, Any], seen: Posted | None
) -> Iterator[tuple[str, bool]]:
    reckoned, every = digest(box.marks, box.slips), Counter(box.slips)
    turnout, roll = (result["whole"][what]["heads"] for what in ("taking_part", "roll"))
    yield "slips: count", len(box.slips) + int(result["entered"]) != len(box.marks)
    yield "slips: doubled", max(every.values(), default=1) > 1
    yield "slips: form", not all(_SHAPE.fullmatch(each) for each in box.slips)
    yield "envelopes: turnout", not len(box.marks) == turnout <= roll
    yield "envelopes: left", box.left > 0
    if box.noted:
        yield "envelopes: counted", box.noted.get("votes") != len(box.marks)
        yield "digest: audit", box.noted.get("digest") != reckoned
    if "handed" in result:  # older results do not know it
        yield "papers: handed", result["handed"] != box.handed
    if box.counted is not None:
        yield "papers: counted", result["entered"] != box.counted
    if seen is not None:
        yield "slips: posted", seen.slips != every
        yield "digest: posted", bool(seen.digests) and seen.digests != {reckoned}


def unproven(box: Loose, seen: Posted | None) -> list[str]:
    """Return what cannot be said: of every secret ballot, and for want of something of this."""
    there = (seen is not None, seen is None or bool(seen.digests), bool(box.noted), box.shredded)
    return [*UNPROVEN, *(name for name, has in zip(LACKING, there, strict=True) if not has)]
