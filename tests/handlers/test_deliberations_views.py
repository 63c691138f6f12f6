"""How topics look to each reader, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from governance.deliberations.statements import Passage
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Objection
from governance.procedure import Level
from services.deliberations import proposing
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.showing import show, taps
from tests.services.deliberations.topics import (
    discussed,
    fill,
    proposed,
    reviewed,
    speak,
    submit,
    take,
)
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, LIU, WU, ZHANG, Town

A, S = TopicAction, TopicStatus
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
READERS = (CHEN, WU, LI, ZHANG, LIU)


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


def card(town, reader, **more):
    return show(town, "topic", reader, subject=f"topic:1:{reader}:0", reader=reader, **more)


def group(town, **more):
    return show(town, "topic", GROUP, subject="topic:1:0:0", reader=0, **more)


def put(town, **changed):
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), **changed))


@LANGUAGES
@pytest.mark.parametrize("status", S)
def test_every_status_is_shown_to_every_reader(town, status, language):
    discussed(town)
    speak(town, LI, "against", "没卡进不来", affected="yes")
    put(town, status=status, major=True, vital=True)

    shown = [card(town, reader, language=language).text for reader in READERS]

    assert all(len(text) > 100 for text in (*shown, group(town, language=language).text))
    assert all("None" not in text for text in shown)


def test_in_the_group_a_proposal_shows_how_many_households_and_one_button(town):
    proposed(town)

    shown = group(town)

    assert taps(shown) == ["附议（1 户）"]
    assert "附议：1 户（满 5 户" in shown.text
    assert "p5001" not in shown.text


def test_the_proposer_does_not_second_his_own_and_others_do(town):
    proposed(town)

    assert taps(card(town, LI)) == []
    assert taps(card(town, ZHANG)) == ["附议（1 户）"]
    assert taps(card(town, CHEN)) == ["开始预审"]
    assert taps(card(town, WU)) == []


def test_duty_stands_in_no_group(town):
    discussed(town)

    assert taps(group(town)) == ["我来说"]
    assert taps(card(town, CHEN)) == [
        "谁直接有关",
        "表决",
        "为议题1起草征求意见",
        "写小结",
        "替人发言",
        "看全部发言",
        "看经过",
    ]
    assert taps(card(town, LIU)) == ["替人发言", "看全部发言", "看经过"]
    assert taps(card(town, LI)) == ["我来说", "看全部发言", "看经过"]


def test_the_checklist_is_read_in_office_alone_and_while_it_matters(town):
    reviewed(town)

    assert "钱从哪来：不花钱" in card(town, CHEN).text
    assert "钱从哪来" in card(town, WU).text
    for text in (card(town, LI).text, card(town, ZHANG).text, group(town).text):
        assert "钱从哪来" not in text
    put(town, status=S.DISCUSSION)
    assert "钱从哪来" not in card(town, CHEN).text


def test_silence_is_shown_as_silence(town):
    proposed(town)
    take(town, "review")
    town.ring("topic_unanswered")

    assert "已过期未答复" in group(town).text
    assert "7 天" in group(town).text


def test_the_party_s_study_is_day_and_conclusion(town):
    reviewed(town, major="yes")
    assert "还没有登记" in group(town).text
    put(town, party_studied=date(2026, 3, 1), party_conclusion="agree")

    assert "党组织研究：2026-03-01，同意提交" in group(town).text
    assert "登记党组织研究" in taps(card(town, CHEN))


def test_what_is_missing_before_a_ballot_stands_in_plain_words(town):
    discussed(town)
    put(town, vital=True)

    text = group(town).text

    assert "至少 5 个人发言（现在 0）" in text
    assert "写出小结（还没有）" in text
    assert "民意调查、公示或听证至少一种（还没有）" in text


def test_objections_stand_in_full_until_they_are_met(town):
    discussed(town)
    speak(town, LI, "against", "没卡进不来", affected="yes")

    assert "1. 没卡进不来" in group(town).text
    assert "反对 1：写明怎么解决" in taps(card(town, CHEN))
    assert "撤回我的反对" in taps(card(town, LI))
    with town.work(0) as work:
        [found] = work.topics.get(1).objections
        work.topics.settle(replace(found, met="多配一张卡"))
    assert "已这样解决：多配一张卡" in group(town).text
    assert "撤回我的反对" not in taps(card(town, LI))


def test_what_grew_from_cases_is_called_by_place_and_kind(town):
    for n in range(5):
        verified(town, 6000 + n, door=f"2-4{n:02}")
        town.report(6000 + n, message=100 + n, text=f"三号楼电梯第{n}次坏了没人修")
    town.ring("topic_promote")

    text = card(town, CHEN).text

    assert "3号楼 电梯（5 件反映）" in text
    assert "#1 #2 #3 #4 #5" in text
    assert "退回修改" not in taps(card(town, CHEN))
    assert taps(group(town)) == []


def test_a_topic_of_the_committee_says_who_brought_it(town):
    town.do(CHEN, proposing.lay, town.hear("楼道灯", chat=CHEN))
    fill(town, CHEN, interest="yes", difficulty="no", conflict="no", entry="other")
    submit(town, CHEN)

    assert "提出：陈主任" in card(town, CHEN).text


def test_the_last_answer_stands_on_the_card_with_who_gave_it(town):
    reviewed(town)
    take(town, "return", note="写清楚影响谁")

    assert "退回修改：写清楚影响谁（陈主任）" in group(town).text
    with town.work(0) as work:
        at = datetime(2026, 3, 2, tzinfo=UTC)
        work.topics.passed(1, Passage(action=A.ARCHIVE, officer="", at=at, note="没有人再提"))
    assert "归档：没有人再提" in group(town).text


def test_the_level_of_the_law_is_named(town):
    reviewed(town)
    with town.work(0) as work:
        found = work.topics.get(1)
        work.topics.save(replace(found, review=replace(found.review, level=Level.MEETING)))

    assert "由谁定：会议决定" in card(town, CHEN).text


def test_however_much_was_written_a_card_fits_into_one_message(town):
    discussed(town)
    long = "很长的话" * 150
    with town.work(0) as work:
        found = work.topics.get(1)
        said = replace(found.elements, participants=long, question=long, use=long)
        work.topics.save(replace(found, text=long, summary=long, elements=said))
        for n in range(20):
            objection = Objection(person=str(LI), text=long, affected=True)
            made = work.topics.object(1, objection, town.now)
            if n % 2:
                work.topics.settle(replace(objection, id=made, met=long))

    for text in (group(town).text, card(town, CHEN, language="en").text):
        assert len(text) <= 4096
        assert "T1" in text
