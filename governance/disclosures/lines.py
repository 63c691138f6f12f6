"""The numbered lines of a content: what a reader may ask about, one by one (G11)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from governance.disclosures.contents import (
    Beneficiaries,
    Content,
    Contract,
    Group,
    Large,
    Register,
    Report,
    Year,
)
from governance.disclosures.ledger import Ledger, Line

WHOLE = 0  # a question about all of it
Entry = TypeVar("Entry", Line, Contract, Group)


def lines(content: Content) -> Mapping[int, str]:
    """Return every line of a content by its number, as it is called."""
    if isinstance(content, Year):
        return {month.number: f"{month.start:%Y-%m}" for month in content.months}
    if isinstance(content, Report):
        return {fact.number: fact.text for fact in content.facts}
    if isinstance(content, Beneficiaries):
        return {group.number: group.name for group in content.groups}
    if isinstance(content, Register):
        return {each.number: each.asset for each in content.contracts}
    return {line.number: line.what for line in content.lines}


def carried(content: Content, before: Content | None, used: Iterable[int]) -> Content:
    """Return a content whose lines keep the numbers that they had in the version before.

    What is new in it gets a number that no version `used`: an answer stays beneath its line.
    """
    if isinstance(content, Ledger | Large) and isinstance(before, Ledger | Large):
        return replace(content, lines=_numbered(content.lines, before.lines, used))
    if isinstance(content, Register) and isinstance(before, Register):
        return replace(content, contracts=_numbered(content.contracts, before.contracts, used))
    if isinstance(content, Beneficiaries) and isinstance(before, Beneficiaries):
        return replace(content, groups=_numbered(content.groups, before.groups, used))
    return content


def _numbered(
    entries: Sequence[Entry], before: Sequence[Entry], used: Iterable[int]
) -> tuple[Entry, ...]:
    found: dict[int, int] = {}
    for same in (_same, _receipt):
        _match(entries, before, same, found)
    known = [*used, *(each.number for each in before)]
    fresh = count(max(known, default=WHOLE) + 1)
    return tuple(
        replace(each, number=found[place] if place in found else next(fresh))
        for place, each in enumerate(entries)
    )


def _match(
    entries: Sequence[Entry],
    before: Sequence[Entry],
    same: Callable[[Entry], Hashable],
    found: dict[int, int],
) -> None:
    """Find the number of each entry, by its place, among those that no other has taken."""
    free: dict[Hashable, list[int]] = defaultdict(list)
    taken = set(found.values())
    for each in before:
        if each.number not in taken:
            free[same(each)].append(each.number)
    for place, each in enumerate(entries):
        key = same(each)
        if place not in found and key and free[key]:
            found[place] = free[key].pop(0)


def _same(entry: Line | Contract | Group) -> Hashable:
    """Return what an entry is known by, when nothing of it was corrected."""
    if isinstance(entry, Line):
        return entry.side, entry.on, entry.receipt, entry.amount, entry.what
    if isinstance(entry, Contract):
        return entry.asset, entry.contract, entry.start
    return entry.name


def _receipt(entry: Line | Contract | Group) -> Hashable:
    """Return what a corrected line is known by: its receipt; nothing where it has none."""
    return (entry.side, entry.receipt) if isinstance(entry, Line) and entry.receipt else ()
