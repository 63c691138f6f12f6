"""Everything that keeps a content from being submitted, seen beside what was shown before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from governance.disclosures import answers, cells, gate, ledger
from governance.disclosures.contents import (
    Beneficiaries,
    Content,
    Large,
    Register,
    Report,
    Year,
)
from governance.disclosures.ledger import Ledger, Limits, Problem, Side, Totals, Wrong
from governance.disclosures.periods import Period
from governance.resolutions.states import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What the figures of a stage are held against, in fen: the budget, what was paid halfway.

    None for what is not known; `over` whether the work was accepted.
    """

    planned: int | None = None
    halfway: int | None = None
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a content is checked against.

    `last` is that of the period before, `months` the accounts of its own months, `year` the other
    accounts of its year. `gap` is the first day that no shown accounts have, `unshown` the earlier
    stage of a project that is still missing, `project` what was promised of it and shown before,
    `resolutions` the numbers of those that are public, `allowed` what those in force still allow
    in fen, None where a payment need not name one. `nameless` are the words that look like names
    and are none.
    """

    last: Content | None = None
    months: Sequence[Ledger] = ()
    year: Sequence[Ledger] = ()
    gap: date | None = None
    unshown: Stage | None = None
    project: Project | None = None
    resolutions: frozenset[int] = frozenset()
    allowed: Mapping[int, int] | None = None
    nameless: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


def gap(months: Sequence[Ledger], period: Period) -> date | None:
    """Return the first day of a period that none of these accounts have; None where all is there.

    The accounts are in the order of their periods.
    """
    day = period.start
    for month in months:
        if month.period.start > day:
            break
        day = max(day, month.period.end)
    return day if day < period.end else None


def problems(content: Content, beside: Beside) -> tuple[Problem, ...]:
    """Return all that is wrong with a content; none of it can be submitted until it is right."""
    match content:
        case Ledger():
            last = beside.last if isinstance(beside.last, Ledger) else None
            found = ledger.check(content, last, beside.limits)
            decided = _decided(content, beside.resolutions)
            if beside.allowed is not None:
                decided = _allowed(content, beside.allowed)
            return (*found, *_receipts(content, beside.year), *decided)
        case Large():
            lines = ledger.check_large(content.lines, beside.months, beside.limits)
            return (*_gap(beside), *lines)
        case Year():
            return tuple(_year(content, beside))
        case Report():
            return (*_report(content, beside.unshown), *_project(content, beside.project))
        case Beneficiaries():
            return tuple(_beneficiaries(content, beside.nameless))
    return tuple(_register(content))


def explained(content: Ledger | Year, side: str, why: str) -> Ledger | Year:
    """Return the content with the reason why a side changed so much."""
    return replace(content, explained={**content.explained, Side(side): why})


def _receipts(content: Ledger, others: Iterable[Ledger]) -> Iterator[Problem]:
    """Name each receipt that was shown in another period of the year already."""
    shown = {
        line.receipt: other.period.start.isoformat()
        for other in others
        if other.period != content.period
        for line in other.lines
        if line.receipt
    }
    for line in content.lines:
        if before := shown.get(line.receipt):
            yield Problem(wrong=Wrong.RECEIPT, line=line.number, found=line.receipt, right=before)


def _decided(content: Ledger, public: frozenset[int]) -> Iterator[Problem]:
    """Name each line that points to a resolution which nobody can look up (G15)."""
    for line in content.lines:
        if line.resolution and line.resolution not in public:
            yield Problem(
                wrong=Wrong.RESOLUTION,
                line=line.number,
                found=str(line.resolution),
                place="resolution",
            )


def _allowed(content: Ledger, allowed: Mapping[int, int]) -> Iterator[Problem]:
    """Name each payment without a resolution in force, or beyond what that still allows (G15)."""
    known = ", ".join(map(str, sorted(allowed)))
    left = dict(allowed)
    for line in content.lines:
        if line.side is not Side.EXPENSE:
            continue
        at = Problem(wrong=Wrong.UNDECIDED, line=line.number, place="resolution")
        if line.resolution not in allowed:
            named = str(line.resolution or "none")
            yield replace(at, found=named, right=known or "none")
        elif line.amount > left[line.resolution]:
            found, right = line.amount, left[line.resolution]
            yield replace(at, wrong=Wrong.EXCEEDED, found=found, right=right, place="amount")
        else:
            left[line.resolution] -= line.amount


def _year(content: Year, beside: Beside) -> Iterator[Problem]:
    yield from _gap(beside)
    if not beside.months:
        return
    stated = Totals(
        opening=content.opening,
        sums=content.sums,
        closing=content.closing,
        explained=content.explained,
    )
    yield from ledger.check_totals(stated, beside.months)
    yield from _rows(content, beside.months)
    before = content.last or {}
    for side, now in content.sums.items():
        jumps = ledger.jumped(before.get(side, 0), now, beside.limits.jump)
        if jumps and not content.explained.get(side):
            yield Problem(wrong=Wrong.JUMP, found=now, right=before[side], side=side)


def _rows(content: Year, months: Sequence[Ledger]) -> Iterator[Problem]:
    """Name each month of a year that is not as it was shown: it may be corrected since."""
    shown = {month.period.start: month for month in months}
    for row in content.months:
        for side, told in ((Side.INCOME, row.income), (Side.EXPENSE, row.expense)):
            right = shown[row.start].total(side) if row.start in shown else 0
            if told != right:
                yield Problem(
                    wrong=Wrong.MONTHS, line=row.number, found=told, right=right, side=side
                )


def _gap(beside: Beside) -> Iterator[Problem]:
    """Name the month that is not shown: what is added up of the others would be too little."""
    if beside.gap:
        yield Problem(wrong=Wrong.MONTHS, found=beside.gap.isoformat(), place="gap")


def _report(content: Report, unshown: Stage | None) -> Iterator[Problem]:
    if unshown is not None:
        yield Problem(wrong=Wrong.STAGE, right=unshown)
    if not content.headline or not content.facts:
        yield Problem(wrong=Wrong.MISSING)
    for place in ("headline", "subject"):
        if found := gate.kind(getattr(content, place)):
            yield Problem(wrong=Wrong.PRIVATE, found=found, place=place)
    yield from _private((f.number, f"{f.name}\n{f.text}") for f in content.facts)


def _project(content: Report, project: Project | None) -> Iterator[Problem]:
    """Hold the sums of a stage against its budget and what was shown halfway (G05)."""
    if project is None:
        return
    if project.planned is not None and content.budget != project.planned:
        yield Problem(
            wrong=Wrong.COST, found=content.budget, right=project.planned, place="budget"
        )
    if content.stage is not Stage.SETTLED:
        return
    if not project.over:
        yield Problem(wrong=Wrong.UNSETTLED)
    said = {fact.name: fact.text for fact in content.facts}
    before = cells.fen(said.get("halfway", "")) or 0
    if project.halfway is not None and before != project.halfway:
        yield Problem(wrong=Wrong.COST, found=before, right=project.halfway, place="halfway")
    if answers.other(content.paid, content.budget, before) and not said.get("compared"):
        yield Problem(wrong=Wrong.COST, found=content.paid, right=content.budget, place="why")


def _private(texts: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    for number, text in texts:
        if found := gate.kind(text):
            yield Problem(wrong=Wrong.PRIVATE, line=number, found=found)


def _beneficiaries(content: Beneficiaries, nameless: tuple[str, ...]) -> Iterator[Problem]:
    if not content.groups:
        yield Problem(wrong=Wrong.MISSING)
    for group in content.groups:
        if gate.has_name(group.name, nameless):
            yield Problem(wrong=Wrong.NAME, line=group.number)
        if group.people <= 0 or group.standard <= 0 or group.total <= 0:
            yield Problem(wrong=Wrong.AMOUNT, line=group.number)
    yield from _private((group.number, group.name) for group in content.groups)
    for place in ("look_up", "object"):
        if not getattr(content, place):
            yield Problem(wrong=Wrong.MISSING, place=place)
        if gate.has_name(getattr(content, place), nameless):
            yield Problem(wrong=Wrong.NAME, place=place)
        if found := gate.kind(getattr(content, place)):
            yield Problem(wrong=Wrong.PRIVATE, found=found, place=place)


def _register(content: Register) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], int] = {}
    for each in content.contracts:
        if each.price <= 0:
            yield Problem(wrong=Wrong.AMOUNT, line=each.number, found=each.price, place="price")
        if each.end <= each.start:
            found = each.end.isoformat()
            yield Problem(wrong=Wrong.TERM, line=each.number, found=found, place="end")
        same = each.asset, each.contract, each.start.isoformat()
        if same in seen:
            twice = Problem(wrong=Wrong.RECEIPT, line=each.number, place="asset")
            yield replace(twice, found=each.asset, right=seen[same])
        seen.setdefault(same, each.number)
        for place in ("asset", "holder", "contract"):
            if found_kind := gate.kind(getattr(each, place)):
                kept = Problem(wrong=Wrong.PRIVATE, line=each.number, place=place)
                yield replace(kept, found=found_kind)
