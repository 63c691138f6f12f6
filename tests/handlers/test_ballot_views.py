"""Ballots as people read them: turnout and no votes while open, every limit with the result."""

from dataclasses import replace

import pytest

from governance.ballots.states import BallotAction, Instrument
from governance.deliberations.states import TopicStatus
from governance.procedure import Level
from tests.governance.deliberations.matters import REVIEW, STANDING
from tests.handlers.showing import show, taps
from tests.services.ballots.booth import (
    AGAINST,
    certified,
    closed,
    draft,
    enter,
    households,
    opened,
    press,
    take,
    topic,
)
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHANG

A = BallotAction
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


def public(town, number=1, language="zh-CN"):
    return show(town, "ballot", GROUP, subject=f"ballot:{number}:0:0", reader=0, language=language)


def private(town, reader=LI, number=1, language="zh-CN"):
    subject = f"ballot:{number}:{reader}:0"
    return show(town, "ballot", reader, subject=subject, reader=reader, language=language)


def talk(town, reader, language="zh-CN"):
    with town.work(0) as work:
        found = work.dialogues.waiting(reader, reader).id
    subject = f"dialogue:{found}"
    return show(town, "dialogue", reader, subject=subject, reader=reader, language=language)


def test_while_it_is_open_the_group_reads_the_turnout_and_no_vote(town):
    households(town)
    opened(town)
    before = public(town)
    press(town, LI, AGAINST)

    shown = public(town)

    assert "名册 3 户，已投 0 户" in before.text
    assert "至少还要 2 户参加" in before.text
    assert "名册 3 户，已投 1 户" in shown.text
    assert "反对：" not in shown.text
    assert "101" not in shown.text
    assert taps(shown) == ["赞成", "反对", "弃权", "去投票"]
    assert shown.buttons[1][0].url.endswith("?start=vo1")
    press(town, ZHANG)
    assert "参加的人数已经够了" in public(town).text


def test_a_draft_is_shown_to_nobody_but_those_in_office(town):
    households(town)
    draft(town)

    for shown in (public(town), private(town, LI)):
        assert "还没有开始" in shown.text
        assert "刷卡" not in shown.text
        assert shown.buttons == ()
    own = private(town, CHEN)
    assert "草稿，还没有公布" in own.text
    assert "城市居民委员会组织法（2025 年）第 27 条" in own.text
    assert taps(own) == ["安排表决", "取消表决", "改为不记名"]
    assert taps(private(town, WU)) == []


def test_in_private_one_reads_the_own_vote_and_whose_it_is(town):
    households(town)
    opened(town)

    assert "您代表的一户：3号楼 101" in private(town).text
    assert "还没有投" in private(town).text
    press(town, LI, AGAINST)
    assert "您投的：反对" in private(town).text
    assert "您投的" not in private(town, ZHANG).text
    stranger = private(town, 77)
    assert "您不在这次表决的名册里" in stranger.text
    assert stranger.buttons == []


def test_an_entered_vote_is_shown_as_such_to_its_household(town):
    households(town)
    opened(town)
    enter(town, place="3号楼101", photo="p")

    assert "由工作人员代录：反对" in private(town).text
    told = show(town, "vote-entered", LI, vote=1)
    assert "王师傅替您这一户（3号楼 101）代录了表决1 的一票（电话）：反对" in told.text
    assert taps(told) == ["看表决"]


@pytest.mark.parametrize(("reader", "may"), [(WANG, True), (HE, True), (CHEN, False), (WU, False)])
def test_whoever_may_enter_votes_has_the_button(town, reader, may):
    households(town)
    opened(town)

    assert ("代录一票" in taps(private(town, reader))) is may


def test_the_result_says_every_limit(town):
    households(town)
    opened(town)
    press(town, LI)
    enter(town, photo="p")
    with town.work(0) as work:
        work.topics.object(1, STANDING, town.now)
    closed(town)
    judging = private(town, WU)
    assert "等监督委员会核对" in judging.text
    assert "其中代录 1 票（占 50%）" in judging.text
    assert taps(judging) == ["核对无误"]
    for shown in (public(town), private(town, LI), private(town, CHEN)):
        assert "代录" not in shown.text  # nobody else reads a result before it is checked
    certified(town)

    shown = public(town)
    for words in (
        "结果已公布",
        "不代替选举，也不代替依法召开的会议",
        "没有通过，同意的不够",
        "· 同意的还差 1 户",
        "名册 3 户，参加 2 户",
        "至少要有 2 户参加才有效",
        "赞成：1",
        "反对：1",
        "弃权：0",
        "至少要有 2 户同意才通过",
        "其中代录 1 票（占 50%）",
        "还没有解决的反对意见：1 条",
    ):
        assert words in shown.text
    assert taps(shown) == ["看结果、提异议"]
    assert "提出异议" in taps(private(town, LI))


def test_too_few_is_said_in_people(town):
    households(town)
    opened(town)
    certified(town)

    assert "参加的不够，无效" in public(town).text
    assert "参加的还差 2 户" in public(town).text
    assert "还差至少" not in public(town).text  # said once
    assert "占 0%" in public(town).text


@pytest.mark.parametrize("surveyed", [True, False])
def test_what_is_no_decision_is_labelled_so(town, surveyed):
    households(town)
    if surveyed:
        topic(town, status=TopicStatus.DISCUSSION)
        opened(town, topic=1, instrument=Instrument.SURVEY)
    else:
        opened(town, topic=topic(town, review=replace(REVIEW, level=Level.MEETING)).id)
    assert "征求意见，不是决议" in public(town).text
    assert ("还要" in public(town).text) is not surveyed
    certified(town)

    assert "征求意见，不是决议" in public(town).text
    if surveyed:
        assert "只统计，不作决定" in public(town).text


def test_what_was_contested_and_voided_stands_with_its_reason(town):
    households(town)
    opened(town)
    certified(town)
    take(town, LI, A.CONTEST, "漏了我家 13812345678")
    assert "有人提出异议：漏了我家" in public(town).text
    assert "13812345678" not in public(town).text
    assert taps(private(town, WU)) == ["复核：维持结果"]
    take(town, CHEN, A.ASK_VOID, "名册错了")
    assert taps(private(town, WU)) == ["复核：维持结果", "同意作废", "不同意作废"]
    take(town, WU, A.VOID, "确实错了")

    assert "已作废，不算数" in public(town).text
    assert "作废：确实错了" in public(town).text
