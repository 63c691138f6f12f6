"""Ballots as people read them: turnout and no votes while open, every limit with the result."""

from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.evaluation import EVALUATION
from governance.ballots.motion import MOTION
from governance.ballots.roll import Participant
from governance.ballots.states import BallotAction, BallotStatus, Instrument, VoteAction
from governance.ballots.votes import Vote
from governance.deliberations.states import TopicStatus
from governance.procedure import Level
from services.ballots import acting, drafting, entering, marking, owning
from services.hearing import Asked
from tests.governance.deliberations.matters import REVIEW, STANDING
from tests.handlers.showing import presses, show, taps
from tests.services.ballots.booth import (
    AGAINST,
    ballot,
    certified,
    closed,
    draft,
    flats,
    households,
    live,
    menu,
    opened,
    press,
    topic,
)
from tests.services.ballots.test_acting import take
from tests.services.ballots.test_entering import enter
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHANG, ZHOU

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
    assert "请先核对现行条文" in own.text
    assert taps(own) == ["安排表决", "取消表决"]
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
        "没有达到规定的同意人数",
        "名册 3 户，参加 2 户",
        "至少要有 2 参加才有效",
        "赞成：1",
        "反对：1",
        "弃权：0",
        "至少要有 2 同意才通过",
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

    assert "参加的人数不够，无效" in public(town).text
    assert "参加人数还差至少 2" in public(town).text
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


PAPERS = {
    "motion": (MOTION, {"for": 1}),
    "choice": (Paper(options=("甲", "乙"), most=2), {"甲": 1}),
    "score": (Paper(options=("甲", "乙"), best=10), {"甲": 7}),
    "borda": (Paper(options=("甲", "乙")), {"乙": 1, "甲": 2}),
    "schulze": (Paper(options=("甲", "乙")), {"乙": 1, "甲": 2}),
    "menu": (menu(长椅=200_050, 路灯=150_000), {"长椅": 1, "路灯": 1}),
    "evaluation": (EVALUATION, {"open": 3, "done": 1}),
}
SEEN = {
    "motion": ("赞成", "赞成：1"),
    "choice": ("甲", "选出：甲"),
    "score": ("甲：7", "甲：7"),
    "borda": ("乙：1、甲：2", "排序：乙 › 甲"),
    "schulze": ("乙：1、甲：2", "排序：乙 › 甲"),
    "menu": ("长椅、路灯", "长椅：2,000.50 元"),
    "evaluation": ("程序公开吗：是、落实了吗：没有", "程序公开吗：是 1，部分 0，没有 0"),
}


@LANGUAGES
@pytest.mark.parametrize("method", PAPERS)
def test_every_way_of_voting_has_its_paper_its_vote_and_its_result(town, method, language):
    households(town)
    paper, marks = PAPERS[method]
    kind = {"menu": Instrument.MENU, "evaluation": Instrument.EVALUATION}.get(
        method, Instrument.DELIBERATIVE
    )
    status = TopicStatus.RESOLVED if method == "evaluation" else TopicStatus.POLLING
    opened(town, topic=topic(town, status=status).id, method=method, paper=paper, instrument=kind)
    with town.work(LI) as work:
        marking.begin(work, work.ballots.get(1))
        work.ballots.cast(1, Vote(unit="b3/101", marks=marks, order=1), work.now)
    assert len(taps(talk(town, LI, language))) >= len(paper.options) + 2
    own, group = private(town, language=language), public(town, language=language)
    certified(town)
    done = public(town, language=language)

    if language == "zh-CN":
        assert SEEN[method][0] in own.text
        assert SEEN[method][1] in done.text
    assert group.text != done.text
    assert "None" not in f"{own.text}{group.text}{done.text}"


def test_the_menu_says_what_fits_as_it_is_marked(town):
    households(town)
    opened(town, method="menu", paper=menu(长椅=200_000, 路灯=150_000), instrument=Instrument.MENU)
    number = town.do(LI, marking.open_paper, 1, LI).id

    assert taps(talk(town, LI))[:2] == ["☐ 长椅 2,000 元", "☐ 路灯 1,500 元"]
    town.answer(LI, "o0", "1", number)
    assert "已选 2,000 元，预算 3,000 元，够" in talk(town, LI).text
    town.answer(LI, "o1", "1", number)
    assert "超出了" in talk(town, LI).text
    assert taps(talk(town, LI))[0] == "☑ 长椅 2,000 元"


def test_grades_have_a_button_each_or_go_up_and_down(town):
    households(town)
    opened(town, method="score", paper=Paper(options=("甲", "乙"), best=10))
    number = town.do(LI, marking.open_paper, 1, LI).id
    town.answer(LI, "o0", "10", number)

    rows = [[b.text for b in row] for row in talk(town, LI).buttons]

    assert rows[:2] == [["➖", "甲：10", "➕"], ["➖", "乙：—", "➕"]]
    values = [b.value for b in presses(talk(town, LI))[:6]]
    assert values == ["9", "10", "10", "0", "0", "1"]


def test_a_tie_is_told_and_classes_stand_apart(town):
    households(town)
    opened(town, method="choice", paper=Paper(options=("甲", "乙")))
    with town.work(0) as work:
        work.connection.exec_driver_sql(
            "UPDATE ballot_units SET participant = ? WHERE unit = 'b3/101'", (Participant.PARTY,)
        )
    press(town, LI, 0)
    press(town, ZHANG, 1)
    with town.work(0) as work:
        work.ballots.cast(1, Vote(unit="b3/103", marks={}, order=9), work.now)
    certified(town)

    shown = public(town).text
    assert "票数相同，分不出先后" in shown
    assert "并列，分不出先后：乙、甲" in shown
    assert "当事人" in shown
    assert "空白：1" in shown


def test_owners_are_counted_by_heads_and_by_floor_space(town):
    flats(town, ("1", 8000, "1", False), ("3", 9050, "2 1", False))
    with town.work(HE) as work:
        work.flats.link("1", LI, "he", town.now)
    opened(town, body="owners-ordinary", carried_by=("he",))
    assert "您的产权：业主1、业主2" in private(town).text
    press(town, LI)
    certified(town)

    shown = public(town).text
    assert "名册 2 位业主，参加 2 位" in shown
    assert "名册面积 170.50 平方米，参加的 170.50 平方米" in shown
    assert "至少要有 113.67 平方米参加才有效" in shown
    assert "赞成：170.50 平方米" in shown


def test_a_draft_says_who_carries_it_out_and_who_has_no_phone(town):
    draft(town, carried_by=("he",), offline=("b3/1/王奶奶",), opens=town.now)

    shown = private(town, CHEN).text
    assert "由谁来办：何副主任" in shown
    assert "没有手机也在名册上的：1 位" in shown
    draft(town, topic=1, body="owners-major")
    assert "民法典第 278 条" in private(town, CHEN, 2).text
    draft(town, topic=1)
    with town.work(0) as work:
        work.ballots.save(replace(work.ballots.get(3), body="gone"))
    assert "按哪条算" not in private(town, CHEN, 3).text


# ── lists and notices ──


def test_the_list_shows_drafts_and_the_way_to_new_ones_to_whoever_holds_them(town):
    households(town)
    draft(town)
    topic(town, status=TopicStatus.DISCUSSION)

    assert "现在没有表决" in show(town, "ballots", LI).text
    shown = show(town, "ballots", CHEN, reader=CHEN)
    assert taps(shown) == ["表决1 / B1", "为议题1起草表决", "为议题2起草征求意见"]
    assert "草稿" in shown.text
    group = show(town, "ballots", GROUP, reader=CHEN)
    assert "现在没有表决" in group.text
    assert group.buttons == []


def test_one_by_its_number_in_the_group_is_the_public_card(town):
    households(town)
    opened(town)

    assert show(town, "ballot", GROUP, ballot=1).text == public(town).text


@LANGUAGES
def test_what_lacks_is_said_line_by_line(town, language):
    missing = "discussion,summary,consultation,polling,resolution,notice,another"
    shown = show(
        town, "ballot-lacking", CHEN, reader=CHEN, language=language, number=1, missing=missing
    )

    assert len(shown.text.splitlines()) == 8


@LANGUAGES
def test_why_it_did_not_open_is_said_in_words(town, language):
    shown = show(
        town, "ballot-unopened", CHEN, language=language, number=1, reason="refusal-ballot-nobody"
    )

    assert "refusal" not in shown.text


@LANGUAGES
def test_the_confirmation_is_asked_of_who_may_and_shows_what_became_of_it(town, language):
    households(town)
    opened(town)
    enter(town)

    def entry(reader):
        return show(
            town, "entry", reader, subject=f"entry:1:{reader}:0", reader=reader, language=language
        )

    assert len(taps(entry(ZHOU))) == 2
    assert taps(entry(WANG)) == []
    town.do(ZHOU, entering.press, 1, VoteAction.CONFIRM)
    assert taps(entry(HE)) == []
    for key in ("vote-tell", "vote-lapsed", "vote-refused", "vote-entered"):
        assert "103" in show(town, key, WANG, language=language, vote=1, note="不对").text


def test_a_step_is_told_with_the_way_to_the_card(town):
    households(town)
    opened(town)
    said = {"ballot": 1, "number": 1, "note": "名册错了", "by": "chen", "question": "装不装"}

    shown = show(town, "ballot-told-supervision-ask-void", WU, reader=WU, **said)
    assert "陈主任申请把表决1 作废：名册错了" in shown.text
    assert taps(shown) == ["看表决"]
    assert taps(show(town, "ballot-told-resident-void", GROUP, reader=0, **said)) == []


# ── forms ──


def test_the_units_of_a_door_and_the_owners_stand_by_name(town):
    households(town)
    flats(town, ("101", 1, "1 2", False))
    opened(town, body="residents-meeting", offline=("b3/101/李奶奶",))
    town.do(WANG, entering.begin, 1)
    town.say(WANG, "3号楼101")
    assert taps(talk(town, WANG))[:2] == ["3号楼 101 李奶奶", f"p{LI}"]
    town.answer(WANG, "unit", "0", 1)
    assert "名册上：3号楼 101 李奶奶" in talk(town, WANG).text

    town.do(HE, owning.begin, Asked(chat=HE, message=0))
    town.say(HE, "3号楼101")
    assert taps(talk(town, HE))[:2] == ["业主1", "业主2"]


@LANGUAGES
def test_a_draft_is_asked_for_in_words(town, language):
    topic(town)
    town.do(CHEN, drafting.begin, 1)

    assert len(taps(talk(town, CHEN, language))) == 3


def test_a_question_is_asked_by_its_own_name(town):
    households(town)
    opened(town)
    town.do(CHEN, acting.press, 1, A.ASK_VOID)

    assert "请写明理由" in talk(town, CHEN).text
    live(town, 77, "107")
    assert ballot(town).status is BallotStatus.OPEN
