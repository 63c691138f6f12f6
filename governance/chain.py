"""The audit chain: whoever changes, removes or slips in an entry afterwards breaks it there.

Only commitments to the details are chained, so a detail and its salt may be forgotten by law
and the chain stays whole.
"""

import enum
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

GENESIS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that was done; `at` in UTC milliseconds, `actor` a pseudonym."""

    id: int
    community: int
    at: int
    unit: str
    actor: str
    verb: str
    object: str
    commitment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The link of one entry in its community's chain; `seq` counts from 1, `at` is UTC ms."""

    seq: int
    entry: int
    at: int
    hash: str


class Fault(enum.StrEnum):
    """What is wrong with the first broken entry."""

    ENTRY_MISSING = "entry-missing"
    SEAL_MISSING = "seal-missing"
    ALTERED = "altered"  # the entry or its seal: together they no longer agree
    OUT_OF_ORDER = "out-of-order"
    DETAIL_ALTERED = "detail-altered"


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that is not as it was; `seq` is the number of its seal, if it has one."""

    fault: Fault
    entry: int
    seq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How far the chain holds: entries sealed, the last hash, entries not sealed yet, the break.

    After a break the rest is not read, so the tail is 0.
    """

    sealed: int
    head: str
    tail: int
    broken: Break | None = None


class NotCanonical(TypeError):
    """A detail holds what has no single text: floats, keys that are not text, other objects."""


def commitment(detail: Mapping[str, Any], salt: bytes) -> str:
    """Hash a detail with its salt; NotCanonical if it has no single text."""
    return _hash("linli-detail-1", salt.hex(), _plain(detail))


def link(previous: str, entry: Entry, at: int) -> str:
    """Hash an entry, sealed at a time in UTC ms, onto the hash before it (first: GENESIS)."""
    return _hash(
        "linli-seal-1",
        previous,
        at,
        entry.community,
        entry.id,
        entry.at,
        entry.unit,
        entry.actor,
        entry.verb,
        entry.object,
        entry.commitment,
    )


def seals(entries: Iterable[Entry], *, after: Seal | None, at: int) -> Iterator[Seal]:
    """Seal entries, in order of id, onto the last seal of their community."""
    first, head = (after.seq + 1, after.hash) if after else (1, GENESIS)
    for seq, entry in enumerate(entries, first):
        head = link(head, entry, at)
        yield Seal(seq=seq, entry=entry.id, at=at, hash=head)


def first_break(
    entries: Iterable[Entry], chain: Iterable[Seal], after: Seal | None = None
) -> Verdict:
    """Follow one community's entries by id and seals by seq, each read once, until they break.

    `after` is the last seal of a part that held: both go on behind it.
    """
    rest = iter(entries)
    count, last, head = (after.seq, after.entry, after.hash) if after else (0, 0, GENESIS)
    for seal in chain:
        entry = next(rest, None)
        fault = _fault(seal, entry, head, seq=count + 1, last=last)
        if fault is not None:
            return Verdict(sealed=count, head=head, tail=0, broken=fault)
        count, last, head = seal.seq, seal.entry, seal.hash
    return Verdict(sealed=count, head=head, tail=sum(1 for _ in rest))


def _fault(seal: Seal, entry: Entry | None, head: str, *, seq: int, last: int) -> Break | None:
    here = entry.id if entry else seal.entry
    if entry and link(head, entry, seal.at) == seal.hash:
        agree = (seal.seq, seal.entry) == (seq, entry.id)
        return None if agree else Break(Fault.ALTERED, here, seq)
    if seal.seq < seq:
        # Numbers do not repeat and start at 1, so this one was never given.
        return Break(Fault.ALTERED, seal.entry)
    if seal.seq > seq:
        return Break(Fault.SEAL_MISSING, here, seq)
    if seal.entry <= last or here < seal.entry:
        return Break(Fault.OUT_OF_ORDER, here, seq)
    if entry is None or here > seal.entry:
        return Break(Fault.ENTRY_MISSING, seal.entry, seq)
    return Break(Fault.ALTERED, here, seq)


def _hash(*parts: Any) -> str:  # noqa: ANN401 -- anything plain
    # As one JSON list no two lists of parts share a text; ASCII takes even broken emoji.
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 -- anything that JSON reads back as it was
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping) and all(isinstance(name, str) for name in value):
        return {name: _plain(each) for name, each in value.items()}
    raise NotCanonical(f"An audit detail cannot hold {value!r}")
