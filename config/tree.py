"""What the rows of the tree, of helpers and sub-committees must say of each other (A03, A06)."""

from collections.abc import Iterable, Iterator

from config.mistakes import Mistake, nearest
from config.shapes import Draft, HelperRow
from governance.directory import Role


def areas(draft: Draft) -> Iterator[Mistake]:
    """Hold that each area hangs in the tree, without a circle, under an officer."""
    for key, area in draft.areas.items():
        where = f"areas.{key}"
        if area.parent and draft.lacks("areas", area.parent):
            yield _unknown(f"{where}.parent", "unknown-area", area.parent, draft.keys["areas"])
        if _circles(draft, key):
            yield Mistake(f"{where}.parent", "area-circle", {"found": key})
        if area.head:
            yield from _officers(draft, f"{where}.head", [area.head])
    for key, grid in draft.grids.items():
        if grid.area and grid.area not in draft.keys.get("areas", ()):
            known = draft.keys.get("areas", ())
            yield _unknown(f"grids.{key}.area", "unknown-area", grid.area, known)


def _circles(draft: Draft, key: str) -> bool:
    seen, here = {key}, draft.areas[key].parent
    while here in draft.areas and here not in seen:
        seen.add(here)
        here = draft.areas[here].parent
    return here in seen and here != ""


def panels(draft: Draft) -> Iterator[Mistake]:
    """Hold that a sub-committee has a head, another as substitute, and categories of its own."""
    home: dict[str, str] = {}
    for key, panel in draft.panels.items():
        where = f"panels.{key}"
        people = [panel.head, panel.substitute, *panel.members]
        yield from _officers(draft, where, people)
        if panel.head == panel.substitute:
            facts = {"found": panel.head, "known": ", ".join(draft.keys.get("officers", ()))}
            yield Mistake(f"{where}.substitute", "same-person", facts)
        for category in panel.categories:
            if draft.lacks("categories", category):
                known = draft.keys["categories"]
                yield _unknown(f"{where}.categories", "unknown-category", category, known)
            elif (other := home.setdefault(category, key)) != key:
                facts = {"found": category, "other": other}
                yield Mistake(f"{where}.categories", "category-in-two", facts)


def groups(draft: Draft) -> Iterator[Mistake]:
    """Hold that a category's group is one of the first level of the keyboard."""
    for key, category in draft.categories.items():
        if category.group and category.group not in draft.keys.get("groups", ()):
            known = draft.keys.get("groups", ())
            yield _unknown(f"categories.{key}.group", "unknown-group", category.group, known)


def mediators(draft: Draft) -> Iterator[Mistake]:
    """Hold that the mediators of a grid hold the office."""
    for key, grid in draft.grids.items():
        where = f"grids.{key}.mediators"
        yield from _officers(draft, where, grid.mediators)
        for officer in grid.mediators:
            row = draft.officers.get(officer)
            if row and Role.MEDIATOR not in row.offices:
                facts = {"found": officer, "office": Role.MEDIATOR.value}
                yield Mistake(where, "lacks-office", facts)


def helpers(draft: Draft) -> Iterator[Mistake]:
    """Hold that a helper holds the office and has households of one grid alone (A06)."""
    for key, row in draft.helpers.items():
        where = f"helpers.{key}"
        yield from _officers(draft, where, [key])
        officer = draft.officers.get(key)
        if officer and Role.HELPER not in officer.offices:
            facts = {"found": key, "office": Role.HELPER.value}
            yield Mistake(where, "lacks-office", facts)
        if draft.lacks("grids", row.grid):
            yield _unknown(f"{where}.grid", "unknown-grid", row.grid, draft.keys["grids"])
        yield from _homes(draft, f"{where}.households", row)
    for key, officer in draft.officers.items():
        if Role.HELPER in officer.offices and key not in draft.keys.get("helpers", ()):
            yield Mistake(f"officers.{key}.offices", "no-helper", {"found": key})


def representatives(draft: Draft) -> Iterator[Mistake]:
    """Hold that only a representative has a home here, in a building that is there (E09)."""
    for key, officer in draft.officers.items():
        where = f"officers.{key}.home"
        if officer.home is None:
            continue
        if Role.REPRESENTATIVE not in officer.offices:
            facts = {"found": key, "office": Role.REPRESENTATIVE.value}
            yield Mistake(where, "lacks-office", facts)
        elif draft.lacks("buildings", officer.home.building):
            known = draft.keys["buildings"]
            yield _unknown(where, "unknown-building", officer.home.building, known)


def _homes(draft: Draft, where: str, row: HelperRow) -> Iterator[Mistake]:
    """Each household stands in a building of the helper's grid, and once."""
    grid = draft.grids.get(row.grid)
    for home in row.households:
        if draft.lacks("buildings", home.building):
            known = draft.keys["buildings"]
            yield _unknown(where, "unknown-building", home.building, known)
        elif grid and home.building not in grid.buildings:
            facts = {"found": str(home), "grid": row.grid, "known": ", ".join(grid.buildings)}
            yield Mistake(where, "household-elsewhere", facts)
    for home in {h for h in row.households if row.households.count(h) > 1}:
        yield Mistake(where, "household-twice", {"found": str(home)})


def _officers(draft: Draft, where: str, keys: Iterable[str]) -> Iterator[Mistake]:
    for key in keys:
        if draft.lacks("officers", key):
            yield _unknown(where, "unknown-officer", key, draft.keys["officers"])


def _unknown(where: str, code: str, found: str, known: tuple[str, ...]) -> Mistake:
    return Mistake(where, code, nearest(found, known))
