"""Reading the community file: all mistakes at once, or the community."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from config import checks, council, deliberation, jargon, nameless, programme, smallpowers, wording
from config.mistakes import MISTAKES, Mistake, MistakesError, nearest
from config.row import Row
from config.shapes import CalendarRow, Draft, File
from governance.calendar import WorkCalendar
from governance.directory import (
    Area,
    Building,
    Chat,
    Community,
    Grid,
    Officer,
    Panel,
)
from governance.households import Helper
from governance.limits import Limits
from governance.retention import Retention
from governance.subjects import Category, CategoryGroup, Promise, Route

Place = tuple[int | str, ...]

_KEYED = (
    *("officers", "buildings", "grids", "categories", "areas", "panels", "groups", "helpers"),
    *("bodies", "catalogue", "disclosures", "powers"),
)
_PARTS = (*_KEYED, "routes", "chats")
_CODES = {
    "string_type": "want-text",
    "string_too_short": "empty",
    "int_type": "want-number",
    "int_from_float": "want-number",
    "bool_type": "want-yes-or-no",
    "list_type": "want-list",
    "dict_type": "want-table",
    "model_type": "want-table",
    "date_type": "want-date",
    "date_from_datetime_inexact": "want-date",
    "greater_than": "too-small",
    "greater_than_equal": "too-small",
    "less_than": "too-big",
    "less_than_equal": "too-big",
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
}


class CommunityError(MistakesError):
    """The community file cannot be used; `mistakes` names everything that is wrong in it."""


def read(path: Path) -> Community:
    """Return the community of a file; CommunityError names all its mistakes at once."""
    try:
        text = path.read_bytes().decode("utf-8-sig")  # editors on Windows put a mark first
    except UnicodeDecodeError as reason:
        wrong = Mistake("file", "not-utf8", {"byte": reason.start + 1})
        raise CommunityError(str(path), [wrong]) from reason
    except OSError as reason:
        wrong = Mistake("file", "unreadable", {"reason": reason.strerror})
        raise CommunityError(str(path), [wrong]) from reason
    return parse(text, str(path))


def parse(text: str, source: str) -> Community:
    """Return the community that a text describes; `source` is how its mistakes call it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        raise CommunityError(source, [_syntax(str(reason))]) from reason
    file, mistakes, broken = _shaped(data)
    mistakes += checks.find(_draft(data, broken))
    if file is None or mistakes:
        raise CommunityError(source, mistakes)
    return _community(file)


def _syntax(reason: str) -> Mistake:
    """Say where the text is no TOML; only the first such place can be known."""
    line = re.search(r"line (\d+)", reason)
    twice = re.match(r"Cannot (declare|overwrite|mutate)", reason)
    where = f"line {line[1]}" if line else "last line"
    return Mistake(where, "twice" if twice else "syntax", {"reason": reason})


def _shaped(data: Mapping[str, Any]) -> tuple[File | None, list[Mistake], set[Place]]:
    """Return the file, or None with the mistakes and the rows in which they stand."""
    try:
        return File.model_validate(data), [], set()
    except ValidationError as error:
        found = error.errors(include_url=False)
        misspelt = _misspelt(found)
        told = [_mistake(each) for each in found if each["loc"] not in misspelt]
        return None, told, {each["loc"][:2] for each in found}


def _misspelt(found: Iterable[ErrorDetails]) -> set[Place]:
    """Return the places of keys that are only missing because they stand there misspelt."""
    missing = {each["loc"] for each in found if each["type"] == "missing"}
    places = set()
    for place in (each["loc"] for each in found if each["type"] == "extra_forbidden"):
        beside = [str(each[-1]) for each in missing if each[:-1] == place[:-1]]
        places |= {(*place[:-1], near) for near in get_close_matches(str(place[-1]), beside, n=1)}
    return places


def _draft(data: Mapping[str, Any], broken: Iterable[Place]) -> Draft:
    broken = set(broken)
    numbered = {
        part: _rows(data[part]) for part in _PARTS if part in data and (part,) not in broken
    }
    sound = {
        part: {key: row for key, row in rows.items() if (part, _index(key)) not in broken}
        for part, rows in numbered.items()
    }
    keys = {part: tuple(map(str, rows)) for part, rows in numbered.items()}
    whole = frozenset(part for part, rows in numbered.items() if len(rows) == len(sound[part]))
    return Draft.model_validate({**sound, "keys": keys, "whole": whole})


def _rows(part: Any) -> dict[Any, Any]:  # noqa: ANN401 -- as the file has it
    return part if isinstance(part, dict) else dict(enumerate(part, 1))


def _index(key: int | str) -> int | str:
    return key - 1 if isinstance(key, int) else key


def _mistake(error: ErrorDetails) -> Mistake:
    """Put pydantic's finding into our words."""
    code = _CODES.get(error["type"], error["type"])
    place, context = error["loc"], error.get("ctx", {})
    row, name, field = _meant(place)
    facts: dict[str, object] = {"key": name, "found": _shown(error["input"])}
    if field is not None and field.examples:
        facts["example"] = field.examples[0]
    if code == "unknown-key":
        facts |= nearest(str(place[-1]), list(row.model_fields))
    if "example" not in facts:  # a part of the file, or one written as a list of tables
        code = {"missing-key": "missing-table", "want-list": "want-table"}.get(code, code)
    if code not in MISTAKES:
        code, facts["reason"] = "unforeseen", error["msg"]
    return Mistake(_dotted(place), code, facts | _bounds(context) | context)


def _bounds(context: Mapping[str, Any]) -> dict[str, object]:
    bounds = {"gt": ("least", 1), "ge": ("least", 0), "lt": ("most", -1), "le": ("most", 0)}
    return {name: context[key] + step for key, (name, step) in bounds.items() if key in context}


def _meant(place: Place) -> tuple[type[Row], str, FieldInfo | None]:
    """Return the innermost row around a place, and its field that is meant, with its name."""
    row: type[Row] = File
    name, field, within = "", None, False
    for step in place:
        if within:  # a key or a number of the community's own
            name, field, within = "", None, False
        elif step in row.model_fields:
            name = str(step)
            field = row.model_fields[name]
            inner = _row_within(field.annotation)
            within = inner is not None and get_origin(field.annotation) in (dict, list)
            row = inner or row
    return row, name, field


def _row_within(annotation: Any) -> type[Row] | None:  # noqa: ANN401 -- any type there is
    within = (annotation, *get_args(annotation))
    return next((t for t in within if isinstance(t, type) and issubclass(t, Row)), None)


def _dotted(place: Place) -> str:
    """Return `categories.lift.words[3]`; rows and items count from 1."""
    steps = (f"[{s + 1}]" if isinstance(s, int) else f".{s}" for s in place if s != "[key]")
    return "".join(steps).removeprefix(".")


def _shown(found: object) -> str:
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, dict | list):
        return "{…}" if isinstance(found, dict) else "[…]"
    return f'"{found}"' if isinstance(found, str) else str(found)


def _community(file: File) -> Community:
    return Community(
        key=file.key,
        name=file.name,
        language=file.language,
        calendar=_calendar(file.calendar),
        officers=_officers(file),
        buildings=tuple(
            Building(key=key, name=row.name, aliases=tuple(row.aliases))
            for key, row in file.buildings.items()
        ),
        grids=tuple(Grid(key=key, **_tuples(row)) for key, row in file.grids.items()),
        categories=_categories(file),
        routes=tuple(Route(**dict(row)) for row in file.routes),
        chats=tuple(Chat(**dict(row)) for row in file.chats),
        limits=Limits(**dict(file.limits)),
        retention=Retention(**dict(file.retention)),
        levels=tuple(file.levels),
        levels_in={language: tuple(names) for language, names in file.levels_in.items()},
        titles={post: dict(names) for post, names in file.titles if names},
        areas=tuple(Area(key=key, **dict(row)) for key, row in file.areas.items()),
        panels=tuple(Panel(key=key, **_tuples(row)) for key, row in file.panels.items()),
        helpers=tuple(Helper(key=key, **_tuples(row)) for key, row in file.helpers.items()),
        deliberation=deliberation.requirements(file.deliberation),
        bodies={key: deliberation.body(key, row) for key, row in file.bodies.items()},
        catalogue=deliberation.catalogue(file.catalogue),
        disclosures=programme.items(file.disclosures),
        disclosing=programme.numbers(file.disclosing),
        jargon=jargon.read(),
        wording=wording.read(),
        nameless=nameless.read(),
        council=council.council(file.council),
        small_powers=smallpowers.powers(file.powers),
        groups=tuple(CategoryGroup(key=k, names=dict(r.names)) for k, r in file.groups.items()),
    )


def _officers(file: File) -> tuple[Officer, ...]:
    return tuple(
        Officer(
            key=key,
            name=row.name,
            known_as=row.known_as,
            telegram=row.telegram,
            offices=frozenset(row.offices),
            term_ends=row.term_ends,
            one_shoulder=row.one_shoulder,
            home=row.home,
        )
        for key, row in file.officers.items()
    )


def _tuples(row: Row) -> dict[str, Any]:
    """Return a row's settings with its lists frozen."""
    return {name: tuple(v) if isinstance(v, list) else v for name, v in row}


def _calendar(row: CalendarRow) -> WorkCalendar:
    return WorkCalendar(
        zone=row.zone,
        shifts=tuple(row.shifts),
        days_off=frozenset(row.days_off),
        work_days=frozenset(row.work_days),
    )


def _categories(file: File) -> tuple[Category, ...]:
    return tuple(
        Category(
            key=key,
            names=dict(row.names),
            words=tuple(row.words),
            promise=Promise(accept=row.promise.accept, finish=row.promise.finish),
            automatic=row.automatic,
            group=row.group,
        )
        for key, row in file.categories.items()
    )
