"""What a community owes its people to know, how often, and until which day (G07, G09, G12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction

from dateutil.rrule import rrule, rruleset, rrulestr

USUAL_SINCE = date(2020, 1, 1)


class Kind(StrEnum):
    """Of whose affairs it tells (G12, G13)."""

    VILLAGE = "village"
    RESIDENTS = "residents"
    FINANCE = "finance"
    PARTY = "party"  # by an authorised account only; the bot adds nothing


class Content(StrEnum):
    """The five contents that matter most, and the two beside them (G06)."""

    POLICY = "policy"
    SPENDING = "spending"
    PROJECT = "project"
    ASSETS = "assets"
    BENEFICIARIES = "beneficiaries"
    RESOLUTION = "resolution"
    OTHER = "other"


class Occasion(StrEnum):
    """What makes an edition due."""

    CALENDAR = "calendar"
    EVENT = "event"
    PROJECT = "project"


class Template(StrEnum):
    """What an edition is made of."""

    LEDGER = "ledger"  # a month's income and spending (G01)
    LARGE = "large"  # a quarter's large payments (G02)
    TOTALS = "totals"  # a year's twelve months (G03)
    STAGE = "stage"  # one of a project's three (G05)
    BENEFICIARIES = "beneficiaries"  # numbers only (G04, N06)
    POLICY = "policy"  # what, for whom, how, until when, whom to ask (G18)
    ASSETS = "assets"  # the register of contracts (G14)
    USE = "use"  # what common income was spent on, by which resolution (G15)
    DUTIES = "duties"  # the year-end report of who holds an office (F07)
    TEXT = "text"


class Counted(StrEnum):
    """Which days a due day counts."""

    CALENDAR = "calendar"
    WORKING = "working"


class Privacy(StrEnum):
    """How much of people an item may say (G09, N06)."""

    NONE = "none"  # nobody is spoken of
    NUMBERS = "numbers"  # people are counted, and never named
    NAMED = "named"  # who holds an office, or a contract, is named


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """So many days after a period has ended; the first of them is 1."""

    days: int
    counted: Counted = Counted.CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to be shown: what, for which periods, by when, written and approved by whom.

    `rule` is an RFC 5545 recurrence rule, which says on which days periods begin, counted from
    `since`; it is empty unless the occasion is the calendar. `chats` are kinds of groups, none
    means all of the community's; `subscribers` whether those who asked for it read it in private.
    After `keep` an edition is archived, and never deleted (N24).
    """

    key: str
    names: Mapping[str, str]
    kind: Kind
    content: Content
    template: Template
    occasion: Occasion = Occasion.CALENDAR
    rule: str = ""
    since: date = USUAL_SINCE
    until: date | None = None
    due: DueDay = DueDay(days=10)
    drafter: str = ""
    approver: str = ""
    privacy: Privacy = Privacy.NONE
    chats: tuple[str, ...] = ()
    subscribers: bool = True
    keep: timedelta = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosing:
    """A community's own numbers for all that it discloses, each a proposal.

    From `large` on, in fen, a payment needs a basis; the documents give no figure. By more than
    `jump` no side changes without an explanation.
    """

    window_days: int = 1  # supervision may object so long after an approval
    large: int = 100_000
    jump: Fraction = Fraction(3, 10)
    answer_days: int = 7  # a question about a line is answered within
    correct_days: int = 7  # a correction that was begun is shown within
    question_days: int = 7  # a duty report may be asked about so long (F07)
    survey_days: int = 7  # then everybody is asked so long what they think of it
    plain: Fraction = Fraction(3, 5)  # of those who answered must have understood (G17)
    enough: int = 5  # answers, below which no share says anything

    @property
    def window(self) -> timedelta:
        """How long supervision may object."""
        return timedelta(days=self.window_days)


def recurring(rule: str, since: date) -> rrule | rruleset:
    """Return a recurrence rule as it can be asked; ValueError for one that cannot be read.

    It counts whole days: what repeats within a day, ends, begins by itself or never comes is none.
    """
    fields = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    beyond = {"BYHOUR", "BYMINUTE", "BYSECOND", "COUNT", "UNTIL"} & fields.keys()
    if beyond or fields.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        raise ValueError(f"no rule of whole days: {rule}")
    began = datetime.combine(since, time())
    found = rrulestr(rule.upper(), dtstart=began)
    if found.after(began) is None:
        raise ValueError(f"never comes: {rule}")
    return found
