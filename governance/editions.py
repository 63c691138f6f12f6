"""What changes from one edition of the community file to the next, and what may not (A01)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from governance.council import Council
from governance.directory import Community
from governance.procedure import Source
from governance.programme import DueDay, Item
from governance.quorum import Demand, Rule

KEYED = (
    *("officers", "buildings", "areas", "grids", "categories", "groups", "panels", "helpers"),
    *("bodies", "catalogue", "disclosures", "small_powers"),
)
PLAIN = (
    *("name", "language", "calendar", "limits", "retention", "routes"),
    *("levels", "levels_in", "titles", "council"),
)
CALLED = {"small_powers": "powers"}  # otherwise than in the file
SEATING = frozenset({"telegram", "away"})  # not of the file: who took up the post


class Change(StrEnum):
    """What happened to a row of the file."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where two editions differ; `before` and `after` as the file would have them."""

    change: Change
    where: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What open cases, open topics and taken posts hold on to, by key."""

    officers: AbstractSet[str] = frozenset()
    grids: AbstractSet[str] = frozenset()
    buildings: AbstractSet[str] = frozenset()
    categories: AbstractSet[str] = frozenset()
    catalogue: AbstractSet[str] = frozenset()
    disclosures: AbstractSet[str] = frozenset()  # adopted, and not retired by both sides
    posts: AbstractSet[str] = field(default=frozenset())


def differences(before: Community, after: Community) -> tuple[Difference, ...]:
    """Return every difference, in the order of the file."""
    found = [_plain(name, getattr(before, name), getattr(after, name)) for name in PLAIN]
    told = [each for each in found if each]
    told += _fields("deliberation", before.deliberation, after.deliberation)
    told += _fields("disclosing", before.disclosing, after.disclosing)
    for part in KEYED:
        told += _part(CALLED.get(part, part), _by_key(before, part), _by_key(after, part))
    return tuple(told)


def orphaned(before: Community, after: Community, used: InUse) -> tuple[Difference, ...]:
    """Return what must not go: what is open needs it, or somebody holds the post."""
    gone = [
        Difference(change=Change.REMOVED, where=f"{part}.{key}")
        for part in ("officers", "grids", "buildings", "categories", "catalogue", "disclosures")
        for key in sorted(getattr(used, part))
        if key not in _by_key(after, part)
    ]
    posts = [
        Difference(change=Change.REMOVED, where=f"officers.{key}")
        for key in sorted(used.posts - used.officers)
        if key not in _by_key(after, "officers")
    ]
    return (*gone, *posts, *_more_power(before, after, used), *_ended(before, after, used))


def _more_power(before: Community, after: Community, used: InUse) -> list[Difference]:
    """Return the posts that are held and would gain an office without a second person (8.2)."""
    olds, news = _by_key(before, "officers"), _by_key(after, "officers")
    return [
        Difference(
            change=Change.CHANGED,
            where=f"officers.{key}.offices",
            before=_shown(olds[key].offices),
            after=_shown(news[key].offices),
        )
        for key in sorted(used.posts)
        if key in olds and key in news and news[key].offices - olds[key].offices
    ]


def _ended(before: Community, after: Community, used: InUse) -> list[Difference]:
    """Return the items that the file alone would let end: two sides retire them (8.12)."""
    found = []
    for key in sorted(used.disclosures):
        old, new = before.item(key), after.item(key)
        if old and new and _ends_sooner(old, new):
            shown = {"before": _shown(old.until or ""), "after": _shown(new.until or "")}
            where = f"disclosures.{key}.until"
            found.append(Difference(change=Change.CHANGED, where=where, **shown))
    return found


def _ends_sooner(old: Item, new: Item) -> bool:
    """Whether fewer periods are left: an earlier end, or no rule any more."""
    earlier = new.until is not None and (old.until is None or new.until < old.until)
    return earlier or bool(old.rule and not new.rule)


def _by_key(community: Community, part: str) -> dict[str, Any]:
    rows = getattr(community, part)
    found = rows.values() if isinstance(rows, Mapping) else rows
    return {row.key: row for row in found}


def _plain(name: str, before: object, after: object) -> Difference | None:
    if before == after:
        return None
    return Difference(
        change=Change.CHANGED, where=name, before=_shown(before), after=_shown(after)
    )


def _part(part: str, olds: Mapping[str, Any], news: Mapping[str, Any]) -> list[Difference]:
    added = [Difference(change=Change.ADDED, where=f"{part}.{k}") for k in news if k not in olds]
    removed = [
        Difference(change=Change.REMOVED, where=f"{part}.{k}") for k in olds if k not in news
    ]
    return [*added, *removed, *_changed(part, olds, news)]


def _changed(part: str, olds: Mapping[str, Any], news: Mapping[str, Any]) -> list[Difference]:
    kept = (key for key in olds if key in news)
    return [each for key in kept for each in _fields(f"{part}.{key}", olds[key], news[key])]


def _fields(where: str, old: Any, new: Any) -> list[Difference]:  # noqa: ANN401 -- any row
    """Return the settings in which one row of two editions differs."""
    told = []
    for name in (each.name for each in fields(old)):
        before, after = getattr(old, name), getattr(new, name)
        if before != after and name not in SEATING:
            shown = {"before": _shown(before), "after": _shown(after)}
            told.append(Difference(change=Change.CHANGED, where=f"{where}.{name}", **shown))
    return told


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    if isinstance(value, Council | Demand | DueDay | Rule | Source):
        told = ((each.name, _shown(getattr(value, each.name))) for each in fields(value))
        return "; ".join(f"{name} {shown}" for name, shown in told if shown)
    return str(value)
