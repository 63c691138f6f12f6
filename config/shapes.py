"""The shape of the community file, row by row; what rows say of each other is in `checks`."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import partial
from itertools import pairwise
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from config.mistakes import nearest
from governance.calendar import Shift
from governance.directory import ChatKind, Limits, Role

_T = TypeVar("_T")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_LIMITS = Limits()
_ID_BOUND = 2**52  # Telegram promises that ids have no more significant bits


def wrong(code: str, facts: Mapping[str, object]) -> PydanticCustomError:
    """Return a mistake of our own table in the shape that pydantic collects."""
    return PydanticCustomError(code, code, dict(facts))


def _one_of(choices: Mapping[str, _T], found: object) -> _T:
    if isinstance(found, str) and found in choices:
        return choices[found]
    raise wrong("not-one-of", nearest(str(found), list(choices)))


def _time(code: str, units: str, found: object) -> timedelta:
    hit = re.fullmatch(rf"([1-9]\d{{0,3}})([{units}])", found) if isinstance(found, str) else None
    if hit is None:
        raise wrong(code, {})
    return timedelta(**{_UNITS[hit[2]]: int(hit[1])})


def _shift(found: object) -> Shift:
    try:
        start, end = map(time.fromisoformat, re.split(r"\s*[-–—]\s*", str(found).strip()))
        return Shift(start=start, end=end)
    except ValueError as reason:
        raise wrong("bad-shift", {}) from reason


def _zone(found: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(found))
    except (KeyError, ValueError, OSError) as reason:
        raise wrong("unknown-zone", _near_zones(str(found))) from reason


def _near_zones(found: str) -> dict[str, str]:
    facts = nearest(found, sorted(available_timezones()))
    return facts | {"known": "Asia/Shanghai, Asia/Urumqi, Europe/London, …"}


def _key(found: str) -> str:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 20:  # noqa: PLR2004 -- buttons carry keys in 64 bytes
        return found
    raise wrong("bad-key", {"fit": _fit(found)})


def _fit(found: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", found.lower()))[:20].strip("-") or "grid-1"


def _language(found: str) -> str:
    if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", found):
        return found
    raise wrong("bad-language", {})


def _in_chinese(names: dict[str, str]) -> dict[str, str]:
    if "zh-CN" not in names:
        raise wrong("no-chinese-name", {})
    return names


def _apart(shifts: list[Shift]) -> list[Shift]:
    if not shifts:
        raise wrong("no-shift", {})
    in_order = sorted(shifts, key=lambda shift: shift.start)
    for one, other in pairwise(in_order):
        if other.start < one.end:
            raise wrong("shifts-overlap", {"one": _told(one), "other": _told(other)})
    return in_order


def _told(shift: Shift) -> str:
    return f"{shift.start:%H:%M}-{shift.end:%H:%M}"


def _choice(choices: Mapping[str, _T]) -> BeforeValidator:
    return BeforeValidator(partial(_one_of, choices))


def _span(code: str, units: str) -> BeforeValidator:
    parse: Callable[[object], timedelta] = partial(_time, code, units)
    return BeforeValidator(parse)


OFFICES = {
    role.value: role
    for role in (
        Role.GRID_WORKER,
        Role.GRID_HEAD,
        Role.DISPATCHER,
        Role.COMMITTEE,
        Role.SUPERVISION,
    )
}

Key = Annotated[str, AfterValidator(_key)]
Text = Annotated[str, Field(min_length=1)]
Language = Annotated[str, AfterValidator(_language)]
Office = Annotated[Role, _choice(OFFICES)]
Kind = Annotated[ChatKind, _choice({kind.value: kind for kind in ChatKind})]
WorkingTime = Annotated[timedelta, _span("bad-working-time", "hm")]
Duration = Annotated[timedelta, _span("bad-duration", "dhm")]
Names = Annotated[dict[str, Text], AfterValidator(_in_chinese)]
Shifts = Annotated[list[Annotated[Shift, BeforeValidator(_shift)]], AfterValidator(_apart)]


class Row(BaseModel):
    """A part of the file; every setting in it is known and has the type that is asked for."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CalendarRow(Row):
    """When the community works."""

    zone: Annotated[ZoneInfo, BeforeValidator(_zone)] = Field(examples=['"Asia/Shanghai"'])
    shifts: Shifts = Field(examples=['["08:30-12:00", "14:00-17:30"]'])
    days_off: list[date] = Field(default=[], examples=["[2026-10-19]"])
    work_days: list[date] = Field(default=[], examples=["[2026-10-18]"])

    @field_validator("work_days")
    @classmethod
    def _not_off(cls, days: list[date], row: ValidationInfo) -> list[date]:
        if both := set(days) & set(row.data.get("days_off", ())):
            raise wrong("day-twice", {"found": min(both).isoformat()})
        return days


class OfficerRow(Row):
    """Somebody who answers for something."""

    name: Text = Field(examples=['"王建国"'])
    known_as: Text = Field(examples=['"王师傅"'])
    telegram: int = Field(gt=0, lt=_ID_BOUND, examples=["2001"])
    offices: list[Office] = Field(examples=['["grid-worker"]'])


class BuildingRow(Row):
    """A building and what residents call it."""

    name: Text = Field(examples=['"1号楼"'])
    aliases: list[Text] = Field(default=[], examples=['["1栋", "一栋"]'])


class GridRow(Row):
    """A grid, its buildings and keepers."""

    name: Text = Field(examples=['"一网格"'])
    buildings: list[str] = Field(examples=['["b1", "b2"]'])
    worker: str = Field(examples=['"liu"'])
    substitute: str = Field(examples=['"zhou"'])
    head: str = Field(examples=['"sun"'])


class PromiseRow(Row):
    """What residents may count on, in working time."""

    accept: WorkingTime = Field(examples=['"4h"'])
    finish: WorkingTime = Field(examples=['"14h"'])

    @field_validator("finish")
    @classmethod
    def _after_accept(cls, finish: timedelta, row: ValidationInfo) -> timedelta:
        accept = row.data.get("accept", finish)
        if finish < accept:
            raise wrong("promise-reversed", {"finish": _brief(finish), "accept": _brief(accept)})
        return finish


def _brief(span: timedelta) -> str:
    hours, rest = divmod(span, timedelta(hours=1))
    return f"{span // timedelta(minutes=1)}m" if rest else f"{hours}h"


class CategoryRow(Row):
    """What a case can be about."""

    names: Names = Field(examples=['{ zh-CN = "电梯", en = "Lift" }'])
    words: list[Text] = Field(default=[], examples=['["电梯", "困梯"]'])
    promise: PromiseRow = Field(examples=['{ accept = "4h", finish = "14h" }'])
    automatic: bool = Field(default=True, examples=["true"])


class RouteRow(Row):
    """One row of the routing table."""

    category: str = Field(examples=['"street-light"'])
    grid: str | None = Field(default=None, examples=['"g1"'])
    to: str = Field(examples=['"liu"'])


class ChatRow(Row):
    """A group of the community."""

    id: int = Field(gt=-_ID_BOUND, lt=0, examples=["-1001000000001"])
    kind: Kind = Field(examples=['"staff"'])
    name: Text = Field(examples=['"幸福里工作群"'])


class LimitsRow(Row):
    """Numbers that a community may set for itself."""

    reopenings: int = Field(default=_LIMITS.reopenings, ge=0, examples=["2"])
    bounces: int = Field(default=_LIMITS.bounces, ge=1, examples=["2"])
    shortest_report: int = Field(default=_LIMITS.shortest_report, ge=1, examples=["12"])
    confirm_within: Duration = Field(default=_LIMITS.confirm_within, examples=['"7d"'])
    draft_lives: Duration = Field(default=_LIMITS.draft_lives, examples=['"24h"'])


class File(Row):
    """The whole community file."""

    key: Key = Field(examples=['"xingfuli"'])
    name: Text = Field(examples=['"幸福里社区"'])
    language: Language = Field(examples=['"zh-CN"'])
    calendar: CalendarRow
    officers: dict[Key, OfficerRow]
    buildings: dict[Key, BuildingRow]
    grids: dict[Key, GridRow]
    categories: dict[Key, CategoryRow]
    routes: list[RouteRow] = []
    chats: list[ChatRow]
    limits: LimitsRow = LimitsRow()


class Draft(Row):
    """The rows that could be read, lists numbered from 1, beside the keys that stand in the file.

    A part that is not there has no keys. What is missing is only said of a part that is `whole`,
    read without a gap, so that no mistake is told twice.
    """

    officers: dict[str, OfficerRow] = {}
    buildings: dict[str, BuildingRow] = {}
    grids: dict[str, GridRow] = {}
    categories: dict[str, CategoryRow] = {}
    routes: dict[int, RouteRow] = {}
    chats: dict[int, ChatRow] = {}
    keys: dict[str, tuple[str, ...]] = {}
    whole: frozenset[str] = frozenset()

    def lacks(self, part: str, key: str) -> bool:
        """Whether a part of the file is there, but not this key in it."""
        return part in self.keys and key not in self.keys[part]
