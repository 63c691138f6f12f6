"""Amounts as they are typed into a spreadsheet; exact, or not taken at all."""

import re
import unicodedata
from decimal import Decimal

_FIGURES = re.compile(r"-?\d+(?:\.\d{1,2})?")


def plain(cell: str) -> str:
    """Return a cell in narrow figures and signs, without blanks around it."""
    return unicodedata.normalize("NFKC", cell).strip()


def exact(cell: str) -> Decimal | None:
    """Return an amount of yuan as it was typed; None for what is none, or finer than a fen."""
    said = plain(cell)
    return Decimal(said) if _FIGURES.fullmatch(said) else None
