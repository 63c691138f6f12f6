"""What lies there when an edition is signed: its parts, and the one digest over them (N23)."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256

from governance.papers import Format


class Part(StrEnum):
    """One part of what is shown, in the order in which the digest takes them."""

    TEXT = "text"
    PICTURE = "picture"
    A4 = "a4"
    A3 = "a3"
    BOOK = "book"


FORMATS: Mapping[Part, Format] = {
    Part.TEXT: Format.TEXT,
    Part.PICTURE: Format.PICTURE,
    Part.A4: Format.A4,
    Part.A3: Format.A3,
    Part.BOOK: Format.WORKBOOK,
}
ENDINGS: Mapping[Part, str] = {
    Part.TEXT: "json",
    Part.PICTURE: "png",
    Part.A4: "pdf",
    Part.A3: "pdf",
    Part.BOOK: "xlsx",
}
SHORT = 8  # letters of a digest by which two people compare it


def digest(parts: Mapping[Part, str]) -> str:
    """Return the SHA-256 over the digests of all parts, in their order; empty where one lacks."""
    if not all(parts.get(part) for part in Part):
        return ""
    lines = "".join(f"{part} {parts[part]}\n" for part in Part)
    return sha256(lines.encode()).hexdigest()
