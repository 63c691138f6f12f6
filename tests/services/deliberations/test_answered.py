"""Whoever made a statement hears its answer in private, and nobody else hears whose it was."""

import pytest

from services import forgetting
from services.deliberations import speaking
from tests.services.deliberations.test_speaking import reply, statements, talked
from tests.services.deliberations.topics import fill, speak, submit
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, LIU, ZHANG

__all__ = ["talked"]
KEY = "topic-replied"


def told(town):
    """Return what goes to anybody about an answer: the words, the chat and the facts."""
    keys = {KEY, "topic-reply"}
    return [(d.key, d.address.chat, dict(d.facts)) for d in town.deliveries() if d.key in keys]


def last(town):
    return statements(town)[-1].number


@pytest.mark.parametrize("stance", ["question", "for", "against", "condition"])
def test_the_author_is_told_in_private_once(talked, stance):
    more = {"affected": "no"} if stance == "against" else {}
    said = speak(talked, LI, stance, "卡丢了怎么办？", **more)

    reply(talked, said.number, "到居委会补办")

    facts = {"topic": 1, "number": 1, "first": said.number, "by": "chen"}
    assert sorted(told(talked)) == sorted([(KEY, LI, facts), ("topic-reply", GROUP, facts)])


def test_one_who_hid_his_name_is_told_and_nothing_of_him_goes_to_anybody_else(talked):
    speak(talked, ZHANG, "question", "卡丢了怎么办？", "hidden")
    talked.ring("topic_batch")

    reply(talked, last(talked), "到居委会补办")

    assert [chat for key, chat, _ in told(talked) if key == KEY] == [ZHANG]
    aside = [d for d in talked.deliveries() if d.address.chat != ZHANG]
    assert str(ZHANG) not in str([(d.facts, d.subject, d.reader) for d in aside])
    private = [d.address for d in talked.deliveries() if d.key == KEY]
    assert [(a.instead, a.reply_to, a.topic) for a in private] == [(None, None, None)]
    assert talked.audit() == ["topic-reply"]


def test_who_answers_himself_is_not_told(talked):
    verified(talked, CHEN, door="2-303")
    said = speak(talked, CHEN)

    reply(talked, said.number, "我自己答")

    assert [key for key, _, _ in told(talked)] == ["topic-reply"]


def test_neither_one_who_was_forgotten_nor_one_without_a_phone_is_told(talked):
    talked.do(LIU, speaking.enter, 1)
    fill(talked, LIU, stance="question", text="卡丢了怎么办？")
    entered = submit(talked, LIU)
    gone = speak(talked, LI)
    talked.do(LI, forgetting.mine_gone)

    for number in (entered.number, gone.number):
        reply(talked, number, "到居委会补办")

    assert {key for key, _, _ in told(talked)} == {"topic-reply"}


def test_a_talk_that_is_over_looks_the_same_whether_the_name_was_hidden_or_not(talked):
    kept = []
    for name in ("open", "hidden"):
        talked.do(LI, speaking.begin, 1)
        talk = fill(talked, LI, stance="for", text="好", name=name)
        submit(talked, LI)
        kept.append(talked.talk(talk).data)

    assert kept == [{"matter": 1, "for": "no", "waits": 0}] * 2
