"""Kinds of values in the community file: keys, times, spans, names; each names its mistake."""

import re
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from functools import partial
from itertools import pairwise
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from config.mistakes import nearest
from governance.calendar import Shift
from governance.delegates import GUESTS
from governance.directory import ChatKind, Role
from governance.households import Household
from governance.residents import door

_T = TypeVar("_T")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_SHORTEST_KEPT = timedelta(
    days=7
)  # Telegram may give an update again for a day, people for longer
ID_BOUND = 2**52  # Telegram promises that ids have no more significant bits


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


def _kept(found: timedelta) -> timedelta:
    if found < _SHORTEST_KEPT:
        raise wrong("kept-too-short", {"least": f"{_SHORTEST_KEPT.days}d"})
    return found


def _shift(found: object) -> Shift:
    try:
        start, end = map(time.fromisoformat, re.split(r"\s*[-–—]\s*", str(found).strip()))
        return Shift(start=start, end=end)
    except ValueError as reason:
        raise wrong("bad-shift", {}) from reason


def _household(found: object) -> Household:
    building, _, rest = str(found).strip().partition(" ")
    if not building or not door(rest):
        raise wrong("bad-household", {})
    return Household(building=building, door=door(rest))


def _zone(found: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(found))
    except (KeyError, ValueError, OSError) as reason:
        raise wrong("unknown-zone", _near_zones(str(found))) from reason


def _near_zones(found: str) -> dict[str, str]:
    facts = nearest(found, sorted(available_timezones()))
    return facts | {"known": "Asia/Shanghai, Asia/Urumqi, Europe/London, …"}


def key(found: str) -> str:
    """Return what may stand in brackets; a mistake for anything else."""
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


def choice(choices: Mapping[str, _T]) -> BeforeValidator:
    """Return what reads one of these words as what it stands for."""
    return BeforeValidator(partial(_one_of, choices))


def _span(code: str, units: str) -> BeforeValidator:
    parse: Callable[[object], timedelta] = partial(_time, code, units)
    return BeforeValidator(parse)


OFFICES = {
    role.value: role
    for role in (
        Role.GRID_WORKER,
        Role.GRID_HEAD,
        Role.GROUP_HEAD,
        Role.HELPER,
        Role.DISPATCHER,
        Role.COMMITTEE,
        Role.SUPERVISION,
        Role.MEDIATOR,
        Role.TOWNSHIP,
        Role.REPRESENTATIVE,
        *GUESTS,
    )
}

Key = Annotated[str, AfterValidator(key)]
Text = Annotated[str, Field(min_length=1)]
Language = Annotated[str, AfterValidator(_language)]
Office = Annotated[Role, choice(OFFICES)]
Kind = Annotated[ChatKind, choice({kind.value: kind for kind in ChatKind})]
WorkingTime = Annotated[timedelta, _span("bad-working-time", "hm")]
Duration = Annotated[timedelta, _span("bad-duration", "dhm")]
Kept = Annotated[timedelta, _span("bad-duration", "dhm"), AfterValidator(_kept)]
Names = Annotated[dict[str, Text], AfterValidator(_in_chinese)]
Shifts = Annotated[list[Annotated[Shift, BeforeValidator(_shift)]], AfterValidator(_apart)]
Home = Annotated[Household, BeforeValidator(_household)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
