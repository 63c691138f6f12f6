"""The shape of the community file, row by row; what rows say of each other is in `checks`."""

from datetime import date, timedelta

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from config.council import CouncilRow
from config.deliberation import BodyKey, BodyRow, DeliberationRow, EntryRow
from config.fields import (
    ID_BOUND,
    Duration,
    Home,
    Kept,
    Key,
    Kind,
    Language,
    Names,
    Office,
    Shifts,
    Text,
    WorkingTime,
    Zone,
    wrong,
)
from config.programme import DisclosingRow, DisclosureRow
from config.row import Row
from config.smallpowers import PowerRow
from governance.limits import Limits
from governance.retention import Retention

_LIMITS = Limits()
_KEPT = Retention()


class CalendarRow(Row):
    """When the community works."""

    zone: Zone = Field(examples=['"Asia/Shanghai"'])
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
    telegram: int = Field(default=0, ge=0, lt=ID_BOUND, examples=["2001"])
    offices: list[Office] = Field(examples=['["grid-worker"]'])
    term_ends: date | None = Field(default=None, examples=["2029-06-30"])
    one_shoulder: bool = Field(default=False, examples=["true"])
    home: Home | None = Field(default=None, examples=['"b1 2-301"'])


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
    area: str = Field(default="", examples=['"east"'])
    mediators: list[str] = Field(default=[], examples=['["zheng"]'])
    leader: str = Field(default="", examples=['"gu"'])


class HelperRow(Row):
    """What an officer does for neighbours in a grid, and the households in his care (A06)."""

    grid: str = Field(examples=['"g1"'])
    duty: Text = Field(examples=['"帮独居老人买药、代办"'])
    households: list[Home] = Field(default=[], examples=['["b1 2-301", "b2 102"]'])


class AreaRow(Row):
    """A node of the tree between the community and its grids (A03)."""

    name: Text = Field(examples=['"东片区"'])
    head: str = Field(default="", examples=['"sun"'])
    parent: str = Field(default="", examples=['"north"'])


class PanelRow(Row):
    """A sub-committee and the categories it takes at the second level (D14)."""

    name: Text = Field(examples=['"公共设施管护委员会"'])
    categories: list[str] = Field(default=[], examples=['["lift", "facilities"]'])
    head: str = Field(examples=['"chen"'])
    substitute: str = Field(examples=['"he"'])
    members: list[str] = Field(default=[], examples=['["sun"]'])


class GroupRow(Row):
    """The first level of the keyboard of categories (B20)."""

    names: Names = Field(examples=['{ zh-CN = "房屋设施", en = "Building" }'])


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
    group: str = Field(default="", examples=['"building"'])


class RouteRow(Row):
    """One row of the routing table."""

    category: str = Field(examples=['"street-light"'])
    grid: str | None = Field(default=None, examples=['"g1"'])
    to: str = Field(examples=['"liu"'])


class ChatRow(Row):
    """A group of the community."""

    id: int = Field(gt=-ID_BOUND, lt=0, examples=["-1001000000001"])
    kind: Kind = Field(examples=['"staff"'])
    name: Text = Field(examples=['"幸福里工作群"'])
    scope: str = Field(default="", examples=['"b3"'])


class TitlesRow(Row):
    """What two posts are called here, where they are not called by their national names."""

    grid_worker: Names | None = Field(
        default=None, examples=['{ zh-CN = "组长", en = "group leader" }']
    )
    grid_head: Names | None = Field(
        default=None, examples=['{ zh-CN = "片长", en = "cluster head" }']
    )


class LimitsRow(Row):
    """Numbers that a community may set for itself."""

    reopenings: int = Field(default=_LIMITS.reopenings, ge=0, examples=["2"])
    bounces: int = Field(default=_LIMITS.bounces, ge=1, examples=["2"])
    shortest_report: int = Field(default=_LIMITS.shortest_report, ge=1, examples=["12"])
    confirm_within: Duration = Field(default=_LIMITS.confirm_within, examples=['"7d"'])
    draft_lives: Duration = Field(default=_LIMITS.draft_lives, examples=['"24h"'])
    hazard_accept: WorkingTime = Field(default=_LIMITS.hazard_accept, examples=['"30m"'])
    hazard_finish: WorkingTime = Field(default=_LIMITS.hazard_finish, examples=['"7h"'])


class RetentionRow(Row):
    """How long each kind of record is kept."""

    talks: Kept = Field(default=_KEPT.talks, examples=['"30d"'])
    letters: Kept = Field(default=_KEPT.letters, examples=['"30d"'])
    received: Kept = Field(default=_KEPT.received, examples=['"30d"'])
    messages: Kept = Field(default=_KEPT.messages, examples=['"90d"'])
    reminders: Kept = Field(default=_KEPT.reminders, examples=['"180d"'])
    residents: Kept = Field(default=_KEPT.residents, examples=['"180d"'])
    rosters: Kept = Field(default=_KEPT.rosters, examples=['"365d"'])
    relays: Kept = Field(default=_KEPT.relays, examples=['"365d"'])
    revisions: Kept = Field(default=_KEPT.revisions, examples=['"365d"'])
    disputes: Kept = Field(default=_KEPT.disputes, examples=['"365d"'])
    cases: Kept = Field(default=_KEPT.cases, examples=['"1095d"'])
    topics: Kept = Field(default=_KEPT.topics, examples=['"1095d"'])
    details: Kept = Field(default=_KEPT.details, examples=['"1825d"'])


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
    routes: list[RouteRow] = Field(default=[])
    chats: list[ChatRow] = Field(default=[])
    levels: list[Text] = Field(default=["社区", "网格"], examples=['["社区", "片区", "网格"]'])
    levels_in: dict[Language, list[Text]] = Field(
        default={}, examples=['{ en = ["village", "cluster", "group"] }']
    )
    titles: TitlesRow = TitlesRow()
    areas: dict[Key, AreaRow] = Field(default={})
    panels: dict[Key, PanelRow] = Field(default={})
    groups: dict[Key, GroupRow] = Field(default={})
    helpers: dict[Key, HelperRow] = Field(default={})
    limits: LimitsRow = LimitsRow()
    retention: RetentionRow = RetentionRow()
    deliberation: DeliberationRow = DeliberationRow()
    bodies: dict[BodyKey, BodyRow] = Field(default={})
    catalogue: dict[Key, EntryRow] = Field(default={})
    disclosing: DisclosingRow = DisclosingRow()
    disclosures: dict[Key, DisclosureRow] = Field(default={})
    powers: dict[Key, PowerRow] = Field(default={})
    council: CouncilRow | None = None

    @field_validator("levels_in")
    @classmethod
    def _as_many(cls, found: dict[str, list[str]], row: ValidationInfo) -> dict[str, list[str]]:
        levels = row.data.get("levels", ())
        for language, names in found.items():
            if levels and len(names) != len(levels):
                raise wrong("levels-uneven", {"language": language, "levels": len(levels)})
        return found


class Draft(Row):
    """The rows that could be read, lists numbered from 1, beside the keys that stand in the file.

    A part that is not there has no keys. What is missing is only said of a part that is `whole`,
    read without a gap, so that no mistake is told twice.
    """

    officers: dict[str, OfficerRow] = Field(default={})
    buildings: dict[str, BuildingRow] = Field(default={})
    grids: dict[str, GridRow] = Field(default={})
    categories: dict[str, CategoryRow] = Field(default={})
    routes: dict[int, RouteRow] = Field(default={})
    chats: dict[int, ChatRow] = Field(default={})
    areas: dict[str, AreaRow] = Field(default={})
    panels: dict[str, PanelRow] = Field(default={})
    groups: dict[str, GroupRow] = Field(default={})
    helpers: dict[str, HelperRow] = Field(default={})
    bodies: dict[str, BodyRow] = Field(default={})
    catalogue: dict[str, EntryRow] = Field(default={})
    disclosures: dict[str, DisclosureRow] = Field(default={})
    powers: dict[str, PowerRow] = Field(default={})
    keys: dict[str, tuple[str, ...]] = Field(default={})
    whole: frozenset[str] = frozenset()

    def lacks(self, part: str, key: str) -> bool:
        """Whether a part of the file is there, but not this key in it."""
        return part in self.keys and key not in self.keys[part]
