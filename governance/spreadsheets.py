"""What is found in spreadsheets that people send, whatever they are of."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong in one cell: its row as the sheet counts, the column, a key and its facts."""

    row: int
    column: str
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
