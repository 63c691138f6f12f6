"""Meetings, notices and surveys as people live them, over the wire of the sandbox."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.deliberations.states import TopicStatus
from governance.residents import Residency, Resident, ResidentStatus
from storage import directory
from storage.database import writing
from storage.residents import Residents
from storage.topics import Topics
from tests.governance.deliberations.matters import TOPIC
from tests.journeys.towns import GROUP

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)  # when the town begins
LIVES_HERE = Resident(
    person=1001,
    building="b3",
    door="2-301",
    residency=Residency.SETTLED,
    status=ResidentStatus.VERIFIED,
    asked_at=AT,
)
ADVISORY = "征求意见，不是决议"


@pytest.fixture
def talking(town):
    """A town with one topic under discussion."""
    town.says("陈主任", "/meetings")
    town.sees("陈主任", "现在没有会议")
    engine = writing(town.database)
    with engine.begin() as connection:
        here = directory.community(connection, "xingfuli")
        began = {"status": TopicStatus.DISCUSSION, "discussed_from": AT, "at": AT}
        made = replace(TOPIC, text="三号楼电梯要不要装刷卡", lead="chen", **began)
        Topics(connection, here).add(made)
    engine.dispose()
    town.says("陈主任", "/meetings")
    town.sees("陈主任", "现在没有会议", buttons=["议题1 开会", "议题1 公示", "议题1 问卷"])
    return town


def fills(town, who, *answers):
    """Answer a form: a tap is a list of one, all else is said; None skips."""
    for each in answers:
        if isinstance(each, list):
            town.presses(who, each[0])
        else:
            town.says(who, each)
    town.presses(who, "提交")


def test_a_hearing_is_called_reminded_of_held_and_put_on_record(talking):
    town = talking
    town.presses("陈主任", "议题1 开会")
    fills(town, "陈主任", ["听证会"], "3-9", ["19:30"], "一楼活动室")
    card = town.sees("李婶", ["会议1", "听证会", "一楼活动室", "来 0 人"], chat=GROUP)
    assert "李婶" not in card["text"]

    assert "第 1 位" in town.presses("李婶", "我要发言", under="会议1", chat=GROUP)
    assert "第 2 位" in town.presses("张伯", "我要发言", under="会议1", chat=GROUP)
    town.presses("赵阿姨", "我来", under="会议1", chat=GROUP)
    card = town.sees("李婶", ["来 1 人", "报名发言 2 人"], chat=GROUP)
    assert not {n for n in ("李婶", "张伯", "赵阿姨") if n in card["text"]}
    town.sees("陈主任", ["会议1", "1. 李婶", "2. 张伯"])
    assert "还没有开始" in town.presses("陈主任", "填会议记录", under="会议1")

    town.waits("6d")
    town.waits("12h")
    town.sees("李婶", "提醒：会议1", chat=GROUP)
    town.waits("22h")
    assert len([t for t in town.texts("李婶", GROUP) if "提醒：会议1" in t]) == 2
    town.waits("2h")
    assert "has begun" in town.presses("Emma", "我来", under="会议1", chat=GROUP)

    town.presses("陈主任", "录入现场发言", under="会议1")
    town.presses("陈主任", "反对")
    town.says("陈主任", "老人记不住带卡")
    town.presses("陈主任", "填会议记录", under="会议1")
    town.says("陈主任", "23人")
    town.says("陈主任", "多数人同意先试三个月", photo="lift-fixed")
    town.presses("陈主任", "提交")
    town.sees("李婶", ["会议记录", "到会 23 人", "先试三个月", "议题1"], chat=GROUP)

    assert town.rows("select meetings, statements, consultations from topics") == [
        (1, 0, '["hearing"]')  # what an officer entered is no voice of its own
    ]
    assert town.rows("select person, entered_by, stance from statements") == [
        (0, "chen", "against")
    ]


def test_a_notice_takes_objections_of_residents_and_ends_by_itself(talking):
    town = talking
    town.presses("陈主任", "议题1 公示")
    fills(town, "陈主任", "拟在三号楼电梯装刷卡 <b>试行</b>", ["5天"])
    town.sees("李婶", ["公示", "<b>试行</b>", "现有异议 0 条"], chat=GROUP, buttons=["提异议"])

    town.starts("李婶", "q_1")
    town.sees("李婶", "已登记的住户")
    town.starts("李婶", "q_nonsense")
    town.sees("李婶", "没有这个会议、公示或问卷")
    for link in ("t_", "v_", "vo", "o_"):
        before = len(town.texts("李婶"))
        town.starts("李婶", f"{link}nonsense")
        town.sees("李婶", "没有")
        assert len(town.texts("李婶")) == before + 1

    engine = writing(town.database)
    with engine.begin() as connection:
        homes = Residents(connection, directory.community(connection, "xingfuli"))
        homes.save(LIVES_HERE)
    engine.dispose()
    town.starts("李婶", "q_1")
    town.presses("李婶", "是")
    town.says("李婶", "老人记不住带卡")
    town.presses("李婶", "提交")
    town.sees("李婶", "您的异议记下了")
    told = town.sees("陈主任", ["征询1 收到一条异议", "直接影响到提的人", "老人记不住带卡"])
    assert "李婶" not in told["text"]
    town.sees("李婶", "现有异议 1 条", chat=GROUP)

    town.waits("5d")
    said = town.sees("李婶", "公示期满，共收到异议 1 条", chat=GROUP)
    assert "老人" not in said["text"]
    assert town.rows("select consultations from topics") == [('["notice"]',)]


def test_a_survey_is_a_poll_of_telegram_that_decides_nothing(talking):
    town = talking
    town.presses("陈主任", "议题1 问卷")
    fills(town, "陈主任", "电梯装不装刷卡？", "装\n不装\n先试一试", ["3天"])
    town.sees("李婶", [ADVISORY, "电梯装不装刷卡？"], chat=GROUP)

    for who, choice in (("李婶", "装"), ("张伯", "先试一试"), ("赵阿姨", "装")):
        town.votes(who, choice, under="电梯装不装", chat=GROUP)
    town.votes("赵阿姨", "先试一试", under="电梯装不装", chat=GROUP)
    town.idle()
    assert town.rows("select counts, answered from soundings") == [("[1, 0, 2]", 3)]
    assert town.rows("select consultations from topics") == [("[]",)]

    town.waits("3d")
    said = town.sees("李婶", [ADVISORY, "装：1", "先试一试：2", "一共 3 人答了"], chat=GROUP)
    assert "不算同意" in said["text"]
    poll = next(m["poll"] for m in town.messages("李婶", GROUP) if m["poll"])
    assert poll["closed"]
    assert town.rows("select status, counts from soundings") == [("closed", "[1, 0, 2]")]
    assert town.rows("select consultations from topics") == [('["survey"]',)]


def test_the_six_steps_are_recorded_in_order_alone(talking):
    town = talking
    engine = writing(town.database)
    with engine.begin() as connection:
        topics = Topics(connection, directory.community(connection, "xingfuli"))
        topics.save(replace(topics.get(1), major=True))
    engine.dispose()
    town.says("陈主任", "/meetings")
    town.presses("陈主任", "议题1 四议两公开")
    town.presses("陈主任", "登记下一步", under="党支部会提议")
    town.says("陈主任", "3-1")
    for count in ("9", "7"):
        town.says("陈主任", count)
    town.presses("陈主任", "通过")
    town.presses("陈主任", "跳过")
    town.says("陈主任", photo="lift-fixed")
    town.presses("陈主任", "提交")
    said = town.sees(
        "陈主任", ["四议两公开记录", "应到 9 人，实到 7 人（至少要到 5 人），通过", "“两委”会商议"]
    )

    assert "最早 3月8日" in said["text"]
    town.says("张伯", "/meetings")
    town.sees("张伯", "现在没有会议", buttons=[])
