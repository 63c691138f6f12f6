"""What is set in type and handed out: a sheet of words and tables, and the bytes drawn from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from governance.notices import Fact


class Format(StrEnum):
    """As what a sheet is made: a picture in large type, paper for the wall, a workbook, words."""

    PICTURE = "picture"
    A4 = "a4"
    A3 = "a3"
    WORKBOOK = "workbook"
    TEXT = "text"  # the words of a message, in every language


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One sheet in one format: drawn once, and from then on these very bytes.

    `sheet` is the view that writes it, `facts` what it says; `digest` is the SHA-256 of the bytes
    in hex, empty until they are drawn; `file` Telegram's id of them, once they were sent.
    """

    id: int = 0
    key: str
    sheet: str
    format: Format
    name: str
    language: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    at: datetime
    digest: str = ""
    file: str = ""

    @property
    def media(self) -> str:
        """As what the Bot API takes it: a photo, or a document."""
        return "photo" if self.format is Format.PICTURE else "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a sheet; figures stand to the right in the columns named `right`, from 0.

    The column named `wide` takes the room that the others leave.
    """

    heading: str = ""
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()
    wide: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a sheet, from top to bottom, in the words of one language."""

    title: str
    under: str = ""
    lines: Sequence[str] = ()
    tables: Sequence[Table] = ()
    notes: Sequence[str] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a workbook; columns count from 0, the rows and columns of `marks` from 1.

    `hints` stand beside a heading, `choices` are what a column may say, `figures` the columns of
    amounts. `marks` are cells to be mended, each with what would be right.
    """

    name: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    hints: Mapping[int, str] = field(default_factory=dict)
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    figures: Sequence[int] = ()
    marks: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook: its pages from first to last."""

    leaves: Sequence[Leaf]
