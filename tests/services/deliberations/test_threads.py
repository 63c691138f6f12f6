"""A thread of its own in a forum, else the card; and back to the card where it is gone (E16)."""

from dataclasses import replace

import pytest

from governance.chats import Membership, Standing
from governance.deliberations.states import TopicAction
from governance.notices import Address, Kind, Policy
from services.deliberations import telling, threads
from tests.bases import memory
from tests.services.deliberations.topics import (
    later,
    reviewed,
    speak,
    specified,
    take,
    topic,
)
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, Town

A = TopicAction
THREAD = 42
HIGH = Standing(membership=Membership.ADMINISTRATOR, topics=True)


def forum(town, standing=HIGH):
    with town.work(0) as work:
        work.chats.save(replace(work.chats.get(GROUP), standing=standing))


def noticed(town):
    reviewed(town)
    specified(town)
    take(town, A.ADMIT)
    return take(town, A.NOTICE)


def enquiries(town):
    return [(d.key, d.address, d.policy) for d in town.deliveries() if d.kind is Kind.ENQUIRY]


def test_where_the_bot_may_not_open_threads_the_card_is_shown_at_once(town):
    forum(town, Standing(membership=Membership.ADMINISTRATOR))
    noticed(town)

    assert enquiries(town) == []
    assert ("topic:1:0:0", GROUP) in town.told()


def test_in_a_forum_telegram_is_asked_once_and_the_card_waits_for_its_answer(town):
    forum(town)
    noticed(town)

    assert enquiries(town) == [(threads.OPEN, Address(chat=GROUP), Policy.ONCE)]
    assert ("topic:1:0:0", GROUP) not in town.fresh()


def test_the_card_and_all_that_is_said_stand_in_the_thread(town):
    forum(town)
    noticed(town)
    town.do(0, threads.opened, 1, THREAD)

    [card] = [d for d in town.deliveries() if d.subject == "topic:1:0:0"]
    assert card.address == Address(chat=GROUP, topic=THREAD)
    town.send()
    take(town, A.DISCUSS)
    speak(town, LI)
    [said] = [d for d in town.deliveries() if d.key == "topic-statements"]
    assert said.address.topic == THREAD
    assert said.address.reply_to


def test_where_telegram_made_none_the_card_stands_in_the_group(town):
    forum(town)
    noticed(town)
    town.do(0, threads.opened, 1, 0)

    [card] = [d for d in town.deliveries() if d.subject == "topic:1:0:0"]
    assert card.address == Address(chat=GROUP)
    assert topic(town).thread == 0


def test_after_a_thread_was_deleted_the_talk_goes_on_under_the_card_in_the_group(town):
    forum(town)
    noticed(town)
    town.do(0, threads.opened, 1, THREAD)
    town.do(0, threads.lost, GROUP, 41)
    town.do(0, threads.lost, GROUP - 1, THREAD)
    assert topic(town).thread == THREAD

    town.do(0, threads.lost, GROUP, THREAD)

    assert topic(town).thread == 0
    [card] = [d for d in town.deliveries() if d.subject == "topic:1:0:0"]
    assert card.address.topic is None
    with town.work(0) as work:
        assert telling.thread(work, work.topics.get(1)).topic is None


@pytest.mark.parametrize(("thread", "asked"), [(THREAD, 1), (0, 0)])
def test_the_thread_is_closed_when_the_topic_ends(town, thread, asked):
    noticed(town)
    with town.work(0) as work:
        found = replace(work.topics.get(1), thread=thread, status="evaluated")
        work.topics.save(found)

    take(town, A.ARCHIVE)

    here = Address(chat=GROUP, topic=thread)
    assert enquiries(town) == [(threads.CLOSE, here, Policy.RESEND)] * asked


@pytest.mark.parametrize(("thread", "asked"), [(THREAD, 1), (0, 0)])
def test_a_thread_that_is_made_after_its_topic_ended_is_closed_behind_its_card(
    town, thread, asked
):
    forum(town)
    noticed(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), status="evaluated"))
    take(town, A.ARCHIVE)
    town.send()

    town.do(0, threads.opened, 1, thread)

    here = Address(chat=GROUP, topic=thread)
    assert enquiries(town) == [(threads.CLOSE, here, Policy.RESEND)] * asked
    keys = [d.key for d in town.deliveries() if d.address.chat == GROUP]
    assert keys.index("topic") == 0
    assert ("topic:1:0:0", GROUP) in town.told()


def test_before_a_talk_is_summed_up_the_group_is_reminded_once(town):
    noticed(town)
    take(town, A.DISCUSS)

    town.ring("topic_remind")

    assert [k for k, c in town.told() if c == GROUP] == ["topic-reminder"]
    assert "topic_remind" not in [verb for verb, _ in town.dues()]


def test_a_talk_that_was_summed_up_meanwhile_is_not_reminded_of(town):
    noticed(town)
    take(town, A.DISCUSS)
    verified(town, 6001, door="2-402")
    later(town, hours=1)
    take(town, A.SUMMARISE, CHEN)

    town.ring("topic_remind")

    assert town.told() == []


def test_where_the_group_is_left_in_peace_nearly_all_day_nobody_is_reminded(community):
    quiet = replace(community.deliberation, days=1, quiet_from=9, quiet_until=8)
    with memory() as engine:
        town = Town(engine, replace(community, deliberation=quiet))
        noticed(town)
        take(town, A.DISCUSS)

        assert "topic_remind" not in [verb for verb, _ in town.dues()]
