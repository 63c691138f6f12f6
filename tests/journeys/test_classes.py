"""Whom a matter touches is named, heard, counted apart, and not outvoted unseen (E06)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
HOMES = ((1001, "2-301", True), (1002, "2-302", True), (1003, "2-302", False))
CARD, DRAFT = "议题1 / T1", "起草表决"


@pytest.fixture
def talking(town):
    """A town in which a topic was talked over for days; nobody confirmed 赵阿姨's age."""
    for who in ("李婶", "张伯", "陈主任", "吴老"):
        town.says(who, "/topics")
        town.sees(who, "现在没有正在议的事")
    engine = writing(town.database)
    with engine.begin() as connection:
        here = directory.community(connection, "xingfuli")
        for person, door, adult in HOMES:
            home = Resident(
                person=person,
                building="b3",
                door=door,
                residency=Residency.SETTLED,
                status=ResidentStatus.VERIFIED,
                asked_at=AT,
                adult=adult,
            )
            Residents(connection, here).save(home)
        began = {"discussed_from": AT - timedelta(days=4), "at": AT, "meetings": 1}
        made = replace(TOPIC, text="电梯要不要装刷卡", status=TopicStatus.DISCUSSION, **began)
        Topics(connection, here).add(replace(made, lead="chen"))
    engine.dispose()
    return town


def presses(town, who, under, *buttons):
    for button in buttons:
        town.presses(who, button, under=under)


def sums_up(town):
    town.presses("陈主任", "写小结", under=CARD)
    town.says("陈主任", "多数要装")
    town.says("陈主任", "低层怕吵")
    presses(town, "陈主任", "写小结", "没有人这样说")
    town.says("陈主任", "半夜滴卡声太吵，还没有办法")
    presses(town, "陈主任", "写小结", "提交")


def test_the_one_whom_it_touches_is_heard_and_has_a_row_of_his_own(talking):
    town = talking
    town.says("陈主任", "/topic 1")
    town.presses("陈主任", "谁直接有关", under=CARD)
    town.says("陈主任", "3号楼2单元301")
    presses(town, "陈主任", "谁直接有关", "跳过", "提交")
    town.sees("陈主任", ["当事人", "3号楼 2-301"])
    town.says("李婶", "/topic 1")
    town.sees("李婶", "按“当事人”一类计票")

    town.presses("李婶", "我来说", under=CARD)
    town.presses("李婶", "反对", under="我来说")
    town.says("李婶", "半夜滴卡声太吵")
    presses(town, "李婶", "我来说", "显示名字", "提交")
    town.says("陈主任", "/topic 1")
    sums_up(town)
    town.presses("陈主任", "表决", under=CARD)
    presses(town, "陈主任", CARD, "为议题1起草表决")
    steps = ("表决", "用议题的原话", "赞成／反对／弃权", "居民户代表", "二网格", "3号楼")
    presses(town, "陈主任", DRAFT, *steps, "跳过", "跳过", "安排好就开始", "3天", "提交")
    town.presses("陈主任", "安排表决", under="表决1 / B1")

    beside = ["多数要装", "低层怕吵", "还没有解决的反对意见：1 条", "半夜滴卡声太吵"]
    shown = town.sees("张伯", [*beside, "名册分类：当事人 1、其他居民 1"], chat=GROUP)
    assert not {each for each in ("李婶", "2-301") if each in shown["text"]}
    refused = town.presses("赵阿姨", "赞成", under="表决1 / B1", chat=GROUP)
    assert "满 18 周岁" in refused
    town.presses("李婶", "反对", under="表决1 / B1", chat=GROUP)
    town.presses("张伯", "赞成", under="表决1 / B1", chat=GROUP)
    town.waits("3d")
    town.waits("1m")
    town.presses("吴老", "核对无误", under="表决1 / B1")

    rows = ["<b>当事人</b>", "<b>其他居民</b>"]
    result = town.sees("张伯", ["结果：", *(r[3:-4] for r in rows), "半夜滴卡声太吵"], chat=GROUP)
    apart = result["text"].split("当事人")[1]
    assert "· 赞成：0\n· 反对：1" in apart
    assert "· 赞成：1\n· 反对：0" in apart.split("其他居民")[1]
