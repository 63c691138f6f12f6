"""How an urgent message is asked for, and how its reason is read."""

import pytest

from governance.notices import Address, Priority
from handlers import urgent as heard
from services import deliveries, urgent
from services.supervision.finding import List
from tests.bot.doors import message
from tests.handlers.showing import show
from tests.handlers.test_mediation import asked, hear, reached
from tests.handlers.test_supervision_views import desk
from tests.services.test_urgent import NIGHT, WHY
from tests.services.town import CHEN, GROUP


@pytest.fixture
def night(town):
    town.now = NIGHT
    with town.work(0) as work:
        here = Address(chat=GROUP)
        deliveries.notice(work, "group-list", here, reader=0, priority=Priority.BROADCAST)
    return town


@pytest.mark.parametrize(
    ("said", "verb", "words"),
    [
        ("/urgent", urgent.show, {}),
        ("/urgent 12 今晚停水 请接水", urgent.send, {"number": 12, "why": "今晚停水 请接水"}),
        ("/urgent #12", urgent.send, {"number": 12, "why": ""}),
        ("/urgent 12\n今晚停水", urgent.send, {"number": 12, "why": "今晚停水"}),
        ("/urgent 今晚停水", urgent.send, {"number": 0, "why": ""}),
        ("/urgent ²", urgent.send, {"number": 0, "why": ""}),
    ],
)
async def test_alone_it_lists_and_with_a_number_and_a_reason_it_sends(said, verb, words):
    found, given, _ = await asked(heard.urgent, hear({"message": message(said, chat=CHEN)}))

    assert (found, given) == (verb, words)
    assert reached(said, chat=CHEN) is heard.urgent


def test_the_group_reads_the_reason(town):
    shown = show(town, "urgent-told", GROUP, reader=0, why=f"{WHY}，找陈书记 13812345678")

    assert shown.text.startswith(f"<b>急：</b>{WHY}")
    assert "1381" not in shown.text
    assert "Urgent:" in show(town, "urgent-told", GROUP, reader=0, language="en", why=WHY).text


@pytest.mark.parametrize(("language", "word"), [("zh-CN", "急发 1 次"), ("en", "sent at once: 1")])
def test_month_number_and_reasons_stand_before_both_powers(night, language, word):
    with night.work(0) as work:
        number = min(work.attention.waiting())
    night.do(CHEN, urgent.send, number, WHY)
    done = show(
        night, urgent.SENT, CHEN, reader=CHEN, language=language, group=GROUP, month="2026-11"
    )
    assert "幸福里" in done.text
    assert " 1" in done.text
    told = show(night, urgent.MONTH, CHEN, reader=CHEN, language=language, month="2026-11").text
    seen = desk(night, List.URGENT, language=language).text

    assert f"· {told.splitlines()[0]}" in desk(night, language=language).text.splitlines()
    for text in (told, seen):
        assert word in text
        assert WHY in text
    assert desk(night, List.URGENT, start=1).text.count(WHY) == 0


def test_what_waits_is_listed_with_its_number_and_group(town):
    assert show(town, "urgent-waiting", CHEN, reader=CHEN).text == "现在没有等着发的消息。"
    town.now = NIGHT
    with town.work(0) as work:
        here, aloud = Address(chat=GROUP), Priority.BROADCAST
        deliveries.notice(work, "urgent-told", here, reader=0, priority=aloud, facts={"why": WHY})
        [number] = work.attention.waiting()
        group = next(c.name for c in work.community.chats if c.id == GROUP)
    text = show(town, "urgent-waiting", CHEN, reader=CHEN).text

    assert f"{number}（{group}）急：{WHY}" in text
    assert "/urgent" in text
