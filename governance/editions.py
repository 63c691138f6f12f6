"""What changes from one edition of the community file to the next, and what may not (A01)."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from governance.directory import Community

KEYED = ("officers", "buildings", "areas", "grids", "categories", "groups", "panels", "helpers")
PLAIN = (
    *("name", "language", "calendar", "limits", "retention", "routes"),
    *("levels", "levels_in", "titles"),
)
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
    """What open cases and taken posts hold on to, by key."""

    officers: AbstractSet[str] = frozenset()
    grids: AbstractSet[str] = frozenset()
    buildings: AbstractSet[str] = frozenset()
    categories: AbstractSet[str] = frozenset()
    posts: AbstractSet[str] = field(default=frozenset())


def differences(before: Community, after: Community) -> tuple[Difference, ...]:
    """Return every difference, in the order of the file."""
    found = [_plain(name, getattr(before, name), getattr(after, name)) for name in PLAIN]
    told = [each for each in found if each]
    for part in KEYED:
        told += _part(part, _by_key(before, part), _by_key(after, part))
    return tuple(told)


def orphaned(before: Community, after: Community, used: InUse) -> tuple[Difference, ...]:
    """Return what must not go: what an open case needs, and the posts that somebody holds."""
    gone = [
        Difference(change=Change.REMOVED, where=f"{part}.{key}")
        for part in ("officers", "grids", "buildings", "categories")
        for key in sorted(getattr(used, part))
        if key not in _by_key(after, part)
    ]
    posts = [
        Difference(change=Change.REMOVED, where=f"officers.{key}")
        for key in sorted(used.posts - used.officers)
        if key not in _by_key(after, "officers")
    ]
    return (*gone, *posts, *_more_power(before, after, used))


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


def _by_key(community: Community, part: str) -> dict[str, Any]:
    return {row.key: row for row in getattr(community, part)}


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
    told = []
    for key in (k for k in olds if k in news):
        for each in fields(olds[key]):
            before, after = getattr(olds[key], each.name), getattr(news[key], each.name)
            if before != after and each.name not in SEATING:
                where = f"{part}.{key}.{each.name}"
                shown = {"before": _shown(before), "after": _shown(after)}
                told.append(Difference(change=Change.CHANGED, where=where, **shown))
    return told


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value)))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)
