from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from governance.papers import Format, Paper
from governance.refusals import Unknown
from storage import directory
from storage.papers import Papers

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PAPER = Paper(
    key="ballot:1:picture", sheet="result", format=Format.PICTURE, name="表决1.png",
    language="zh-CN", facts={"ballot": 1}, at=AT,
)  # fmt: skip
BODY = b"\x89PNG\x00\xff"


@pytest.fixture
def papers(connection):
    return Papers(connection, directory.community(connection, "xingfuli"))


def test_a_sheet_is_wanted_once_for_its_key(papers):
    made = papers.want(PAPER, "result_drawn", ballot=1)

    assert made == replace(PAPER, id=made.id)
    assert papers.want(replace(PAPER, name="other.png"), "other") == made
    assert papers.keyed(PAPER.key) == papers.get(made.id) == made
    assert papers.keyed("nothing") is None
    assert papers.wanted() == [made.id]


def test_what_was_drawn_is_never_drawn_over(papers):
    made = papers.want(PAPER, "result_drawn", ballot=1)
    follows = papers.drawn(made.id, BODY)

    assert (follows.verb, follows.words) == ("result_drawn", {"ballot": 1, "paper": made.id})
    assert papers.drawn(made.id, b"later") is None
    papers.broken(made.id)
    assert papers.body(made.id) == BODY
    assert papers.get(made.id).digest == sha256(BODY).hexdigest()
    assert papers.wanted() == []


def test_what_cannot_be_drawn_has_no_bytes_and_is_asked_for_no_more(papers):
    made = papers.want(PAPER, "result_drawn")
    with pytest.raises(Unknown):
        papers.body(made.id)

    papers.broken(made.id)

    assert papers.wanted() == []
    with pytest.raises(Unknown):
        papers.body(made.id)


def test_the_id_at_telegram_is_remembered(papers):
    made = papers.want(PAPER, "result_drawn")
    papers.sent(made.id, "AgAC")

    assert papers.get(made.id).file == "AgAC"


def test_another_communitys_sheet_is_unknown(connection, papers):
    made = papers.want(PAPER, "result_drawn")
    other = Papers(connection, directory.community(connection, "elsewhere"))

    assert other.keyed(PAPER.key) is None
    assert other.wanted() == []
    with pytest.raises(Unknown):
        other.get(made.id)
