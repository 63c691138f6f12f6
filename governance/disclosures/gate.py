"""What must not stand in a disclosure, and what it looks like: a person's number, home or name."""

import re
from enum import StrEnum

from governance import privacy

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_GAPS = re.compile(r"[\s.·—–-]")
_RUN = re.compile(r"\d(?:[\s.·—–-]{0,2}\d){14,18}[Xx]?")
_PHONE = re.compile(r"(?<!\d)1[\s.·—–-]{0,2}[3-9](?:[\s.·—–-]{0,2}\d){9}(?!\d)")
_CARD = range(16, 20)
_TWO_DIGITS = 9


class Private(StrEnum):
    """What it is that must not stand there."""

    IDENTITY = "identity"
    CARD = "card"
    PHONE = "phone"
    OTHER = "other"  # a plate, a door, a full name


def kind(text: str) -> Private | None:
    """Return what private thing a text says; None where it says none."""
    if not privacy.is_private(text):
        return None
    runs = [_GAPS.sub("", run).upper() for run in _RUN.findall(text)]
    if any(map(is_identity, runs)):
        return Private.IDENTITY
    if any(map(is_card, runs)):
        return Private.CARD
    return Private.PHONE if _PHONE.search(text) else Private.OTHER


def receipt(number: str) -> Private | None:
    """Return what private thing stands where a receipt's number should; None for a number.

    Figures with strokes may look like a door or a landline, and number receipts.
    """
    found = kind(number)
    return None if found is Private.OTHER and number.isascii() else found


def is_identity(number: str) -> bool:
    """Whether a number is that of an identity card: its last sign follows from the others."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    total = sum(int(n) * weight for n, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1]


def is_card(number: str) -> bool:
    """Whether a number may be that of a bank card, by Luhn's sum."""
    if len(number) not in _CARD or not number.isdecimal():
        return False
    total = 0
    for at, figure in enumerate(reversed(number)):
        doubled = int(figure) * (2 if at % 2 else 1)
        total += doubled - _TWO_DIGITS if doubled > _TWO_DIGITS else doubled
    return total % 10 == 0


_KINDS = re.compile(r"[户员者人老童孤残贴金保养助难障贫病属类龄]$")
_BETWEEN = re.compile(r"[、,，;；/\s]+")


def has_name(text: str) -> bool:
    """Whether a kind of support says whom: a word of it may be a full name (N06).

    What ends like a kind of support is none.
    """
    words = _BETWEEN.split(text.strip())
    return any(privacy.is_name(word) and not _KINDS.search(word) for word in words)
