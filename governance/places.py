"""Finding the building in a resident's text (A02); pure text work, no outside gazetteer."""

import re
from dataclasses import dataclass
from functools import lru_cache

from governance.directory import Building, Community, Grid

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_NUMERALS = "零〇一二两三四五六七八九十百千"
# Whole numerals only: the end of a longer one is another building, 两 counts and never names.
_NUMBER = (
    rf"(?<![\d{_NUMERALS}])"
    r"(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[零〇一二三四五六七八九]{1,3})"
)
_CHINESE = re.compile(rf"{_NUMBER}\s*(?:号楼|號樓|栋|棟|幢|座|#楼|#)")
_ENGLISH = re.compile(r"(?:building|block|bldg\.?)\s*(?:no\.?\s*)?(\d{1,3})(?!\d)", re.IGNORECASE)
_NAMED = re.compile(rf"{_NUMBER}\s*(?:号|號|栋|棟|幢|座|#|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: the building's key, if known, and the span of text that said so."""

    building: str | None
    span: tuple[int, int] | None = None


def number(text: str) -> int:
    """Return the number written in digits or in Chinese numerals up to 99."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[c]) for c in ones))
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def find(text: str, community: Community) -> Place:
    """Return the building a text names: the community's names first, then building numbers.

    Two different buildings in one text are no answer: the resident is asked.
    """
    named = [(b, _where(text, b)) for b in community.buildings]
    found = {b.key: span for b, span in named if span}
    found |= {key: span for key, span in _numbered(text, community).items() if key not in found}
    if len(found) != 1:
        return Place(None)
    [(key, span)] = found.items()
    return Place(key, span)


def _where(text: str, building: Building) -> tuple[int, int] | None:
    for name in _names(building):
        for hit in name.finditer(text):
            if not _inside_number(text, hit.start(), hit.end()):
                return hit.span()
    return None


@lru_cache(maxsize=4_096)  # the same buildings for every text
def _names(building: Building) -> tuple[re.Pattern[str], ...]:
    """Return the names of a building as they are looked for, the longest first."""
    names = sorted((building.name, *building.aliases), key=len, reverse=True)
    return tuple(re.compile(re.escape(name), re.IGNORECASE) for name in names)


def _inside_number(text: str, start: int, end: int) -> bool:
    """13号楼 is not 3号楼, building 12 is not building 1."""
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = text[start : start + 1], text[end - 1 : end]
    if first.isdecimal() or first in _NUMERALS:
        return before.isdecimal() or (before != "" and before in _NUMERALS)
    return last.isdecimal() and after.isdecimal()


def _numbered(text: str, community: Community) -> dict[str, tuple[int, int]]:
    hits = [*_CHINESE.finditer(text), *_ENGLISH.finditer(text)]
    if not hits:
        return {}
    by_number = _by_number(community.buildings)
    return {by_number[number(hit[1])]: hit.span() for hit in hits if number(hit[1]) in by_number}


@lru_cache(maxsize=64)  # the same buildings for every text
def _by_number(buildings: tuple[Building, ...]) -> dict[int, str]:
    found = {}
    for building in buildings:
        if hit := _NAMED.match(building.name) or _ENGLISH.match(building.name):
            found[number(hit[1])] = building.key
    return found


def path(community: Community, grid: Grid, language: str = "") -> str:
    """Return where a grid stands in the tree, each node after the file's name of its level (A03).

    Below the community, the widest first; a name that says its level already is left alone.
    """
    areas, nodes = {a.key: a for a in community.areas}, [grid.name]
    above = grid.area
    while above:
        nodes.append(areas[above].name)
        above = areas[above].parent
    nodes.reverse()
    # the last level is always the grids'; tiers that the file does not name have no word
    named = community.levels_in.get(language, community.levels)
    middle = named[1:-1]
    names = [*middle[: len(nodes) - 1], *[""] * (len(nodes) - 1 - len(middle))]
    levels = [*names, *(named[-1:] or ("",))]
    return " › ".join(
        name if not level or level in name else f"{level} {name}"
        for level, name in zip(levels, nodes, strict=True)
    )
