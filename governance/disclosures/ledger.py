"""Accounts of a period, exact to the fen, and what is wrong with them (G01 to G03)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from governance.disclosures import gate
from governance.disclosures.periods import Period
from governance.programme import Disclosing


class Side(StrEnum):
    """Whether money came in or went out."""

    INCOME = "income"
    EXPENSE = "expense"


class Wrong(StrEnum):
    """Why accounts cannot be submitted as they are."""

    UNBALANCED = "unbalanced"
    OPENING = "opening"
    MONTHS = "months"
    AMOUNT = "amount"
    RECEIPT = "receipt"
    DAY = "day"
    BASIS = "basis"
    JUMP = "jump"
    PRIVATE = "private"
    NAME = "name"
    MISSING = "missing"
    TERM = "term"
    STAGE = "stage"
    UNSETTLED = "unsettled"
    COST = "cost"
    RESOLUTION = "resolution"
    UNDECIDED = "undecided"
    EXCEEDED = "exceeded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry; `number` is what a reader asks about, the amount is in fen.

    `basis` is who approved it, `resolution` the one that it carries out (G15), 0 for none.
    """

    number: int
    side: Side
    on: date
    what: str
    amount: int
    receipt: str = ""
    payee: str = ""
    basis: str = ""
    resolution: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The accounts of a period; `explained` says why a side jumped or differs from the months."""

    period: Period
    opening: int
    lines: tuple[Line, ...]
    closing: int
    explained: Mapping[Side, str] = field(default_factory=dict)

    def total(self, side: Side) -> int:
        """Return what came in, or went out, in fen."""
        return sum(line.amount for line in self.lines if line.side is side)

    @property
    def reckoned(self) -> int:
        """What must be left: opening plus income less expense."""
        return self.opening + self.total(Side.INCOME) - self.total(Side.EXPENSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """A community's own: from which amount in fen a basis is needed, how far a side may jump."""

    large: int = 100_000  # 1 000 yuan; the documents give no figure
    jump: Fraction = Fraction(3, 10)


def limits(numbers: Disclosing) -> Limits:
    """Return what a community's file says of its accounts."""
    return Limits(large=numbers.large, jump=numbers.jump)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong: of which line (0: of the whole), what is found there, what would be right.

    `place` is the part of the line in which it stands, where that is not plain from the kind.
    """

    wrong: Wrong
    line: int = 0
    found: str | int = ""
    right: str | int = ""
    side: Side | None = None
    place: str = ""


def check(ledger: Ledger, last: Ledger | None, limits: Limits) -> tuple[Problem, ...]:
    """Return all that is wrong with a period's accounts, seen after those of the last."""
    return (*_sums(ledger, last), *_lines(ledger, limits), *_jumps(ledger, last, limits))


def _sums(ledger: Ledger, last: Ledger | None) -> Iterable[Problem]:
    if ledger.reckoned != ledger.closing:
        yield Problem(wrong=Wrong.UNBALANCED, found=ledger.closing, right=ledger.reckoned)
    # where a month between them was put off, what is there now follows from none of them
    follows = last is not None and last.period.end == ledger.period.start
    if last is not None and follows and ledger.opening != last.closing:
        yield Problem(wrong=Wrong.OPENING, found=ledger.opening, right=last.closing)


def parted(ledger: Ledger, after: Ledger) -> bool:
    """Whether the accounts that follow begin with something else than what is left in these."""
    return after.period.start == ledger.period.end and after.opening != ledger.closing


def _lines(ledger: Ledger, limits: Limits) -> Iterable[Problem]:
    seen: dict[str, int] = {}
    for line in ledger.lines:
        if line.amount <= 0:
            yield Problem(wrong=Wrong.AMOUNT, line=line.number, found=line.amount)
        if line.receipt and line.receipt in seen:
            first = seen[line.receipt]
            yield Problem(wrong=Wrong.RECEIPT, line=line.number, found=line.receipt, right=first)
        seen.setdefault(line.receipt, line.number)
        if not ledger.period.holds(line.on):
            yield Problem(wrong=Wrong.DAY, line=line.number, found=line.on.isoformat())
        if line.side is Side.EXPENSE and line.amount >= limits.large and not _approved(line):
            yield Problem(wrong=Wrong.BASIS, line=line.number, found=line.amount)
        for place in ("what", "payee", "basis"):
            if found := gate.kind(getattr(line, place)):
                yield Problem(wrong=Wrong.PRIVATE, line=line.number, found=found, place=place)
        if found := gate.receipt(line.receipt):
            yield Problem(wrong=Wrong.PRIVATE, line=line.number, found=found, place="receipt")


def _approved(line: Line) -> bool:
    """Whether it is said who approved a payment: in words, or by the resolution it carries out."""
    return bool(line.basis or line.resolution)


def _jumps(ledger: Ledger, last: Ledger | None, limits: Limits) -> Iterable[Problem]:
    for side in Side:
        before, now = last.total(side) if last else 0, ledger.total(side)
        if jumped(before, now, limits.jump) and not ledger.explained.get(side):
            yield Problem(wrong=Wrong.JUMP, found=now, right=before, side=side)


def jumped(before: int, now: int, jump: Fraction) -> bool:
    """Whether a sum changed by more than a share of what it was; from nothing, nothing jumps."""
    return before > 0 and abs(now - before) > jump * before


def large(months: Iterable[Ledger], limits: Limits) -> tuple[Line, ...]:
    """Return the large payments of months, numbered anew in the order of their days (G02)."""
    found = (
        line
        for month in months
        for line in month.lines
        if line.side is Side.EXPENSE and line.amount >= limits.large
    )
    return _numbered(sorted(found, key=lambda line: (line.on, line.receipt, line.what)))


def check_large(
    lines: Sequence[Line], months: Sequence[Ledger], limits: Limits
) -> tuple[Problem, ...]:
    """Return what is wrong with a quarter's large payments: each must be one of its months."""
    wanted: dict[tuple[str, str, int], int] = defaultdict(int)
    for line in large(months, limits):
        wanted[_same(line)] += 1
    problems = []
    for line in lines:
        if wanted[_same(line)] < 1:
            problems.append(Problem(wrong=Wrong.MONTHS, line=line.number, found=line.amount))
        wanted[_same(line)] -= 1
    missing = sum(key[2] * count for key, count in wanted.items() if count > 0)
    if missing:
        problems.append(Problem(wrong=Wrong.MONTHS, right=missing))
    return tuple(problems)


def _same(line: Line) -> tuple[str, str, int]:
    return line.on.isoformat(), line.receipt, line.amount


def _numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(replace(line, number=n) for n, line in enumerate(lines, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A longer period by sides, in fen; `explained` says why one differs from its months."""

    opening: int
    sums: Mapping[Side, int]
    closing: int
    explained: Mapping[Side, str] = field(default_factory=dict)


def totals(months: Sequence[Ledger]) -> Totals:
    """Return months added up; ValueError for none."""
    if not months:
        raise ValueError("no month to add up")
    return Totals(
        opening=months[0].opening,
        sums={side: sum(month.total(side) for month in months) for side in Side},
        closing=months[-1].closing,
    )


def check_totals(stated: Totals, months: Sequence[Ledger]) -> tuple[Problem, ...]:
    """Return what is wrong with a year's totals: a difference from the months is explained."""
    summed = totals(months)
    reckoned = stated.opening + stated.sums[Side.INCOME] - stated.sums[Side.EXPENSE]
    # what is left is what the last month says is left: no explanation changes that
    problems = [
        Problem(wrong=Wrong.UNBALANCED, found=stated.closing, right=right)
        for right in dict.fromkeys((reckoned, summed.closing))
        if right != stated.closing
    ]
    if stated.opening != summed.opening:
        problems.append(Problem(wrong=Wrong.OPENING, found=stated.opening, right=summed.opening))
    problems += [
        Problem(wrong=Wrong.MONTHS, found=stated.sums[s], right=summed.sums[s], side=s)
        for s in Side
        if stated.sums[s] != summed.sums[s] and not stated.explained.get(s)
    ]
    return tuple(problems)
