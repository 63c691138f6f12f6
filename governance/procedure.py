"""By what numbers a community deliberates, and who decides what: what its file may say (E12)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from governance.quorum import Rule, Threshold

_HALF, _TWO_THIRDS = Threshold.read("more than 1/2"), Threshold.read("at least 2/3")


class Level(StrEnum):
    """Who must decide (E12)."""

    MEETING = "meeting"
    DELEGATED = "delegated"
    OTHER = "other"


class UnitKind(StrEnum):
    """Who has one vote: a person, a household, an owner (or joint owners)."""

    PERSON = "person"
    HOUSEHOLD = "household"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """How much must be talked, how soon answered, how often told: a community's own numbers.

    `seconds` households must support a proposal; `promote_households` who report the same within
    `promote_days` make it a matter to be talked over (E20), or the same that came back
    `repeat_times` in `repeat_months` of 30 days. The days to review, resolve and
    contest are calendar days; quiet hours begin and end at full hours of the community's day.
    """

    days: int = 3
    statements: int = 5
    open_at_once: int = 3
    retries: int = 1
    objection_days: int = 3
    seconds: int = 5
    near_seconds: int = 3  # households, and statements below, of a building or a grid (A11)
    near_statements: int = 3
    promote_households: int = 5
    promote_days: int = 30
    repeat_times: int = 3
    repeat_months: int = 6
    review_days: int = 7
    resolve_days: int = 15
    contest_days: int = 5
    statements_a_day: int = 5
    messages_a_day: int = 10
    quiet_from: int = 21
    quiet_until: int = 8
    pot_yuan: int = 0  # for micro-projects (G16); 0: no such fund
    anchor: bool = True  # whether groups are told each day how far the audit goes (F10)
    hearing_days: int = 3  # so long ahead a hearing is called
    minutes_days: int = 3  # so soon after a meeting its minutes are awaited
    notice_days: int = 5  # so long a notice leaves to object
    step_days: int = 7  # between two meetings of 四议两公开; local rules, none of the law
    step_quorum: Threshold = _HALF  # of each body of the six steps
    decide_quorum: Threshold = _TWO_THIRDS  # of the one that decides
    disclose_days: int = 5  # so soon after it a decision is shown
    stages: frozenset[str] = frozenset()  # of this kind of matter, besides talk and summary (E02)
    participants: frozenset[str] = frozenset()  # the classes of which somebody must have spoken


class Certainty(StrEnum):
    """How surely the numbers of a template stand in the text now in force."""

    READ = "read"
    TO_CHECK = "to-check"
    UNKNOWN = "unknown"  # no numbers are given: the community fills them in


class Law(StrEnum):
    """Which law; its name in each language is words, not code."""

    CIVIL_CODE = "civil-code"  # 民法典
    VILLAGERS = "villagers-committees"  # 村民委员会组织法
    RESIDENTS = "residents-committees"  # 城市居民委员会组织法
    OWN_RULES = "own-rules"  # 村规民约、居民公约、管理规约: the community's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where numbers come from: the law, its article, the year of the text that was looked at."""

    law: Law
    article: str
    year: int
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Who decides, and by what: as it stands in the community's file (A11, E12)."""

    key: str
    kind: UnitKind
    rule: Rule
    source: Source
    adults: bool = True
    notice_days: int = 0  # so long before, the matter must have been made known
    voters: frozenset[str] = frozenset()  # the classes that vote; empty: all who live here
    names: Mapping[str, str] = field(default_factory=dict)  # where no template has its key

    @property
    def complete(self) -> bool:
        """Whether there are numbers to count by."""
        return bool(self.rule.whole.turnout and self.rule.whole.assent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A kind of matter in the community's catalogue: who decides it, and on which road (E02, E12).

    `reserved` matters are talked over here and decided elsewhere (F12); `major` ones are studied
    by the party organisation first (E11); `vital` ones need everybody heard (E18). The last five
    are its own minimum, which the guard of ballots holds.
    """

    key: str
    names: Mapping[str, str]
    level: Level
    body: str = ""
    major: bool = False
    vital: bool = False
    reserved: bool = False
    words: tuple[str, ...] = field(default=())
    participants: tuple[str, ...] = ()  # classes that must take part
    stages: tuple[str, ...] = ()  # what it must pass besides talk and summary
    days: int = 0  # at the least, where more than is usual here
    statements: int = 0
    result: str = ""  # the form of resolution it ends in; any where none is named
