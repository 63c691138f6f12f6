"""What a case may be about, what is promised for it and whose it is (B08, B20, D01)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What residents may count on, in working time (B08)."""

    accept: timedelta
    finish: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """What a case is about; unless `automatic`, it waits for the dispatcher (D01)."""

    key: str
    names: Mapping[str, str]
    words: tuple[str, ...]
    promise: Promise
    automatic: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryGroup:
    """The first level of the keyboard of categories (B20)."""

    key: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One row of routing: whose case it is, by category and grid; None means any grid (D01)."""

    category: str
    grid: str | None
    to: str
