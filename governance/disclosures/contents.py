"""What stands in an edition, by its template; what a reader may ask about has a number (G11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.states import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A quarter's large payments (G02)."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The sums of one of the months of a year, in fen; `number` counts from 1."""

    number: int
    start: date
    income: int
    expense: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year's totals in fen, with its months and those of the year before (G03).

    `explained` says why a side differs from the sum of the months.
    """

    opening: int
    sums: Mapping[Side, int]
    closing: int
    months: tuple[Month, ...]
    last: Mapping[Side, int] | None = None
    explained: Mapping[Side, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One numbered thing that is said; `name` is a heading of the template, or the committee's."""

    number: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is said in words: a policy's five answers (G18), a stage (G05), duties (F07), a text.

    `subject` is whom or what it is about: a policy, a project, an officer. A project's stage has
    its sums in fen and the resolution it carries out.
    """

    headline: str
    facts: tuple[Fact, ...]
    subject: str = ""
    stage: Stage | None = None
    resolution: int = 0
    clause: int = 0
    budget: int = 0
    paid: int = 0
    photo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """So many people of one kind of support, each so much a month, in fen: never a name (N06)."""

    number: int
    name: str
    people: int
    standard: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beneficiaries:
    """Who is supported, as numbers only (G04); `look_up` and `object` say where, and how."""

    groups: tuple[Group, ...]
    look_up: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One asset and who has the use of it (G14); the price is in fen for the whole term."""

    number: int
    asset: str
    holder: str
    contract: str
    start: date
    end: date
    price: int
    paid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The register of funds, assets and resources (G14)."""

    contracts: tuple[Contract, ...]


Content = Ledger | Large | Year | Report | Beneficiaries | Register
