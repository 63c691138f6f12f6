"""What stands on the sheet of a result: all that is published, its limits, and no voter."""

from dataclasses import replace
from datetime import timedelta

import pytest_asyncio

from bot.typesetting import typeset
from governance.ballots.ballot import Ballot
from governance.ballots.base import Paper as Question
from governance.ballots.bodies import BODIES
from governance.ballots.methods import METHODS
from governance.ballots.result import Terms, tallied
from governance.ballots.roll import Participant, Roll, Scope, VotingUnit
from governance.ballots.states import BallotStatus, Instrument
from governance.deliberations.topic import Objection
from governance.papers import Format, Paper
from governance.procedure import UnitKind
from handlers.sheets import Print, write
from tests.bot import doors
from tests.bot.doors import COMMUNITY, LI, LIBRARY, MONDAY
from tests.governance.deliberations.matters import TOPIC

OWNERS = ("a", "b", "c", "d")
ROLL = Roll(
    kind=UnitKind.OWNER,
    units=tuple(
        VotingUnit(key=f"owner:{o}", voters=frozenset({o}), area=n * 5000)
        for n, o in enumerate(OWNERS, 1)
    ),
)
AS = (Participant.PARTY, *[Participant.RESIDENT] * 3)
BALLOT = Ballot(
    topic=1,
    instrument=Instrument.DELIBERATIVE,
    method="motion",
    question="电梯要不要装刷卡，找李婶 13800001111",
    paper=Question(options=("for", "against", "abstain")),
    rule=BODIES["owners-ordinary"].rule,
    scope=Scope(kind=UnitKind.OWNER, buildings=frozenset(b.key for b in COMMUNITY.buildings)),
    opens=MONDAY,
    closes=MONDAY + timedelta(days=3),
    status=BallotStatus.PUBLISHED,
)
MARKS = {"owner:a": {"for": 1}, "owner:b": {"for": 1}, "owner:d": {"against": 1}}


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        yield town


CLASSED = replace(
    ROLL, units=tuple(replace(u, participant=p) for u, p in zip(ROLL.units, AS, strict=True))
)


def sheet(  # noqa: PLR0913 -- all that a result may be
    town, ballot=BALLOT, marks=MARKS, language="zh-CN", *, objected=False, roll=ROLL
):
    def unit(connection):
        shelf = town.house.shelf(connection)
        topic = shelf.topics.add(replace(TOPIC, at=MONDAY))
        if objected:
            objection = Objection(person=str(LI), affected=True, text="太吵")
            shelf.topics.object(topic.id, objection, MONDAY)
        made = shelf.ballots.add(replace(ballot, topic=topic.id))
        terms = Terms(method=METHODS[made.method], paper=made.paper, rule=made.rule)
        shelf.ballots.keep_result(made.id, replace(tallied(terms, roll, marks), entered=1))
        paper = Paper(
            key="k", sheet="ballot_result", format=Format.A4, name="B1.pdf", language=language,
            facts={"ballot": made.id}, at=MONDAY,
        )  # fmt: skip
        texts = LIBRARY.speak(language, COMMUNITY)
        return write(Print(paper=paper, shelf=shelf, texts=texts))

    return town.unit(unit)


def words(found):
    cells = [cell for t in found.tables for row in (t.columns, *t.rows) for cell in row]
    return "\n".join([found.title, found.under, *found.lines, *cells, *found.notes, found.foot])


async def test_roll_turnout_quorum_tallies_method_entered_and_objections_stand_there(town):
    found = await sheet(town, objected=True)

    assert found.title == "结果：没有通过，同意的不够"
    assert found.lines[0] == "同意的面积还差 25.01 平方米"
    assert not any("位业主同意的" in line or "同意的还差" in line for line in found.lines)
    for line in (
        "居民协商的表决，不代替选举，也不代替依法召开的会议。",
        "方式：赞成、反对或弃权",
        "名册 4 位业主，参加 3 位",
        "至少要有 3 位业主参加才有效",
        "名册面积 500.00 平方米，参加的 350.00 平方米",
    ):
        assert line in found.lines
    [table] = found.tables
    assert list(table.columns) == ["选项", "票数", "面积（平方米）"]
    assert table.rows == [["赞成", "2", "150.00"], ["反对", "1", "200.00"], ["弃权", "0", "0.00"]]
    assert "其中代录 1 票（占 33%）" in found.notes
    assert "直接受影响、还没有解决的反对意见：1 条" in found.notes
    assert "太吵" in found.notes
    assert COMMUNITY.name in found.foot


async def test_each_class_has_its_roll_its_turnout_and_its_table(town):
    found = await sheet(town, roll=CLASSED)

    at = found.lines.index("当事人")
    assert found.lines[at + 1] == "名册 1 位业主，参加 1 位"
    assert "名册 3 位业主，参加 2 位" in found.lines[found.lines.index("其他居民") :]
    assert [t.heading for t in found.tables] == ["", "当事人", "其他居民"]
    assert found.tables[1].rows[0] == ["赞成", "1", "50.00"]


async def test_what_is_told_in_lines_has_lines_for_each_class(town):
    paper = Question(options=("门禁", "路灯"))
    ranked = replace(BALLOT, method="schulze", paper=paper)
    found = await sheet(town, ranked, {"owner:a": {"门禁": 1}}, roll=CLASSED)

    assert found.tables == []
    assert {"当事人", "其他居民"} <= set(found.lines)


async def test_nobody_is_named_and_nothing_private_stands_there(town):
    text = words(await sheet(town))

    assert "owner:" not in text
    assert "13800001111" not in text
    assert "<b>" not in text


async def test_it_speaks_english_where_the_community_does(town):
    found = await sheet(town, language="en")

    assert list(found.tables[0].columns) == ["Option", "Votes", "Floor space (m²)"]


async def test_a_ranking_is_told_in_lines(town):
    paper = Question(options=("门禁", "路灯", "长椅"))
    ranked = replace(BALLOT, method="schulze", paper=paper, question="先做哪个")
    found = await sheet(town, ranked, {"owner:a": {"门禁": 1, "路灯": 2}})

    assert found.tables == []
    assert any(line.startswith("排序：门禁") for line in found.notes)


async def test_a_menu_is_told_with_what_it_costs_and_leaves(town):
    costs = {"路灯": 900_000, "长椅": 600_000, "花坛": 400_000}
    paper = Question(options=tuple(costs), most=2, costs=costs, budget=1_800_000)
    menu = replace(BALLOT, instrument=Instrument.MENU, method="menu", paper=paper)
    marks = {"owner:a": {"路灯": 1}, "owner:b": {"路灯": 1, "长椅": 1}, "owner:d": {"长椅": 1}}
    found = await sheet(town, menu, marks)

    assert found.title == "结果：达到规定人数，选出来了"
    assert "选出：路灯、长椅" in found.notes
    assert "选出的一共 15,000 元，预算 18,000 元，还剩 3,000 元" in found.notes
    assert not [line for line in found.lines if "同意才通过" in line]


async def test_a_result_can_be_set_in_type(town):
    found = await sheet(town)

    for how, begins in ((Format.PICTURE, b"\x89PNG"), (Format.A4, b"%PDF")):
        assert typeset(found, how, "zh-CN", 0).startswith(begins)
