"""What was held is told in few messages, and none of it twice or not at all."""

import pytest

from governance.deliberations.spared import REPLY, STATEMENTS, TOGETHER, stands, together
from governance.notices import Address, Delivery, Kind


def said(first, last=0, *, topic=1, chat=-9, voice=False):
    facts = {"topic": topic, "first": first, "last": last or first, "voice": voice}
    return notice(STATEMENTS, facts, chat)


def notice(key, facts, chat=-9):
    return Delivery(key=key, kind=Kind.NOTICE, address=Address(chat=chat), facts=facts)


def answer(first, topic=1):
    return notice(REPLY, {"topic": topic, "first": first})


def card(subject, reader=0):
    here = Address(chat=-9)
    return Delivery(key=subject, kind=Kind.CARD, address=here, subject=subject, reader=reader)


def ranges(found):
    return [(d.facts["topic"], d.facts["first"], d.facts["last"]) for d in together(found)]


def test_statements_that_follow_one_another_stand_side_by_side():
    assert ranges([said(3), said(4), said(5, 6)]) == [(1, 3, 6)]


def test_never_more_than_fit_one_message():
    found = [said(n) for n in range(1, TOGETHER + 3)]
    assert ranges(found) == [(1, 1, TOGETHER), (1, TOGETHER + 1, TOGETHER + 2)]
    assert ranges([said(1, 4), said(5, 6)]) == [(1, 1, 4), (1, 5, 6)]


@pytest.mark.parametrize(
    "later", [said(5), said(4, topic=2), said(4, voice=True), said(4, chat=-8)]
)
def test_a_gap_another_topic_or_group_and_a_voice_keep_their_own_message(later):
    assert together([said(3), later]) == (said(3), later)


def test_a_voice_takes_nothing_up():
    assert len(together([said(3, voice=True), said(4)])) == 2


def test_statements_of_two_topics_between_one_another_each_find_their_own():
    found = [said(1), said(7, topic=2), said(2), said(8, topic=2)]
    assert ranges(found) == [(1, 1, 2), (2, 7, 8)]


def test_an_answer_stands_under_its_statement_where_that_is_shown():
    assert together([said(3), answer(3), said(4)]) == (said(3, 4), answer(3))
    assert stands(answer(4), [said(1, 2), said(3, 4)])
    assert not stands(said(3), [said(3)])


@pytest.mark.parametrize("other", [answer(2), answer(5), answer(3, topic=2)])
def test_an_answer_to_what_was_read_before_stands_nowhere_else(other):
    assert not stands(other, [said(3, 4), answer(3)])


def test_what_was_held_before_voices_were_told_apart_may_be_one():
    old = notice(STATEMENTS, {"topic": 1, "first": 4, "last": 4})
    assert together([said(3), old, said(5)]) == (said(3), old, said(5))


def test_other_messages_stay_as_they_came_and_a_card_is_shown_once_as_it_is_by_now():
    other = notice("topic-reminder", {"topic": 1, "until": 5})
    found = [card("topic:1:0:0"), other, other, card("topic:1:0:0", reader=7), said(3)]
    assert together(found) == (card("topic:1:0:0", reader=7), other, other, said(3))
