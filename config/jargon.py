"""Reading the one list of words that are not spoken, which comes with the house."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import RootModel

WORDS = Path(__file__).parent / "words" / "jargon.toml"


class _Table(RootModel[dict[str, dict[str, str]]]):
    """The words of each language."""


@cache
def read(path: Path = WORDS) -> Mapping[str, str]:
    """Return each word, of whatever language, with a plainer one.

    ValidationError where the file is no such table.
    """
    table = _Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).root
    return {word: instead for words in table.values() for word, instead in words.items()}
