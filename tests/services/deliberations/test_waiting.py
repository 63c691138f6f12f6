from datetime import timedelta

import pytest

from governance.deliberations.states import RUNNING, TopicAction, TopicStatus
from governance.refusals import Refusal
from services.deliberations import acting, waiting
from tests.services.deliberations.topics import (
    agree,
    discussed,
    proposed,
    ready,
    reviewed,
    take,
    topic,
)
from tests.services.town import AT, CHEN, GROUP, HE, LI, WU

A, S = TopicAction, TopicStatus


def test_silence_is_shown_as_silence_and_supervision_hears_of_it(town):
    proposed(town)
    take(town, "review")

    town.ring("topic_unanswered")

    assert topic(town).status is S.PRE_REVIEW
    assert town.now == AT + timedelta(days=7)
    told = {(k, c) for k, c in town.told() if k.startswith("topic-told")}
    assert told == {
        ("topic-told-supervision-overdue", WU),
        ("topic-told-committee-overdue", CHEN),
        ("topic-told-committee-overdue", HE),
        ("topic-told-resident-overdue", LI),
    }
    assert town.audit() == ["topic-overdue"]
    with town.work(0) as work:
        last = work.topics.passages(1)[-1]
    assert (last.action, last.officer) == (A.OVERDUE, "")


def test_an_alarm_of_an_earlier_review_is_silent(town):
    proposed(town)
    take(town, "review")
    take(town, "return")
    take(town, "resubmit", LI)
    town.now += timedelta(days=3)
    take(town, "review")

    town.ring("topic_unanswered")
    first = town.audit()
    town.ring("topic_unanswered")

    assert first == []
    assert town.audit() == ["topic-overdue"]


def test_what_was_answered_in_time_is_not_overdue(town):
    reviewed(town)
    take(town, "reject")

    town.ring("topic_unanswered")

    assert town.audit() == []


def test_a_topic_that_was_made_known_is_talked_over_a_day_later(town):
    ready(town)
    take(town, "notice")

    town.ring("topic_discuss")

    assert (topic(town).status, topic(town).discussed_from) == (S.DISCUSSION, town.now)
    assert ("topic-told-resident-discuss", GROUP) in town.told()


def test_begun_by_hand_the_clock_does_not_begin_it_again(town):
    ready(town)
    take(town, "notice")
    take(town, "discuss")

    town.ring("topic_discuss")

    assert town.audit() == []


def test_no_more_are_open_at_once_and_the_next_is_let_in_by_the_clock(town):
    for number in range(1, 5):
        ready(town, number)
    for number in (1, 2, 3):
        take(town, "notice", topic_id=number)
    with pytest.raises(Refusal) as found:
        take(town, "notice", topic_id=4)
    assert found.value.key == "refusal-topic-queue"

    for action in ("discuss", "summarise"):
        take(town, action, topic_id=2)
    agree(town, 2)
    town.ring("topic_next")

    assert topic(town, 4).status is S.NOTICED
    with town.work(0) as work:
        assert len(work.topics.standing(tuple(RUNNING))) == 3


def test_where_nothing_is_ready_nothing_is_let_in(town):
    discussed(town)

    with town.work(0) as work:
        assert acting.running(work) == 1
        assert waiting.admit_next(work) is None
    assert topic(town).status is S.DISCUSSION
