"""Reading the list of words that hold a surname and name nobody, which comes with the house."""

from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words" / "nameless.txt"


@cache
def read(path: Path = WORDS) -> tuple[str, ...]:
    """Return the words of a file, each once; a line that begins with # is a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = (word for line in lines if not line.startswith("#") for word in line.split())
    return tuple(dict.fromkeys(found))
