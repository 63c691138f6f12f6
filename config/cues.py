"""Reading the table of cues that comes with the house."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from governance.cases import CaseKind, Urgency
from governance.cues import Cues

WORDS = Path(__file__).parent / "words" / "cues.toml"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    danger: tuple[str, ...]
    dispute: tuple[str, ...]
    longer: tuple[str, ...] = ()
    kinds: dict[CaseKind, tuple[str, ...]]
    urgencies: dict[Urgency, tuple[str, ...]]


def read(path: Path = WORDS) -> Cues:
    """Return the cues of a file; ValidationError where it is not such a table."""
    table = _Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    return Cues(
        kinds=table.kinds,
        urgencies=table.urgencies,
        danger=table.danger,
        dispute=table.dispute,
        longer=table.longer,
    )
