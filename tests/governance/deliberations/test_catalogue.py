"""The kind of matter that a topic's words speak of is offered first; a human says which (E02)."""

from dataclasses import replace

import pytest

from governance.deliberations.forms import LAY, PREREVIEW, likely
from governance.dialogues import Dialogue
from governance.procedure import Entry, Level
from tests.governance.deliberations.matters import AT


def entry(key, *words):
    return Entry(key=key, names={"zh-CN": key}, level=Level.OTHER, words=words)


CATALOGUE = (
    entry("income", "公共收益", "广告费"),
    entry("parking", "停车", "停车位", "parking"),
    entry("pact", "公约"),
)


@pytest.fixture
def listed(community):
    return replace(community, catalogue=CATALOGUE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("广告费怎么用", "income"),
        ("停车位不够", "parking"),
        ("Where is PARKING allowed?", "parking"),
        ("公约里写上停车位", "parking"),  # more of its words
        ("公约和停车", ""),  # as much of one as of another
        ("楼道灯", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_matter_speak_for_one_kind_or_none(listed, text, key):
    assert likely(text, listed) == key


@pytest.mark.parametrize("form", [LAY, PREREVIEW], ids=["laid", "reviewed"])
@pytest.mark.parametrize(
    ("key", "first"),
    [("parking", ["parking", "income", "pact", "other"]), ("", ["income", "parking", "pact"])],
)
def test_that_kind_is_offered_first_and_every_other_too(listed, form, key, first):
    [question] = [q for q in form.questions if q.field == "entry"]
    begun = {"token": "t", "kind": form.kind, "person": 1, "chat": 1, "expires": AT}
    talk = Dialogue(**begun, data={"likely": key})

    offered = list(question.choices(listed, talk))

    assert offered[: len(first)] == first
    assert set(offered) == {"income", "parking", "pact", "other"}
