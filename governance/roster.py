"""The roster of flats and their owners, as a committee keeps it in a spreadsheet (A02, E16).

Counting heads follows the rule for owners' decisions (Supreme People's Court, interpretation on
building ownership, article 9): several flats of one owner are one head, joint owners of a flat
are one head together.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import zip_longest

from governance import residents
from governance.directory import Community
from governance.spreadsheets import Fault

COLUMNS = ("building", "unit", "area", "owners", "numbers", "vacant")
LARGEST = 10_000_000  # hundredths of a square metre: nobody's flat has ten hectares
_SEPARATORS = re.compile(r"[、,，;；/\n]+")
_MEASURE = re.compile(r"(?:㎡|m²|m2|平方米|平米|平方|平)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who owns; `key` tells two people of one name apart."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One flat: building by key, normalised door, area in hundredths of a square metre."""

    building: str
    door: str
    area: int
    owners: tuple[Owner, ...]
    vacant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Every flat, as one import had it."""

    units: tuple[Unit, ...]

    @property
    def heads(self) -> int:
        """How many owners count by head: one for each different set of owners."""
        return len({frozenset(o.key for o in u.owners) for u in self.units})

    @property
    def area(self) -> int:
        """The area of all flats, in hundredths of a square metre."""
        return sum(u.area for u in self.units)

    @property
    def joint(self) -> int:
        """How many flats have several owners."""
        return sum(len(u.owners) > 1 for u in self.units)

    @property
    def vacant(self) -> int:
        """How many flats stand empty."""
        return sum(u.vacant for u in self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the sheet: its number there, and its cells by column."""

    row: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """Return what stands in a column, without blanks around it."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words for yes and no that a sheet may use."""

    yes: frozenset[str]
    no: frozenset[str]


def read(
    lines: Sequence[Line], community: Community, words: Words
) -> tuple[Roster, tuple[Fault, ...]]:
    """Return the roster of a sheet and its every fault; with one fault, none of it is taken."""
    faults: list[Fault] = []
    units: list[Unit] = []
    for line in lines:
        unit, wrong = _unit(line, community, words)
        faults += wrong
        units += [unit] if unit else []
    faults += _twice(lines, community)
    faults += _namesakes(lines)
    if not lines:
        faults.append(Fault(row=1, column="building", code="empty"))
    ordered = sorted(faults, key=lambda f: (f.row, COLUMNS.index(f.column)))
    return Roster(units=tuple(units)), tuple(ordered)


def _unit(line: Line, community: Community, words: Words) -> tuple[Unit | None, list[Fault]]:
    faults: list[Fault] = []
    building = _building(community, line.cell("building"))
    if building is None:
        known = "、".join(b.name for b in community.buildings)
        facts = {"found": line.cell("building"), "known": known}
        faults.append(Fault(row=line.row, column="building", code="building", facts=facts))
    door = residents.door(line.cell("unit"))
    if not door:
        faults.append(Fault(row=line.row, column="unit", code="unit"))
    area = _area(line.cell("area"))
    if area is None:
        facts = {"found": line.cell("area")}
        faults.append(Fault(row=line.row, column="area", code="area", facts=facts))
    vacant = _vacant(line.cell("vacant"), words)
    if vacant is None:
        facts = {"found": line.cell("vacant")}
        faults.append(Fault(row=line.row, column="vacant", code="vacant", facts=facts))
    owners, wrong = _owners(line)
    faults += wrong
    if faults or building is None or area is None:
        return None, faults
    return Unit(
        building=building, door=door, area=area, owners=owners, vacant=bool(vacant)
    ), faults


def _building(community: Community, found: str) -> str | None:
    for building in community.buildings:
        names = (building.key, building.name, *building.aliases)
        if found.casefold() in {name.casefold() for name in names}:
            return building.key
    return None


def _area(found: str) -> int | None:
    try:
        metres = Decimal(_MEASURE.sub("", found).strip())
        hundredths = metres * 100
        whole = int(hundredths)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return whole if whole == hundredths and 0 < whole <= LARGEST else None


def _vacant(found: str, words: Words) -> bool | None:
    if not found or found.casefold() in words.no:
        return False
    return True if found.casefold() in words.yes else None


def _owners(line: Line) -> tuple[tuple[Owner, ...], list[Fault]]:
    names, numbers = _split(line.cell("owners")), _split(line.cell("numbers"))
    if not names:
        return (), [Fault(row=line.row, column="owners", code="owners")]
    if numbers and len(numbers) != len(names):
        facts = {"names": len(names), "numbers": len(numbers)}
        return (), [Fault(row=line.row, column="numbers", code="numbers", facts=facts)]
    if len(set(numbers or names)) != len(names):
        return (), [Fault(row=line.row, column="owners", code="owner-twice")]
    keys = numbers or names
    return tuple(Owner(key=k, name=n) for k, n in zip(keys, names, strict=True)), []


def _split(cell: str) -> list[str]:
    return [each.strip() for each in _SEPARATORS.split(cell) if each.strip()]


def _twice(lines: Iterable[Line], community: Community) -> list[Fault]:
    """Name each flat that stands in the sheet a second time."""
    first: dict[tuple[str | None, str], int] = {}
    faults = []
    for line in lines:
        building = _building(community, line.cell("building"))
        flat = building, residents.door(line.cell("unit"))
        other = first.setdefault(flat, line.row)
        if all(flat) and other != line.row:
            facts = {"other": other}
            faults.append(Fault(row=line.row, column="unit", code="twice", facts=facts))
    return faults


def _namesakes(lines: Sequence[Line]) -> list[Fault]:
    """Ask for numbers where a name stands twice: it may be two people, or one with two flats."""
    first: dict[str, tuple[int, str]] = {}
    called: dict[str, str] = {}
    faults = []
    for line in lines:
        names, numbers = _split(line.cell("owners")), _split(line.cell("numbers"))
        for name, number in zip_longest(names, numbers, fillvalue=""):
            row, known = first.setdefault(name, (line.row, number))
            if name and row != line.row and not (known and number):
                facts: dict[str, str | int] = {"name": name, "other": row}
                faults.append(Fault(row=line.row, column="owners", code="namesake", facts=facts))
            if name and number and called.setdefault(number, name) != name:
                renamed = {"number": number, "name": called[number]}
                faults.append(Fault(row=line.row, column="numbers", code="renamed", facts=renamed))
    return faults
