import pytest
from pydantic import ValidationError

from config import cues
from governance.cases import CaseKind, Urgency


def test_the_table_of_the_house_can_be_read():
    found = cues.read()

    assert set(found.kinds) == set(CaseKind) - {CaseKind.SERVICE}
    assert set(found.urgencies) == {Urgency.URGENT, Urgency.WISH}
    assert "着火" in found.danger
    assert "纠纷" in found.dispute


def test_no_word_of_the_table_stands_twice_in_one_list():
    found = cues.read()
    lists = [found.danger, found.dispute, *found.kinds.values(), *found.urgencies.values()]

    assert [words for words in lists if len(words) != len(set(words))] == []


def test_a_word_of_one_sign_would_be_found_everywhere():
    found = cues.read()
    lists = [found.danger, found.dispute, *found.kinds.values(), *found.urgencies.values()]

    assert [word for words in lists for word in words if len(word) < 2] == []


def test_a_kind_that_is_none_is_a_mistake(tmp_path):
    path = tmp_path / "cues.toml"
    path.write_text("danger = []\ndispute = []\n[kinds]\nodd = []\n[urgencies]\n", "utf-8")

    with pytest.raises(ValidationError):
        cues.read(path)
