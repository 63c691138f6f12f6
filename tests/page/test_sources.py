import re
from pathlib import Path

import pytest

from tests.page.echo import ROOT

PAGE = ROOT / "sandbox" / "page"
FILES = sorted(file for file in PAGE.rglob("*") if file.is_file())


def words():
    tables = "\n".join(
        file.read_text(encoding="utf-8") for file in sorted((PAGE / "words").glob("*.js"))
    )
    return re.findall(r'^  "([\w-]+)": \[(".*")\],$', tables, re.MULTILINE)


def test_every_word_of_the_page_is_in_both_languages():
    code = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    used = set(re.findall(r'\bt\("([\w-]+)"', code))
    used |= set(re.findall(r'data-(?:word|label)="([\w-]+)"', code))

    known = dict(words())
    assert used - set(known) == set()
    assert [
        key for key, pair in known.items() if not re.fullmatch(r'"[^"]+", "[^"]+"', pair)
    ] == []


def test_no_word_is_said_twice_or_never():
    keys = [key for key, _ in words()]
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in FILES if file.parent.name != "words"
    )
    starts = tuple(re.findall(r"`([\w-]+-)\$\{", code))
    ends = tuple(re.findall(r"\}(-[\w-]+)`", code))

    assert len(keys) == len(set(keys))
    assert [
        key
        for key in keys
        if f'"{key}"' not in code and not key.startswith(starts) and not key.endswith(ends)
    ] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PAGE)))
def test_no_file_of_the_page_parses_markup_or_asks_elsewhere(file: Path):
    source = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")

    assert re.findall(r"\w+HTML\b|document\.write|eval\(", source) == []
    assert re.findall(r"(?:src|href|from|import|url)\W{1,3}https?:", source) == []
    assert len(source.splitlines()) <= 300
