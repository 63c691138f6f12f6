import re
from pathlib import Path

import pytest

from tests.page.echo import ROOT

PAGE = ROOT / "sandbox" / "page"


def test_every_word_of_the_page_is_in_both_languages():
    table = (PAGE / "words.js").read_text(encoding="utf-8")
    words = dict(re.findall(r'^  "([\w-]+)": \[(".*")\],$', table, re.MULTILINE))
    code = "\n".join(file.read_text(encoding="utf-8") for file in PAGE.iterdir())
    used = set(re.findall(r'\bt\("([\w-]+)"', code))
    used |= set(re.findall(r'data-(?:word|label)="([\w-]+)"', code))

    assert used - set(words) == set()
    assert [
        key for key, pair in words.items() if not re.fullmatch(r'"[^"]+", "[^"]+"', pair)
    ] == []


@pytest.mark.parametrize("file", sorted(PAGE.iterdir()), ids=lambda file: file.name)
def test_no_file_of_the_page_parses_markup_or_asks_elsewhere(file: Path):
    source = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")

    assert re.findall(r"\w+HTML\b|document\.write|eval\(", source) == []
    assert re.findall(r"(?:src|href|from|import|url)\W{1,3}https?:", source) == []
    assert len(source.splitlines()) <= 300
