"""The list of a morning says in words what it spared the group, and what stands below it."""

import re

import pytest

from governance.notices import Address, Delivery, Kind, Priority
from handlers.texts import unmarked
from handlers.views import Page, draw
from services import attention, deliveries
from services.deliberations import speaking, telling
from tests.bot.doors import LIBRARY, NAME
from tests.handlers.showing import presses, show, taps
from tests.handlers.test_deliberations_lists import town
from tests.services.deliberations.test_speaking import reply
from tests.services.deliberations.topics import discussed, fill, speak, submit, take
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, ZHANG

__all__ = ["town"]
DAY = "2026-11-03"


@pytest.fixture
def night(town):
    """Two neighbours spoke where the group has heard enough for a day."""
    discussed(town)
    verified(town, ZHANG, door="2-302")
    with town.work(0) as work:
        for _ in range(work.community.deliberation.messages_a_day):
            work.attention.hear(GROUP, "2026-11-02")
        for number in list(work.attention.waiting()):
            work.attention.take(number)
    speak(town, LI, text="装了刷卡，老人放心")
    speak(town, ZHANG, "against", affected="no", text="怕忘带卡" * 30)
    return town


def listed(town, below="", language="zh-CN"):
    with town.work(0) as work:
        work.attention.put_on_list(GROUP, DAY)
    here = Address(chat=GROUP)
    facts = {"chat": GROUP, "day": DAY, "below": below}
    with town.work(0) as shelf:
        texts = LIBRARY.speak(language)
        told = Delivery(key=attention.LISTS, kind=Kind.NOTICE, address=here, facts=facts)
        return draw(Page(delivery=told, shelf=shelf, texts=texts, bot=NAME))


@pytest.mark.parametrize(("language", "count"), [("zh-CN", "1 件"), ("en", "( 1,")])
def test_what_stands_on_the_list_alone_stands_there_in_its_words(night, language, count):
    text = listed(night, language=language).text

    assert len(text.splitlines()) == 2
    assert "装了刷卡，老人放心" in text
    assert "怕忘带卡" * 30 in text
    assert "↓" not in text


def test_of_what_is_shown_below_the_list_says_the_beginning(night):
    [_head, line] = listed(night, below="0").text.splitlines()

    assert line.startswith("· 议题1 第 1 条")
    assert line.endswith("… ↓")
    assert len(line) < 70


def test_however_much_was_held_the_list_is_one_message_in_which_all_is_named(night):
    with night.work(0) as work:
        for n in range(40):
            facts = telling.facts(work.topics.get(1), note=f"说明{n}。" + "很长" * 400, by="")
            here = Address(chat=GROUP)
            deliveries.notice(
                work,
                "topic-told-resident-retry",
                here,
                reader=0,
                priority=Priority.BROADCAST,
                facts=facts,
            )
    text = listed(night).text

    assert len(text) <= 4096
    assert len(text.splitlines()) == 42
    assert "装了刷卡" in text


def test_who_may_send_at_once_reads_what_waits_in_words(night):
    text = show(night, "urgent-waiting", CHEN, reader=CHEN).text

    assert "老人放心" in text
    assert attention.LISTS not in text


def test_an_answer_is_on_the_list_unless_it_is_read_under_its_statement_below(night):
    reply(night, 1, "一张十元，丢了可以补" * 20)
    for n in range(8):
        speak(night, LI, text=chr(97 + n) * 600)

    assert "· 议题1 · 答复第 1 条" in listed(night).text
    assert "答复第 1 条" not in listed(night, below="0").text


def test_five_long_statements_with_long_answers_are_one_message_that_telegram_takes(night):
    for n in range(3):
        speak(night, LI, text=chr(97 + n) * 600)
    for n in range(1, 6):
        reply(night, n, "答" * 4000)
    facts = {"topic": 1, "first": 1, "last": 5, "voice": False}

    text = show(night, "topic-statements", GROUP, **facts).text

    assert len(unmarked(text)) <= 4096
    assert [n for n in range(1, 6) if f"第 {n} 条" not in text] == []
    assert "看全文" in text
    short = show(night, "topic-statements", GROUP, **facts | {"last": 1}).text
    assert "看全文" in short
    assert (
        len(unmarked(show(night, "topic-reply", GROUP, topic=1, first=1, by="chen").text)) <= 4096
    )


def test_a_voice_with_a_long_answer_is_a_caption_that_telegram_takes(night):
    night.do(LI, speaking.begin, 1)
    fill(night, LI, stance="for")
    night.say(LI, "", voice="v1")
    submit(night, LI)
    reply(night, 3, "答" * 4000)

    shown = show(night, "topic-statements", GROUP, topic=1, first=3, last=3, voice=True)

    assert shown.file == ("voice", "v1")
    assert len(unmarked(shown.text)) <= 1024


def test_once_the_talk_is_over_nobody_is_asked_to_speak(night):
    facts = {"topic": 1, "first": 1, "last": 1, "voice": False}
    assert len(taps(show(night, "topic-statements", GROUP, **facts))) == 1
    take(night, "summarise")
    assert taps(show(night, "topic-statements", GROUP, **facts)) == []


@pytest.mark.parametrize(("language", "button"), [("zh-CN", "更早的"), ("en", "older")])
def test_all_that_was_said_can_be_read_page_by_page(night, language, button):
    for n in range(12):
        speak(night, LI if n % 2 else ZHANG, text=chr(97 + n) * 600)
    read, until = [], 0
    while until is not None:
        shown = show(
            night, "topic-said", ZHANG, reader=ZHANG, topic=1, until=until, language=language
        )
        assert len(unmarked(shown.text)) <= 4096
        read = re.findall(r"(?:第 |No\. )(\d+)", shown.text) + read
        assert [button in each for each in taps(shown)] in ([], [True])
        until = int(presses(shown)[0].verb.partition("=")[2]) if presses(shown) else None

    assert read == [str(n) for n in range(1, 15)]
