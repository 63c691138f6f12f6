"""Every way of voting as people mark it and read it."""

from dataclasses import replace

import pytest

from governance.ballots.base import Paper
from governance.ballots.evaluation import EVALUATION
from governance.ballots.motion import MOTION
from governance.ballots.roll import Participant
from governance.ballots.states import BallotAction, Instrument
from governance.ballots.votes import Vote
from governance.deliberations.states import TopicStatus
from services.ballots import marking
from tests.handlers.showing import presses, show, taps
from tests.services.ballots.booth import (
    certified,
    draft,
    flats,
    households,
    menu,
    opened,
    press,
    topic,
)
from tests.services.town import CHEN, GROUP, HE, LI, ZHANG

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
    assert "由谁主持或来办：何副主任" in shown
    assert "没有手机也在名册上的：1 位" in shown
    draft(town, topic=1, body="owners-major")
    assert "民法典（2020 年）第 278 条" in private(town, CHEN, 2).text
    draft(town, topic=1)
    with town.work(0) as work:
        work.ballots.save(replace(work.ballots.get(3), body="gone"))
    assert "按哪条算" not in private(town, CHEN, 3).text
    draft(town, topic=1, body="neighbours")
    assert "按哪条算：本社区自己定的数，法律没有规定" in private(town, CHEN, 4).text
