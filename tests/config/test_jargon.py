"""One list of words that are not spoken, for accounts and for questions."""

import pytest
from pydantic import ValidationError

from config import jargon, wording
from config.community import parse
from governance.wording import lint, plainer
from tests.config.example import TEXT


@pytest.mark.parametrize("word", ["拨付", "公共收益", "结转", "utilise"])
def test_accounts_and_questions_are_looked_through_by_the_same_words(word):
    community = parse(TEXT, "our.toml")
    of_accounts = plainer(word, community.jargon)
    assert [h.said for h in of_accounts] == [word]
    assert lint(word, community.wording, community.jargon) == of_accounts


def test_the_lists_of_questions_have_no_words_of_their_own_beside_it(tmp_path):
    path = tmp_path / "w.toml"
    path.write_text('[en]\nleading=[]\nasking=[]\njoining=[]\n[en.jargon]\na = "b"\n')
    with pytest.raises(ValidationError):
        wording.read(path)
    path.write_text("[en]\na = 1\n")
    with pytest.raises(ValidationError):
        jargon.read(path)
