"""Reading the list of words that are not spoken, which comes with the house."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

WORDS = Path(__file__).parent / "words" / "jargon.toml"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, str]


@cache
def read(path: Path = WORDS) -> Mapping[str, str]:
    """Return each word with a plainer one; ValidationError where the file is no such table."""
    return _Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).words
