"""Plain words for accounts: what changed, what it is a household, what cost most (G08, N23)."""

from collections.abc import Mapping
from dataclasses import dataclass

from governance.disclosures.ledger import Ledger, Line, Side

TOP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a headline says, in fen; `change` is against the last period, None if there is none."""

    income: int
    expense: int
    closing: int
    change: Mapping[Side, int] | None
    a_household: int
    top: tuple[Line, ...]


def figures(ledger: Ledger, last: Ledger | None, households: int) -> Figures:
    """Return the figures of a period; what went out for each household is rounded down."""
    spent = ledger.total(Side.EXPENSE)
    payments = [line for line in ledger.lines if line.side is Side.EXPENSE]
    return Figures(
        income=ledger.total(Side.INCOME),
        expense=spent,
        closing=ledger.closing,
        change={s: ledger.total(s) - last.total(s) for s in Side} if last else None,
        a_household=spent // households if households else 0,
        top=tuple(sorted(payments, key=lambda line: (-line.amount, line.number))[:TOP]),
    )


def yuan(fen: int) -> str:
    """Return an amount as people read it: 1234.50, exactly."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100}.{fen % 100:02}"
