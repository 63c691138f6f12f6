"""What never reaches a residents' group: phones, ID numbers, door numbers, plates (N06, N21; rule of the group card)."""

import re

_PRIVATE = (
    re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),  # resident identity card
    re.compile(r"(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"),  # mobile phone
    re.compile(r"(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)"),  # landline
    re.compile(r"(?<!\d)\d{16,19}(?!\d)"),  # bank card
    re.compile(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}"
    ),
    re.compile(r"(?<!\d)\d{3,4}\s*(?:室|房|户)"),  # door
    re.compile(r"(?<!\d)\d{1,2}\s*单元\s*\d{3,4}"),
    re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}-\d{3,4}(?![\d-])"),
    re.compile(r"\b(?:flat|apartment|apt\.?|room)\s*\d{2,4}\b", re.IGNORECASE),
)
MASK = "＊＊＊"


def mask(text: str) -> str:
    """Return the text as a residents' group may read it."""
    for pattern in _PRIVATE:
        text = pattern.sub(MASK, text)
    return text


def is_private(text: str) -> bool:
    """Whether a text says something that a group must not read."""
    return mask(text) != text
