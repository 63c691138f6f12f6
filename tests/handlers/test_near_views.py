"""A matter of few neighbours: what it needs, and who of them may press, stands on its card."""

from dataclasses import replace

import pytest

from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from tests.handlers.showing import show, taps
from tests.handlers.test_deliberations_lists import town
from tests.services.deliberations.topics import discussed
from tests.services.joining import verified
from tests.services.town import LI, LIU

__all__ = ["town"]


@pytest.fixture
def near(town):
    verified(town, LI, door="2-301")
    with town.work(0) as work:
        begun = Topic(
            text="楼道灯", proposer=str(LI), criteria=frozenset(), at=town.now, node="building:b3"
        )
        work.topics.add(replace(begun, discussed_from=town.now, status=TopicStatus.DISCUSSION))
    return town


def card(town, reader, language="zh-CN"):
    return show(
        town,
        "topic",
        reader,
        subject=f"topic:1:{reader}:0",
        reader=reader,
        language=language,
    )


@pytest.mark.parametrize(
    ("language", "words"), [("zh-CN", "至少 3 个人发言"), ("en", "3 people at least")]
)
def test_the_card_asks_for_as_many_as_are_required_of_few_neighbours(near, language, words):
    with near.work(0) as work:
        required = work.community.deliberation
        assert (required.near_statements, required.statements) == (3, 5)

    assert words in card(near, LI, language).text


def test_an_officer_who_lives_there_speaks_as_the_neighbours_do(near):
    assert "我来说" not in taps(card(near, LIU))

    verified(near, LIU, door="2-302")

    assert "我来说" in taps(card(near, LIU))


@pytest.mark.parametrize(
    ("language", "counts", "others"),
    [
        ("zh-CN", "全社区进行中 1 件", "其余的不占名额"),
        ("en", "1 open in the whole community", "the others do not count"),
    ],
)
def test_the_list_says_what_does_not_count_only_where_it_is_listed(town, language, counts, others):
    discussed(town)
    alone = show(town, "topics", LI, language=language).text
    with town.work(0) as work:
        work.topics.add(Topic(text="另一件", proposer=str(LI), criteria=frozenset(), at=town.now))

    both = show(town, "topics", LI, language=language).text

    assert (counts in alone, others in alone) == (True, False)
    assert (counts in both, others in both) == (False, True)
