"""What the rows of a community file must say of each other (A02, A08, A09, B20, D01)."""

from collections.abc import Callable, Iterator

from config import catalogue, disclosing, tree
from config.mistakes import Mistake, nearest
from config.shapes import Draft, OfficerRow, RouteRow
from governance.delegates import POWERLESS
from governance.directory import Role

_COMMITTEE_SIZE = 2


Check = Callable[[Draft], Iterator[Mistake]]


def find(draft: Draft) -> Iterator[Mistake]:
    """Yield every mistake between rows, in the order of CHECKS."""
    for check in CHECKS:
        yield from check(draft)


def _grid_members(draft: Draft) -> Iterator[Mistake]:
    """Each building stands in one grid and no other (A02)."""
    home: dict[str, str] = {}
    for key, grid in draft.grids.items():
        where = f"grids.{key}.buildings"
        for building in grid.buildings:
            if draft.lacks("buildings", building):
                yield Mistake(
                    where, "unknown-building", nearest(building, draft.keys["buildings"])
                )
            elif building in home:
                yield Mistake(
                    where, "building-in-two", {"found": building, "grid": home[building]}
                )
            home.setdefault(building, key)
    if "grids" in draft.whole:
        known = ", ".join(draft.keys["grids"])
        for building in draft.keys.get("buildings", ()):
            if building not in home:
                facts = {"found": building, "known": known}
                yield Mistake(f"buildings.{building}", "building-in-none", facts)


def _grid_keepers(draft: Draft) -> Iterator[Mistake]:
    """Worker, substitute and head are there and hold the office."""
    for key, grid in draft.grids.items():
        for post, officer, office in (
            ("worker", grid.worker, Role.GRID_WORKER),
            ("substitute", grid.substitute, Role.GRID_WORKER),
            ("head", grid.head, Role.GRID_HEAD),
        ):
            yield from _holds(draft, f"grids.{key}.{post}", officer, office)
        if grid.leader:
            yield from _holds(draft, f"grids.{key}.leader", grid.leader, Role.GROUP_HEAD)
        if grid.substitute == grid.worker:
            workers = ", ".join(
                k for k, _ in _holders(draft, Role.GRID_WORKER) if k != grid.worker
            )
            facts = {"found": grid.worker, "known": workers}
            yield Mistake(f"grids.{key}.substitute", "same-person", facts)


def _holds(draft: Draft, where: str, key: str, office: Role) -> Iterator[Mistake]:
    if draft.lacks("officers", key):
        yield Mistake(where, "unknown-officer", nearest(key, draft.keys["officers"]))
    elif (row := draft.officers.get(key)) and office not in row.offices:
        yield Mistake(where, "lacks-office", {"found": key, "office": office.value})


def _holders(draft: Draft, role: Role) -> Iterator[tuple[str, OfficerRow]]:
    return ((key, row) for key, row in draft.officers.items() if role in row.offices)


def _powers(draft: Draft) -> Iterator[Mistake]:
    """Two decide, one dispatches, one supervises and does nothing else (A08, A09)."""
    for key, row in _holders(draft, Role.SUPERVISION):
        beside = (office for office in row.offices if office not in POWERLESS)
        if others := [office.value for office in beside if office is not Role.SUPERVISION]:
            facts = {"others": ", ".join(others)}
            yield Mistake(f"officers.{key}.offices", "powers-mixed", facts)
    if "officers" not in draft.whole:
        return
    committee = len(list(_holders(draft, Role.COMMITTEE)))
    if committee < _COMMITTEE_SIZE:
        yield Mistake("officers", "few-committee", {"count": committee})
    if not list(_holders(draft, Role.DISPATCHER)):
        known = ", ".join(k for k, _ in _holders(draft, Role.COMMITTEE)) or "–"
        yield Mistake("officers", "no-dispatcher", {"known": known})
    if not list(_holders(draft, Role.SUPERVISION)):
        yield Mistake("officers", "no-supervision")


def _accounts(draft: Draft) -> Iterator[Mistake]:
    """One account, one officer; one group, one chat."""
    owner: dict[int, str] = {}
    for key, row in draft.officers.items():
        other = owner.setdefault(row.telegram, f"officers.{key}") if row.telegram else ""
        if other and other != f"officers.{key}":
            facts = {"found": row.telegram, "other": other}
            yield Mistake(f"officers.{key}.telegram", "telegram-twice", facts)
    first: dict[int, str] = {}
    for number, chat in draft.chats.items():
        other = first.setdefault(chat.id, f"chats[{number}]")
        if other != f"chats[{number}]":
            yield Mistake(f"chats[{number}].id", "chat-twice", {"found": chat.id, "other": other})


def _building_names(draft: Draft) -> Iterator[Mistake]:
    """Each name means one building."""
    means: dict[str, str] = {}
    for key, row in draft.buildings.items():
        for name in dict.fromkeys((row.name, *row.aliases)):
            if (other := means.setdefault(name.casefold(), key)) != key:
                yield Mistake(f"buildings.{key}", "name-twice", {"found": name, "other": other})


def _other(draft: Draft) -> Iterator[Mistake]:
    """There is a category for what fits nowhere else (B20)."""
    if draft.lacks("categories", "other"):
        yield Mistake("categories.other", "no-other")


def _routes(draft: Draft) -> Iterator[Mistake]:
    """Routes name what is there, and none hides another below it (D01)."""
    for number, route in draft.routes.items():
        where = f"routes[{number}]"
        if draft.lacks("categories", route.category):
            facts = nearest(route.category, draft.keys["categories"])
            yield Mistake(f"{where}.category", "unknown-category", facts)
        if route.grid is not None and draft.lacks("grids", route.grid):
            facts = nearest(route.grid, draft.keys["grids"])
            yield Mistake(f"{where}.grid", "unknown-grid", facts)
        if draft.lacks("officers", route.to):
            yield Mistake(
                f"{where}.to", "unknown-officer", nearest(route.to, draft.keys["officers"])
            )
        elif route.to in dict(_holders(draft, Role.SUPERVISION)):
            yield Mistake(f"{where}.to", "route-to-supervision", {"found": route.to})
        if above := _hidden_by(draft, number, route):
            yield Mistake(where, "route-unreached", {"row": above})


def _hidden_by(draft: Draft, number: int, route: RouteRow) -> int:
    """Return the number of a row above that takes all of this one's cases, or 0."""
    hiding = (
        above
        for above, other in draft.routes.items()
        if above < number and other.category == route.category and other.grid in (None, route.grid)
    )
    return next(hiding, 0)


CHECKS: tuple[Check, ...] = (
    _accounts,
    _powers,
    _building_names,
    _grid_members,
    _grid_keepers,
    _other,
    _routes,
    tree.areas,
    tree.panels,
    tree.groups,
    tree.mediators,
    tree.helpers,
    tree.representatives,
    catalogue.bodies,
    catalogue.entries,
    disclosing.items,
)
