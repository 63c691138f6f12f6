"""What was said by night is read in the morning: in words, under the list, in few messages."""

from datetime import timedelta

import pytest

from services import attention
from services.deliberations import speaking
from tests.services.deliberations.test_speaking import reply, talked
from tests.services.deliberations.topics import fill, speak, submit
from tests.services.town import AT, GROUP, LI, ZHANG

__all__ = ["talked"]
DAY = "2026-11-03"


@pytest.fixture
def night(talked):
    """The same, after the group has read all that was told so far; now it is left in peace."""
    with talked.work(0, at=AT) as work:
        for number in list(work.attention.waiting()):
            work.attention.take(number)
    talked.send()
    talked.now = AT + timedelta(hours=13)
    return talked


def voiced(town, person, voice):
    town.do(person, speaking.begin, 1)
    fill(town, person, stance="for")
    town.say(person, "", voice=voice)
    return submit(town, person)


def morning(town):
    town.ring(attention.VERB)
    return [
        (d.key, d.facts.get("first"), d.facts.get("last"))
        for d in town.deliveries()
        if d.address.chat == GROUP and not d.subject
    ]


def test_in_the_morning_statements_are_shown_in_their_words_after_the_list(night):
    for n in range(7):
        speak(night, LI if n % 2 else ZHANG, text=f"第{n}句")

    assert morning(night) == [
        ("group-list", None, None),
        ("topic-statements", 1, 5),
        ("topic-statements", 6, 7),
    ]
    with night.work(0) as work:
        assert work.attention.heard(GROUP, DAY) == 3
    said = [d.address for d in night.deliveries() if d.key == "topic-statements"]
    assert all(each.reply_to for each in said)
    assert night.facts("group-list")["below"] == "0,1"


def test_an_answer_of_the_night_is_shown_and_one_that_stands_under_its_statement_only_there(night):
    first = speak(night, LI)
    assert len(morning(night)) == 2
    night.send()
    night.now = night.now.replace(hour=15)  # 23:00 again
    reply(night, first.id, "会多配一张卡")
    second = speak(night, ZHANG, "question")
    reply(night, second.id, "一张十元")

    assert morning(night) == [
        ("group-list", None, None),
        ("topic-reply", 1, None),
        ("topic-statements", 2, 2),
    ]


def test_a_voice_of_the_night_keeps_its_own_message(night):
    speak(night, LI)
    voiced(night, ZHANG, "v1")
    speak(night, LI)

    assert [found[1:] for found in morning(night)[1:]] == [(1, 1), (2, 2), (3, 3)]


def test_what_does_not_fit_the_day_stands_on_the_list_alone(night):
    for n in range(7):
        speak(night, LI, text=f"第{n}句")
    with night.work(0) as work:
        for _ in range(work.community.deliberation.messages_a_day - 3):
            work.attention.hear(GROUP, DAY)

    assert morning(night) == [("group-list", None, None), ("topic-statements", 1, 5)]
    assert night.facts("group-list")["below"] == "0"


def test_where_the_clock_was_late_until_the_night_the_list_is_for_the_next_morning(night):
    speak(night, LI)
    night.now = AT + timedelta(hours=37)  # 22:00, a day later
    assert morning(night) == []

    assert [key for key, *_ in morning(night)] == ["group-list", "topic-statements"]
    assert night.now == AT + timedelta(hours=47)
