"""In a forum an answer stands in the topic in which the question stood."""

import pytest

from governance.cases import CaseAction
from services.chats import moving
from tests.services.town import GROUP, LI, WANG

NEW = -1002000000001


@pytest.fixture
def forum(town):
    """李婶, who cannot be reached in private, reports in a topic."""
    with town.work(LI) as work:
        work.people.reach(LI, reachable=False)
    town.report(topic=42)
    return town


def topics(town, chat=GROUP):
    return {d.address.topic for d in town.deliveries() if d.address.chat == chat}


def test_the_receipt_stands_in_the_topic_of_the_report(forum):
    assert topics(forum) == {42}


def test_what_is_told_later_stands_there_too(forum):
    forum.act(WANG, CaseAction.ACCEPT)

    assert topics(forum) == {42}
    assert forum.case().topic == 42


def test_a_draft_is_pointed_to_from_the_topic(town):
    town.report(text="坏了", topic=42)

    assert topics(town) == {42}


def test_a_supergroup_that_was_a_group_has_no_such_topic(forum):
    forum.do(0, moving.moved, GROUP, NEW)

    assert forum.case().topic is None
    assert topics(forum, NEW) == {None}
