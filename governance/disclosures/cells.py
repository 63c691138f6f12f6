"""Amounts and days as people type them into a spreadsheet; exact, or not taken at all."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from governance.disclosures.periods import Period

MOST = 10**13  # fen: a hundred thousand million yuan are nobody's accounts
_MONEY = re.compile(r"^(?:rmb|cny|¥)|(?:元整|元|圆|块)$", re.IGNORECASE)
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FIGURES = re.compile(r"-?\d+(?:\.\d+)?")
_NEGATIVE = re.compile(r"\((.+)\)")
_WHOLE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_BARE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_ALONE = re.compile(r"(\d{1,2})\s*[日号]?")
_COUNTED = re.compile(r"\d{5}")  # days as a spreadsheet counts them, where it shows no date
_FIRST = date(1899, 12, 30)
_COUNTS = range(36_526, 73_051)  # the years 2000 to 2099
MONTH = 31


def plain(cell: str) -> str:
    """Return a cell in narrow figures and signs, without blanks around it."""
    return unicodedata.normalize("NFKC", cell).strip()


def fen(cell: str) -> int | None:
    """Return an amount of yuan in fen; None for what is none, or finer than a fen."""
    amount = exact(cell)
    return None if amount is None else int(amount * 100)


def exact(cell: str) -> Decimal | None:
    """Return an amount of yuan as it was typed; None for what is none, or finer than a fen."""
    said = plain(cell).replace("￥", "¥")
    if inside := _NEGATIVE.fullmatch(said):
        said = f"-{inside[1]}"
    said = _MONEY.sub("", _MONEY.sub("", said)).replace(" ", "")
    if _GROUPED.fullmatch(said):
        said = said.replace(",", "")
    if not _FIGURES.fullmatch(said):
        return None
    amount = Decimal(said)
    fits = amount * 100 == (amount * 100).to_integral_value() and abs(amount) * 100 <= MOST
    return amount if fits else None


def whole(cell: str) -> int | None:
    """Return a whole number, 0 for an empty cell; None for anything else."""
    said = plain(cell).lstrip("#") or "0"
    try:
        number = Decimal(said)
    except InvalidOperation:
        return None
    known = number.is_finite() and number == number.to_integral_value()
    return int(number) if known and 0 <= number < MOST else None


def day(cell: str, period: Period | None = None) -> date | None:
    """Return a day; what it leaves unsaid, the year or a single month, is the period's own."""
    said = plain(cell).partition(" 00:00")[0]
    if found := _WHOLE.fullmatch(said) or _BARE.fullmatch(said):
        return _made(*map(int, found.groups()))
    if _COUNTED.fullmatch(said) and int(said) in _COUNTS:
        return _FIRST + timedelta(days=int(said))
    if period is None:
        return None
    if found := _SHORT.fullmatch(said):
        return _within(period, int(found[1]), int(found[2]))
    if (found := _ALONE.fullmatch(said)) and (period.end - period.start).days <= MONTH:
        return _within(period, None, int(found[1]))
    return None


def _within(period: Period, month: int | None, number: int) -> date | None:
    """Return the day of the period that is called so; a day of another month is that day too."""
    last = period.end - timedelta(days=1)
    months = [month] if month else [period.start.month, last.month]
    years = sorted({period.start.year, last.year})
    found = [day for y in years for m in months if (day := _made(y, m, number))]
    inside = (day for day in found if period.holds(day))
    return next(inside, found[0] if found and month else None)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
