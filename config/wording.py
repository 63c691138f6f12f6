"""Reading the lists of words by which questions are looked through (E25)."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from governance.wording import Words

WORDS = Path(__file__).parent / "words" / "wording.toml"


class _Lists(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    leading: tuple[str, ...]
    asking: tuple[str, ...]
    joining: tuple[str, ...]


class _Table(RootModel[dict[str, _Lists]]):
    """The lists of each language."""


@cache
def read(path: Path = WORDS) -> dict[str, Words]:
    """Return the lists of a file by language; ValidationError where it is not such a table."""
    table = _Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    return {language: Words(**dict(lists)) for language, lists in table.root.items()}
