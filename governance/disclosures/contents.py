"""What stands in an edition, by its template; what a reader may ask about has a number (G11)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.periods import Period
from governance.disclosures.programme import Template
from governance.resolutions.states import Stage


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

    @property
    def people(self) -> int:
        """How many are supported."""
        return sum(group.people for group in self.groups)

    @property
    def total(self) -> int:
        """With how much all together, in fen."""
        return sum(group.total for group in self.groups)


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

TYPES: Mapping[Template, type[Content]] = {
    Template.LEDGER: Ledger,
    Template.USE: Ledger,
    Template.LARGE: Large,
    Template.TOTALS: Year,
    Template.STAGE: Report,
    Template.BENEFICIARIES: Beneficiaries,
    Template.POLICY: Report,
    Template.ASSETS: Register,
    Template.DUTIES: Report,
    Template.TEXT: Report,
}


HEADLINE = "headline"  # what every report has, and nothing else


def written(content: Content) -> Mapping[str, Any]:
    """Return a content as a JSON document; the period of accounts is the edition's own."""
    document: Mapping[str, Any] = _plain(content)
    return {name: value for name, value in document.items() if name != "period"}


def read(template: Template, document: Mapping[str, Any], period: Period | None) -> Content:
    """Return the content of a document; ValueError where the template has accounts, of no period.

    A document says what was typed and no more: nothing is reckoned anew.
    """
    # an item may have been shown in words before its template asked for accounts
    kind = Report if HEADLINE in document else TYPES[template]
    if kind is not Ledger:
        found: Content = _made(kind, document)
        return found
    if period is None:
        raise ValueError("accounts are of a period")
    ledger: Ledger = _made(Ledger, {**document, "period": period})
    return ledger


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a content is made of
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 -- as above
    """Return a value of a type from its plain form."""
    if isinstance(kind, UnionType):  # something or None
        return None if value is None else _made(get_args(kind)[0], value)
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], each) for each in value)
    if origin is Mapping:
        keys, values = get_args(kind)
        return {keys(name): _made(values, each) for name, each in value.items()}
    if isinstance(value, kind):
        return value
    return _kept(kind, value) if is_dataclass(kind) else _SCALARS.get(kind, kind)(value)


def _kept(kind: Any, document: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- as above
    hints = get_type_hints(kind)
    return kind(**{f.name: _made(hints[f.name], document[f.name]) for f in fields(kind)})


_SCALARS: Mapping[Any, Callable[[Any], Any]] = {date: date.fromisoformat}
