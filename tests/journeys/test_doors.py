import pytest

from bot import demo
from tests.journeys.between import POISON, TIMES, Between
from tests.journeys.towns import GROUP, LIFT, MORNING, Place


@pytest.fixture
def spoilt(tmp_path, forks):
    with demo.sandbox(tmp_path, start=MORNING) as address:
        between = Between(address)
        place = Place(address, tmp_path, api=between.address)
        try:
            yield place, between
            place.check()
        finally:
            place.close()
            between.shutdown()
            between.server_close()


def test_an_update_given_five_times_takes_effect_once(spoilt):
    town, between = spoilt

    town.says("李婶", LIFT, chat=GROUP)
    town.sees("李婶", "#1", chat=GROUP)
    town.presses("王师傅", "接单", under="#1")
    town.says("李婶", "/my")
    town.sees("李婶", "处理中")

    assert {between.given.count(u) for u in between.given[:1]} == {TIMES}
    assert town.rows("select count(*) from cases") == [(1,)]
    assert len([t for t in town.texts("李婶", GROUP) if "收到了" in t]) == 1
    assert town.texts("李婶").count("#1 电梯：王师傅已接单。") == 1


def test_an_unreadable_update_in_the_middle_stops_nothing(spoilt):
    town, between = spoilt

    town.says("李婶", LIFT, chat=GROUP)
    town.says("张伯", "/report 二号楼门口垃圾堆了三天没人清", chat=GROUP)
    town.sees("李婶", "#1", chat=GROUP)
    town.sees("张伯", "#2", chat=GROUP)

    dead = town.rows("select update_id, raw is not null from inbox where status = 'dead'")
    assert {u + POISON for u, _ in dead} == set(between.given)
    assert {kept for _, kept in dead} == {1}
    assert town.rows("select count(*) from inbox where status = 'open'") == [(0,)]
    assert town.rows("select count(*) from inbox where status = 'done' and raw is not null") == [
        (0,)
    ]


def test_a_worker_who_never_started_the_bot_is_reached_through_the_staff_group(tmp_path, forks):
    people = tmp_path / "town.toml"
    told = demo.TOWN.read_text(encoding="utf-8")
    before, _, after = told.partition("id = 2001")
    people.write_text(before + "id = 2001" + after.replace("true", "false", 1), encoding="utf-8")
    state = tmp_path / "state"
    state.mkdir()
    with demo.sandbox(state, start=MORNING, people=people) as address:
        town = Place(address, state)
        try:
            town.says("李婶", LIFT, chat=GROUP)
            sheet = town.sees("王师傅", ["#1", "王师傅，请看"], chat="幸福里工作群")
            town.presses("王师傅", "接单", under="#1", chat="幸福里工作群")
            town.presses("王师傅", "办结", under="#1", chat="幸福里工作群")
            prompt = town.sees("王师傅", ["办结", "现场照片"], chat="幸福里工作群")
            town.says(
                "王师傅",
                "门机换好了",
                photo="lift-fixed",
                chat="幸福里工作群",
                reply_to="现场照片",
            )
            town.sees("李婶", ["#1", "门机换好了"], buttons=["解决了", "部分", "没有"])
            town.check()
        finally:
            town.close()

    assert prompt["id"] > sheet["id"]


def test_what_was_told_while_the_bot_was_away_is_heard_when_it_returns(town):
    town.says("李婶", "/my")
    town.sees("李婶", "您还没有反映过事情")
    town.close()

    town.says("李婶", LIFT, chat=GROUP)
    town.open()

    town.sees("李婶", "#1", chat=GROUP)
    assert town.verified().broken is None


def test_another_file_changes_nothing_until_it_is_applied(town, tmp_path):
    town.says("李婶", LIFT, chat=GROUP)
    town.sees("王师傅", "#1")
    town.close()
    told = demo.COMMUNITY.read_text(encoding="utf-8")
    without = tmp_path / "without.toml"
    without.write_text(told.replace("wang", "huang"), encoding="utf-8")

    town.bot = demo.bot(town.folder, town.address, pace="unlimited", community=without)
    town.presses("王师傅", "接单", under="#1")

    town.sees("李婶", "王师傅已接单")
    assert "community.differs" in (town.folder / "bot.log").read_text(encoding="utf-8")
