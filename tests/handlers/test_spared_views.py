"""The list of a morning says in words what it spared the group, and what stands below it."""

import pytest

from governance.notices import Address, Delivery, Kind, Priority
from handlers.views import Page, draw
from services import attention, deliveries
from services.deliberations import telling
from tests.bot.doors import LIBRARY, NAME
from tests.handlers.showing import show
from tests.handlers.test_deliberations_lists import town
from tests.services.deliberations.topics import discussed, speak
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
