"""What must not stand in a disclosure, and what it looks like: a person's number, home or name."""

import re
from enum import StrEnum
from functools import cache

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


_HAMLET = re.compile(r"[\u4e00-\u9fff]家[村庄湾屯坝寨沟坪桥]")
_SUM = re.compile(r"(?<=[\d一二三四五六七八九十百千])[万余]+")
_NO_SURNAME = "一"


def has_name(text: str, nameless: tuple[str, ...] = ()) -> bool:
    """Whether a text says whom: what is left of it may hold a full name (N06).

    `nameless` are words that look like names, or stand beside one, and name nobody.
    """
    text = privacy.uncalled(_HAMLET.sub(" ", _SUM.sub(" ", text)))
    return privacy.holds_name(_words(nameless).sub(_harmless, text))


def _harmless(word: re.Match[str]) -> str:
    # 向前 after 刘 may still be his name; nobody is called 居委会
    return _NO_SURNAME * len(word[0]) if privacy.has_surname(word[0]) else " "


@cache
def _words(nameless: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all words; where two begin alike the longer one is taken."""
    longest = sorted(nameless, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or r"(?!)")
