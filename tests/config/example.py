"""The example file, whole and with mistakes put into it."""

import re
from pathlib import Path

import pytest

from config.community import CommunityError, parse
from config.mistakes import LANGUAGES, Mistake

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config" / "community.example.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")


def changed(*changes: tuple[str, str]) -> str:
    """Return the example with the first place of each text exchanged for another."""
    text = TEXT
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def without(table: str) -> str:
    """Return the example without the table of this header."""
    text, count = re.subn(rf"(?ms)^\[{re.escape(table)}\].*?(?=^\[|\Z)", "", TEXT)
    assert count == 1
    return text


def line_of(where: str, text: str) -> str:
    """Return `line 3` for `line of x =`, where the third line begins so, the last of such."""
    if not where.startswith("line of "):
        return where
    lines = text.splitlines()
    start = where.removeprefix("line of ")
    return f"line {max(n for n, line in enumerate(lines, 1) if line.startswith(start))}"


def mistakes(text: str) -> list[Mistake]:
    with pytest.raises(CommunityError) as caught:
        parse(text, "our.toml")
    return list(caught.value.mistakes)


def check_named(code: str, changes: list[tuple[str, str]], where: str, cure: str) -> None:
    """Check that the changed example has this one mistake, and words for it in each language."""
    text = changed(*changes)

    [mistake] = mistakes(text)

    assert (mistake.code, mistake.where) == (code, line_of(where, text))
    assert cure in mistake.cure()
    for language in LANGUAGES:
        assert "{" not in re.sub(r"\{ .*? \}|\{…\}", "", mistake.what(language))
        assert mistake.cure(language)
